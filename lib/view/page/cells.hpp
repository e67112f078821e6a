#pragma once

#include <vector>

#include "fabula/scene.hpp"
#include "fabula/story.hpp"

namespace fabula::pages {

/// A panel with a view or a text, and its place on the sheet.
struct Cell {
    const PagePanel* panel = nullptr;
    Box box;
};

/// Divides a box among the inner panels of `panel` by their shares, and so on, with `gutter` points between two; the
/// cells in the order of the file. `panel` has to outlive them.
[[nodiscard]] std::vector<Cell> divide(const PagePanel& panel, const Box& box, double gutter);

}  // namespace fabula::pages
