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
            return story.sections.at(anchor.to.index).id;
        case Anchor::Kind::birth:
            return story.characters.at(anchor.to.index).id;
        case Anchor::Kind::event:
            break;
    }
    return story.events.at(anchor.to.index).id;
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
        const Calendar& calendar = story.calendars.at(date.calendar);
        const std::string text = format_date(with_numbers_of_months(date, calendar));
        return date.calendar == story.time.calendar ? text : calendar.id + " " + text;
    }

    std::string operator()(const AgePhrase& age) const {
        const bool in_years = age.unit == TimeUnit::year && age.more.empty();
        const std::string length = in_years ? format_range(age.low, age.high)
                                            : format_duration({age.low, age.high, age.unit, false, age.more}, {});
        return fmt::format("age {}{} of {}", age.about ? "~" : "", length, story.characters.at(age.of.index).id);
    }

    std::string operator()(const RelativePhrase& relative) const {
        std::string distance = relative.soon ? "soon " : "";
        if (relative.distance) distance = fmt::format("{} ", format_duration(*relative.distance, story.time.clock));
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
        const auto clock = [](int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); };
        const std::string low = "at " + clock(time.low);
        return time.low == time.high ? low : low + ".." + clock(time.high);
    }

    std::string operator()(const WeekdayPhrase& day) const {
        return story.calendars.at(day.calendar).week.at(day.weekday);
    }

    std::string operator()(const DayPhrase& day) const {
        const std::string& anchor = id_of(day.anchor, story);
        const std::string_view side = day.days < 0 ? "before" : "after";
        if (day.weekday)
            return fmt::format("{} {} {}", story.calendars.at(day.calendar).week.at(*day.weekday), side, anchor);
        if (day.days == 0) return "the same day as " + anchor;
        return fmt::format("the day {} {}", side, anchor);
    }

    std::string operator()(const SameAgePhrase& same) const {
        return "same age as " + story.characters.at(same.as.index).id;
    }
};

}  // namespace

std::string format_phrase(const Phrase& phrase, const Story& story) {
    return std::visit(Formatter{story}, phrase.value);
}

}  // namespace fabula
