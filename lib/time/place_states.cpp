// place_states, place_relationships: from when to when, where the story leaves an end open.
#include <algorithm>

#include "time/solution.hpp"

namespace fabula::timing {

namespace {

bool earlier_than(const Moment& a, const Moment& b) {
    return a.nominal < b.nominal;
}

Extent in_order(Extent extent) {
    if (extent.until.nominal < extent.from.nominal) extent.until = extent.from;
    return extent;
}

/// The beginning of the next state of the same character; the end of its life where there is none.
Moment until_next_state(std::size_t state, const std::vector<Extent>& states, const Timetable& timetable,
                        const Story& story) {
    const CharacterIndex who = story.states()[state].who.index;
    Moment until = timetable.lives[who].death;
    for (std::size_t other = 0; other < states.size(); ++other) {
        if (other == state || story.states()[other].who.index != who) continue;
        const Moment& from = states[other].from;
        if (earlier_than(states[state].from, from) && earlier_than(from, until)) until = from;
    }
    return until;
}

/// From when all of them live until the first of them is gone.
Extent common_life(const std::vector<Reference>& characters, const Timetable& timetable) {
    Extent common{timetable.lives[characters.front().index].birth, timetable.lives[characters.front().index].death};
    for (const Reference& character : characters) {
        const Life& life = timetable.lives[character.index];
        common.from = std::max(common.from, life.birth, earlier_than);
        common.until = std::min(common.until, life.death, earlier_than);
    }
    return common;
}

}  // namespace

void place_states(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    std::vector<Extent>& states = timetable.states;
    for (std::size_t i = 0; i < story.states().size(); ++i) {
        const Moment from = story.states()[i].from.empty() ? timetable.lives[story.states()[i].who.index].birth
                                                           : solution[model.states[i].start];
        states.push_back({from, solution[model.states[i].end]});
    }
    const std::vector<Extent> begun = states;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (story.states()[i].until.empty()) states[i].until = until_next_state(i, begun, timetable, story);
        states[i] = in_order(states[i]);
    }
}

void place_relationships(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    for (std::size_t i = 0; i < story.relationships().size(); ++i) {
        const Relationship& relationship = story.relationships()[i];
        const Extent common = common_life(relationship.between, timetable);
        auto& phases = timetable.relationships.emplace_back();
        for (std::size_t p = 0; p < relationship.phases.size(); ++p) {
            const Stretch& stated = model.relationships[i][p];
            phases.push_back(in_order({relationship.phases[p].from.empty() ? common.from : solution[stated.start],
                                       relationship.phases[p].until.empty() ? common.until : solution[stated.end]}));
        }
    }
}

}  // namespace fabula::timing
