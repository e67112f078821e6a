// Phrases of more than one part: lengths and ages in several units, times of day beside dates, births of the same year.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading_story.hpp"
#include "story/duration.hpp"
#include "story/phrase.hpp"

namespace fabula::phrase_forms_test {
namespace {

std::string story_with(std::string_view when, std::string_view born = "1996") {
    return std::string("title: X\ncharacters: {kathy: , tommy: {born: ")
        .append(born)
        .append("}}\nevents: [{id: boat, title: a}, {title: c, who: kathy, when: ")
        .append(when)
        .append("}]\n");
}

std::vector<Phrase> phrases(std::string_view when) {
    return right_story(story_with(when)).events().at(1).when;
}

template <typename Sort>
Sort only(std::string_view when) {
    const std::vector<Phrase> read = phrases(when);
    EXPECT_EQ(read.size(), 1U) << when;
    return std::get<Sort>(read.at(0).value);
}

TEST(Ages, HaveAUnit) {
    EXPECT_EQ(only<AgePhrase>("age 11 of tommy").unit, TimeUnit::year);
    const auto days = only<AgePhrase>("age 40 days of tommy");
    EXPECT_EQ(days.unit, TimeUnit::day);
    EXPECT_EQ(days.low, 40);
    EXPECT_EQ(days.of.index, 1U);
    EXPECT_EQ(only<AgePhrase>("age ~6..8 weeks of kathy").unit, TimeUnit::week);
    EXPECT_EQ(only<AgePhrase>("age 3 months").of.index, 0U);
}

TEST(Ages, CanBeInYearsAndMonths) {
    const auto age = only<AgePhrase>("age about 11 years and 3 months of kathy");
    EXPECT_EQ(age.low, 11);
    EXPECT_TRUE(age.about);
    EXPECT_EQ(age.more, (std::vector<DurationPart>{{3, TimeUnit::month}}));
}

TEST(Lengths, CanBeInSeveralUnits) {
    const Duration length = *only<RelativePhrase>("2 years 3 months 1 day after boat").distance;
    EXPECT_EQ(length, (Duration{2, 2, TimeUnit::year, false, {{3, TimeUnit::month}, {1, TimeUnit::day}}}));
    EXPECT_EQ(format_duration(length, ""), "2 years 3 months 1 day");
    EXPECT_EQ(*only<RelativePhrase>("2 years and 3 months before boat").distance,
              (Duration{2, 2, TimeUnit::year, false, {{3, TimeUnit::month}}}));
}

TEST(Lengths, OfOneCanBeWrittenWithAnArticle) {
    EXPECT_EQ(*only<RelativePhrase>("a week after boat").distance, (Duration{1, 1, TimeUnit::week, false}));
    EXPECT_EQ(*only<RelativePhrase>("about an hour before boat").distance, (Duration{1, 1, TimeUnit::hour, true}));
    const Story story = right_story("title: X\nevents: [{id: a, title: a}, {title: b, when: [a, a day after a]}]\n");
    EXPECT_EQ(std::get<RelativePhrase>(story.events().at(1).when.at(0).value).distance, std::nullopt);
    EXPECT_EQ(format_phrase(story.events().at(1).when.at(1), story), "1 day after a");
}

TEST(TimesOfDay, CanStandAlone) {
    EXPECT_EQ(only<TimeOfDayPhrase>("at 09:30"), (TimeOfDayPhrase{570, 570}));
    EXPECT_EQ(only<TimeOfDayPhrase>("at 9:30"), (TimeOfDayPhrase{570, 570}));
    EXPECT_EQ(only<TimeOfDayPhrase>("at 23:00..23:59"), (TimeOfDayPhrase{1380, 1439}));
}

TEST(TimesOfDay, BesideADayAreItsMinute) {
    const Phrase phrase = phrases("1996-07-14 at 09:30").at(0);
    EXPECT_EQ(std::get<DatePhrase>(phrase.value).from->minute_of_day, 570);
    EXPECT_EQ(phrase.span.length, std::string_view("1996-07-14 at 09:30").size());
    EXPECT_EQ(only<DatePhrase>("at 09:30 1996-07-14"), std::get<DatePhrase>(phrase.value));
    EXPECT_EQ(only<DatePhrase>("1996-07-14T09:30"), std::get<DatePhrase>(phrase.value));
}

TEST(TimesOfDay, BesideAnythingElseAreASecondPhrase) {
    for (const std::string_view text : {"1996-07 at 09:30", "1996-07-14~ at 09:30", "1996-07-14 at 09:30..10:00",
                                        "1996 at 09:30", "1996-07-14/1996-07-16 at 09:30"}) {
        const auto both = phrases(text);
        ASSERT_EQ(both.size(), 2U) << text;
        EXPECT_TRUE(std::holds_alternative<DatePhrase>(both[0].value)) << text;
        EXPECT_TRUE(std::holds_alternative<TimeOfDayPhrase>(both[1].value)) << text;
    }
    EXPECT_EQ(phrases("1996-07-14/1996-07-16 at 09:30").at(1).span.length, 8U);
    EXPECT_EQ(phrases("1996 summer at 09:30").size(), 3U);
}

TEST(Births, CanBeOfTheSameAge) {
    const Story story = right_story(story_with("after boat", "same age as kathy"));
    EXPECT_EQ(std::get<SameAgePhrase>(story.characters().at(1).born.at(0).value).as.index, 0U);
    EXPECT_EQ(format_phrase(story.characters().at(1).born.at(0), story), "same age as kathy");
    const Story event = right_story(
        "title: X\ncharacters: {kathy: , tommy: }\n"
        "events: [{birth: tommy, when: same age as kathy}]\n");
    EXPECT_TRUE(std::holds_alternative<SameAgePhrase>(event.events().at(0).when.at(0).value));
}

TEST(Births, OfAnIdCalledSameAreWithIt) {
    const Story story = right_story("title: X\nevents: [{id: same, title: a}, {title: b, when: same}]\n");
    EXPECT_TRUE(std::holds_alternative<RelativePhrase>(story.events().at(1).when.at(0).value));
}

struct Fault {
    std::string_view when;
    std::string_view message;
    std::size_t column;  ///< counted from the first letter of the phrase: 1
};

class WrongPhrases : public testing::TestWithParam<Fault> {};

TEST_P(WrongPhrases, SayWhatIsWrongAndWhere) {
    const std::string text = story_with(GetParam().when);
    const ReadResult result = read_story(text);
    ASSERT_EQ(result.diagnostics.size(), 1U) << formatted(result);
    EXPECT_EQ(result.diagnostics[0].message, GetParam().message);
    const std::size_t line = text.rfind("events");
    const std::size_t phrase = text.find("when: ") + 6 - line;
    EXPECT_EQ(result.diagnostics[0].span.line, 3U);
    EXPECT_EQ(result.diagnostics[0].span.column, phrase + GetParam().column) << formatted(result);
}

INSTANTIATE_TEST_SUITE_P(
    Story, WrongPhrases,
    testing::Values(
        Fault{"age 40 days of", "‘of’ whom?", 15},
        Fault{"age 40 days kathy", "the phrase does not go on with ‘kathy’", 13},
        Fault{"age 11 years 3 years of kathy", "‘years’ is not a smaller unit than the one before", 16},
        Fault{"3 days 2 months after boat", "‘months’ is not a smaller unit than the one before", 10},
        Fault{"2..3 years 3 months after boat", "a length of more than one unit is of plain numbers", 12},
        Fault{"2 years 3..4 months after boat", "a length of more than one unit is of plain numbers", 9},
        Fault{"2 years ~3 months after boat", "a length of more than one unit is of plain numbers", 9},
        Fault{"2 years 3 after boat", "the phrase does not go on with ‘3’", 9},
        Fault{"2 years 3 months", "from when?", 17}, Fault{"same age of kathy", "an ‘as’ is missing", 10},
        Fault{"same age as", "‘as’ whom?", 12}, Fault{"same age as kathi", "there is no character ‘kathi’", 13},
        Fault{"same age as kathy", "‘same age as’ can only be said of a birth", 1},
        Fault{"at 24:00", "‘24:00’ is not a time of day", 4}, Fault{"at 9:5", "‘9:5’ is not a time of day", 4},
        Fault{"at 11:00..09:30", "‘11:00..09:30’ ends before it begins", 4},
        Fault{"1996-07-14 at", "‘at’ what time of day?", 14},
        Fault{"1996-07-14 at 12", "‘12’ is not a time of day", 15},
        Fault{"1996-07-14T09:30 at 09:30", "the date has a time of day already", 18},
        Fault{"at 09:30 at 10:30", "a phrase can have one date, one part of the year or day and one time of day", 1},
        Fault{"at 09:30 after boat", "the phrase does not go on with ‘after’", 10}));

}  // namespace
}  // namespace fabula::phrase_forms_test
