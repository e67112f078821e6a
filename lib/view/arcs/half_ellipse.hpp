#pragma once

#include "view/drawing/frame.hpp"

namespace fabula::arc_diagram {

using namespace drawing;

/// A half ellipse that stands on a line across which it reaches: along and across as in a Frame. All of one picture
/// have the same shape, so that two cross only where their ends alternate.
struct HalfEllipse {
    double from = 0;   ///< along: where a share of 0 is
    double until = 0;  ///< where a share of 1 is; may be less than `from`
    double base = 0;   ///< across
    double rise = 0;   ///< across, from the base to the highest; negative towards less

    [[nodiscard]] double centre() const { return (from + until) / 2; }
    [[nodiscard]] double radius() const;

    /// The place (along, across) so far on the way from one end to the other, 0 to 1 by the angle.
    [[nodiscard]] Point at(double share) const;

    /// A stretch of it.
    [[nodiscard]] Path path(const Frame& frame, double share_from, double share_until) const;

    /// Whether it passes through a box (left and right along, top and bottom across).
    [[nodiscard]] bool passes(const Box& box) const;
};

}  // namespace fabula::arc_diagram
