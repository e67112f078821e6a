// solve_times: from a story to its timetable.
#include <algorithm>
#include <utility>

#include "fabula/timetable.hpp"

#include "time/contradiction.hpp"
#include "time/defaults.hpp"
#include "time/model.hpp"
#include "time/nominal.hpp"
#include "time/solution.hpp"

namespace fabula {

namespace {

/// The first and the last of all that happens.
void measure_extent(Timetable& timetable, const timing::Model& model, const Story& story) {
    std::vector<double> times;
    for (const EventTime& event : timetable.events) {
        times.push_back(event.start.nominal);
        times.push_back(event.end.nominal);
    }
    for (std::size_t s = 0; s < story.sections().size(); ++s) {
        if (!model.has_own_time(s) && story.sections()[s].events.empty()) continue;
        times.push_back(timetable.sections[s].from.nominal);
        times.push_back(timetable.sections[s].until.nominal);
    }
    for (const Life& life : timetable.lives) {
        if (life.death_known) times.push_back(life.death.nominal);
    }
    if (times.empty()) return;
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    timetable.from = *first;
    timetable.until = *last;
}

}  // namespace

TimeResult solve_times(const Story& story) {
    timing::ConsistentModel stated = timing::consistent_model(story);
    timing::Model& model = *stated.model;
    timing::TemporalNetwork& network = stated.network;
    timing::add_defaults(network, model, story);
    timing::count_from_first_event(network, model);

    const auto earliest = network.earliest(model.axis);
    const auto latest = network.latest(model.axis);
    const auto soon = model.scale.axis_length(timing::soon_after(earliest, latest, model));
    const auto nominal = timing::nominal_times(std::move(network), model);
    const timing::Solution solution = timing::make_solution(model, earliest, nominal.times, latest);

    TimeResult result{{}, std::move(stated.diagnostics)};
    Timetable& timetable = result.timetable;
    timetable.model = stated.model;
    timetable.axis = model.scale.axis();
    timetable.axis_character = model.axis_character;
    timetable.calendar = model.calendar;
    timetable.clock = timetable.axis == TimeAxis::clock ? story.time().clock : "";
    timing::place_set_aside(timetable, stated.left_out, model, solution, nominal.times, story);
    timing::place_events(timetable, model, solution, story);
    timing::judge_certainty(timetable, model, solution, story, soon);
    timing::place_lives(timetable, model, solution, story);
    timing::place_own_clocks(timetable, model, solution, story);
    timing::place_sections(timetable, model, solution, story);
    timing::place_states(timetable, model, solution, story);
    timing::place_relationships(timetable, model, solution, story);
    measure_extent(timetable, model, story);
    timing::name_zone(timetable, model, story);
    timing::find_gaps(timetable, model, timing::make_solution(model, nominal.earliest, nominal.times, nominal.latest),
                      story);
    return result;
}

}  // namespace fabula
