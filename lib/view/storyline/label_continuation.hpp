#pragma once

#include <optional>

#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// Where labels can pass from step to step between the lines: the lines above one stay above it, those below it below,
/// and none crosses.
class LabelContinuation {
public:
    explicit LabelContinuation(const Arrangement& arrangement);

    /// The gap of step `to` in which a label goes on that is at `passing` in step `from`: next to the lines below it
    /// where it `hugs_below`, else next to those above, but not above gap `least`. Nothing where a line crosses from
    /// one side to the other. O(lines of both steps).
    [[nodiscard]] std::optional<std::size_t> gap(std::size_t from, const PassingLabel& passing, std::size_t to,
                                                 bool hugs_below, std::size_t least = 0);

private:
    /// Between two lines of one container there is no room.
    [[nodiscard]] bool is_inside(std::size_t step, std::size_t gap) const;
    void index(std::size_t step);

    const Arrangement& arrangement_;
    std::size_t indexed_;
    std::vector<std::size_t> position_;  ///< by line, in the step that is indexed
};

}  // namespace fabula::storylines
