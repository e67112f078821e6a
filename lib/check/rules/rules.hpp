#pragma once

#include "check/rule.hpp"

/// The rules, a file each. What they have in common: only real events count where someone or something has to be there
/// (Lives::is_real), and a fault is an error only where no reading of the statements is without it (Order).
namespace fabula::checking {

[[nodiscard]] CheckedRule acts_unknowing();
[[nodiscard]] CheckedRule after_death();
[[nodiscard]] CheckedRule before_birth();
[[nodiscard]] CheckedRule effect_before_cause();
[[nodiscard]] CheckedRule frame_cycle();
[[nodiscard]] CheckedRule frame_order();
[[nodiscard]] CheckedRule frame_untold();
[[nodiscard]] CheckedRule link_to_itself();
[[nodiscard]] CheckedRule milestone_gap();
[[nodiscard]] CheckedRule milestone_order();
[[nodiscard]] CheckedRule never_appears();
[[nodiscard]] CheckedRule nobody_there();
[[nodiscard]] CheckedRule not_told();
[[nodiscard]] CheckedRule missing_beat();
[[nodiscard]] CheckedRule relationship_life();
[[nodiscard]] CheckedRule reveal_early();
[[nodiscard]] CheckedRule reveal_known();
[[nodiscard]] CheckedRule state_life();
[[nodiscard]] CheckedRule thing_gone();
[[nodiscard]] CheckedRule too_far();
[[nodiscard]] CheckedRule two_hands();
[[nodiscard]] CheckedRule two_places();
[[nodiscard]] CheckedRule unused();
[[nodiscard]] CheckedRule while_away();

}  // namespace fabula::checking
