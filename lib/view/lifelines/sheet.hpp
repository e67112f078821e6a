#pragma once

#include "view/drawing/legend.hpp"
#include "view/drawing/set_aside.hpp"
#include "view/drawing/sheet.hpp"
#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// A plan on its page.
class PlanSheet {
public:
    /// `page` is the paper's size; a page that grows is as large as the picture asks for.
    PlanSheet(const Plan& plan, const Context& context, const Page& page);

    /// What the page would have to measure, points.
    [[nodiscard]] Page size() const { return sheet_.size(picture_); }

    [[nodiscard]] bool fits() const { return sheet_.fits(picture_); }

    /// For marks of where events would be at other times.
    [[nodiscard]] TimeRow times() const;

    /// The axis of the picture; none where time runs down.
    [[nodiscard]] SharedAxis axis() const;

    [[nodiscard]] Scene draw() const;

private:
    [[nodiscard]] Frame frame(Point at) const;
    void draw_picture(Group& root, Point at) const;

    const Plan& plan_;
    const Context& context_;
    Legend legend_;
    Sheet sheet_;
    double before_along_ = 0;   ///< how far the picture reaches out before the start of the axis
    double before_across_ = 0;  ///< and before the first lane
    Page picture_;
};

}  // namespace fabula::lifelines
