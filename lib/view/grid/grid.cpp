// The view `grid`: sections or chapters down, threads, characters or places across, what happens in the cells. Its
// passes, in order: lay_out, then the drawing passes below.
#include "view/grid/grid.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "source/findings.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/json_text.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/view_driver.hpp"

namespace fabula::grids {
namespace {

const SettingTable<Options>& setting_table() {
    static const SettingTable<Options> table({
        setting("grid.by", &Options::by, {"auto", "thread", "character", "place"},
                "what the columns are; auto: threads where most events belong to one, else characters"),
        setting("grid.rows", &Options::rows, {"auto", "section", "chapter"},
                "what the rows are; auto: sections where the story has them, else chapters as ‘told’ counts them"),
        setting("grid.dates", &Options::dates, "the dates of events over their titles"),
        setting("grid.notes", &Options::notes, "the texts of events under their titles"),
        setting("grid.legend", &Options::legend, "what the marks mean"),
    });
    return table;
}

void draw_rule(Group& group, Point from, double width, double stroke, Colour colour) {
    Path rule = line(from, {from.x + width, from.y});
    rule.stroke = Stroke{.colour = colour, .width = stroke, .dash = {}};
    add_path(group, std::move(rule));
}

void draw_lines(Group& group, const Paragraph& text, Point at, double width, Colour colour) {
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        const double indent = text.right_to_left ? width - text.lines[i].width : 0;
        draw_text(group, text.lines[i],
                  {at.x + indent, at.y + text.first_baseline + static_cast<double>(i) * text.leading}, colour);
    }
}

/// The names of columns over a rule, their last lines on one baseline.
void draw_names(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& group = add_group(parent, subjects::Part::names);
    for (std::size_t c = 0; c < plan.columns.size(); ++c) {
        const Column& column = plan.columns[c];
        Group& name = add_group(group, column.subject, column.name);
        const double top = origin.y + plan.names_height - plan.names[c].height - 3;
        draw_lines(name, plan.names[c], {origin.x + plan.left_of(c), top}, plan.column_width, column.colour);
    }
    draw_rule(group, {origin.x, origin.y + plan.names_height}, plan.width, context.theme.strokes.event,
              context.theme.colours.ink);
}

void draw_headings(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& group = add_group(parent, subjects::Part::sections);
    for (const Row& row : plan.rows) {
        const double top = origin.y + row.top;
        if (&row != &plan.rows.front()) {
            draw_rule(group, {origin.x, top}, plan.width, context.theme.strokes.structure,
                      context.theme.colours.structure);
        }
        if (row.title.empty()) continue;
        Group& heading = add_group(group, row.subject, row.title);
        draw_lines(heading, row.heading, {origin.x, top + row_air}, plan.heading_width, context.theme.colours.heading);
    }
}

/// The middle of the small letters of the line that the title of an event begins with.
double mark_height(const Entry& entry, const Plan& plan) {
    return entry.block.lines.front().baseline - 0.25 * plan.type.text;
}

void draw_entry(Group& parent, const Entry& entry, const Column& column, const Plan& plan, const Context& context,
                Point at) {
    const Event& event = context.story.events()[entry.event];
    const auto subject = subject_of(event);
    Group& group = add_group(parent, subject, name_of(event, context.story, context.wording), event.text);
    group.is_addressed = !entry.repeated;
    const Point text{at.x + plan.mark_room, at.y + entry.top};
    const Point mark{at.x + plan.mark_radius, text.y + mark_height(entry, plan)};
    const Colour colour = column.id.empty() ? context.theme.colours.ink : column.colour;
    if (entry.repeated) {
        draw_mention(group, mark, colour, context.theme);
    } else if (event.milestone) {
        const MilestoneKind& kind = context.story.milestones()[event.milestone->kind.index];
        const auto& number = event.milestone->number;
        draw_milestone(group, kind, number ? std::optional(number->value) : std::nullopt, mark, colour, plan.type.text,
                       context.theme, context.measure);
    } else {
        draw_mark(group, mark_shape(event, context.theme), mark, colour, context.theme);
    }
    draw_block(group, entry.block, text);
}

void draw_cells(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& group = add_group(parent, subjects::Part::events);
    for (const Row& row : plan.rows) {
        for (std::size_t c = 0; c < plan.columns.size(); ++c) {
            for (const Entry& entry : row.cells[c]) {
                draw_entry(group, entry, plan.columns[c], plan, context,
                           {origin.x + plan.left_of(c), origin.y + row.top + row_air});
            }
        }
    }
}

std::size_t titles_left_out_of(const Plan& plan) {
    return static_cast<std::size_t>(std::ranges::count(plan.left_out, true));
}

std::string_view word_of(By by) {
    switch (by) {
        case By::thread:
            return "thread";
        case By::place:
            return "place";
        case By::automatic:
        case By::character:
            break;
    }
    return "character";
}

std::string figures(const Plan& plan, const Story& story) {
    using Json = nlohmann::ordered_json;
    Json json{{"view", "grid"}, {"by", word_of(plan.by)}};
    json["columns"] = Json::array();
    for (const Column& column : plan.columns)
        json["columns"].push_back(column.id);
    json["rows"] = Json::array();
    for (const Row& row : plan.rows) {
        Json cells = Json::array();
        for (const std::vector<Entry>& cell : row.cells) {
            Json ids = Json::array();
            for (const Entry& entry : cell)
                ids.push_back(story.events()[entry.event].id);
            cells.push_back(std::move(ids));
        }
        json["rows"].push_back({{"title", row.title}, {"cells", std::move(cells)}});
    }
    json["columns_left_out"] = plan.columns_left_out;
    json["titles_left_out"] = titles_left_out_of(plan);
    return json_text(json);
}

Diagnostics what_was_left_out(const Plan& plan, bool fits) {
    Diagnostics diagnostics;
    if (plan.columns_left_out > 0) {
        diagnostics.push_back(make_diagnostic(
            "columns-left-out", {},
            fmt::format("the page is too small for this story: {} columns were left out, with what only they have",
                        plan.columns_left_out),
            "take a larger --page, or --page auto"));
    }
    append(diagnostics, warnings_of({.titles = titles_left_out_of(plan),
                                     .events = plan.left_out.size(),
                                     .fits = fits,
                                     .picture = "the grid of this story"}));
    return diagnostics;
}

void explain(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<EventIndex> events;
    bool repeated = false;
    for (const Row& row : plan.rows) {
        for (const std::vector<Entry>& cell : row.cells) {
            for (const Entry& entry : cell) {
                events.push_back(entry.event);
                repeated = repeated || entry.repeated;
            }
        }
    }
    legend.explain_events(events, {.cast = plan.by == By::character, .sections = true});
    if (!repeated) return;
    legend.explain(
        context.wording.word("also-here", "told in full in another column"),
        [&context](Group& group, Point at) { draw_mention(group, at, context.theme.colours.life, context.theme); });
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options) {
    const Typography type = typography(input.theme, input.theme.type.text);
    Legend legend(context, type.text);
    explain(legend, lay_out(options, {}, context), context);
    const Sheet sheet(context, type, options.legend ? &legend : nullptr, input.page);
    const Plan plan = lay_out(options, sheet.room(), context);
    const Page picture{plan.width, plan.height};
    ViewResult result;
    result.scene = sheet.make("grid", picture, [&](Group& root, Point at) {
        draw_names(root, plan, context, at);
        draw_headings(root, plan, context, at);
        draw_cells(root, plan, context, at);
    });
    result.diagnostics = what_was_left_out(plan, sheet.fits(picture));
    result.figures = figures(plan, input.story);
    return result;
}

}  // namespace
}  // namespace fabula::grids

namespace fabula {

View grid_view() {
    return drawing::view_of<grids::setting_table, grids::draw>(
        "grid", "a table of the plot: sections or chapters down, threads, characters or places across");
}

}  // namespace fabula
