// Ages, and the time between events: age_figures, passage_between.
#include "view/drawing/durations.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <variant>

namespace fabula::drawing {
namespace {

std::string range_text(double low, double high) {
    const int from = static_cast<int>(std::floor(low));
    const int until = static_cast<int>(std::floor(high));
    return from == until ? fmt::to_string(from) : fmt::format("{}\u2013{}", from, until);
}

/// The age in years that the story states of this character: "age 16..18 of kathy".
std::string stated_age(const std::vector<Phrase>& phrases, CharacterIndex character, const Context& context) {
    for (const Phrase& phrase : phrases) {
        const auto* age = std::get_if<AgePhrase>(&phrase.value);
        if (age == nullptr || age->of.index != character || age->unit != TimeUnit::year) continue;
        return (age->about ? context.wording.word("circa", "c.") + " " : "") + range_text(age->low, age->high);
    }
    return {};
}

/// The age that follows from the times, if it is known well enough.
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

/// The age of a character at an event of others.
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
        // Where two ages are shown, one that is known to two years is better than none.
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

namespace {

/// The distance between two events, if one of them states it.
std::optional<Duration> stated_between(const Story& story, EventIndex before, EventIndex after) {
    const auto stated = [&](EventIndex of, EventIndex from, RelativePhrase::Relation relation) {
        std::optional<Duration> distance;
        for (const Phrase& phrase : story.events()[of].when) {
            const auto* relative = std::get_if<RelativePhrase>(&phrase.value);
            if (relative == nullptr || relative->relation != relation || !relative->distance) continue;
            const bool meant = relative->anchor.kind == Anchor::Kind::event && relative->anchor.to.index == from;
            if (meant) distance = relative->distance;
        }
        return distance;
    };
    const auto after_it = stated(after, before, RelativePhrase::Relation::after);
    return after_it ? after_it : stated(before, after, RelativePhrase::Relation::before);
}

/// How far the time is open; 0 if the day is known, for days are counted whole.
double slack(const EventTime& time) {
    const double slack = time.stated.latest - time.stated.earliest;
    return slack < 1 ? 0 : slack;
}

/// The time between two events; in whole days unless both times of day are known, for noon and evening are one day.
double length_between(const Timetable& timetable, const EventTime& before, const EventTime& after) {
    const bool has_days =
        timetable.axis == TimeAxis::calendar || (timetable.axis == TimeAxis::elapsed && timetable.timed);
    const bool in_days = has_days && !(after.timed && (before.timed || before.end_timed));
    if (!in_days) return after.start.nominal - before.end.nominal;
    return std::floor(after.start.nominal + after.local) - std::floor(before.end.nominal + before.end_local);
}

}  // namespace

std::string passage_between(const Context& context, EventIndex before, EventIndex after) {
    const Timetable& timetable = context.timetable;
    if (timetable.axis == TimeAxis::order) return {};
    if (const auto stated = stated_between(context.story, before, after)) return context.wording.later(*stated);
    const EventTime& first = timetable.events[before];
    const EventTime& next = timetable.events[after];
    // On an axis of days since the first event, the first event is known as well.
    const bool is_origin = timetable.axis == TimeAxis::elapsed && first.rank == 0;
    const bool known = (is_origin || first.certainty != Certainty::ordered) && next.certainty != Certainty::ordered;
    const double length = length_between(timetable, first, next);
    const double open = slack(first) + slack(next);
    if (!known || !(length > 0) || !(open < length / 2)) return {};
    Duration duration = usual_duration(timetable, length);
    constexpr double exact_share = 0.02;
    duration.about = duration.about || open > exact_share * length;
    return context.wording.later(duration);
}

}  // namespace fabula::drawing
