// declare_cast, read_characters: who and what a story has.

#include <fmt/format.h>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

std::string text_or(const yaml::MapReader& map, std::string_view key, const std::string& otherwise) {
    return map.find(key) == nullptr ? otherwise : map.text(key);
}

/// From the first byte of an entry's key to the last of its value.
Span whole_entry(const yaml::Entry& entry) {
    Span span = entry.key->span;
    const Span& value = entry.value->span;
    const bool after = value.source == span.source && value.offset + value.length > span.offset + span.length;
    if (after) span.length = value.offset + value.length - span.offset;
    return span;
}

/// Calls `read(id, reader)` for each entry of the map under `key`. An id with nothing after it is enough for an entry.
template <typename Read>
void for_each_named(const yaml::MapReader& root, std::string_view key, const yaml::Schema& schema,
                    const StoryReading& reading, Read read) {
    for (const yaml::Entry& entry : root.entries(key)) {
        static const yaml::Node nothing{.kind = yaml::Node::Kind::map};
        const bool alone = entry.value->kind == yaml::Node::Kind::null;
        const yaml::MapReader map(alone ? nothing : *entry.value, schema, reading.findings);
        reading.note_allowances(map, whole_entry(entry));
        read(*entry.key, map);
    }
}

/// The id of an entry that is called `key` in the file, or one made up where that cannot be an id.
std::string declared_id(IdSort sort, const yaml::Node& key, std::size_t index, const StoryReading& reading) {
    if (reading.ids.declare(sort, key.text, key.span, index)) return key.text;
    return fmt::format("unnamed-{}-{}", static_cast<int>(sort), index + 1);
}

void declare_groups_threads_and_things(const yaml::MapReader& root, const StoryReading& reading) {
    StoryContent& story = reading.story;
    for_each_named(root, "groups", story_schema::group, reading, [&](const yaml::Node& id, const yaml::MapReader& map) {
        story.groups.push_back({.id = declared_id(IdSort::group, id, story.groups.size(), reading),
                                .span = id.span,
                                .name = text_or(map, "name", id.text)});
    });
    for_each_named(root, "threads", story_schema::thread, reading,
                   [&](const yaml::Node& id, const yaml::MapReader& map) {
                       story.threads.push_back({.id = declared_id(IdSort::thread, id, story.threads.size(), reading),
                                                .span = id.span,
                                                .name = text_or(map, "name", id.text),
                                                .text = map.text("text")});
                   });
    const auto words = [](const yaml::MapReader& map, std::string_view key) {
        std::vector<std::string> result;
        for (const yaml::Node* word : map.texts(key))
            result.push_back(word->text);
        return result;
    };
    for_each_named(root, "things", story_schema::thing, reading, [&](const yaml::Node& id, const yaml::MapReader& map) {
        story.things.push_back({.id = declared_id(IdSort::thing, id, story.things.size(), reading),
                                .span = id.span,
                                .name = text_or(map, "name", id.text),
                                .gone = words(map, "gone"),
                                .back = words(map, "back"),
                                .text = map.text("text")});
    });
}

/// Makes a list of entries with an id and nothing else yet, for what refers to others of its own kind.
template <typename Named>
void declare_ids(const yaml::MapReader& root, std::string_view key, IdSort sort, std::vector<Named>& list,
                 const StoryReading& reading) {
    for (const yaml::Entry& entry : root.entries(key)) {
        std::string id = declared_id(sort, *entry.key, list.size(), reading);
        Named& named = list.emplace_back();
        named.id = std::move(id);
        named.span = entry.key->span;
    }
}

std::vector<Travel> read_travel(const yaml::MapReader& map, const StoryReading& reading) {
    constexpr yaml::Field length{.key = "travel", .kind = yaml::Kind::text};
    std::vector<Travel> result;
    for (const yaml::Entry& entry : map.entries("travel")) {
        const auto to = reading.ids.refer(IdSort::place, entry.key->text, entry.key->span);
        if (!check_value(*entry.value, length, entry.key->text, reading.findings)) continue;
        const auto takes = read_duration(*entry.value, reading.phrase_context());
        if (to && takes) result.push_back({*to, {*takes, entry.value->span}});
    }
    return result;
}

std::vector<Absence> read_absences(const yaml::MapReader& map, const Reference& self, const StoryReading& reading) {
    std::vector<Absence> result;
    for (const yaml::Entry& entry : map.entries("absent")) {
        const yaml::MapReader absence(*entry.value, story_schema::absence, reading.findings);
        if (!absence.is_map()) continue;
        Absence read{.span = absence.span(),
                     .from = reading.phrases(absence, "from", self),
                     .until = reading.phrases(absence, "until", self),
                     .lives = std::nullopt,
                     .text = absence.text("text")};
        if (const yaml::Node* lives = absence.find("lives")) {
            if (const auto length = read_duration(*lives, reading.phrase_context()))
                read.lives = {*length, lives->span};
        }
        result.push_back(std::move(read));
    }
    return result;
}

std::vector<LivedStretch> read_clock(const yaml::MapReader& map, const Reference& self, const StoryReading& reading) {
    std::vector<LivedStretch> result;
    for (const yaml::Entry& entry : map.entries("clock")) {
        const yaml::MapReader stretch(*entry.value, story_schema::lived_stretch, reading.findings);
        if (!stretch.is_map()) continue;
        result.push_back({.span = stretch.span(),
                          .from = reading.phrases(stretch, "from", self),
                          .until = reading.phrases(stretch, "until", self)});
    }
    return result;
}

void declare_milestones(const yaml::MapReader& root, const StoryReading& reading) {
    std::vector<MilestoneKind>& kinds = reading.story.milestones;
    for_each_named(
        root, "milestones", story_schema::milestone, reading, [&](const yaml::Node& id, const yaml::MapReader& map) {
            for (const yaml::Field& field : story_schema::event.fields) {
                if (field.key != id.text) continue;
                reading.findings.add("bad-id", id.span,
                                     fmt::format("‘{}’ cannot be a milestone: events have a key of this name", id.text),
                                     "call it something else");
            }
            kinds.push_back({.id = declared_id(IdSort::milestone, id, kinds.size(), reading),
                             .span = id.span,
                             .name = text_or(map, "name", id.text),
                             .last = map.whole_number("last"),
                             .mark = map.text("mark")});
        });
}

}  // namespace

void declare_cast(const yaml::MapReader& root, const StoryReading& reading) {
    declare_ids(root, "characters", IdSort::character, reading.story.characters, reading);
    declare_ids(root, "places", IdSort::place, reading.story.places, reading);
    declare_groups_threads_and_things(root, reading);
    declare_milestones(root, reading);
}

void read_characters(const yaml::MapReader& root, const StoryReading& reading) {
    std::size_t index = 0;
    for_each_named(root, "characters", story_schema::character, reading,
                   [&](const yaml::Node& id, const yaml::MapReader& map) {
                       Character& character = reading.story.characters[index];
                       const Reference self{index, character.span};
                       character.name = text_or(map, "name", id.text);
                       character.role = map.text("role");
                       character.group = reading.reference(map, "group", IdSort::group);
                       character.born = reading.phrases(map, "born", std::nullopt, PhrasesOf::birth);
                       character.died = reading.phrases(map, "died", self);
                       character.absent = read_absences(map, self, reading);
                       character.clock = read_clock(map, self, reading);
                       character.text = map.text("text");
                       character.weight = map.number("weight");
                       character.sure = StoryReading::is_sure(map);
                       ++index;
                   });
}

void read_places(const yaml::MapReader& root, const StoryReading& reading) {
    std::size_t index = 0;
    for_each_named(root, "places", story_schema::place, reading, [&](const yaml::Node& id, const yaml::MapReader& map) {
        Place& place = reading.story.places[index];
        place.name = text_or(map, "name", id.text);
        place.in = map.text("in");
        place.within = reading.ids.find(IdSort::place, place.in);
        place.travel = read_travel(map, reading);
        if (const auto zone = map.located_text("zone"); zone && known_zone(*zone, reading.findings)) place.zone = zone;
        place.text = map.text("text");
        ++index;
    });
}

}  // namespace fabula
