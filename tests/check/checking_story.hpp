#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "fabula/check.hpp"

namespace fabula {

/// A story and all that is found in it: by the reader, the solver and the rules.
struct CheckedStory {
    Story story;
    Diagnostics diagnostics;
};

inline CheckedStory checked(std::string_view yaml, const std::string& name = "<text>") {
    ReadResult read = read_story(yaml, name);
    CheckedStory result{std::move(read.story), std::move(read.diagnostics)};
    const auto add = [&result](const Diagnostics& found) {
        result.diagnostics.insert(result.diagnostics.end(), found.begin(), found.end());
    };
    if (result.story.events().empty()) return result;
    const TimeResult times = solve_times(result.story);
    add(times.diagnostics);
    add(check(result.story, times.timetable));
    return result;
}

/// "3:17 error after-death", one for each finding, sorted.
inline std::vector<std::string> findings(const CheckedStory& checked) {
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : checked.diagnostics) {
        found.push_back(fmt::format("{}:{} {} {}", diagnostic.span.line, diagnostic.span.column,
                                    severity_word(diagnostic.severity), diagnostic.code));
    }
    std::ranges::sort(found);
    return found;
}

/// All findings as people read them, for messages of tests.
inline std::string formatted(const CheckedStory& checked) {
    std::string text;
    for (const Diagnostic& diagnostic : checked.diagnostics)
        text += format_diagnostic(diagnostic, checked.story.sources());
    return text;
}

inline std::string text_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace fabula
