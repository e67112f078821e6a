// From the tree of a theme file to a Theme: read_into.
#include "theme/theme_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

#include "source/number.hpp"
#include "theme/colour.hpp"
#include "theme/theme_schema.hpp"
#include "yaml/map_reader.hpp"

namespace fabula {
namespace {

using theme_schema::Size;
using yaml::MapReader;

/// The texts of `key`; what is none of them was reported when the map was read.
std::vector<const yaml::Node*> scalars(const MapReader& map, std::string_view key) {
    std::vector<const yaml::Node*> nodes = map.texts(key);
    std::erase_if(nodes, [](const yaml::Node* node) { return node->kind != yaml::Node::Kind::scalar; });
    return nodes;
}

template <typename Block, std::size_t count>
void read_sizes(Block& block, const std::array<Size<Block>, count>& table, const MapReader& map) {
    for (const Size<Block>& size : table) {
        if (const auto stated = map.number(size.key)) block.*size.member = stated->value;
    }
}

std::optional<Colour> read_colour(const std::string& text, Span span, Findings& findings) {
    const auto colour = parse_colour(text);
    if (!colour)
        findings.add("wrong-colour", span, fmt::format("‘{}’ is no colour", text),
                     "write it as \"#rrggbb\", in quotes");
    return colour;
}

void read_colours(Theme::Colours& colours, const MapReader& map, Findings& findings) {
    for (const theme_schema::Ink& ink : theme_schema::inks) {
        const auto stated = map.located_text(ink.key);
        if (!stated) continue;
        if (const auto colour = read_colour(stated->value, stated->span, findings)) colours.*ink.member = *colour;
    }
    if (map.find("lives") == nullptr) return;
    colours.lives.clear();
    for (const yaml::Node* each : scalars(map, "lives")) {
        if (const auto colour = read_colour(each->text, each->span, findings)) colours.lives.push_back(*colour);
    }
}

void read_type(Theme::Type& type, const MapReader& map, Findings& findings) {
    read_sizes(type, theme_schema::type_sizes, map);
    if (const auto along = map.word("names-along")) type.names_along = static_cast<NamesAlong>(*along);
    const yaml::Node* family = map.find("family");
    if (family == nullptr) return;
    std::vector<std::string> names;
    for (const yaml::Node* each : scalars(map, "family"))
        names.push_back(each->text);
    if (names.empty()) {
        findings.add("missing-value", family->span, "a theme needs a family of type", "name one, or take the key out");
        return;
    }
    type.family = std::move(names);
}

void read_kind(std::vector<KindStyle>& kinds, const yaml::Node& name, const yaml::Node& value, Findings& findings) {
    const MapReader map(value, theme_schema::kind, findings);
    auto style = std::ranges::find(kinds, name.text, &KindStyle::name);
    if (style == kinds.end())
        style = kinds.insert(kinds.end(), {.name = name.text, .pattern = LinePattern::solid, .width = 0});
    if (const auto pattern = map.word("pattern")) style->pattern = static_cast<LinePattern>(*pattern);
    if (const auto width = map.number("width")) style->width = width->value;
}

void read_kinds(std::vector<KindStyle>& kinds, std::string_view key, const MapReader& map, Findings& findings) {
    for (const yaml::Entry& entry : map.entries(key))
        read_kind(kinds, *entry.key, *entry.value, findings);
}

void read_fonts(Theme& theme, const MapReader& map, const std::string& folder) {
    std::vector<std::string> folders;
    for (const yaml::Node* each : scalars(map, "fonts")) {
        folders.push_back((std::filesystem::absolute(folder) / each->text).lexically_normal().string());
    }
    theme.font_folders.insert(theme.font_folders.begin(), folders.begin(), folders.end());
}

/// Calls `read` with the reader of the block `key`, where there is one.
template <typename Read>
void with_block(const MapReader& map, std::string_view key, const yaml::Schema& schema, Findings& findings,
                const Read& read) {
    if (const yaml::Node* block = map.find(key); block != nullptr) read(MapReader(*block, schema, findings));
}

}  // namespace

std::optional<Located<std::string>> extended_theme(const yaml::Node& root) {
    if (root.kind != yaml::Node::Kind::map) return std::nullopt;
    for (const yaml::Entry& entry : root.entries) {
        if (entry.key->text == "extends" && entry.value->kind == yaml::Node::Kind::scalar)
            return Located<std::string>{entry.value->text, entry.value->span};
    }
    return std::nullopt;
}

void read_into(Theme& theme, const yaml::Node& root, const std::string& folder, Findings& findings) {
    if (root.kind == yaml::Node::Kind::null) return;
    const MapReader map(root, theme_schema::theme, findings);
    if (const auto name = map.located_text("name")) theme.name = name->value;
    if (const auto description = map.located_text("description")) theme.description = description->value;
    read_fonts(theme, map, folder);
    with_block(map, "type", theme_schema::type, findings,
               [&](const MapReader& block) { read_type(theme.type, block, findings); });
    with_block(map, "colours", theme_schema::colours, findings,
               [&](const MapReader& block) { read_colours(theme.colours, block, findings); });
    with_block(map, "strokes", theme_schema::strokes, findings,
               [&](const MapReader& block) { read_sizes(theme.strokes, theme_schema::stroke_sizes, block); });
    with_block(map, "spacing", theme_schema::spacing, findings,
               [&](const MapReader& block) { read_sizes(theme.spacing, theme_schema::spacing_sizes, block); });
    read_kinds(theme.relationships, "relationships", map, findings);
    read_kinds(theme.states, "states", map, findings);
}

void check_theme(const Theme& theme, Span place, Findings& findings) {
    const auto& type = theme.type;
    for (const auto& [key, size] :
         {std::pair("text", type.text), std::pair("heading", type.heading), std::pair("display", type.display)}) {
        if (size >= type.smallest) continue;
        findings.add("out-of-range", place,
                     fmt::format("‘type.{}’ is {} points, and the theme's smallest type is {}", key, number(size, 4),
                                 number(type.smallest, 4)),
                     "make it larger, or ‘type.smallest’ smaller");
    }
}

}  // namespace fabula
