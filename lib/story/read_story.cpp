// read_story: from YAML text to a Story. Each step is a file of this folder; parts.hpp lists them.

#include <algorithm>

#include "fabula/story.hpp"

#include "story/parts.hpp"
#include "story/schema.hpp"
#include "story/story_of.hpp"
#include "yaml/document.hpp"
#include "yaml/map_reader.hpp"

namespace fabula {
namespace {

yaml::Limits yaml_limits(const ReadLimits& limits) {
    return {.bytes = limits.bytes, .depth = limits.depth, .nodes = limits.nodes, .aliased_nodes = limits.aliased_nodes};
}

void read_root(const yaml::Node& node, StoryContent& story, Findings& findings) {
    const yaml::MapReader root(node, story_schema::story, findings);
    if (!root.is_map()) return;
    Ids ids(findings);
    const StoryReading reading{story, ids, findings};
    read_head(root, story, findings);

    Happenings happenings;
    declare_cast(root, reading);
    declare_happenings(root, reading, happenings);

    read_places(root, reading);
    read_characters(root, reading);
    read_sections(happenings, reading);
    read_events(happenings, reading);
    number_milestones(story, findings);
    read_states(root, reading);
    read_relationships(root, reading);
    read_links(root, reading);
    read_plot(root, reading);
    read_telling(root, reading);
    read_page(root, reading);
    reading.note_allowances(root, {.source = node.span.source});
    std::ranges::stable_sort(story.allowances, {},
                             [](const Allowance& allowance) { return allowance.code.span.offset; });
}

}  // namespace

ReadResult read_story(std::string_view text, std::string name, const ReadLimits& limits) {
    StoryContent story;
    // What is too large is not kept either, but for the first byte too many, by which the reader sees it.
    const std::uint32_t source = story.sources.add(std::move(name), std::string(text.substr(0, limits.bytes + 1)));
    Findings findings(limits.diagnostics);
    const yaml::Document document = yaml::read(story.sources, source, yaml_limits(limits), findings);
    if (document.root != nullptr) read_root(*document.root, story, findings);
    return {story_of(std::move(story)), std::move(findings).take()};
}

}  // namespace fabula
