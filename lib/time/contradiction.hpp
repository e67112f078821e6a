#pragma once

#include "fabula/diagnostic.hpp"

#include "time/model.hpp"
#include "time/network.hpp"

namespace fabula::timing {

/// Adds all that is stated to `network`; what contradicts the statements before it is left out, and reported with them,
/// so that several contradictions are found, up to twenty. Points of time are added before distances, each in the
/// order of the file. Where times add up to more than Ticks can count, that is reported alone and nothing is added.
[[nodiscard]] Diagnostics add_statements(TemporalNetwork& network, const Model& model, const Story& story);

}  // namespace fabula::timing
