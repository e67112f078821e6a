// From what an event states to the date over its label.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "view/wording.hpp"

namespace fabula {

/// What the phrases of an event say of its date.
struct StatedDates::Statement {
    std::vector<const DatePhrase*> dates;
    std::optional<PartPhrase::Part> season;
    std::optional<PartPhrase::Part> part_of_day;
    std::optional<TimeOfDayPhrase> time_of_day;

    explicit Statement(const Event& event) {
        for (const Phrase& phrase : event.when) {
            if (const auto* date = std::get_if<DatePhrase>(&phrase.value)) dates.push_back(date);
            if (const auto* time = std::get_if<TimeOfDayPhrase>(&phrase.value)) time_of_day = *time;
            const auto* part = std::get_if<PartPhrase>(&phrase.value);
            if (part != nullptr) (part->part <= PartPhrase::Part::winter ? season : part_of_day) = part->part;
        }
    }

    /// The one date that the event states, where it is one.
    [[nodiscard]] const CalendarDate* only() const {
        const bool one = dates.size() == 1 && !dates[0]->interval && dates[0]->from && dates[0]->one_of.empty();
        return one ? &*dates[0]->from : nullptr;
    }
};

namespace {

enum class Precision { years, year, season, month, day };

Precision precision_of(const CalendarDate& date) {
    if (date.unspecified_year_digits > 0 || date.significant_digits > 0) return Precision::years;
    if (date.season) return Precision::season;
    if (!date.month || date.unspecified_month) return Precision::year;
    return date.day && !date.unspecified_day ? Precision::day : Precision::month;
}

bool is_approximate(const CalendarDate& date) {
    return date.approximate || date.year_doubt.approximate || date.month_doubt.approximate ||
           date.day_doubt.approximate;
}

bool is_doubted(const CalendarDate& date) {
    return is_approximate(date) || date.uncertain || date.year_doubt.uncertain || date.month_doubt.uncertain ||
           date.day_doubt.uncertain;
}

/// "1675/6", "1679/80", "1699/1700": of the later year only what differs.
std::string dual_year(std::int64_t later) {
    const std::string first = fmt::to_string(later - 1);
    const std::string second = fmt::to_string(later);
    if (first.size() != second.size()) return first + "/" + second;
    constexpr std::ptrdiff_t few = 2;
    const auto differs = std::ranges::mismatch(first, second).in2;
    return first + "/" + (second.end() - differs > few ? second : std::string(differs, second.end()));
}

/// A date that is uncertain as a whole gets its mark at the end, else each part has its own.
DateMarks marks_of(const CalendarDate& date) {
    DateMarks marks;
    if (date.dual_year) marks.year = dual_year(date.year);
    if (date.uncertain) return marks;
    marks.day_uncertain = date.day_doubt.uncertain;
    marks.month_uncertain = date.month_doubt.uncertain;
    marks.year_uncertain = date.year_doubt.uncertain;
    return marks;
}

std::string_view key_of(PartPhrase::Part part) {
    constexpr std::string_view keys[] = {"spring", "summer",    "autumn",  "winter", "dawn",    "morning",
                                         "noon",   "afternoon", "evening", "night",  "midnight"};
    return keys[static_cast<std::size_t>(part)];
}

/// For the seasons of EDTF level 2: 21 to 24 are spring to winter anywhere, 25 to 28 north, 29 to 32 south.
std::string_view season_key(int season) {
    return key_of(static_cast<PartPhrase::Part>((season - 21) % 4));
}

/// A part of the year that is a number of months: quarters 33..36, thirds 37..39, halves 40 and 41.
std::pair<int, int> months_of(int season) {
    if (season >= 40) return {(season - 40) * 6 + 1, (season - 40) * 6 + 6};
    if (season >= 37) return {(season - 37) * 4 + 1, (season - 37) * 4 + 4};
    return {(season - 33) * 3 + 1, (season - 33) * 3 + 3};
}

}  // namespace

StatedDates::StatedDates(const Story& story, const Timetable& timetable, const Wording& wording, bool weekdays)
    : story_(story), timetable_(timetable), wording_(wording), weekday_(weekdays) {
    const double from = timetable.from + timetable.zone_ahead;
    const double until = timetable.until + timetable.zone_ahead;
    year_ = year_of(timetable.calendar, from) != year_of(timetable.calendar, until);
    both_eras_ = year_of(timetable.calendar, from) <= 0 && year_of(timetable.calendar, until) > 0;
    const bool clocks = timetable.timed;
    day_ = std::floor(from) != std::floor(until) || !clocks;
}

std::string StatedDates::of(const Event& event, const EventTime& time) const {
    const Statement statement(event);
    if (time.timed) return timed(statement, time);
    if (time.certainty != Certainty::exact && statement.dates.empty()) return {};
    if (std::string text = of_other_calendar(statement, time); !text.empty()) return text;
    std::string text = statement.dates.empty() ? std::string() : worded(statement);
    return text.empty() ? by_slack(statement, time) : text;
}

std::string StatedDates::worded(const Statement& statement) const {
    const auto& dates = statement.dates;
    if (dates.size() == 1) return worded(*dates[0], statement);
    if (dates.size() != 2) return {};
    const bool in_order = dates[0]->from && !dates[0]->to && dates[1]->to && !dates[1]->from;
    const bool turned = dates[1]->from && !dates[1]->to && dates[0]->to && !dates[0]->from;
    const std::string first = worded(*dates[turned ? 1 : 0], statement);
    const std::string last = worded(*dates[turned ? 0 : 1], statement);
    if (!(in_order || turned) || first.empty() || last.empty()) return {};
    const auto is_plain = [](const DatePhrase* d) { return d->relation == DatePhrase::Relation::plain; };
    if (!std::ranges::all_of(dates, is_plain)) return first + ", " + last;
    return wording_.phrase("to", date(*dates[turned ? 1 : 0]->from), date(*dates[turned ? 0 : 1]->to));
}

std::string StatedDates::worded(const DatePhrase& phrase, const Statement& statement) const {
    // The picture gives dates of another calendar in its own.
    if (phrase.calendar != story_.time().calendar) return {};
    if (is_century(phrase)) return century(phrase);
    if (is_old_style_year(phrase)) return wording_.year(day_of_date(*phrase.from));
    if (!phrase.one_of.empty()) {
        std::vector<std::string> texts;
        for (const CalendarDate& one : phrase.one_of)
            texts.push_back(date(one));
        return wording_.any_of(texts);
    }
    using Relation = DatePhrase::Relation;
    if (phrase.relation == Relation::after && phrase.from) return wording_.phrase("after", date(*phrase.from));
    if (phrase.relation == Relation::before && phrase.to) return wording_.phrase("before", date(*phrase.to));
    if (phrase.relation == Relation::between && phrase.from && phrase.to)
        return wording_.phrase("to", date(*phrase.from), date(*phrase.to));
    if (!phrase.interval) return phrase.from ? date(*phrase.from, &statement) : std::string();
    if (phrase.from && phrase.to) return stretch_of(*phrase.from, *phrase.to);
    if (phrase.from)
        return phrase.to_unknown ? stretch(date(*phrase.from), "?") : wording_.phrase("after", date(*phrase.from));
    if (!phrase.to) return {};
    return phrase.from_unknown ? stretch("?", date(*phrase.to)) : wording_.phrase("by", date(*phrase.to));
}

/// "19th century", which is from 1801 to 1900.
bool StatedDates::is_century(const DatePhrase& phrase) {
    constexpr int years = 100;
    const auto is_year = [](const std::optional<CalendarDate>& date) {
        return date && precision_of(*date) == Precision::year && !is_doubted(*date) && !date->dual_year;
    };
    const bool between = phrase.relation == DatePhrase::Relation::between && is_year(phrase.from) &&
                         is_year(phrase.to) && phrase.to->year == phrase.from->year + years - 1;
    return between &&
           (phrase.from->year > 0 ? phrase.from->year % years == 1 : -phrase.from->year % years == years - 1);
}

std::string StatedDates::century(const DatePhrase& phrase) const {
    if (phrase.from->year > 0) return wording_.century(phrase.from->year);
    return wording_.century(1 - phrase.to->year) + " " + wording_.word("bc", "BC");
}

/// "1675" in Old Style: from 25 March to 24 March.
bool StatedDates::is_old_style_year(const DatePhrase& phrase) const {
    constexpr int march = 3;
    constexpr int lady_day = 25;
    return story_.time().old_style && phrase.relation == DatePhrase::Relation::between && phrase.from && phrase.to &&
           phrase.from->month == march && phrase.from->day == lady_day && phrase.to->month == march &&
           phrase.to->day == lady_day - 1 && phrase.to->year == phrase.from->year + 1;
}

std::string StatedDates::stretch_of(const CalendarDate& from, const CalendarDate& to) const {
    const Precision precision = precision_of(from);
    const bool plain = !is_doubted(from) && !is_doubted(to) && !from.dual_year && !to.dual_year;
    const bool alike = plain && precision == precision_of(to);
    if (alike && precision == Precision::day) return wording_.days(day_of_date(from), day_of_date(to), year_);
    if (alike && precision == Precision::month) return wording_.months(day_of_date(from), day_of_date(to), year_);
    return stretch(date(from), date(to));
}

std::string StatedDates::date(const CalendarDate& date, const Statement* beside) const {
    const Precision precision = precision_of(date);
    std::string text;
    if (beside != nullptr && beside->season && precision == Precision::year) {
        const std::string season = wording_.word(key_of(*beside->season), key_of(*beside->season));
        text = year_ ? wording_.phrase("season", season, plain_date(date)) : season;
    } else if (beside != nullptr && beside->time_of_day && precision == Precision::day) {
        text = wording_.with_clock(day_ ? plain_date(date) : std::string(), clock_range(*beside->time_of_day));
    } else if (beside != nullptr && beside->part_of_day && precision == Precision::day) {
        const std::string part = wording_.word(key_of(*beside->part_of_day), key_of(*beside->part_of_day));
        text = day_ ? wording_.phrase("part-of-day", part, plain_date(date)) : part;
    } else {
        text = plain_date(date);
    }
    return doubted(date, std::move(text));
}

std::string StatedDates::doubted(const CalendarDate& date, std::string text) const {
    const bool year_alone = precision_of(date) <= Precision::season;
    if (date.uncertain || (year_alone && date.year_doubt.uncertain)) text += "?";
    const bool about = is_approximate(date) || date.significant_digits > 0;
    return about ? wording_.word("circa", "c.") + " " + text : text;
}

std::string StatedDates::plain_date(const CalendarDate& date) const {
    switch (precision_of(date)) {
        case Precision::years:
            return some_year(date);
        case Precision::year:
            if (date.dual_year) return dual_year(date.year);
            return both_eras_ && date.year < 100 ? wording_.year_of_era(day_of_date(date))
                                                 : wording_.year(day_of_date(date));
        case Precision::season:
            return season_of(date);
        case Precision::month:
            return wording_.month(day_of_date(date), year_, marks_of(date));
        case Precision::day:
            break;
    }
    return wording_.date(day_of_date(date), {.year = year_, .weekday = weekday_}, marks_of(date));
}

std::string StatedDates::season_of(const CalendarDate& date) const {
    const int season = *date.season;
    constexpr int first_quarter = 33;
    constexpr int last_quarter = 36;
    if (season < first_quarter) {
        const std::string name = wording_.word(season_key(season), season_key(season));
        return year_ ? wording_.phrase("season", name, wording_.year(day_at(date.year))) : name;
    }
    const auto [first, last] = months_of(season);
    const double from = day_at(date.year, first);
    if (season <= last_quarter) return wording_.quarter(from, year_);
    return wording_.months(from, day_at(date.year, last), year_);
}

std::string StatedDates::some_year(const CalendarDate& date) const {
    if (date.unspecified_year_digits == 0) return wording_.year(day_at(date.year));
    std::int64_t size = 1;
    for (int i = 0; i < date.unspecified_year_digits; ++i)
        size *= 10;
    const std::int64_t nearest = date.year - date.year % size;
    const std::int64_t first = date.year < 0 ? nearest - (size - 1) : nearest;
    if (size == 10 && first > 0) return wording_.phrase("decade", wording_.figure(static_cast<double>(first)));
    if (size == 100 && first >= 0) return wording_.century(first);
    return stretch(wording_.year(day_at(first)), wording_.year(day_at(first + size - 1)));
}

std::string StatedDates::timed(const Statement& statement, const EventTime& time) const {
    const CalendarDate* const only = statement.only();
    const double start = time.start.nominal + time.local;
    const double end = time.end.nominal + time.end_local;
    std::string text;
    if (time.end_timed && end - start >= 1) {
        const DateParts parts{.year = year_, .weekday = weekday_};
        text = stretch(wording_.with_clock(wording_.date(start, parts), wording_.clock(start)),
                       wording_.with_clock(wording_.date(end, parts), wording_.clock(end)));
    } else {
        const DateParts parts{.year = year_, .weekday = weekday_};
        DateMarks marks;
        if (only != nullptr && time.dual_year) marks.year = dual_year(only->year);
        const std::string day = day_ ? wording_.date(start, parts, marks) : std::string();
        text = wording_.with_clock(day, clock_of(statement, time));
    }
    constexpr double a_second = 1.0 / 86'400;
    if (std::abs(time.local - timetable_.zone_ahead) > a_second) text += " (" + wording_.offset(time.local) + ")";
    return only != nullptr ? doubted(*only, std::move(text)) : text;
}

std::string StatedDates::clock_of(const Statement& statement, const EventTime& time) const {
    const double start = time.start.nominal + time.local;
    const double end = time.end.nominal + time.end_local;
    if (time.end_timed && end > start) return wording_.clock(start, end);
    if (statement.time_of_day && statement.time_of_day->low != statement.time_of_day->high)
        return clock_range(*statement.time_of_day);
    return wording_.clock(start);
}

std::string StatedDates::clock_range(const TimeOfDayPhrase& time) const {
    const auto minutes_per_day = static_cast<double>(minutes_in_day(story_.calendars()[time.calendar]));
    const std::string low = wording_.clock(time.low / minutes_per_day);
    return time.low == time.high ? low : wording_.phrase("to", low, wording_.clock(time.high / minutes_per_day));
}

/// A month or a year of another calendar lies across two of the picture's: "Mar–Apr 2024".
std::string StatedDates::of_other_calendar(const Statement& statement, const EventTime& time) const {
    const CalendarDate* const only = statement.only();
    constexpr double day_precision = 2;
    constexpr double longest = 800;
    const double slack = time.stated.latest - time.stated.earliest;
    const bool other = only != nullptr && statement.dates[0]->calendar != story_.time().calendar;
    if (!other || is_doubted(*only) || !(slack >= day_precision) || slack > longest) return {};
    return wording_.months(time.stated.earliest + time.local, time.stated.latest + time.local, year_);
}

/// As exact as the times are: a day, a month or a year.
std::string StatedDates::by_slack(const Statement& statement, const EventTime& time) const {
    const double slack = time.stated.latest - time.stated.earliest;
    constexpr double day_precision = 2;
    constexpr double month_precision = 32;
    constexpr double year_precision = 367;
    const bool about =
        std::ranges::any_of(statement.dates, [](const DatePhrase* d) { return d->from && is_approximate(*d->from); });
    if (!(slack < (about ? 2 : 1) * year_precision)) return {};
    const double at = time.start.nominal + time.local;
    const std::string when = slack < day_precision ? wording_.date(at, {.year = year_, .weekday = weekday_})
                             : slack < (about ? 4 : 1) * month_precision ? wording_.month(at, year_)
                                                                         : wording_.year(at);
    return about ? wording_.word("circa", "c.") + " " + when : when;
}

double StatedDates::day_of_date(const CalendarDate& date) const {
    return day_at(date.year, date.month.value_or(1), date.day.value_or(1));
}

double StatedDates::day_at(std::int64_t year, int month, int day) const {
    return static_cast<double>(day_number(timetable_.calendar, {year, month, day}));
}

}  // namespace fabula
