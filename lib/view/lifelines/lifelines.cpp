// The view `lifelines`: a lane for each character along the time axis. Its passes, in order: fit (which
// arranges the cast, composes the labels, spreads the axis, places and inscribes), then PlanSheet, which draws.
#include "view/lifelines/lifelines.hpp"

#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "source/findings.hpp"
#include "view/drawing/json_text.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/view_driver.hpp"
#include "view/lifelines/cast.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/fit.hpp"
#include "view/lifelines/sheet.hpp"

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

Diagnostics what_was_left_out(const Plan& plan, bool fits) {
    Diagnostics diagnostics;
    if (plan.lanes_left_out > 0) {
        diagnostics.push_back(make_diagnostic("lanes-left-out", {},
                                              fmt::format("the page is too small for this story: the lanes of {} "
                                                          "characters were left out, with what only they take part in",
                                                          plan.lanes_left_out),
                                              "take a larger --page, or --page auto"));
    }
    append(diagnostics, warnings_of({.titles = plan.left_out,
                                     .events = plan.entries.size(),
                                     .fits = fits,
                                     .picture = "the lanes of this story"}));
    return diagnostics;
}

Cast cast_of(const ViewInput& input, const Options& options) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    return arrange_cast(input.story, input.timetable, input.theme, options, all);
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options, const Cast& cast) {
    const Plan plan = fit(context, options, cast, input.page);
    ViewResult result;
    result.cramped = plan.cramped;
    if (plan.cramped) return result;
    const PlanSheet sheet(plan, context, input.page);
    result.scene = sheet.draw();
    result.diagnostics = what_was_left_out(plan, sheet.fits());
    result.cramped =
        context.shown.stretch != nullptr && (!result.diagnostics.empty() || options.notes != plan.options.notes);
    result.figures = figures(plan, result.scene, context);
    result.axis = sheet.axis();
    result.place_in_time = drawing::place_in_rows({sheet.times()}, plan.options.direction);
    return result;
}

}  // namespace
}  // namespace fabula::lifelines

namespace fabula {

View lifelines_view() {
    return drawing::flowing_view_of<lifelines::setting_table, lifelines::draw, lifelines::cast_of>(
        "lifelines",
        "a lane for each character from birth to death along the time axis, with events, milestones and "
        "relationships");
}

}  // namespace fabula
