// The view `storyline`: a line for each character, which runs together with others in the scenes they share. Its steps,
// in order: make_plot, make_problem, order_lines, take_page, fit (which cuts rows, arranges containers, spreads steps
// and labels along x, and assigns heights), then PlanSheet, which draws. Then come the figures.

#include "view/storyline/storyline.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "source/number.hpp"
#include "view/drawing/set_aside.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/styles.hpp"
#include "view/drawing/view_driver.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

/// By character: a colour of its own if it matters enough.
std::vector<Colour> colours_by_character(const Context& context) {
    std::vector<CharacterIndex> characters;
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c)
        characters.push_back(c);
    return colours_of(characters, context.ranking, context.theme);
}

Diagnostic nobody_takes_part(const Story& story) {
    const bool nobody = story.characters().empty();
    return make_diagnostic("no-characters", story.events().front().span,
                           nobody ? "a storyline needs characters, and this story has none"
                                  : "a storyline needs scenes, and no character takes part in any event",
                           nobody ? "name them under ‘characters’, and who is there with ‘who’ in each event"
                                  : "say with ‘who’ in each event who is there");
}

/// The number of events of the picture.
std::size_t number_of_events(const Plan& plan, const Context& context) {
    std::size_t events = 0;
    for (EventIndex e = 0; e < context.story.events().size(); ++e)
        events += context.shown.event(e) && is_drawn(plan, e, context.story) ? 1U : 0U;
    return events;
}

storyline::Ordering order(const Plot& plot, const Story& story, const Options& options) {
    const storyline::Problem problem = make_problem(plot.steps, story, options.bands);
    return order_lines(problem, options.budget ? storyline::Effort{*options.budget} : usual_effort(problem));
}

/// An order has as many crossings upside down. Chooses the one of the two in which the most important line is above
/// more others.
void put_leading_line_on_top(storyline::Orders& orders, const std::vector<Importance>& importance) {
    const auto leading = static_cast<storyline::Line>(std::ranges::min_element(importance) - importance.begin());
    std::int64_t below = 0;  // lines above it minus lines below it, in all steps
    for (const Lines& order : orders) {
        const auto at = std::ranges::find(order, leading);
        if (at != order.end()) below += (at - order.begin()) - (order.end() - at - 1);
    }
    if (below > 0) std::ranges::for_each(orders, [](Lines& order) { std::ranges::reverse(order); });
}

/// The steps of a story and the order of its lines.
struct WholePlot {
    Plot plot;
    storyline::Ordering ordering;
};

WholePlot arrange_row(const ViewInput& input, const Options& options, const Shown& shown,
                      const std::vector<Importance>& importance, const Kept& kept = {}) {
    WholePlot whole{make_plot(input.story, input.timetable, options, kept), {}};
    if (whole.plot.steps.empty()) return whole;
    keep_told(whole.plot, options, shown);
    whole.ordering = order(whole.plot, input.story, options);
    put_leading_line_on_top(whole.ordering.orders, importance);
    return whole;
}

/// The plot that all pages share, arranged when the first of them asks for it. Thread-safe.
class SharedPlot {
public:
    SharedPlot(const ViewInput& input, const Options& options) : input_(input), options_(options) {}

    [[nodiscard]] const WholePlot& get() {
        std::call_once(once_, [this] {
            plot_ = arrange_row(input_, options_, {}, importance_of_lines(ranking_of(input_.story)));
        });
        return plot_;
    }

private:
    ViewInput input_;
    Options options_;
    std::once_flag once_;
    WholePlot plot_;
};

/// In the order of telling each page has a plot of its own.
std::unique_ptr<SharedPlot> plot_of_all_pages(const ViewInput& input, const Options& options) {
    return options.axis == Axis::told ? nullptr : std::make_unique<SharedPlot>(input, options);
}

/// The places of times in each row; rows in the order of telling have no axis of time.
std::vector<TimeRow> times_of_rows(const Plan& plan, const std::vector<Point>& origins) {
    std::vector<TimeRow> rows;
    if (plan.options.axis == Axis::told) return rows;
    for (std::size_t r = 0; r < plan.rows.size(); ++r) {
        const Row& row = plan.rows[r];
        std::vector<SharedAxis::Knot> knots;
        for (std::size_t t = 0; t < row.steps.size(); ++t)
            knots.push_back({row.steps[t].from, origins[r].x + row.placement.columns[t].from});
        rows.push_back(row_of(std::move(knots)));
        rows.back().from = origins[r].y - plan.row_distance / 2;
        rows.back().until = origins[r].y + row.assignment.height() + plan.row_distance / 2;
    }
    return rows;
}

/// The lines and scenes that are kept, in a good order, before anything has a place.
Plan plan_of(const ViewInput& input, const Context& context, const Options& options, Kept kept,
             SharedPlot* shared = nullptr) {
    Plan plan;
    plan.options = options;
    plan.importance = importance_of_lines(context.ranking);
    WholePlot whole = shared != nullptr && kept.is_all()
                          ? shared->get()
                          : arrange_row(input, options, context.shown, plan.importance, kept);
    plan.plot = std::move(whole.plot);
    plan.ordering = std::move(whole.ordering);
    plan.kept = std::move(kept);
    if (!plan.plot.steps.empty()) take_page(plan, input.story, context.shown);
    plan.colours = colours_by_character(context);
    return plan;
}

/// For an order that only shows how much room there is.
Options with_little_effort(Options options) {
    constexpr std::int64_t little = 300'000;
    options.budget = little;
    return options;
}

/// By index: whether it is among the `count` weightiest.
std::vector<bool> weightiest(const std::vector<double>& weights, std::size_t count) {
    std::vector<bool> are(weights.size(), false);
    const std::vector<std::size_t> order = by_importance(weights);
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i)
        are[order[i]] = true;
    return are;
}

/// What a page has room for, with the titles of the weightier half of its events: first the characters who matter least
/// give way, and where only a few are left the events that matter least as well.
Kept what_has_room(const ViewInput& input, const Context& context, const Options& options) {
    constexpr std::size_t few_lines = 10;
    constexpr std::size_t fewest_lines = 2;
    constexpr std::size_t fewest_events = 4;
    const auto has_room_for = [&](const Kept& kept) {
        Plan plan = plan_of(input, context, with_little_effort(options), kept);
        return plan.plot.steps.empty() || has_room(plan, context, input.page);
    };
    Kept kept;
    std::size_t lines = input.story.characters().size();
    std::size_t events = input.story.events().size();
    if (events <= fewest_events || has_room_for(kept)) return kept;
    while (events > fewest_events) {
        if (lines <= few_lines) {
            events = events * 4 / 5;
            kept.events = weightiest(context.ranking.events, events);
        }
        const std::size_t fewer = lines > few_lines ? lines * 4 / 5 : lines - 1;
        if (lines > fewest_lines) {
            lines = fewer;
            kept.characters = weightiest(context.ranking.characters, lines);
        }
        if (has_room_for(kept)) return kept;
    }
    return kept;
}

bool is_within_page(const Plan& plan, const Context& context, const Page& page) {
    return PlanSheet(plan, context, page).fits();
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options,
                const std::unique_ptr<SharedPlot>& shared) {
    const bool is_one_page = !input.page.grows() && context.shown.stretch == nullptr;
    const Kept kept = is_one_page ? what_has_room(input, context, options) : Kept{};
    Plan plan = plan_of(input, context, options, kept, shared.get());
    if (plan.plot.steps.empty()) return {.scene = {}, .diagnostics = {nobody_takes_part(input.story)}, .figures = {}};
    fit(plan, context, input.page);
    if (is_one_page &&
        !is_within_page(plan, context, input.page)) {  // the order with which it had room has more crossings
        Plan roomy = plan_of(input, context, with_little_effort(options), kept);
        fit(roomy, context, input.page);
        if (is_within_page(roomy, context, input.page)) plan = std::move(roomy);
    }
    ViewResult result;
    result.cramped = plan.cramped;
    if (plan.cramped) return result;
    const PlanSheet sheet(plan, context, input.page);
    result.scene = sheet.draw();
    result.diagnostics =
        warnings_of({.characters = static_cast<std::size_t>(std::ranges::count(plan.kept.characters, false)),
                     .left_out_events = static_cast<std::size_t>(std::ranges::count(plan.kept.events, false)),
                     .titles = plan.left_out,
                     .events = number_of_events(plan, context),
                     .fits = sheet.fits(),
                     .picture = "the lines of this story"});
    result.cramped = context.shown.stretch != nullptr && !result.diagnostics.empty();
    result.figures = figures(plan, sheet.origins(), input.story);
    result.place_in_time = place_in_rows(times_of_rows(plan, sheet.origins()), Direction::right);
    return result;
}

}  // namespace

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

// JSON is written by hand, for that of a long story has some megabytes. Ids need no escapes.

namespace {

void append_id(std::string& json, std::string_view id) {
    if (json.back() != '[') json += ", ";
    json += '"';
    json += id;
    json += '"';
}

void append_ids(std::string& json, const Lines& lines, const Story& story) {
    json += '[';
    for (const Line line : lines)
        append_id(json, story.characters()[line].id);
    json += ']';
}

/// Groups of lines: those that share a scene, and each of the others alone.
void append_groups(std::string& json, const StoryStep& step, const Lines& order, const Story& story) {
    std::vector<const SceneInStep*> scene_of(story.characters().size(), nullptr);
    for (const SceneInStep& scene : step.scenes) {
        for (const Line line : scene.members)
            scene_of[line] = &scene;
    }
    json += '[';
    const SceneInStep* before = nullptr;
    for (const Line line : order) {
        const SceneInStep* scene = scene_of[line];
        if (scene != nullptr && scene == before) continue;
        before = scene;
        if (json.back() != '[') json += ", ";
        append_ids(json, scene != nullptr ? scene->members : Lines{line}, story);
    }
    json += ']';
}

void append_numbers(std::string& json, std::initializer_list<double> values) {
    json += '[';
    for (const double value : values)
        json += (json.back() == '[' ? "" : ", ") + number(value, 2);
    json += ']';
}

void append_step(std::string& json, std::size_t t, const Row& row, std::size_t r, Point origin, const Story& story) {
    const StoryStep& step = row.steps[t];
    json += "    {\"order\": ";
    append_ids(json, row.orders[t], story);
    json += ", \"groups\": ";
    append_groups(json, step, row.orders[t], story);
    json += ", \"events\": [";
    for (const SceneInStep& scene : step.scenes)
        append_id(json, story.events()[scene.event].id);
    json += fmt::format("], \"time\": [{}, {}], \"row\": {}, \"x\": ", exact_number(step.from),
                        exact_number(step.until), r);
    const Column& column = row.placement.columns[t];
    append_numbers(json, {origin.x + column.from, origin.x + column.until});
    json += ", \"y\": [";
    for (const Standing& standing : row.arrangement.steps[t])
        json += (json.back() == '[' ? "" : ", ") + number(origin.y + row.assignment.at(standing.place), 3);
    json += "]}";
}

void append_steps(std::string& json, const Plan& plan, const std::vector<Point>& origins, const Story& story) {
    for (std::size_t r = 0; r < plan.rows.size(); ++r) {
        const Row& row = plan.rows[r];
        for (std::size_t t = row.continues ? 1 : 0; t < row.steps.size(); ++t) {
            append_step(json, t, row, r, origins[r], story);
            const bool last = r + 1 == plan.rows.size() && t + 1 == row.steps.size();
            json += last ? "\n" : ",\n";
        }
    }
}

/// What the bends of a picture cost, by the measures of the field (Dobler et al. 2025), points.
struct WiggleFigures {
    std::size_t count = 0;  ///< places where a line leaves the horizontal
    double linear = 0;      ///< the sum of all rises and falls
    double quadratic = 0;   ///< the sum of their squares
};

WiggleFigures wiggles_of(const Plan& plan) {
    WiggleFigures figures;
    std::vector<double> before(plan.colours.size(), 0);
    for (const Row& row : plan.rows) {
        for (std::size_t t = 0; t < row.steps.size(); ++t) {
            for (const Standing& standing : row.arrangement.steps[t]) {
                const double height = row.assignment.at(standing.place);
                const double rise = std::abs(height - before[standing.line]);
                before[standing.line] = height;
                const bool went_on = t > 0 && std::ranges::binary_search(row.steps[t - 1].present, standing.line);
                if (!went_on || rise == 0) continue;
                ++figures.count;
                figures.linear += rise;
                figures.quadratic += rise * rise;
            }
        }
    }
    return figures;
}

/// The area of the rows that lines do not need to keep their distances, square points.
double empty_area_of(const Plan& plan) {
    double area = 0;
    for (const Row& row : plan.rows) {
        for (std::size_t t = 0; t < row.steps.size(); ++t) {
            const auto& columns = row.placement.columns;
            const double width =
                (t + 1 < columns.size() ? columns[t + 1].flat_from : row.length()) - columns[t].flat_from;
            const double needed = static_cast<double>(row.steps[t].present.size()) * plan.measures.scene_gap;
            area += width * std::max(row.assignment.height() - needed, 0.0);
        }
    }
    return area;
}

}  // namespace

std::string figures(const Plan& plan, const std::vector<Point>& origins, const Story& story) {
    std::string json = "{\n  \"view\": \"storyline\",\n  \"characters\": [";
    for (const Character& character : story.characters())
        append_id(json, character.id);
    json += "],\n  \"steps\": [\n";
    append_steps(json, plan, origins, story);
    const storyline::Ordering& ordering = plan.ordering;
    json += fmt::format("  ],\n  \"crossings\": {},\n  \"lower_bound\": {},\n  \"optimal\": {},\n  \"gap\": {},\n",
                        ordering.crossings, ordering.lower_bound, ordering.optimal,
                        ordering.crossings - ordering.lower_bound);
    const WiggleFigures wiggles = wiggles_of(plan);
    double height = 0;
    for (const Row& row : plan.rows)
        height += row.assignment.height();
    json += fmt::format("  \"wiggles\": {},\n  \"linear_wiggle_height\": {},\n  \"quadratic_wiggle_height\": {},\n",
                        wiggles.count, number(wiggles.linear, 3), number(wiggles.quadratic, 3));
    json += fmt::format("  \"rows\": {},\n  \"height\": {},\n  \"empty_area\": {}\n}}", plan.rows.size(),
                        number(height, 3), number(empty_area_of(plan), 0));
    return json;
}

}  // namespace fabula::storylines

namespace fabula {

View storyline_view() {
    return drawing::flowing_view_of<storylines::setting_table, storylines::draw, storylines::plot_of_all_pages>(
        "storyline", "a line for each character, which runs together with others in the scenes they share");
}

}  // namespace fabula
