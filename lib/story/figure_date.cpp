// figure_date_fault: dates in figures as they are written in one country or another.

#include "story/figure_date.hpp"

#include <array>
#include <fmt/format.h>

#include "story/phrase_words.hpp"

namespace fabula {
namespace {

/// Three whole numbers with the same sign between them.
std::optional<std::array<std::string_view, 3>> three_numbers(std::string_view text, char sign) {
    std::array<std::string_view, 3> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = i == 2 ? text.size() : text.find(sign);
        if (end == text.npos) return std::nullopt;
        parts[i] = text.substr(0, end);
        const bool fits = parts[i].size() <= 4 && whole_number(parts[i]);
        if (!fits) return std::nullopt;
        text.remove_prefix(i == 2 ? end : end + 1);
    }
    return parts;
}

std::string day_of_year(std::string_view year, int month, int day) {
    return fmt::format("{:0>4}-{:02}-{:02}", year, month, day);
}

/// What "3/4/1996" may mean, where each of the two may be the month.
std::string meant(int first, int second, std::string_view year) {
    if (first > 12) return day_of_year(year, second, first);
    if (second > 12) return day_of_year(year, first, second);
    if (first == second) return day_of_year(year, first, second);
    return fmt::format("{} for the {} in month {}, or {}", day_of_year(year, second, first), first, second,
                       day_of_year(year, first, second));
}

}  // namespace

std::optional<DateFault> figure_date_fault(std::string_view text) {
    for (const char sign : {'/', '.', '-'}) {
        const auto parts = three_numbers(text, sign);
        if (!parts) continue;
        const auto& [first, second, third] = *parts;
        const bool year_first = first.size() == 4 && second.size() <= 2 && third.size() <= 2;
        const bool year_last = third.size() >= 2 && third.size() != 3 && first.size() <= 2 && second.size() <= 2;
        if ((year_first && sign == '-') || (!year_first && !year_last)) return std::nullopt;
        const std::string year = third.size() == 2 ? "19" + std::string(third) : std::string(third);
        const int one = *whole_number(year_first ? second : first);
        const int two = *whole_number(year_first ? third : second);
        const std::string form = year_first ? day_of_year(first, one, two) : meant(one, two, year);
        return DateFault{"dates in figures are written with the year first and ‘-’ between",
                         fmt::format("write it as {}", form), 0, text.size()};
    }
    return std::nullopt;
}

}  // namespace fabula
