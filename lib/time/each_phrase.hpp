#pragma once

#include "fabula/story.hpp"

namespace fabula::timing {

/// Calls `visit` with each phrase of the story.
template <typename Visit>
void for_each_phrase(const Story& story, Visit&& visit) {
    const auto all = [&visit](const std::vector<Phrase>& phrases) {
        for (const Phrase& phrase : phrases)
            visit(phrase);
    };
    for (const Character& character : story.characters()) {
        all(character.born);
        all(character.died);
        for (const Absence& absence : character.absent) {
            all(absence.from);
            all(absence.until);
        }
        for (const LivedStretch& stretch : character.clock) {
            all(stretch.from);
            all(stretch.until);
        }
    }
    for (const Section& section : story.sections())
        all(section.when);
    for (const Event& event : story.events()) {
        all(event.when);
        all(event.until);
    }
    for (const State& state : story.states()) {
        all(state.from);
        all(state.until);
    }
    for (const Relationship& relationship : story.relationships()) {
        for (const RelationshipPhase& phase : relationship.phases) {
            all(phase.from);
            all(phase.until);
        }
    }
}

}  // namespace fabula::timing
