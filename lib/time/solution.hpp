#pragma once

#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "time/contradiction.hpp"
#include "time/model.hpp"

/// From solved moments to the timetable: one pass, one function each, in this order.
namespace fabula::timing {

/// By variable: the bounds that statements and defaults leave, and where to draw.
struct Solution {
    std::vector<Moment> moments;

    [[nodiscard]] const Moment& operator[](Variable variable) const { return moments[variable]; }
};

/// Times as a timetable counts them; on TimeAxis::order the nominal ones become whole steps.
[[nodiscard]] Solution make_solution(const Model& model, const std::vector<Ticks>& earliest,
                                     const std::vector<Ticks>& nominal, const std::vector<Ticks>& latest);

/// What was left out, and when that would have been: `nominal` holds the times that are drawn, from the axis.
void place_set_aside(Timetable& timetable, const std::vector<LeftOut>& left_out, const Model& model,
                     const Solution& solution, const std::vector<Ticks>& nominal, const Story& story);

/// Events with their ranks, and the chronology.
void place_events(Timetable& timetable, const Model& model, const Solution& solution, const Story& story);

/// How sure each event's time is, and what its own statements allow.
void judge_certainty(Timetable& timetable, const Model& model, const Solution& solution, const Story& story,
                     double soon);

/// Which clock the axis shows; after the extent of all that happens is known.
void name_zone(Timetable& timetable, const Model& model, const Story& story);

void place_lives(Timetable& timetable, const Model& model, const Solution& solution, const Story& story);

/// Absences and the stretches of own clocks; after place_lives, whose births and deaths are their ends where none is
/// stated.
void place_own_clocks(Timetable& timetable, const Model& model, const Solution& solution, const Story& story);

void place_sections(Timetable& timetable, const Model& model, const Solution& solution, const Story& story);

/// States and the phases of relationships; ends that are not stated follow from lives and other states.
void place_states(Timetable& timetable, const Model& model, const Solution& solution, const Story& story);
void place_relationships(Timetable& timetable, const Model& model, const Solution& solution, const Story& story);

/// Long stretches between events in which nothing happens: at least an eighth of the whole and six times the usual
/// (median) step, and at most five, the longest. At least half of each has to follow from what is stated (`granted`
/// holds the bounds with soft statements taken at their word), unless a statement spans it: then it is as long as that
/// says.
void find_gaps(Timetable& timetable, const Model& model, const Solution& granted, const Story& story);

}  // namespace fabula::timing
