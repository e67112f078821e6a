// The block `inks` of a theme file: read_inks.
#include <algorithm>
#include <fmt/format.h>

#include "source/number.hpp"
#include "theme/blocks.hpp"

namespace fabula {
namespace {

void read_spot(Inks& inks, const yaml::MapReader& map, Findings& findings) {
    const yaml::Node* block = map.find("spot");
    if (block == nullptr) return;
    const yaml::MapReader spot(*block, theme_schema::spot_ink, findings);
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
    const yaml::MapReader map(*entry.value, theme_schema::recipe, findings);
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

void read_recipes(std::vector<InkRecipe>& recipes, const yaml::MapReader& map, Findings& findings) {
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

}  // namespace

void read_inks(Inks& inks, const yaml::MapReader& map, const std::string& folder, Findings& findings) {
    if (const auto output = map.word("output")) inks.output = static_cast<InkOutput>(*output);
    read_spot(inks, map, findings);
    if (const auto profile = map.located_text("profile")) inks.profile = path_in(folder, profile->value);
    read_recipes(inks.recipes, map, findings);
}

}  // namespace fabula
