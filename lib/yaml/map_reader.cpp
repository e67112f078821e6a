// MapReader: a map checked against the table of its keys.

#include "yaml/map_reader.hpp"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <iterator>

#include "source/nearest.hpp"
#include "yaml/check_value.hpp"

namespace fabula::yaml {
namespace {

std::vector<std::string_view> keys_of(const Schema& schema) {
    std::vector<std::string_view> keys;
    for (const Field& field : schema.fields)
        keys.push_back(field.key);
    return keys;
}

std::size_t position(const Schema& schema, std::string_view key) {
    const auto field = std::find_if(schema.fields.begin(), schema.fields.end(),
                                    [&](const Field& candidate) { return candidate.key == key; });
    return static_cast<std::size_t>(field - schema.fields.begin());
}

}  // namespace

MapReader::MapReader(const Node& node, const Schema& schema, Findings& findings)
    : node_(node), schema_(schema), findings_(findings) {
    if (!is_map()) {
        const bool missing = node.kind == Node::Kind::null;
        findings.add(missing ? "missing-value" : "wrong-type", node.span,
                     fmt::format("{} is a map of keys and values, and this is {}", schema.subject, describe(node)),
                     fmt::format("its keys are {}", listed(keys_of(schema))));
        return;
    }
    for (const Entry& entry : node.entries)
        check_entry(entry);
    std::ranges::sort(found_, {}, &Found::field);
    report_missing();
    std::erase_if(found_, [this](const Found& found) { return !is_right(found); });
}

bool MapReader::is_right(const Found& found) const {
    const Field& field = schema_.fields[found.field];
    if (found.entry->value->kind != Node::Kind::null)
        return check_value(*found.entry->value, field, field.key, findings_);
    findings_.add("missing-value", found.entry->key->span, fmt::format("‘{}’ has no value", field.key),
                  fmt::format("write {} after it, or take the key out", takes(field)));
    return false;
}

void MapReader::check_entry(const Entry& entry) {
    const std::size_t at = position(schema_, entry.key->text);
    if (at == schema_.fields.size()) {
        report_unknown(*entry.key);
    } else {
        found_.push_back({at, &entry});
    }
}

void MapReader::report_unknown(const Node& key) {
    std::vector<std::string_view> keys;
    if (!findings_.full()) keys = keys_of(schema_);  // else nobody reads them, and there may be millions
    findings_.add_misspelt("unknown-key", {key.text, key.span},
                           fmt::format("{} has no key ‘{}’", schema_.subject, key.text), keys,
                           fmt::format("its keys are {}", listed(keys)));
}

void MapReader::report_missing() {
    for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
        const Field& field = schema_.fields[i];
        if (!field.required || std::ranges::binary_search(found_, i, {}, &Found::field)) continue;
        Span place = node_.span;
        place.length = std::min(place.length, 1U);
        findings_.add("missing-key", place, fmt::format("{} has no ‘{}’", schema_.subject, field.key),
                      fmt::format("write ‘{}:’ and {}", field.key, takes(field)));
    }
}

const Node* MapReader::find(std::string_view key) const {
    assert(position(schema_, key) < schema_.fields.size());
    const auto found =
        std::ranges::find_if(found_, [&](const Found& each) { return schema_.fields[each.field].key == key; });
    return found == found_.end() ? nullptr : found->entry->value;
}

std::vector<std::size_t> MapReader::present() const {
    std::vector<std::size_t> fields;
    std::ranges::transform(found_, std::back_inserter(fields), &Found::field);
    return fields;
}

std::string MapReader::text(std::string_view key) const {
    const Node* value = find(key);
    return value == nullptr ? std::string() : value->text;
}

std::optional<Located<std::string>> MapReader::located_text(std::string_view key) const {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    return Located<std::string>{value->text, value->span};
}

std::optional<Located<double>> MapReader::number(std::string_view key) const {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    return Located<double>{*to_number(*value), value->span};
}

std::optional<Located<int>> MapReader::whole_number(std::string_view key) const {
    const std::optional<Located<double>> value = number(key);
    if (!value) return std::nullopt;
    return Located<int>{static_cast<int>(value->value), value->span};
}

std::optional<std::size_t> MapReader::word(std::string_view key) const {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    const std::span<const std::string_view> words = schema_.fields[position(schema_, key)].words;
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), value->text) - words.begin());
}

std::vector<const Node*> MapReader::texts(std::string_view key) const {
    const Node* value = find(key);
    if (value == nullptr || value->kind == Node::Kind::map) return {};
    if (value->kind == Node::Kind::scalar) return {value};
    std::vector<const Node*> result;
    for (const Entry& entry : value->entries)
        result.push_back(entry.value);
    return result;
}

std::span<const Entry> MapReader::entries(std::string_view key) const {
    const Node* value = find(key);
    if (value == nullptr) return {};
    return value->entries;
}

}  // namespace fabula::yaml
