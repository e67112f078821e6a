// One question: can a label go on between the lines of the next step?
#include "view/storyline/label_continuation.hpp"

#include <algorithm>

namespace fabula::storylines {

LabelContinuation::LabelContinuation(const Arrangement& arrangement) : arrangement_(arrangement), indexed_(none) {
    std::size_t lines = 0;
    for (const auto& step : arrangement.steps) {
        for (const Standing& standing : step)
            lines = std::max(lines, standing.line + 1);
    }
    position_.assign(lines, none);
}

void LabelContinuation::index(std::size_t step) {
    if (step == indexed_) return;
    if (indexed_ != none) {
        for (const Standing& standing : arrangement_.steps[indexed_])
            position_[standing.line] = none;
    }
    for (std::size_t p = 0; p < arrangement_.steps[step].size(); ++p)
        position_[arrangement_.steps[step][p].line] = p;
    indexed_ = step;
}

bool LabelContinuation::is_inside(std::size_t step, std::size_t gap) const {
    const auto& standings = arrangement_.steps[step];
    return gap > 0 && gap < standings.size() && standings[gap].meeting &&
           standings[gap].meeting == standings[gap - 1].meeting;
}

std::optional<std::size_t> LabelContinuation::gap(std::size_t from, const PassingLabel& passing, std::size_t to,
                                                  bool hugs_below, std::size_t least) {
    index(to);
    const auto& standings = arrangement_.steps[from];
    std::size_t low = 0;
    for (std::size_t p = 0; p < passing.gap; ++p) {
        if (const std::size_t q = position_[standings[p].line]; q != none) low = std::max(low, q + 1);
    }
    std::size_t high = arrangement_.steps[to].size();
    for (std::size_t p = passing.gap + (passing.on_line ? 1 : 0); p < standings.size(); ++p) {
        high = std::min(high, position_[standings[p].line]);
    }
    low = std::max(low, least);
    if (low > high) return std::nullopt;
    std::size_t gap = hugs_below ? high : low;
    while (gap < high && is_inside(to, gap))
        ++gap;
    while (gap > low && is_inside(to, gap))
        --gap;
    return is_inside(to, gap) ? std::nullopt : std::optional(gap);
}

}  // namespace fabula::storylines
