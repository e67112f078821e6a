// The page: where title, picture and legend stand.
#include "view/storyline/sheet.hpp"

#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/drawing/title.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/runs.hpp"

namespace fabula::storylines {
namespace {

constexpr double title_distance = 18;
constexpr double legend_distance = 20;

/// How far the rows reach out to both sides of their first steps' start.
struct Reach {
    double before = 0;
    double behind = 0;
};

Reach reach_of(const Plan& plan) {
    Reach reach{8, 0};
    for (const Row& row : plan.rows) {
        reach.behind = std::max(reach.behind, row.length() + row_tail);
        for (const Label& label : row.placement.labels) {
            const double from = row.placement.columns[label.step].from;
            reach.before = std::max(reach.before, -(from + label.left));
            reach.behind = std::max(reach.behind, from + label.right());
        }
    }
    return reach;
}

struct Sheet {
    Page size;
    double margin = 0;
    double legend_height = 0;
    std::vector<Point> origins;  ///< by row
};

Sheet arrange_sheet(const Plan& plan, const Context& context) {
    Sheet sheet;
    sheet.margin = context.theme.spacing.margin;
    const Reach reach = reach_of(plan);
    const double width = std::max(reach.before + reach.behind, 200.0);
    Group scratch;
    double y = sheet.margin + draw_title(scratch, plan.type, context, {}, width);
    if (!context.shown.continues()) y += title_distance;
    for (const Row& row : plan.rows) {
        y += measure_strips(row, plan, context).height();
        sheet.origins.push_back({sheet.margin + reach.before, y});
        y += row.assignment.height() + plan.row_distance;
    }
    y -= plan.row_distance;
    if (plan.options.legend) sheet.legend_height = draw_legend(scratch, plan, context, {}, width);
    if (sheet.legend_height > 0) y += legend_distance + sheet.legend_height;
    sheet.size = {width + 2 * sheet.margin, y + sheet.margin};
    return sheet;
}

void draw_row(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    using subjects::Part;
    const auto part = [&](Part which, const auto& draw) { draw(add_part(parent, which), row, plan, context, origin); };
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

}  // namespace

Page measure_sheet(const Plan& plan, const Context& context) {
    return arrange_sheet(plan, context).size;
}

std::vector<Point> row_origins(const Plan& plan, const Context& context) {
    return arrange_sheet(plan, context).origins;
}

Scene draw_sheet(const Plan& plan, const Context& context, const Page& page) {
    const Sheet sheet = arrange_sheet(plan, context);
    Scene scene;
    scene.width = page.grows() ? sheet.size.width : page.width;
    scene.height = page.grows() ? sheet.size.height : page.height;
    scene.root.subject = subjects::View{"storyline"};
    scene.root.title = context.story.title();
    draw_title(scene.root, plan.type, context, {sheet.margin, sheet.margin}, scene.width - 2 * sheet.margin);
    for (std::size_t r = 0; r < plan.rows.size(); ++r) {
        Group& group = add_group(scene.root, subjects::Row{r + 1});
        draw_row(group, plan.rows[r], plan, context, sheet.origins[r]);
    }
    if (plan.options.legend) {
        const double bottom = std::max(scene.height, sheet.size.height) - sheet.margin;
        draw_legend(scene.root, plan, context, {sheet.margin, bottom - sheet.legend_height},
                    scene.width - 2 * sheet.margin);
    }
    return scene;
}

}  // namespace fabula::storylines
