// is_date_phrase, read_date_phrase: dates, days of the week, days counted from another, parts of the year and day,
// times of day, and combinations of them.

#include "story/date_phrase.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <optional>

#include "story/date_readers.hpp"
#include "story/date_tokens.hpp"
#include "story/duration.hpp"
#include "story/length_phrase.hpp"
#include "story/parts.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

/// A day of the week, and how many words it is; 0: there is none.
struct WeekdayAhead {
    WeekdayPhrase day;
    std::size_t words = 0;
};

/// A day counted from the day of something else, and what is said with it: "the next morning".
struct DayWords {
    DayPhrase day;
    std::optional<PartPhrase> part;
    std::optional<RelativePhrase::Relation> side = {};  ///< "later that day": after it, too
};

using Side = RelativePhrase::Relation;

WeekdayAhead weekday_of(const PhraseCursor& words, std::size_t ahead, std::size_t index) {
    const Calendar& calendar = words.context().calendars[index];
    if (const auto day = english_weekday(words.word(ahead), calendar)) return {{*day, index}, 1};
    WeekdayAhead result;
    for (std::size_t i = 0; i < calendar.week.size(); ++i) {
        const std::size_t length = words_of(calendar.week[i], words, ahead);
        if (length > result.words) result = {{i, index}, length};
    }
    return result;
}

/// Looks at the words from the one `ahead` on: "Tuesday", "Fireday" of a story's own calendar, "shire Fireday". The
/// calendar of dates that name none comes first. English names, whole or as Tue and in any case, are for standard
/// calendars only.
WeekdayAhead weekday_ahead(const PhraseCursor& words, std::size_t ahead) {
    const PhraseContext& context = words.context();
    const std::string_view next = words.word(ahead + 1);
    if (const auto named = next.empty() ? std::nullopt : find_calendar(context.calendars, words.word(ahead))) {
        WeekdayAhead result = weekday_of(words, ahead + 1, *named);
        if (result.words > 0) ++result.words;
        return result;
    }
    WeekdayAhead usual = weekday_of(words, ahead, context.calendar);
    if (usual.words > 0) return usual;
    for (std::size_t i = context.calendars.size(); i-- > 0;) {
        const Calendar& calendar = context.calendars[i];
        const bool linked = calendar.epoch && context.calendars[context.calendar].epoch;
        const bool same =
            i > 0 && calendar.built_in && calendar.week.size() == 7;  // as the Gregorian, which comes last
        if (!linked || same) continue;
        const WeekdayAhead other = weekday_of(words, ahead, i);
        if (other.words > 0) return other;
    }
    return {};
}

/// What follows "the next".
struct Kind {
    std::optional<WeekdayPhrase> weekday;
    std::optional<PartPhrase> part;
    std::size_t words = 0;  ///< 0: of nothing known
    bool is_day = true;     ///< not a week, a month, a year or a part of the year
};

Kind kind_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::string_view word = without_comma(words.word(ahead));
    if (word == "day") return {{}, {}, 1};
    if (const auto part = part_of_year_or_day(word)) {
        return {{}, PartPhrase{*part}, 1, *part >= PartPhrase::Part::dawn};
    }
    if (word == "week" || word == "weekend" || word == "month" || word == "year" || word == "decade")
        return {{}, {}, 1, false};
    const WeekdayAhead day = weekday_ahead(words, ahead);
    if (day.words == 0) return {};
    return {day.day, {}, day.words};
}

/// All of such a phrase.
struct DayForm {
    int days = 0;
    Kind kind;
    std::optional<Side> side;
    bool anchored = false;  ///< an id follows; else it is the event above
    std::size_t words = 0;  ///< 0: there is none
};

/// "the next day", "that evening", "later that day", "the same night as x".
DayForm named_day_ahead(const PhraseCursor& words, std::size_t ahead) {
    DayForm form;
    std::size_t at = ahead;
    const std::string_view first = words.word(at);
    if (first == "later" || first == "earlier") {
        form.side = first == "later" ? Side::after : Side::before;
        ++at;
    }
    if (is_one_of(words.word(at), {"on", "in"})) ++at;
    const std::size_t the = words.word(at) == "the" ? 1 : 0;
    const std::string_view which = words.word(at + the);
    if (is_one_of(which, {"next", "following"}))
        form.days = 1;
    else if (is_one_of(which, {"previous", "preceding"}))
        form.days = -1;
    else if (which != "same" && (which != "that" || the > 0))
        return {};
    if (form.side && form.days != 0) return {};
    at += the + 1;
    form.kind = kind_ahead(words, at);
    if (form.kind.words == 0 || (form.days == 0 && form.kind.weekday)) return {};
    at += form.kind.words;
    if (which == "same" && words.word(at) == "as") {
        form.anchored = true;
        ++at;
    }
    form.words = at - ahead;
    return form;
}

/// "the day after x", "friday before x", "the morning after".
DayForm day_beside_ahead(const PhraseCursor& words, std::size_t ahead) {
    DayForm form;
    std::size_t at = ahead;
    if (words.word(at) == "on") ++at;
    if (words.word(at) == "the") ++at;
    if (words.word(at) == "first" && weekday_ahead(words, at + 1).words > 0) ++at;
    form.kind = kind_ahead(words, at);
    at += form.kind.words;
    const std::string_view side = words.word(at);
    const bool of_year = form.kind.part && !form.kind.is_day;
    if (form.kind.words == 0 || of_year || !is_one_of(side, {"after", "before"})) return {};
    form.days = side == "after" ? 1 : -1;
    form.anchored = !words.word(at + 1).empty() || form.kind.weekday;
    form.words = at + 1 - ahead;
    return form;
}

DayForm day_form_ahead(const PhraseCursor& words, std::size_t ahead) {
    const DayForm named = named_day_ahead(words, ahead);
    return named.words > 0 ? named : day_beside_ahead(words, ahead);
}

/// What to write instead of "the next year", "the following spring".
std::string help_for_more_than_a_day(const DayForm& form, const PhraseCursor& words) {
    const std::string_view anchor = form.anchored ? words.word(form.words) : std::string_view("x");
    if (form.kind.part) {
        std::size_t at = 0;
        while (!part_of_year_or_day(without_comma(words.word(at))))
            ++at;
        return fmt::format("write it as a list: [{}, {} {}]", without_comma(words.word(at)),
                           form.days < 0 ? "before" : "after", anchor);
    }
    return fmt::format("write how much {0} it is, as ‘1 week {0}’ for the event above or ‘1 week {1} {2}’, or the date",
                       form.days < 0 ? "earlier" : "later", form.days < 0 ? "before" : "after", anchor);
}

std::optional<Anchor> take_anchor(PhraseCursor& words) {
    if (!words.more()) return words.fail(words.here(), "from which day?", "an id has to follow");
    const Span span = words.here();
    return words.context().ids.refer_to_anchor(words.pass().text, span);
}

/// Whether the words from the one `ahead` on are "the next day", "that evening", "friday after x", "the same day as x"
/// or another of these.
bool is_day_ahead(const PhraseCursor& words, std::size_t ahead) {
    return day_form_ahead(words, ahead).words > 0;
}

/// Reads them; nothing where a fault was reported. Precondition: is_day_ahead(words, 0).
std::optional<DayWords> take_day(PhraseCursor& words) {
    const DayForm form = day_form_ahead(words, 0);
    const Span span = words.ahead(0, form.words);
    if (!form.kind.is_day) {
        return words.fail(span, "this is not one day", help_for_more_than_a_day(form, words));
    }
    words.pass_words(form.words);
    const auto anchor = form.anchored ? take_anchor(words) : anchor_above(words, span);
    if (!anchor) return std::nullopt;
    DayWords result;
    result.day.anchor = *anchor;
    result.day.days = form.days;
    result.day.calendar = words.context().calendar;
    result.part = form.kind.part;
    if (form.kind.weekday) {
        result.day.weekday = form.kind.weekday->weekday;
        result.day.calendar = form.kind.weekday->calendar;
    }
    result.side = form.side;
    return result;
}

using Part = PartPhrase::Part;

constexpr std::pair<std::string_view, Part> parts[] = {
    {"spring", Part::spring},   {"summer", Part::summer},   {"autumn", Part::autumn},    {"winter", Part::winter},
    {"dawn", Part::dawn},       {"morning", Part::morning}, {"noon", Part::noon},        {"afternoon", Part::afternoon},
    {"evening", Part::evening}, {"night", Part::night},     {"midnight", Part::midnight}};

/// Words that are ids where something has that id.
constexpr std::pair<std::string_view, Part> more_parts[] = {{"fall", Part::autumn}, {"midday", Part::noon}};

/// Whether the words from the one `ahead` on are a part of the year or day, a time, a day or a date.
bool is_piece_ahead(const PhraseCursor& words, std::size_t ahead) {
    return part_of_year_or_day(without_comma(words.word(ahead))) || is_clock_time_ahead(words, ahead) ||
           is_day_ahead(words, ahead) || weekday_ahead(words, ahead).words > 0 ||
           date_relation_ahead(words, ahead) > 0 || (!is_length_ahead(words, ahead) && date_ahead(words, ahead));
}

/// How many of the next words are "on", "in", "the" and, except at the beginning, "of" before a piece.
std::size_t fillers_ahead(const PhraseCursor& words) {
    constexpr std::size_t most = 4;  // some time in the
    for (std::size_t count = 0; count < most; ++count) {
        const std::string_view word = words.word(count);
        const bool behind_something = words.position() + count > 0;
        const bool filler = word == "on" || word == "in" || word == "the" || word == "sometime" ||
                            (word == "some" && words.word(count + 1) == "time") ||
                            (word == "time" && count > 0 && words.word(count - 1) == "some") ||
                            (behind_something && word == "of") ||
                            (word == "a" && weekday_ahead(words, count + 1).words > 0);
        const bool midnight = word == "at" && words.word(count + 1) == "midnight";  // that part of the day
        if (!filler && !midnight) return 0;
        if (midnight || is_piece_ahead(words, count + 1)) return count + 1;
    }
    return 0;
}

/// What a phrase says of the calendar, the year and the day, each with its place.
struct DateParts {
    std::optional<Located<DatePhrase>> date;
    std::optional<Located<PartPhrase>> part;
    std::optional<Located<TimeOfDayPhrase>> time;
    std::optional<Located<WeekdayPhrase>> weekday;
    std::optional<Located<DayPhrase>> day;
    std::optional<Located<RelativePhrase>> side;
    std::optional<int> second;  ///< of `time`
};

class DatePhraseReader {
public:
    explicit DatePhraseReader(PhraseCursor& words) : words_(words) {}

    std::vector<Phrase> read() {
        if (words_.size() == 1) warn_if_also_an_id(words_.word());
        while (words_.more()) {
            if (!read_next()) return {};
        }
        return phrases();
    }

private:
    bool read_next() {
        const std::size_t first = words_.position();
        if (!is_day_ahead(words_, 0)) words_.pass_words(fillers_ahead(words_));
        if (is_day_ahead(words_, 0)) return day(first);
        if (const auto part = part_of_year_or_day(without_comma(words_.word()))) {
            words_.pass();
            return set(read_.part, PartPhrase{*part}, first);
        }
        if (is_clock_time_ahead(words_, 0) || words_.word() == "at") return time_of_day(first);
        if (const WeekdayAhead weekday = weekday_ahead(words_, 0); weekday.words > 0) {
            words_.pass_words(weekday.words);
            return set(read_.weekday, weekday.day, first);
        }
        return date(first);
    }

    bool date(std::size_t first) {
        if (date_relation_ahead(words_, 0) > 0) {
            const auto value = take_related_date(words_);
            return value && set(read_.date, *value, first);
        }
        const auto head = date_ahead(words_, 0);
        const std::string_view style = words_.word();
        if (first > 0 && (style == "OS" || style == "O.S." || style == "(O.S.)" || style == "(OS)")) {
            words_.fail(words_.here(), "Old Style is written before the date",
                        "write it as old-style 10 February 1675");
            return false;
        }
        if (!head) return words_.is_at_end();
        const auto value = take_date(words_, *head);
        return value && set(read_.date, *value, first);
    }

    bool day(std::size_t first) {
        const auto read = take_day(words_);
        if (!read || !set(read_.day, read->day, first)) return false;
        if (read->side && !set(read_.side, RelativePhrase{*read->side, std::nullopt, false, read->day.anchor}, first))
            return false;
        return !read->part || set(read_.part, *read->part, first);
    }

    bool time_of_day(std::size_t first) {
        const auto calendar = read_.date ? std::optional(read_.date->value.calendar) : std::nullopt;
        const ClockTime read = clock_time_ahead(words_, 0, calendar);
        if (read.fault) {
            words_.pass_words(std::min(read.fault->offset, words_.size() - words_.position()));
            words_.fail(words_.here(), read.fault->message, read.fault->help);
            return false;
        }
        words_.pass_words(read.words);
        read_.second = read.second;
        return set(read_.time, read.time, first);
    }

    template <typename Sort>
    bool set(std::optional<Located<Sort>>& part, const Sort& value, std::size_t first) {
        if (part) {
            words_.fail(words_.text().span(),
                        "a phrase can have one date, one part of the year or day and one time of day",
                        "if several phrases hold, make a list of them");
            return false;
        }
        part = {value, words_.size() == words_.position() - first ? words_.text().span() : words_.since(first)};
        return true;
    }

    /// Warns where a part of the year or day is alone and something has the same word for its id.
    void warn_if_also_an_id(std::string_view part) const {
        auto declaration = words_.context().ids.declaration_of_anchor(part);
        if (!declaration) return;
        Diagnostic diagnostic =
            make_diagnostic("ambiguous-phrase", words_.text().span(),
                            fmt::format("‘{0}’ alone is a part of the year or day, not what has the id ‘{0}’", part),
                            fmt::format("if that is meant, write ‘with {}’; if not, give it another id", part));
        diagnostic.related.push_back(std::move(*declaration));
        words_.context().findings.add(std::move(diagnostic));
    }

    /// The date that the time of day belongs to: one day, or the end of what is after or before.
    [[nodiscard]] CalendarDate* day_of_time() {
        const bool at_night =
            read_.part && (read_.part->value.part == Part::night || read_.part->value.part == Part::midnight);
        if (!read_.date || !read_.time || read_.time->value.low != read_.time->value.high) return nullptr;
        const Calendar& days = words_.context().calendars[read_.time->value.calendar];
        if (at_night && read_.time->value.low < minutes_in_day(days) / 2) return nullptr;  // of the day after
        DatePhrase& date = read_.date->value;
        const bool single = !date.interval || date.relation == DatePhrase::Relation::after ||
                            date.relation == DatePhrase::Relation::before;
        std::optional<CalendarDate>& end = date.from ? date.from : date.to;
        const bool exact = single && end && end->day && !end->minute_of_day && !end->uncertain && !end->approximate &&
                           end->day_doubt == Doubt{} && end->month_doubt == Doubt{} && end->year_doubt == Doubt{};
        return exact ? &*end : nullptr;
    }

    /// Joins date and time of day to one minute where that is possible. Whether the time fits.
    bool join_time() {
        if (!read_.time) return true;
        const bool timed = read_.date && ((read_.date->value.from && read_.date->value.from->minute_of_day) ||
                                          (read_.date->value.to && read_.date->value.to->minute_of_day));
        if (timed) {
            words_.fail(read_.time->span, "the date has a time of day already", "remove one of the two");
            return false;
        }
        CalendarDate* const day = day_of_time();
        if (day == nullptr && read_.second) {
            words_.fail(read_.time->span, "seconds are only of one day",
                        "leave them out, or write the date beside them");
            return false;
        }
        if (day == nullptr) return true;
        day->minute_of_day = read_.time->value.low;
        day->second = read_.second;
        day->zone_minutes = read_.time->value.zone_minutes;
        read_.time.reset();
        const bool alone = !read_.part && !read_.weekday && !read_.day;
        if (alone) read_.date->span = words_.text().span();
        return true;
    }

    std::vector<Phrase> phrases() {
        if (!join_time()) return {};
        std::vector<Phrase> result;
        const auto add = [&](auto& part) {
            if (part) result.push_back({std::move(part->value), part->span});
        };
        add(read_.date);
        add(read_.day);
        add(read_.side);
        add(read_.part);
        add(read_.weekday);
        add(read_.time);
        std::stable_sort(result.begin(), result.end(), [](const Phrase& first, const Phrase& second) {
            return first.span.offset < second.span.offset;
        });
        return result;
    }

    PhraseCursor& words_;
    DateParts read_;
};

}  // namespace

std::optional<Part> part_of_year_or_day(std::string_view word) {
    // Also as at the start of a sentence: "Summer 1996".
    const auto is = [word](std::string_view name) {
        return !word.empty() && word.substr(1) == name.substr(1) && same_word(word.substr(0, 1), name.substr(0, 1));
    };
    for (const auto& [name, part] : parts)
        if (is(name)) return part;
    for (const auto& [name, part] : more_parts)
        if (is(name)) return part;
    return std::nullopt;
}

bool is_part_of_year_or_day(std::string_view word) {
    return std::any_of(std::begin(parts), std::end(parts), [&](const auto& known) { return known.first == word; });
}

bool is_date_phrase(const PhraseCursor& words) {
    const std::string_view first = words.word();
    const bool piece = part_of_year_or_day(without_comma(first)) || is_clock_time_ahead(words, 0) ||
                       is_day_ahead(words, 0) || weekday_ahead(words, 0).words > 0 ||
                       date_relation_ahead(words, 0) > 0 || fillers_ahead(words) > 0;
    if (piece) return true;
    const auto head = date_ahead(words, 0);
    const bool counted = first.ends_with('.') && whole_number(first.substr(0, first.size() - 1));  // 14. Juli
    if (!head || (counted && words.size() > 1)) return false;
    if (head->words > 0 || head->named || head->english.words > 0) return true;
    if (words.size() == 1 || first.starts_with('[') || first.starts_with('{')) return true;
    if (is_length_ahead(words)) return false;
    const bool counts = parse_amount(first) || parse_counted_unit(words.word(1), words.context().clock);
    return !counts || words.word(1) == "at" || part_of_year_or_day(words.word(1)) || is_clock_time_ahead(words, 1) ||
           weekday_ahead(words, 1).words > 0;
}

std::vector<Phrase> read_date_phrase(PhraseCursor& words) {
    return DatePhraseReader(words).read();
}

std::optional<Anchor> anchor_above(const PhraseCursor& words, const Span& span) {
    if (words.context().above) return Anchor{Anchor::Kind::event, {*words.context().above, span}};
    return words.fail(span, "there is no event above to count from",
                      "write ‘after x’ or ‘before x’ with the id of an event; how long an event takes is said with "
                      "‘lasts’");
}

}  // namespace fabula
