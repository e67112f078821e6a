#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "time/chains.hpp"
#include "time/model.hpp"
#include "time/network.hpp"
#include "time/smallest_cycle.hpp"
#include "time/tightening.hpp"

/// Which statements can all be true, where not all can.
namespace fabula::timing {

/// Why a statement was refused: a cycle of bounds, or where times of the axis take part, two chains from it.
struct Reason {
    std::vector<Bound> cycle;
    std::optional<ChainConflict> chains;
    std::vector<ClaimIndex> claims;
    std::optional<RuleConflict> rules = {};  ///< or two rules that no date can keep
    ClaimIndex refused = no_claim;
};

/// Statements that can all be true, and those that then cannot.
struct Agreement {
    TemporalNetwork network;  ///< of those that can
    RulesInForce rules;
    std::vector<ClaimIndex> refused;  ///< the firmest first
    std::vector<Reason> reasons;      ///< of the first of them, as many as `most_explained`
    std::optional<Limits> limits;     ///< that the rules set, where there are any and nothing is refused
};

inline constexpr std::size_t most_explained = 100;  // each costs searches of the network

/// Finds as few and as weak statements as it can without which all can be true.
///
/// The firmest are added first, and of those that are as firm the first in the story; each is refused if it contradicts
/// the ones before it. So a refused one is the weakest of its contradiction, and none of the refused could be added
/// back: this is the preferred subtheory of Brewka (1989, "Preferred subtheories"), and the complement of a minimal
/// correction set. The least number of statements cannot be found quickly (it is a hitting set of all conflicts, Reiter
/// 1987, "A theory of diagnosis from first principles"); but one that stands against several refused ones, as a wrong
/// birth against all ages, is refused in their place.
///
/// `network` has no bounds yet, and one moment for each of the model.
[[nodiscard]] Agreement agreement_of(TemporalNetwork network, const Model& model, const ClaimTable& claims);

/// Why statements are refused by an agreement, which must not change meanwhile.
class ReasonSearch {
public:
    ReasonSearch(Agreement& agreement, const Model& model, const ClaimTable& claims);

    /// The smallest contradiction of a refused statement with those that were added: no fewer of them together with it
    /// cannot all be true. (Where a statement gives several bounds that are impossible each alone, by one of them.)
    /// What the calendar counts exactly is told so, and not by how long its months are on the whole.
    [[nodiscard]] Reason of(ClaimIndex refused);

private:
    [[nodiscard]] Reason found(ClaimIndex refused);
    [[nodiscard]] std::optional<ChainConflict> chains_of(ClaimIndex refused, const std::vector<Bound>& cycle);

    Agreement& agreement_;
    const Model& model_;
    const ClaimTable& claims_;
    std::unique_ptr<ChainTable> table_;  // once it is needed
};

/// Puts the rules of a statement in force, or takes them out of it.
void set_rules(RulesInForce& rules, const Model& model, ClaimIndex claim, bool in_force);

/// Adds all bounds of a statement, or none.
bool add_claim(TemporalNetwork& network, const Model& model, const ClaimTable& claims, ClaimIndex claim);

/// The statements of the model as claims, and after them for each event that it stands in its section.
[[nodiscard]] ClaimTable claims_in(const Model& model);

}  // namespace fabula::timing
