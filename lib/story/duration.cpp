#include "story/duration.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

#include "source/nearest.hpp"
#include "source/number.hpp"

namespace fabula {
namespace {

constexpr double largest = 1e9;

struct Unit {
    std::string_view name;
    TimeUnit unit;
};

constexpr Unit units[] = {{"minute", TimeUnit::minute}, {"hour", TimeUnit::hour},   {"day", TimeUnit::day},
                          {"week", TimeUnit::week},     {"month", TimeUnit::month}, {"year", TimeUnit::year}};

/// Digits with at most one point between them.
std::optional<double> parse_number(std::string_view text) {
    const auto digit = [](char character) { return character >= '0' && character <= '9'; };
    if (text.empty() || !digit(text.front()) || !digit(text.back())) return std::nullopt;
    if (!std::all_of(text.begin(), text.end(), [&](char character) { return digit(character) || character == '.'; })) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool read = error == std::errc() && end == text.data() + text.size() && value <= largest;
    return read ? std::optional(value) : std::nullopt;
}

bool same_unit(std::string_view word, std::string_view name) {
    const auto without_plural = [](std::string_view text) {
        return text.ends_with('s') ? text.substr(0, text.size() - 1) : text;
    };
    return word == name || without_plural(word) == name || word == without_plural(name);
}

std::string_view unit_name(TimeUnit unit, std::string_view clock) {
    const auto* const row =
        std::find_if(std::begin(units), std::end(units), [&](const Unit& known) { return known.unit == unit; });
    return row == std::end(units) ? clock : row->name;
}

}  // namespace

std::optional<Amount> parse_amount(std::string_view word) {
    const bool about = word.starts_with('~');
    if (about) word.remove_prefix(1);
    const std::size_t dots = word.find("..");
    const std::optional<double> low = parse_number(word.substr(0, dots));
    const std::optional<double> high = dots == word.npos ? low : parse_number(word.substr(dots + 2));
    if (!low || !high || *low > *high) return std::nullopt;
    return Amount{*low, *high, about};
}

std::string format_range(double low, double high) {
    return low == high ? exact_number(low) : fmt::format("{}..{}", exact_number(low), exact_number(high));
}

std::optional<TimeUnit> parse_unit(std::string_view word, std::string_view clock) {
    if (!clock.empty() && same_unit(word, clock)) return TimeUnit::clock;
    const auto* const row = std::find_if(std::begin(units), std::end(units),
                                         [&](const Unit& known) { return same_unit(word, known.name); });
    return row == std::end(units) ? std::nullopt : std::optional(row->unit);
}

std::string listed_units(std::string_view clock) {
    std::vector<std::string_view> names;
    for (const Unit& unit : units)
        names.push_back(unit.name);
    if (!clock.empty() && std::find(names.begin(), names.end(), clock) == names.end()) names.push_back(clock);
    return listed(names, "or");
}

std::string format_duration(const Duration& duration, std::string_view clock) {
    const bool one = duration.low == 1 && duration.high == 1;
    return fmt::format("{}{} {}{}", duration.about ? "about " : "", format_range(duration.low, duration.high),
                       unit_name(duration.unit, clock), one ? "" : "s");
}

}  // namespace fabula
