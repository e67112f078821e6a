// read_knowledge: who learns in an event of what.

#include "story/parts.hpp"

namespace fabula {
namespace {

constexpr yaml::Field known_events{.key = "knows", .kind = yaml::Kind::texts};

/// The scalars of a value that is one or a list of them.
std::vector<const yaml::Node*> scalars(const yaml::Node& value) {
    if (value.kind == yaml::Node::Kind::scalar) return {&value};
    std::vector<const yaml::Node*> result;
    for (const yaml::Entry& entry : value.entries) {
        if (entry.value->kind == yaml::Node::Kind::scalar) result.push_back(entry.value);
    }
    return result;
}

/// A map from characters to what each of them learns of.
void read_each(const yaml::Node& map, const StoryReading& reading, Event& event) {
    for (const yaml::Entry& entry : map.entries) {
        const auto who = reading.ids.refer(IdSort::character, entry.key->text, entry.key->span);
        if (!check_value(*entry.value, known_events, entry.key->text, reading.findings)) continue;
        for (const yaml::Node* id : scalars(*entry.value)) {
            const auto known = reading.ids.refer(IdSort::event, id->text, id->span);
            if (who && known) event.knows.push_back({who, *known});
        }
    }
}

}  // namespace

void read_knowledge(const yaml::MapReader& map, const StoryReading& reading, Event& event) {
    event.acts_on = reading.references(map, "acts-on", IdSort::event);
    const yaml::Node* node = map.find("knows");
    if (node != nullptr && node->kind == yaml::Node::Kind::map) return read_each(*node, reading, event);
    for (const Reference& known : reading.references(map, "knows", IdSort::event))
        event.knows.push_back({std::nullopt, known});
}

}  // namespace fabula
