// Stories with faults: each file of broken/ says in comments, "# expect LINE:COLUMN SEVERITY CODE", what has to be
// found in it.

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "reading_story.hpp"

namespace fabula::broken_test {
namespace {

std::vector<std::string> expected_findings(const std::string& text) {
    constexpr std::string_view mark = "# expect ";
    std::vector<std::string> result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find(mark);
        if (at != std::string::npos) result.push_back(line.substr(at + mark.size()));
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<std::string> findings(const ReadResult& result) {
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : result.diagnostics) {
        std::ostringstream line;
        line << diagnostic.span.line << ':' << diagnostic.span.column << ' ' << severity_word(diagnostic.severity)
             << ' ' << diagnostic.code;
        found.push_back(line.str());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> broken_stories() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(FABULA_SOURCE_DIR "/tests/story/broken")) {
        names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

class BrokenStory : public testing::TestWithParam<std::string> {};

TEST_P(BrokenStory, HasTheFaultsThatItSays) {
    const std::string text = test_file("broken/" + GetParam() + ".yaml");
    const ReadResult result = read_story(text, GetParam() + ".yaml");
    EXPECT_EQ(findings(result), expected_findings(text)) << formatted(result);
}

INSTANTIATE_TEST_SUITE_P(Each, BrokenStory, testing::ValuesIn(broken_stories()), [](const auto& story) {
    std::string name = story.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

// Files that cannot be read at all, or that cannot say in comments what is wrong with them.
std::vector<ReadResult> other_faults() {
    std::vector<ReadResult> results;
    results.push_back(read_story("title: \xFF\n"));
    results.push_back(read_story("title: \x01\n"));
    results.push_back(read_story("title: X\n", "x", {.bytes = 4}));
    results.push_back(read_story("[[x]]\n", "x", {.depth = 1}));
    results.push_back(read_story("[x, y]\n", "x", {.nodes = 2}));
    results.push_back(read_story("[&a x, *a]\n", "x", {.aliased_nodes = 0}));
    results.push_back(read_story("{a: 1, a: 2, a: 3}\n", "x", {.diagnostics = 1}));
    results.push_back(read_story_file("/nowhere/story.yaml"));
    results.push_back(read_story_file("/"));
    results.push_back(read_story_file("/proc/self/mem"));
    return results;
}

TEST(DiagnosticCodes, EachOfThisStageAndThoseBeforeIsProducedByACase) {
    std::set<std::string> produced;
    std::vector<ReadResult> results = other_faults();
    for (const std::string& name : broken_stories())
        results.push_back(read_story(test_file("broken/" + name + ".yaml")));
    for (const ReadResult& result : results) {
        for (const Diagnostic& diagnostic : result.diagnostics)
            produced.insert(diagnostic.code);
    }
    for (const DiagnosticCode& code : diagnostic_codes()) {
        const bool ours = code.stage == "source" || code.stage == "yaml" || code.stage == "story";
        EXPECT_TRUE(!ours || produced.contains(std::string(code.code))) << code.code << " is produced by no case";
    }
}

TEST(DiagnosticCodes, EveryErrorSaysWhatToDo) {
    for (const std::string& name : broken_stories()) {
        for (const Diagnostic& diagnostic : read_story(test_file("broken/" + name + ".yaml")).diagnostics) {
            EXPECT_FALSE(diagnostic.message.empty()) << name;
            const bool message_says_it = diagnostic.message.find("takes") != std::string::npos ||
                                         diagnostic.message.find("are texts") != std::string::npos;
            EXPECT_TRUE(!diagnostic.help.empty() || message_says_it) << name << ": " << diagnostic.message;
        }
    }
}

}  // namespace
}  // namespace fabula::broken_test
