#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "time/model.hpp"
#include "time/network.hpp"

namespace fabula::timing {

/// By variable, from the axis: the earliest and the latest times.
struct Limits {
    std::vector<Ticks> earliest;
    std::vector<Ticks> latest;
};

/// Which of the sums and recurrences of a model hold: those of statements that were not refused.
struct RulesInForce {
    std::vector<bool> sums;
    std::vector<bool> recurrences;
    std::vector<bool> refused;  ///< by statement
};
/// All of them; on an axis that has no days, nothing recurs.
[[nodiscard]] RulesInForce all_rules(const Model& model);

/// The earliest and latest times that the bounds of `network` and the rules in force leave, where they are a fixed
/// point: exact, see calendar_rule.hpp. Nothing where no times are left. Costs two searches of the network, and for
/// each moment that a rule makes later or earlier what is bound to it.
[[nodiscard]] std::optional<Limits> tightened(const TemporalNetwork& network, const Model& model,
                                              const RulesInForce& rules);

/// The same limits if no more than `steps` moments have to be looked at for them; nothing if it takes more.
[[nodiscard]] std::optional<Limits> tightened_within(std::size_t steps, const TemporalNetwork& network,
                                                     const Model& model, const RulesInForce& rules);

/// The same limits, or why there are none.
struct Tightened {
    std::optional<Limits> limits;
    /// Bounds and rules, by their numbers, that together leave a moment no time: those that its two limits follow from,
    /// for each of the first such moments. Each conflict is one, but may be larger than it has to be.
    std::vector<std::vector<std::size_t>> conflicts;
};
[[nodiscard]] Tightened tightened_or_not(const TemporalNetwork& network, const Model& model, const RulesInForce& rules);

/// Two rules that cannot both hold, at whatever dates: sums between the same two moments of which `least` asks for more
/// than `most` allows, or parts of the year or day of one moment that exclude each other. By their numbers in the
/// model.
struct RuleConflict {
    std::size_t least = 0;
    std::size_t most = 0;
};
[[nodiscard]] std::vector<RuleConflict> conflicting_rules(const TemporalNetwork& network, const Model& model,
                                                          const RulesInForce& rules);

/// The number under which what follows from rules is added to a network as a bound.
inline constexpr std::size_t tightened_number = static_cast<std::size_t>(-64);

/// Adds what rules make of `limits` to `network`, so that it knows it without them.
void add_limits(TemporalNetwork& network, const Model& model, const Limits& limits);

}  // namespace fabula::timing
