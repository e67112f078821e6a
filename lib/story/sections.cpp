// declare_happenings, read_sections: the parts of a story, and which events there are.

#include <fmt/format.h>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// An id that the file does not give: none of those that it does.
std::string made_up_id(std::string_view what, std::size_t number, const Ids& ids) {
    std::string id = fmt::format("{}-{}", what, number);
    while (ids.has_anchor(id))
        id += "-";
    return id;
}

void add_milestone_keys(const StoryContent& story, Happenings& happenings) {
    const auto known = story_schema::event.fields;
    happenings.event_fields.assign(known.begin(), known.end());
    for (const MilestoneKind& kind : story.milestones) {
        happenings.event_fields.push_back(
            {.key = kind.id, .kind = yaml::Kind::text, .meaning = "who reaches this milestone"});
    }
    happenings.event_schema = {story_schema::event.subject, happenings.event_fields};
}

/// The id of a section or event that has one is declared; its place is the id's, else that of the whole entry.
template <typename Entry>
Entry declare_entry(IdSort sort, const yaml::MapReader& map, const StoryReading& reading, std::size_t index) {
    Entry entry;
    entry.span = map.span();
    if (const auto id = map.located_text("id")) {
        reading.ids.declare(sort, id->value, id->span, index);
        entry.id = id->value;
        entry.span = id->span;
    }
    return entry;
}

void declare_events(const yaml::MapReader& map, std::optional<SectionIndex> section, const StoryReading& reading,
                    Happenings& happenings) {
    StoryContent& story = reading.story;
    for (const yaml::Entry& entry : map.entries("events")) {
        const yaml::MapReader event_map(*entry.value, happenings.event_schema, reading.findings);
        if (!event_map.is_map()) continue;
        const EventIndex index = story.events.size();
        Event event = declare_entry<Event>(IdSort::event, event_map, reading, index);
        event.section = section;
        if (section) story.sections[*section].events.push_back(index);
        story.events.push_back(std::move(event));
        happenings.events.push_back(event_map);
    }
}

void declare_sections(const yaml::MapReader& root, const StoryReading& reading, Happenings& happenings) {
    StoryContent& story = reading.story;
    for (const yaml::Entry& entry : root.entries("sections")) {
        const yaml::MapReader map(*entry.value, story_schema::section, reading.findings);
        if (!map.is_map()) continue;
        const SectionIndex index = story.sections.size();
        story.sections.push_back(declare_entry<Section>(IdSort::section, map, reading, index));
        happenings.sections.push_back(map);
        declare_events(map, index, reading, happenings);
    }
}

void make_up_ids(StoryContent& story, const Ids& ids) {
    for (std::size_t i = 0; i < story.sections.size(); ++i) {
        if (story.sections[i].id.empty()) story.sections[i].id = made_up_id("section", i + 1, ids);
    }
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        if (story.events[i].id.empty()) story.events[i].id = made_up_id("event", i + 1, ids);
    }
}

}  // namespace

void declare_happenings(const yaml::MapReader& root, const StoryReading& reading, Happenings& happenings) {
    add_milestone_keys(reading.story, happenings);
    const yaml::Node* events = root.find("events");
    const yaml::Node* sections = root.find("sections");
    const bool events_first = events != nullptr && sections != nullptr && events->span.offset < sections->span.offset;
    if (events_first) declare_events(root, std::nullopt, reading, happenings);
    declare_sections(root, reading, happenings);
    if (!events_first) declare_events(root, std::nullopt, reading, happenings);
    make_up_ids(reading.story, reading.ids);
    if (reading.story.events.empty()) {
        reading.findings.add("no-events", events != nullptr ? events->span : Span{.source = root.span().source},
                             "nothing happens in this story", "write at least one entry under ‘events:’");
    }
}

void read_sections(const Happenings& happenings, const StoryReading& reading) {
    for (std::size_t i = 0; i < happenings.sections.size(); ++i) {
        const yaml::MapReader& map = happenings.sections[i];
        Section& section = reading.story.sections[i];
        section.title = map.find("title") == nullptr ? section.id : map.text("title");
        section.text = map.text("text");
        section.when = reading.phrases(map, "when");
        reading.note_allowances(map, map.span());
    }
}

}  // namespace fabula
