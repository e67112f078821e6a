#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/theme.hpp"

#include "source/findings.hpp"
#include "theme/theme_schema.hpp"
#include "yaml/map_reader.hpp"

/// The blocks of a theme file, each into its part of a Theme. What a block leaves out stays as it is.
namespace fabula {

void read_paper(Theme::Paper& paper, const yaml::MapReader& map, Findings& findings);

/// `folder` is what the profile's path is relative to.
void read_inks(Inks& inks, const yaml::MapReader& map, const std::string& folder, Findings& findings);

/// The texts of `key`; what is none of them was reported when the map was read.
[[nodiscard]] std::vector<const yaml::Node*> scalars(const yaml::MapReader& map, std::string_view key);

/// "#rrggbb"; what is none is reported.
[[nodiscard]] std::optional<Colour> read_colour(const std::string& text, Span span, Findings& findings);

/// `path` as seen from `folder`, absolute.
[[nodiscard]] std::string path_in(const std::string& folder, const std::string& path);

template <typename Block, std::size_t count>
void read_sizes(Block& block, const std::array<theme_schema::Size<Block>, count>& table, const yaml::MapReader& map) {
    for (const theme_schema::Size<Block>& size : table) {
        if (const auto stated = map.number(size.key)) block.*size.member = stated->value;
    }
}

}  // namespace fabula
