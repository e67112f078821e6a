// From the tree of a theme file to a Theme: read_into.
#include "theme/theme_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <vector>

#include "source/findings.hpp"
#include "source/nearest.hpp"
#include "source/number.hpp"
#include "theme/styles.hpp"
#include "theme/theme_schema.hpp"
#include "yaml/map_reader.hpp"

namespace fabula::theming {

void KeyPlaces::add(const yaml::Node& root) {
    add(root, {});
}

void KeyPlaces::add(const yaml::Node& node, const std::string& key) {
    const std::string prefix = key.empty() ? key : key + ".";
    if (!key.empty()) places_[key] = node.span;
    std::size_t number = 0;
    for (const yaml::Entry& entry : node.entries) {
        add(*entry.value, prefix + (entry.key == nullptr ? std::to_string(number) : entry.key->text));
        ++number;
    }
}

Span KeyPlaces::of(std::string_view key, Span otherwise) const {
    const auto place = places_.find(key);
    return place == places_.end() ? otherwise : place->second;
}

namespace {

using yaml::MapReader;

/// The texts of `key`; what is none of them was reported when the map was read.
std::vector<const yaml::Node*> scalars(const MapReader& map, std::string_view key) {
    std::vector<const yaml::Node*> nodes = map.texts(key);
    std::erase_if(nodes, [](const yaml::Node* node) { return node->kind != yaml::Node::Kind::scalar; });
    return nodes;
}

/// "#rrggbb"; what is none is reported.
std::optional<Colour> read_colour(const std::string& text, Span span, Findings& findings) {
    const auto colour = parse_colour(text);
    if (!colour)
        findings.add("wrong-colour", span, fmt::format("‘{}’ is not a colour", text),
                     "write it as \"#rrggbb\", in quotes");
    return colour;
}

/// `path` as seen from `folder`, absolute.
std::string path_in(const std::string& folder, const std::string& path) {
    return (std::filesystem::current_path() / folder / path).lexically_normal().string();
}

template <typename Block, std::size_t count>
void read_sizes(Block& block, const std::array<theme_schema::Size<Block>, count>& table, const MapReader& map) {
    for (const theme_schema::Size<Block>& size : table) {
        if (const auto stated = map.number(size.key)) block.*size.member = stated->value;
    }
}

// The block `inks`.

void read_spot(Inks& inks, const MapReader& map, Findings& findings) {
    const yaml::Node* block = map.find("spot");
    if (block == nullptr) return;
    const MapReader spot(*block, theme_schema::spot_ink, findings);
    if (const auto name = spot.located_text("name")) inks.spot_name = name->value;
    if (const auto text = spot.located_text("colour")) {
        if (const auto colour = read_colour(text->value, text->span, findings)) inks.spot.colour = *colour;
    }
    read_sizes(inks.spot, theme_schema::ink_shares, spot);
}

double all_ink(const InkRecipe& recipe) {
    return recipe.cyan + recipe.magenta + recipe.yellow + recipe.black + recipe.spot;
}

std::optional<InkRecipe> read_recipe(const yaml::Entry& entry, Findings& findings) {
    const MapReader map(*entry.value, theme_schema::recipe, findings);
    const auto colour = read_colour(entry.key->text, entry.key->span, findings);
    if (!colour || !map.is_map()) return std::nullopt;
    InkRecipe recipe{.colour = *colour};
    read_sizes(recipe, theme_schema::ink_shares, map);
    read_sizes(recipe, theme_schema::spot_share, map);
    if (all_ink(recipe) <= theme_schema::most_ink) return recipe;
    findings.add("out-of-range", entry.value->span,
                 fmt::format("the inks of ‘{}’ are {} percent together, and more than {} do not dry", entry.key->text,
                             number(all_ink(recipe), 2), number(theme_schema::most_ink, 0)),
                 "take some of each away, or black in the place of the three others");
    return std::nullopt;
}

/// A later file's recipe for a colour takes the place of an earlier one's.
void keep(std::vector<InkRecipe>& recipes, const InkRecipe& recipe) {
    const auto same = std::ranges::find(recipes, recipe.colour, &InkRecipe::colour);
    if (same == recipes.end()) {
        recipes.push_back(recipe);
    } else {
        *same = recipe;
    }
}

void read_recipes(std::vector<InkRecipe>& recipes, const MapReader& map, Findings& findings) {
    std::vector<Colour> seen;
    for (const yaml::Entry& entry : map.entries("recipes")) {
        const auto recipe = read_recipe(entry, findings);
        if (!recipe) continue;
        if (std::ranges::find(seen, recipe->colour) != seen.end()) {
            findings.add("duplicate-key", entry.key->span, fmt::format("‘{}’ has two recipes", entry.key->text),
                         "keep one of the two: capitals and small letters are the same colour");
            continue;
        }
        seen.push_back(recipe->colour);
        keep(recipes, *recipe);
    }
}

/// `folder` is what the profile's path is relative to.
void read_inks(Inks& inks, const MapReader& map, const std::string& folder, Findings& findings) {
    if (const auto output = map.word("output")) inks.output = static_cast<InkOutput>(*output);
    read_spot(inks, map, findings);
    if (const auto profile = map.located_text("profile")) inks.profile = path_in(folder, profile->value);
    read_recipes(inks.recipes, map, findings);
}

// The block `page`.

/// The length of `key`, in points; what is none is reported.
std::optional<double> read_length(const MapReader& map, std::string_view key, Findings& findings) {
    const auto stated = map.located_text(key);
    if (!stated) return std::nullopt;
    const auto length = parse_length(stated->value);
    if (!length) {
        findings.add("wrong-length", stated->span, fmt::format("‘{}’ is not a length of paper", stated->value),
                     "write a number with mm, cm, in or pt after it, as 3mm; a number alone is of points");
        return std::nullopt;
    }
    if (*length >= 0 && *length <= theme_schema::longest_length) return length;
    findings.add("out-of-range", stated->span,
                 fmt::format("‘{}’ takes a length from 0 to {} points, and this is {}", key,
                             number(theme_schema::longest_length, 0), stated->value));
    return std::nullopt;
}

void read_size(Theme::Paper& paper, const MapReader& map, Findings& findings) {
    const auto size = map.located_text("size");
    if (!size) return;
    if (parse_page(size->value)) {
        paper.size = size->value;
        return;
    }
    const std::vector<std::string_view> names(page_names().begin(), page_names().end());
    findings.add_misspelt("unknown-page", {size->value, size->span},
                          fmt::format("‘{}’ is not a size of paper", size->value), names,
                          "give one by name (A4, letter) or by its sides, 210x297mm");
}

void read_marks(PrinterMarks& marks, const MapReader& map, Findings& findings) {
    if (map.find("marks") == nullptr) return;
    marks = {};
    std::vector<std::string_view> names;
    for (const theme_schema::PrintersMark& mark : theme_schema::printers_marks)
        names.push_back(mark.name);
    for (const yaml::Node* each : scalars(map, "marks")) {
        bool known = false;
        for (const theme_schema::PrintersMark& mark : theme_schema::printers_marks) {
            if (mark.name != each->text) continue;
            marks.*mark.member = true;
            known = true;
        }
        if (known) continue;
        findings.add_misspelt("unknown-value", {each->text, each->span},
                              fmt::format("there is no printer's mark ‘{}’", each->text), names,
                              fmt::format("there are {}", listed(names)));
    }
}

void read_paper(Theme::Paper& paper, const MapReader& map, Findings& findings) {
    read_size(paper, map, findings);
    if (const auto turn = map.word("orientation")) paper.orientation = static_cast<Orientation>(*turn);
    for (const theme_schema::Margin& margin : theme_schema::margins) {
        if (const auto length = read_length(map, margin.key, findings)) paper.*margin.member = length;
    }
    for (const theme_schema::Length& length : theme_schema::paper_lengths) {
        if (const auto stated = read_length(map, length.key, findings)) paper.*length.member = *stated;
    }
    read_marks(paper.marks, map, findings);
}

// The other blocks. What a block leaves out stays as it is.

void read_colours(Theme::Colours& colours, const MapReader& map, Findings& findings) {
    const bool alike = colours.heading == colours.ink;  // then headings follow the ink
    for (const theme_schema::Ink& ink : theme_schema::inks) {
        const auto stated = map.located_text(ink.key);
        if (!stated) continue;
        if (const auto colour = read_colour(stated->value, stated->span, findings)) colours.*ink.member = *colour;
    }
    if (alike && map.find("heading") == nullptr) colours.heading = colours.ink;
    if (map.find("lives") == nullptr) return;
    colours.lives.clear();
    for (const yaml::Node* each : scalars(map, "lives")) {
        if (const auto colour = read_colour(each->text, each->span, findings)) colours.lives.push_back(*colour);
    }
}

bool is_feature(std::string_view text) {
    const auto is_tag_character = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    constexpr std::size_t tag_length = 4;  // of an OpenType feature
    if (text.size() < tag_length || !std::ranges::all_of(text.substr(0, tag_length), is_tag_character)) return false;
    text.remove_prefix(tag_length);
    if (text.empty()) return true;
    const std::string_view value = text.substr(1);
    return text.front() == '=' && !value.empty() && value.size() <= 3 &&
           std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

void read_features(std::vector<std::string>& features, const MapReader& map, Findings& findings) {
    if (map.find("features") == nullptr) return;
    features.clear();
    for (const yaml::Node* each : scalars(map, "features")) {
        if (is_feature(each->text)) {
            features.push_back(each->text);
            continue;
        }
        findings.add("unknown-value", each->span, fmt::format("‘{}’ is no OpenType feature", each->text),
                     "write its four letters, ss01, and what it is set to where it is not just on, liga=0");
    }
}

void read_type(Theme::Type& type, const MapReader& map, Findings& findings) {
    read_sizes(type, theme_schema::type_sizes, map);
    if (const auto along = map.word("names-along")) type.names_along = static_cast<NamesAlong>(*along);
    if (const auto figures = map.word("figures")) type.figures = static_cast<Figures>(*figures);
    if (const auto emphasis = map.word("emphasis")) type.emphasis = static_cast<Emphasis>(*emphasis);
    if (const auto system = map.word("system-fonts")) type.system_fonts = *system == 1;
    read_features(type.features, map, findings);
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
    if (const auto text = map.located_text("colour")) {
        if (const auto colour = read_colour(text->value, text->span, findings)) style->colour = colour;
    }
}

void read_kinds(std::vector<KindStyle>& kinds, std::string_view key, const MapReader& map, Findings& findings) {
    for (const yaml::Entry& entry : map.entries(key))
        read_kind(kinds, *entry.key, *entry.value, findings);
}

void read_marks(Theme::Marks& marks, const MapReader& map) {
    read_sizes(marks, theme_schema::mark_sizes, map);
    for (const theme_schema::Mark& mark : theme_schema::marks_of_events) {
        if (const auto shape = map.word(mark.key)) marks.*mark.member = static_cast<MarkShape>(*shape);
    }
}

/// The lengths of a pattern; nothing where one is wrong, which is reported.
std::optional<std::vector<double>> read_lengths(std::string_view key, const MapReader& map, Findings& findings) {
    const yaml::Node* list = map.find(key);
    if (list == nullptr) return std::nullopt;
    std::vector<double> lengths;
    const yaml::Field length{
        .key = "lengths", .kind = yaml::Kind::number, .least = 0, .most = theme_schema::longest_dash};
    for (const yaml::Entry& entry : list->entries) {
        if (yaml::check_value(*entry.value, length, key, findings)) lengths.push_back(*yaml::to_number(*entry.value));
    }
    if (lengths.size() != list->entries.size()) return std::nullopt;
    const bool is_drawn = std::ranges::any_of(lengths, [](double each) { return each > 0; });
    if (is_drawn && lengths.size() % 2 == 0) return lengths;
    findings.add("wrong-dashes", list->span,
                 is_drawn ? fmt::format("‘{}’ has an odd number of lengths", key)
                          : fmt::format("‘{}’ has no length greater than 0", key),
                 "write pairs of lengths, on and off: [4, 2.2]");
    return std::nullopt;
}

void read_dashes(Theme::Dashes& dashes, const MapReader& map, Findings& findings) {
    for (const theme_schema::Dash& dash : theme_schema::dash_patterns) {
        if (auto lengths = read_lengths(dash.key, map, findings)) dashes.*dash.member = *std::move(lengths);
    }
}

/// Whether views have such settings is not known here: see ThemeResult::views.
void read_views(std::vector<ViewDefault>& views, const MapReader& map, Findings& findings) {
    const yaml::Field settings{.key = "views", .kind = yaml::Kind::map};
    for (const yaml::Entry& view : map.entries("views")) {
        if (!yaml::check_value(*view.value, settings, view.key->text, findings)) continue;
        for (const yaml::Entry& setting : view.value->entries) {
            const yaml::Field value{.key = "setting", .kind = yaml::Kind::text};
            if (!yaml::check_value(*setting.value, value, setting.key->text, findings)) continue;
            std::string key = fmt::format("{}.{}", view.key->text, setting.key->text);
            const auto said = std::ranges::find(views, key, &ViewDefault::key);
            if (said != views.end()) {
                said->value = setting.value->text;
            } else {
                views.push_back({std::move(key), setting.value->text});
            }
        }
    }
}

void read_fonts(Theme& theme, const MapReader& map, const std::string& folder) {
    std::vector<std::string> folders;
    for (const yaml::Node* each : scalars(map, "fonts")) {
        folders.push_back(path_in(folder, each->text));
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

bool is_theme_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".yaml");
}

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
    if (const auto twin = map.located_text("twin"))
        theme.twin = is_theme_path(twin->value) ? path_in(folder, twin->value) : twin->value;
    read_fonts(theme, map, folder);
    with_block(map, "type", theme_schema::type, findings,
               [&](const MapReader& block) { read_type(theme.type, block, findings); });
    with_block(map, "colours", theme_schema::colours, findings,
               [&](const MapReader& block) { read_colours(theme.colours, block, findings); });
    with_block(map, "strokes", theme_schema::strokes, findings,
               [&](const MapReader& block) { read_sizes(theme.strokes, theme_schema::stroke_sizes, block); });
    with_block(map, "spacing", theme_schema::spacing, findings,
               [&](const MapReader& block) { read_sizes(theme.spacing, theme_schema::spacing_sizes, block); });
    with_block(map, "marks", theme_schema::marks, findings,
               [&](const MapReader& block) { read_marks(theme.marks, block); });
    with_block(map, "dashes", theme_schema::dashes, findings,
               [&](const MapReader& block) { read_dashes(theme.dashes, block, findings); });
    with_block(map, "page", theme_schema::page, findings,
               [&](const MapReader& block) { read_paper(theme.page, block, findings); });
    with_block(map, "inks", theme_schema::inks_of_print, findings,
               [&](const MapReader& block) { read_inks(theme.inks, block, folder, findings); });
    read_views(theme.views, map, findings);
    read_kinds(theme.relationships, "relationships", map, findings);
    read_kinds(theme.states, "states", map, findings);
}

}  // namespace fabula::theming
