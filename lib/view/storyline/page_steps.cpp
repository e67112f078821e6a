// One pass: take_page. A page shows a run of the plot's steps, cut as rows are cut.
#include "view/storyline/page_steps.hpp"

#include <algorithm>

namespace fabula::storylines {
namespace {

/// The first step after `time`.
std::size_t step_after(const std::vector<StoryStep>& steps, double time) {
    return static_cast<std::size_t>(std::ranges::upper_bound(steps, time, {}, &StoryStep::from) - steps.begin());
}

/// By line: whether it takes part in a scene of the page, or is spoken of in one.
std::vector<bool> involved_lines(const Plan& plan, const Story& story) {
    std::vector<bool> involved(story.characters().size(), false);
    for (std::size_t t = plan.from; t < plan.until; ++t) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes) {
            for (const Line line : scene.whole)
                involved[line] = true;
            for (const Reference& who : story.events()[scene.event].mentions)
                involved[who.index] = true;
        }
    }
    return involved;
}

/// Those in scenes of the steps on both sides of the page stay, as their scenes hold them.
void leave_out_onlookers(Plan& plan, const Story& story) {
    const std::vector<bool> involved = involved_lines(plan, story);
    for (std::size_t t = plan.from; t < plan.until; ++t) {
        std::erase_if(plan.plot.steps[t].present, [&](Line line) { return !involved[line]; });
        std::erase_if(plan.ordering.orders[t], [&](Line line) { return !involved[line]; });
    }
}

}  // namespace

void keep_told(Plot& plot, const Options& options, const Shown& shown) {
    if (options.axis != Axis::told || shown.stretch == nullptr) return;
    const auto is_shown = [&](const StoryStep& step) { return shown.event(step.scenes.front().event); };
    Plot kept;
    std::vector<std::size_t> step_of;  // by step of the plot: that of the same place among those kept
    for (const StoryStep& step : plot.steps) {
        step_of.push_back(kept.steps.size());
        if (is_shown(step)) kept.steps.push_back(step);
    }
    for (const Interlude& interlude : plot.interludes) {
        const std::size_t last = kept.steps.empty() ? 0 : kept.steps.size() - 1;
        if (shown.event(interlude.event))
            kept.interludes.push_back({interlude.event, std::min(step_of[interlude.step], last)});
    }
    if (kept.steps.empty()) kept.steps.emplace_back();  // a page of events of nobody
    plot = std::move(kept);
}

void take_page(Plan& plan, const Story& story, const Shown& shown) {
    plan.from = 0;
    plan.until = plan.plot.steps.size();
    if (shown.stretch == nullptr || plan.options.axis == Axis::told) return;
    if (shown.continues()) plan.from = step_after(plan.plot.steps, shown.stretch->from);
    if (shown.is_continued()) plan.until = step_after(plan.plot.steps, shown.stretch->until);
    std::erase_if(plan.plot.interludes, [&](const Interlude& i) { return !shown.event(i.event); });
    const std::size_t last = std::max(plan.until, plan.from + 1) - 1;
    for (Interlude& interlude : plan.plot.interludes)
        interlude.step = std::clamp(interlude.step, plan.from, last);
    if (!shown.stretch->onlookers) leave_out_onlookers(plan, story);
}

std::vector<bool> begun_before(const Plan& plan, const Story& story) {
    std::vector<bool> begun(story.events().size(), false);
    for (std::size_t t = 0; t < plan.from; ++t) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes)
            begun[scene.event] = true;
    }
    return begun;
}

}  // namespace fabula::storylines
