// date_ahead, take_date: one date of any calendar, in any of its forms.

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

#include "source/nearest.hpp"
#include "story/date.hpp"
#include "story/date_readers.hpp"
#include "story/duration.hpp"
#include "story/length_phrase.hpp"
#include "story/parts.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

/// The month whose name the words from `ahead` on are, and how many words it has; of several names the longest.
struct MonthAhead {
    int month = 0;
    std::size_t words = 0;
};

MonthAhead month_ahead(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    MonthAhead found;
    for (std::size_t i = 0; i < calendar.months.size(); ++i) {
        const CalendarMonth& month = calendar.months[i];
        std::size_t count = words_of(month.name, words, ahead);
        for (const std::string& name : month.also)
            count = std::max(count, words_of(name, words, ahead));
        if (count > found.words) found = {static_cast<int>(i) + 1, count};
    }
    return found;
}

/// A whole number that can be a day or a year.
std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value >= -static_cast<std::int64_t>(most_years) && value <= static_cast<std::int64_t>(most_years)
               ? std::optional(value)
               : std::nullopt;
}

/// The value of "VIII", as years of the French Republic are written; nothing where it is not a Roman number.
std::optional<std::int64_t> parse_roman(std::string_view text) {
    constexpr std::pair<std::string_view, int> signs[] = {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10},
                                                          {"IX", 9},  {"V", 5},   {"IV", 4}, {"I", 1}};
    std::int64_t value = 0;
    for (const auto& [sign, worth] : signs) {
        for (int times = 0; times < 3 && text.starts_with(sign); ++times) {
            text.remove_prefix(sign.size());
            value += worth;
        }
    }
    return text.empty() && value > 0 ? std::optional(value) : std::nullopt;
}

/// The year after a month, and how many words it has: "8", "an VIII", "Showa 20".
struct YearAhead {
    std::int64_t year = 0;
    const Era* era = nullptr;
    std::size_t words = 0;
};

YearAhead year_ahead(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    YearAhead found;
    for (const Era& era : calendar.eras) {
        const std::size_t count = words_of(era.name, words, ahead);
        if (count > found.words) found = {.era = &era, .words = count};
    }
    const std::string_view word = words.word(ahead + found.words);
    if (found.words == 0 && (same_word(word, "an") || same_word(word, "year"))) ++found.words;
    const std::string_view figures = words.word(ahead + found.words);
    auto year = parse_whole(figures);
    if (!year && calendar.system == CalendarSystem::french_republican) year = parse_roman(figures);
    if (!year) return {};
    found.year = *year;
    ++found.words;
    return found;
}

/// Whether the words from the one `ahead` on are a date of `calendar` with the name of a month: "25 Rethe 1419",
/// "Rethe 1419", or "25 Rethe" and nothing more. Dates of standard calendars are not written like that.
bool is_named_date(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    if (calendar.standard) return false;
    const bool day = parse_whole(words.word(ahead)).has_value();
    const std::size_t month = ahead + (day ? 1 : 0);
    const std::size_t behind = month + month_ahead(words, calendar, month).words;
    if (behind == month) return false;
    return year_ahead(words, calendar, behind).words > 0 || (day && words.word(behind).empty());
}

/// Reads such a date. `era` says how its year is counted, or is null. Precondition: is_named_date.
std::optional<CalendarDate> take_named_date(PhraseCursor& words, const Calendar& calendar, const Era* era) {
    CalendarDate date;
    const Span day_span = words.here();
    const auto day = parse_whole(words.word());
    if (day) words.pass();
    const MonthAhead month = month_ahead(words, calendar, 0);
    for (std::size_t i = 0; i < month.words; ++i)
        words.pass();
    date.month = month.month;
    const YearAhead year = year_ahead(words, calendar, 0);
    if (year.words == 0) {
        return words.fail(words.here(),
                          words.more() ? fmt::format("‘{}’ is not a year", words.word()) : "of what year?",
                          "write the year as a number after the month");
    }
    if (year.era != nullptr) era = year.era;
    if (era != nullptr && year.year < 1) {
        return words.fail(words.here(), "the years of an era are counted from 1", "leave out the name of the era");
    }
    date.year = era == nullptr ? year.year : year_of_era(*era, year.year);
    words.pass_words(year.words);
    if (day) date.day = static_cast<int>(*day);
    if (const auto fault = no_such_date(calendar, date, era))
        return words.fail(day_span, fault->message, fault->help, "bad-date");
    return date;
}

constexpr std::size_t julian_calendar = 1;  ///< of Story::calendars

/// Whether an epoch links the calendar to that of the story, unless it is the same; reports it where none does.
bool can_stand_here(const PhraseCursor& words, std::size_t index, const Span& span) {
    const std::vector<Calendar>& calendars = words.context().calendars;
    const Calendar& calendar = calendars[index];
    const Calendar& usual = calendars[words.context().calendar];
    if (&calendar == &usual || (calendar.epoch && usual.epoch)) return true;
    words.fail(span, fmt::format("nothing says how ‘{}’ and ‘{}’ count the same days", calendar.id, usual.id),
               fmt::format("give ‘{}’ an ‘epoch’: the Gregorian date on which its year 1 begins",
                           calendar.epoch ? usual.id : calendar.id),
               "unlinked-calendar");
    return false;
}

std::optional<DatePhrase> take_named(PhraseCursor& words, const DateHead& head) {
    DatePhrase result;
    result.from = take_named_date(words, words.context().calendars[head.calendar], head.era);
    return result.from ? std::optional(result) : std::nullopt;
}

std::optional<DatePhrase> take_english(PhraseCursor& words, const DateHead& head) {
    const Span span = words.ahead(0, head.english.words);
    words.pass_words(head.english.words);
    if (const auto& fault = head.english.fault) return words.fail(span, fault->message, fault->help, "bad-date");
    auto result = parse_date(head.english.edtf, head.way(words));
    if (const auto* fault = std::get_if<DateFault>(&result))
        return words.fail(span, fault->message, fault->help, "bad-date");
    auto date = std::get<DatePhrase>(std::move(result));
    if (head.english.between) date.relation = DatePhrase::Relation::between;
    return date;
}

/// How many words a set has, to its closing bracket: "[1667, 1668]"; else 1.
std::size_t words_of_set(const PhraseCursor& words) {
    if (!words.word().starts_with('[') && !words.word().starts_with('{')) return 1;
    for (std::size_t i = 0; !words.word(i).empty(); ++i)
        if (words.word(i).ends_with(']') || words.word(i).ends_with('}')) return i + 1;
    return 1;
}

/// Which month was probably meant in "hebrew 1 Teves 5784". The day has been taken already.
std::optional<std::string> month_misspelt(const PhraseCursor& words, std::string_view day, const Calendar& calendar) {
    const bool date = !calendar.standard && day.size() <= 2 && whole_number(day) && !words.word().empty() &&
                      !whole_number(words.word()) && whole_number(words.word(1));
    if (!date) return std::nullopt;
    std::vector<std::string_view> names;
    for (const CalendarMonth& month : calendar.months) {
        names.push_back(month.name);
        names.insert(names.end(), month.also.begin(), month.also.end());
    }
    return suggestion(words.word(), names,
                      fmt::format("its months are {}", listed(std::span(names).first(calendar.months.size()))));
}

std::optional<DatePhrase> take_written(PhraseCursor& words, const DateHead& head) {
    const Calendar& calendar = words.context().calendars[head.calendar];
    if (!words.more()) {
        return words.fail(words.here(), fmt::format("which date of ‘{}’?", calendar.id),
                          fmt::format("write it as {} 1419-03-25", calendar.id));
    }
    const PhraseWord first = words.text().words()[words.position()];
    const std::size_t count = words_of_set(words);
    words.pass_words(count - 1);
    const PhraseWord last = words.pass();
    std::string_view text(first.text.data(), last.offset + last.text.size() - first.offset);
    if (words.more()) text = without_comma(text);
    auto result = parse_date(text, head.way(words));
    const auto* fault = std::get_if<DateFault>(&result);
    if (fault == nullptr) return std::get<DatePhrase>(result);
    if (text.starts_with('[') && text.find_first_of("abcdefghijklmnopqrstuvwxyz") != text.npos) {
        return words.fail(words.since(words.position() - count), "in a set dates are written in digits",
                          "write it as [1667-07-14, 1667-07-15]; without the quotes a list means all of its phrases",
                          "bad-date");
    }
    if (const auto month = month_misspelt(words, text, calendar))
        return words.fail(words.here(), fmt::format("‘{}’ is not a month of ‘{}’", words.word(), calendar.id), *month,
                          "bad-date");
    const bool bare_number = parse_amount(text).has_value();
    if (bare_number && !words.context().clock.empty()) {
        return words.fail(words.text().span(first), fmt::format("‘{}’ alone is not a time", text),
                          fmt::format("on the story's clock, write ‘at {}’", text));
    }
    return words.fail(words.text().span(first.offset + fault->offset, fault->length), fault->message, fault->help,
                      "bad-date");
}

/// Longer words for how a date is meant, and the short word of the same meaning.
struct LongRelation {
    std::string_view words;
    std::string_view relation;
};

constexpr LongRelation long_relations[] = {
    {"not before", "from"},   {"no earlier than", "from"}, {"not earlier than", "from"},
    {"on or after", "from"},  {"not after", "by"},         {"no later than", "by"},
    {"not later than", "by"}, {"on or before", "by"},      {"up to", "by"}};

/// The word that says how a date is meant, and how many words it stands for.
struct RelationAhead {
    std::string_view relation;
    std::size_t words = 0;
};

RelationAhead relation_ahead(const PhraseCursor& words, std::size_t ahead) {
    for (const LongRelation& row : long_relations) {
        if (const std::size_t count = words_of(row.words, words, ahead); count > 0) return {row.relation, count};
    }
    const std::string_view word = words.word(ahead);
    if (is_one_of(word, {"after", "before", "between", "by", "until", "till", "from", "since", "during"}))
        return {word, 1};
    return {};
}

/// 1 for the "the" that a date may begin with, else 0.
std::size_t article(const PhraseCursor& words, std::size_t ahead) {
    return words.word(ahead) == "the" ? 1 : 0;
}

std::optional<DatePhrase> take_date_here(PhraseCursor& words, std::optional<std::size_t> usual = std::nullopt) {
    if (!date_ahead(words, 0, usual)) words.pass_words(article(words, 0));
    const auto head = date_ahead(words, 0, usual);
    if (head) return take_date(words, *head);
    return words.fail(words.here(), words.more() ? fmt::format("‘{}’ is not a date", words.word()) : "which date?",
                      "two dates, or two ids, go together: between 1850 and 1860, between x and y; of one each, make a "
                      "list: [after 1850, before x]");
}

/// A stretch with one end: "after 1850", "after the 1850s".
std::optional<DatePhrase> one_sided(const PhraseCursor& words, DatePhrase date, std::string_view word,
                                    const Span& span) {
    const bool at_end = word == "after" || word == "by" || word == "until" || word == "till";
    if (date.interval && (!date.from || !date.to || date.relation == DatePhrase::Relation::after)) {
        return words.fail(span, fmt::format("‘{}’ is followed by a date that has both ends", word),
                          "write the date without it, or one with both ends, as 1850/1860");
    }
    const CalendarDate end = date.interval && at_end ? *date.to : *date.from;
    DatePhrase result;
    result.interval = true;
    result.calendar = date.calendar;
    if (word == "after" || word == "before")
        result.relation = word == "after" ? DatePhrase::Relation::after : DatePhrase::Relation::before;
    (word == "after" || word == "from" || word == "since" ? result.from : result.to) = end;
    return result;
}

/// The stretch from one date to another of the same calendar.
std::optional<DatePhrase> two_sided(const PhraseCursor& words, const DatePhrase& first, const DatePhrase& second,
                                    const Span& span) {
    const auto& from = first.from;
    const auto& to = second.interval ? second.to : second.from;
    if (!from || !to) return words.fail(span, "both are dates that are known", "write it as between 1850 and 1860");
    if (first.calendar != second.calendar)
        return words.fail(span, "the two dates are of two calendars", "make a list of it: [1850/.., ../julian 1860]");
    if (is_later(*from, *to))
        return words.fail(span, "this stretch ends before it begins", "write the earlier date first", "bad-date");
    DatePhrase result;
    result.interval = true;
    result.calendar = first.calendar;
    result.from = from;
    result.to = to;
    return result;
}

std::optional<DatePhrase> take_two(PhraseCursor& words, std::initializer_list<std::string_view> joints,
                                   const Span& span, const DatePhrase& first) {
    if (!words.more() || !is_one_of(words.word(), joints))
        return words.fail(words.here(), "an ‘and’ is missing", "write it as between 1850 and 1860");
    words.pass();
    const auto second = take_date_here(words, first.calendar);
    return second ? two_sided(words, first, *second, span) : std::nullopt;
}

/// A year or month of an era in which it begins or ends has only the days of that era: Showa 64 is a week of 1989.
void keep_within_era(DatePhrase& phrase, const Era& era, const Calendar& calendar) {
    if (phrase.interval || !phrase.from || phrase.from->day || !(era.begins || era.ends)) return;
    const CalendarDate& date = *phrase.from;
    const int month = date.month.value_or(1);
    const std::int64_t first = day_number(calendar, {date.year, month, 1});
    const std::int64_t behind =
        date.month ? day_number(calendar, {date.year, month + 1, 1}) : day_number(calendar, {date.year + 1, 1, 1});
    const std::int64_t from = std::max(first, era.begins.value_or(first));
    const std::int64_t to = std::min(behind - 1, era.ends.value_or(behind - 1));
    if (from == first && to == behind - 1) return;
    const auto date_of = [&](std::int64_t number) {
        const CalendarDay day = day_of(calendar, number);
        CalendarDate result = date;
        result.year = day.year;
        result.month = day.month;
        result.day = day.day;
        return result;
    };
    const CalendarDate begins = date_of(from);
    phrase.to = date_of(to);
    phrase.from = begins;
    phrase.interval = true;
    phrase.relation = DatePhrase::Relation::between;
}

}  // namespace

std::optional<DateHead> date_ahead(const PhraseCursor& words, std::size_t ahead, std::optional<std::size_t> usual) {
    const PhraseContext& context = words.context();
    const std::vector<Calendar>& calendars = context.calendars;
    const bool old_style = words.word(ahead) == "old-style" && !words.word(ahead + 1).empty();
    const auto named = words.word(ahead + 1).empty() ? std::nullopt : find_calendar(calendars, words.word(ahead));
    const std::size_t behind_name = named || old_style ? 1 : 0;
    DateHead head{.calendar = old_style ? julian_calendar : named.value_or(usual.value_or(context.calendar)),
                  .old_style = old_style || (!named && context.old_style && usual.value_or(1) == julian_calendar),
                  .words = behind_name};
    const Calendar& calendar = calendars[head.calendar];
    for (const Era& era : calendar.eras) {
        const std::size_t behind_era = behind_name + words_of(era.name, words, ahead + behind_name);
        if (behind_era <= head.words) continue;
        head.era = &era;
        head.words = behind_era;
    }
    head.named = is_named_date(words, calendar, ahead + head.words);
    if (!head.named) head.english = english_date_ahead(words, ahead + head.words, head.way(words));
    const bool known = head.named || named || old_style || head.english.words > 0;
    if (known || looks_like_date(words.word(ahead + head.words))) return head;
    return std::nullopt;
}

std::optional<DatePhrase> take_date(PhraseCursor& words, const DateHead& head) {
    const std::size_t first = words.position();
    words.pass_words(head.words);
    auto result = head.named               ? take_named(words, head)
                  : head.english.words > 0 ? take_english(words, head)
                                           : take_written(words, head);
    if (!result || !can_stand_here(words, head.calendar, words.since(first))) return std::nullopt;
    result->calendar = head.calendar;
    if (head.era != nullptr) keep_within_era(*result, *head.era, words.context().calendars[head.calendar]);
    return result;
}

std::size_t date_relation_ahead(const PhraseCursor& words, std::size_t ahead) {
    const RelationAhead relation = relation_ahead(words, ahead);
    const std::size_t behind = ahead + relation.words;
    if (relation.words == 0 || is_length_ahead(words, behind)) return 0;
    const bool dated = date_ahead(words, behind) || (article(words, behind) > 0 && date_ahead(words, behind + 1));
    return dated ? relation.words : 0;
}

std::optional<DatePhrase> take_related_date(PhraseCursor& words) {
    const std::size_t start = words.position();
    const auto [relation, count] = relation_ahead(words, 0);
    words.pass_words(count);
    auto first = take_date_here(words);
    if (!first || relation == "during") return first;
    const bool both_are_said = first->relation == DatePhrase::Relation::between && words.word() != "and";
    if (relation == "between" && both_are_said) return first;  // 250 and 200 million years ago
    if (relation == "between") {
        auto both = take_two(words, {"and"}, words.since(start), *first);
        if (both) both->relation = DatePhrase::Relation::between;
        return both;
    }
    if (relation == "from" && is_one_of(words.word(), {"to", "until", "till", "through"})) {
        return take_two(words, {"to", "until", "till", "through"}, words.since(start), *first);
    }
    const bool stretch = first->interval && first->from && first->to && first->relation == DatePhrase::Relation::plain;
    return relation == "from" && stretch ? first : one_sided(words, *first, relation, words.since(start));
}

}  // namespace fabula
