// The page: where picture, title and legend stand.
#include "view/lifelines/sheet.hpp"

#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {

PlanSheet::PlanSheet(const Plan& plan, const Context& context, const Page& page)
    : plan_(plan),
      context_(context),
      legend_(make_legend(plan, context)),
      sheet_(context, plan.type, plan.options.legend ? &legend_ : nullptr, page, {.centred = false}) {
    constexpr double band_room = 8;
    const Strips strips = measure_strips(plan, context);
    before_along_ = std::max(name_room(plan, context), band_room);
    before_across_ = strips.axis + strips.headings + 4;
    double end = plan.placement.length + band_room;
    for (const LaneExtent& extent : plan.extents)
        end = std::max(end, extent.until + (extent.dies ? 3 : 12));
    const double length = before_along_ + end;
    const double breadth = before_across_ + plan.placement.breadth + std::max(strips.axis, 4.0);
    picture_ = plan.options.direction == Direction::down ? Page{breadth, length} : Page{length, breadth};
}

Frame PlanSheet::frame(Point at) const {
    const bool down = plan_.options.direction == Direction::down;
    return {plan_.options.direction,
            {at.x + (down ? before_across_ : before_along_), at.y + (down ? before_along_ : before_across_)}};
}

TimeRow PlanSheet::times() const {
    TimeRow row;
    const Point origin = frame(sheet_.place(picture_)).origin;
    const double start = plan_.options.direction == Direction::down ? origin.y : origin.x;
    for (const TimeScale::Knot& knot : plan_.placement.scale.knots()) {
        row.knots.push_back({knot.time, start + knot.from});
        if (knot.until > knot.from) row.knots.push_back({knot.time, start + knot.until});
    }
    return row;
}

SharedAxis PlanSheet::axis() const {
    return plan_.options.direction == Direction::down ? SharedAxis{} : SharedAxis{times().knots};
}

Scene PlanSheet::draw() const {
    return sheet_.make("lifelines", picture_, [this](Group& root, Point at) { draw_picture(root, at); });
}

void PlanSheet::draw_picture(Group& root, Point at) const {
    const Frame frame = this->frame(at);
    const LabelIndex labels(plan_, name_places(plan_, context_));
    using subjects::Part;
    const auto part = [&](Part which, const auto& draw) { draw(add_group(root, which)); };
    part(Part::sections, [&](Group& group) { draw_bands(group, plan_, context_, frame); });
    part(Part::axis, [&](Group& group) {
        draw_axis(group, plan_, context_, frame, -4, -1);
        draw_axis(group, plan_, context_, frame, plan_.placement.breadth + 4, 1);
    });
    draw_ties(root, plan_, context_, frame, labels);
    part(Part::relationships, [&](Group& group) { draw_arcs(group, plan_, context_, frame, labels); });
    part(Part::lanes, [&](Group& group) { draw_lanes(group, plan_, context_, frame); });
    part(Part::events, [&](Group& group) { draw_events(group, plan_, context_, frame); });
}

}  // namespace fabula::lifelines
