// read_phrases: from words to phrases of time, with advice on what is not a phrase.

#include "story/phrase.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/calendar.hpp"

#include "source/nearest.hpp"
#include "story/date.hpp"
#include "story/date_phrase.hpp"
#include "story/date_tokens.hpp"
#include "story/length_phrase.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

struct Feast {
    std::string_view name;
    int month = 0;
    int day = 0;
    int after_easter = 0;  ///< days; of movable feasts, whose month is 0
};

/// A name comes before the shorter names that it begins with.
constexpr Feast feasts[] = {
    {"Christmas Eve", 12, 24},  {"Christmas Day", 12, 25},    {"Christmas", 12, 25},     {"Boxing Day", 12, 26},
    {"New Year's Eve", 12, 31}, {"New Year's Day", 1, 1},     {"New Year", 1, 1},        {"Epiphany", 1, 6},
    {"Candlemas", 2, 2},        {"Lady Day", 3, 25},          {"Midsummer", 6, 24},      {"Michaelmas", 9, 29},
    {"Halloween", 10, 31},      {"Ash Wednesday", 0, 0, -46}, {"Good Friday", 0, 0, -2}, {"Easter Monday", 0, 0, 1},
    {"Easter", 0, 0, 0},        {"Whitsun", 0, 0, 49},        {"Pentecost", 0, 0, 49}};

/// The number of the day of Easter in the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8).
std::int64_t easter(std::int64_t year) {
    const std::int64_t golden = year % 19;
    const std::int64_t century = year / 100;
    const std::int64_t of_century = year % 100;
    const std::int64_t shift = (century - (century + 8) / 25 + 1) / 3;
    const std::int64_t moon = (19 * golden + century - century / 4 - shift + 15) % 30;
    const std::int64_t week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    const std::int64_t late = (golden + 11 * moon + 22 * week) / 451;
    const std::int64_t sum = moon + week - 7 * late + 114;
    return day_number(gregorian(), {year, static_cast<int>(sum / 31), static_cast<int>(sum % 31) + 1});
}

/// The date of "Christmas Eve 1914", "Easter 1916" and other feasts, as it can be written: "24 December 1914"; nothing
/// where the phrase does not begin with one. A feast without a year is that of 1996, as an example.
std::optional<std::string> date_of_feast(const PhraseCursor& words) {
    constexpr int example = 1996;
    const auto* const feast = std::find_if(std::begin(feasts), std::end(feasts),
                                           [&](const Feast& row) { return words_of(row.name, words, 0) > 0; });
    if (feast == std::end(feasts)) return std::nullopt;
    std::size_t behind = words_of(feast->name, words, 0);
    if (words.word(behind) == "of") ++behind;
    const int year = whole_number(words.word(behind)).value_or(example);
    const CalendarDay day = feast->month == 0 ? day_of(gregorian(), easter(year) + feast->after_easter)
                                              : CalendarDay{year, feast->month, feast->day};
    return fmt::format("{} {} {:04}", day.day, gregorian().months[static_cast<std::size_t>(day.month) - 1].name, year);
}

/// Advice on what resembles no phrase.
constexpr std::string_view phrase_examples =
    "phrases are, for example: 1996-07-14, 14 July 1996, age 11 of x, after x, 3 days before x, with x, between x and "
    "y, the next day, spring";

/// What is wrong with a phrase, and how it was probably meant.
struct Advice {
    std::string message;
    std::string help;
};

constexpr std::string_view first_words[] = {"after", "before", "with", "during", "between", "age",  "at",
                                            "about", "soon",   "same", "until",  "since",   "from", "by"};

/// A word that people begin phrases with, and the one to write here.
struct Replacement {
    std::string_view word;
    std::string_view phrase;
};

constexpr Replacement before_ids[] = {
    {"when", "with"},     {"while", "during"}, {"once", "after"},   {"following", "after"},
    {"then", "after"},    {"past", "after"},   {"prior", "before"}, {"preceding", "before"},
    {"within", "during"}, {"since", "after"},  {"until", "before"}, {"till", "before"},
    {"by", "before"},     {"from", "after"},   {"as", "with"},      {"simultaneously", "with"}};

constexpr Replacement alone[] = {{"tomorrow", "the next day"},
                                 {"yesterday", "the previous day"},
                                 {"afterward", "later"},
                                 {"thereafter", "later"},
                                 {"next", "later"},
                                 {"then", "later"},
                                 {"meanwhile", "with x"},
                                 {"before", "earlier"},
                                 {"tonight", "that night"},
                                 {"immediately", "soon after x"}};

/// "last year": a unit before or after the event above.
constexpr Replacement beside_units[] = {
    {"last", "earlier"}, {"next", "later"}, {"previous", "earlier"}, {"following", "later"}};

/// Words that cannot come before a length: "in 3 days", "after 3 days", "within 3 days of x".
constexpr Replacement before_lengths[] = {{"in", "{} later"},
                                          {"after", "{} later"},
                                          {"for", "{} later"},
                                          {"before", "{} earlier"},
                                          {"within", "at most {} after x"}};

/// The first of the words that is the id of something.
std::optional<std::string_view> id_among(const PhraseCursor& words) {
    for (std::size_t i = 1; !words.word(i).empty(); ++i)
        if (words.context().ids.has_anchor(words.word(i))) return words.word(i);
    return std::nullopt;
}

bool is(std::string_view word, const Replacement& row) {
    return same_word(word, row.word);
}

template <typename Table>
const Replacement* row_of(std::string_view word, const Table& table) {
    const auto* const row =
        std::find_if(std::begin(table), std::end(table), [&](const auto& r) { return is(word, r); });
    return row == std::end(table) ? nullptr : row;
}

/// "in 3 days", "last year".
std::optional<Advice> advice_for_length(const PhraseCursor& words) {
    const std::string_view first = words.word();
    const Replacement* const behind = row_of(first, before_lengths);
    if (behind != nullptr && is_length_ahead(words, 1)) {
        const std::string length = fmt::format("{} {}", words.word(1), words.word(2));
        const auto id = id_among(words);
        std::string meant = fmt::format(fmt::runtime(behind->phrase), length);
        if (id && meant.ends_with(" x")) meant.replace(meant.size() - 1, 1, *id);
        return Advice{fmt::format("‘{}’ cannot come before a length of time", first),
                      fmt::format("write ‘{}’, or ‘{} after x’ with the id of an event", meant, length)};
    }
    const Replacement* const beside = row_of(first, beside_units);
    if (beside != nullptr && words.size() == 2 && parse_counted_unit(words.word(1), {}))
        return Advice{fmt::format("nothing says from when ‘{}’ counts", first),
                      fmt::format("write ‘a {} {}’ for the time of the event above", words.word(1), beside->phrase)};
    return std::nullopt;
}

std::vector<std::string_view> english_months() {
    std::vector<std::string_view> names;
    for (const CalendarMonth& month : gregorian().months)
        names.push_back(month.name);
    return names;
}

/// "14 juillet 1996", "18 brumaire 8": a day and a year with something between.
std::optional<Advice> advice_for_month(const PhraseCursor& words) {
    std::string_view day = words.word();
    if (day.ends_with('.')) day.remove_suffix(1);
    const std::size_t at = words.word(1) == "de" ? 2 : 1;
    const std::string_view month = words.word(at);
    const std::size_t behind = at + (words.word(at + 1) == "de" ? 2 : 1);
    const bool date = whole_number(day) && day.size() <= 2 && !month.empty() && !words.word(behind).empty();
    if (!date || is_length_ahead(words)) return std::nullopt;
    std::string year(words.word(behind));
    if (const std::string_view more = words.word(behind + 1); !more.empty()) year.append(" ").append(more);  // an VIII
    for (const Calendar& calendar : words.context().calendars) {
        const bool has_it =
            std::any_of(calendar.months.begin(), calendar.months.end(), [&](const CalendarMonth& known) {
                return same_word(known.name, month) ||
                       std::any_of(known.also.begin(), known.also.end(),
                                   [&](const auto& name) { return same_word(name, month); });
            });
        if (!has_it) continue;
        return Advice{fmt::format("‘{}’ is a month of another calendar", month),
                      fmt::format("write ‘{} {} {} {}’", calendar.id, day, month, year)};
    }
    if (words.word(behind).size() != 4 || !whole_number(words.word(behind))) return std::nullopt;
    return Advice{fmt::format("‘{}’ is not a month", month),
                  suggestion(month, english_months(),
                             "write the month in digits, as in 1996-07-14, or in English, as in 14 July 1996")};
}

std::optional<Advice> advice_for_feast(const PhraseCursor& words) {
    const auto date = date_of_feast(words);
    if (!date) return std::nullopt;
    return Advice{fmt::format("‘{}’ is not read as a date", words.word()), fmt::format("write ‘{}’", *date)};
}

/// Advice on a length of time or a month that is written in a wrong way: "in 3 days", "last year", "14 juillet 1996".
std::optional<Advice> advice_for_lengths_and_months(const PhraseCursor& words) {
    const auto advice = advice_for_length(words);
    return advice ? advice : advice_for_month(words);
}

/// Advice on a phrase of no known form: "when boat arrives", "tomorrow", "while x"; nothing where it resembles none.
std::optional<Advice> advice_for(const PhraseCursor& words) {
    const std::string_view first = words.word();
    const std::string message = fmt::format("a phrase cannot begin with ‘{}’", first);
    if (const auto advice = advice_for_feast(words)) return advice;
    const auto id = id_among(words);
    if (const auto* const row = row_of(first, before_ids); id && row != nullptr)
        return Advice{message, fmt::format("write ‘{} {}’", row->phrase, *id)};
    if (const auto* const row = row_of(first, alone); row != nullptr)
        return Advice{message, fmt::format("write ‘{}’", row->phrase)};
    if ((first == "early" || first == "late" || first == "mid") && part_of_year_or_day(words.word(1)))
        return Advice{fmt::format("‘{}’ is not read of a part of the year or day", first),
                      fmt::format("write ‘{}’ without it, or between which days it is", words.word(1))};
    if (same_word(first, "week") && whole_number(words.word(1)))
        return Advice{"weeks have no numbers here", "write the days from the first to the last, as 18–24 March 1996"};
    if (same_word(first, "today") || same_word(first, "now"))
        return Advice{message, "write the date, or ‘with x’ with the id of an event of the same time"};
    if (english_month(first) && words.size() == 1)
        return Advice{fmt::format("of what year is ‘{}’?", first),
                      fmt::format("write it with the year, as {} 1996", first)};
    return std::nullopt;
}

/// What to write instead of a word that no phrase begins with: a similar word, or some phrases.
std::string help_for_first_word(std::string_view word) {
    return suggestion(word, first_words, std::string(phrase_examples));
}

using Relation = RelativePhrase::Relation;

std::optional<Relation> parse_side(std::string_view word) {
    if (word == "after") return Relation::after;
    return word == "before" ? std::optional(Relation::before) : std::nullopt;
}

bool is_soon(std::string_view word) {
    return word == "soon" || word == "shortly";
}

/// The side of the event above on which "later" and "earlier" are.
std::optional<Relation> beside_above(std::string_view word) {
    if (word == "later" || word == "afterwards") return Relation::after;
    return word == "earlier" ? std::optional(Relation::before) : std::nullopt;
}

/// Reads one phrase, word by word. Each part returns nothing where it has reported a fault.
class PhraseParser {
public:
    PhraseParser(const yaml::Node& node, const PhraseContext& context, const std::optional<Reference>& subject,
                 PhrasesOf what)
        : words_(node, context), context_(context), subject_(subject), what_(what) {}

    void read_into(std::vector<Phrase>& phrases) {
        if (words_.size() == 0) {
            words_.fail(words_.text().span(), "a phrase is empty", phrase_examples);
        } else if (!is_id_alone() && !is_beside_id() && is_date_phrase(words_)) {
            std::vector<Phrase> read = read_date_phrase(words_);
            std::move(read.begin(), read.end(), std::back_inserter(phrases));
        } else if (auto value = phrase(); value && words_.is_at_end()) {
            phrases.push_back({std::move(*value), words_.text().span()});
        }
    }

private:
    using Value = decltype(Phrase::value);

    /// "friday", where something is called that. "summer" is never that.
    [[nodiscard]] bool is_id_alone() const {
        return words_.size() == 1 && !is_part_of_year_or_day(words_.word()) && context_.ids.has_anchor(words_.word());
    }

    /// "after friday", where something is called that.
    [[nodiscard]] bool is_beside_id() const {
        return words_.size() == 2 && parse_side(words_.word()) && context_.ids.has_anchor(words_.word(1));
    }

    std::optional<Value> phrase() {
        if (is_id_alone()) return bare_id();
        if (const auto advice = advice_for_lengths_and_months(words_))
            return words_.fail(words_.text().span(), advice->message, advice->help);
        if (is_length_ahead(words_)) return distance();
        if (words_.take("age")) return age();
        if (words_.take("between")) return between();
        if (words_.word() == "at" && words_.word(1) != "least" && words_.word(1) != "most") {
            words_.pass();
            return clock();
        }
        if (words_.word() == "same" && words_.word(1) == "age") return same_age();
        const std::string_view first = words_.word();
        const bool relation = parse_side(first) || is_soon(first) || first == "with" || first == "during";
        if (relation) return relative(std::nullopt);
        if (beside_above(first) && words_.size() == 1) return from_above(std::nullopt);
        const bool counts = parse_amount(first) || parse_counted_unit(words_.word(1), context_.clock);
        const bool misread = begins_length(words_) && !context_.ids.has_anchor(first);
        if (words_.size() > 1 && (misread || counts)) return distance();
        return bare_id();
    }

    /// Takes the id that has to come next; `question` ("after what?") is the fault where none does.
    std::optional<std::string_view> id_after(std::string_view question) {
        if (!words_.more()) return words_.fail(words_.here(), std::string(question), "an id has to follow");
        return words_.pass().text;
    }

    std::optional<Anchor> anchor(std::string_view question) {
        const Span span = words_.here();
        const auto id = id_after(question);
        return id ? context_.ids.refer_to_anchor(*id, span) : std::nullopt;
    }

    std::optional<Reference> character(std::string_view question) {
        const Span span = words_.here();
        const auto id = id_after(question);
        return id ? context_.ids.refer(IdSort::character, *id, span) : std::nullopt;
    }

    std::optional<Value> age() {
        if (!words_.more()) return words_.fail(words_.here(), "which age?", "write it as ‘age 11 of x’");
        auto length = take_age(words_);
        if (!length) return std::nullopt;
        AgePhrase result{length->low, length->high, length->about, {}, length->unit, std::move(length->more)};
        if (!words_.more()) {
            if (!subject_) {
                return words_.fail(
                    words_.here(), "whose age?",
                    "write ‘of’ and the id of a character; it can only be left out where one character takes part");
            }
            result.of = *subject_;
            return result;
        }
        if (!words_.take("of")) {
            return words_.fail(words_.here(), fmt::format("the phrase does not go on with ‘{}’", words_.word()),
                               "write ‘of’ and the id of a character");
        }
        const auto of = character("‘of’ whom?");
        if (!of) return std::nullopt;
        result.of = *of;
        return result;
    }

    std::optional<Value> same_age() {
        words_.take("same");
        words_.take("age");
        if (!words_.take("as")) {
            return words_.fail(words_.here(), "an ‘as’ is missing", "write it as ‘same age as x’");
        }
        const auto as = character("‘as’ whom?");
        if (!as) return std::nullopt;
        if (what_ != PhrasesOf::birth) {
            return words_.fail(words_.text().span(), "‘same age as’ can only be said of a birth",
                               "write it under ‘born’; here, say ‘age 11 of x’");
        }
        return SameAgePhrase{*as};
    }

    std::optional<Value> between() {
        const auto first = anchor("‘between’ what?");
        if (!first && !words_.more()) return std::nullopt;
        if (!words_.take("and"))
            return words_.fail(words_.here(), "an ‘and’ is missing", "write it as ‘between x and y’");
        const auto second = anchor("‘and’ what?");
        if (!first || !second) return std::nullopt;
        return BetweenPhrase{*first, *second};
    }

    std::optional<Value> clock() {
        if (context_.clock.empty()) {
            return words_.fail(
                words_.text().span(), "the story has no clock of its own to say ‘at’ on",
                "say what it counts at the top of the file, as time: {clock: minute}; write times of day "
                "as ‘at 09:30’ or ‘at 9pm’",
                "no-clock");
        }
        if (!words_.more()) return words_.fail(words_.here(), "‘at’ when?", "write it as ‘at 12’ or ‘at 12..17’");
        const auto value = parse_amount(words_.word());
        if (!value || value->about || value->high > most_units)
            return words_.fail(words_.here(), fmt::format("‘{}’ is not a time on the clock", words_.word()),
                               "write it as ‘at 12’ or ‘at 12..17’");
        words_.pass();
        return ClockPhrase{value->low, value->high};
    }

    std::optional<Value> distance() {
        const std::size_t first = words_.position();
        const auto length = take_length(words_);
        if (!length) return std::nullopt;
        if (length->high == 0 && length->more.empty()) {
            return words_.fail(words_.since(first), "this is no time at all",
                               "write ‘with x’ for the same moment, or ‘after x’ and ‘before x’ for the order alone");
        }
        if (beside_above(words_.word())) return from_above(length);
        if (!words_.more() || !parse_side(words_.word())) {
            constexpr std::string_view sides[] = {"after", "before", "later", "earlier"};
            return words_.fail(
                words_.here(),
                words_.more() ? fmt::format("the phrase does not go on with ‘{}’", words_.word()) : "from when?",
                suggestion(words_.word(), sides,
                           "write ‘after’ or ‘before’ and an id, or ‘later’ for after the event above"));
        }
        return relative(length);
    }

    /// "later", "10 years earlier": from the event above.
    std::optional<Value> from_above(const std::optional<Duration>& length) {
        const Relation side = *beside_above(words_.word());
        words_.pass();
        const auto above = anchor_above(words_, words_.text().span());
        if (!above) return std::nullopt;
        return RelativePhrase{side, length, false, *above};
    }

    /// "3 days after 1996-07-14": the sum can be written instead, because a date is not an anchor.
    std::optional<Value> date_as_anchor(std::string_view relation) {
        return words_.fail(words_.here(), fmt::format("‘{}’ is followed by an id here, not by a date", relation),
                           "write the date that is meant, or make an event of the day and write its id");
    }

    std::optional<Value> relative(const std::optional<Duration>& length) {
        RelativePhrase result;
        result.distance = length;
        result.soon = is_soon(words_.word());
        if (result.soon) words_.pass();
        const std::string_view relation = words_.word();
        const auto side = parse_side(relation);
        if (result.soon && !side) {
            return words_.fail(words_.here(), "‘soon’ is followed by ‘after’ or ‘before’",
                               "write it as ‘soon after x’");
        }
        result.relation = side ? *side : relation == "with" ? Relation::with : Relation::during;
        words_.pass();
        if (looks_like_date(words_.word())) return date_as_anchor(relation);
        if (length && !words_.more()) {
            return words_.fail(words_.here(), fmt::format("‘{}’ what?", relation),
                               "an id has to follow; from the event above it is ‘later’ or ‘earlier’: 3 days later");
        }
        const auto to = anchor(fmt::format("‘{}’ what?", relation));
        if (!to) return std::nullopt;
        result.anchor = *to;
        return result;
    }

    std::optional<Value> bare_id() {
        const bool known = context_.ids.has_anchor(words_.word());
        if (!known) {
            if (const auto advice = advice_for(words_))
                return words_.fail(words_.text().span(), advice->message, advice->help);
        }
        if (words_.size() > 1 && !known) {
            return words_.fail(words_.here(), fmt::format("a phrase cannot begin with ‘{}’", words_.word()),
                               help_for_first_word(words_.word()));
        }
        const auto to = anchor("");
        if (!to) return std::nullopt;
        return RelativePhrase{Relation::with, std::nullopt, false, *to};
    }

    PhraseCursor words_;
    const PhraseContext& context_;
    const std::optional<Reference>& subject_;
    PhrasesOf what_;
};

/// The year of a phrase that is nothing but a year, as "1667".
std::optional<std::int64_t> plain_year(const Phrase& phrase) {
    const auto* date = std::get_if<DatePhrase>(&phrase.value);
    if (date == nullptr || date->interval) return std::nullopt;
    CalendarDate bare;
    bare.year = date->from->year;
    return *date->from == bare ? std::optional(bare.year) : std::nullopt;
}

/// Warns of a list of years of which only one can be meant, because all phrases of a list hold at once.
void warn_of_years(const std::vector<Phrase>& phrases, const PhraseContext& context) {
    if (phrases.size() < 2) return;
    std::string years;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto year = plain_year(phrases[i]);
        const bool another = year && (i == 0 || *year != *plain_year(phrases[i - 1]));
        if (!another) return;
        DatePhrase plain;
        plain.from = CalendarDate{};
        plain.from->year = *year;
        if (i < 10) years += (i == 0 ? "" : ", ") + format_date(plain);
    }
    context.findings.add("ambiguous-phrase", phrases.front().span,
                         "a list of phrases means all of them, and no moment is in several years",
                         fmt::format("for one of these years, put it in quotes: \"[{}]\"", years));
}

}  // namespace

std::vector<Phrase> read_phrases(const std::vector<const yaml::Node*>& nodes, const PhraseContext& context,
                                 const std::optional<Reference>& subject, PhrasesOf what) {
    std::vector<Phrase> phrases;
    for (const yaml::Node* node : nodes)
        PhraseParser(*node, context, subject, what).read_into(phrases);
    warn_of_years(phrases, context);
    return phrases;
}

std::optional<Duration> read_duration(const yaml::Node& node, const PhraseContext& context) {
    PhraseCursor words(node, context);
    if (words.size() == 0) {
        return words.fail(node.span, "a length of time is empty", "write it as ‘3 days’");
    }
    auto result = take_length(words);
    return result && words.is_at_end() ? result : std::nullopt;
}

}  // namespace fabula
