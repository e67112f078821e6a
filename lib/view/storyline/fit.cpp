// The size of type (fit), and the number of rows and where the story is cut into them (choose_breaks, cut_rows). These
// are the only free quantities of a layout.

#include <algorithm>
#include <cmath>

#include "view/drawing/event_labels.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

constexpr double least_row_distance = 13;
constexpr double proportion = 1.6;  // width by height of a sheet on a wall

/// The number of rows that brings a picture, which has this length and height in one row, closest to the proportions of
/// a sheet.
std::size_t good_number_of_rows(double length, double height) {
    constexpr double widest = 3;    // one row of up to this proportion is better than two
    constexpr double a_page = 900;  // points: what is no longer than the width of a page is one row
    if (length < std::max(widest * height, a_page)) return 1;
    return static_cast<std::size_t>(std::max(1.0, std::round(std::sqrt(length / height / proportion))));
}

/// The average number of lines in a step.
double mean_lines(const Plot& plot) {
    std::size_t lines = 0;
    for (const StoryStep& step : plot.steps)
        lines += step.present.size();
    return static_cast<double>(lines) / static_cast<double>(plot.steps.size());
}

/// The approximate height of a row with its lines, the titles between them and what stands over it.
double rough_height(const Plan& plan) {
    return 1.3 * mean_lines(plan.plot) * plan.measures.scene_gap + 10 * plan.type.text;
}

/// Lines have the same distance within a scene and outside, so that they need not bend where a scene begins or ends.
/// `room` is added to that distance, points.
Measures measures_for(const Typography& type, double room) {
    const auto rounded = [](double points) { return static_cast<double>(to_units(points)) * height_unit; };
    Measures measures;
    measures.line_reach = rounded(type.heading * 0.42);
    measures.pad = measures.line_reach;
    measures.clearance = rounded(measures.clearance + room);
    measures.scene_gap = 2 * measures.line_reach + measures.clearance;
    return measures;
}

void set_size(Plan& plan, const Theme& theme, double text, double room = 0) {
    plan.type = typography(theme, text);
    plan.type.label_width *= 0.72;
    plan.measures = measures_for(plan.type, room);
}

/// Everything in one row, spread roughly.
struct Whole {
    Row row;
    Pace pace;
};

Whole in_one_row(Plan& plan, const Context& context) {
    Row row = std::move(cut_rows(plan, {}).front());
    spread_roughly(row, plan, Pace(), context);
    const Pace pace(row, plan.options.axis, context.timetable);
    spread_roughly(row, plan, pace, context);
    return {std::move(row), pace};
}

void lay_out_in(Plan& plan, const Whole& whole, std::size_t rows, double evenness, const Context& context) {
    plan.rows = cut_rows(plan, choose_breaks(whole.row, context.story, rows, evenness));
    lay_out(plan, whole.pace, context);
}

void fit_growing(Plan& plan, const Context& context) {
    constexpr double evenness = 4;
    const double room = std::clamp(3 - 0.3 * mean_lines(plan.plot), 0.0, 2.0);  // few lines may bend further
    set_size(plan, context.theme, context.theme.type.text, room);
    const Whole whole = in_one_row(plan, context);
    const std::size_t rows = good_number_of_rows(whole.row.length(), rough_height(plan));
    lay_out_in(plan, whole, rows, evenness, context);
    if (rows == 1) return;
    const Page size = PlanSheet(plan, context, {}).size();
    const double better = std::round(static_cast<double>(rows) * std::sqrt(size.width / size.height / proportion));
    if (std::abs(better - static_cast<double>(rows)) < 0.2 * static_cast<double>(rows)) return;
    lay_out_in(plan, whole, static_cast<std::size_t>(std::max(2.0, better)), evenness, context);
}

/// Lays the story out in as few rows as the width of the page allows; returns whether its height allows them, too.
bool fits(Plan& plan, const Context& context, const Page& page) {
    constexpr double evenness = 60;
    const Whole whole = in_one_row(plan, context);
    const double content = page.width - 2 * context.theme.spacing.margin;
    auto rows = static_cast<std::size_t>(std::max(1.0, std::floor(whole.row.length() / content)));
    const auto most = std::min<std::size_t>(whole.row.steps.size(), 2 * rows + 6);
    for (; rows <= most; ++rows) {
        lay_out_in(plan, whole, rows, evenness, context);
        const Page size = PlanSheet(plan, context, {}).size();
        if (size.height > page.height) return false;
        if (size.width <= page.width) return true;
    }
    return false;
}

/// Distributes the room that is left on the page.
void fill(Plan& plan, const Context& context, const Page& page) {
    const Page size = PlanSheet(plan, context, {}).size();
    double longest = 0;
    for (const Row& row : plan.rows)
        longest = std::max(longest, row.length());
    for (Row& row : plan.rows) {
        if (!is_true_to_time(plan.options.axis) && row.length() > longest / 2)
            stretch(row, row.length() + page.width - size.width, plan.measures);
    }
    if (plan.rows.size() < 2) return;
    constexpr double most = 60;
    const double spare = (page.height - size.height) / static_cast<double>(plan.rows.size() - 1);
    plan.row_distance += std::clamp(spare, 0.0, most);
}

/// The events of the page, the most important first.
std::vector<EventIndex> by_weight(const Plan& plan, const Context& context) {
    std::vector<EventIndex> order = by_importance(context.ranking.events);
    std::erase_if(order, [&](EventIndex e) { return !context.shown.event(e) || !is_drawn(plan, e, context.story); });
    return order;
}

/// Leaves out titles for which there is no room: starting from none, a few at a time are added if the picture then
/// still fits, those of the most important events first.
void fit_titles(Plan& plan, const Context& context, const Page& page) {
    constexpr std::size_t rounds = 40;
    const std::vector<EventIndex> order = by_weight(plan, context);
    const std::size_t at_a_time = std::max<std::size_t>(1, order.size() / rounds);
    plan.titled.assign(context.story.events().size(), false);
    plan.left_out = order.size();
    if (!fits(plan, context, page)) return;
    for (std::size_t from = 0; from < order.size(); from += at_a_time) {
        const std::size_t until = std::min(from + at_a_time, order.size());
        std::vector<bool> with_more = plan.titled;
        for (std::size_t i = from; i < until; ++i)
            with_more[order[i]] = true;
        plan.titled.swap(with_more);
        if (fits(plan, context, page)) {
            plan.left_out -= until - from;
        } else {
            plan.titled.swap(with_more);
        }
    }
    if (fits(plan, context, page)) fill(plan, context, page);
}

void fit_page(Plan& plan, const Context& context, const Page& page) {
    plan.row_distance = least_row_distance;
    constexpr double step = 0.5;
    const double smallest = context.theme.type.smallest;
    if (context.shown.is_trial()) {  // what has no room in the smallest type has none at all
        set_size(plan, context.theme, smallest, 0);
        plan.cramped = !fits(plan, context, page);
        if (!plan.cramped) fill(plan, context, page);
        return;
    }
    const bool is_reduced = !plan.kept.is_all();  // in larger type there is no room anyway
    if (is_reduced) set_size(plan, context.theme, smallest, 0);
    for (double text = context.theme.type.text; !is_reduced && text > smallest - step; text -= step) {
        for (const double room : {9.0, 6.0, 3.0, 0.0}) {
            set_size(plan, context.theme, std::max(text, smallest), room);
            if (fits(plan, context, page)) return fill(plan, context, page);
        }
    }
    fit_titles(plan, context, page);
}

}  // namespace

bool has_room(Plan& plan, const Context& context, const Page& page) {
    set_size(plan, context.theme, context.theme.type.smallest, 0);
    const std::vector<EventIndex> order = by_weight(plan, context);
    plan.titled.assign(context.story.events().size(), false);
    for (std::size_t i = 0; i < order.size() / 2; ++i)
        plan.titled[order[i]] = true;
    plan.row_distance = least_row_distance;
    return fits(plan, context, page);
}

void fit(Plan& plan, const Context& context, const Page& page) {
    plan.titled.assign(context.story.events().size(), true);
    if (page.grows()) {
        fit_growing(plan, context);
    } else {
        fit_page(plan, context, page);
    }
    if (plan.cramped) return;
    for (Row& row : plan.rows)
        row.names_along = names_along(row, plan, context);
}

namespace {

/// The step with which a row begins: who was there in the step before and still is.
StoryStep lead_in(const StoryStep& before, const Lines& after) {
    StoryStep step{before.until, before.until, {}, {}};
    std::ranges::set_intersection(before.present, after, std::back_inserter(step.present));
    return step;
}

/// Who is there in a step, or in the last one if the story ends before it.
const Lines& present_after(const std::vector<StoryStep>& steps, std::size_t t) {
    return steps[std::min(t, steps.size() - 1)].present;
}

Row cut_row(const Plan& plan, std::size_t from, std::size_t until) {
    const auto& steps = plan.plot.steps;
    const auto& orders = plan.ordering.orders;
    Row row;
    row.first = from;
    if (from > 0) {
        row.continues = true;
        row.first = from - 1;
        row.steps.push_back(lead_in(steps[from - 1], present_after(steps, from)));
        Lines order;
        std::ranges::copy_if(orders[from - 1], std::back_inserter(order),
                             [&](Line line) { return std::ranges::binary_search(row.steps.front().present, line); });
        row.orders.push_back(std::move(order));
    }
    for (std::size_t t = from; t < until; ++t) {
        row.steps.push_back(steps[t]);
        row.orders.push_back(orders[t]);
    }
    if (row.steps.empty()) {  // nobody is there yet: the page has only events that nobody takes part in
        row.steps.push_back({steps[from].from, steps[from].from, {}, {}});
        row.orders.emplace_back();
    }
    if (until < steps.size()) row.next = steps[until].present;
    row.starts_page = from > 0 && from == plan.from;
    row.ends_page = until < steps.size() && until == plan.until;
    for (const Interlude& interlude : plan.plot.interludes) {
        if (from <= interlude.step && (interlude.step < until || from == until))
            row.interludes.push_back({interlude.event, std::min(interlude.step - row.first, row.steps.size() - 1)});
    }
    return row;
}

/// By step: whether it has the first scene of a section.
std::vector<bool> section_heads(const Row& row, const Story& story) {
    std::vector<bool> heads(row.steps.size(), false);
    std::vector<bool> seen(story.sections().size(), false);
    for (std::size_t t = 0; t < row.steps.size(); ++t) {
        for (const SceneInStep& scene : row.steps[t].scenes) {
            const auto section = story.events()[scene.event].section;
            if (!section || seen[*section]) continue;
            seen[*section] = true;
            heads[t] = true;
        }
    }
    return heads;
}

std::size_t count_common(const Lines& a, const Lines& b) {
    Lines common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return common.size();
}

/// By step: the cost of a break before it, which is low before a section, grows with the lines that have to be found
/// again, and is highest within a scene that lasts.
std::vector<double> break_costs(const Row& whole, const Story& story) {
    const std::vector<bool> heads = section_heads(whole, story);
    std::vector<double> costs(whole.steps.size(), 0);
    for (std::size_t t = 1; t < costs.size(); ++t) {
        const auto lines = static_cast<double>(count_common(whole.steps[t - 1].present, whole.steps[t].present));
        costs[t] = 0.05 + 0.01 * lines + (heads[t] ? 0 : 0.12);
    }
    for (const Meeting& meeting : whole.arrangement.meetings) {
        for (std::size_t t = meeting.first + 1; t <= meeting.last; ++t)
            costs[t] += 0.5;
    }
    return costs;
}

}  // namespace

namespace {

/// Who is there on an earlier page, ascending.
Lines seen_before(const Plan& plan) {
    Lines seen;
    for (std::size_t t = 0; t < plan.from; ++t)
        seen.insert(seen.end(), plan.plot.steps[t].present.begin(), plan.plot.steps[t].present.end());
    std::ranges::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    return seen;
}

}  // namespace

std::vector<Row> cut_rows(const Plan& plan, const std::vector<std::size_t>& breaks) {
    std::vector<Row> rows;
    std::size_t from = plan.from;
    for (const std::size_t at : breaks) {
        rows.push_back(cut_row(plan, from, at));
        from = at;
    }
    rows.push_back(cut_row(plan, from, plan.until));
    Lines seen = seen_before(plan);
    for (Row& row : rows) {
        row.seen = seen;
        for (const StoryStep& step : row.steps)
            seen.insert(seen.end(), step.present.begin(), step.present.end());
        std::ranges::sort(seen);
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    }
    return rows;
}

std::vector<std::size_t> choose_breaks(const Row& whole, const Story& story, std::size_t count, double evenness) {
    const std::vector<double> costs = break_costs(whole, story);
    const double share = whole.length() / static_cast<double>(count);
    std::vector<std::size_t> breaks;
    for (std::size_t k = 1; k < count; ++k) {
        const double aim = share * static_cast<double>(k);
        std::size_t best = 0;
        double least = 1e9;
        const std::size_t first = breaks.empty() ? (whole.continues ? 2 : 1) : breaks.back() + 1;
        for (std::size_t t = first; t < whole.steps.size(); ++t) {
            const double off = (whole.placement.columns[t].flat_from - aim) / share;
            if (off > 0.4 && best > 0) break;
            const double cost = costs[t] + evenness * off * off;
            if (cost >= least) continue;
            least = cost;
            best = t;
        }
        if (best > 0) breaks.push_back(best);
    }
    for (std::size_t& at : breaks)
        at += whole.first;
    return breaks;
}

}  // namespace fabula::storylines
