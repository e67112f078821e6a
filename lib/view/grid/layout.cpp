// From the story to a Plan: lay_out. First what the columns and rows are, then the text of the cells, in the largest
// type that the room allows.
#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/styles.hpp"
#include "view/grid/grid.hpp"

namespace fabula::grids {
namespace {

/// Threads, where most events belong to one.
By what_columns_are(const Options& options, const Story& story) {
    if (options.by != By::automatic) return options.by;
    const auto threaded = static_cast<std::size_t>(
        std::ranges::count_if(story.events(), [](const Event& each) { return !each.threads.empty(); }));
    return 2 * threaded >= story.events().size() ? By::thread : By::character;
}

/// The columns that an event belongs to, by their place in the story's list.
std::vector<std::size_t> columns_of(const Event& event, By by) {
    std::vector<std::size_t> found;
    const std::vector<Reference>& several = by == By::thread ? event.threads : event.who;
    if (by == By::place) {
        if (event.place) found.push_back(event.place->index);
    } else {
        for (const Reference& each : several)
            found.push_back(each.index);
    }
    return found;
}

std::vector<Column> all_columns(By by, const Context& context) {
    const Story& story = context.story;
    const Colour ink = context.theme.colours.heading;
    std::vector<Column> columns;
    if (by == By::thread) {
        for (const Thread& thread : story.threads())
            columns.push_back({thread.id, thread.name, subjects::Thread{thread.id}, ink, {}});
    } else if (by == By::place) {
        for (const fabula::Place& place : story.places())
            columns.push_back({place.id, place.name, subjects::Place{place.id}, ink, {}});
    } else {
        for (const Character& character : story.characters())
            columns.push_back({character.id, character.name, subjects::Character{character.id}, ink, {}});
    }
    const std::string others = context.wording.word("other-events", "other events");
    columns.push_back({"", others, std::monostate{}, context.theme.colours.quiet, {}});  // those that belong to none
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const std::vector<std::size_t> mine = columns_of(story.events()[e], by);
        for (const std::size_t column : mine)
            columns[column].events.push_back(e);
        if (mine.empty()) columns.back().events.push_back(e);
    }
    return columns;
}

void colour_characters(std::vector<Column>& columns, const Context& context) {
    std::vector<CharacterIndex> characters(context.story.characters().size());
    std::iota(characters.begin(), characters.end(), CharacterIndex{0});
    const std::vector<Colour> colours = colours_of(characters, context.ranking, context.theme);
    for (std::size_t c = 0; c < colours.size(); ++c)
        columns[c].colour = colours[c];
}

/// Those with most events where there is not room for all, in the order of the file.
std::vector<Column> keep_columns(std::vector<Column> columns, std::size_t most) {
    if (columns.size() <= most) return columns;
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t column) { return columns[column].events.size(); });
    order.resize(most);
    std::ranges::sort(order);
    std::vector<Column> kept;
    for (const std::size_t column : order)
        kept.push_back(std::move(columns[column]));
    return kept;
}

/// "3" of "3.12"; empty where the event is not numbered.
std::string chapter_of(const Event& event) {
    return event.told ? event.told->value.substr(0, event.told->value.find('.')) : std::string();
}

std::vector<Row> rows_by_section(const Story& story) {
    std::vector<Row> rows;
    std::map<std::optional<SectionIndex>, std::size_t> row_of;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const auto& section = story.events()[e].section;
        const auto [entry, is_new] = row_of.try_emplace(section, rows.size());
        if (is_new) {
            Row& row = rows.emplace_back();
            if (section) {
                row.title = story.sections()[*section].title;
                row.subject = subjects::Section{story.sections()[*section].id};
            }
        }
        rows[entry->second].events.push_back(e);
    }
    return rows;
}

/// Chapters in the order of the telling; events without a number stand in a row of their own at the end.
std::vector<Row> rows_by_chapter(const Story& story, const Wording& wording) {
    std::vector<Row> rows;
    std::map<std::string, std::size_t> row_of;
    std::vector<EventIndex> order = story.told();
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        if (std::ranges::find(story.told(), e) == story.told().end()) order.push_back(e);
    }
    std::stable_partition(order.begin(), order.end(),
                          [&](EventIndex e) { return !chapter_of(story.events()[e]).empty(); });
    for (const EventIndex e : order) {
        const std::string chapter = chapter_of(story.events()[e]);
        const auto [entry, is_new] = row_of.try_emplace(chapter, rows.size());
        if (is_new) {
            Row& row = rows.emplace_back();
            if (!chapter.empty()) row.title = wording.word("chapter", "chapter") + " " + chapter;
        }
        rows[entry->second].events.push_back(e);
    }
    return rows;
}

std::vector<Row> rows_of(const Options& options, const Context& context) {
    const bool by_section =
        options.rows == Rows::section || (options.rows == Rows::automatic && !context.story.sections().empty());
    return by_section ? rows_by_section(context.story) : rows_by_chapter(context.story, context.wording);
}

/// What a cell says of an event that another column tells in full: its name.
Block name_block(EventIndex e, const Plan& plan, const Context& context, double width) {
    const Event& event = context.story.events()[e];
    Block block;
    append_paragraph(
        block, context.measure.wrap(name_of(event, context.story, context.wording), {.size = plan.type.text}, width),
        context.theme.colours.quiet);
    return block;
}

/// The text of all cells, and how high the rows are with it.
void set_cells(Plan& plan, const Context& context) {
    Typography type = plan.type;
    type.label_width = plan.column_width - plan.mark_room;
    const EventLabels labels(
        context.story, context.timetable, context.theme.colours, context.wording,
        {.notes = plan.options.notes, .dates = plan.options.dates, .names = plan.by != By::character});
    std::vector<bool> said(context.story.events().size(), false);
    for (Row& row : plan.rows) {
        row.cells.assign(plan.columns.size(), {});
        row.heading =
            context.measure.wrap(row.title, {.size = plan.type.heading, .weight = Weight::bold}, plan.heading_width);
        double height = row.heading.height;
        for (std::size_t c = 0; c < plan.columns.size(); ++c) {
            const std::vector<EventIndex>& events = plan.columns[c].events;
            double y = 0;
            for (const EventIndex e : row.events) {
                if (plan.left_out[e] || !std::ranges::binary_search(events, e)) continue;
                Entry entry{.event = e, .repeated = said[e], .block = {}, .top = y};
                said[e] = true;
                entry.block = entry.repeated ? name_block(e, plan, context, type.label_width)
                                             : labels.set(e, type, context.measure);
                // A numbered mark is higher than the line that it stands before.
                const bool numbered = context.story.events()[e].milestone && !entry.repeated;
                const double more = numbered ? std::max(1.5 * plan.mark_radius - plan.type.text * 0.5, 0.0) : 0;
                entry.top += more;
                y += entry.block.height + plan.type.text * 0.5 + 1.5 * more;
                row.cells[c].push_back(std::move(entry));
            }
            if (y > 0) height = std::max(height, y - plan.type.text * 0.5);
        }
        row.height = height + 2 * row_air;
    }
}

void stack_rows(Plan& plan) {
    double y = plan.names_height;
    for (Row& row : plan.rows) {
        row.top = y;
        y += row.height;
    }
    plan.height = y;
    plan.width = plan.columns.empty() ? plan.heading_width : plan.left_of(plan.columns.size() - 1) + plan.column_width;
}

void set_names(Plan& plan, const Context& context) {
    plan.names.clear();
    double height = 0;
    for (const Column& column : plan.columns) {
        plan.names.push_back(context.measure.wrap(column.name, {.size = plan.type.heading, .weight = Weight::bold},
                                                  plan.column_width, 3));
        height = std::max(height, plan.names.back().height);
    }
    plan.names_height = height + row_air;
}

/// The table in type of a size without the events that are `left_out`, in a width; where that is 0, as wide as good.
Plan plan_in(const Options& options, double text, double width, std::vector<bool> left_out, const Context& context) {
    Plan plan;
    plan.options = options;
    plan.left_out = std::move(left_out);
    plan.type = typography(context.theme, text);
    plan.gap = 1.6 * text;
    const bool milestones =
        std::ranges::any_of(context.story.events(), [](const Event& e) { return e.milestone.has_value(); });
    plan.mark_radius = milestones ? milestone_radius(context.theme, text) : context.theme.marks.event;
    plan.mark_room = 2 * plan.mark_radius + 0.6 * text;
    plan.rows = rows_of(options, context);
    const bool titled = std::ranges::any_of(plan.rows, [](const Row& row) { return !row.title.empty(); });
    plan.heading_width = titled ? 0.85 * plan.type.label_width : 0;
    plan.by = what_columns_are(options, context.story);
    std::vector<Column> columns = all_columns(plan.by, context);
    if (plan.by == By::character) colour_characters(columns, context);
    std::erase_if(columns, [](const Column& column) { return column.events.empty(); });
    const std::size_t used = columns.size();
    std::erase_if(columns, [&](const Column& column) {
        return std::ranges::all_of(column.events, [&](EventIndex e) { return plan.left_out[e]; });
    });
    const double least = 8 * text + plan.mark_room;
    const double usual = plan.type.label_width + plan.mark_room;
    std::size_t most = std::max<std::size_t>(columns.size(), 1);
    if (width > 0) {
        const double across = width - plan.heading_width;
        most = std::min(most, static_cast<std::size_t>(std::max(across / (least + plan.gap), 1.0)));
        plan.column_width = std::max(across / static_cast<double>(most) - plan.gap, least);
    } else {
        plan.column_width = usual;
    }
    plan.columns = keep_columns(std::move(columns), most);
    plan.columns_left_out = used - plan.columns.size();
    set_names(plan, context);
    set_cells(plan, context);
    stack_rows(plan);
    return plan;
}

/// Which events are among the first `count` of `order`.
std::vector<bool> first_of(const std::vector<EventIndex>& order, std::size_t count) {
    std::vector<bool> left_out(order.size(), false);
    for (std::size_t i = 0; i < count; ++i)
        left_out[order[i]] = true;
    return left_out;
}

/// The table in a room that is too low for it: as few events as possible are left out, the least important first.
Plan shortened(const Options& options, double text, const Page& room, const Context& context) {
    std::vector<EventIndex> order(context.story.events().size());
    std::iota(order.begin(), order.end(), EventIndex{0});
    std::ranges::stable_sort(order, {}, [&](EventIndex e) { return context.ranking.events[e]; });
    std::size_t too_few = 0;
    std::size_t enough = order.size();
    while (too_few + 1 < enough) {
        const std::size_t count = std::midpoint(too_few, enough);
        const Plan attempt = plan_in(options, text, room.width, first_of(order, count), context);
        (attempt.height <= room.height ? enough : too_few) = count;
    }
    return plan_in(options, text, room.width, first_of(order, enough), context);
}

}  // namespace

Plan lay_out(const Options& options, const Page& room, const Context& context) {
    const double largest = context.theme.type.text;
    const std::vector<bool> nothing(context.story.events().size(), false);
    if (room.grows()) return plan_in(options, largest, 0, nothing, context);
    constexpr double step = 0.94;
    double text = largest;
    Plan plan = plan_in(options, text, room.width, nothing, context);
    while ((plan.height > room.height || plan.columns_left_out > 0) && text > context.theme.type.smallest) {
        text = std::max(text * step, context.theme.type.smallest);
        plan = plan_in(options, text, room.width, nothing, context);
    }
    return plan.height > room.height ? shortened(options, text, room, context) : plan;
}

}  // namespace fabula::grids
