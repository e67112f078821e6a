// What rules say, and what they leave alone.

#include <gmock/gmock.h>

#include "checking_story.hpp"

namespace fabula::rules_test {
namespace {

using testing::HasSubstr;

TEST(Rules, SayWhatIsWrongInTheAuthorsWords) {
    const CheckedStory result = checked(rules().front().example);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().message, "‘finn’ takes part in ‘feast’ after death");
    ASSERT_EQ(result.diagnostics.front().related.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().related.front().message, "‘finn’ dies here");
}

TEST(Rules, CallEventsWithoutIdByTheirTitles) {
    const CheckedStory result = checked(
        "title: X\ncharacters: {finn: {died: 1934}}\n"
        "events: [{title: The feast, who: finn, when: 1936}]\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().message, "‘finn’ takes part in ‘The feast’ after death");
}

TEST(Rules, SayThatOnlyTheOrderOfAListHasItSo) {
    const CheckedStory result = checked(
        "title: X\ncharacters: {finn: }\nevents:\n"
        "  - {id: storm, death: finn}\n  - {title: The feast, who: finn}\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().severity, Severity::warning);
    EXPECT_THAT(result.diagnostics.front().help, HasSubstr("only the order of the list has it so"));
}

TEST(Rules, ListNoMoreThanTheyAreAskedFor) {
    std::string yaml = "title: X\ncharacters: {finn: {died: 1934}}\nevents:\n";
    for (int i = 0; i < 20; ++i)
        yaml += "  - {title: The feast, who: finn, when: 1936}\n";
    const ReadResult read = read_story(yaml);
    const Diagnostics found = check(read.story, solve_times(read.story).timetable, 5);
    ASSERT_EQ(found.size(), 6U);
    EXPECT_EQ(found.back().code, "more-findings");
    EXPECT_THAT(found.back().message, HasSubstr("15"));
}

TEST(Rules, HaveCodesOfTheirOwn) {
    for (std::size_t i = 0; i < rules().size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_NE(rules()[i].code, rules()[j].code);
    }
}

}  // namespace
}  // namespace fabula::rules_test
