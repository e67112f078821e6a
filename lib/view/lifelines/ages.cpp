// One pass: age_figures.
#include "view/lifelines/ages.hpp"

#include <cmath>
#include <fmt/format.h>

namespace fabula::lifelines {
namespace {

std::string range_text(double low, double high) {
    const int from = static_cast<int>(std::floor(low));
    const int until = static_cast<int>(std::floor(high));
    return from == until ? fmt::to_string(from) : fmt::format("{}\u2013{}", from, until);
}

/// The age in years that is stated of the character itself: "age 16..18 of kathy".
std::string stated_age(const std::vector<Phrase>& phrases, CharacterIndex character, const Context& context) {
    for (const Phrase& phrase : phrases) {
        const auto* age = std::get_if<AgePhrase>(&phrase.value);
        if (age == nullptr || age->of.index != character || age->unit != TimeUnit::year) continue;
        return (age->about ? context.wording.word("circa", "c.") + " " : "") + range_text(age->low, age->high);
    }
    return {};
}

/// The age that follows from the times, where it is the same from the earliest to the latest that they allow.
std::string implied_age(const Moment& moment, const Life& life) {
    constexpr double instant = 1e-6;
    const double least = std::floor((moment.earliest - life.birth.latest) / days_per_year + instant);
    const double most = std::floor((moment.latest - life.birth.earliest) / days_per_year - instant);
    return least >= 0 && least == most ? range_text(least, most) : std::string();
}

std::string figure(const Context& context, EventIndex e, CharacterIndex character) {
    const Event& event = context.story.events[e];
    std::string stated = stated_age(event.when, character, context);
    if (stated.empty() && event.section) {
        stated = stated_age(context.story.sections[*event.section].when, character, context);
    }
    return stated.empty() ? implied_age(context.timetable.events[e].start, context.timetable.lives[character]) : stated;
}

}  // namespace

std::vector<AgeFigure> age_figures(const Plan& plan, const Context& context, CharacterIndex character) {
    std::vector<AgeFigure> figures;
    if (!context.timetable.lives[character].birth_known) return figures;
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        std::string text = figure(context, plan.entries[e].event, character);
        if (text.empty() || (!figures.empty() && figures.back().text == text)) continue;
        figures.push_back({plan.placement.along[e], std::move(text)});
    }
    return figures;
}

}  // namespace fabula::lifelines
