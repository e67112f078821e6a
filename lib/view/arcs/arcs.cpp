// The view `arcs`: characters or events on one line, what joins them as arcs over and under it. Its passes, in order:
// make_graph, lay_out or lay_out_slices, then the drawing passes.
#include "view/arcs/arcs.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "view/drawing/json_text.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/view_driver.hpp"

namespace fabula::arc_diagram {
namespace {

const SettingTable<Options>& setting_table() {
    static const SettingTable<Options> table({
        setting("arcs.of", &Options::of, {"characters", "meetings", "events"},
                "what stands on the line: characters with their relationships or the scenes they share, or events "
                "with links"),
        setting("arcs.order", &Options::order, {"auto", "crossings", "time", "told", "file"},
                "how it is ordered; auto: events by time, characters so that few arcs cross"),
        setting("arcs.direction", &Options::direction, {"auto", "right", "down"},
                "which way the line runs; auto: as the names have room"),
        setting("arcs.sections", &Options::sections, "a diagram for each section, side by side in one order"),
        setting("arcs.kinds", &Options::kinds, "the names of kinds within the arcs"),
        setting("arcs.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

std::string_view word_of(Of of) {
    switch (of) {
        case Of::characters:
            return "characters";
        case Of::meetings:
            return "meetings";
        case Of::events:
            return "events";
    }
    return {};
}

std::size_t kind_names_left_out(const Plan& plan, const Graph& graph) {
    const auto named =
        std::ranges::count_if(graph.ties, [&](const Tie& tie) { return !graph.kinds[tie.kind].name.empty(); });
    return static_cast<std::size_t>(named) - plan.kind_names.size();
}

std::string figures(const Plan& plan, const Graph& graph) {
    nlohmann::ordered_json json;
    json["view"] = "arcs";
    json["of"] = word_of(plan.options.of);
    json["order"] = nlohmann::ordered_json::array();
    for (const Node& node : graph.nodes)
        json["order"].push_back(node.id);
    json["crossings"] = graph.cost.crossings;
    json["length"] = graph.cost.length;
    json["optimal"] = graph.optimal;
    json["arcs"] = graph.ties.size();
    json["kinds"] = nlohmann::ordered_json::array();
    for (const Kind& kind : graph.kinds)
        json["kinds"].push_back(
            {{"kind", kind.name}, {"side", kind.side == 0 ? "over" : "under"}, {"arcs", kind.arcs}});
    json["unrelated"] = graph.unrelated;
    json["kind_names_left_out"] = kind_names_left_out(plan, graph);
    return json_text(json);
}

/// What to say where nothing is joined.
Diagnostic nothing_joined(Of of) {
    switch (of) {
        case Of::characters:
            return make_diagnostic("no-arcs", {}, "the story has no relationships for the view ‘arcs’",
                                   "write some under ‘relationships’, or see who shares scenes with --set "
                                   "arcs.of=meetings");
        case Of::meetings:
            return make_diagnostic("no-arcs", {}, "no two characters share a scene, so there are no arcs",
                                   "name those who take part in events under ‘who’");
        case Of::events:
            return make_diagnostic("no-arcs", {}, "the story has no links between events for the view ‘arcs’",
                                   "write some under ‘links’, or ‘reveals’ with an event");
    }
    return {};
}

/// What all pictures of this view share.
struct Picture {
    const ViewInput& input;
    const Context& context;
    const Graph& graph;
    Options options;
    Typography type;
    Legend legend;

    [[nodiscard]] Sheet sheet() const { return {context, type, options.legend ? &legend : nullptr, input.page}; }

    [[nodiscard]] ViewResult result(const Plan& plan, const Page& size,
                                    const std::function<void(Group&, Point)>& draw) const {
        const Sheet page = sheet();
        ViewResult result;
        result.scene = page.make("arcs", size, draw);
        if (!page.fits(size)) result.diagnostics.push_back(page_too_small("the arcs of this story"));
        if (graph.crowds_left_out > 0) {
            result.diagnostics.push_back(
                make_diagnostic("crowds-left-out", {},
                                fmt::format("{} scenes with more than 40 characters say nothing of who meets whom",
                                            graph.crowds_left_out),
                                "name those who matter in such scenes"));
        }
        result.figures = figures(plan, graph);
        return result;
    }
};

ViewResult draw_line(Picture picture) {
    const Context& context = picture.context;
    const Graph& graph = picture.graph;
    const Options& options = picture.options;
    // What the legend explains hardly depends on how large the picture is.
    explain(picture.legend, lay_out(graph, options, picture.sheet().room(), context), graph, context);
    const Plan plan = lay_out(graph, options, picture.sheet().room(), context);
    const Box box = extent(plan);
    const double heading = heading_depth(plan.sections, heading_style(plan), context);
    const bool down = plan.direction == Direction::down;
    const Page size = down ? Page{box.height() + heading, box.width()} : Page{box.width(), box.height() + heading};
    return picture.result(plan, size, [&](Group& root, Point at) {
        const double across = heading - box.top;
        const Frame frame{plan.direction, down ? Point{at.x + across, at.y} : Point{at.x, at.y + across}};
        draw_section_bands(add_part(root, subjects::Part::sections), plan.sections, heading_style(plan), context, frame,
                           {box.top - heading, box.bottom});
        draw_ties(add_part(root, subjects::Part::arcs), plan, graph, context, frame);
        draw_nodes(add_part(root, subjects::Part::nodes), plan, graph, context, frame);
    });
}

ViewResult draw_by_section(Picture picture) {
    const Context& context = picture.context;
    const Graph& graph = picture.graph;
    const Options& options = picture.options;
    explain(picture.legend, lay_out_slices(graph, options, {}, context).plan, graph, context);
    const Slices slices = lay_out_slices(graph, options, picture.sheet().room(), context);
    return picture.result(slices.plan, size_of(slices),
                          [&](Group& root, Point at) { draw_slices(root, slices, graph, context, at); });
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options) {
    const Graph graph = make_graph(options, context);
    if (graph.empty()) {
        ViewResult result;
        result.diagnostics.push_back(nothing_joined(options.of));
        return result;
    }
    const Typography type = typography(input.theme, input.theme.type.text);
    const Picture picture{input, context, graph, options, type, Legend(context, type.text)};
    if (!options.sections) return draw_line(picture);
    if (!input.story.sections().empty()) return draw_by_section(picture);
    ViewResult result = draw_line(picture);
    result.diagnostics.push_back(make_diagnostic("nothing-to-tell-apart", {},
                                                 "there is to be a diagram for each section, and there are no sections",
                                                 "put events under ‘sections’"));
    return result;
}

}  // namespace

}  // namespace fabula::arc_diagram

namespace fabula {

View arcs_view() {
    return drawing::view_of<arc_diagram::setting_table, arc_diagram::draw>(
        "arcs", "characters or events on one line, what joins them as arcs over and under it");
}

}  // namespace fabula
