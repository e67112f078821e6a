// The view `lifelines`: a lane for each character along the time axis. Its passes, in order: read_options, fit (which
// arranges the cast, composes the labels, spreads the axis, places and inscribes), draw_sheet.
#include "view/lifelines/lifelines.hpp"

#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "view/drawing/json_text.hpp"
#include "view/drawing/remembered.hpp"
#include "view/drawing/sheet.hpp"
#include "view/lifelines/cast.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/fit.hpp"
#include "view/lifelines/sheet.hpp"

namespace fabula::lifelines {
namespace {

Options read_options(std::span<const Setting> settings) {
    Options options;
    for (const auto& [key, value] : settings) {
        if (key == "lifelines.direction") options.direction = value == "down" ? Direction::down : Direction::right;
        if (key == "lifelines.notes") options.notes = value == "yes";
        if (key == "lifelines.dates") options.dates = value == "yes";
        if (key == "lifelines.weekday") options.weekday = value == "yes";
        if (key == "lifelines.elapsed") options.elapsed = value == "yes";
        if (key == "lifelines.ages") options.ages = value == "yes";
        if (key == "lifelines.legend") options.legend = value == "yes";
        if (key == "lifelines.order") options.order_of_file = value == "file";
    }
    return options;
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

Diagnostics what_was_left_out(const Plan& plan, const Scene& scene, const Context& context, const ViewInput& input) {
    Diagnostics diagnostics;
    const Page needed = measure_sheet(plan, context);
    if (plan.left_out > 0) {
        diagnostics.push_back(drawing::titles_left_out(plan.left_out, plan.entries.size()));
    }
    if (plan.lanes_left_out > 0) {
        diagnostics.push_back(make_diagnostic("lanes-left-out", {},
                                              fmt::format("the page is too small for this story: the lanes of {} "
                                                          "characters were left out, with what only they take part in",
                                                          plan.lanes_left_out),
                                              "take a larger --page, or --page auto"));
    }
    if (!input.page.grows() && (needed.width > scene.width + 1 || needed.height > scene.height + 1)) {
        diagnostics.push_back(drawing::page_too_small("the lanes of this story"));
    }
    return diagnostics;
}

ViewResult draw(const ViewInput& input) {
    const Wording wording(input.story);
    const Kinds kinds(input.story, input.theme);
    const Options options = read_options(input.settings);
    const auto ages = remembered<AgesByEvent>(input.memory, [&] {
        return options.ages ? ages_at_events(input.story, input.timetable) : AgesByEvent(input.story.events().size());
    });
    const Context context{input.story, input.timetable, input.theme, wording,        kinds,
                          ages,        input.measure,   input.panel, {input.stretch}};
    const Cast cast = remembered<Cast>(input.memory, [&] {
        constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
        return arrange_cast(input.story, input.timetable, input.theme, options, all);
    });
    const Plan plan = fit(context, options, cast, input.page);
    ViewResult result;
    result.cramped = plan.cramped;
    if (plan.cramped) return result;
    result.scene = draw_sheet(plan, context, input.page);
    result.diagnostics = what_was_left_out(plan, result.scene, context, input);
    result.cramped = input.stretch != nullptr && (!result.diagnostics.empty() || options.notes != plan.options.notes);
    result.figures = figures(plan, result.scene, context);
    result.axis = shared_axis(plan, context, input.page);
    return result;
}

}  // namespace
}  // namespace fabula::lifelines

namespace fabula {

View lifelines_view() {
    return {
        "lifelines",
        "a lane for each character from birth to death along the time axis, with events, milestones and relationships",
        {{"lifelines.direction", {"right", "down"}, "where time runs"},
         {"lifelines.notes", {"yes", "no"}, "the texts of events under their titles"},
         {"lifelines.dates", {"yes", "no"}, "the dates of events over their titles"},
         {"lifelines.weekday", {"no", "yes"}, "the day of the week in dates known to the day"},
         {"lifelines.elapsed", {"no", "yes"}, "along the axis, how much time passes from one event to the next"},
         {"lifelines.ages", {"yes", "no"}, "ages along the lanes"},
         {"lifelines.order", {"auto", "file"}, "the order of lanes; auto: who meets often is near, file: as listed"},
         {"lifelines.legend", {"yes", "no"}, "what the marks and lines mean"}},
        lifelines::draw,
        true};
}

}  // namespace fabula
