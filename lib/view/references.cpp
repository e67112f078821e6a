// From one event of a picture to another: add_references.
#include "view/references.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>

namespace fabula {
namespace {

/// What each event refers to first, by their ids.
std::map<std::string, std::string> references_of(const Story& story) {
    std::map<std::string, std::string> references;
    for (const Event& event : story.events()) {
        const Reference* const first = !event.reveals.empty() ? &event.reveals.front()
                                       : event.frame          ? &*event.frame
                                                              : nullptr;
        if (first != nullptr) references.emplace(event.id, story.events()[first->index].id);
    }
    return references;
}

/// The events that a picture shows, by panel.
using ShownEvents = std::map<std::pair<std::size_t, std::string>, subjects::Event>;

void collect(const Group& group, ShownEvents& shown) {
    if (const auto* const event = std::get_if<subjects::Event>(&group.subject))
        shown.try_emplace({group.panel, event->id}, *event);
    for (const Node& node : group.children) {
        if (const auto* const inner = std::get_if<Group>(&node)) collect(*inner, shown);
    }
}

void link(Group& group, const std::map<std::string, std::string>& references, const ShownEvents& shown) {
    if (const auto* const event = std::get_if<subjects::Event>(&group.subject)) {
        const auto reference = references.find(event->id);
        const auto target = reference == references.end() ? shown.end() : shown.find({group.panel, reference->second});
        if (target != shown.end()) group.reference = target->second;
    }
    for (Node& node : group.children) {
        if (auto* const inner = std::get_if<Group>(&node)) link(*inner, references, shown);
    }
}

}  // namespace

void add_references(Group& root, const Story& story) {
    const auto references = references_of(story);
    if (references.empty()) return;
    ShownEvents shown;
    collect(root, shown);
    link(root, references, shown);
}

}  // namespace fabula
