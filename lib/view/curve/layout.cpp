// From the story to a Plan: lay_out. Every event has a column of its own, by when it is told, and a row of its own, by
// when it happens. So no two titles can meet, only a title and the curve.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "view/curve/curve.hpp"
#include "view/drawing/event_labels.hpp"

namespace fabula::curves {
namespace {

constexpr std::array patterns{LinePattern::solid, LinePattern::dashed,   LinePattern::dotted,
                              LinePattern::twin,  LinePattern::dash_dot, LinePattern::thick};

/// What an event is of, in words; empty: of nothing.
std::string kind_of(const Event& event, By by, const Context& context) {
    switch (by) {
        case By::nothing:
            return {};
        case By::place:
            return event.place ? context.story.places()[event.place->index].name : std::string();
        case By::character:
            return event.who.empty() ? std::string() : context.story.characters()[event.who.front().index].name;
        case By::reality:
            if (event.truth != Truth::fact) return truth_word(context.wording, event.truth);
            if (event.mode != Mode::present) return mode_word(context.wording, event.mode);
            return context.wording.word("present", "present");
    }
    return {};
}

/// The kinds, those with most events first, equals in the order told.
std::vector<std::string> by_frequency(const std::vector<std::string>& kinds) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> names;
    for (const std::string& kind : kinds) {
        if (!kind.empty() && ++counts[kind] == 1) names.push_back(kind);
    }
    std::ranges::stable_sort(names, std::greater(), [&](const std::string& name) { return counts[name]; });
    return names;
}

/// Finds the kinds that the curve tells apart, those with most events first, and that of each event. Kinds for which no
/// pattern is left are drawn plainly. Cost: O(events * kinds).
void find_categories(Plan& plan, const Context& context) {
    std::vector<std::string> kinds;
    for (const Told& told : plan.telling.events)
        kinds.push_back(kind_of(context.story.events()[told.event], plan.options.by, context));
    std::vector<std::string> names = by_frequency(kinds);
    names.resize(std::min(names.size(), patterns.size()));
    const auto& colours = context.theme.colours.lives;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Colour colour = colours.empty() ? context.theme.colours.life : colours[i % colours.size()];
        plan.categories.push_back({names[i], patterns[i], colour});
    }
    for (const std::string& kind : kinds) {
        const auto found = std::ranges::find(names, kind);
        plan.category_of.push_back(
            kind.empty() || found == names.end() ? SIZE_MAX : static_cast<std::size_t>(found - names.begin()));
    }
}

constexpr std::size_t most_place_rows = 12;
constexpr double axis_distance = 12;  // from the axis of the story to the first column
constexpr double figure_room = 62;    // for the figures of that axis

bool is_timed(const Options& options, const Timetable& timetable) {
    if (timetable.axis == TimeAxis::order) return false;
    return options.story != StoryAxis::order;
}

/// By rank: where events stand, each at least a row below the one before. Where time counts, the more of it passes the
/// further apart they are, up to a few rows.
std::vector<double> spread_rows(const std::vector<double>& times, double row, bool timed) {
    constexpr double share = 0.8;    // of all rows: how much is given to time
    constexpr double most_rows = 5;  // for any pause
    std::vector<double> rows(times.size(), 0);
    const double all = times.back() - times.front();
    const double scale = timed && all > 0 ? share * row * static_cast<double>(times.size()) / all : 0;
    for (std::size_t rank = 1; rank < times.size(); ++rank) {
        const double passed = scale * (times[rank] - times[rank - 1]);
        rows[rank] = rows[rank - 1] + std::clamp(passed, row, most_rows * row);
    }
    return rows;
}

std::vector<double> times_by_rank(const Telling& telling, const Timetable& timetable) {
    std::vector<double> times(telling.events.size());
    for (const Told& told : telling.events)
        times[told.rank] = timetable.events[told.event].start.nominal;
    return times;
}

/// The places with most events, in the order in which the telling first comes to them.
std::vector<PlaceRow> place_rows(const Plan& plan, const Context& context) {
    const Story& story = context.story;
    std::vector<PlaceRow> rows;
    std::vector<std::size_t> events(story.places().size(), 0);
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const auto& at = story.events()[plan.telling.events[place].event].place;
        if (!at) continue;
        ++events[at->index];
        auto row = std::ranges::find(rows, at->index, &PlaceRow::place);
        if (row == rows.end()) row = rows.insert(rows.end(), {.place = at->index, .name = {}, .runs = {}});
        if (!row->runs.empty() && row->runs.back().second + 1 == place) {
            row->runs.back().second = place;
        } else {
            row->runs.emplace_back(place, place);
        }
    }
    if (rows.size() < 2) return {};
    while (rows.size() > most_place_rows)
        rows.erase(std::ranges::min_element(rows, {}, [&](const PlaceRow& row) { return events[row.place]; }));
    return rows;
}

void set_place_names(Plan& plan, const Context& context) {
    constexpr double most_width = 16;  // by the size of the type
    for (PlaceRow& row : plan.place_rows) {
        const TextStyle style{.size = plan.type.text};
        row.name = cut_line(context.measure, context.story.places()[row.place].name, style, most_width * style.size);
    }
}

/// Events told one after another that belong to one section.
struct SectionRun {
    SectionIndex section = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<SectionRun> section_runs(const Plan& plan, const Story& story) {
    std::vector<SectionRun> runs;
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const auto section = story.events()[plan.telling.events[place].event].section;
        if (!section) continue;
        if (runs.empty() || runs.back().section != *section || runs.back().last + 1 != place)
            runs.push_back({*section, place, place});
        runs.back().last = place;
    }
    return runs;
}

/// A plan in type of this size, with steps and rows as large as good, but without titles and notes.
Plan draft(const Options& options, double text, const Context& context) {
    constexpr double longest = 3400;  // points, of a picture that grows
    Plan plan;
    plan.options = options;
    plan.type = typography(context.theme, text);
    plan.telling = make_telling(context.story, context.timetable);
    const auto count = static_cast<double>(plan.telling.events.size());
    plan.step = std::clamp(longest / count, 2.0, 1.7 * plan.type.text);
    plan.times = times_by_rank(plan.telling, context.timetable);
    const double row = std::clamp(longest / count, 1.2, 1.28 * plan.type.text);
    plan.rows = spread_rows(plan.times, row, is_timed(options, context.timetable));
    find_categories(plan, context);
    if (options.places) plan.place_rows = place_rows(plan, context);
    set_place_names(plan, context);
    return plan;
}

void inscribe_within(Plan& plan, double right, const Context& context, bool leaders = false) {
    const double row = plan.type.text;
    inscribe(plan, {-4, -3.4 * row, plan.width() + right, plan.height() + 2 * row}, context, leaders);
}

/// Room to the right of the last event that titles may take, points.
double title_room(const Plan& plan) {
    return plan.options.titles ? 18 * plan.type.text : 2 * plan.type.text;
}

/// Fits columns into the width that is left, and rows into the height, without pulling rows far apart.
void fill(Plan& plan, const Page& room, const Context& context) {
    constexpr double most_stretched = 1.6;
    const double width = std::max(room.width - surroundings(plan, context).left - title_room(plan), 20.0);
    if (plan.telling.events.size() > 1) plan.step = width / static_cast<double>(plan.telling.events.size() - 1);
    plan.step = std::min(plan.step, 40.0);
    const Surroundings round = surroundings(plan, context);  // headings take more lines where columns are narrow
    const double height = std::max(room.height - round.top - round.bottom, 20.0);
    const double stretch = plan.height() > 0 ? std::min(height / plan.height(), most_stretched) : 1;
    for (double& y : plan.rows)
        y *= stretch;
    inscribe_within(plan, title_room(plan), context, true);
}

/// Makes the picture larger until all titles have room or it would be too wide for a sheet.
void give_titles_room(Plan& plan, const Context& context) {
    constexpr double widest = 900;
    constexpr double larger = 1.15;
    while (plan.left_out > 0 && plan.width() * larger < widest) {
        plan.step *= larger;
        for (double& y : plan.rows)
            y *= std::sqrt(larger);
        inscribe_within(plan, title_room(plan) * 1.6, context);
    }
}

bool has_room(const Plan& plan, const Page& room, const Context& context) {
    const Surroundings round = surroundings(plan, context);
    const double least_step = plan.type.text;  // for marks
    const double width = least_step * static_cast<double>(plan.telling.events.size()) + title_room(plan);
    return round.left + width <= room.width && round.top + plan.height() + round.bottom <= room.height;
}

}  // namespace

double place_row_height(const Plan& plan) {
    return 1.35 * plan.type.text;
}

HeadingStyle heading_style(const Plan& plan) {
    return {Direction::right, plan.type.heading, 0};
}

TextLine as_told(const Plan& plan, const Context& context) {
    return context.measure.line(context.wording.word("as-told", "as told"), {.size = plan.type.text, .italic = true});
}

TextLine as_it_happened(const Plan& plan, const Context& context) {
    return context.measure.line(context.wording.word("as-it-happened", "as it happened"),
                                {.size = plan.type.text, .italic = true});
}

SectionBands section_bands(const Plan& plan, const Context& context) {
    std::vector<bool> seen(context.story.sections().size(), false);
    std::vector<SectionBand> bands;
    for (const SectionRun& run : section_runs(plan, context.story)) {
        bands.push_back({.section = run.section,
                         .from = plan.x(run.first) - plan.step / 2,
                         .until = plan.x(run.last) + plan.step / 2,
                         .goes_on = seen[run.section]});
        seen[run.section] = true;
    }
    return arrange_section_bands(std::move(bands), std::nullopt);
}

Surroundings surroundings(const Plan& plan, const Context& context) {
    Surroundings round;
    round.left = axis_distance + 3 + as_it_happened(plan, context).width;
    if (context.timetable.axis != TimeAxis::order) round.left = std::max(round.left, axis_distance + figure_room);
    for (const PlaceRow& row : plan.place_rows)
        round.left = std::max(round.left, row.name.width + axis_distance + 4);
    for (const Inscription& title : plan.titles)
        round.right = std::max(round.right, title.box.right - plan.width());
    round.right = std::max(round.right, 2 * plan.type.text);
    const double heading = heading_depth(section_bands(plan, context), heading_style(plan), context);
    round.top = heading + 5.4 * plan.type.text;
    round.bottom = 2.4 * plan.type.text;
    if (!plan.place_rows.empty())
        round.bottom += static_cast<double>(plan.place_rows.size()) * place_row_height(plan) + plan.type.text;
    return round;
}

double Plan::y_at(double time) const {
    const auto after = std::ranges::lower_bound(times, time);
    if (after == times.begin()) return rows.front();
    if (after == times.end()) return rows.back();
    const auto rank = static_cast<std::size_t>(after - times.begin());
    if (*after == time) return rows[rank];
    return std::lerp(rows[rank - 1], rows[rank], (time - times[rank - 1]) / (times[rank] - times[rank - 1]));
}

std::vector<Point> Plan::points() const {
    std::vector<Point> points;
    for (std::size_t place = 0; place < telling.events.size(); ++place)
        points.push_back(at(place));
    return points;
}

Plan lay_out(const Options& options, const Page& room, const Context& context) {
    if (room.grows()) {
        Plan plan = draft(options, context.theme.type.text, context);
        inscribe_within(plan, title_room(plan) * 1.6, context);
        give_titles_room(plan, context);
        return plan;
    }
    constexpr double step = 0.5;
    const double smallest = context.theme.type.smallest;
    for (double text = context.theme.type.text; text > smallest - step; text -= step) {
        Plan plan = draft(options, std::max(text, smallest), context);
        if (!has_room(plan, room, context) && text - step > smallest - step) continue;
        fill(plan, room, context);
        return plan;
    }
    Plan plan = draft(options, smallest, context);
    fill(plan, room, context);
    return plan;
}

}  // namespace fabula::curves
