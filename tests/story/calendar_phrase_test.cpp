// Dates of other calendars, as stories write them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "reading_story.hpp"
#include "story/phrase.hpp"

namespace fabula::calendar_phrase_test {
namespace {

constexpr std::string_view skerry =
    "calendars: {skerry: {months: [{name: Frost, days: 120}, {name: Lamp Night, days: 1}, {name: Lamp, days: 120}], "
    "leap: {month: Lamp Night, every: 4}, eras: [{name: before lamps, back-from: 0}, {name: LK, from: 900}], "
    "epoch: 1000-03-01}}";

std::string story_with(std::string_view when, std::string_view time) {
    return std::string("title: X\n")
        .append(skerry)
        .append("\ntime: ")
        .append(time)
        .append("\nevents: [{id: x, title: a}, {title: c, when: '")
        .append(when)
        .append("'}]\n");
}

DatePhrase date(std::string_view when, std::string_view time = "{}") {
    const std::vector<Phrase> read = right_story(story_with(when, time)).events().at(1).when;
    EXPECT_EQ(read.size(), 1U) << when;
    return std::get<DatePhrase>(read.at(0).value);
}

TEST(CalendarPhrases, NameTheCalendarBeforeTheDate) {
    EXPECT_EQ(date("1996").calendar, 0U);
    EXPECT_EQ(date("gregorian 1996").calendar, 0U);
    EXPECT_EQ(date("julian 1066-10-14").calendar, 1U);
    EXPECT_EQ(date("julian 1066-10-14").from->day, 14);
    EXPECT_EQ(date("skerry 0930-03-101").calendar, built_in_calendars().size());
    EXPECT_EQ(date("skerry 0930-03-101").from->day, 101);
    EXPECT_EQ(date("skerry 0930/0931-02").to->month, 2);
    EXPECT_EQ(date("skerry 093X~").from->unspecified_year_digits, 1);
}

TEST(CalendarPhrases, OfTheStorysOwnCalendarNeedNoName) {
    EXPECT_EQ(date("0930-03-101", "{calendar: skerry}").calendar, built_in_calendars().size());
    EXPECT_EQ(date("gregorian 1930", "{calendar: skerry}").calendar, 0U);
    EXPECT_EQ(date("1930", "{calendar: julian}").calendar, 1U);
}

TEST(CalendarPhrases, CanNameTheMonth) {
    const DatePhrase named = date("skerry 7 Frost 930");
    EXPECT_EQ(named, date("skerry 0930-01-07"));
    EXPECT_EQ(date("skerry Lamp Night 930"), date("skerry 0930-02"));
    EXPECT_EQ(date("skerry Lamp 930"), date("skerry 0930-03"));
    EXPECT_EQ(date("7 Frost 930", "{calendar: skerry}"), date("skerry 0930-01-07"));
    EXPECT_EQ(date("Lamp Night -4", "{calendar: skerry}").from->year, -4);
}

TEST(CalendarPhrases, CanCountInAnEra) {
    EXPECT_EQ(date("skerry LK 0012-01-07"), date("skerry 0911-01-07"));
    EXPECT_EQ(date("LK 7 Frost 12", "{calendar: skerry}"), date("skerry 0911-01-07"));
    EXPECT_EQ(date("skerry before lamps 0001").from->year, 0);
    EXPECT_EQ(date("skerry before lamps 0100/0050").from->year, -99);
}

TEST(CalendarPhrases, HaveTheDaysThatLeapYearsHave) {
    EXPECT_EQ(date("skerry 0932-02-02").from->day, 2);
    const ReadResult result = read_story(story_with("skerry 0931-02-02", "{}"));
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].message, "there is no such day: the month has 1");
    EXPECT_EQ(date("julian 1900-02-29").from->day, 29);
}

TEST(CalendarPhrases, StandBesideTimesAndPartsOfTheDay) {
    EXPECT_EQ(date("julian 1066-10-14 at 09:30").from->minute_of_day, 570);
    const Story story = right_story(story_with("skerry 7 Frost 930 morning", "{}"));
    ASSERT_EQ(story.events().at(1).when.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<PartPhrase>(story.events()[1].when[1].value));
}

TEST(CalendarPhrases, AreNoneWhereTheNameStandsAlone) {
    const Story story = right_story("title: X\n" + std::string(skerry) +
                                    "\nevents: [{id: skerry, title: a}, {title: b, when: skerry}]\n");
    EXPECT_TRUE(std::holds_alternative<RelativePhrase>(story.events().at(1).when.at(0).value));
}

TEST(CalendarPhrases, DoNotTakeLengthsForDatesWhereAMonthIsCalledLikeAUnit) {
    const Story story = right_story(
        "title: X\ncalendars: {odd: {months: [{name: days, days: 9}]}}\ntime: {calendar: odd}\n"
        "events: [{id: x, title: a, when: 3 days 7}, {title: b, when: 3 days after x}]\n");
    EXPECT_EQ(std::get<DatePhrase>(story.events().at(0).when.at(0).value).from->year, 7);
    EXPECT_EQ(std::get<RelativePhrase>(story.events().at(1).when.at(0).value).distance->low, 3);
}

TEST(CalendarPhrases, OfACalendarWithoutALinkStandAlone) {
    const std::string head = "title: X\ncalendars: {own: {months: [{name: A, days: 10}]}}\ntime: {calendar: own}\n";
    EXPECT_TRUE(read_story(head + "events: [{title: a, when: 0003-01-02}]\n").diagnostics.empty());
    const ReadResult result = read_story(head + "events: [{title: a, when: gregorian 1996}]\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].code, "unlinked-calendar");
    EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr("give ‘own’ an ‘epoch’"));
}

// For dates put together at random, in each of the calendars, whichever is the story's own.
TEST(CalendarPhrases, ThatArePrintedAreReadAgainAsTheSame) {
    std::mt19937 random(7);
    const auto pick = [&random](std::size_t count) { return random() % count; };
    const auto one_of = [&](std::initializer_list<const char*> words) {
        return std::string(*(words.begin() + pick(words.size())));
    };
    for (int i = 0; i < 1500; ++i) {
        const std::string year = std::to_string(1000 + pick(900));
        const std::string text = pick(3) == 0
                                     ? "skerry " + one_of({"", "LK ", "before lamps "}) + one_of({"", "1 ", "77 "}) +
                                           one_of({"Frost ", "Lamp "}) + year
                                     : one_of({"gregorian ", "julian ", "skerry ", "skerry LK "}) + year +
                                           one_of({"", "-03", "-03-07", "-03-XX", "-01-12T09:30", "/..", "/", "/9999"});
        const std::string time = one_of({"{}", "{calendar: skerry}", "{calendar: julian}"});
        const Story story = right_story(story_with(text, time));
        const Phrase& phrase = story.events().at(1).when.at(0);
        const std::string printed = format_phrase(phrase, story);
        const Story again = right_story(story_with(printed, time));
        EXPECT_EQ(again.events().at(1).when.at(0).value, phrase.value) << text << " is printed as " << printed;
    }
}

std::string day_written(std::string_view when) {
    const Story story = right_story("title: X\nevents: [{title: a, when: \"" + std::string(when) + "\"}]\n");
    const auto& date = std::get<DatePhrase>(story.events().at(0).when.at(0).value);
    const Calendar& calendar = story.calendars().at(date.calendar);
    return format_day(gregorian(),
                      day_number(calendar, {date.from->year, *date.from->month, date.from->day.value_or(1)}));
}

TEST(CalendarPhrases, CanBeOfLeapYearsCountedFromAnother) {
    for (const std::string_view leap : {"every: 4, from: 3", "years: [3, 7, 11]"}) {
        const Story story = right_story(
            "title: La République\n"
            "calendars: {rep: {months: [{name: brumaire, days: 360}, {name: jours complémentaires, days: 5}], "
            "leap: {month: jours complémentaires, " +
            std::string(leap) +
            "}, epoch: 1792-09-22}}\n"
            "events: [{title: b, when: rep 6 jours complémentaires 3}, {title: d, when: rep 48 brumaire 8}]\n");
        const auto& date = std::get<DatePhrase>(story.events().at(1).when.at(0).value);
        const std::int64_t day = day_number(story.calendars().at(date.calendar), {8, 1, *date.from->day});
        EXPECT_EQ(format_day(gregorian(), day), "1799-11-09") << leap;
    }
}

TEST(CalendarPhrases, CanBeOfTheWorldsCalendars) {
    EXPECT_EQ(day_written("hebrew 5784-01-01"), "2023-09-16");
    EXPECT_EQ(day_written("hebrew 15 Nisan 5784"), "2024-04-23");
    EXPECT_EQ(day_written("islamic 1 Ramadan 1445"), "2024-03-11");
    EXPECT_EQ(day_written("umm-al-qura 1445-10-01"), "2024-04-10");
    EXPECT_EQ(day_written("persian 1 Farvardin 1403"), "2024-03-20");
    EXPECT_EQ(day_written("coptic 1 Tout 1740"), "2023-09-12");
    EXPECT_EQ(day_written("ethiopic Meskerem 2016"), "2023-09-12");
    EXPECT_EQ(day_written("indian 1 Chaitra 1946"), "2024-03-21");
    EXPECT_EQ(day_written("french-republican 18 Brumaire 8"), "1799-11-09");
    EXPECT_EQ(day_written("french-republican 9 Thermidor 2"), "1794-07-27");
    EXPECT_EQ(day_written("french-republican 6 Complementary Days 3"), "1795-09-22");
}

TEST(CalendarPhrases, KnowOtherSpellingsOfMonths) {
    EXPECT_EQ(day_written("hebrew 1 Cheshvan 5784"), day_written("hebrew 1 Heshvan 5784"));
    EXPECT_EQ(day_written("hebrew 14 Adar II 5784"), "2024-03-24");
    EXPECT_EQ(day_written("hebrew 14 Adar 5784"), "2024-03-24");
    EXPECT_EQ(day_written("hebrew 14 Adar I 5784"), "2024-02-23");
    EXPECT_EQ(day_written("islamic 1 Rabi' al-Awwal 1445"), day_written("islamic 1445-03-01"));
    EXPECT_EQ(day_written("french-republican 4 Nivose 2"), day_written("french-republican 0002-04-04"));
}

TEST(CalendarPhrases, CanBeOfLeapMonths) {
    EXPECT_EQ(day_written("chinese 2024-01-01"), "2024-02-10");
    EXPECT_EQ(day_written("chinese 15 Month 8 2024"), "2024-09-17");
    EXPECT_EQ(day_written("chinese 15 Bayue 2024"), "2024-09-17");
    EXPECT_EQ(day_written("chinese leap 2 2023"), "2023-03-22");
    EXPECT_EQ(day_written("chinese 2023-14-01"), "2023-03-22");
    EXPECT_EQ(day_written("chinese 1 Leap Second Month 2023"), "2023-03-22");
}

TEST(CalendarPhrases, CanCountInJapaneseEras) {
    EXPECT_EQ(day_written("japanese Showa 20-08-15"), "1945-08-15");
    EXPECT_EQ(day_written("japanese Heisei 1-01-08"), "1989-01-08");
    EXPECT_EQ(day_written("japanese Reiwa 1 May 1"), "2019-05-01");
    EXPECT_EQ(day_written("japanese 1945-08-15"), "1945-08-15");
}

}  // namespace
}  // namespace fabula::calendar_phrase_test
