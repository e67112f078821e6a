// From nominal times to places along the axis (arrange_columns, spread).

#include <algorithm>
#include <cmath>
#include <numeric>

#include "view/lifelines/lifelines.hpp"

namespace fabula::lifelines {

TimeScale::TimeScale(std::vector<Knot> knots, std::vector<Break> breaks)
    : knots_(std::move(knots)), breaks_(std::move(breaks)) {}

double TimeScale::at(double time) const {
    const auto after = std::ranges::lower_bound(knots_, time, {}, &Knot::time);
    if (after == knots_.end()) return length();
    if (after == knots_.begin() || after->time == time) return after->from;
    const Knot& before = *(after - 1);
    return std::lerp(before.until, after->from, (time - before.time) / (after->time - before.time));
}

double TimeScale::end_at(double time) const {
    const auto knot = std::ranges::lower_bound(knots_, time, {}, &Knot::time);
    return knot != knots_.end() && knot->time == time ? knot->until : at(time);
}

namespace {

/// Adds the moments other than the starts of events that need a place of their own.
void add_other_moments(std::vector<double>& times, const Timetable& timetable, const Cast& cast, const Shown& shown) {
    const auto add = [&](double time) {
        if (shown.has(time)) times.push_back(time);
    };
    for (const Lane& lane : cast.lanes) {
        if (!lane.character) continue;
        const Life& life = timetable.lives[*lane.character];
        if (life.birth_known) add(life.birth.nominal);
        if (life.death_known) add(life.death.nominal);
    }
    for (const EventTime& event : timetable.events) {
        if (event.end.nominal > event.start.nominal) add(event.end.nominal);
    }
    if (shown.continues()) times.push_back(shown.stretch->from);
    if (shown.is_continued()) times.push_back(shown.stretch->until);
}

std::size_t knot_at(const std::vector<double>& times, double time) {
    return static_cast<std::size_t>(std::ranges::lower_bound(times, time) - times.begin());
}

using Column = std::vector<std::size_t>;  // entries above each other

/// First fit over the entries of one knot: an entry takes the first column whose entries it does not overlap.
std::vector<Column> first_fit(const std::vector<Entry>& entries, const std::vector<std::size_t>& at_knot) {
    std::vector<Column> columns;
    for (const std::size_t e : at_knot) {
        const auto overlaps = [&](std::size_t other) {
            return entries[e].top() <= entries[other].bottom() && entries[other].top() <= entries[e].bottom();
        };
        const auto free =
            std::ranges::find_if(columns, [&](const Column& column) { return std::ranges::none_of(column, overlaps); });
        (free == columns.end() ? columns.emplace_back() : *free).push_back(e);
    }
    return columns;
}

std::vector<std::size_t> rows_of(const std::vector<Entry>& entries, const std::vector<std::size_t>& some) {
    std::vector<std::size_t> rows;
    for (const std::size_t e : some) {
        rows.insert(rows.end(), entries[e].rows.begin(), entries[e].rows.end());
        rows.insert(rows.end(), entries[e].mentioned.begin(), entries[e].mentioned.end());
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

bool share_any(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return std::ranges::any_of(a, [&](std::size_t row) { return std::ranges::binary_search(b, row); });
}

void fill_knot(Columns& columns, const std::vector<Entry>& entries, const std::vector<std::size_t>& at_knot,
               std::size_t knot) {
    columns.events_at[knot] = at_knot.size();
    columns.rows_at[knot] = rows_of(entries, at_knot);
    Offset offset;
    std::vector<std::size_t> before;
    for (const Column& column : first_fit(entries, at_knot)) {
        const std::vector<std::size_t> rows = rows_of(entries, column);
        if (!before.empty()) ++(share_any(rows, before) ? offset.mark_steps : offset.tie_steps);
        for (const std::size_t e : column)
            columns.offset_of[e] = offset;
        before.insert(before.end(), rows.begin(), rows.end());
        std::ranges::sort(before);
    }
    columns.breadth_at[knot] = offset;
}

/// The ordinary step of time of the story.
double median_step(const Columns& columns) {
    std::vector<double> steps;
    double previous = 0;
    bool any = false;
    for (std::size_t k = 0; k < columns.times.size(); ++k) {
        if (columns.events_at[k] == 0) continue;
        if (any) steps.push_back(columns.times[k] - previous);
        previous = columns.times[k];
        any = true;
    }
    if (steps.empty()) return 1;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle;
}

const Gap* gap_between(const Timetable& timetable, double from, double until) {
    const auto gap =
        std::ranges::find_if(timetable.gaps, [&](const Gap& g) { return g.from <= from && until <= g.until; });
    return gap == timetable.gaps.end() ? nullptr : &*gap;
}

}  // namespace

Columns arrange_columns(const Story& story, const Timetable& timetable, const Cast& cast,
                        const std::vector<Entry>& entries, const Shown& shown) {
    Columns columns;
    columns.cut_at_start = shown.continues();
    columns.cut_at_end = shown.is_continued();
    for (const Entry& entry : entries)
        columns.times.push_back(timetable.events[entry.event].start.nominal);
    add_other_moments(columns.times, timetable, cast, shown);
    std::ranges::sort(columns.times);
    columns.times.erase(std::unique(columns.times.begin(), columns.times.end()), columns.times.end());

    columns.offset_of.assign(entries.size(), {});
    columns.knot_of.assign(entries.size(), 0);
    columns.breadth_at.assign(columns.times.size(), {});
    columns.events_at.assign(columns.times.size(), 0);
    columns.heads_section.assign(columns.times.size(), false);
    columns.rows_at.assign(columns.times.size(), {});
    columns.timed.assign(columns.times.size(), false);
    columns.demand.assign(columns.times.size(), 1);
    columns.room_before.assign(columns.times.size(), 0);
    std::vector<std::vector<std::size_t>> at_knot(columns.times.size());
    for (std::size_t e = 0; e < entries.size(); ++e) {
        columns.knot_of[e] = knot_at(columns.times, timetable.events[entries[e].event].start.nominal);
        at_knot[columns.knot_of[e]].push_back(e);
        if (timetable.events[entries[e].event].certainty != Certainty::ordered)
            columns.timed[columns.knot_of[e]] = true;
    }
    for (std::size_t knot = 0; knot < at_knot.size(); ++knot)
        fill_knot(columns, entries, at_knot[knot], knot);
    for (std::size_t s = 0; s < story.sections().size(); ++s) {
        if (!shown.has(timetable.sections[s])) continue;
        const std::size_t knot = knot_at(columns.times, timetable.sections[s].from.nominal);
        if (knot < columns.heads_section.size()) columns.heads_section[knot] = true;
    }
    return columns;
}

namespace {

/// The room between a knot and the one before it, without gaps and headings.
double ordinary_room(const Columns& columns, std::size_t knot, double ordinary_step, const Spacing& spacing) {
    const double step = columns.times[knot] - columns.times[knot - 1];
    const double by_time = std::clamp(std::sqrt(step / ordinary_step), 0.3, 3.0);
    if (columns.events_at[knot] == 0 || columns.events_at[knot - 1] == 0) {
        return std::max(spacing.tie_room, 0.35 * spacing.stretch * by_time);
    }
    const bool timed = columns.timed[knot] && columns.timed[knot - 1];
    const double by_events = static_cast<double>(columns.events_at[knot - 1]) * columns.demand[knot - 1];
    return std::max(spacing.tie_room, spacing.stretch * (0.4 * (timed ? by_time : 1) + 0.6 * by_events));
}

/// The length of the part of a gap between two knots: a birth may stand within it.
std::optional<Duration> length_of(const Gap* gap, double from, double until, const Timetable& timetable) {
    if (gap == nullptr) return std::nullopt;
    if (from <= gap->from && gap->until <= until) return gap->length;
    Duration length = usual_duration(timetable, until - from);
    length.about = length.about || gap->length.about;
    return length;
}

/// Keeps the marks of each lane apart, whatever is between them.
class LaneRods {
public:
    LaneRods(const Columns& columns, double room) : columns_(columns), room_(room) {
        std::size_t rows = 0;
        for (const auto& at : columns.rows_at)
            rows = at.empty() ? rows : std::max(rows, at.back() + 1);
        last_.assign(rows, -room);
    }

    [[nodiscard]] double least(std::size_t knot) const {
        double least = 0;
        for (const std::size_t row : columns_.rows_at[knot])
            least = std::max(least, last_[row] + room_);
        return least;
    }

    void occupy(std::size_t knot, double until) {
        for (const std::size_t row : columns_.rows_at[knot])
            last_[row] = until;
    }

private:
    const Columns& columns_;
    double room_;
    std::vector<double> last_;
};

}  // namespace

TimeScale spread(const Columns& columns, const Timetable& timetable, const Spacing& spacing) {
    const double ordinary_step = std::max(median_step(columns), 1e-9);
    std::vector<TimeScale::Knot> knots;
    std::vector<Break> breaks;
    LaneRods rods(columns, spacing.mark_room);
    double heading_from = -spacing.heading_room;
    double last_event = 0;
    for (std::size_t k = 0; k < columns.times.size(); ++k) {
        double from = rods.least(k);
        from = std::max(from, last_event + columns.room_before[k]);
        if (k > 0) {
            const double before = knots.back().until;
            const double step = columns.times[k] - columns.times[k - 1];
            from = std::max(from, before + ordinary_room(columns, k, ordinary_step, spacing));
            // If the break between two pages falls into a gap, the later page shows the gap.
            const bool starts_page = columns.cut_at_start && k == 1;
            const bool ends_page = columns.cut_at_end && k + 1 == columns.times.size();
            if (starts_page || ends_page) from = std::max(from, before + spacing.mark_room);
            const Gap* gap = ends_page ? nullptr : gap_between(timetable, columns.times[k - 1], columns.times[k]);
            const bool prelude = columns.times[k - 1] < timetable.from && columns.times[k] >= timetable.from;
            if (gap != nullptr || (prelude && step > 8 * ordinary_step)) {
                const double least = (gap != nullptr ? 6 : 4) * spacing.mark_room;
                // At the start of a page the break says only that time has passed.
                from = std::max(from, before + (starts_page ? least : std::max(least, 1.2 * spacing.stretch)));
                breaks.push_back({before, from, length_of(gap, columns.times[k - 1], columns.times[k], timetable)});
            }
        }
        if (columns.heads_section[k]) {
            from = std::max(from, heading_from + spacing.heading_room);
            heading_from = from;
        }
        const double breadth = columns.breadth_at[k].points(spacing.mark_room, spacing.tie_room);
        knots.push_back({columns.times[k], from, from + breadth});
        rods.occupy(k, from + breadth);
        if (columns.events_at[k] > 0) last_event = from + breadth;
    }
    return {std::move(knots), std::move(breaks)};
}

}  // namespace fabula::lifelines
