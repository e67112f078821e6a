#pragma once

#include <span>
#include <string>
#include <vector>

#include "fabula/diagnostic.hpp"

#include "json.hpp"

namespace fabula::cli {

/// What is wrong with one story.
struct Checked {
    Diagnostics diagnostics;  ///< in reading order
    Sources sources;
};

/// What `fabula check` found in all stories that it was given.
using CheckedStories = std::vector<Checked>;

/// The codes of what `fabula check` can find, sorted: those of pictures, themes and fonts are not among them.
[[nodiscard]] std::vector<DiagnosticCode> codes_of_checks();

/// How many findings are of this severity.
[[nodiscard]] std::size_t count(const CheckedStories& stories, Severity severity);

/// "2 stories: 1 error, 0 warnings, 3 notes".
[[nodiscard]] std::string summary(const CheckedStories& stories);

/// All findings as JSON; the manual of the story file says what is in it.
[[nodiscard]] std::string json_report(const CheckedStories& stories);

/// The codes of checks as a table for people, or as JSON.
[[nodiscard]] std::string rules_as_table();
[[nodiscard]] std::string rules_as_json();

}  // namespace fabula::cli
