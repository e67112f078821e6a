// The view `curve`: events in the order told from left to right, in the order of the story from top to bottom. Its
// passes, in order: lay_out (with make_telling and inscribe), then the drawing passes.
#include "view/curve/curve.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "view/drawing/json_text.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/view_driver.hpp"

namespace fabula::curves {
namespace {

const SettingTable<Options>& setting_table() {
    static const SettingTable<Options> table({
        setting("curve.story", &Options::story, {"auto", "time", "order"},
                "what the axis of the story is true to; auto: time, where the story tells it"),
        setting("curve.by", &Options::by, {"none", "place", "character", "reality"},
                "what texture and colour of the curve say; none: whether it is told in order"),
        setting("curve.titles", &Options::titles, "the titles of events beside their marks"),
        setting("curve.places", &Options::places, "a strip under the curve with the places"),
        setting("curve.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

using Json = nlohmann::ordered_json;

Json events_json(const Plan& plan, const Story& story, Point origin) {
    Json json = Json::array();
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const Told& told = plan.telling.events[place];
        json.push_back({{"event", story.events()[told.event].id},
                        {"rank", told.rank},
                        {"in_order", told.in_order},
                        {"x", rounded(origin.x + plan.x(place))},
                        {"y", rounded(origin.y + plan.y(place))}});
    }
    return json;
}

Json anachronies_json(const Plan& plan, const Story& story) {
    Json json = Json::array();
    for (const Anachrony& anachrony : plan.telling.anachronies) {
        const auto id = [&](std::size_t place) { return story.events()[plan.telling.events[place].event].id; };
        json.push_back({{"kind", anachrony.kind == Anachrony::Kind::flashback ? "flashback" : "flash-forward"},
                        {"from", id(anachrony.first)},
                        {"until", id(anachrony.last)},
                        {"left", id(anachrony.left)},
                        {"reach", rounded(anachrony.reach)},
                        {"reach_events", anachrony.reach_events},
                        {"extent", rounded(anachrony.extent)}});
    }
    return json;
}

std::string figures(const Plan& plan, const Story& story, Point origin) {
    Json json;
    json["view"] = "curve";
    json["non_linearity"] = rounded(plan.telling.non_linearity);
    json["anachronies"] = anachronies_json(plan, story);
    json["events"] = events_json(plan, story, origin);
    json["titles_left_out"] = plan.left_out;
    return json_text(json);
}

Diagnostics what_was_left_out(const Plan& plan, const Sheet& sheet, const Page& picture, bool grows) {
    Diagnostics diagnostics = warnings_of({.titles = grows ? 0 : plan.left_out,
                                           .events = plan.telling.events.size(),
                                           .fits = sheet.fits(picture),
                                           .picture = "the curve of this story"});
    if (plan.options.by != By::nothing && plan.categories.size() < 2) {
        diagnostics.push_back(make_diagnostic("nothing-to-tell-apart", {},
                                              "the curve is to show where events differ, and they do not",
                                              "give events a ‘place’, a ‘who’ or a ‘truth’, as ‘curve.by’ asks for"));
    }
    return diagnostics;
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options) {
    Legend legend(context, typography(input.theme, input.theme.type.text).text);
    const Legend* const shown = options.legend ? &legend : nullptr;
    const Typography type = typography(input.theme, input.theme.type.text);
    // What the legend explains does not depend on how large the picture is.
    explain(legend, lay_out(options, {}, context), context);
    const Sheet sheet(context, type, shown, input.page);
    const Plan plan = lay_out(options, sheet.room(), context);
    const Surroundings round = surroundings(plan, context);
    const Page picture = round.around(plan.width(), plan.height());
    Point origin;
    ViewResult result;
    result.scene = sheet.make("curve", picture, [&](Group& root, Point at) {
        origin = {at.x + round.left, at.y + round.top};
        draw_axes(root, plan, context, origin);
        draw_places(root, plan, context, origin);
        draw_telling(root, plan, context, origin);
        draw_events(root, plan, context, origin);
    });
    result.diagnostics = what_was_left_out(plan, sheet, picture, input.page.grows());
    result.figures = figures(plan, input.story, origin);
    std::vector<SharedAxis::Knot> knots;
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const EventTime& time = context.timetable.events[plan.telling.events[place].event];
        knots.push_back({time.start.nominal, origin.y + plan.y(place)});
    }
    result.place_in_time = place_in_rows({row_of(std::move(knots))}, Direction::down);
    return result;
}

}  // namespace

}  // namespace fabula::curves

namespace fabula {

View curve_view() {
    return drawing::view_of<curves::setting_table, curves::draw>(
        "curve", "one curve through the events, as told from left to right and as it happened from top to bottom");
}

}  // namespace fabula
