// From the story to a Plan: lay_out. First what stands on the axis, then how large everything is.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "fabula/structure.hpp"

#include "view/plot/plot.hpp"

namespace fabula::plots {
namespace {

constexpr double usual_height = 190;
constexpr double lowest = 60;

bool is_timed(const Options& options, const Timetable& timetable) {
    return options.axis == Axis::time && timetable.axis != TimeAxis::order;
}

/// The events that the axis has, in its order.
std::vector<Moment> moments_of(const Options& options, const Context& context) {
    std::vector<Moment> moments;
    const auto add = [&](EventIndex e) {
        const auto& tension = context.story.events()[e].tension;
        moments.push_back({e, 0, tension ? std::optional(tension->value) : std::nullopt});
    };
    if (options.axis == Axis::told) {
        for (const EventIndex e : context.story.told())
            add(e);
        return moments;
    }
    for (EventIndex e = 0; e < context.story.events().size(); ++e)
        add(e);
    std::ranges::stable_sort(
        moments, {}, [&](const Moment& moment) { return context.timetable.events[moment.event].start.nominal; });
    return moments;
}

/// Even steps. Where the axis is time, a step is the longer the more of it passes, up to a few steps.
void spread(Plan& plan, double step, const Timetable& timetable) {
    constexpr double share = 0.8;     // of all steps: how much is given to time
    constexpr double most_steps = 6;  // for any pause
    const auto when = [&](std::size_t i) { return timetable.events[plan.moments[i].event].start.nominal; };
    const double all = when(plan.moments.size() - 1) - when(0);
    const double scale = plan.timed && all > 0 ? share * step * static_cast<double>(plan.moments.size()) / all : 0;
    for (std::size_t i = 1; i < plan.moments.size(); ++i) {
        const double passed = scale * (when(i) - when(i - 1));
        plan.moments[i].x = plan.moments[i - 1].x + std::clamp(passed, step * 0.6, most_steps * step);
        if (!plan.timed) plan.moments[i].x = plan.moments[i - 1].x + step;
    }
    plan.width = plan.moments.back().x;
}

/// From where to where a time stands: where several knots have this time, from the first to the last.
std::pair<double, double> stretch_at(const SharedAxis& axis, double time) {
    const auto& knots = axis.knots;
    const auto first = std::ranges::lower_bound(knots, time, {}, &SharedAxis::Knot::time);
    const auto after = std::ranges::upper_bound(knots, time, {}, &SharedAxis::Knot::time);
    if (first != after) return {first->x, (after - 1)->x};
    if (first == knots.begin()) return {knots.front().x, knots.front().x};
    if (first == knots.end()) return {knots.back().x, knots.back().x};
    const auto before = first - 1;
    const double x = std::lerp(before->x, first->x, (time - before->time) / (first->time - before->time));
    return {x, x};
}

/// Spreads the events of one time evenly over the stretch of the axis that this time has.
void follow(Plan& plan, const SharedAxis& axis, const Timetable& timetable) {
    const auto when = [&](std::size_t i) { return timetable.events[plan.moments[i].event].start.nominal; };
    for (std::size_t i = 0; i < plan.moments.size();) {
        std::size_t after = i;
        while (after < plan.moments.size() && when(after) == when(i))
            ++after;
        const auto [from, until] = stretch_at(axis, when(i));
        const double step = after - i > 1 ? (until - from) / static_cast<double>(after - i - 1) : 0;
        for (const std::size_t first = i; i < after; ++i)
            plan.moments[i].x = from + step * static_cast<double>(i - first);
    }
    plan.width = axis.knots.back().x;
    plan.follows = true;
}

void find_beats(Plan& plan, const Story& story) {
    std::vector<std::optional<std::size_t>> moment_of(story.events().size());
    for (std::size_t moment = 0; moment < plan.moments.size(); ++moment)
        moment_of[plan.moments[moment].event] = moment;
    for (std::size_t beat = 0; beat < story.beats().size(); ++beat) {
        if (const auto& moment = moment_of[story.beats()[beat].event.index]) plan.beats.push_back({beat, *moment});
    }
    std::ranges::stable_sort(plan.beats, {}, &TurningPoint::moment);
}

const PlotStructure* structure_of(const Story& story) {
    return story.structure() ? find_plot_structure(story.structure()->value) : nullptr;
}

/// The act that begins with a beat, as the story says or, where it does not, the structure.
std::string act_of(const Beat& beat, const PlotStructure* structure, const Story& story) {
    if (!beat.act.empty() || structure == nullptr) return beat.act;
    for (const ExpectedBeat& expected : structure->beats)
        if (is_same_beat(expected.name, beat.name)) return std::string(story.word(expected.act, expected.act));
    return {};
}

void find_acts(Plan& plan, const Story& story) {
    const PlotStructure* const structure = structure_of(story);
    for (const TurningPoint& point : plan.beats) {
        std::string name = act_of(story.beats()[point.beat], structure, story);
        if (!name.empty()) plan.acts.push_back({std::move(name), plan.moments[point.moment].x});
    }
    if (plan.acts.empty()) return;
    const double start = plan.moments.front().x;
    if (structure != nullptr && !structure->first_act.empty() && plan.acts.front().from > start) {
        plan.acts.insert(plan.acts.begin(),
                         {std::string(story.word(structure->first_act, structure->first_act)), start});
    } else {
        plan.acts.front().from = start;
    }
}

void find_missing(Plan& plan, const Story& story) {
    const PlotStructure* const structure = structure_of(story);
    if (structure == nullptr || plan.options.axis != Axis::told) return;
    for (const ExpectedBeat& expected : structure->beats) {
        const auto is_it = [&](const Beat& beat) { return is_same_beat(beat.name, expected.name); };
        if (expected.optional || std::ranges::any_of(story.beats(), is_it)) continue;
        plan.missing.push_back({std::string(story.word(expected.name, expected.name)), expected.share * plan.width});
    }
}

/// Runs of events of one section.
void find_sections(Plan& plan, const Story& story) {
    if (!plan.acts.empty()) return;
    std::vector<SectionBand> bands;
    std::vector<bool> seen(story.sections().size(), false);
    std::optional<SectionIndex> running;
    for (const Moment& moment : plan.moments) {
        const auto section = story.events()[moment.event].section;
        if (!section || section == running) continue;
        running = section;
        bands.push_back(
            {.section = *section, .from = moment.x - band_lead, .until = moment.x, .goes_on = seen[*section]});
        seen[*section] = true;
    }
    if (!bands.empty()) plan.sections = arrange_section_bands(std::move(bands), plan.width + band_lead);
}

void find_strips(Plan& plan, const Story& story) {
    if (!plan.options.threads) return;
    std::vector<Strip> strips(story.threads().size());
    for (std::size_t m = 0; m < plan.moments.size(); ++m) {
        if (!plan.moments[m].tension) continue;
        for (const Reference& thread : story.events()[plan.moments[m].event].threads)
            strips[thread.index].moments.push_back(m);
    }
    for (std::size_t thread = 0; thread < strips.size(); ++thread) {
        if (strips[thread].moments.empty()) continue;
        strips[thread].thread = thread;
        plan.strips.push_back(std::move(strips[thread]));
    }
}

/// A plan in type of this size, without heights and texts.
Plan draft(const Options& options, double text, double step, const SharedAxis* axis, const Context& context) {
    Plan plan;
    plan.options = options;
    plan.type = typography(context.theme, text);
    plan.timed = is_timed(options, context.timetable);
    plan.moments = moments_of(options, context);
    if (axis != nullptr && plan.timed && !axis->knots.empty()) {
        follow(plan, *axis, context.timetable);
    } else {
        spread(plan, step, context.timetable);
    }
    find_beats(plan, context.story);
    find_acts(plan, context.story);
    find_missing(plan, context.story);
    find_sections(plan, context.story);
    find_strips(plan, context.story);
    return plan;
}

void set_heights(Plan& plan, double height) {
    plan.height = height;
    double top = height + strip_distance + 1.6 * plan.type.text;
    if (plan.timed && !plan.follows) top += 1.6 * plan.type.text;
    for (Strip& strip : plan.strips) {
        strip.top = top;
        top += strip_height + strip_distance;
    }
}

Plan grown(const Options& options, const SharedAxis* axis, const Context& context) {
    constexpr double usual_width = 620;
    constexpr double widest = 3400;
    const double text = context.theme.type.text;
    const auto count = static_cast<double>(std::max<std::size_t>(context.story.told().size(), 2));
    double step = std::clamp(usual_width / count, 1.6 * text, 44.0);
    step = std::min(step, std::max(widest / count, 1.5));
    Plan plan = draft(options, text, step, axis, context);
    set_heights(plan, usual_height);
    inscribe(plan, {-band_lead, plan.width + 14 * text}, context);
    return plan;
}

/// What a plan needs across besides the curve of all.
double height_without_curve(const Plan& plan, const Context& context) {
    Plan flat = plan;
    set_heights(flat, 0);
    const Surroundings round = surroundings(flat, context);
    return round.top + round.bottom;
}

Plan within(const Options& options, const Page& room, const SharedAxis* axis, const Context& context) {
    constexpr double step_down = 0.5;
    constexpr double highest = 320;
    const double smallest = context.theme.type.smallest;
    Plan plan;
    for (double text = context.theme.type.text; text > smallest - step_down; text -= step_down) {
        plan = draft(options, std::max(text, smallest), 1, axis, context);
        if (!plan.follows) {
            const Surroundings round = surroundings(plan, context);
            const double width = std::max(room.width - round.left - 8 * text, 20.0);
            plan = draft(options, std::max(text, smallest), width / std::max(plan.width, 1e-9), axis, context);
        }
        const double left = room.height - height_without_curve(plan, context);
        set_heights(plan, std::clamp(left, 20.0, highest));
        if (left >= lowest) break;
    }
    const double right = plan.follows ? room.width : room.width - surroundings(plan, context).left;
    inscribe(plan, {plan.moments.front().x - band_lead, right}, context);
    return plan;
}

}  // namespace

HeadingStyle heading_style(const Plan& plan) {
    return {Direction::right, plan.type.heading, 0};
}

std::span<const TurningPoint> Plan::beats_of(std::size_t moment) const {
    const auto first = std::ranges::lower_bound(beats, moment, {}, &TurningPoint::moment);
    const auto after = std::ranges::upper_bound(beats, moment, {}, &TurningPoint::moment);
    return {first, after};
}

std::vector<Point> Plan::points() const {
    std::vector<Point> points;
    for (std::size_t moment = 0; moment < moments.size(); ++moment)
        if (moments[moment].tension) points.push_back(at(moment));
    return points;
}

Surroundings surroundings(const Plan& plan, const Context& context) {
    Surroundings round;
    round.left = plan.follows ? 0 : 5.5 * plan.type.text;
    for (const Inscription& title : plan.titles)
        round.right = std::max(round.right, title.at.x + title.block.width - plan.width);
    round.right = std::max(round.right, band_lead);
    const double heading =
        plan.acts.empty() ? heading_depth(plan.sections, heading_style(plan), context) : 1.4 * plan.type.heading + 4;
    round.top = heading + 5.6 * plan.type.text;
    round.bottom = 2.2 * plan.type.text;
    if (plan.timed && !plan.follows) round.bottom += 1.6 * plan.type.text;
    if (!plan.strips.empty()) round.bottom = plan.strips.back().top + strip_height + 8 - plan.height;
    return round;
}

Plan lay_out(const Options& options, const Page& room, const SharedAxis* axis, const Context& context) {
    return room.grows() ? grown(options, axis, context) : within(options, room, axis, context);
}

}  // namespace fabula::plots
