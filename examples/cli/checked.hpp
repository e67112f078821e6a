#pragma once

#include <span>
#include <string>
#include <vector>

#include "fabula/check.hpp"
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

/// What `fabula check` can find, sorted by code: those of pictures, themes and fonts are not among them. A finding of
/// the reader or of the times is a rule without an example.
[[nodiscard]] std::vector<Rule> all_rules();

/// How many findings are of this severity.
[[nodiscard]] std::size_t count(const CheckedStories& stories, Severity severity);

/// "2 stories: 1 error, 0 warnings, 3 notes".
[[nodiscard]] std::string summary(const CheckedStories& stories);

/// All findings as JSON; the manual of the story file says what is in it.
[[nodiscard]] std::string json_report(const CheckedStories& stories);

/// all_rules as a table for people, or as JSON.
[[nodiscard]] std::string rules_as_table();
[[nodiscard]] std::string rules_as_json();

}  // namespace fabula::cli
