// Words, figures and lengths of time.
#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "view/language_words.hpp"
#include "view/wording.hpp"

namespace fabula {
namespace {

std::string_view limit_key(Duration::Limit limit) {
    switch (limit) {
        case Duration::Limit::none:
            return {};
        case Duration::Limit::at_least:
            return "at-least";
        case Duration::Limit::more_than:
            return "more-than";
        case Duration::Limit::at_most:
            return "at-most";
        case Duration::Limit::less_than:
            return "less-than";
    }
    return {};
}

/// A pattern with what it has braces for; a word without any stands before what is said, or after it where it does so
/// in English.
std::string filled(std::string pattern, std::string_view english, std::string_view first, std::string_view second) {
    if (pattern.find('{') == std::string::npos)
        pattern = english.starts_with("{0}") && english.find("{1}") == std::string_view::npos ? "{0} " + pattern
                                                                                              : pattern + " {0}";
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::string_view rest = std::string_view(pattern).substr(i);
        const bool is_first = rest.starts_with("{0}");
        if (!is_first && !rest.starts_with("{1}")) {
            text += pattern[i];
            continue;
        }
        text += is_first ? first : second;
        i += 2;
    }
    return text;
}

}  // namespace

std::string Wording::duration(const Duration& duration) const {
    std::string text = duration.low == duration.high ? std::string() : number(duration.low, 1) + "\u2013";
    if (duration.unit == TimeUnit::clock) {
        text += number(duration.high, 1) + " " + word(story_.time().clock, story_.time().clock);
    } else {
        text += figures_->measured(duration);
    }
    if (duration.limit != Duration::Limit::none) text = phrase(limit_key(duration.limit), text);
    if (!duration.about) return text;
    const bool ours = has_words(story_.language()) || !story_.word("about", "").empty();
    return (ours ? word("about", "about") : "\u2248") + " " + text;
}

std::string Wording::later(const Duration& duration) const {
    return phrase("later", this->duration(duration));
}

std::string Wording::figure(double value) const {
    constexpr double least_grouped = 10'000;
    if (value == std::floor(value) && std::abs(value) < least_grouped) return number(value, 0);
    return figures_->grouped(value);
}

std::string Wording::years_ago(std::int64_t year) const {
    constexpr std::int64_t million = 1'000'000;
    const auto years = static_cast<double>(years_before_today(year));
    const bool ours = has_words(story_.language()) && years >= million;
    if (ours || !story_.word("years-ago", "").empty()) return phrase("years-ago", figures_->compact(years));
    return figures_->years_ago(years);
}

std::string Wording::century(std::int64_t year) const {
    const std::int64_t number = year / 100 + 1;
    std::string pattern = word("century", "{ordinal} century");
    const auto put = [&](std::string_view what, const std::string& by) {
        if (const auto at = pattern.find(what); at != std::string::npos) pattern.replace(at, what.size(), by);
    };
    put("{ordinal}", figures_->ordinal(number));
    put("{roman}", figures_->roman(number));
    put("{0}", fmt::to_string(number));
    return pattern;
}

std::string Wording::any_of(const std::vector<std::string>& texts) const {
    return figures_->any_of(texts);
}

std::string Wording::word(std::string_view key, std::string_view otherwise) const {
    if (const std::string_view own = story_.word(key, ""); !own.empty()) return std::string(own);
    const std::string_view usual = language_word(story_.language(), key);
    return std::string(usual.empty() ? otherwise : usual);
}

std::string Wording::phrase(std::string_view key, std::string_view first, std::string_view second) const {
    return filled(word(key, "{0}"), language_word("en", key), first, second);
}

}  // namespace fabula
