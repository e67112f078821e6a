// choose_axis: what the numbers of a story's timetable count.
#include <algorithm>
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

}  // namespace fabula::timing
