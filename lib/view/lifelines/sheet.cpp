// The page: where title, picture and legend stand.
#include "view/lifelines/sheet.hpp"

#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/drawing/title.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {
namespace {

/// The page from top to bottom, in points.
struct Sheet {
    Page size;
    double margin = 0;
    double title_height = 0;
    double legend_height = 0;
    Frame frame;
};

constexpr double title_distance = 18;
constexpr double legend_distance = 16;

/// How far the picture reaches out from the first lane and the start of the axis.
struct Reach {
    double before_along = 0;
    double before_across = 0;
    double length = 0;
    double breadth = 0;
};

Reach reach_of(const Plan& plan, const Context& context) {
    const Strips strips = measure_strips(plan, context);
    constexpr double band_room = 8;
    Reach reach;
    reach.before_along = std::max(name_room(plan, context), band_room);
    reach.before_across = strips.axis + strips.headings + 4;
    double end = plan.placement.length + band_room;
    for (const LaneExtent& extent : plan.extents)
        end = std::max(end, extent.until + (extent.dies ? 3 : 12));
    reach.length = reach.before_along + end;
    reach.breadth = reach.before_across + plan.placement.breadth + std::max(strips.axis, 4.0);
    return reach;
}

Sheet arrange(const Plan& plan, const Context& context, const Page& page) {
    Sheet sheet;
    sheet.margin = context.theme.spacing.margin;
    const Reach reach = reach_of(plan, context);
    const bool down = plan.options.direction == Direction::down;
    const double width = down ? reach.breadth : reach.length;
    const double height = down ? reach.length : reach.breadth;
    // Wide enough for the title on one line, where that is not absurd.
    const TextLine title = context.measure.line(context.story.title(), {.size = plan.type.display});
    const double least_width = std::clamp(title.width, 200.0, 500.0);
    const double content = page.grows() ? std::max(width, least_width) : page.width - 2 * sheet.margin;
    Group scratch;
    sheet.title_height = draw_title(scratch, plan.type, context, {}, content);
    if (plan.options.legend) sheet.legend_height = draw_legend(scratch, plan, context, {}, content);
    const double top =
        sheet.margin + (context.panel || context.shown.continues() ? 0 : sheet.title_height + title_distance);
    const double legend = sheet.legend_height > 0 ? sheet.legend_height + legend_distance : 0;
    sheet.size = {std::max(width, page.grows() ? least_width : 0) + 2 * sheet.margin,
                  top + height + legend + sheet.margin};
    const double along = (down ? top : sheet.margin) + reach.before_along;
    const double across = (down ? sheet.margin : top) + reach.before_across;
    sheet.frame = {plan.options.direction, down ? Point{across, along} : Point{along, across}};
    return sheet;
}

}  // namespace

SharedAxis shared_axis(const Plan& plan, const Context& context, const Page& page) {
    SharedAxis axis;
    if (plan.options.direction == Direction::down) return axis;
    const double origin = arrange(plan, context, page).frame.origin.x;
    for (const TimeScale::Knot& knot : plan.placement.scale.knots()) {
        axis.knots.push_back({knot.time, origin + knot.from});
        if (knot.until > knot.from) axis.knots.push_back({knot.time, origin + knot.until});
    }
    return axis;
}

Page measure_sheet(const Plan& plan, const Context& context) {
    return arrange(plan, context, {}).size;
}

Scene draw_sheet(const Plan& plan, const Context& context, const Page& page) {
    const Sheet sheet = arrange(plan, context, page);
    Scene scene;
    scene.width = page.grows() ? sheet.size.width : page.width;
    scene.height = page.grows() ? sheet.size.height : page.height;
    scene.paper = context.theme.colours.paper;
    scene.title = context.story.title();
    scene.author = context.story.author();
    scene.language = context.story.language();
    scene.root.subject = subjects::View{"lifelines"};
    scene.root.title = context.story.title();

    const double content = scene.width - 2 * sheet.margin;
    draw_title(scene.root, plan.type, context, {sheet.margin, sheet.margin}, content);
    const LabelIndex labels(plan, name_places(plan, context));
    using subjects::Part;
    const auto part = [&](Part which, const auto& draw) { draw(add_group(scene.root, which)); };
    part(Part::sections, [&](Group& group) { draw_bands(group, plan, context, sheet.frame); });
    part(Part::axis, [&](Group& group) {
        draw_axis(group, plan, context, sheet.frame, -4, -1);
        draw_axis(group, plan, context, sheet.frame, plan.placement.breadth + 4, 1);
    });
    draw_ties(scene.root, plan, context, sheet.frame, labels);
    part(Part::relationships, [&](Group& group) { draw_arcs(group, plan, context, sheet.frame, labels); });
    part(Part::lanes, [&](Group& group) { draw_lanes(group, plan, context, sheet.frame); });
    part(Part::events, [&](Group& group) { draw_events(group, plan, context, sheet.frame); });
    if (plan.options.legend) {
        draw_legend(scene.root, plan, context, {sheet.margin, scene.height - sheet.margin - sheet.legend_height},
                    content);
    }
    scene.fonts = context.measure.fonts();
    return scene;
}

}  // namespace fabula::lifelines
