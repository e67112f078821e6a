// One pass: lay_out. Places along x want to know how high lines rise, and heights where labels stand: each is found
// twice.
#include "view/storyline/layout.hpp"

#include <algorithm>
#include <cmath>

#include "view/drawing/marks.hpp"
#include "view/storyline/arrangement.hpp"
#include "view/storyline/captions.hpp"
#include "view/storyline/column_placement.hpp"
#include "view/storyline/height_assignment.hpp"
#include "view/storyline/page_steps.hpp"
#include "view/storyline/separation_constraints.hpp"
#include "view/storyline/time_between.hpp"

namespace fabula::storylines {
namespace {

/// How far the line that moves most rises or falls before each step, points.
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

/// Moves steps apart so that no line bends more steeply than is good. Labels keep their places: they reach into fewer
/// steps.
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

/// Heights for the row as it is spread; where labels leave no room for them, spreads it again with those labels held
/// off.
void spread_and_pose(Row& row, const Captions& captions, const Rhythm& rhythm, const Plan& plan,
                     const Context& context) {
    constexpr int patient_rounds = 3;  // after these a label that is in the way keeps to its own step
    constexpr int most_rounds = 40;
    std::set<LabelExclusion> exclusions;
    for (int round = 0;; ++round) {
        row.placement = place_columns(row, captions, rhythm, exclusions, plan.measures, context);
        std::vector<SeparationConstraint> constraints = claims_of(row, plan.measures);
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

/// Numbered marks are larger than a container that holds one line.
void measure_marks(Row& row, const Plan& plan, const Story& story, const Theme& theme) {
    constexpr double tip = 1.75;  // of the radius: as far as the highest of the marks reaches, a drop
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

void lay_out(Row& row, std::vector<bool>& begun, const Plan& plan, const Pace& pace, const Context& context) {
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

/// Where steps stand far apart, lines go on level for most of the way and bend only before the next.
void keep_bends_short(Row& row, const Measures& measures) {
    constexpr double longest = 1.4;  // of the stretch that a steep bend takes
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
        lay_out(row, begun, plan, pace, context);
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

}  // namespace fabula::storylines
