// resolve: from a draft to a Story. Each step is a file of this folder; parts.hpp lists them.

#include <algorithm>

#include "fabula/story.hpp"

#include "draft/draft_tree.hpp"
#include "story/parts.hpp"
#include "story/schema.hpp"
#include "story/story_of.hpp"
#include "yaml/map_reader.hpp"

namespace fabula {
namespace {

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

/// What `draft` says, as far as it holds together. Where it is no YAML that has been said.
ReadResult resolve(const StoryDraft& draft, Findings findings) {
    StoryContent story;
    story.sources = draft.sources();
    if (const yaml::Node* const root = DraftTree::root(draft)) read_root(*root, story, findings);
    return {story_of(std::move(story)), std::move(findings).take()};
}

}  // namespace

ReadResult resolve(const StoryDraft& draft, std::size_t most_diagnostics) {
    Findings findings(most_diagnostics);
    for (const Diagnostic& fault : DraftTree::faults(draft))
        findings.add(fault);
    if (DraftTree::root(draft) == nullptr && !findings.has_errors())
        findings.add("missing-key", {}, "the draft is empty", "give it a title and at least one event");
    return resolve(draft, std::move(findings));
}

ReadResult read_story(std::string_view text, std::string name, const ReadLimits& limits) {
    Findings findings(limits.diagnostics);
    const StoryDraft draft = read_draft(text, std::move(name), limits, findings);
    return resolve(draft, std::move(findings));
}

ReadResult read_story_file(const std::string& path, const ReadLimits& limits) {
    Findings findings(limits.diagnostics);
    const StoryDraft draft = read_draft_file(path, limits, findings);
    return resolve(draft, std::move(findings));
}

}  // namespace fabula
