// One pass: fit. The only free quantity of a layout is how far the time axis is stretched: the further, the fewer
// labels stand on top of one another, so that length and breadth trade against each other.
#include "view/lifelines/fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "view/lifelines/cast.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/entries.hpp"
#include "view/lifelines/inscriptions.hpp"
#include "view/lifelines/sheet.hpp"

namespace fabula::lifelines {
namespace {

Typography typography(const Theme& theme, double text) {
    const double scale = text / theme.type.text;
    return {std::max(theme.type.display * std::sqrt(scale), theme.type.smallest),
            std::max(theme.type.heading * scale, theme.type.smallest), text, theme.type.leading,
            theme.type.label_width * scale};
}

Measures measures_for(const Theme& theme, const Typography& type, Direction direction) {
    Measures measures;
    measures.core = std::max(type.heading * 0.66, 6.5);
    measures.mark_room = std::max(type.text * 1.3, 9.0);
    measures.heading_room = direction == Direction::down ? type.heading * 3 : 6.5 * type.heading;
    measures.pad = theme.spacing.label;
    measures.track = type.text * 1.35;
    measures.lane_gap = std::max(theme.spacing.lane - 2 * measures.core, 2.0);
    return measures;
}

/// A story set in one size of type, before its time axis is stretched.
class Setting {
public:
    Setting(const Context& context, const Options& options, const Cast& cast, double text_size) : context_(context) {
        plan_.options = options;
        plan_.type = typography(context.theme, text_size);
        plan_.measures = measures_for(context.theme, plan_.type, options.direction);
        plan_.cast = cast;
        plan_.entries = compose_entries(context.story, context.timetable, context.theme, cast, options, plan_.type,
                                        context.wording, context.measure);
        columns_ = arrange_columns(context.story, context.timetable, cast, plan_.entries);
        kept_.assign(plan_.entries.size(), true);
        names_ = measure_names();
    }

    /// Lays out with the time axis stretched so; the same arguments give the same placement.
    void lay_out(double stretch) {
        plan_.placement =
            place({context_.story, context_.timetable, plan_.cast, plan_.entries, columns_, kept_, names_},
                  plan_.measures, plan_.options.direction, stretch);
    }

    static constexpr double most_demand = 5;

    /// Gives more room to the moments whose labels stand far from their lanes in the layout as it is.
    void relieve() {
        for (std::size_t e = 0; e < plan_.entries.size(); ++e) {
            const auto& label = plan_.placement.labels[e];
            if (!label) continue;
            double& demand = columns_.demand[columns_.knot_of[e]];
            demand = std::min(std::max(demand, 1 + label->near / (4 * plan_.type.text)), most_demand);
        }
    }

    /// Keeps only the labels of the `count` weightiest events.
    void keep(std::size_t count) {
        std::vector<std::size_t> order(plan_.entries.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, [&](std::size_t a, std::size_t b) { return plan_.entries[a].weight > plan_.entries[b].weight; });
        for (std::size_t i = 0; i < order.size(); ++i)
            kept_[order[i]] = i < count;
        plan_.left_out = plan_.entries.size() - std::min(count, plan_.entries.size());
    }

    [[nodiscard]] Plan finish() {
        plan_.extents = lane_extents(plan_, context_.timetable);
        inscribe(plan_, context_);
        return std::move(plan_);
    }

    /// The size of the whole page with this layout.
    [[nodiscard]] Page page() {
        plan_.extents = lane_extents(plan_, context_.timetable);
        return measure_sheet(plan_, context_);
    }

    [[nodiscard]] std::size_t entries() const { return plan_.entries.size(); }
    [[nodiscard]] Direction direction() const { return plan_.options.direction; }

private:
    [[nodiscard]] std::vector<NameSize> measure_names() const {
        std::vector<NameSize> names;
        for (const Lane& lane : plan_.cast.lanes) {
            if (!lane.character) {
                names.push_back({});
                continue;
            }
            const TextLine name = context_.measure.line(context_.story.characters[*lane.character].name,
                                                        {.size = plan_.type.heading, .weight = Weight::bold});
            names.push_back({name.width, name.ascent + name.descent});
        }
        return names;
    }

    const Context& context_;
    Plan plan_;
    Columns columns_;
    std::vector<bool> kept_;
    std::vector<NameSize> names_;
};

constexpr int relief_rounds = 2;
constexpr double least_stretch = 4;
constexpr double most_stretch = 260;

/// Bisects the stretch for the layout whose size, as `measure` gives it, comes nearest to 1 from below.
template <typename Measured>
double bisect_stretch(Setting& setting, int rounds, const Measured& measure) {
    double low = std::log(least_stretch);
    double high = std::log(most_stretch);
    for (int round = 0; round < rounds; ++round) {
        const double middle = (low + high) / 2;
        setting.lay_out(std::exp(middle));
        (measure(setting.page()) <= 1 ? low : high) = middle;
    }
    return std::exp(low);
}

/// Where the page grows, it grows to the proportions of a landscape sheet, or of a tall column.
void fit_growing(Setting& setting) {
    const bool down = setting.direction() == Direction::down;
    constexpr double landscape = 1.5;
    constexpr double column = 1.7;
    constexpr std::size_t many = 2000;
    const int rounds = setting.entries() > many ? 5 : 8;
    const auto proportion = [&](const Page& page) {
        return down ? page.height / (page.width * column) : page.width / (page.height * landscape);
    };
    for (int relief = 0; relief < relief_rounds; ++relief) {
        setting.lay_out(bisect_stretch(setting, rounds, proportion));
        setting.relieve();
    }
    setting.lay_out(bisect_stretch(setting, rounds, proportion));
}

/// Stretches the axis over the length of the page; says whether the breadth is kept too.
bool fits(Setting& setting, const Page& page) {
    const bool down = setting.direction() == Direction::down;
    setting.lay_out(bisect_stretch(
        setting, 9, [&](const Page& size) { return down ? size.height / page.height : size.width / page.width; }));
    const Page size = setting.page();
    constexpr double tolerance = 0.01;
    return size.width <= page.width + tolerance && size.height <= page.height + tolerance;
}

/// The most labels that fit, by bisection over their number.
void leave_out(Setting& setting, const Page& page) {
    std::size_t low = 0;
    std::size_t high = setting.entries();
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        setting.keep(middle);
        (fits(setting, page) ? low : high) = middle;
    }
    setting.keep(low);
    fits(setting, page);
}

Plan fit_page(const Context& context, const Options& options, const Cast& cast, const Page& page) {
    constexpr double step = 0.5;
    const double smallest = context.theme.type.smallest;
    for (const bool notes : {true, false}) {
        if (notes && !options.notes) continue;
        Options tried = options;
        tried.notes = notes;
        for (double text = context.theme.type.text; text > smallest - step; text -= step) {
            Setting setting(context, tried, cast, std::max(text, smallest));
            if (fits(setting, page)) return setting.finish();
        }
    }
    Options least = options;
    least.notes = false;
    Setting setting(context, least, cast, smallest);
    leave_out(setting, page);
    return setting.finish();
}

}  // namespace

Plan fit(const Context& context, const Options& options, const Page& page) {
    const Cast cast = arrange_cast(context.story, context.timetable, context.theme, options);
    if (!page.grows()) return fit_page(context, options, cast, page);
    Setting setting(context, options, cast, context.theme.type.text);
    fit_growing(setting);
    return setting.finish();
}

}  // namespace fabula::lifelines
