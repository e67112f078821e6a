// declare_cast, read_characters: who and what a story has.

#include <fmt/format.h>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

std::string text_or(const yaml::MapReader& map, std::string_view key, const std::string& otherwise) {
    return map.find(key) == nullptr ? otherwise : map.text(key);
}

/// Calls `read(id, reader or null)` for each entry of the map under `key`; an id alone, with nothing after it, is
/// enough.
template <typename Read>
void for_each_named(const yaml::MapReader& root, std::string_view key, const yaml::Schema& schema, Findings& findings,
                    Read read) {
    for (const yaml::Entry& entry : root.entries(key)) {
        if (entry.value->kind == yaml::Node::Kind::null) {
            static const yaml::Node nothing{.kind = yaml::Node::Kind::map};
            read(*entry.key, yaml::MapReader(nothing, schema, findings));
        } else {
            read(*entry.key, yaml::MapReader(*entry.value, schema, findings));
        }
    }
}

void declare_groups_places_things(const yaml::MapReader& root, const StoryReading& reading) {
    Story& story = reading.story;
    for_each_named(root, "groups", story_schema::group, reading.findings,
                   [&](const yaml::Node& id, const yaml::MapReader& map) {
                       reading.ids.declare(IdSort::group, id.text, id.span, story.groups.size());
                       story.groups.push_back({.id = id.text, .span = id.span, .name = text_or(map, "name", id.text)});
                   });
    for_each_named(root, "places", story_schema::place, reading.findings,
                   [&](const yaml::Node& id, const yaml::MapReader& map) {
                       reading.ids.declare(IdSort::place, id.text, id.span, story.places.size());
                       story.places.push_back({.id = id.text,
                                               .span = id.span,
                                               .name = text_or(map, "name", id.text),
                                               .in = map.text("in"),
                                               .text = map.text("text")});
                   });
    for_each_named(
        root, "things", story_schema::thing, reading.findings, [&](const yaml::Node& id, const yaml::MapReader& map) {
            reading.ids.declare(IdSort::thing, id.text, id.span, story.things.size());
            story.things.push_back(
                {.id = id.text, .span = id.span, .name = text_or(map, "name", id.text), .text = map.text("text")});
        });
}

void declare_milestones(const yaml::MapReader& root, const StoryReading& reading) {
    std::vector<MilestoneKind>& kinds = reading.story.milestones;
    for_each_named(root, "milestones", story_schema::milestone, reading.findings,
                   [&](const yaml::Node& id, const yaml::MapReader& map) {
                       for (const yaml::Field& field : story_schema::event.fields) {
                           if (field.key != id.text) continue;
                           reading.findings.add(
                               "bad-id", id.span,
                               fmt::format("‘{}’ cannot be a milestone: events have a key of this name", id.text),
                               "call it something else");
                       }
                       reading.ids.declare(IdSort::milestone, id.text, id.span, kinds.size());
                       kinds.push_back({.id = id.text,
                                        .span = id.span,
                                        .name = text_or(map, "name", id.text),
                                        .last = map.whole_number("last"),
                                        .mark = map.text("mark")});
                   });
}

}  // namespace

void declare_cast(const yaml::MapReader& root, const StoryReading& reading) {
    std::vector<Character>& characters = reading.story.characters;
    for (const yaml::Entry& entry : root.entries("characters")) {
        reading.ids.declare(IdSort::character, entry.key->text, entry.key->span, characters.size());
        Character& character = characters.emplace_back();
        character.id = entry.key->text;
        character.span = entry.key->span;
    }
    declare_groups_places_things(root, reading);
    declare_milestones(root, reading);
}

void read_characters(const yaml::MapReader& root, const StoryReading& reading) {
    std::size_t index = 0;
    for_each_named(root, "characters", story_schema::character, reading.findings,
                   [&](const yaml::Node&, const yaml::MapReader& map) {
                       Character& character = reading.story.characters[index];
                       const Reference self{index, character.span};
                       character.name = text_or(map, "name", character.id);
                       character.role = map.text("role");
                       character.group = reading.reference(map, "group", IdSort::group);
                       character.born = reading.phrases(map, "born");
                       character.died = reading.phrases(map, "died", self);
                       character.text = map.text("text");
                       ++index;
                   });
}

}  // namespace fabula
