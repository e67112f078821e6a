// Drafts with mistakes: all of them are found in one run, and nothing that only follows from one.
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checking_story.hpp"

namespace fabula::drafts_test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found_in(const std::string& yaml) {
    std::vector<std::string> found;
    const CheckedStory story = checked(yaml);
    for (const Diagnostic& diagnostic : sorted(story.diagnostics))
        found.push_back(fmt::format("{} {}", diagnostic.span.line, diagnostic.code));
    return found;
}

constexpr const char* cases = FABULA_SOURCE_DIR "/../shared/cases/drafts/";

TEST(ADraft, WithOneContradictionHasAllItsOtherFindings) {
    const std::string path = std::string(cases) + "08-one-contradiction-hides-all-rules.yaml";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared cases are not beside this checkout";
    EXPECT_THAT(found_in(text_of_file(path)), ElementsAre("7 never-appears", "10 age-contradicts-birth",
                                                          "11 after-death", "13 two-places", "14 acts-unknowing"));
}

TEST(ADraft, WithOneMisspeltIdHasAllItsOtherFindings) {
    const std::string path = std::string(cases) + "09-one-misspelt-id-hides-everything.yaml";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared cases are not beside this checkout";
    EXPECT_THAT(found_in(text_of_file(path)), ElementsAre("6 age-contradicts-birth", "7 unknown-id", "8 after-death"));
}

TEST(ADraft, WithKeysOfOtherToolsHasOneFindingForEach) {
    const std::string path = std::string(cases) + "38-hints-that-mislead.yaml";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared cases are not beside this checkout";
    EXPECT_THAT(found_in(text_of_file(path)), ElementsAre("4 unknown-key", "4 unknown-key", "6 unknown-key",
                                                          "7 unknown-key", "7 unknown-key", "7 unknown-key"));
}

TEST(WhatCouldNotBeRead, DoesNotMakeItsIdUnused) {
    EXPECT_THAT(found_in("title: x\ncharacters: {ada: , cy: }\nevents: [{title: A, who: [ada, cyy]}]\n"),
                ElementsAre("3 unknown-id"));
    EXPECT_THAT(found_in("title: x\ncharacters: {ada: }\nplaces: {rome: }\nevents: [{title: A, characters: ada, "
                         "location: rome}]\n"),
                ElementsAre("4 unknown-key", "4 unknown-key"));
}

TEST(WhatCouldNotBeRead, DoesNotMakeItsEventWrong) {
    EXPECT_THAT(found_in("title: x\ncharacters: {cy: {died: 1930}}\nevents:\n- {title: A, who: cy, when: 1935, mode: "
                         "flashbakc}\n"),
                ElementsAre("4 unknown-value"));
    EXPECT_THAT(found_in("title: x\ncharacters: {cy: {died: 1930}}\nevents:\n- {title: A, who: cy, when: 1935, "
                         "colour: red}\n"),
                ElementsAre("4 after-death", "4 unknown-key"));
}

TEST(WhatCouldNotBeRead, DoesNotMakeAnAllowanceIdle) {
    EXPECT_THAT(found_in("title: x\ncharacters: {cy: {died: 1930}}\nevents:\n- {title: A, who: cyy, when: 1935, allow: "
                         "after-death}\n"),
                ElementsAre("4 unknown-id"));
}

}  // namespace
}  // namespace fabula::drafts_test
