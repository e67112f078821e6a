// One pass: arrange.
#include "view/storyline/arrangement.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::storylines {

std::int64_t to_units(double points) {
    return static_cast<std::int64_t>(std::ceil(points / height_unit - 1e-6));
}

namespace {

class Arranger {
public:
    Arranger(std::size_t lines, std::vector<bool>& begun, const Measures& measures)
        : gap_(to_units(measures.scene_gap)),
          position_(lines, none),
          before_(lines, none),
          meeting_of_(begun.size(), none),
          begun_(begun) {}

    void add(const StoryStep& step, const Lines& order) {
        const std::size_t t = result_.steps.size();
        for (std::size_t p = 0; p < order.size(); ++p)
            position_[order[p]] = p;
        std::vector<Standing>& standings = result_.steps.emplace_back();
        for (const Line line : order)
            standings.push_back({line, {none, 0}, std::nullopt});
        std::vector<std::size_t> scenes = outermost_first(step);
        std::vector<std::optional<std::size_t>> round(order.size());  // by position: the innermost container so far
        for (const std::size_t s : scenes)
            stand(step.scenes[s], t, order, round);
        for (Standing& standing : standings) {
            if (standing.place.node == none) standing.place.node = result_.nodes++;
        }
        before_.assign(position_.size(), none);
        for (const Line line : order)
            before_[line] = position_[line];
    }

    [[nodiscard]] Arrangement take() { return std::move(result_); }

private:
    static std::vector<std::size_t> outermost_first(const StoryStep& step) {
        std::vector<std::size_t> scenes(step.scenes.size());
        for (std::size_t s = 0; s < scenes.size(); ++s)
            scenes[s] = s;
        // Of scenes of equal size, one within the other, the outer one is that which began first.
        std::ranges::stable_sort(scenes, [&](std::size_t a, std::size_t b) {
            return step.scenes[a].whole.size() > step.scenes[b].whole.size();
        });
        return scenes;
    }

    void stand(const SceneInStep& scene, std::size_t t, const Lines& order,
               std::vector<std::optional<std::size_t>>& round) {
        std::vector<std::size_t> positions;
        for (const Line line : scene.whole)
            positions.push_back(position_[line]);
        const std::size_t first = *std::ranges::min_element(positions);
        const Lines lines(order.begin() + static_cast<std::ptrdiff_t>(first),
                          order.begin() + static_cast<std::ptrdiff_t>(first + positions.size()));
        const std::optional<std::size_t> outer = round[first];
        const std::size_t meeting = continued(scene.event, t, lines, order, outer);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            Standing& standing = result_.steps[t][first + i];
            round[first + i] = meeting;
            if (standing.meeting) continue;
            standing.meeting = meeting;
            const Place& top = result_.meetings[meeting].top;
            standing.place = {top.node, top.offset + static_cast<std::int64_t>(i) * gap_};
        }
        result_.meetings[meeting].top = result_.steps[t][first].place;
        std::size_t depth = 0;
        for (auto round_it = outer; round_it; round_it = result_.meetings[*round_it].outer)
            result_.meetings[*round_it].depth = std::max(result_.meetings[*round_it].depth, ++depth);
    }

    /// Whether no line has changed sides since the step before: a container that one crosses cannot stay level.
    [[nodiscard]] bool is_crossed_by_none(const Lines& lines, const Lines& order) const {
        const std::size_t first = position_[lines.front()];
        const std::size_t first_before = before_[lines.front()];
        for (std::size_t p = 0; p < order.size(); ++p) {
            if (before_[order[p]] == none || (first <= p && p < first + lines.size())) continue;
            if ((p < first) != (before_[order[p]] < first_before)) return false;
        }
        return true;
    }

    /// The scene's container of the step before where it can go on, or a new one.
    std::size_t continued(EventIndex event, std::size_t t, const Lines& lines, const Lines& order,
                          std::optional<std::size_t> outer) {
        const std::size_t before = meeting_of_[event];
        if (before != none) {
            Meeting& meeting = result_.meetings[before];
            if (meeting.last + 1 == t && meeting.lines == lines && meeting.outer == outer &&
                is_crossed_by_none(lines, order)) {
                meeting.last = t;
                return before;
            }
        }
        Meeting meeting{
            .event = event, .first = t, .last = t, .lines = lines, .top = {}, .outer = outer, .goes_on = begun_[event]};
        begun_[event] = true;
        if (!outer) meeting.top.node = result_.nodes++;
        result_.meetings.push_back(std::move(meeting));
        meeting_of_[event] = result_.meetings.size() - 1;
        return meeting_of_[event];
    }

    std::int64_t gap_;
    std::vector<std::size_t> position_;    ///< by line
    std::vector<std::size_t> before_;      ///< by line: its position in the step before
    std::vector<std::size_t> meeting_of_;  ///< by event: its newest container
    std::vector<bool>& begun_;             ///< by event
    Arrangement result_;
};

}  // namespace

Arrangement arrange(const Row& row, std::vector<bool>& begun, const Measures& measures) {
    std::size_t lines = 0;
    for (const StoryStep& step : row.steps) {
        if (!step.present.empty()) lines = std::max(lines, step.present.back() + 1);
    }
    Arranger arranger(lines, begun, measures);
    for (std::size_t t = 0; t < row.steps.size(); ++t)
        arranger.add(row.steps[t], row.orders[t]);
    return arranger.take();
}

}  // namespace fabula::storylines
