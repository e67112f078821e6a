// What stands over and behind a row: the bands of sections with their headings, and the axis with its figures.

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "source/number.hpp"
#include "view/drawing/durations.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

constexpr double heading_air = 4;

/// By section: the first step of the plot with one of its scenes.
std::vector<std::size_t> first_steps(const Plan& plan, const Story& story) {
    std::vector<std::size_t> first(story.sections().size(), SIZE_MAX);
    for (std::size_t t = plan.plot.steps.size(); t-- > 0;) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes) {
            if (const auto section = story.events()[scene.event].section) first[*section] = t;
        }
    }
    return first;
}

SectionBands bands_of(const Row& row, const Plan& plan, const Context& context) {
    const Story& story = context.story;
    std::vector<std::optional<SectionBand>> by_section(story.sections().size());
    const auto add = [&](EventIndex event, double from, double until) {
        const auto section = story.events()[event].section;
        if (!section) return;
        auto& band = by_section[*section];
        if (!band) band = SectionBand{.section = *section, .from = from, .until = until};
        band->from = std::min(band->from, from);
        band->until = std::max(band->until, until);
    };
    for (const Meeting& meeting : row.arrangement.meetings) {
        add(meeting.event, row.placement.columns[meeting.first].from - band_lead,
            row.placement.columns[meeting.last].until + band_lead);
    }
    const std::vector<std::size_t> first = first_steps(plan, story);
    std::vector<SectionBand> bands;
    for (const auto& band : by_section) {
        if (!band) continue;
        bands.push_back(*band);
        bands.back().continued = row.starts_page && first[band->section] < plan.from;
        bands.back().goes_on = !row.starts_page && first[band->section] < row.first + (row.continues ? 1 : 0);
    }
    SectionBands result = arrange_section_bands(std::move(bands), row.length() + row_tail);
    for (SectionBand& band : result.bands)
        band.tinted = !result.overlap && band.section % 2 == 0;
    if (!result.overlap && row.continues && !result.bands.empty()) result.bands.front().from = 0;
    return result;
}

HeadingStyle heading_style(const Plan& plan) {
    return {Direction::right, plan.type.heading, 5 * plan.type.heading};
}

/// The steps of a row at which a scene begins, from left to right.
std::vector<std::size_t> steps_with_scenes(const Row& row) {
    std::vector<std::size_t> steps;
    for (const Meeting& meeting : row.arrangement.meetings) {
        if (!meeting.goes_on) steps.push_back(meeting.first);
    }
    std::ranges::sort(steps);
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

/// Draws the figures of a row, the most important first: those that find no room are left out.
class AxisPainter {
public:
    AxisPainter(Group& group, const Row& row, const Plan& plan, const Context& context, Point origin)
        : group_(group), row_(row), plan_(plan), context_(context), origin_(origin) {
        const SectionBands bands = bands_of(row, plan, context);
        constexpr double air = 3;
        if (!bands.bands.empty()) left_edge_ = bands.bands.front().from + air;
    }

    /// Returns whether there is anything that the axis could show.
    bool draw() {
        draw_gaps();
        if (context_.timetable.axis == TimeAxis::age) draw_ages();
        if (context_.timetable.axis == TimeAxis::clock) draw_clock();
        const TimeAxis axis = context_.timetable.axis;
        if (axis == TimeAxis::calendar || axis == TimeAxis::elapsed) {
            if (is_true_to_time(plan_.options.axis)) {
                draw_ticks();
            } else {
                draw_at_scenes();
            }
        } else {
            draw_passages();
        }
        if (any_) draw_line();
        return any_;
    }

private:
    [[nodiscard]] const Column& column(std::size_t step) const { return row_.placement.columns[step]; }

    [[nodiscard]] TextLine figure_text(const std::string& words, Weight weight, bool italic = false) const {
        return context_.measure.line(
            words, {.size = plan_.type.text, .weight = weight, .italic = italic, .tabular_figures = true});
    }

    /// The room of a figure over its tick, but not left of the first band, with air on both sides.
    [[nodiscard]] std::pair<double, double> room_at(double x, const TextLine& text) const {
        const double middle = middle_of(x, text);
        return {middle - text.width / 2 - 4, middle + text.width / 2 + 4};
    }

    [[nodiscard]] double middle_of(double x, const TextLine& text) const {
        return std::max(x, left_edge_ + text.width / 2);
    }

    void set_figure(double x, const std::string& words, Weight weight, bool italic = false, bool tick = true) {
        TextLine text = figure_text(words, weight, italic);
        const auto [from, until] = room_at(x, text);
        if (!figures_.take(from, until)) return;
        any_ = true;
        if (tick) draw_stroke(group_, {Direction::right, origin_}, {x, 0}, {x, -3}, stroke());
        const double middle = middle_of(x, text);
        draw_centred(group_, std::move(text), {origin_.x + middle, origin_.y - plan_.type.text / 2 - 5},
                     context_.theme.colours.quiet);
    }

    [[nodiscard]] Stroke stroke() const {
        return {context_.theme.colours.structure, context_.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
    }

    /// The lengths of long stretches in which nothing happens, where the axis is broken.
    void draw_gaps() {
        for (std::size_t t = 1; t < row_.steps.size(); ++t) {
            const auto gap = std::ranges::find_if(context_.timetable.gaps, [&](const Gap& g) {
                return row_.steps[t - 1].until <= g.from && g.until <= row_.steps[t].from;
            });
            if (gap == context_.timetable.gaps.end() || plan_.options.axis == Axis::time) continue;
            const double from = column(t - 1).until;
            const double until = column(t).from;
            const double middle = (from + until) / 2;
            set_figure(
                middle,
                plan_.options.elapsed ? context_.wording.later(gap->length) : context_.wording.duration(gap->length),
                Weight::regular, true, false);
            breaks_.emplace_back(middle - 4, middle + 4);
        }
    }

    void draw_line() {
        double from = column(0).flat_from;
        const auto draw = [&](double until) {
            if (until > from) draw_stroke(group_, {Direction::right, origin_}, {from, 0}, {until, 0}, stroke());
        };
        for (const auto& [first, last] : breaks_) {
            draw(first);
            from = last;
            for (const double x : {first, last})
                draw_stroke(group_, {Direction::right, origin_}, {x - 1.2, 3}, {x + 1.2, -3}, stroke());
        }
        draw(row_.length());
    }

    void draw_ages() {
        std::vector<PlacedEvent> events;
        for (const Meeting& meeting : row_.arrangement.meetings) {
            if (!meeting.goes_on) events.push_back({meeting.event, column(meeting.first).from});
        }
        std::ranges::stable_sort(events, {}, &PlacedEvent::along);
        const std::string age = context_.wording.word("age", "age") + " ";
        for (const AgeFigure& figure : age_figures(events, context_, *context_.timetable.axis_character))
            set_figure(figure.along + plan_.measures.least_scene / 2, age + figure.text, Weight::regular);
    }

    void draw_clock() {
        for (const std::size_t t : steps_with_scenes(row_))
            set_figure(column(t).from, number(row_.steps[t].from, 0), Weight::regular);
    }

    /// Round figures, at their places in time.
    void draw_ticks() {
        auto ticks =
            candidate_ticks(context_, plan_.rows.front().steps.front().from, plan_.rows.back().steps.back().until);
        std::stable_partition(ticks.begin(), ticks.end(), [](const Tick& tick) { return tick.major; });
        const auto found =
            std::ranges::find_if(ticks, [this](const Tick& tick) { return x_at(tick.time).has_value(); });
        std::vector<Tick> first;
        if (found != ticks.end()) {
            first = {*found};
            draw_tick(*found, *x_at(found->time));
            ticks.erase(found);
        }
        draw_passages();
        const auto room = [this](const Tick& tick) { return room_of(tick); };
        for (const Tick& tick : standing_ticks(std::move(ticks), figures_, room, first))
            draw_tick(tick, *x_at(tick.time));
    }

    [[nodiscard]] Room room_of(const Tick& tick) const {
        const auto x = x_at(tick.time);
        if (!x) return std::nullopt;
        return Room(room_at(*x, figure_text(tick.text, tick.major ? Weight::bold : Weight::regular)));
    }

    /// Years to times of day, each where it changes from one scene to the next.
    void draw_at_scenes() {
        const std::vector<std::size_t> steps = steps_with_scenes(row_);
        std::vector<double> times;
        for (const std::size_t t : steps)
            times.push_back(row_.steps[t].from);
        bool first = true;
        for (const std::vector<Tick>& level : figures_at(context_, times)) {
            for (const Tick& tick : level) {
                const auto at = std::ranges::lower_bound(times, tick.time) - times.begin();
                draw_tick(tick, column(steps[static_cast<std::size_t>(at)]).from + plan_.measures.least_scene / 2);
                if (std::exchange(first, false)) draw_passages();
            }
        }
        if (first) draw_passages();
    }

    void draw_tick(const Tick& tick, double x) {
        set_figure(x, tick.text, tick.major ? Weight::bold : Weight::regular);
    }

    /// The time between scenes, where there is room: "6 days later".
    void draw_passages() {
        for (const TimeBetween& time : times_between(row_, plan_, context_)) {
            const double middle = (column(time.from).from + column(time.until).from) / 2;
            set_figure(middle + plan_.measures.least_scene / 2, time.text, Weight::regular, true, false);
        }
    }

    /// The place of a time between the steps of the row.
    [[nodiscard]] std::optional<double> x_at(double time) const {
        const auto after = std::ranges::lower_bound(row_.steps, time, {}, &StoryStep::from);
        if (after == row_.steps.end() || (after == row_.steps.begin() && after->from > time)) return std::nullopt;
        const auto t = static_cast<std::size_t>(after - row_.steps.begin());
        if (t == 0 || after->from == time) return column(t).from;
        const StoryStep& before = row_.steps[t - 1];
        const double share = (time - before.from) / (after->from - before.from);
        return std::lerp(column(t - 1).from, column(t).from, share);
    }

    Group& group_;
    const Row& row_;
    const Plan& plan_;
    const Context& context_;
    Point origin_;
    FigureRow figures_;
    double left_edge_ = -std::numeric_limits<double>::infinity();
    bool any_ = false;
    std::vector<std::pair<double, double>> breaks_;
};

}  // namespace

namespace {

double axis_depth(const Row& row, const Plan& plan, const Context& context) {
    if (plan.options.axis == Axis::told) return 0;
    Group scratch;
    return AxisPainter(scratch, row, plan, context, {}).draw() ? plan.type.text * 2 + 6 : 0;
}

}  // namespace

Strips measure_strips(const Row& row, const Plan& plan, const Context& context) {
    const SectionBands bands = bands_of(row, plan, context);
    const double depth = heading_depth(bands, heading_style(plan), context);
    return {axis_depth(row, plan, context), depth * static_cast<double>(bands.rows())};
}

void draw_sections(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    const Strips strips = measure_strips(row, plan, context);
    draw_section_bands(parent, bands_of(row, plan, context), heading_style(plan), context, {Direction::right, origin},
                       {-strips.height() - heading_air, row.assignment.height() + heading_air});
}

void draw_axis(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    if (plan.options.axis == Axis::told) return;
    AxisPainter(parent, row, plan, context, {origin.x, origin.y - heading_air}).draw();
}

}  // namespace fabula::storylines
