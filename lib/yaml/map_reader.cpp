// check_value: whether a value is what its key takes. MapReader: a map checked against the table of its keys.

#include "yaml/map_reader.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <limits>

#include "source/nearest.hpp"
#include "source/number.hpp"

namespace fabula::yaml {
namespace {

/// The keys of a map as the list that it could be.
std::string as_list(const Node& map) {
    constexpr std::size_t most = 5;
    std::string keys;
    for (std::size_t i = 0; i < std::min(map.entries.size(), most); ++i)
        keys += fmt::format("{}{}", i == 0 ? "" : ", ", map.entries[i].key->text);
    return fmt::format("write a list: [{}{}]", keys, map.entries.size() > most ? ", ..." : "");
}

std::string advice_on_type(const Node& value, const Field& field) {
    const bool takes_number = field.kind == Kind::number || field.kind == Kind::whole_number;
    if (takes_number && value.quoted) return "remove the quotes";
    return field.kind == Kind::texts && value.kind == Node::Kind::map ? as_list(value) : "";
}

bool report_type(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    findings.add("wrong-type", value.span,
                 fmt::format("‘{}’ takes {}, and this is {}", name, takes(field), describe(value)),
                 advice_on_type(value, field));
    return false;
}

bool check_number(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    const std::optional<double> number = to_number(value);
    const bool whole = field.kind == Kind::whole_number;
    if (!number || (whole && *number != std::floor(*number))) return report_type(value, field, name, findings);
    double least = field.least;
    double most = field.most;
    if (whole) {
        least = std::max(least, double{std::numeric_limits<int>::min()});
        most = std::min(most, double{std::numeric_limits<int>::max()});
    }
    if (*number >= least && *number <= most) return true;
    findings.add("out-of-range", value.span,
                 fmt::format("‘{}’ takes {}, and this is {}", name, takes(field), value.text));
    return false;
}

bool check_word(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    if (value.kind != Node::Kind::scalar) return report_type(value, field, name, findings);
    if (std::find(field.words.begin(), field.words.end(), value.text) != field.words.end()) return true;
    findings.add_misspelt("unknown-value", {value.text, value.span},
                          fmt::format("‘{}’ cannot be ‘{}’: it takes {}", name, value.text, takes(field)), field.words);
    return false;
}

/// Reports values of a list that are not texts; the others can be read.
void check_texts(const Node& list, std::string_view name, Findings& findings) {
    for (const Entry& entry : list.entries) {
        if (entry.value->kind == Node::Kind::scalar) continue;
        const bool missing = entry.value->kind == Node::Kind::null;
        findings.add(missing ? "missing-value" : "wrong-type", entry.value->span,
                     missing
                         ? fmt::format("an entry of ‘{}’ is empty", name)
                         : fmt::format("the entries of ‘{}’ are texts, and this is {}", name, describe(*entry.value)));
    }
}

std::string range(const Field& field) {
    const bool has_least = std::isfinite(field.least);
    const bool has_most = std::isfinite(field.most);
    if (has_least && has_most) return fmt::format(" from {} to {}", number(field.least, 3), number(field.most, 3));
    if (has_least) return fmt::format(" of at least {}", number(field.least, 3));
    return has_most ? fmt::format(" of at most {}", number(field.most, 3)) : "";
}

}  // namespace

bool check_value(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    const bool scalar = value.kind == Node::Kind::scalar;
    const bool list = value.kind == Node::Kind::sequence;
    const bool map = value.kind == Node::Kind::map;
    switch (field.kind) {
        case Kind::text:
            return scalar || report_type(value, field, name, findings);
        case Kind::number:
        case Kind::whole_number:
            return check_number(value, field, name, findings);
        case Kind::word:
            return check_word(value, field, name, findings);
        case Kind::texts:
        case Kind::texts_or_map:
        case Kind::texts_or_lists:
            if (list) check_texts(value, name, findings);
            if (scalar || list || (map && field.kind != Kind::texts)) return true;
            return report_type(value, field, name, findings);
        case Kind::map:
        case Kind::named:
            return map || report_type(value, field, name, findings);
        case Kind::list:
            return list || report_type(value, field, name, findings);
    }
    return false;
}

std::optional<double> to_number(const Node& value) {
    if (value.kind != Node::Kind::scalar || value.quoted) return std::nullopt;
    double number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stopped, error] = std::from_chars(value.text.data(), end, number);
    if (error != std::errc() || stopped != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string_view describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return "empty";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::map:
            return "a map";
        case Node::Kind::scalar:
            break;
    }
    return to_number(node) ? "a number" : "a text";
}

std::string takes(const Field& field) {
    switch (field.kind) {
        case Kind::text:
            return "a text";
        case Kind::number:
            return "a number" + range(field);
        case Kind::whole_number:
            return "a whole number" + range(field);
        case Kind::word:
            return listed(field.words, "or");
        case Kind::texts:
            return "a text or a list of texts";
        case Kind::texts_or_map:
        case Kind::texts_or_lists:
            return "a text, a list of texts or a map";
        case Kind::map:
        case Kind::named:
            return "a map";
        case Kind::list:
            break;
    }
    return "a list";
}

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

/// The field that other tools know under this name; null where there is none.
const Field* foreign_name(const Schema& schema, std::string_view key) {
    const auto is_it = [&](const Field& field) { return std::ranges::find(field.also, key) != field.also.end(); };
    const auto field = std::ranges::find_if(schema.fields, is_it);
    return field == schema.fields.end() ? nullptr : &*field;
}

/// "two" of "{one: 1, two}".
bool has_no_colon(const Entry& entry) {
    const Node& key = *entry.key;
    return entry.value->kind == Node::Kind::null && entry.value->span.length == 0 && !key.quoted &&
           entry.value->span.offset == key.span.offset + key.span.length;
}

bool is_plain_text(const Node& value) {
    return value.kind == Node::Kind::scalar && !value.quoted;
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
    const Entry* before = nullptr;
    for (const Entry& entry : node.entries) {
        check_entry(entry, before);
        before = &entry;
    }
    std::ranges::sort(found_, {}, &Found::field);
    report_missing();
    std::erase_if(found_, [this](const Found& found) {
        const bool right = is_right(found);
        if (!right) lost_.push_back(schema_.fields[found.field].key);
        return !right;
    });
}

bool MapReader::is_right(const Found& found) const {
    const Field& field = schema_.fields[found.field];
    if (found.entry->value->kind != Node::Kind::null)
        return check_value(*found.entry->value, field, field.key, findings_);
    findings_.add("missing-value", found.entry->key->span, fmt::format("‘{}’ has no value", field.key),
                  fmt::format("write {} after it, or take the key out", takes(field)));
    return false;
}

void MapReader::check_entry(const Entry& entry, const Entry* before) {
    const std::size_t at = position(schema_, entry.key->text);
    if (at < schema_.fields.size()) {
        found_.push_back({at, &entry});
    } else if (before != nullptr && has_no_colon(entry) && is_plain_text(*before->value)) {
        report_comma(*before, *entry.key);
    } else if (before == nullptr || !has_no_colon(entry) || !has_no_colon(*before)) {  // else it is the same text
        report_unknown(*entry.key);
    }
}

void MapReader::report_unknown(const Node& key) {
    std::vector<std::string_view> keys;
    if (!findings_.full()) keys = keys_of(schema_);  // else nobody reads them, and there may be millions
    const std::string message = fmt::format("{} has no key ‘{}’", schema_.subject, key.text);
    if (const Field* const meant = foreign_name(schema_, key.text)) {
        Diagnostic diagnostic =
            make_diagnostic("unknown-key", key.span, message,
                            fmt::format("did you mean ‘{}’? It is for {}", meant->key, meant->meaning));
        diagnostic.instead = meant->key;
        lost_.push_back(meant->key);
        findings_.add(std::move(diagnostic));
        return;
    }
    if (const auto near = nearest(key.text, keys)) lost_.push_back(*near);
    findings_.add_misspelt("unknown-key", {key.text, key.span}, message, keys,
                           fmt::format("its keys are {}", listed(keys)));
}

void MapReader::report_comma(const Entry& text, const Node& key) {
    findings_.add("unknown-key", key.span,
                  fmt::format("‘{}’ ends at the comma, and ‘{}’ is read as a key", text.key->text, key.text),
                  fmt::format("put a text that holds a comma in quotes: {}: \"{}, {}\"", text.key->text,
                              text.value->text, key.text));
}

void MapReader::report_missing() {
    for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
        const Field& field = schema_.fields[i];
        if (!field.required || std::ranges::binary_search(found_, i, {}, &Found::field) || has_lost(field.key))
            continue;
        Span place = node_.span;
        place.length = std::min(place.length, 1U);
        findings_.add("missing-key", place, fmt::format("{} has no ‘{}’", schema_.subject, field.key),
                      fmt::format("write ‘{}:’ and {}", field.key, takes(field)));
    }
}

bool MapReader::has_lost(std::string_view key) const {
    return std::ranges::find(lost_, key) != lost_.end();
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
