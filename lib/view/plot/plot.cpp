// The view `plot`: tension over the telling or over time. Its passes, in order: lay_out (with inscribe), then the
// drawing passes.
#include "view/plot/plot.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "fabula/structure.hpp"

#include "view/drawing/json_text.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/view_driver.hpp"

namespace fabula::plots {
namespace {

const SettingTable<Options>& setting_table() {
    static const SettingTable<Options> table({
        setting("plot.axis", &Options::axis, {"told", "time"},
                "what the axis is true to: the telling, or the story's time"),
        setting("plot.titles", &Options::titles, "the titles of events beside the curve, besides turning points"),
        setting("plot.threads", &Options::threads, "a curve for each thread under that of all"),
        setting("plot.legend", &Options::legend, "what the marks mean"),
    });
    return table;
}

using Json = nlohmann::ordered_json;

Json events_json(const Plan& plan, const Story& story, Point origin) {
    Json json = Json::array();
    for (const Moment& moment : plan.moments) {
        Json row{{"event", story.events()[moment.event].id}, {"x", rounded(origin.x + moment.x)}};
        row["tension"] = moment.tension ? Json(*moment.tension) : Json();
        row["y"] = moment.tension ? Json(rounded(origin.y + plan.y(*moment.tension))) : Json();
        json.push_back(std::move(row));
    }
    return json;
}

std::string figures(const Plan& plan, const Story& story, Point origin) {
    const double start = plan.moments.front().x;
    const double length = std::max(plan.moments.back().x - start, 1e-9);
    Json json;
    json["view"] = "plot";
    json["axis"] = plan.timed ? "time" : "told";
    json["events"] = events_json(plan, story, origin);
    json["beats"] = Json::array();
    for (const TurningPoint& point : plan.beats) {
        const Moment& moment = plan.moments[point.moment];
        json["beats"].push_back({{"beat", story.beats()[point.beat].name},
                                 {"event", story.events()[moment.event].id},
                                 {"share", rounded((moment.x - start) / length)}});
    }
    json["acts"] = Json::array();
    for (const Act& act : plan.acts)
        json["acts"].push_back({{"act", act.name}, {"share", rounded((act.from - start) / length)}});
    json["missing_beats"] = Json::array();
    for (const MissingBeat& missing : plan.missing)
        json["missing_beats"].push_back(missing.name);
    json["threads"] = Json::array();
    for (const Strip& strip : plan.strips)
        json["threads"].push_back({{"thread", story.threads()[strip.thread].id}, {"events", strip.moments.size()}});
    json["titles_left_out"] = plan.left_out;
    return json_text(json);
}

bool has_tension(const Options& options, const Story& story) {
    const auto tense = [&](EventIndex e) { return story.events()[e].tension.has_value(); };
    if (options.axis == Axis::told) return std::ranges::count_if(story.told(), tense) >= 2;
    return std::ranges::count_if(story.events(), [](const Event& event) { return event.tension.has_value(); }) >= 2;
}

Diagnostics what_was_left_out(const Plan& plan, bool fits, bool grows) {
    Diagnostics diagnostics = warnings_of({.titles = grows ? 0 : plan.left_out,
                                           .events = plan.moments.size(),
                                           .fits = fits,
                                           .picture = "the plot of this story"});
    if (plan.options.axis == Axis::time && !plan.timed) {
        diagnostics.push_back(make_diagnostic("nothing-to-tell-apart", {},
                                              "the plot is to follow time, and the story has no times but an order",
                                              "give events a ‘when’ with a date, an age or the story's clock"));
    }
    return diagnostics;
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options) {
    ViewResult result;
    if (!has_tension(options, input.story)) {
        result.diagnostics.push_back(make_diagnostic("no-tension", {},
                                                     "fewer than two events of the story say how tense they are",
                                                     "give at least two events a ‘tension’ from 0 to 10"));
        return result;
    }
    const Typography type = typography(input.theme, input.theme.type.text);
    Legend legend(context, type.text);
    // What the legend explains does not depend on how large the picture is.
    explain(legend, lay_out(options, {}, nullptr, context), context);
    const Sheet sheet(context, type, options.legend ? &legend : nullptr, input.page);
    const Plan plan = lay_out(options, sheet.room(), context.axis, context);
    const Surroundings round = surroundings(plan, context);
    Page picture{round.left + plan.width + round.right, round.top + plan.height + round.bottom};
    if (plan.follows && !input.page.grows()) picture.width = sheet.room().width;
    Point origin;
    result.scene = sheet.make("plot", picture, [&](Group& root, Point at) {
        origin = {at.x + round.left, at.y + round.top};
        draw_ground(root, plan, context, origin);
        draw_curves(root, plan, context, origin);
        draw_events(root, plan, context, origin);
    });
    result.diagnostics = what_was_left_out(plan, sheet.fits(picture), input.page.grows());
    result.figures = figures(plan, input.story, origin);
    if (!plan.timed) return result;
    std::vector<SharedAxis::Knot> knots;
    for (const Moment& moment : plan.moments)
        knots.push_back({context.timetable.events[moment.event].start.nominal, origin.x + moment.x});
    result.place_in_time = place_in_rows({row_of(std::move(knots))}, Direction::right);
    return result;
}

}  // namespace

}  // namespace fabula::plots

namespace fabula {

View plot_view() {
    return drawing::view_of<plots::setting_table, plots::draw>(
        "plot", "tension over the telling or over time, with acts, turning points and threads");
}

}  // namespace fabula
