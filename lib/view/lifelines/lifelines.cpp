// The view `lifelines`: a lane for each character along the time axis. Its passes, in order: fit (which arranges the
// cast, composes the labels, spreads the axis, places and inscribes), then PlanSheet, which draws.

#include "view/lifelines/lifelines.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "source/findings.hpp"
#include "view/drawing/json_text.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/view_driver.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

const SettingTable<Options>& setting_table() {
    static const SettingTable<Options> table({
        setting("lifelines.direction", &Options::direction, {"right", "down"}, "where time runs"),
        setting("lifelines.notes", &Options::notes, "the texts of events under their titles"),
        setting("lifelines.dates", &Options::dates, "the dates of events over their titles"),
        setting("lifelines.weekday", &Options::weekday, "the day of the week in dates known to the day"),
        setting("lifelines.elapsed", &Options::elapsed,
                "along the axis, how much time passes from one event to the next"),
        setting("lifelines.ages", &Options::ages, "ages along the lanes"),
        setting("lifelines.order", &Options::order, {"auto", "file"},
                "the order of lanes; auto: those who meet often stand near each other, file: as listed"),
        setting("lifelines.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

std::string figures(const Plan& plan, const Scene& scene, const Context& context) {
    nlohmann::ordered_json json;
    const auto rounded = [](double value) { return static_cast<std::int64_t>(value + 0.5); };
    json["view"] = "lifelines";
    json["width"] = rounded(scene.width);
    json["height"] = rounded(scene.height);
    json["lanes"] = nlohmann::ordered_json::array();
    for (const Lane& lane : plan.cast.lanes) {
        if (lane.character) json["lanes"].push_back(context.story.characters()[*lane.character].id);
    }
    json["events"] = plan.entries.size();
    json["labels_left_out"] = plan.left_out;
    if (plan.options.elapsed) json["passages_left_out"] = passages_left_out(plan, context);
    json["lines_broken_for_labels"] = plan.placement.cuts;
    return drawing::json_text(json);
}

Cast cast_of(const ViewInput& input, const Options& options) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    return arrange_cast(input.story, input.timetable, input.theme, ranking_of(input.story), options, all);
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options, const Cast& cast) {
    const Plan plan = fit(context, options, cast, input.page);
    ViewResult result;
    result.cramped = plan.cramped;
    if (plan.cramped) return result;
    const PlanSheet sheet(plan, context, input.page);
    result.scene = sheet.draw();
    result.diagnostics = warnings_of({.characters = plan.lanes_left_out,
                                      .left_out_events = plan.events_left_out,
                                      .titles = plan.left_out,
                                      .events = plan.entries.size(),
                                      .fits = sheet.fits(),
                                      .picture = "the lanes of this story"});
    result.cramped =
        context.shown.stretch != nullptr && (!result.diagnostics.empty() || options.notes != plan.options.notes);
    result.figures = figures(plan, result.scene, context);
    result.axis = sheet.axis();
    result.place_in_time = drawing::place_in_rows({sheet.times()}, plan.options.direction);
    return result;
}

}  // namespace

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

namespace fabula {

View lifelines_view() {
    return drawing::flowing_view_of<lifelines::setting_table, lifelines::draw, lifelines::cast_of>(
        "lifelines",
        "a lane for each character from birth to death along the time axis, with events, milestones and "
        "relationships");
}

}  // namespace fabula
