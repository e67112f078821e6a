#include "story/duration.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <vector>

#include "source/nearest.hpp"
#include "source/number.hpp"

namespace fabula {
namespace {

struct Unit {
    std::string_view name;
    TimeUnit unit;
};

constexpr Unit units[] = {{"second", TimeUnit::second}, {"minute", TimeUnit::minute}, {"hour", TimeUnit::hour},
                          {"day", TimeUnit::day},       {"week", TimeUnit::week},     {"month", TimeUnit::month},
                          {"year", TimeUnit::year}};

/// Other units that people use; millennia have a plural of their own.
struct NamedCount {
    std::string_view name;
    CountedUnit meant;
};

constexpr NamedCount counted_units[] = {{"night", {TimeUnit::day, 1}},          {"fortnight", {TimeUnit::week, 2}},
                                        {"decade", {TimeUnit::year, 10}},       {"century", {TimeUnit::year, 100}},
                                        {"millennium", {TimeUnit::year, 1000}}, {"millennia", {TimeUnit::year, 1000}}};

/// Digits with at most one point between them; too many digits are infinite.
std::optional<double> parse_digits(std::string_view text) {
    const auto digit = [](char character) { return character >= '0' && character <= '9'; };
    if (text.empty() || !digit(text.front()) || !digit(text.back())) return std::nullopt;
    if (!std::all_of(text.begin(), text.end(), [&](char character) { return digit(character) || character == '.'; })) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size()) return std::nullopt;
    return error == std::errc() ? value : std::numeric_limits<double>::infinity();
}

std::optional<double> parse_number(std::string_view text) {
    const std::optional<double> value = parse_digits(text);
    return value && *value <= most_years ? value : std::nullopt;
}

bool same_unit(std::string_view word, std::string_view name) {
    if (word.empty() || name.empty() || word.front() != name.front()) return false;
    const auto without_plural = [](std::string_view text) {
        return text.ends_with('s') ? text.substr(0, text.size() - 1) : text;
    };
    const bool of_y = name.ends_with('y') && word.ends_with("ies") &&
                      word.substr(0, word.size() - 3) == name.substr(0, name.size() - 1);  // century, centuries
    return of_y || word == name || without_plural(word) == name || word == without_plural(name);
}

std::string_view words_for(Duration::Limit limit) {
    switch (limit) {
        case Duration::Limit::at_least:
            return "at least ";
        case Duration::Limit::more_than:
            return "more than ";
        case Duration::Limit::at_most:
            return "at most ";
        case Duration::Limit::less_than:
            return "less than ";
        case Duration::Limit::none:
            break;
    }
    return "";
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

AmountFault amount_fault(std::string_view word) {
    constexpr std::string_view how_to =
        "write a number as 3, a range as 2..3, and ‘about’ or ‘~’ before it if it is not sure";
    const std::string_view figures = word.starts_with('~') ? word.substr(1) : word;
    if (figures.starts_with('-') && parse_digits(figures.substr(1)))
        return {fmt::format("‘{}’ is less than nothing", word), "say of what came earlier that it was ‘before’"};
    const std::size_t dots = figures.find("..");
    const std::optional<double> low = parse_digits(figures.substr(0, dots));
    const std::optional<double> high = dots == figures.npos ? low : parse_digits(figures.substr(dots + 2));
    if (!low || !high) return {fmt::format("‘{}’ is not a number or a range", word), std::string(how_to)};
    if (*low > *high)
        return {fmt::format("the range ‘{}’ ends before it begins", word), "write the smaller number first, as 2..3"};
    return {fmt::format("‘{}’ is too large a number", word),
            fmt::format("numbers reach to {}", exact_number(most_years))};
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

std::optional<CountedUnit> parse_counted_unit(std::string_view word, std::string_view clock) {
    if (const auto unit = parse_unit(word, clock)) return CountedUnit{*unit, 1};
    const auto* const row = std::find_if(std::begin(counted_units), std::end(counted_units),
                                         [&](const NamedCount& known) { return same_unit(word, known.name); });
    return row == std::end(counted_units) ? std::nullopt : std::optional(row->meant);
}

std::string listed_units(std::string_view clock) {
    std::vector<std::string_view> names;
    for (const Unit& unit : units)
        names.push_back(unit.name);
    if (!clock.empty() && std::find(names.begin(), names.end(), clock) == names.end()) names.push_back(clock);
    return listed(names, "or");
}

std::string format_duration(const Duration& duration, std::string_view clock) {
    std::string text(words_for(duration.limit));
    if (duration.about) text += "about ";
    const bool one = duration.low == 1 && duration.high == 1;
    text += fmt::format("{} {}{}", format_range(duration.low, duration.high), unit_name(duration.unit, clock),
                        one ? "" : "s");
    for (const DurationPart& part : duration.more) {
        text +=
            fmt::format(" {} {}{}", exact_number(part.count), unit_name(part.unit, clock), part.count == 1 ? "" : "s");
    }
    return text;
}

}  // namespace fabula
