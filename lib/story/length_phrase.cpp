// take_amount, take_length, take_age: lengths of time in phrases.

#include "story/length_phrase.hpp"

#include <fmt/format.h>

#include "source/number.hpp"

namespace fabula {
namespace {

bool is_countable(const PhraseCursor& words, const Amount& amount, TimeUnit unit, const Span& span) {
    if (unit != TimeUnit::year || amount.high <= most_years) return true;
    words.fail(span, "these are too many years", fmt::format("years are counted to {}", exact_number(most_years)));
    return false;
}

/// "and 3 months", "3 months": a count that goes on.
bool has_another_part(const PhraseCursor& words) {
    const std::size_t joint = words.word() == "and" ? 1 : 0;
    return parse_amount(words.word(joint)) && parse_unit(words.word(joint + 1), {});
}

/// The months of "2 years 3 months". Units get smaller, for else one of them is there twice.
bool take_parts(PhraseCursor& words, Duration& length) {
    TimeUnit last = length.unit;
    while (has_another_part(words)) {
        words.take("and");
        const Span span = words.here();
        const Amount count = *parse_amount(words.pass().text);
        const TimeUnit unit = *parse_unit(words.word(), {});
        if (last == TimeUnit::clock || unit >= last) {
            words.fail(words.here(), fmt::format("‘{}’ is no smaller unit than the one before", words.word()),
                       "write the larger unit first, as 2 years 3 months");
            return false;
        }
        const bool plain = count.low == count.high && !count.about && length.low == length.high;
        if (!plain) {
            words.fail(span, "a length of more than one unit is of plain numbers",
                       "write it as 2 years 3 months, with ‘about’ before all of it if it is not sure");
            return false;
        }
        words.pass();
        length.more.push_back({count.low, unit});
        last = unit;
    }
    return true;
}

}  // namespace

std::optional<Amount> take_amount(PhraseCursor& words) {
    const bool about = words.take("about");
    const Span span = words.here();
    const bool article = words.word() == "a" || words.word() == "an";
    if (article && parse_unit(words.word(1), words.context().clock)) {
        words.pass();
        return Amount{1, 1, about};
    }
    if (!words.more()) return words.fail(span, "a number is missing", "write it as 3, or 2..3, or ~3");
    auto result = parse_amount(words.word());
    if (!result) {
        const AmountFault fault = amount_fault(words.word());
        return words.fail(span, fault.message, fault.help);
    }
    words.pass();
    result->about = result->about || about;
    return result;
}

std::optional<Duration> take_length(PhraseCursor& words) {
    const std::string_view clock = words.context().clock;
    const Span number = words.here();
    const auto count = take_amount(words);
    if (!count) return std::nullopt;
    if (!words.more()) {
        return words.fail(words.here(), "the unit is missing", fmt::format("it can be {}", listed_units(clock)));
    }
    const auto unit = parse_unit(words.word(), clock);
    if (!unit) {
        return words.fail(words.here(), fmt::format("‘{}’ is no unit of time", words.word()),
                          fmt::format("it can be {}; a date is written as 1996-07-14", listed_units(clock)));
    }
    if (!is_countable(words, *count, *unit, number)) return std::nullopt;
    const std::string_view name = words.pass().text;
    Duration result{count->low, count->high, *unit, count->about};
    // A clock may count a unit of the calendar: then its hours go on with minutes.
    if (has_another_part(words)) result.unit = parse_unit(name, {}).value_or(*unit);
    return take_parts(words, result) ? std::optional(result) : std::nullopt;
}

std::optional<Duration> take_age(PhraseCursor& words) {
    const Span number = words.here();
    const auto count = take_amount(words);
    if (!count) return std::nullopt;
    const auto unit = parse_unit(words.word(), {});
    if (!is_countable(words, *count, unit.value_or(TimeUnit::year), number)) return std::nullopt;
    Duration result{count->low, count->high, unit.value_or(TimeUnit::year), count->about};
    if (!unit) return result;
    words.pass();
    return take_parts(words, result) ? std::optional(result) : std::nullopt;
}

}  // namespace fabula
