#pragma once

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

#include "fabula/story.hpp"

namespace fabula {

inline std::string test_file(const std::string& name) {
    std::ifstream file(std::string(FABULA_SOURCE_DIR "/tests/story/") + name, std::ios::binary);
    EXPECT_TRUE(file.good()) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// All findings as people read them, for messages of tests.
inline std::string formatted(const ReadResult& result) {
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics)
        text += format_diagnostic(diagnostic, result.story.sources());
    return text;
}

/// A story that has to be right.
inline Story right_story(std::string_view yaml) {
    ReadResult result = read_story(yaml);
    EXPECT_FALSE(has_errors(result.diagnostics)) << formatted(result);
    return std::move(result.story);
}

}  // namespace fabula
