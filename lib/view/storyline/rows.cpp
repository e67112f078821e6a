// One pass: from steps to rows.
#include "view/storyline/rows.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::storylines {
namespace {

/// Who of the step before is still there.
StoryStep lead_in(const StoryStep& before, const Lines& after) {
    StoryStep step{before.until, before.until, {}, {}};
    std::ranges::set_intersection(before.present, after, std::back_inserter(step.present));
    return step;
}

/// Who goes on from the page into the next one, or from the end of the story into nothing.
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
    if (row.steps.empty()) {  // nobody is there yet: a page of events of nobody
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

/// By step, whether the first scene of a section stands in it.
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

/// What it costs to break before step `t`: little before a section, more the more lines have to be found again, most
/// within a scene that lasts.
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

/// Ascending: who is there on an earlier page.
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
