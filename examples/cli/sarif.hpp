#pragma once

#include <string>

#include "checked.hpp"
#include "commands.hpp"

namespace fabula::cli {

/// All findings as a SARIF 2.1.0 log (OASIS 2020) of one run, which ended with `exit`: an artifact for each story, a
/// rule for each code.
[[nodiscard]] std::string sarif_report(const CheckedStories& stories, Exit exit);

}  // namespace fabula::cli
