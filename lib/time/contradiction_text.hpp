#pragma once

#include <optional>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/story.hpp"

#include "time/loosening.hpp"
#include "time/model.hpp"

/// Contradictions as their author is told of them.
namespace fabula::timing {

/// An event and the section that it stands in.
struct Membership {
    EventIndex event = 0;
    SectionIndex section = 0;
};

/// Where a constraint without a statement says that an event lies within its section: which.
[[nodiscard]] std::optional<Membership> membership(const Constraint& constraint, const Model& model);

/// The diagnostic of the contradiction `cycle`, at the refused statement: what cannot be, the sums on both sides, each
/// statement as it was written and what it means, and what would mend it. Its code is `age-contradicts-birth` where all
/// statements give points of time, with an age or the birth of one character among them, `outside-section` where it
/// takes part that an event stands in its section, else `contradiction`.
[[nodiscard]] Diagnostic contradiction(const std::vector<Bound>& cycle, const std::vector<Loosening>& loosenings,
                                       StatementIndex refused, const Model& model, const Story& story);

}  // namespace fabula::timing
