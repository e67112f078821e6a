// The table of plot structures, and read_plot: the structure and the turning points of a story's plot.

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "fabula/structure.hpp"

#include "source/nearest.hpp"
#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// Shares are those that the authors give, in pages of a screenplay of 110 or 120, in acts, or in quarters; where they
/// give none, beats are evenly between those with a share.
std::vector<PlotStructure> make_structures() {
    constexpr bool optional = true;
    return {
        {"three-act",
         "Field 1979",
         "Setup",
         {{"inciting incident", 0.12},
          {"first plot point", 0.25, "Confrontation"},
          {"first pinch point", 0.375, {}, optional},
          {"midpoint", 0.5},
          {"second pinch point", 0.625, {}, optional},
          {"second plot point", 0.75, "Resolution"},
          {"climax", 0.9},
          {"ending", 0.98, {}, optional}}},
        {"five-act",
         "Freytag 1863",
         "Exposition",
         {{"exciting force", 0.15, "Rising action"},
          {"climax", 0.5, "Climax"},
          {"tragic force", 0.6, "Falling action"},
          {"last suspense", 0.8, {}, optional},
          {"catastrophe", 0.9, "Catastrophe"}}},
        {"heros-journey",
         "Campbell 1949, Vogler 1992",
         "Departure",
         {{"ordinary world", 0},
          {"call to adventure", 0.1},
          {"refusal of the call", 0.14},
          {"meeting the mentor", 0.18},
          {"crossing the threshold", 0.25, "Initiation"},
          {"tests, allies, enemies", 0.35},
          {"approach", 0.44},
          {"ordeal", 0.5},
          {"reward", 0.6},
          {"the road back", 0.75, "Return"},
          {"resurrection", 0.9},
          {"return with the elixir", 0.98}}},
        {"save-the-cat",
         "Snyder 2005",
         "Thesis",
         {{"opening image", 0},
          {"theme stated", 0.05},
          {"set-up", 0.06, {}, optional},
          {"catalyst", 0.11},
          {"debate", 0.15},
          {"break into two", 0.23, "Antithesis"},
          {"B story", 0.27},
          {"fun and games", 0.38},
          {"midpoint", 0.5},
          {"bad guys close in", 0.6},
          {"all is lost", 0.68},
          {"dark night of the soul", 0.72},
          {"break into three", 0.77, "Synthesis"},
          {"finale", 0.88},
          {"final image", 1}}},
        {"kishotenketsu",
         "the four parts of Chinese and Japanese verse",
         {},
         {{"ki", 0, "Ki: introduction"},
          {"sho", 0.25, "Sho: development"},
          {"ten", 0.5, "Ten: turn"},
          {"ketsu", 0.8, "Ketsu: conclusion"}}},
    };
}

/// A name for comparison: in small letters, with one space between words.
std::string plain(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c == ' ' || c == '-' || c == '_') {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else {
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

}  // namespace

std::span<const PlotStructure> plot_structures() {
    static const std::vector<PlotStructure> structures = make_structures();
    return structures;
}

const PlotStructure* find_plot_structure(std::string_view name) {
    const auto structures = plot_structures();
    const auto found = std::ranges::find(structures, name, &PlotStructure::name);
    return found == structures.end() ? nullptr : &*found;
}

bool is_same_beat(std::string_view first, std::string_view second) {
    return plain(first) == plain(second);
}

namespace {

/// Reports a name that looks like a misspelled beat of the structure; any other name is a beat of the story's own.
void check_name(const Located<std::string>& name, const PlotStructure& structure, Findings& findings) {
    std::vector<std::string_view> names;
    for (const ExpectedBeat& beat : structure.beats) {
        if (is_same_beat(beat.name, name.value)) return;
        names.push_back(beat.name);
    }
    if (!nearest(name.value, names)) return;
    findings.add(make_diagnostic("unknown-beat", name.span,
                                 fmt::format("‘{}’ is not a beat of the structure ‘{}’", name.value, structure.name),
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
