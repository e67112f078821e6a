// WrittenPhrases: single phrases in the text of a story, and how to change it.
#include <algorithm>
#include <cstddef>

#include "time/repairs.hpp"

namespace fabula::timing {

namespace {

constexpr std::string_view blanks = " \t";

bool is_quoted(std::string_view text) {
    return text.size() >= 2 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
}

/// Whether the words are one plain scalar of YAML wherever they stand.
bool is_plain(std::string_view words) {
    constexpr std::string_view of_structure = ",[]{}\"'\n";
    constexpr std::string_view at_start = "&*!|>%@`#?:-";
    if (words.empty() || words.find_first_of(of_structure) != words.npos) return false;
    if (words.find(": ") != words.npos || words.find(" #") != words.npos || words.back() == ':') return false;
    const bool sign = words.front() == '-' && words.size() > 1 && words[1] != ' ';
    return sign || at_start.find(words.front()) == at_start.npos;
}

/// A stretch of text, and what stands around it on its line.
class Place {
public:
    Place(std::string_view text, const Span& span) : text_(text), begin_(span.offset), end_(begin_ + span.length) {}

    [[nodiscard]] std::string_view words() const { return text_.substr(begin_, end_ - begin_); }

    /// The last character before it that is no blank, and the first behind it; '\n' at the ends of the line.
    [[nodiscard]] char before() const { return before_at() == none ? '\n' : text_[before_at()]; }
    [[nodiscard]] char behind() const { return behind_at() == none ? '\n' : text_[behind_at()]; }

    [[nodiscard]] std::size_t before_at() const {
        const std::size_t at = begin_ == 0 ? none : text_.find_last_not_of(blanks, begin_ - 1);
        return at == none || text_[at] == '\n' ? none : at;
    }
    [[nodiscard]] std::size_t behind_at() const {
        const std::size_t at = text_.find_first_not_of(blanks, end_);
        return at == none || text_[at] == '\n' || text_[at] == '\r' ? none : at;
    }

    /// Whether nothing but blanks stands before `at` on its line.
    [[nodiscard]] bool begins_line(std::size_t at) const {
        const std::size_t other = at == 0 ? none : text_.find_last_not_of(blanks, at - 1);
        return other == none || text_[other] == '\n';
    }

    /// Whether it is an item of a list with a line for each.
    [[nodiscard]] bool is_item() const { return before() == '-' && begins_line(before_at()) && ends_line(); }

    [[nodiscard]] bool ends_line() const { return behind() == '\n' || behind() == '#'; }

    /// Whether it is all that one entry of a list, or one key, has.
    [[nodiscard]] bool is_whole() const {
        constexpr std::string_view openers = "[,:{";
        constexpr std::string_view closers = ",]}";
        const bool begins = openers.find(before()) != openers.npos || is_item();
        return begins && (ends_line() || closers.find(behind()) != closers.npos);
    }

    /// All of its line, with the end.
    [[nodiscard]] std::pair<std::size_t, std::size_t> line() const {
        const std::size_t first = begin_ == 0 ? none : text_.rfind('\n', begin_ - 1);
        const std::size_t last = text_.find('\n', end_);
        return {first == none ? 0 : first + 1, last == none ? text_.size() : last + 1};
    }

    /// Whether the line above or below is an item of the same list.
    [[nodiscard]] bool has_other_items() const {
        const auto [first, last] = line();
        const std::size_t indent = before_at() - first;
        const auto is_like = [&](std::size_t at) {
            return text_.substr(at, indent).find_first_not_of(blanks) == text_.npos && at + indent < text_.size() &&
                   text_[at + indent] == '-';
        };
        const std::size_t above = first < 2 ? none : text_.rfind('\n', first - 2);
        const bool any_above = first > 0 && is_like(above == none ? 0 : above + 1);
        return any_above || (last < text_.size() && is_like(last));
    }

    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] std::string_view text() const { return text_; }

    static constexpr std::size_t none = std::string_view::npos;

private:
    std::string_view text_;
    std::size_t begin_;
    std::size_t end_;
};

/// A place that is there, on one line, and says something.
std::optional<Place> place_of(const Span& span, const Sources& sources) {
    if (span.line == 0 || span.length == 0 || span.source >= sources.size()) return std::nullopt;
    const std::string_view text = sources.text(span.source);
    if (std::size_t{span.offset} + span.length > text.size()) return std::nullopt;
    const Place place(text, span);
    constexpr std::string_view of_yaml = "\n*&!|>";
    return place.words().find_first_of(of_yaml) == text.npos ? std::optional(place) : std::nullopt;
}

}  // namespace

std::string WrittenPhrases::words(const Span& span) const {
    const auto place = place_of(span, sources_);
    if (!place) return {};
    const std::string_view words = place->words();
    return std::string(is_quoted(words) ? words.substr(1, words.size() - 2) : words);
}

std::optional<Edit> WrittenPhrases::replaced(const Span& span, const std::string& words) const {
    const auto place = place_of(span, sources_);
    if (!place || !place->is_whole() || !is_plain(words) || place->words() == words) return std::nullopt;
    return Edit{span, words};
}

std::optional<Edit> WrittenPhrases::without(const Span& span) const {
    const auto place = place_of(span, sources_);
    if (!place || !place->is_whole()) return std::nullopt;
    const auto edit = [&](std::size_t from, std::size_t until, std::string words = {}) {
        return Edit{sources_.span(span.source, from, until - from), std::move(words)};
    };
    const char before = place->before();
    if (before == '-' && place->has_other_items()) return edit(place->line().first, place->line().second);
    if (before == '-') return edit(place->before_at(), place->end(), "[]");
    if (before == ':') return edit(place->begin(), place->end(), "[]");
    if (place->behind() == ',') {
        const std::size_t next = place->text().find_first_not_of(blanks, place->behind_at() + 1);
        return edit(place->begin(), next == Place::none ? place->behind_at() + 1 : next);
    }
    if (before == ',') return edit(place->before_at(), place->end());
    return edit(place->begin(), place->end());
}

std::optional<Edit> WrittenPhrases::without_key(const Span& span, std::string_view key) const {
    const auto place = place_of(span, sources_);
    if (!place || !place->is_whole() || place->before() != ':') return std::nullopt;
    const std::string_view text = place->text();
    const std::size_t colon = place->before_at();
    if (colon < key.size() || text.substr(colon - key.size(), key.size()) != key) return std::nullopt;
    const std::size_t begin = colon - key.size();
    const Place whole(text, sources_.span(span.source, begin, place->end() - begin));
    const auto edit = [&](std::size_t from, std::size_t until) {
        return Edit{sources_.span(span.source, from, until - from), {}};
    };
    if (whole.before() == ',') return edit(whole.before_at(), whole.end());
    if (whole.before() == '{' && whole.behind() == ',') {
        const std::size_t next = text.find_first_not_of(blanks, whole.behind_at() + 1);
        return edit(begin, next == Place::none ? whole.behind_at() + 1 : next);
    }
    if (whole.begins_line(begin) && whole.behind() == '\n') return edit(whole.line().first, whole.line().second);
    return std::nullopt;
}

}  // namespace fabula::timing
