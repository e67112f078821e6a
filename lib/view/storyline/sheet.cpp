// The page: where picture, title and legend stand.
#include "view/storyline/sheet.hpp"

#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/runs.hpp"

namespace fabula::storylines {

PlanSheet::PlanSheet(const Plan& plan, const Context& context, const Page& page)
    : plan_(plan),
      context_(context),
      legend_(make_legend(plan, context)),
      sheet_(context, plan.type, plan.options.legend ? &legend_ : nullptr, page,
             {.legend_distance = 20, .fits_title = false, .centred = false}) {
    before_ = 8;
    double behind = 0;
    double y = 0;
    for (const Row& row : plan.rows) {
        behind = std::max(behind, row.length() + row_tail);
        for (const Label& label : row.placement.labels) {
            const double from = row.placement.columns[label.step].from;
            before_ = std::max(before_, -(from + label.left));
            behind = std::max(behind, from + label.right());
        }
        y += measure_strips(row, plan, context).height();
        tops_.push_back(y);
        y += row.assignment.height() + plan.row_distance;
    }
    picture_ = {before_ + behind, y - plan.row_distance};
}

std::vector<Point> PlanSheet::origins_at(Point at) const {
    std::vector<Point> origins;
    for (const double top : tops_)
        origins.push_back({at.x + before_, at.y + top});
    return origins;
}

void PlanSheet::draw_row(Group& parent, const Row& row, Point origin) const {
    using subjects::Part;
    const auto part = [&](Part which, const auto& draw) {
        draw(add_part(parent, which), row, plan_, context_, origin);
    };
    part(Part::sections, draw_sections);
    part(Part::axis, draw_axis);
    part(Part::containers, draw_containers);
    part(Part::relationships, draw_relationships);
    part(Part::lines, draw_lines);
    part(Part::mentions, draw_mentions);
    part(Part::names, draw_names);
    part(Part::interludes, draw_interludes);
    part(Part::events, draw_scenes);
}

Scene PlanSheet::draw() const {
    return sheet_.make("storyline", picture_, [this](Group& root, Point at) {
        const std::vector<Point> origins = origins_at(at);
        for (std::size_t r = 0; r < plan_.rows.size(); ++r)
            draw_row(add_group(root, subjects::Row{r + 1}), plan_.rows[r], origins[r]);
    });
}

}  // namespace fabula::storylines
