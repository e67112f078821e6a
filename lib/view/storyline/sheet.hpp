#pragma once

#include "view/drawing/legend.hpp"
#include "view/drawing/sheet.hpp"
#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// A plan on its page.
class PlanSheet {
public:
    /// `page` is the paper's size; a page that grows is as large as the picture asks for.
    PlanSheet(const Plan& plan, const Context& context, const Page& page);

    /// What the page would have to measure, points.
    [[nodiscard]] Page size() const { return sheet_.size(picture_); }
    [[nodiscard]] bool fits() const { return sheet_.fits(picture_); }

    /// Where the rows stand on the page: the top of each at the start of its first step.
    [[nodiscard]] std::vector<Point> origins() const { return origins_at(sheet_.place(picture_)); }

    [[nodiscard]] Scene draw() const;

private:
    [[nodiscard]] std::vector<Point> origins_at(Point at) const;
    void draw_row(Group& parent, const Row& row, Point origin) const;

    const Plan& plan_;
    const Context& context_;
    Legend legend_;
    Sheet sheet_;
    double before_ = 0;         ///< how far rows reach out before their first step
    std::vector<double> tops_;  ///< of the rows, from the top of the picture
    Page picture_;
};

}  // namespace fabula::storylines
