// Names along lines. Each is tried at places further and further from where it would stand best.

#include <cmath>
#include <optional>

#include "view/storyline/draw.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

constexpr double every = 360;          // points from name to name
constexpr double search_reach = 0.35;  // of the distance between two names
constexpr double search_step = 4;
constexpr double gap_pad = 4;           // between a name and the ends of its line
constexpr double steepest = 0.6;        // radians
constexpr double most_deviation = 1.2;  // of the line from a straight one, points

/// A stretch of a line, taken as straight.
struct Chord {
    Point from;
    Point until;

    [[nodiscard]] double turn() const { return std::atan2(until.y - from.y, until.x - from.x); }
    [[nodiscard]] double height_at(double x) const {
        return from.y + (until.y - from.y) * (x - from.x) / (until.x - from.x);
    }
    [[nodiscard]] bool meets(double left, double right) const { return from.x < right && left < until.x; }
    /// The box of a name on the chord that reaches so far to both sides.
    [[nodiscard]] Box box(double reach) const {
        const auto [high, low] = std::minmax({from.y, until.y});
        return {from.x, high - reach, until.x, low + reach};
    }
};

class NamePlacer {
public:
    NamePlacer(const Row& row, const Plan& plan, const Context& context)
        : row_(row),
          plan_(plan),
          context_(context),
          half_(plan.type.text * 0.5),
          bond_heights_(row.steps.size()),
          mentioned_(row.steps.size()),
          rank_(context.story.characters().size(), SIZE_MAX) {
        for (const Bond& bond : bonds_of(row, plan, context)) {
            for (std::size_t t = bond.first; t <= bond.last; ++t)
                bond_heights_[t].push_back(bond.heights[t - bond.first]);
        }
        for (const Mention& mention : mentions_of(row, context.story))
            mentioned_[mention.step].push_back(mention.line);
    }

    [[nodiscard]] std::vector<NameAlong> take() {
        for (const LineRun& run : line_runs(row_, context_.story.characters().size()))
            add_names(run);
        return std::move(names_);
    }

private:
    void add_names(const LineRun& run) {
        const double length = run.until - run.from;
        const auto count = static_cast<std::size_t>(std::max(0.0, std::round(length / every) - 1));
        if (count == 0) return;
        const TextLine name = set_name(context_.story.characters()[run.line], plan_.importance[run.line],
                                       plan_.type.text, context_.measure);
        const StepCurve curve(row_.placement.columns, run.first, run.heights, {});
        const double distance = length / static_cast<double>(count + 1);
        for (std::size_t i = 1; i <= count; ++i)
            add_name(name, run, curve, run.from + distance * static_cast<double>(i), distance * search_reach);
    }

    /// Adds a name as close to `best` as there is room, at most `reach` away. Tries places further and further away.
    void add_name(const TextLine& name, const LineRun& run, const StepCurve& curve, double best, double reach) {
        for (double away = 0; away <= reach; away += search_step) {
            for (const double x : {best - away, best + away}) {
                const std::optional<Chord> chord = chord_at(x, name.width + 2 * gap_pad, curve);
                if (chord && has_room(run, *chord)) return add(name, run.line, *chord);
            }
        }
    }

    void add(const TextLine& name, Line line, const Chord& chord) {
        const Point centre{(chord.from.x + chord.until.x) / 2, (chord.from.y + chord.until.y) / 2};
        names_.push_back({line, name, chord.from.x, chord.until.x, centre, chord.turn()});
    }

    /// The first and the last of the steps that a chord meets or lies between.
    [[nodiscard]] std::pair<std::size_t, std::size_t> steps_under(const Chord& chord) const {
        const auto& columns = row_.placement.columns;
        const auto behind = std::ranges::upper_bound(columns, chord.from.x, {}, &Column::flat_from);
        const auto last = std::ranges::lower_bound(columns, chord.until.x, {}, &Column::flat_until);
        return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - columns.begin(), 1)) - 1,
                static_cast<std::size_t>(last - columns.begin())};
    }

    /// A straight line of this length on the curve, with its middle at `x`; nothing if the curve bends or is steep
    /// there.
    [[nodiscard]] std::optional<Chord> chord_at(double x, double length, const StepCurve& curve) const {
        constexpr int rounds = 3;
        constexpr int samples = 8;
        Chord chord;
        double half = length / 2;
        for (int round = 0; round < rounds; ++round) {
            chord = {{x - half, curve.height_at(x - half)}, {x + half, curve.height_at(x + half)}};
            half = length / 2 * std::cos(chord.turn());
        }
        const double turn = std::abs(chord.turn());
        const bool may_turn = context_.theme.type.names_along == NamesAlong::slope;
        if (turn > (may_turn ? steepest : 0)) return std::nullopt;
        // A nearly level line has to be straight; one that rises may be the middle of a bend.
        const double tolerance = may_turn ? std::min(0.25 + 4 * turn, most_deviation) : 0;
        for (int i = 1; i < samples; ++i) {
            const double at = chord.from.x + 2 * half * i / samples;
            if (std::abs(curve.height_at(at) - chord.height_at(at)) > tolerance) return std::nullopt;
        }
        return chord;
    }

    /// Whether nothing but the line itself is near. Between two steps all curves have the same form, so that lines that
    /// do not cross come no closer to each other than they are in one of the two.
    [[nodiscard]] bool has_room(const LineRun& run, const Chord& chord) {
        const auto [first, last] = steps_under(chord);
        if (first < run.first || last > run.last) return false;
        for (std::size_t t = first; t <= last; ++t) {
            if (!has_room(run, t, chord) || (t < last && is_crossed(run.line, t))) return false;
        }
        return true;
    }

    [[nodiscard]] bool has_room(const LineRun& run, std::size_t t, const Chord& chord) const {
        const auto& standings = row_.arrangement.steps[t];
        const auto own = std::ranges::find(standings, run.line, &Standing::line);
        if (stands_in(*own, chord) || is_mentioned(run.line, t, chord)) return false;
        const Box box = chord.box(half_);
        const auto is_far = [&](const Standing& other) {
            return is_beside(row_.assignment.at(other.place), box, reach_of(other, chord));
        };
        if (own != standings.begin() && !is_far(*std::prev(own))) return false;
        if (std::next(own) != standings.end() && !is_far(*std::next(own))) return false;
        constexpr double from_bond = 1.5;
        const auto is_near = [&](double bond) { return !is_beside(bond, box, from_bond); };
        return std::ranges::none_of(bond_heights_[t], is_near) && is_free_of_labels(t, box);
    }

    /// Whether everything that is no further than `reach` from a height is above a box, or below it.
    [[nodiscard]] static bool is_beside(double height, const Box& box, double reach) {
        return height + reach <= box.top || height - reach >= box.bottom;
    }

    [[nodiscard]] bool stands_in(const Standing& standing, const Chord& chord) const {
        constexpr double from_container = 6;
        if (!standing.meeting) return false;
        const Meeting& meeting = row_.arrangement.meetings[*standing.meeting];
        return chord.meets(row_.placement.columns[meeting.first].from - from_container,
                           row_.placement.columns[meeting.last].until + from_container);
    }

    [[nodiscard]] bool is_mentioned(Line line, std::size_t t, const Chord& chord) const {
        const Column& column = row_.placement.columns[t];
        return chord.meets(column.from, column.until) && std::ranges::find(mentioned_[t], line) != mentioned_[t].end();
    }

    /// How far a neighbouring line reaches: as far as a name along it, or the container that it stands in.
    [[nodiscard]] double reach_of(const Standing& other, const Chord& chord) const {
        constexpr double between_names = 0.5;
        if (!stands_in(other, chord)) return half_ + between_names;
        const Meeting& meeting = row_.arrangement.meetings[*other.meeting];
        return std::max(half_, std::max(meeting.over(plan_.measures), meeting.under(plan_.measures))) + between_names;
    }

    [[nodiscard]] bool is_free_of_labels(std::size_t t, const Box& box) const {
        constexpr double beside = 4;
        constexpr double above = 3.5;  // closer, they would read as one text
        return std::ranges::none_of(row_.placement.passing_labels[t], [&](const PassingLabel& passing) {
            const Label& label = row_.placement.labels[passing.label];
            const double from = row_.placement.columns[label.step].from;
            const double anchor = row_.assignment.at(label.anchor);
            return from + label.left - beside < box.right && box.left < from + label.right() + beside &&
                   box.top - above < anchor + label.bottom && anchor + label.top < box.bottom + above;
        });
    }

    /// Whether another line crosses this one between step `t` and the next.
    [[nodiscard]] bool is_crossed(Line line, std::size_t t) {
        const auto& before = row_.arrangement.steps[t];
        const auto& after = row_.arrangement.steps[t + 1];
        for (std::size_t p = 0; p < after.size(); ++p)
            rank_[after[p].line] = p;
        const std::size_t own = rank_[line];
        bool above = true;
        bool crossed = false;
        for (const Standing& other : before) {
            if (other.line == line) {
                above = false;
            } else if (rank_[other.line] != SIZE_MAX && (rank_[other.line] < own) != above) {
                crossed = true;
            }
        }
        for (const Standing& standing : after)
            rank_[standing.line] = SIZE_MAX;
        return crossed;
    }

    const Row& row_;
    const Plan& plan_;
    const Context& context_;
    double half_;                                    ///< how far a name reaches from the middle of its line, points
    std::vector<std::vector<double>> bond_heights_;  ///< by step
    std::vector<std::vector<Line>> mentioned_;       ///< by step
    std::vector<std::size_t> rank_;                  ///< by line: its position in the step at hand
    std::vector<NameAlong> names_;
};

}  // namespace

std::vector<NameAlong> names_along(const Row& row, const Plan& plan, const Context& context) {
    return NamePlacer(row, plan, context).take();
}

}  // namespace fabula::storylines
