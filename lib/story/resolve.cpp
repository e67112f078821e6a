// resolve: from a draft to a Story. parts.hpp lists the steps.

#include <algorithm>
#include <utility>

#include "fabula/story.hpp"

#include "draft/draft_tree.hpp"
#include "story/parts.hpp"
#include "story/schema.hpp"
#include "yaml/map_reader.hpp"

namespace fabula {
namespace {

void read_root(const yaml::Node& node, StoryContent& story, Findings& findings) {
    const yaml::MapReader root(node, story_schema::story, findings);
    if (!root.is_map()) return;
    IdReferences references;
    Ids ids(findings, references);
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
    ids.report_unknown();
    reading.note_allowances(root, {.source = node.span.source});
    std::ranges::stable_sort(story.allowances, {},
                             [](const Allowance& allowance) { return allowance.code.span.offset; });
}

/// What `draft` says, as far as it holds together. That it is not YAML has been reported already.
ReadResult resolve(const StoryDraft& draft, Findings findings) {
    StoryContent story;
    story.sources = draft.sources();
    const yaml::Node* const root = DraftTree::root(draft);
    if (root != nullptr) read_root(*root, story, findings);
    Diagnostics diagnostics = std::move(findings).take();
    if (root != nullptr) story.unread = unread_of(*root, diagnostics);
    return {story_of(std::move(story)), std::move(diagnostics)};
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

std::optional<Reference> StoryReading::reference(const yaml::MapReader& map, std::string_view key, IdSort sort) const {
    const yaml::Node* node = map.find(key);
    if (node == nullptr || node->kind != yaml::Node::Kind::scalar) return std::nullopt;
    return ids.refer(sort, node->text, node->span);
}

std::vector<Reference> StoryReading::references(const yaml::MapReader& map, std::string_view key, IdSort sort) const {
    std::vector<Reference> result;
    for (const yaml::Node* name : map.texts(key)) {
        const auto reference = ids.refer(sort, name->text, name->span);
        if (!reference) continue;
        const bool there = std::any_of(result.begin(), result.end(),
                                       [&](const Reference& other) { return other.index == reference->index; });
        if (!there) result.push_back(*reference);
    }
    return result;
}

void StoryReading::note_allowances(const yaml::MapReader& map, const Span& within) const {
    for (const yaml::Node* code : map.texts("allow"))
        story.allowances.push_back({{code->text, code->span}, within});
}

Story::Story() : Story(StoryContent{}) {}

Story::Story(StoryContent content) : content_(std::make_shared<const StoryContent>(std::move(content))) {}

std::string_view Story::word(std::string_view key, std::string_view otherwise) const {
    const auto own = std::ranges::find(words(), key, &Word::key);
    return own == words().end() ? otherwise : std::string_view(own->value);
}

Story story_of(StoryContent content) {
    return Story(std::move(content));
}

}  // namespace fabula
