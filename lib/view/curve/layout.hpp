#pragma once

#include "view/curve/plan.hpp"
#include "view/drawing/section_bands.hpp"

namespace fabula::curves {

/// What stands round the curve, points.
struct Surroundings {
    double left = 0;    ///< figures of the axis, names of places
    double right = 0;   ///< titles that reach out behind the last event
    double top = 0;     ///< headings of sections, what the axes are
    double bottom = 0;  ///< rows of places

    [[nodiscard]] Page around(double width, double height) const {
        return {left + width + right, top + height + bottom};
    }
};

[[nodiscard]] Surroundings surroundings(const Plan& plan, const Context& context);

/// Decides where everything stands: as large as the story asks for where the page grows (`room` is zero), else as large
/// as there is room for, in smaller type where there is little.
[[nodiscard]] Plan lay_out(const Options& options, const Page& room, const Context& context);

/// How high a row of a place under the curve is, points.
[[nodiscard]] double place_row_height(const Plan& plan);

/// What the two axes are.
[[nodiscard]] TextLine as_told(const Plan& plan, const Context& context);
[[nodiscard]] TextLine as_it_happened(const Plan& plan, const Context& context);

/// The bands of sections as they are told, from left to right; none for a stretch too narrow for a heading.
[[nodiscard]] SectionBands section_bands(const Plan& plan, const Context& context);
[[nodiscard]] HeadingStyle heading_style(const Plan& plan);

}  // namespace fabula::curves
