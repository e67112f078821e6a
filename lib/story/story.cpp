#include "fabula/story.hpp"

#include <algorithm>
#include <utility>

#include "story/parts.hpp"
#include "story/story_of.hpp"

namespace fabula {

Story::Story() : Story(StoryContent{}) {}

Story::Story(StoryContent content) : content_(std::make_shared<const StoryContent>(std::move(content))) {}

std::string_view Story::word(std::string_view key, std::string_view otherwise) const {
    const auto own = std::ranges::find(words(), key, &Word::key);
    return own == words().end() ? otherwise : std::string_view(own->value);
}

Story story_of(StoryContent content) {
    return Story(std::move(content));
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

}  // namespace fabula
