// From one event of a picture to another: add_references.
#include "view/references.hpp"

#include <map>
#include <set>
#include <string>

namespace fabula {
namespace {

/// What each event refers to first, by the ids of their groups.
std::map<std::string, std::string> references_of(const Story& story) {
    std::map<std::string, std::string> references;
    for (const Event& event : story.events()) {
        const Reference* const first = !event.reveals.empty() ? &event.reveals.front()
                                       : event.frame          ? &*event.frame
                                                              : nullptr;
        if (first != nullptr) references.emplace("event-" + event.id, "event-" + story.events()[first->index].id);
    }
    return references;
}

void collect(const Group& group, std::set<std::string>& ids) {
    if (!group.id.empty()) ids.insert(group.id);
    for (const Node& node : group.children) {
        if (const auto* const inner = std::get_if<Group>(&node)) collect(*inner, ids);
    }
}

/// `prefix` is what ids in this panel begin with.
void link(Group& group, const std::map<std::string, std::string>& references, const std::set<std::string>& ids,
          const std::string& prefix) {
    if (group.link.empty() && group.id.starts_with(prefix)) {
        const auto found = references.find(group.id.substr(prefix.size()));
        if (found != references.end() && ids.contains(prefix + found->second))
            group.link = "#" + prefix + found->second;
    }
    const std::string within = group.classes == "panel" ? group.id + "-" : prefix;
    for (Node& node : group.children) {
        if (auto* const inner = std::get_if<Group>(&node)) link(*inner, references, ids, within);
    }
}

}  // namespace

void add_references(Group& root, const Story& story) {
    const auto references = references_of(story);
    if (references.empty()) return;
    std::set<std::string> ids;
    collect(root, ids);
    link(root, references, ids, {});
}

}  // namespace fabula
