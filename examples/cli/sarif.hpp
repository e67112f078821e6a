#pragma once

#include "fabula/diagnostic.hpp"

#include "json.hpp"

namespace fabula::cli {

/// Adds `diagnostics` to the results of a SARIF run.
void add_sarif_results(Json& results, const Diagnostics& diagnostics, const Sources& sources);

/// A SARIF 2.1.0 log (OASIS 2020) of one run with these results and a rule for each diagnostic code.
[[nodiscard]] Json sarif_log(Json results);

}  // namespace fabula::cli
