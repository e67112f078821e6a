#include "render/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fabula::sample_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Sample, HasEveryCharacterOfTheStoryOnce) {
    Story story;
    story.title = "Ωμέγα Ω";
    Character li;
    li.id = "li";
    li.name = "李明";
    story.characters.push_back(li);
    const std::string sample = sample_of(story);
    for (const char* character : {"Ω", "μ", "έ", "李", "明"})
        EXPECT_THAT(sample, HasSubstr(character));
    EXPECT_EQ(sample.find("Ω"), sample.rfind("Ω"));
}

TEST(Sample, HasWhatViewsSetThemselves) {
    const std::string sample = sample_of({});
    for (const char* character : {"A", "z", "0", "9", "–", "…", "’"})
        EXPECT_THAT(sample, HasSubstr(character));
}

TEST(Sample, IsTheSameWhateverTheOrderOfTheStory) {
    Story one;
    one.title = "αβ";
    Story other;
    other.title = "βα";
    EXPECT_EQ(sample_of(one), sample_of(other));
}

TEST(Sample, LeavesOutScriptsTheStoryDoesNotUse) {
    EXPECT_THAT(sample_of({}), Not(HasSubstr("李")));
}

}  // namespace
}  // namespace fabula::sample_test
