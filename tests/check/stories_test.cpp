// The stories of tests/stories: each says in comments, "# expect LINE:COLUMN SEVERITY CODE", all that has to be found
// in it. A line "#= ..." is what mends the line above: with all of these put in, nothing is found.

#include <filesystem>
#include <gmock/gmock.h>
#include <sstream>

#include "checking_story.hpp"

namespace fabula::stories_test {
namespace {

const std::string folder = FABULA_SOURCE_DIR "/tests/stories/";

std::vector<std::string> names_in(const std::string& path) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

std::string story_called(const std::string& name) {
    return text_of_file(folder + name + ".yaml");
}

std::vector<std::string> expected_findings(const std::string& text) {
    constexpr std::string_view mark = "# expect ";
    std::vector<std::string> result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find(mark);
        if (at != std::string::npos) result.push_back(line.substr(at + mark.size()));
    }
    std::ranges::sort(result);
    return result;
}

/// The story with each line put in that mends the one above it; empty where there is none.
std::string mended(const std::string& text) {
    constexpr std::string_view mark = "#=";
    std::vector<std::string> lines;
    bool any = false;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with(mark)) {
            lines.back() = line.substr(mark.size());
            any = true;
        } else {
            lines.push_back(line);
        }
    }
    std::string result;
    for (const std::string& line : lines)
        result += line + "\n";
    return any ? result : "";
}

std::string test_name(const testing::TestParamInfo<std::string>& story) {
    std::string name = story.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

class StoryWithFaults : public testing::TestWithParam<std::string> {};

TEST_P(StoryWithFaults, HasThoseThatItSays) {
    const std::string text = story_called(GetParam());
    const CheckedStory result = checked(text, GetParam() + ".yaml");
    EXPECT_EQ(findings(result), expected_findings(text)) << formatted(result);
}

TEST_P(StoryWithFaults, HasNoneWhereTheyAreMended) {
    const std::string text = mended(story_called(GetParam()));
    if (text.empty()) return;
    const CheckedStory result = checked(text, GetParam() + ".yaml");
    EXPECT_EQ(findings(result), std::vector<std::string>()) << formatted(result);
}

INSTANTIATE_TEST_SUITE_P(Each, StoryWithFaults, testing::ValuesIn(names_in(folder)), test_name);

std::vector<std::string> codes() {
    std::vector<std::string> result;
    for (const Rule& rule : rules())
        result.emplace_back(rule.code);
    return result;
}

class EachRule : public testing::TestWithParam<std::string> {};

TEST_P(EachRule, HasAStoryThatBreaksItAloneAndOneThatMendsIt) {
    ASSERT_TRUE(std::filesystem::exists(folder + GetParam() + ".yaml")) << GetParam();
    const std::string text = story_called(GetParam());
    const auto expected = expected_findings(text);
    EXPECT_FALSE(expected.empty());
    for (const std::string& finding : expected)
        EXPECT_TRUE(finding.ends_with(" " + GetParam())) << finding;
    EXPECT_FALSE(mended(text).empty());
}

TEST_P(EachRule, IsSilentWhereTheStoryAllowsIt) {
    const std::string text = story_called(GetParam());
    const CheckedStory result = checked(text + "\nallow: " + GetParam() + "\n");
    EXPECT_EQ(findings(result), std::vector<std::string>()) << formatted(result);
}

TEST_P(EachRule, FindsItsExampleAndNothingElseThatIsWrong) {
    const auto rule = std::ranges::find(rules(), GetParam(), &Rule::code);
    const CheckedStory result = checked(rule->example);
    bool found = false;
    for (const Diagnostic& diagnostic : result.diagnostics) {
        found = found || diagnostic.code == GetParam();
        EXPECT_TRUE(diagnostic.code == GetParam() || diagnostic.severity == Severity::note) << formatted(result);
    }
    EXPECT_TRUE(found) << formatted(result);
}

TEST_P(EachRule, IsDescribedInPlainLines) {
    const auto rule = std::ranges::find(rules(), GetParam(), &Rule::code);
    for (const std::string_view line : {rule->meaning, rule->hint}) {
        EXPECT_FALSE(line.empty());
        EXPECT_EQ(line.find_first_of("\n."), std::string_view::npos) << line;
    }
    EXPECT_TRUE(std::ranges::none_of(diagnostic_codes(), [&](const DiagnosticCode& code) {
        return code.code == rule->code;
    })) << "codes of rules stand with the rules";
}

INSTANTIATE_TEST_SUITE_P(Rules, EachRule, testing::ValuesIn(codes()), test_name);

class ExampleStory : public testing::TestWithParam<std::string> {};

TEST_P(ExampleStory, HasNoErrorsAndNoWarnings) {
    const CheckedStory result = checked(text_of_file(FABULA_SOURCE_DIR "/examples/stories/" + GetParam() + ".yaml"));
    for (const Diagnostic& diagnostic : result.diagnostics)
        EXPECT_EQ(diagnostic.severity, Severity::note) << formatted(result);
}

INSTANTIATE_TEST_SUITE_P(Examples, ExampleStory, testing::ValuesIn(names_in(FABULA_SOURCE_DIR "/examples/stories")),
                         test_name);

}  // namespace
}  // namespace fabula::stories_test
