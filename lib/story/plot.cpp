// read_plot: the structure and the turning points of the plot.

#include <fmt/format.h>

#include "fabula/structure.hpp"

#include "source/nearest.hpp"
#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// What looks like a beat of the story's structure and is none is likely misspelled; anything else is the story's own.
void check_name(const Located<std::string>& name, const PlotStructure& structure, Findings& findings) {
    std::vector<std::string_view> names;
    for (const ExpectedBeat& beat : structure.beats) {
        if (is_same_beat(beat.name, name.value)) return;
        names.push_back(beat.name);
    }
    if (!nearest(name.value, names)) return;
    findings.add(make_diagnostic("unknown-beat", name.span,
                                 fmt::format("‘{}’ is no beat of the structure ‘{}’", name.value, structure.name),
                                 suggestion(name.value, names)));
}

}  // namespace

void read_plot(const yaml::MapReader& root, const StoryReading& reading) {
    StoryContent& story = reading.story;
    story.structure = root.located_text("structure");
    const PlotStructure* const structure = story.structure ? find_plot_structure(story.structure->value) : nullptr;
    for (const yaml::Entry& entry : root.entries("beats")) {
        const yaml::MapReader map(*entry.value, story_schema::beat, reading.findings);
        const auto name = map.located_text("beat");
        const auto event = reading.reference(map, "event", IdSort::event);
        if (!name || !event) continue;
        if (structure != nullptr) check_name(*name, *structure, reading.findings);
        story.beats.push_back({.span = map.span(),
                               .name = name->value,
                               .event = *event,
                               .act = map.text("act"),
                               .text = map.text("text")});
    }
}

}  // namespace fabula
