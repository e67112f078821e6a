// One row: arranged, spread along x, and given its heights. Places along x depend on how far lines rise, and heights on
// where labels stand: each is found twice.

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "view/drawing/durations.hpp"
#include "view/drawing/marks.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

/// By step: how far the line that moves most rises or falls before it, points.
std::vector<double> rises(const Row& row, std::size_t characters) {
    std::vector<double> rises(row.steps.size(), 0);
    std::vector<double> height(characters, -1);
    for (std::size_t t = 0; t < rises.size(); ++t) {
        for (const Standing& standing : row.arrangement.steps[t]) {
            const double at = row.assignment.at(standing.place);
            const bool was_there = t > 0 && std::ranges::binary_search(row.steps[t - 1].present, standing.line);
            if (was_there) rises[t] = std::max(rises[t], std::abs(at - height[standing.line]));
            height[standing.line] = at;
        }
    }
    return rises;
}

Rhythm rhythm_of(const Row& row, const std::vector<double>& rises, const Pace& pace, const Measures& measures,
                 const std::vector<double>& room) {
    Rhythm rhythm{std::vector<double>(rises.size(), 0), std::vector<double>(rises.size(), 0)};
    for (std::size_t t = 1; t < rises.size(); ++t) {
        const double bend = rises[t] * measures.steepness;
        rhythm.transitions[t] = rises[t] < height_unit / 2
                                    ? measures.transition * 0.4
                                    : std::clamp(bend, measures.transition, measures.most_transition);
        rhythm.pitches[t] = std::max(pace.distance(row.steps[t - 1], row.steps[t]), room[t]);
    }
    return rhythm;
}

/// Moves steps apart so that no line bends too steeply. Labels keep their lengths and reach into fewer steps.
void widen(ColumnPlacement& placement, const Rhythm& rhythm) {
    double shift = 0;
    for (std::size_t t = 0; t < placement.columns.size(); ++t) {
        Column& column = placement.columns[t];
        if (t > 0)
            shift = std::max(shift, placement.columns[t - 1].flat_until + rhythm.transitions[t] - column.flat_from);
        for (double* x : {&column.flat_from, &column.from, &column.until, &column.flat_until})
            *x += shift;
    }
}

/// Spreads the row and assigns its heights. Where labels leave no room for them, starts again with limits for those
/// labels.
void spread_and_pose(Row& row, const Captions& captions, const Rhythm& rhythm, const Plan& plan,
                     const Context& context) {
    constexpr int patient_rounds = 3;  // after these a label that is in the way stays in its own step
    constexpr int most_rounds = 40;
    std::set<LabelExclusion> exclusions;
    for (int round = 0;; ++round) {
        row.placement = place_columns(row, captions, rhythm, exclusions, plan.measures, context);
        std::vector<SeparationConstraint> constraints = separation_constraints_of(row, plan.measures);
        std::vector<LabelExclusion> found = resolve(constraints, row);
        if (found.empty() || round == most_rounds) {
            row.assignment = assign_heights(row, constraints, plan.importance, plan.options.heights);
            return;
        }
        for (LabelExclusion& exclusion : found) {
            if (round >= patient_rounds) exclusion.step = LabelExclusion::everywhere;
            exclusions.insert(exclusion);
        }
    }
}

/// Notes how far the marks of milestones reach, which are larger than a container with one line.
void measure_marks(Row& row, const Plan& plan, const Story& story, const Theme& theme) {
    constexpr double tip = 1.75;  // of the radius: the reach of the highest mark, a drop
    const double radius = milestone_radius(theme, plan.type.text);
    auto& meetings = row.arrangement.meetings;
    for (std::size_t s = 0; s < meetings.size(); ++s) {
        const auto& milestone = story.events()[meetings[s].event].milestone;
        if (!milestone || meetings[s].goes_on) continue;
        std::size_t outermost = s;
        while (meetings[outermost].outer)
            outermost = *meetings[outermost].outer;
        Meeting& meeting = meetings[outermost];
        if (meeting.lines.front() == milestone->of.index) meeting.mark_over = radius * tip;
        if (meeting.lines.back() == milestone->of.index) meeting.mark_under = radius;
    }
}

void lay_out_row(Row& row, std::vector<bool>& begun, const Plan& plan, const Pace& pace, const Context& context) {
    row.arrangement = arrange(row, begun, plan.measures);
    measure_marks(row, plan, context.story, context.theme);
    const Captions captions = set_captions(row, plan, context);
    const std::vector<double> room = room_for_times(row, plan, context);
    Rhythm rhythm = rhythm_of(row, std::vector<double>(row.steps.size(), 1), pace, plan.measures, room);
    for (int round = 0; round < 2; ++round) {
        spread_and_pose(row, captions, rhythm, plan, context);
        rhythm = rhythm_of(row, rises(row, plan.colours.size()), pace, plan.measures, room);
    }
    widen(row.placement, rhythm);
}

/// Where steps are far apart, lines stay level for most of the way and bend only before the next step.
void keep_bends_short(Row& row, const Measures& measures) {
    constexpr double longest = 1.4;  // in stretches of the steepest bend
    auto& columns = row.placement.columns;
    for (std::size_t t = 1; t < columns.size(); ++t) {
        const double from = columns[t].flat_from - longest * measures.most_transition;
        columns[t - 1].flat_until = std::max(columns[t - 1].flat_until, from);
    }
}

}  // namespace

void spread_roughly(Row& row, const Plan& plan, const Pace& pace, const Context& context) {
    std::vector<bool> begun = begun_before(plan, context.story);
    row.arrangement = arrange(row, begun, plan.measures);
    const Captions captions = set_captions(row, plan, context);
    const Rhythm rhythm = rhythm_of(row, std::vector<double>(row.steps.size(), 1), pace, plan.measures,
                                    room_for_times(row, plan, context));
    row.placement = place_columns(row, captions, rhythm, {}, plan.measures, context);
}

void stretch(Row& row, double length, const Measures& measures) {
    ColumnPlacement& placement = row.placement;
    if (placement.columns.size() < 2) return;
    const double spare = length - placement.columns.back().flat_until;
    const double share = spare / static_cast<double>(placement.columns.size() - 1);
    double shift = 0;
    for (Column& column : placement.columns) {
        for (double* x : {&column.flat_from, &column.from, &column.until, &column.flat_until})
            *x += shift;
        shift += share;
    }
    keep_bends_short(row, measures);
}

void lay_out(Plan& plan, const Pace& pace, const Context& context) {
    std::vector<bool> begun = begun_before(plan, context.story);
    double longest = 0;
    for (Row& row : plan.rows) {
        lay_out_row(row, begun, plan, pace, context);
        longest = std::max(longest, row.length());
    }
    constexpr double most_stretched = 2;
    constexpr double nearly = 0.7;
    for (Row& row : plan.rows) {
        const bool last = &row == &plan.rows.back();
        const bool stays_true = is_true_to_time(plan.options.axis);
        if (!stays_true && row.length() > (last ? nearly : 1 / most_stretched) * longest)
            stretch(row, longest, plan.measures);
        keep_bends_short(row, plan.measures);
    }
}

std::int64_t to_units(double points) {
    return static_cast<std::int64_t>(std::ceil(points / height_unit - 1e-6));
}

namespace {

class Arranger {
public:
    Arranger(std::size_t lines, std::vector<bool>& begun, const Measures& measures)
        : gap_(to_units(measures.scene_gap)),
          position_(lines, none),
          before_(lines, none),
          meeting_of_(begun.size(), none),
          begun_(begun) {}

    void add(const StoryStep& step, const Lines& order) {
        const std::size_t t = result_.steps.size();
        for (std::size_t p = 0; p < order.size(); ++p)
            position_[order[p]] = p;
        std::vector<Standing>& standings = result_.steps.emplace_back();
        for (const Line line : order)
            standings.push_back({line, {none, 0}, std::nullopt});
        std::vector<std::size_t> scenes = outermost_first(step);
        std::vector<std::optional<std::size_t>> round(order.size());  // by position: the innermost container so far
        for (const std::size_t s : scenes)
            stand(step.scenes[s], t, order, round);
        for (Standing& standing : standings) {
            if (standing.place.node == none) standing.place.node = result_.nodes++;
        }
        before_.assign(position_.size(), none);
        for (const Line line : order)
            before_[line] = position_[line];
    }

    [[nodiscard]] Arrangement take() { return std::move(result_); }

private:
    static std::vector<std::size_t> outermost_first(const StoryStep& step) {
        std::vector<std::size_t> scenes(step.scenes.size());
        for (std::size_t s = 0; s < scenes.size(); ++s)
            scenes[s] = s;
        // Of two scenes with the same lines the one that began first is the outer one.
        std::ranges::stable_sort(scenes, [&](std::size_t a, std::size_t b) {
            return step.scenes[a].whole.size() > step.scenes[b].whole.size();
        });
        return scenes;
    }

    void stand(const SceneInStep& scene, std::size_t t, const Lines& order,
               std::vector<std::optional<std::size_t>>& round) {
        std::vector<std::size_t> positions;
        for (const Line line : scene.whole)
            positions.push_back(position_[line]);
        const std::size_t first = *std::ranges::min_element(positions);
        const Lines lines(order.begin() + static_cast<std::ptrdiff_t>(first),
                          order.begin() + static_cast<std::ptrdiff_t>(first + positions.size()));
        const std::optional<std::size_t> outer = round[first];
        const std::size_t meeting = continued(scene.event, t, lines, order, outer);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            Standing& standing = result_.steps[t][first + i];
            round[first + i] = meeting;
            if (standing.meeting) continue;
            standing.meeting = meeting;
            const Place& top = result_.meetings[meeting].top;
            standing.place = {top.node, top.offset + static_cast<std::int64_t>(i) * gap_};
        }
        result_.meetings[meeting].top = result_.steps[t][first].place;
        std::size_t depth = 0;
        for (auto round_it = outer; round_it; round_it = result_.meetings[*round_it].outer)
            result_.meetings[*round_it].depth = std::max(result_.meetings[*round_it].depth, ++depth);
    }

    /// Whether no line has changed sides since the step before: a container that a line crosses cannot stay level.
    [[nodiscard]] bool is_crossed_by_none(const Lines& lines, const Lines& order) const {
        const std::size_t first = position_[lines.front()];
        const std::size_t first_before = before_[lines.front()];
        for (std::size_t p = 0; p < order.size(); ++p) {
            if (before_[order[p]] == none || (first <= p && p < first + lines.size())) continue;
            if ((p < first) != (before_[order[p]] < first_before)) return false;
        }
        return true;
    }

    /// The container of the scene in the step before if it can go on, or a new one.
    std::size_t continued(EventIndex event, std::size_t t, const Lines& lines, const Lines& order,
                          std::optional<std::size_t> outer) {
        const std::size_t before = meeting_of_[event];
        if (before != none) {
            Meeting& meeting = result_.meetings[before];
            if (meeting.last + 1 == t && meeting.lines == lines && meeting.outer == outer &&
                is_crossed_by_none(lines, order)) {
                meeting.last = t;
                return before;
            }
        }
        Meeting meeting{
            .event = event, .first = t, .last = t, .lines = lines, .top = {}, .outer = outer, .goes_on = begun_[event]};
        begun_[event] = true;
        if (!outer) meeting.top.node = result_.nodes++;
        result_.meetings.push_back(std::move(meeting));
        meeting_of_[event] = result_.meetings.size() - 1;
        return meeting_of_[event];
    }

    std::int64_t gap_;
    std::vector<std::size_t> position_;    ///< by line
    std::vector<std::size_t> before_;      ///< by line: its position in the step before
    std::vector<std::size_t> meeting_of_;  ///< by event: its latest container
    std::vector<bool>& begun_;             ///< by event
    Arrangement result_;
};

}  // namespace

Arrangement arrange(const Row& row, std::vector<bool>& begun, const Measures& measures) {
    std::size_t lines = 0;
    for (const StoryStep& step : row.steps) {
        if (!step.present.empty()) lines = std::max(lines, step.present.back() + 1);
    }
    Arranger arranger(lines, begun, measures);
    for (std::size_t t = 0; t < row.steps.size(); ++t)
        arranger.add(row.steps[t], row.orders[t]);
    return arranger.take();
}

std::vector<TimeBetween> times_between(const Row& row, const Plan& plan, const Context& context) {
    std::vector<TimeBetween> times;
    if (!plan.options.elapsed || plan.options.axis == Axis::told) return times;
    std::vector<std::pair<std::size_t, EventIndex>> scenes;  // no two in one step
    for (const Meeting& meeting : row.arrangement.meetings) {
        if (!meeting.goes_on) scenes.emplace_back(meeting.first, meeting.event);
    }
    std::ranges::stable_sort(scenes, {}, [](const auto& scene) { return scene.first; });
    for (std::size_t i = 1; i < scenes.size(); ++i) {
        if (scenes[i].first == scenes[i - 1].first) continue;
        std::string text = passage_between(context, scenes[i - 1].second, scenes[i].second);
        if (!text.empty()) times.push_back({scenes[i - 1].first, scenes[i].first, std::move(text)});
    }
    return times;
}

TextStyle style_of_times(const Plan& plan) {
    return {.size = plan.type.text, .italic = true, .tabular_figures = true};
}

namespace {

/// Whether distances show lengths of time: if only these are known, and the row has few scenes.
bool shows_lengths(const Row& row, const Plan& plan, const Context& context) {
    constexpr std::size_t few = 20;
    return context.timetable.axis == TimeAxis::elapsed && plan.options.axis == Axis::scenes && row.steps.size() <= few;
}

/// Room for a figure at each scene; longer times get more room, though not in proportion.
void make_room_for_lengths(std::vector<double>& room, const Row& row, const Plan& plan, const Context& context) {
    const double figure = (context.timetable.timed ? 8 : 5) * plan.type.text;  // "day 365", "day 3, 09:00"
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t t = 1; t < row.steps.size(); ++t) {
        const double length = row.steps[t].from - row.steps[t - 1].from;
        if (length > 0) least = std::min(least, length);
    }
    for (std::size_t t = 1; t < row.steps.size(); ++t) {
        constexpr double longest = 3;
        const double share = std::sqrt(std::max(row.steps[t].from - row.steps[t - 1].from, 0.0) / least);
        room[t] = std::max(room[t], figure * std::clamp(share, 0.0, longest));
    }
}

}  // namespace

std::vector<double> room_for_times(const Row& row, const Plan& plan, const Context& context) {
    std::vector<double> room(row.steps.size(), 0);
    const double air = 5.5 * plan.type.text;  // for half of the figure on each side
    for (const TimeBetween& time : times_between(row, plan, context))
        room[time.until] = context.measure.line(time.text, style_of_times(plan)).width + air;
    if (shows_lengths(row, plan, context)) make_room_for_lengths(room, row, plan, context);
    return room;
}

Pace::Pace(const Row& whole, Axis axis, const Timetable& timetable) {
    const auto& steps = whole.steps;
    const auto& columns = whole.placement.columns;
    if (!is_true_to_time(axis) || steps.size() < 2) return;
    if (axis == Axis::broken) {
        for (const Gap& gap : timetable.gaps)
            gaps_.emplace_back(gap.from, gap.until);
    }
    double time = 0;
    std::vector<double> scales;
    for (std::size_t t = 1; t < steps.size(); ++t) {
        const double passed = steps[t].from - steps[t - 1].from;
        if (passed <= 0 || in_gap(steps[t - 1].until, steps[t].from)) continue;
        time += passed;
        scales.push_back((columns[t].from - columns[t - 1].from) / passed);
    }
    if (scales.empty()) return;
    constexpr double times_as_long = 2.5;
    const double length = columns.back().flat_until;
    const auto true_enough = scales.begin() + static_cast<std::ptrdiff_t>(scales.size() * 3 / 4);
    std::ranges::nth_element(scales, true_enough);
    scale_ = std::min(*true_enough, times_as_long * length / time);
    gap_length_ = 2 * length / static_cast<double>(steps.size());
}

bool Pace::in_gap(double from, double until) const {
    const auto after = std::ranges::upper_bound(gaps_, from, {}, &std::pair<double, double>::first);
    return after != gaps_.begin() && until <= (after - 1)->second;
}

double Pace::distance(const StoryStep& before, const StoryStep& after) const {
    const double true_distance = scale_ * (after.from - before.from);
    return in_gap(before.until, after.from) ? std::min(true_distance, gap_length_) : true_distance;
}

}  // namespace fabula::storylines
