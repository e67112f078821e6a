// How far the time axis is stretched, which is the only free quantity of a layout besides the size of type: the
// further, the fewer labels stand on top of one another, so that length and breadth trade against each other.

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "view/drawing/durations.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

Measures measures_for(const Theme& theme, const Typography& type, Direction direction, double tightness) {
    Measures measures;
    measures.core = lane_core(type);
    measures.mark_room = std::max(type.text * 1.3, 9.0);
    measures.heading_room = direction == Direction::down ? type.heading * 3 : 6.5 * type.heading;
    measures.pad = theme.spacing.label;
    measures.track = type.text * 1.35;
    measures.lane_gap = std::max(theme.spacing.lane - 2 * measures.core, 2.0);
    for (double* room : {&measures.mark_room, &measures.tie_room, &measures.heading_room, &measures.lane_gap}) {
        *room *= tightness;
    }
    return measures;
}

/// The entries, the weightiest first.
std::vector<std::size_t> order_of(const std::vector<Entry>& entries) {
    return by_importance(entries.size(), [&entries](std::size_t e) { return entries[e].weight; });
}

/// A story set in one size of type, before its time axis is stretched.
class TypesetStory {
public:
    /// A `tightness` below 1 lets marks and headings stand closer together than is good; only the weightiest
    /// `most_events` are shown.
    TypesetStory(const Context& context, const Options& options, const Cast& cast, double text_size,
                 double tightness = 1, std::size_t most_events = std::numeric_limits<std::size_t>::max())
        : context_(context) {
        plan_.options = options;
        plan_.type = typography(context.theme, text_size);
        plan_.measures = measures_for(context.theme, plan_.type, options.direction, tightness);
        plan_.cast = cast;
        plan_.entries = compose_entries(context.story, context.timetable, context.theme, context.ranking, cast, options,
                                        plan_.type, context.wording, context.measure, context.shown);
        keep_events(most_events);
        plan_.carried = find_carried(context.story, context.timetable, cast, context.shown);
        plan_.lines = line_extents(context.story, context.timetable);
        columns_ = arrange_columns(context.story, context.timetable, cast, plan_.entries, context.shown);
        kept_.assign(plan_.entries.size(), true);
        names_ = measure_names();
    }

    /// Lays the story out with this stretch of the time axis; the same arguments give the same placement.
    void lay_out(double stretch, const LabelRoom* room = nullptr) {
        stretch_ = stretch;
        plan_.placement = place({context_.story, context_.timetable, plan_.cast, plan_.entries, columns_, kept_, names_,
                                 context_.shown, room},
                                plan_.measures, plan_.options.direction, stretch);
    }

    static constexpr double most_demand = 5;

    /// Gives more room to moments whose labels stand far from their lanes in the present layout.
    void relieve() {
        for (std::size_t e = 0; e < plan_.entries.size(); ++e) {
            const auto& label = plan_.placement.labels[e];
            if (!label) continue;
            double& demand = columns_.demand[columns_.knot_of[e]];
            demand = std::min(std::max(demand, 1 + label->near / (4 * plan_.type.text)), most_demand);
        }
    }

    /// Gives words for the time between events room on the axis.
    void make_room_for_passages() {
        constexpr std::size_t most_events = 60;  // with more, the picture would become a ribbon
        if (!plan_.options.elapsed || plan_.options.direction == Direction::down) return;
        if (plan_.entries.size() > most_events) return;
        const TextStyle style{.size = plan_.type.text, .italic = true, .tabular_figures = true};
        std::vector<std::pair<std::size_t, EventIndex>> events;
        for (std::size_t e = 0; e < plan_.entries.size(); ++e)
            events.emplace_back(columns_.knot_of[e], plan_.entries[e].event);
        std::ranges::stable_sort(events, {}, [](const auto& event) { return event.first; });
        for (std::size_t i = 1; i < events.size(); ++i) {
            if (events[i].first == events[i - 1].first) continue;
            const std::string text = passage_between(context_, events[i - 1].second, events[i].second);
            const double air = 5.5 * plan_.type.text;  // for half of the figure on each side
            if (!text.empty()) columns_.room_before[events[i].first] = context_.measure.line(text, style).width + air;
        }
    }

    /// On an axis that knows only lengths of time, these are what the picture shows: each event of a short story gets a
    /// figure, and longer times get more room.
    void make_room_for_lengths() {
        constexpr std::size_t most_events = 20;
        if (context_.timetable.axis != TimeAxis::elapsed || plan_.options.direction == Direction::down) return;
        if (plan_.entries.size() > most_events) return;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t k = 1; k < columns_.times.size(); ++k)
            least = std::min(least, columns_.times[k] - columns_.times[k - 1]);
        for (std::size_t k = 1; k < columns_.times.size(); ++k) {
            if (columns_.events_at[k] == 0 || columns_.events_at[k - 1] == 0) continue;
            constexpr double longest = 3;
            const double share = std::sqrt((columns_.times[k] - columns_.times[k - 1]) / least);
            const double figure = (context_.timetable.timed ? 8 : 5) * plan_.type.text;  // "day 365", "day 3, 09:00"
            columns_.room_before[k] = std::max(columns_.room_before[k], figure * std::min(share, longest));
        }
    }

    /// Keeps only the labels of the `count` weightiest events.
    void keep(std::size_t count) {
        const std::vector<std::size_t> order = order_of(plan_.entries);
        for (std::size_t i = 0; i < order.size(); ++i)
            kept_[order[i]] = i < count;
        plan_.left_out = order.size() - std::min(count, order.size());
    }

    /// Places as many labels as the page has room for around the present layout, which has none.
    void label_within(const Page& page) {
        const Page size = this->page();
        const bool down = plan_.options.direction == Direction::down;
        const LabelRoom room{order_of(plan_.entries),
                             plan_.placement.length + (down ? page.height - size.height : page.width - size.width),
                             plan_.placement.breadth + (down ? page.width - size.width : page.height - size.height)};
        lay_out(stretch_, &room);
        plan_.left_out = static_cast<std::size_t>(
            std::ranges::count_if(plan_.placement.labels, [](const auto& label) { return !label; }));
    }

    /// Distributes the room that is left across among the gaps between the lanes.
    void fill(double spare) {
        constexpr double most = 40;
        Placement& placement = plan_.placement;
        const double share = std::min(spare / static_cast<double>(placement.gap_depth.size()), most);
        if (share <= 0) return;
        for (std::size_t gap = 0; gap < placement.gap_depth.size(); ++gap) {
            placement.gap_depth[gap] += share;
            placement.track_offset[gap] += share / 2;
        }
        set_lanes(placement, plan_.measures);
    }

    [[nodiscard]] Plan finish() {
        plan_.extents = lane_extents(plan_, context_);
        inscribe(plan_, context_);
        return std::move(plan_);
    }

    /// The size of the whole page with this layout.
    [[nodiscard]] Page page() {
        plan_.extents = lane_extents(plan_, context_);
        return PlanSheet(plan_, context_, {}).size();
    }

    /// The approximate size of the page, without setting what surrounds the picture: for comparing layouts.
    [[nodiscard]] Page rough_page() const {
        constexpr double round_it = 160;
        const double length = plan_.placement.length + round_it;
        const double breadth = plan_.placement.breadth + round_it;
        return plan_.options.direction == Direction::down ? Page{breadth, length} : Page{length, breadth};
    }

    /// The average distance of labels from their lanes, points.
    [[nodiscard]] double mean_depth() const {
        double sum = 0;
        std::size_t count = 0;
        for (const auto& label : plan_.placement.labels) {
            if (!label) continue;
            sum += label->near;
            ++count;
        }
        return count > 0 ? sum / static_cast<double>(count) : 0;
    }

    [[nodiscard]] std::size_t entries() const { return plan_.entries.size(); }
    [[nodiscard]] Direction direction() const { return plan_.options.direction; }

private:
    void keep_events(std::size_t most) {
        if (plan_.entries.size() <= most) return;
        std::vector<std::size_t> kept = order_of(plan_.entries);
        plan_.events_left_out = kept.size() - most;
        kept.resize(most);
        std::ranges::sort(kept);
        std::vector<Entry> entries;
        for (const std::size_t e : kept)
            entries.push_back(std::move(plan_.entries[e]));
        plan_.entries = std::move(entries);
    }

    /// The time at which a line begins, if it is known; the start of the page if it comes from an earlier one.
    [[nodiscard]] std::optional<double> known_beginning(CharacterIndex character) const {
        const Life& life = context_.timetable.lives[character];
        const Extent& line = plan_.lines[character];
        if (context_.shown.has(line) && context_.shown.is_earlier(line.from.nominal))
            return context_.shown.stretch->from;
        return life.birth_known ? std::optional(life.birth.nominal) : std::nullopt;
    }

    [[nodiscard]] std::vector<NameSize> measure_names() const {
        std::vector<NameSize> names;
        for (const Lane& lane : plan_.cast.lanes) {
            if (!lane.character) {
                names.push_back({});
                continue;
            }
            const TextLine name = context_.measure.line(context_.story.characters()[*lane.character].name,
                                                        {.size = plan_.type.heading, .weight = Weight::bold});
            names.push_back({name.width, name.ascent + name.descent, known_beginning(*lane.character)});
        }
        return names;
    }

    const Context& context_;
    Plan plan_;
    Columns columns_;
    std::vector<bool> kept_;
    std::vector<NameSize> names_;
    double stretch_ = 0;
};

constexpr int relief_rounds = 2;
constexpr double least_stretch = 4;
constexpr double most_stretch = 260;

/// Finds by bisection the stretch at which `measure` of the page is closest to 1, but no larger.
template <typename Measured>
double bisect_stretch(TypesetStory& typeset, int rounds, const Measured& measure) {
    double low = std::log(least_stretch);
    double high = std::log(most_stretch);
    for (int round = 0; round < rounds; ++round) {
        const double middle = (low + high) / 2;
        typeset.lay_out(std::exp(middle));
        (measure(typeset.page()) <= 1 ? low : high) = middle;
    }
    return std::exp(low);
}

/// The cost of a layout that may grow: its area, times penalties for labels that stand far from their lanes and for a
/// page that is far from the proportions of a sheet (or of a column, if time runs down).
double cost(TypesetStory& typeset) {
    const bool down = typeset.direction() == Direction::down;
    const Page page = typeset.rough_page();
    const double proportion = down ? page.height / page.width : page.width / page.height;
    constexpr std::size_t a_wall_full = 500;  // events: for more, only the area counts
    const double narrowest = down ? 1.1 : typeset.entries() > a_wall_full ? 0.8 : 1.25;
    const double widest = down ? 2.4 : 1.9;
    const double off = std::max({1.0, proportion / widest, narrowest / proportion});
    constexpr double far = 40;            // the mean depth of labels at which the page counts as twice as large
    constexpr double a_half_sheet = 4e5;  // square points: a page need not be smaller
    const double area = std::max(page.width * page.height, a_half_sheet);
    return area * off * off * off * (1 + typeset.mean_depth() / far);
}

/// Finds the stretch of least cost: a coarse search over all, then a finer one around the best.
void fit_growing(TypesetStory& typeset) {
    constexpr std::size_t many = 2000;
    const int coarse = typeset.entries() > many ? 5 : 9;
    double best = least_stretch;
    double least = std::numeric_limits<double>::infinity();
    const auto attempt = [&](double stretch) {
        typeset.lay_out(stretch);
        const double found = cost(typeset);
        if (found < least) {
            least = found;
            best = stretch;
        }
    };
    double ratio = std::pow(most_stretch / least_stretch, 1.0 / (coarse - 1));
    for (int i = 0; i < coarse; ++i)
        attempt(least_stretch * std::pow(ratio, i));
    for (int relief = 0; relief < relief_rounds; ++relief) {
        typeset.lay_out(best);
        typeset.relieve();
        least = std::numeric_limits<double>::infinity();
        ratio = std::sqrt(ratio);
        const double middle = best;
        for (const double power : {-1.5, -0.75, 0.0, 0.75})
            attempt(middle * std::pow(ratio, power));
    }
    typeset.lay_out(best);
}

bool is_within(const Page& size, const Page& page) {
    constexpr double tolerance = 0.01;
    return size.width <= page.width + tolerance && size.height <= page.height + tolerance;
}

/// Stretches the axis over the length of the page; returns whether the breadth fits, too.
bool fits(TypesetStory& typeset, const Page& page) {
    const bool down = typeset.direction() == Direction::down;
    typeset.lay_out(bisect_stretch(
        typeset, 9, [&](const Page& size) { return down ? size.height / page.height : size.width / page.width; }));
    return is_within(typeset.page(), page);
}

Plan filled(TypesetStory& typeset, const Page& page) {
    const Page size = typeset.page();
    typeset.fill(typeset.direction() == Direction::down ? page.width - size.width : page.height - size.height);
    return typeset.finish();
}

Cast fewer_lanes(const Context& context, const Options& options, const Cast& cast, std::size_t lanes) {
    if (context.shown.stretch != nullptr)
        return cast_on_page(cast, context.story, context.timetable, context.ranking, context.shown, lanes);
    return arrange_cast(context.story, context.timetable, context.theme, context.ranking, options, lanes);
}

/// Compares pictures that had to leave something out: by what they say of the events that matter, and whom they show.
class Merit {
public:
    Merit(const Context& context, const Cast& whole)
        : context_(context), whole_(whole), is_great_moment_(context.story.events().size(), false) {
        std::size_t count = 0;
        for (const EventIndex e : by_importance(context.ranking.events)) {
            if (!context.shown.event(e) || ++count > great_moments) continue;
            is_great_moment_[e] = true;
        }
    }

    [[nodiscard]] double of(const Plan& plan) const {
        constexpr double without_date = 0.8;
        constexpr double lane_counts = 2;  // as much as so many titles
        constexpr double great = 60;
        double merit = -0.5 * static_cast<double>(plan.events_left_out);
        for (std::size_t e = 0; e < plan.entries.size(); ++e) {
            if (!plan.placement.labels[e]) continue;
            const double weight = plan.entries[e].weight + (is_great_moment_[plan.entries[e].event] ? great : 0);
            merit += plan.options.dates ? weight : without_date * weight;
        }
        for (const Lane& lane : whole_.lanes) {
            if (lane.character && !plan.cast.row(*lane.character))
                merit -= 1 + lane_counts * context_.ranking.characters[*lane.character];
        }
        return merit;
    }

    void take_better(std::optional<Plan>& best, Plan other) const {
        if (!best || of(other) > of(*best)) best = std::move(other);
    }

private:
    const Context& context_;
    const Cast& whole_;
    std::vector<bool> is_great_moment_;
};

/// With as many labels as there is room for, on an axis as long as the page or somewhat shorter, which leaves room for
/// the labels of the last events; nothing where not even the picture without labels fits.
void fit_labels(TypesetStory typeset, const Page& page, const Merit& merit, std::optional<Plan>& best) {
    const bool down = typeset.direction() == Direction::down;
    for (const double left_free : {0.0, 0.06, 0.12}) {
        const double share = 1 - left_free;
        const Page shorter = down ? Page{page.width, page.height * share} : Page{page.width * share, page.height};
        typeset.keep(0);
        if (!fits(typeset, shorter)) return;
        typeset.label_within(page);
        if (!is_within(typeset.page(), page)) continue;
        TypesetStory labelled = typeset;
        merit.take_better(best, filled(labelled, page));
    }
}

/// With the labels of the weightiest events alone, as many as the page has room for where each takes the best place.
/// That packs them more closely than one by one, but only if nearly all have room.
void fit_weightiest(TypesetStory typeset, const Page& page, const Merit& merit, std::optional<Plan>& best) {
    std::size_t low = 0;
    std::size_t high = typeset.entries();
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        typeset.keep(middle);
        (fits(typeset, page) ? low : high) = middle;
    }
    typeset.keep(low);
    if (!fits(typeset, page)) return;
    merit.take_better(best, filled(typeset, page));
}

/// What a page that is too small for its story may have of it.
struct Share {
    std::size_t lanes = 0;
    std::size_t events = 0;

    [[nodiscard]] bool is_least() const { return lanes <= 2 && events <= fewest_events; }

    /// First fewer lanes, then fewer events as well.
    [[nodiscard]] Share less() const {
        constexpr std::size_t few_lanes = 10;
        return {lanes > 2 ? lanes - std::max<std::size_t>(lanes / 6, 1) : lanes,
                lanes > few_lanes ? events : std::max(events * 4 / 5, fewest_events)};
    }

    static constexpr std::size_t fewest_events = 10;
};

/// The best picture with that share of the story, with dates and without.
std::optional<Plan> fit_share(const Share& share, const Context& context, Options options, const Cast& cast,
                              const Page& page, const Merit& merit) {
    const bool is_whole = share.lanes >= cast.lanes.size() && share.events >= context.story.events().size();
    const Cast kept = share.lanes < cast.lanes.size() ? fewer_lanes(context, options, cast, share.lanes) : cast;
    const bool with_dates = options.dates;
    for (const double tightness : {1.0, 0.6}) {
        std::optional<Plan> found;
        for (const bool dates : {true, false}) {
            if (dates && !with_dates) continue;
            options.dates = dates;
            const TypesetStory typeset(context, options, kept, context.theme.type.smallest, tightness, share.events);
            fit_labels(typeset, page, merit, found);
            if (is_whole && found && 2 * found->left_out < found->entries.size())
                fit_weightiest(typeset, page, merit, found);
        }
        if (!found) continue;
        found->lanes_left_out = cast.lanes.size() - kept.lanes.size();
        return found;
    }
    return std::nullopt;
}

/// The picture on a page that is too small for its story. What gives way is weighed: notes and dates, lanes of those
/// who matter less, titles and whole events that matter less.
Plan fit_tightly(const Context& context, const Options& options, const Cast& cast, const Page& page) {
    Options least = options;
    least.notes = false;
    const Merit merit(context, cast);
    std::optional<Plan> best;
    for (Share share{cast.lanes.size(), context.story.events().size()};; share = share.less()) {
        if (auto found = fit_share(share, context, least, cast, page, merit))
            merit.take_better(best, *std::move(found));
        if (best && best->left_out == 0 && best->events_left_out == 0) return *std::move(best);
        if (share.is_least()) break;
    }
    if (best) return *std::move(best);
    least.legend = false;
    TypesetStory typeset(context, least, fewer_lanes(context, least, cast, 1), context.theme.type.smallest, 0.05,
                         Share::fewest_events);
    typeset.keep(0);
    fits(typeset, page);
    Plan plan = filled(typeset, page);
    plan.lanes_left_out = cast.lanes.size() - plan.cast.lanes.size();
    return plan;
}

/// For a page that is only tried: a story that has no room in the smallest type, with its notes, is cramped.
Plan fit_trial(const Context& context, const Options& options, const Cast& cast, const Page& page) {
    TypesetStory typeset(context, options, cast, context.theme.type.smallest);
    if (fits(typeset, page)) return filled(typeset, page);
    Plan plan;
    plan.cramped = true;
    return plan;
}

Plan fit_page(const Context& context, const Options& options, const Cast& cast, const Page& page) {
    constexpr double step = 0.5;
    const double smallest = context.theme.type.smallest;
    if (context.shown.is_trial()) return fit_trial(context, options, cast, page);
    for (const bool notes : {true, false}) {
        if (notes && !options.notes) continue;
        Options tried = options;
        tried.notes = notes;
        for (double text = context.theme.type.text; text > smallest - step; text -= step) {
            TypesetStory typeset(context, tried, cast, std::max(text, smallest));
            if (fits(typeset, page)) return filled(typeset, page);
        }
    }
    return fit_tightly(context, options, cast, page);
}

}  // namespace

Plan fit(const Context& context, const Options& options, const Cast& whole, const Page& page) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    const Cast cast = cast_on_page(whole, context.story, context.timetable, context.ranking, context.shown, all);
    if (!page.grows()) return fit_page(context, options, cast, page);
    TypesetStory typeset(context, options, cast, context.theme.type.text);
    typeset.make_room_for_passages();
    typeset.make_room_for_lengths();
    fit_growing(typeset);
    return typeset.finish();
}

}  // namespace fabula::lifelines
