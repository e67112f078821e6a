// One pass: age_figures.
#include "view/drawing/ages.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace fabula::drawing {
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

/// The age that follows from the times, where it is known well enough.
std::string implied_age(const Age& age, CharacterIndex who, const Timetable& timetable, std::int64_t most_uncertain) {
    const AgeInYears calendar = in_years(age, who, timetable);
    const bool newborn = calendar.most && *calendar.most <= 0;  // the beginning of the line says so
    if (newborn || calendar.least < 0 || !calendar.most || *calendar.most - calendar.least > most_uncertain) return {};
    return format_age(calendar);
}

std::string with_lived(const std::string& figures, const AgeAtEvent& age, const Context& context) {
    const AgeInYears lived = in_years(age.lived, age.who, context.timetable);
    const bool as_the_calendar =
        age.lived == age.calendar || lived == in_years(age.calendar, age.who, context.timetable);
    if (figures.empty() || as_the_calendar) return figures;
    return fmt::format("{} ({} {})", figures, context.wording.word("lived", "lived"), format_age(lived));
}

/// While something happens to others.
Age age_meanwhile(const Moment& moment, const Life& life) {
    return {moment.earliest - life.birth.latest, moment.nominal - life.birth.nominal,
            moment.latest - life.birth.earliest};
}

AgeFigure figure(const Context& context, EventIndex e, CharacterIndex character) {
    const Event& event = context.story.events()[e];
    AgeFigure figure;
    figure.calendar = stated_age(event.when, character, context);
    if (figure.calendar.empty() && event.section) {
        figure.calendar = stated_age(context.story.sections()[*event.section].when, character, context);
    }
    const auto age = std::ranges::find(context.ages[e], character, &AgeAtEvent::who);
    const bool takes_part = age != context.ages[e].end();
    const Life& life = context.timetable.lives[character];
    if (figure.calendar.empty() && takes_part) {
        // Where two ages have to be told, one that is known to two years is better than none.
        const std::int64_t most_uncertain = age->lived == age->calendar ? 0 : 1;
        figure.calendar = implied_age(age->calendar, character, context.timetable, most_uncertain);
    }
    if (figure.calendar.empty() && !takes_part && life.absences.empty() && life.clock.empty()) {
        const Age meanwhile = age_meanwhile(context.timetable.events[e].start, life);
        figure.calendar = implied_age(meanwhile, character, context.timetable, 0);
    }
    figure.text = takes_part ? with_lived(figure.calendar, *age, context) : figure.calendar;
    return figure;
}

}  // namespace

std::vector<AgeFigure> age_figures(const std::vector<PlacedEvent>& events, const Context& context,
                                   CharacterIndex character) {
    std::vector<AgeFigure> figures;
    if (!context.timetable.lives[character].birth_known) return figures;
    for (const auto& [event, along] : events) {
        AgeFigure age = figure(context, event, character);
        if (age.text.empty() || (!figures.empty() && figures.back().text == age.text)) continue;
        age.along = along;
        figures.push_back(std::move(age));
    }
    return figures;
}

}  // namespace fabula::drawing
