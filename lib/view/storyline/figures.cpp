// One pass: figures. JSON is written by hand, for a long story's has some megabytes; ids need no escapes.
#include "view/storyline/figures.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>

#include "source/number.hpp"

namespace fabula::storylines {
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

/// Those who share a scene, and each of the others alone.
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

}  // namespace

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
