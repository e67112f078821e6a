// Drafts: put together in code, or read from text.
#include "fabula/draft.hpp"

#include <algorithm>
#include <cstdint>

#include "draft/draft_tree.hpp"

namespace fabula {
namespace {

yaml::Limits yaml_limits(const ReadLimits& limits) {
    return {.bytes = limits.bytes, .depth = limits.depth, .nodes = limits.nodes, .aliased_nodes = limits.aliased_nodes};
}

bool says_nothing(const DraftValue& value) {
    const auto& held = value.value();
    if (const auto* const text = std::get_if<std::string>(&held)) return text->empty();
    if (const auto* const list = std::get_if<DraftValue::List>(&held)) return list->empty();
    if (const auto* const map = std::get_if<DraftValue::Map>(&held)) return map->empty();
    return std::holds_alternative<std::monostate>(held);
}

}  // namespace

DraftValue::DraftValue(const std::vector<std::string>& texts) {
    if (texts.size() == 1) {
        value_ = texts.front();
    } else {
        value_ = List(texts.begin(), texts.end());
    }
}

DraftValue DraftValue::quoted(std::string text) {
    DraftValue value(std::move(text));
    value.quoted_ = true;
    return value;
}

DraftValue& DraftValue::set(std::string key, DraftValue value) {
    if (!std::holds_alternative<Map>(value_)) value_ = Map{};
    std::get<Map>(value_).emplace_back(std::move(key), std::move(value));
    return *this;
}

DraftValue& DraftValue::set_if_any(std::string key, DraftValue value) {
    return says_nothing(value) ? *this : set(std::move(key), std::move(value));
}

DraftValue& DraftValue::append(std::string_view key, DraftValue value) {
    if (find(key) == nullptr) set(std::string(key), List{});
    Map& map = std::get<Map>(value_);
    DraftValue& list = std::ranges::find(map, key, &Map::value_type::first)->second;
    if (!std::holds_alternative<List>(list.value_)) list.value_ = List{};
    std::get<List>(list.value_).push_back(std::move(value));
    return *this;
}

const DraftValue* DraftValue::find(std::string_view key) const {
    const Map* const map = std::get_if<Map>(&value_);
    if (map == nullptr) return nullptr;
    const auto found = std::ranges::find(*map, key, &Map::value_type::first);
    return found == map->end() ? nullptr : &found->second;
}

StoryDraft::StoryDraft() = default;

StoryDraft::StoryDraft(const DraftValue& root) {
    DraftResult written = read_draft(yaml_of(root), "<story>");
    *this = std::move(written.draft);
    faults_ = std::move(written.diagnostics);
}

StoryDraft read_draft(std::string_view text, std::string name, const ReadLimits& limits, Findings& findings) {
    Sources sources;
    // What is too large is not kept either, but for the first byte too many, by which the reader sees it.
    const std::uint32_t source = sources.add(std::move(name), std::string(text.substr(0, limits.bytes + 1)));
    yaml::Document document = yaml::read(sources, source, yaml_limits(limits), findings);
    return DraftTree::make(std::move(document), std::move(sources));
}

DraftResult read_draft(std::string_view text, std::string name, const ReadLimits& limits) {
    Findings findings(limits.diagnostics);
    StoryDraft draft = read_draft(text, std::move(name), limits, findings);
    return {std::move(draft), std::move(findings).take()};
}

}  // namespace fabula
