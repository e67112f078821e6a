#include "story/level_two_date.hpp"

#include <algorithm>
#include <vector>

namespace fabula {
namespace {

constexpr std::string_view marks = "?~%";

bool is_mark(char character) {
    return marks.find(character) != marks.npos;
}

bool all_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == text.npos;
}

constexpr std::string_view digits = "0123456789";
constexpr std::string_view digits_and_open = "0123456789X";

/// Year, month or day of a date, with the marks that level 2 allows before and behind each.
struct Part {
    std::string_view figures;
    bool marked_before = false;
    bool marked_behind = false;
};

Part part_of(std::string_view text) {
    Part part;
    part.marked_before = !text.empty() && is_mark(text.front());
    if (part.marked_before) text.remove_prefix(1);
    part.marked_behind = !text.empty() && is_mark(text.back());
    if (part.marked_behind) text.remove_suffix(1);
    part.figures = text;
    return part;
}

/// The parts of a text that has the shape of a date; none where it has not.
std::vector<Part> parts_of(std::string_view date) {
    if (date.starts_with('-')) date.remove_prefix(1);
    std::vector<Part> parts;
    while (parts.size() < 3) {
        const std::size_t dash = std::min(date.find('-'), date.size());
        parts.push_back(part_of(date.substr(0, dash)));
        const std::size_t length = parts.size() == 1 ? 4 : 2;
        if (parts.back().figures.size() != length || !all_of(parts.back().figures, digits_and_open)) return {};
        if (dash == date.size()) return parts;
        date.remove_prefix(dash + 1);
    }
    return {};
}

/// Y-17E7, 1950S2, Y171010000S3.
bool is_exponential_year(std::string_view text) {
    const bool prefixed = text.starts_with('Y');
    if (prefixed) text.remove_prefix(1);
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t significant = text.find('S');
    if (significant != text.npos && !all_of(text.substr(significant + 1), digits)) return false;
    const std::string_view year = text.substr(0, significant);
    const std::size_t exponent = prefixed ? year.find('E') : year.npos;
    if (exponent != year.npos && !all_of(year.substr(exponent + 1), digits)) return false;
    return all_of(year.substr(0, exponent), digits) && (exponent != year.npos || significant != text.npos);
}

std::optional<std::string_view> feature_of_date(std::string_view date) {
    if (is_exponential_year(date)) return "years with an exponent or with significant digits are";
    const std::vector<Part> parts = parts_of(date);
    if (parts.empty()) return std::nullopt;
    const auto is_open = [](const Part& part) { return part.figures.find('X') != part.figures.npos; };
    if (std::any_of(parts.begin(), parts.end(), is_open))
        return "digits left open anywhere but at the end of a year, a month or a day are";
    const bool inner_mark = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
        return part.marked_before || (part.marked_behind && &part != &parts.back());
    });
    if (inner_mark) return "marks of doubt on a part of a date are";
    const bool grouped = parts.size() == 2 && parts[1].figures >= "25" && parts[1].figures <= "41";
    if (grouped) return "quarters and the seasons of one hemisphere are";
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> level_two_feature(std::string_view text) {
    if (text.starts_with('[') || text.starts_with('{')) return "sets of dates are";
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t slash = std::min(text.find('/', at), text.size());
        if (const auto feature = feature_of_date(text.substr(at, slash - at))) return feature;
        at = slash + 1;
    }
    return std::nullopt;
}

}  // namespace fabula
