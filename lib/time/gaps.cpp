// find_gaps: long stretches in which nothing happens.
#include <algorithm>
#include <cmath>

#include "time/scale.hpp"
#include "time/solution.hpp"

namespace fabula::timing {

namespace {

constexpr double least_share = 1.0 / 8;  // of the whole
constexpr double least_steps = 6;        // times the median step
constexpr std::size_t most_gaps = 5;
constexpr double close_enough = 0.2;  // of a gap: how far the ends of a statement that names it may be off

/// Each stretch between the end of all that went before and the next event.
std::vector<Gap> pauses(const Timetable& timetable) {
    std::vector<Gap> result;
    if (timetable.chronology.empty()) return result;
    EventIndex before = timetable.chronology.front();
    for (const EventIndex e : timetable.chronology) {
        const double end = timetable.events[before].end.nominal;
        const double start = timetable.events[e].start.nominal;
        if (start > end) result.push_back({end, start, {}, before, e});
        if (timetable.events[e].end.nominal >= end) before = e;
    }
    return result;
}

double median_length(std::vector<Gap> all) {
    const auto shorter = [](const Gap& a, const Gap& b) { return a.until - a.from < b.until - b.from; };
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end(), shorter);
    return middle->until - middle->from;
}

/// As a person would say it; about so long, where the ends are not known to the day.
Duration usual_length(const Gap& gap, const Timetable& timetable) {
    Duration length = usual_duration(timetable, gap.until - gap.from);
    const bool exact = timetable.events[gap.before].certainty == Certainty::exact &&
                       timetable.events[gap.after].certainty == Certainty::exact;
    length.about = length.about || !exact;
    return length;
}

/// The distance that an event states to another, if they stand about where the gap begins and ends.
std::optional<Duration> stated_length(const Gap& gap, const Timetable& timetable, const Model& model,
                                      const Story& story) {
    const double tolerance = close_enough * (gap.until - gap.from);
    std::optional<Duration> best;
    double least_off = tolerance;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const std::vector<Phrase>& when = story.events()[e].when;
        for (std::size_t i = 0; i < when.size(); ++i) {
            const auto* relative = std::get_if<RelativePhrase>(&when[i].value);
            if (!model.holds(e, i) || !relative || !relative->distance || relative->anchor.kind != Anchor::Kind::event)
                continue;
            const EventTime& own = timetable.events[e];
            const EventTime& other = timetable.events[relative->anchor.to.index];
            const bool follows = relative->relation == RelativePhrase::Relation::after;
            const double from = follows ? other.end.nominal : own.end.nominal;
            const double until = follows ? own.start.nominal : other.start.nominal;
            const double off = std::max(std::abs(from - gap.from), std::abs(until - gap.until));
            if (off >= least_off) continue;
            least_off = off;
            best = relative->distance;
            best->about = best->about || off > tolerance / 10;
        }
    }
    return best;
}

bool is_known(const Gap& gap, const Model& model, const Solution& granted) {
    const double last = granted[model.events[gap.before].end].latest;
    const double first = granted[model.events[gap.after].start].earliest;
    return first - last >= (gap.until - gap.from) / 2;
}

}  // namespace

void find_gaps(Timetable& timetable, const Model& model, const Solution& granted, const Story& story) {
    std::vector<Gap> all = pauses(timetable);
    if (timetable.axis == TimeAxis::order || all.size() < 3) return;
    const double least = std::max(least_steps * median_length(all), least_share * (timetable.until - timetable.from));
    std::stable_sort(all.begin(), all.end(),
                     [](const Gap& a, const Gap& b) { return a.until - a.from > b.until - b.from; });
    for (Gap& gap : all) {
        if (gap.until - gap.from < least || timetable.gaps.size() == most_gaps) break;
        const auto stated = stated_length(gap, timetable, model, story);
        if (!stated && !is_known(gap, model, granted)) continue;
        gap.length = stated.value_or(usual_length(gap, timetable));
        timetable.gaps.push_back(gap);
    }
    std::sort(timetable.gaps.begin(), timetable.gaps.end(), [](const Gap& a, const Gap& b) { return a.from < b.from; });
}

}  // namespace fabula::timing

namespace fabula {

Duration usual_duration(const Timetable& timetable, double length) {
    TimeUnit unit = TimeUnit::clock;
    double size = 1;
    if (timetable.axis != TimeAxis::clock) {
        const Calendar& calendar = timetable.calendar;
        const double week = calendar.week.empty() ? 7 : static_cast<double>(calendar.week.size());
        const auto minutes = static_cast<double>(minutes_in_day(calendar));
        const std::pair<double, TimeUnit> units[] = {{mean_year(calendar), TimeUnit::year},
                                                     {mean_month(calendar), TimeUnit::month},
                                                     {week, TimeUnit::week},
                                                     {1, TimeUnit::day},
                                                     {1.0 / calendar.hours_in_day, TimeUnit::hour},
                                                     {1 / minutes, TimeUnit::minute},
                                                     {1 / minutes / 60, TimeUnit::second}};
        for (const auto& [days, name] : units) {
            unit = name;
            size = days;
            if (length >= 1.75 * days) break;
        }
    }
    const double count = std::max(1.0, std::round(length / size));
    return {count, count, unit, std::abs(count * size - length) > 0.02 * length};
}

}  // namespace fabula
