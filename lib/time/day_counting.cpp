// choose_axis: what the numbers of a story's timetable count.
#include <algorithm>
#include <optional>
#include <vector>

#include "time/each_phrase.hpp"
#include "time/model.hpp"

namespace fabula::timing {
namespace {

/// Whether anything says how long something takes, or how far apart two things are, in units of the calendar.
bool has_lengths(const Story& story) {
    const auto counts = [](const Duration& length) { return length.unit != TimeUnit::clock; };
    bool any = std::any_of(story.events().begin(), story.events().end(),
                           [&](const Event& event) { return event.lasts && counts(event.lasts->value); });
    for_each_phrase(story, [&](const Phrase& phrase) {
        const auto* relative = std::get_if<RelativePhrase>(&phrase.value);
        any = any || (relative && relative->distance && counts(*relative->distance)) ||
              std::holds_alternative<DayPhrase>(phrase.value);
    });
    return any;
}

}  // namespace

std::pair<TimeAxis, std::optional<CharacterIndex>> choose_axis(const Story& story) {
    bool dated = false;
    bool clocked = false;
    std::vector<std::size_t> ages(story.characters().size(), 0);
    for_each_phrase(story, [&](const Phrase& phrase) {
        dated = dated || std::holds_alternative<DatePhrase>(phrase.value);
        clocked = clocked || std::holds_alternative<ClockPhrase>(phrase.value);
        if (const auto* age = std::get_if<AgePhrase>(&phrase.value)) ++ages[age->of.index];
    });
    if (clocked) return {TimeAxis::clock, std::nullopt};
    if (dated) return {TimeAxis::calendar, std::nullopt};
    const auto most = std::max_element(ages.begin(), ages.end());
    if (most == ages.end() || *most == 0)
        return {has_lengths(story) ? TimeAxis::elapsed : TimeAxis::order, std::nullopt};
    return {TimeAxis::age, static_cast<CharacterIndex>(most - ages.begin())};
}

// Days without dates: what nights are, and where a story's first day lies.

namespace {

/// The day of the week on which a story says that an event is.
std::optional<std::size_t> weekday_of(const Event& event) {
    for (const Phrase& phrase : event.when) {
        if (const auto* day = std::get_if<WeekdayPhrase>(&phrase.value)) return day->weekday;
        if (const auto* day = std::get_if<DayPhrase>(&phrase.value); day != nullptr && day->weekday)
            return day->weekday;
    }
    return std::nullopt;
}

}  // namespace

bool goes_over_midnight(const std::vector<Phrase>& phrases, const Story& story) {
    return std::any_of(phrases.begin(), phrases.end(), [&story](const Phrase& phrase) {
        const auto* time = std::get_if<TimeOfDayPhrase>(&phrase.value);
        return time != nullptr && time->high >= minutes_in_day(story.calendars()[time->calendar]);
    });
}

bool is_of_night(const Phrase& phrase, const Story& story) {
    const auto* part = std::get_if<PartPhrase>(&phrase.value);
    if (part != nullptr) return part->part == PartPhrase::Part::night || part->part == PartPhrase::Part::midnight;
    return goes_over_midnight({phrase}, story);
}

bool says_any_date(const Story& story) {
    bool any = false;
    for_each_phrase(story,
                    [&any](const Phrase& phrase) { any = any || std::holds_alternative<DatePhrase>(phrase.value); });
    return any;
}

bool says_days(const Story& story) {
    bool any = false;
    for_each_phrase(story, [&any](const Phrase& phrase) {
        const auto* part = std::get_if<PartPhrase>(&phrase.value);
        any = any || (part != nullptr && part->part >= PartPhrase::Part::dawn) ||
              std::holds_alternative<TimeOfDayPhrase>(phrase.value) ||
              std::holds_alternative<WeekdayPhrase>(phrase.value) || std::holds_alternative<DayPhrase>(phrase.value);
    });
    return any;
}

void begin_days_at_midnight(Model& model) {
    model.recurrences.push_back(
        {.moment = *model.dates, .kind = Recurrence::Kind::time_of_day, .calendar = &gregorian()});
}

void fix_first_day(Model& model, const Story& story) {
    EventIndex fixed = 0;
    while (fixed < story.events().size() && !weekday_of(story.events()[fixed]))
        ++fixed;
    const bool weekly = fixed < story.events().size();
    std::int64_t day = 0;
    while (weekly && weekday(gregorian(), day) != weekday_of(story.events()[fixed]))
        ++day;
    if (!weekly) fixed = 0;
    const auto& when = story.events()[fixed].when;
    const bool night = std::any_of(when.begin(), when.end(), [&](const Phrase& p) { return is_of_night(p, story); });
    const std::int64_t seconds = 60 * minutes_in_day(gregorian());
    const std::int64_t until = (day + 1) * seconds + (night ? end_of_night(seconds) : 0);
    model.scale.count_from(model.scale.from_seconds(day * seconds));
    model.constraints.push_back({model.axis, model.events[fixed].start, model.scale.from_seconds(day * seconds),
                                 model.scale.from_seconds(until) - model.scale.grain(), no_statement});
}

}  // namespace fabula::timing
