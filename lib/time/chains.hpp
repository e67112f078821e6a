#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "time/model.hpp"
#include "time/network.hpp"
#include "time/smallest_cycle.hpp"
#include "time/tightening.hpp"

/// Why a moment can be no earlier, or no later, than it can: one statement after the other, from the axis to it.
namespace fabula::timing {

/// One statement more, and the limit that it sets.
struct Link {
    Bound bound;  ///< as if it were one of the network, from the limits on both its sides; its number says what it is
    Variable to = 0;  ///< the moment that it limits
    Ticks limit = 0;  ///< of that
};
using Chain = std::vector<Link>;

/// What bounds and rules the chains may use.
struct ChainGround {
    const TemporalNetwork& network;
    const Model& model;
    const ClaimTable& claims;
    const RulesInForce& rules;
    std::vector<Bound> more = {};  ///< bounds that are not in the network
    bool circles = false;  ///< chains may come by a moment more than once: hard to read, but there may be no others
};

/// Two chains to one moment that leave it no time: it would be no earlier than `earliest` says, and no later than
/// `latest` does.
struct ChainConflict {
    Chain earliest;
    Chain latest;
};

/// The conflict with the fewest claims, of several one where a claim of `preferred` comes last. Goes through all limits
/// by their number of claims. Nothing where no times are left out, or the search takes more than some million steps.
[[nodiscard]] std::optional<ChainConflict> smallest_conflict(const ChainGround& ground,
                                                             ClaimIndex preferred = no_claim);

class ChainSearch;

/// The limits of all moments by their number of claims, found once, to ask why statements cannot be added.
class ChainTable {
public:
    explicit ChainTable(const ChainGround& ground);
    ~ChainTable();
    ChainTable(const ChainTable&) = delete;
    ChainTable& operator=(const ChainTable&) = delete;

    /// The conflict with the fewest claims in which a bound or a rule of `claim`, which is not in the ground, takes
    /// part once; it comes last in one of the chains. Nothing where it would have to come in both, or the search for
    /// limits took too long.
    [[nodiscard]] std::optional<ChainConflict> conflict_with(ClaimIndex claim) const;

private:
    class Meeting;

    ChainGround ground_;
    std::unique_ptr<ChainSearch> search_;
    std::vector<std::vector<std::size_t>> found_at_;  // by moment: paths, those with the fewest claims first
};

/// The chain with the fewest claims that makes `moment` no earlier, or no later, than `limit`; empty where there is
/// none.
enum class LimitSide { earliest, latest };
[[nodiscard]] Chain shortest_chain(const ChainGround& ground, LimitSide side, Variable moment, Ticks limit);

/// The claims of the two chains, each once.
[[nodiscard]] std::vector<ClaimIndex> claims_of(const ChainConflict& conflict, const ClaimTable& claims);

}  // namespace fabula::timing
