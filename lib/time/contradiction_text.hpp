#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/story.hpp"

#include "time/chains.hpp"
#include "time/model.hpp"
#include "time/smallest_cycle.hpp"

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
/// statement as it was written and what it means, and what would fix it. Its code is `age-contradicts-birth` where all
/// statements give points of time, with an age or the birth of one character among them, `outside-section` where it
/// takes part that an event stands in its section, else `contradiction`.
[[nodiscard]] Diagnostic contradiction(const std::vector<Bound>& cycle, const std::vector<Loosening>& loosenings,
                                       StatementIndex refused, const Model& model, const Story& story);

/// The same of two chains of statements, in sums of the calendar: "1901-05-01 + 12 years = 1913-05-01".
[[nodiscard]] Diagnostic contradiction(const ChainConflict& conflict, ClaimIndex refused, const Model& model,
                                       const Story& story);

/// The same of two rules that cannot both hold, at whatever dates.
[[nodiscard]] Diagnostic contradiction(const RuleConflict& conflict, ClaimIndex refused, const Model& model,
                                       const Story& story);

/// What one link of a chain adds to the limit before it: " (1901-05-01 + 12 years = 1913-05-01)"; empty where that is
/// no sum of dates.
[[nodiscard]] std::string sum_text(const Link& before, const Link& link, const Model& model, const Story& story);

/// Each statement of these bounds, as it was written and what it means, the last bound first.
[[nodiscard]] std::vector<Related> statements_of(const std::vector<Bound>& bounds, const Model& model,
                                                 const Story& story);

/// The code of a contradiction of these bounds, as above.
[[nodiscard]] std::string_view code_of(const std::vector<Bound>& bounds, const Model& model);

/// "‘age 11 of ada’", or "what is said of ada" where there is no text to look it up in.
[[nodiscard]] std::string what_is_said(StatementIndex statement, const Model& model, const Story& story);

/// "these three statements cannot all be true".
[[nodiscard]] std::string counted_statements(std::size_t count);

}  // namespace fabula::timing
