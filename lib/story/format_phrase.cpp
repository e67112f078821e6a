// format_phrase: a phrase as its author would write it.

#include <fmt/format.h>

#include "story/calendar_dates.hpp"
#include "story/date.hpp"
#include "story/duration.hpp"
#include "story/phrase.hpp"

namespace fabula {
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

/// One overload for each sort of phrase.
struct Formatter {
    const Story& story;

    std::string operator()(const DatePhrase& date) const {
        // Bare dates of an Old Style story begin their years in March; what is read is in years that begin in January.
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
