#pragma once

#include <string>
#include <vector>

#include "view/drawing/context.hpp"
#include "view/drawing/typesetting.hpp"

/// The texts of a sheet: its foot, headings of panels, panels of text.
namespace fabula::pages {

using namespace drawing;

/// A text in columns of a width that reads well.
struct Columns {
    std::vector<TextLine> lines;
    double column = 0;  ///< width
    double leading = 0;
    double first_baseline = 0;
    std::size_t lines_in_column = 0;
    bool whole = true;  ///< it has room

    [[nodiscard]] double height() const { return static_cast<double>(lines_in_column) * leading; }
};

/// Sets a text in as many columns as there is width for, none higher than `height`.
[[nodiscard]] Columns set_columns(const std::string& text, double size, const Page& room, const Context& context);
void draw_columns(Group& group, const Columns& columns, Point at, Colour colour);

/// Notes, sources and colophon side by side, each under its word; says how high they are. With the top left corner at
/// `at`, in `width`.
double draw_foot(Group& parent, const PageLayout& page, const Typography& type, const Context& context, Point at,
                 double width);

}  // namespace fabula::pages
