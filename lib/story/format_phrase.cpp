// format_date, format_phrase: a date as EDTF writes it, and a phrase as its author would write it.

#include <cstdlib>
#include <fmt/format.h>

#include "story/date.hpp"
#include "story/duration.hpp"
#include "story/phrase.hpp"

namespace fabula {
namespace {

/// "T09:30", or "at 09:30" where it does not follow the day.
std::string format_time_of_day(const CalendarDate& date, int hour, std::string_view before) {
    std::string text = fmt::format("{}{:02}:{:02}", before, *date.minute_of_day / hour, *date.minute_of_day % hour);
    if (date.second) text += fmt::format(":{:02}", *date.second);
    return date.zone_minutes ? text + format_zone(*date.zone_minutes) : text;
}

std::string_view mark_of(bool uncertain, bool approximate) {
    return uncertain && approximate ? "%" : uncertain ? "?" : approximate ? "~" : "";
}

std::string_view mark_of(const Doubt& doubt) {
    return mark_of(doubt.uncertain, doubt.approximate);
}

/// The year, with its open digits and the number of its significant ones.
std::string format_year(const CalendarDate& date) {
    const std::int64_t written = date.dual_year ? date.year - 1 : date.year;
    const std::int64_t size = std::abs(written);
    std::string year = fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", written < 0 ? "-" : "", size);
    const auto open = static_cast<std::size_t>(date.unspecified_year_digits);
    year.replace(year.size() - open, open, open, 'X');
    return date.significant_digits > 0 ? year + fmt::format("S{}", date.significant_digits) : year;
}

/// The 6 of 1675/6: only the digits that differ.
std::string second_year(const CalendarDate& date) {
    const std::string before = fmt::format("{:04}", date.year - 1);
    const std::string after = fmt::format("{:04}", date.year);
    std::size_t same = 0;
    while (same + 1 < after.size() && before[same] == after[same])
        ++same;
    return fmt::format("/{}", std::string_view(after).substr(same));
}

std::string format_calendar_date(const CalendarDate& date, int hour) {
    std::string text = fmt::format("{}{}", mark_of(date.year_doubt), format_year(date));
    const std::string_view month_mark = mark_of(date.month_doubt);
    if (date.month || date.season) text += fmt::format("-{}{:02}", month_mark, date.month ? *date.month : *date.season);
    if (date.unspecified_month) text += fmt::format("-{}XX", month_mark);
    if (date.day) text += fmt::format("-{}{:02}", mark_of(date.day_doubt), *date.day);
    if (date.unspecified_day) text += fmt::format("-{}XX", mark_of(date.day_doubt));
    if (date.minute_of_day && !date.dual_year) text += format_time_of_day(date, hour, "T");
    text += mark_of(date.uncertain, date.approximate);
    if (date.dual_year) text += second_year(date);
    return date.minute_of_day && date.dual_year ? text + format_time_of_day(date, hour, " at ") : text;
}

/// In intervals and sets, where a slash means something else, the year is the one that begins in January.
std::string format_one_of_several(CalendarDate date, int hour) {
    date.dual_year = false;
    return format_calendar_date(date, hour);
}

std::string format_set(const std::vector<CalendarDate>& dates, int hour) {
    std::string text;
    for (const CalendarDate& date : dates)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", format_one_of_several(date, hour));
    return fmt::format("[{}]", text);
}

std::string format_end(const std::optional<CalendarDate>& date, bool unknown, bool stretch, int hour) {
    if (!date) return unknown ? "" : "..";
    return stretch ? format_one_of_several(*date, hour) : format_calendar_date(*date, hour);
}

}  // namespace

std::string format_zone(int minutes) {
    if (minutes == 0) return "Z";
    const int size = std::abs(minutes);
    const std::string hours = fmt::format("{}{:02}", minutes < 0 ? "-" : "+", size / 60);
    return size % 60 == 0 ? hours : hours + fmt::format(":{:02}", size % 60);
}

std::string format_date(const DatePhrase& date, std::string_view calendar, int minutes_in_hour) {
    using Relation = DatePhrase::Relation;
    if (!date.one_of.empty()) return fmt::format("{}{}", calendar, format_set(date.one_of, minutes_in_hour));
    const bool stretch = date.interval && date.relation == Relation::plain;
    const std::string from = format_end(date.from, date.from_unknown, stretch, minutes_in_hour);
    const std::string to = format_end(date.to, date.to_unknown, stretch, minutes_in_hour);
    if (date.relation == Relation::after) return fmt::format("after {}{}", calendar, from);
    if (date.relation == Relation::before) return fmt::format("before {}{}", calendar, to);
    if (date.relation == Relation::between) return fmt::format("between {0}{1} and {0}{2}", calendar, from, to);
    return date.interval ? fmt::format("{}{}/{}", calendar, from, to) : fmt::format("{}{}", calendar, from);
}

namespace {

const std::string& id_of(const Anchor& anchor, const Story& story) {
    switch (anchor.kind) {
        case Anchor::Kind::section:
            return story.sections().at(anchor.to.index).id;
        case Anchor::Kind::birth:
            return story.characters().at(anchor.to.index).id;
        case Anchor::Kind::event:
            break;
    }
    return story.events().at(anchor.to.index).id;
}

std::string_view word_for(RelativePhrase::Relation relation) {
    switch (relation) {
        case RelativePhrase::Relation::before:
            return "before";
        case RelativePhrase::Relation::with:
            return "with";
        case RelativePhrase::Relation::during:
            return "during";
        case RelativePhrase::Relation::after:
            break;
    }
    return "after";
}

std::string_view word_for(PartPhrase::Part part) {
    constexpr std::string_view words[] = {"spring", "summer",    "autumn",  "winter", "dawn",    "morning",
                                          "noon",   "afternoon", "evening", "night",  "midnight"};
    return words[static_cast<std::size_t>(part)];
}

/// The date with the numbers of its months as digits write them, in place of the months.
DatePhrase with_numbers_of_months(DatePhrase date, const Calendar& calendar) {
    const auto number = [&](CalendarDate& of) {
        if (of.month) of.month = number_of_month(calendar, *of.month);
    };
    if (date.from) number(*date.from);
    if (date.to) number(*date.to);
    for (CalendarDate& one : date.one_of)
        number(one);
    return date;
}

/// One overload for each sort of phrase.
struct Formatter {
    const Story& story;

    std::string operator()(const DatePhrase& date) const {
        // Bare dates of an Old Style story are in years that begin in March, but what is read is in years that begin in
        // January.
        const bool usual = date.calendar == story.time().calendar && !story.time().old_style;
        const Calendar& calendar = story.calendars().at(date.calendar);
        return format_date(with_numbers_of_months(date, calendar), usual ? "" : calendar.id + " ",
                           calendar.minutes_in_hour);
    }

    std::string operator()(const AgePhrase& age) const {
        const bool in_years = age.unit == TimeUnit::year && age.more.empty();
        const std::string length = in_years ? format_range(age.low, age.high)
                                            : format_duration({age.low, age.high, age.unit, false, age.more}, {});
        return fmt::format("age {}{} of {}", age.about ? "~" : "", length, story.characters().at(age.of.index).id);
    }

    std::string operator()(const RelativePhrase& relative) const {
        std::string distance = relative.soon ? "soon " : "";
        if (relative.distance) distance = fmt::format("{} ", format_duration(*relative.distance, story.time().clock));
        return fmt::format("{}{} {}", distance, word_for(relative.relation), id_of(relative.anchor, story));
    }

    std::string operator()(const BetweenPhrase& between) const {
        return fmt::format("between {} and {}", id_of(between.first, story), id_of(between.second, story));
    }

    std::string operator()(const ClockPhrase& clock) const {
        return fmt::format("at {}", format_range(clock.low, clock.high));
    }

    std::string operator()(const PartPhrase& part) const { return std::string(word_for(part.part)); }

    std::string operator()(const TimeOfDayPhrase& time) const {
        const int hour = story.calendars().at(time.calendar).minutes_in_hour;
        const auto day = static_cast<int>(minutes_in_day(story.calendars().at(time.calendar)));
        const auto clock = [&](int minute) { return fmt::format("{:02}:{:02}", minute % day / hour, minute % hour); };
        std::string text = "at " + clock(time.low);
        if (time.low != time.high) text += ".." + clock(time.high);
        return time.zone_minutes ? text + format_zone(*time.zone_minutes) : text;
    }

    /// The name of a day of the week, with its calendar where that is not the usual one.
    [[nodiscard]] std::string weekday(std::size_t day, std::size_t calendar) const {
        const std::string& name = story.calendars().at(calendar).week.at(day);
        return calendar == story.time().calendar ? name : fmt::format("{} {}", story.calendars().at(calendar).id, name);
    }

    std::string operator()(const WeekdayPhrase& day) const {
        return "on " + weekday(day.weekday, day.calendar);  // without ‘on’ it may be an id
    }

    std::string operator()(const DayPhrase& day) const {
        const std::string& anchor = id_of(day.anchor, story);
        const std::string_view side = day.days < 0 ? "before" : "after";
        if (day.weekday) return fmt::format("the {} {} {}", weekday(*day.weekday, day.calendar), side, anchor);
        if (day.days == 0) return "the same day as " + anchor;
        return fmt::format("the day {} {}", side, anchor);
    }

    std::string operator()(const SameAgePhrase& same) const {
        return "same age as " + story.characters().at(same.as.index).id;
    }
};

}  // namespace

std::string format_phrase(const Phrase& phrase, const Story& story) {
    return std::visit(Formatter{story}, phrase.value);
}

}  // namespace fabula
