#pragma once

#include "check/registry.hpp"

/// The rules, a file each. What they have in common: only real events count where someone or something has to be there
/// (Lives::is_real), and a fault is an error only where no reading of the statements is without it (Order).
namespace fabula::checking {

[[nodiscard]] CheckedRule after_death();
[[nodiscard]] CheckedRule before_birth();
[[nodiscard]] CheckedRule effect_before_cause();
[[nodiscard]] CheckedRule too_far();
[[nodiscard]] CheckedRule two_places();

}  // namespace fabula::checking
