#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

/// What a specimen shows of a theme: blocks of rows, each a sample with its key and what that is set to.
namespace fabula::specimens {

struct Row {
    std::string key;    ///< as in a theme file, "colours.ink"
    std::string value;  ///< what it is set to
    double height = 0;  ///< points
    /// Draws the sample, given its left end on the row's middle line; none: the row is words alone.
    std::function<void(Group&, Point)> sample{};
};

struct SampleTable {
    std::string heading;
    double sample_width = 0;  ///< of the column that samples stand in, points
    std::vector<Row> rows;
};

/// In the order in which they are read. `theme` and `measure` have to outlive the blocks.
[[nodiscard]] std::vector<SampleTable> blocks_of(const Theme& theme, Measure& measure);

}  // namespace fabula::specimens
