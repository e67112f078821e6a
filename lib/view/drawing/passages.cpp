// How much time passes between scenes: passage_between.
#include "view/drawing/passages.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>
#include <vector>

namespace fabula::drawing {
namespace {

/// The distance that one of the two states from the other.
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

/// How far the time is open; not at all where the day is known, for days are counted whole.
double slack(const EventTime& time) {
    const double slack = time.stated.latest - time.stated.earliest;
    return slack < 1 ? 0 : slack;
}

/// From day to day where not both times of day are known: noon and evening are one day.
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
    // Days since the first event are known of the first event, too.
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
