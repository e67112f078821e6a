// Kinds: how relationships, links and states are told apart.
#include "view/drawing/kinds.hpp"

namespace fabula::drawing {

Kinds::Kinds(const Story& story, const Theme& theme) : theme_(theme) {
    for (const Relationship& relationship : story.relationships)
        relationships_.try_emplace(relationship.kind, relationships_.size());
    for (const Link& link : story.links)
        links_.try_emplace(link.kind, links_.size());
    links_.try_emplace("reveal", links_.size());
    for (const State& state : story.states)
        states_.try_emplace(state.is, states_.size());
}

KindStyle Kinds::relationship(std::string_view kind) const {
    return theme_.relationship_style(kind, relationships_.at(kind));
}

KindStyle Kinds::link(std::string_view kind) const {
    return theme_.relationship_style(kind, links_.at(kind));
}

KindStyle Kinds::state(std::string_view state) const {
    return theme_.state_style(state, states_.at(state));
}

}  // namespace fabula::drawing
