#pragma once

#include <cstddef>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/view.hpp"

namespace fabula {

/// The row of the registry for `page`. Figures: {"view", "width", "height", "panels": [{"view", "x", "y", "width",
/// "height", "shares_axis", "figures": those of the view}]}; points, from the top left corner of the sheet.
[[nodiscard]] View page_view();

}  // namespace fabula

/// How the panels of a sheet are made.
namespace fabula::pages {

/// A panel with a view or a text, and its place on the sheet.
struct Cell {
    const PagePanel* panel = nullptr;
    Box box;
};

/// Divides a box among the inner panels of `panel` by their shares, those again among theirs, and so on, with `gutter`
/// points between two. The cells are in the order of the file. `panel` has to outlive them.
[[nodiscard]] std::vector<Cell> divide(const PagePanel& panel, const Box& box, double gutter);

/// A group moved across a sheet into a panel, counted from 1 on. What it shows and what its links lead to becomes that
/// of this panel, so that several pictures of one story can stand in one scene.
[[nodiscard]] Group placed(Group group, Point by, std::size_t panel);

}  // namespace fabula::pages
