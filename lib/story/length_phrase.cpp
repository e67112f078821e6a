// count_ahead: numbers in figures and in English words. take_length, take_age: lengths of time in phrases.

#include "story/length_phrase.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "source/number.hpp"
#include "story/date_tokens.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

using Counted = bool (*)(std::string_view, std::string_view);

struct NumberWord {
    std::string_view word;
    double value = 0;
};

constexpr NumberWord small[] = {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
                                {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
                                {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
                                {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}};
constexpr NumberWord tens[] = {{"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fifty", 50},
                               {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
constexpr NumberWord scales[] = {
    {"dozen", 12}, {"hundred", 100}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}};

/// Words for numbers that are not exact.
struct VagueWord {
    std::string_view words;
    double low = 0;
    double high = 0;
};

constexpr VagueWord vague[] = {{"a couple of", 2, 2}, {"a couple", 2, 2}, {"a few", 2, 5},
                               {"few", 2, 5},         {"several", 3, 7},  {"some", 2, 5}};

template <typename Table>
std::optional<double> value_of(std::string_view word, const Table& table) {
    const auto* const row =
        std::find_if(std::begin(table), std::end(table), [&](const NumberWord& known) { return known.word == word; });
    return row == std::end(table) ? std::nullopt : std::optional(row->value);
}

/// "two", "twenty", "twenty-five".
std::optional<double> word_value(std::string_view word) {
    if (const auto value = value_of(word, small)) return value;
    const std::size_t dash = std::min(word.find('-'), word.size());
    const auto ten = value_of(word.substr(0, dash), tens);
    if (!ten || dash == word.size()) return ten;
    const auto one = value_of(word.substr(dash + 1), small);
    return one && *one < 10 ? std::optional(*ten + *one) : std::nullopt;
}

/// "13,000,000" without its commas; nothing where the commas are not before each three figures.
std::optional<std::string> without_grouping(std::string_view word) {
    std::size_t comma = word.find(',');
    if (comma == word.npos || comma == 0 || comma > 3) return std::nullopt;
    std::string text(word.substr(0, comma));
    while (comma != word.npos) {
        const std::size_t next = word.find(',', comma + 1);
        const std::string_view group = word.substr(comma + 1, std::min(next, word.size()) - comma - 1);
        if (group.size() != 3) return std::nullopt;
        text += group;
        comma = next;
    }
    return text;
}

std::optional<Amount> figures(std::string_view word) {
    if (const auto amount = parse_amount(word)) return amount;
    if (const auto plain = without_grouping(word)) return parse_amount(*plain);
    const auto dash = split_at_dash(word);
    if (!dash) return std::nullopt;
    const auto low = parse_amount(dash->first);
    const auto high = parse_amount(dash->second);
    const bool range = low && high && low->low == low->high && high->low == high->high && !high->about;
    return range && low->low < high->low ? std::optional(Amount{low->low, high->low, low->about}) : std::nullopt;
}

CountAhead scaled(CountAhead count, const PhraseCursor& words, std::size_t ahead) {
    while (count.words > 0) {
        const auto scale = value_of(words.word(ahead + count.words), scales);
        if (!scale) break;
        count.amount.low *= *scale;
        count.amount.high *= *scale;
        count.scale *= *scale;
        ++count.words;
    }
    return count;
}

CountAhead vague_count(const PhraseCursor& words, std::size_t ahead, Counted counted) {
    for (const VagueWord& row : vague) {
        const std::size_t length = words_of(row.words, words, ahead);
        const std::string_view next = words.word(ahead + length);
        const bool counts = counted(next, words.context().clock) || value_of(next, scales).has_value();
        if (length > 0 && counts) return {{row.low, row.high, false}, length};
    }
    return {};
}

/// One number, without "two or three".
CountAhead single_count(const PhraseCursor& words, std::size_t ahead, Counted counted) {
    const std::string_view word = words.word(ahead);
    if (const auto amount = figures(word)) return scaled({*amount, 1}, words, ahead);
    if (const auto ten = value_of(word, tens)) {
        const auto one = value_of(words.word(ahead + 1), small);
        if (one && *one < 10) return scaled({{*ten + *one, *ten + *one, false}, 2}, words, ahead);
    }
    if (const auto value = word_value(word)) return scaled({{*value, *value, false}, 1}, words, ahead);
    if (const auto scale = value_of(word, scales)) return scaled({{*scale, *scale, false}, 1}, words, ahead);
    if (const CountAhead some = vague_count(words, ahead, counted); some.words > 0) return scaled(some, words, ahead);
    const bool article = word == "a" || word == "an";
    const std::string_view next = words.word(ahead + 1);
    if (article && (counted(next, words.context().clock) || value_of(next, scales)))
        return scaled({{1, 1, false}, 1}, words, ahead);
    return {};
}

}  // namespace

CountAhead count_ahead(const PhraseCursor& words, std::size_t ahead, Counted counted) {
    CountAhead first = single_count(words, ahead, counted);
    const std::string_view joint = words.word(ahead + first.words);
    if (first.words == 0 || (joint != "or" && joint != "to")) return first;
    const CountAhead second = single_count(words, ahead + first.words + 1, counted);
    if (first.scale == 1 && second.scale > 1) {  // 2 or 3 million
        first.amount.low *= second.scale;
        first.amount.high *= second.scale;
    }
    const bool range = second.words > 0 && first.amount.low == first.amount.high && !second.amount.about &&
                       second.amount.low == second.amount.high && first.amount.low < second.amount.low;
    if (!range) return single_count(words, ahead, counted);
    return {{first.amount.low, second.amount.high, first.amount.about}, first.words + 1 + second.words};
}

namespace {

/// Whether the word begins a number in words, as "two" and "hundred" do.
bool is_number_word(std::string_view word) {
    return word_value(word) || value_of(word, scales);
}

using Limit = Duration::Limit;

constexpr std::pair<std::string_view, Limit> limits[] = {
    {"at least", Limit::at_least},      {"no less than", Limit::at_least}, {"not less than", Limit::at_least},
    {"no fewer than", Limit::at_least}, {"more than", Limit::more_than},   {"over", Limit::more_than},
    {"at most", Limit::at_most},        {"up to", Limit::at_most},         {"no more than", Limit::at_most},
    {"not more than", Limit::at_most},  {"less than", Limit::less_than},   {"fewer than", Limit::less_than},
    {"under", Limit::less_than}};

constexpr std::string_view abouts[] = {"about",         "nearly", "almost", "roughly", "around",
                                       "approximately", "circa",  "ca.",    "c."};

/// A limit or an "about", and how many words it takes.
struct LengthHead {
    Limit limit = Limit::none;
    bool about = false;
    std::size_t words = 0;
};

bool is_unit(std::string_view word, std::string_view clock) {
    return parse_counted_unit(word, clock).has_value();
}

LengthHead head_ahead(const PhraseCursor& words, std::size_t ahead) {
    LengthHead head;
    for (const auto& [name, limit] : limits) {
        const std::size_t length = words_of(name, words, ahead);
        if (length > 0) head = {limit, false, length};
    }
    const std::string_view next = words.word(ahead + head.words);
    const bool some_number = next == "some" && parse_amount(words.word(ahead + head.words + 1));
    if (some_number || std::find(std::begin(abouts), std::end(abouts), next) != std::end(abouts)) {
        head.about = true;
        ++head.words;
    }
    return head;
}

/// "half a" before a unit.
std::size_t half_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::size_t length = std::max(words_of("half a", words, ahead), words_of("half an", words, ahead));
    return length > 0 && is_unit(words.word(ahead + length), words.context().clock) ? length : 0;
}

/// Whether half a year is six months, as in standard calendars.
bool has_twelve_months(const PhraseCursor& words) {
    const PhraseContext& context = words.context();
    return context.calendars[context.calendar].standard;
}

/// Half of a unit in whole smaller units; nothing where it has no smaller unit, or not always the same number of them.
std::optional<DurationPart> half_of(const CountedUnit& unit, const PhraseCursor& words) {
    if (unit.factor != 1) return std::nullopt;
    if (unit.unit == TimeUnit::year && has_twelve_months(words)) return DurationPart{6, TimeUnit::month};
    if (unit.unit == TimeUnit::hour) return DurationPart{30, TimeUnit::minute};
    if (unit.unit == TimeUnit::minute) return DurationPart{30, TimeUnit::second};
    return std::nullopt;
}

bool is_countable(const PhraseCursor& words, double count, TimeUnit unit, const Span& span) {
    const bool years = unit == TimeUnit::year;
    const double most = years ? most_years : most_units;
    if (count <= most) return true;
    words.fail(span, years ? "these are too many years" : "this is too large a number",
               fmt::format("{} are counted to {}", years ? "years" : "other units", exact_number(most)));
    return false;
}

/// "and 3 months", "3 months": another part of a length.
struct PartAhead {
    CountAhead count;
    std::size_t joint = 0;
    std::optional<TimeUnit> unit;
};

PartAhead part_ahead(const PhraseCursor& words) {
    const std::size_t joint = words.word() == "and" ? 1 : 0;
    const CountAhead count = count_ahead(words, joint, is_unit);
    if (count.words == 0) return {};
    return {count, joint, parse_unit(words.word(joint + count.words), {})};
}

/// The months of "2 years 3 months". Units get smaller, so that none is there twice.
bool take_parts(PhraseCursor& words, Duration& length) {
    TimeUnit last = length.more.empty() ? length.unit : length.more.back().unit;
    for (PartAhead part = part_ahead(words); part.unit; part = part_ahead(words)) {
        words.pass_words(part.joint);
        const Span span = words.here();
        const Amount& count = part.count.amount;
        words.pass_words(part.count.words);
        if (last == TimeUnit::clock || *part.unit >= last) {
            words.fail(words.here(), fmt::format("‘{}’ is not a smaller unit than the one before", words.word()),
                       "write the larger unit first, as 2 years 3 months");
            return false;
        }
        const bool plain = count.low == count.high && !count.about && length.low == length.high;
        if (!plain) {
            words.fail(span, "a length of more than one unit is of plain numbers",
                       "write it as 2 years 3 months, with ‘about’ before all of it if it is not sure");
            return false;
        }
        if (!is_countable(words, count.low, *part.unit, span)) return false;
        words.pass();
        length.more.push_back({count.low, *part.unit});
        last = *part.unit;
    }
    return true;
}

/// Takes "half a year" as six months.
Duration take_half(PhraseCursor& words, std::size_t length) {
    words.pass_words(length);
    const CountedUnit unit = *parse_counted_unit(words.pass().text, words.context().clock);
    const DurationPart half = half_of(unit, words).value_or(DurationPart{unit.factor / 2, unit.unit});
    return {half.count, half.count, half.unit, false};
}

/// "and a half" after the number or the unit: half a unit more.
bool add_half(PhraseCursor& words, Duration& length, const CountedUnit& unit, const Span& span) {
    if (length.low != length.high) {
        words.fail(span, "a half goes on after one number", "write the range in figures, as 2.5..3.5 years");
        return false;
    }
    if (const auto half = half_of(unit, words)) {
        length.more.push_back(*half);
    } else {
        length.low = length.high = length.low + unit.factor / 2;
    }
    return true;
}

std::optional<Amount> take_count(PhraseCursor& words) {
    if (!words.more()) return words.fail(words.here(), "a number is missing", "write it as 3, or 2..3, or ~3");
    const CountAhead count = count_ahead(words, 0, is_unit);
    if (count.words == 0) {
        const AmountFault fault = amount_fault(words.word());
        return words.fail(words.here(), fault.message, fault.help);
    }
    words.pass_words(count.words);
    return count.amount;
}

/// A number and its unit, with "and a half" after either.
std::optional<Duration> take_counted(PhraseCursor& words) {
    const std::string_view clock = words.context().clock;
    const std::size_t first = words.position();
    const auto count = take_count(words);
    if (!count) return std::nullopt;
    const Span number = words.since(first);
    const std::size_t inner_half = words_of("and a half", words, 0);
    words.pass_words(inner_half);
    if (!words.more()) {
        return words.fail(words.here(), "the unit is missing", fmt::format("it can be {}", listed_units(clock)));
    }
    const auto unit = parse_counted_unit(words.word(), clock);
    if (!unit) {
        const bool month = english_month(words.word()).has_value();  // in a calendar of the story's own
        return words.fail(words.here(), fmt::format("‘{}’ is not a unit of time", words.word()),
                          month ? "before a date of another calendar write its name: gregorian 14 July 1996"
                                : fmt::format("it can be {}; a date is written as 1996-07-14", listed_units(clock)));
    }
    Duration result{count->low * unit->factor, count->high * unit->factor, unit->unit, count->about};
    if (!is_countable(words, result.high, result.unit, number)) return std::nullopt;
    const std::string_view name = words.pass().text;
    // The clock may be called as a unit of the calendar is: then its hours can be followed by minutes.
    if (part_ahead(words).unit) result.unit = parse_unit(name, {}).value_or(result.unit);
    const std::size_t outer_half = words_of("and a half", words, 0);
    words.pass_words(outer_half);
    const bool half = inner_half + outer_half > 0;
    if (half && !add_half(words, result, *unit, number)) return std::nullopt;
    return take_parts(words, result) ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace

bool is_length_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::size_t head = ahead + head_ahead(words, ahead).words;
    if (half_ahead(words, head) > 0) return true;
    const std::size_t behind = head + count_ahead(words, head, is_unit).words;
    if (behind == head) return false;
    const std::size_t half = words_of("and a half", words, behind);
    return is_unit(words.word(behind + half), words.context().clock);
}

bool begins_length(const PhraseCursor& words) {
    return head_ahead(words, 0).words > 0 || is_number_word(words.word());
}

std::optional<Duration> take_length(PhraseCursor& words) {
    const LengthHead head = head_ahead(words, 0);
    const Span span = words.here();
    words.pass_words(head.words);
    const std::size_t half = half_ahead(words, 0);
    auto result = half > 0 ? std::optional(take_half(words, half)) : take_counted(words);
    if (!result) return std::nullopt;
    result->about = result->about || head.about;
    result->limit = head.limit;
    if (head.limit == Limit::none || (result->low == result->high && !result->about)) return result;
    return words.fail(span, "a limit is of one number", "write it as ‘at least 3 days’, without a range or ‘about’");
}

std::optional<Duration> take_age(PhraseCursor& words) {
    const LengthHead head = head_ahead(words, 0);
    if (head.limit != Limit::none) {
        return words.fail(words.here(), "an age has no such limit", "write a range, as age 11..99");
    }
    words.pass_words(head.words);
    if (words.word().starts_with('-') && amount_fault(words.word()).message.ends_with("nothing")) {
        return words.fail(words.here(), fmt::format("‘{}’ is not an age", words.word()),
                          "ages begin at 0; what comes before a birth is written as 3 years before x");
    }
    const std::size_t first = words.position();
    const auto count = take_count(words);
    if (!count) return std::nullopt;
    const Span number = words.since(first);
    const auto unit = parse_counted_unit(words.word(), {});
    const CountedUnit counted = unit.value_or(CountedUnit{TimeUnit::year, 1});
    Duration result{count->low * counted.factor, count->high * counted.factor, counted.unit,
                    count->about || head.about};
    if (!is_countable(words, result.high, result.unit, number)) return std::nullopt;
    if (unit) words.pass();
    const std::size_t half = words_of("and a half", words, 0);
    words.pass_words(half);
    if (half > 0 && !add_half(words, result, counted, number)) return std::nullopt;
    return !unit || take_parts(words, result) ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace fabula
