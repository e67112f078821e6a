// One pass: claims_of.
#include "view/storyline/separation_constraints.hpp"

namespace fabula::storylines {
namespace {

class Claimer {
public:
    Claimer(const Row& row, const Measures& measures) : row_(row), measures_(measures), nodes_(row.arrangement) {}

    [[nodiscard]] std::vector<SeparationConstraint> take() {
        for (std::size_t t = 0; t < row_.steps.size(); ++t) {
            separate_lines(t);
            separate_labels(t);
        }
        return std::move(constraints_);
    }

private:
    void separate(const Place& above, const Place& below, double points, std::size_t step,
                  std::optional<std::size_t> label = std::nullopt) {
        if (above.node == below.node) return;
        const std::int64_t least = on_grid(to_units(points) + above.offset - below.offset);
        constraints_.push_back({{above.node, below.node, least}, label, step});
    }

    /// The next whole number of line distances: with all lines on one grid, titles of different heights between them do
    /// not make them bend by a hair.
    [[nodiscard]] std::int64_t on_grid(std::int64_t distance) const {
        const std::int64_t grid = to_units(measures_.scene_gap);
        const std::int64_t tolerance = grid / 16;
        const std::int64_t steps = (distance - tolerance) / grid;
        return (distance - tolerance > 0 ? steps + (distance - tolerance > steps * grid ? 1 : 0) : steps) * grid;
    }

    /// What a line, or the container that it stands in, claims above and below itself.
    [[nodiscard]] double over(const Standing& standing, double of_line) const {
        return standing.meeting ? row_.arrangement.meetings[*standing.meeting].over(measures_) : of_line;
    }
    [[nodiscard]] double under(const Standing& standing, double of_line) const {
        return standing.meeting ? row_.arrangement.meetings[*standing.meeting].under(measures_) : of_line;
    }

    void separate_lines(std::size_t t) {
        const auto& standings = row_.arrangement.steps[t];
        if (standings.empty()) return;
        const double of_line = measures_.line_reach;
        separate({nodes_.top, 0}, standings.front().place, over(standings.front(), of_line), t);
        for (std::size_t p = 0; p + 1 < standings.size(); ++p) {
            const double gap = under(standings[p], of_line) + measures_.clearance + over(standings[p + 1], of_line);
            separate(standings[p].place, standings[p + 1].place, gap, t);
        }
        separate(standings.back().place, {nodes_.bottom, 0}, under(standings.back(), of_line), t);
    }

    /// The place of a label's upper or lower edge.
    [[nodiscard]] static Place upper(const Label& label) {
        return {label.anchor.node, label.anchor.offset - to_units(-label.top)};
    }
    [[nodiscard]] static Place lower(const Label& label) {
        return {label.anchor.node, label.anchor.offset + to_units(label.bottom)};
    }

    void separate_labels(std::size_t t) {
        const auto& passing_labels = row_.placement.passing_labels[t];
        for (std::size_t i = 0; i < passing_labels.size(); ++i) {
            separate_from_lines(t, passing_labels[i]);
            const Label& label = row_.placement.labels[passing_labels[i].label];
            for (std::size_t j = i + 1; j < passing_labels.size(); ++j) {
                const Label& other = row_.placement.labels[passing_labels[j].label];
                // The one that comes from further away gives way where there is no room for both.
                const std::size_t later = label.step > other.step ? passing_labels[j].label : passing_labels[i].label;
                if (overlap(label, other)) separate(lower(label), upper(other), measures_.label_clearance, t, later);
            }
        }
    }

    void separate_from_lines(std::size_t t, const PassingLabel& at) {
        const auto& standings = row_.arrangement.steps[t];
        const Label& label = row_.placement.labels[at.label];
        const double of_line = measures_.line_reach * 0.6;
        const std::size_t below = at.gap + (at.on_line ? 1 : 0);
        if (at.gap > 0) {
            const Standing& line = standings[at.gap - 1];
            separate(line.place, upper(label), under(line, of_line) + measures_.label_clearance, t, at.label);
        } else {
            separate({nodes_.top, 0}, upper(label), 0, t, at.label);
        }
        if (below < standings.size()) {
            const Standing& line = standings[below];
            separate(lower(label), line.place, over(line, of_line) + measures_.label_clearance, t, at.label);
        } else {
            separate(lower(label), {nodes_.bottom, 0}, 0, t, at.label);
        }
    }

    [[nodiscard]] bool overlap(const Label& a, const Label& b) const {
        const double at_a = row_.placement.columns[a.step].from;
        const double at_b = row_.placement.columns[b.step].from;
        return at_a + a.left < at_b + b.right() + 1 && at_b + b.left < at_a + a.right() + 1;
    }

    const Row& row_;
    const Measures& measures_;
    RowNodes nodes_;
    std::vector<SeparationConstraint> constraints_;
};

}  // namespace

std::vector<SeparationConstraint> claims_of(const Row& row, const Measures& measures) {
    return Claimer(row, measures).take();
}

}  // namespace fabula::storylines
