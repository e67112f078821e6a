// What holds lines together besides scenes: bonds_of, mentions_of.
#include "view/storyline/bonds.hpp"

#include <algorithm>
#include <set>

namespace fabula::storylines {
namespace {

class Finder {
public:
    Finder(const Row& row, const Plan& plan) : row_(row), plan_(plan), taken_(row.steps.size()) {
        for (std::size_t t = 0; t < row.steps.size(); ++t) {
            auto& positions = positions_.emplace_back();
            for (std::size_t p = 0; p < row.arrangement.steps[t].size(); ++p)
                positions.emplace_back(row.arrangement.steps[t][p].line, p);
            std::ranges::sort(positions);
        }
    }

    /// The stretches in which `a` and `b` are neighbours between the two times.
    void find(std::size_t relationship, Line a, Line b, const Extent& extent) {
        Bond bond{relationship, 0, 0, {}};
        for (std::size_t t = 0; t <= row_.steps.size(); ++t) {
            const auto height = t < row_.steps.size() && lasts(row_.steps[t], extent) ? between(t, a, b) : std::nullopt;
            if (height) {
                if (bond.heights.empty()) bond.first = t;
                bond.last = t;
                bond.heights.push_back(*height);
            } else if (!bond.heights.empty()) {
                bonds_.push_back(std::move(bond));
                bond = {relationship, 0, 0, {}};
            }
        }
    }

    [[nodiscard]] std::vector<Bond> take() { return std::move(bonds_); }

private:
    static bool lasts(const StoryStep& step, const Extent& extent) {
        return extent.from.nominal <= step.from && step.until <= extent.until.nominal;
    }

    [[nodiscard]] std::optional<std::size_t> position(std::size_t t, Line line) const {
        const auto found = std::ranges::lower_bound(positions_[t], line, {}, &std::pair<Line, std::size_t>::first);
        if (found == positions_[t].end() || found->first != line) return std::nullopt;
        return found->second;
    }

    /// Halfway between two lines, where they are neighbours at the least distance: no title stands between them.
    [[nodiscard]] std::optional<double> between(std::size_t t, Line a, Line b) {
        const auto p = position(t, a);
        const auto q = position(t, b);
        if (!p || !q || std::max(*p, *q) - std::min(*p, *q) != 1) return std::nullopt;
        const auto& standings = row_.arrangement.steps[t];
        const double upper = row_.assignment.at(standings[std::min(*p, *q)].place);
        const double lower = row_.assignment.at(standings[std::max(*p, *q)].place);
        if (lower - upper > 1.2 * plan_.measures.scene_gap) return std::nullopt;
        if (!taken_[t].insert(std::min(*p, *q)).second) return std::nullopt;
        return (upper + lower) / 2;
    }

    const Row& row_;
    const Plan& plan_;
    std::vector<std::vector<std::pair<Line, std::size_t>>> positions_;  ///< by step, by line
    std::vector<std::set<std::size_t>> taken_;  ///< by step: the gaps in which a relationship is shown
    std::vector<Bond> bonds_;
};

}  // namespace

std::vector<Bond> bonds_of(const Row& row, const Plan& plan, const Context& context) {
    if (context.story.relationships().empty()) return {};
    struct Phase {
        std::size_t relationship = 0;
        Extent extent;
    };
    std::vector<Phase> phases;
    for (std::size_t r = 0; r < context.story.relationships().size(); ++r) {
        for (const Extent& extent : context.timetable.relationships[r])
            phases.push_back({r, extent});
    }
    // Of two at once between the same two that which began last is shown.
    std::ranges::stable_sort(phases, std::greater(), [](const Phase& phase) { return phase.extent.from.nominal; });
    Finder finder(row, plan);
    for (const Phase& phase : phases) {
        const auto& between = context.story.relationships()[phase.relationship].between;
        for (std::size_t i = 0; i < between.size(); ++i) {
            for (std::size_t j = i + 1; j < between.size(); ++j)
                finder.find(phase.relationship, between[i].index, between[j].index, phase.extent);
        }
    }
    return finder.take();
}

std::vector<Mention> mentions_of(const Row& row, const Story& story) {
    std::vector<Mention> mentions;
    for (const Meeting& meeting : row.arrangement.meetings) {
        if (meeting.goes_on) continue;
        for (const Reference& who : story.events()[meeting.event].mentions) {
            const auto& standings = row.arrangement.steps[meeting.first];
            const auto found = std::ranges::find(standings, who.index, &Standing::line);
            const bool is_in_it = std::ranges::find(meeting.lines, who.index) != meeting.lines.end();
            if (found != standings.end() && !is_in_it) mentions.push_back({meeting.first, who.index, found->place});
        }
    }
    return mentions;
}

}  // namespace fabula::storylines
