// Phrases in English words: each row is what is written, and the phrases that are read of it as the program writes
// them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading_story.hpp"
#include "story/phrase.hpp"

namespace fabula::wording_test {
namespace {

struct Wording {
    std::string_view written;
    std::string_view read;  ///< several phrases stand apart by " + "
    std::string_view time = "{}";
};

void PrintTo(const Wording& wording, std::ostream* out) {
    *out << wording.written;
}

std::string story_with(std::string_view when, std::string_view time) {
    return std::string("title: X\ntime: ")
        .append(time)
        .append(
            "\ncalendars: {shire: {months: [{name: Rethe, days: 30}, {name: Astron, days: 330}], week: [Sterday, "
            "Sunday, Market Day], epoch: 0900-03-01}}\n"
            "characters: {kathy: }\nevents: [{id: boat, title: a}, {id: may, title: b}, {id: friday, title: c}, "
            "{title: d, who: kathy, when: \"")
        .append(when)
        .append("\"}]\n");
}

class Wordings : public testing::TestWithParam<Wording> {};

TEST_P(Wordings, AreRead) {
    const Story story = right_story(story_with(GetParam().written, GetParam().time));
    std::string read;
    for (const Phrase& phrase : story.events().at(3).when)
        read += (read.empty() ? "" : " + ") + format_phrase(phrase, story);
    EXPECT_EQ(read, GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, Wordings,
    testing::Values(
        Wording{"before 1850", "before 1850"}, Wording{"after 14 July 1996", "after 1996-07-14"},
        Wording{"between 1850 and 1860", "between 1850 and 1860"}, Wording{"by 1850", "../1850"},
        Wording{"until 1850", "../1850"}, Wording{"since July 1850", "1850-07/.."},
        Wording{"from 1850 to 1860", "1850/1860"}, Wording{"c. 1850", "1850~"}, Wording{"ca.1850", "1850~"},
        Wording{"about 1850", "1850~"}, Wording{"perhaps 1825", "1825?"}, Wording{"44 BC", "-0043"},
        Wording{"44BC", "-0043"}, Wording{"AD 79", "0079"}, Wording{"79 CE", "0079"},
        Wording{"100–44 BC", "-0099/-0043"}, Wording{"15 March 44 BC", "-0043-03-15"},
        Wording{"14 July 1996", "1996-07-14"}, Wording{"14th of July 1996", "1996-07-14"},
        Wording{"July 14, 1996", "1996-07-14"}, Wording{"14 jul 1996", "1996-07-14"},
        Wording{"1996 July 14", "1996-07-14"}, Wording{"July 1996", "1996-07"}, Wording{"the 1990s", "199X"},
        Wording{"19th century", "between 1801 and 1900"}, Wording{"1st century BC", "between -0099 and 0000"},
        Wording{"1850–1860", "1850/1860"}, Wording{"1850–60", "1850/1860"}, Wording{"1850-1860", "1850/1860"},
        Wording{"3–9 May 1870", "1870-05-03/1870-05-09"}, Wording{"May 3–9, 1870", "1870-05-03/1870-05-09"},
        Wording{"28 May – 3 June 1870", "1870-05-28/1870-06-03"}, Wording{"second Monday of May 1981", "1981-05-11"},
        Wording{"the last Friday of May 1981", "1981-05-29"}, Wording{"66 million years ago", "Y-65998000"},
        Wording{"13.8 Ga", "Y-13799998000"}, Wording{"2 to 3 million years ago", "between Y-2998000 and Y-1998000"},
        Wording{"Y-13800000000", "Y-13800000000"}, Wording{"after the 19th century", "after 1900"}));

INSTANTIATE_TEST_SUITE_P(
    DatesInMoreWords, Wordings,
    testing::Values(
        Wording{"the nineteenth century", "between 1801 and 1900"},
        Wording{"twenty-first century", "between 2001 and 2100"},
        Wording{"3rd millennium BC", "between -2999 and -2000"}, Wording{"Q2 1850", "1850-34"},
        Wording{"1850 Q2", "1850-34"}, Wording{"second quarter of 1850", "1850-34"},
        Wording{"first half of 1850", "1850-40"}, Wording{"H2 1850", "1850-41"},
        Wording{"1850 or 1851", "[1850, 1851]"}, Wording{"approx. 1850", "1850~"}, Wording{"sometime in 1850", "1850"},
        Wording{"some time in July 1850", "1850-07"}, Wording{"not before 1850", "1850/.."},
        Wording{"no later than 1850", "../1850"}, Wording{"up to 1850", "../1850"}, Wording{"12000 BP", "Y-10050"},
        Wording{"between 250 and 200 million years ago", "between Y-249998000 and Y-199998000"},
        Wording{"250 to 200 million years ago", "between Y-249998000 and Y-199998000"},
        Wording{"10 February 1699/1700", "1699-02-10/700"}, Wording{"Summer 1996", "summer + 1996"},
        Wording{"Julian 1066-10-14", "julian 1066-10-14"},
        Wording{"french-republican 18 brumaire an VIII", "french-republican 0008-02-18"},
        Wording{"japanese 15 August Showa 20", "japanese 1945-08-15"},
        Wording{"1996-07-14 at 22:00 UTC", "1996-07-14T22:00Z"}, Wording{"at 23:00..01:00", "at 23:00..01:00"},
        Wording{"1996-07-14 night at 02:00", "1996-07-14 + night + at 02:00"}, Wording{"on a Tuesday", "on Tuesday"}));

INSTANTIATE_TEST_SUITE_P(
    YearsThatBeginInMarch, Wordings,
    testing::Values(Wording{"10 February 1675/6", "1675-02-10/6"}, Wording{"1679-02-10/80", "1679-02-10/80"},
                    Wording{"old-style 1675-02-10", "julian 1675-02-10/6"},
                    Wording{"old-style 25 March 1675", "julian 1675-03-25"},
                    Wording{"old-style 1675-02-29", "julian 1675-02-29/6"},
                    Wording{"1675-02-10", "julian 1675-02-10/6", "{calendar: old-style}"},
                    Wording{"1675", "between julian 1675-03-25 and julian 1676-03-24", "{calendar: old-style}"},
                    Wording{"julian 1675", "julian 1675", "{calendar: old-style}"}));

INSTANTIATE_TEST_SUITE_P(
    PartsOfTheYearAndDay, Wordings,
    testing::Values(Wording{"autumn of 1862", "autumn + 1862"}, Wording{"fall 1996", "autumn + 1996"},
                    Wording{"morning of 5 April 1882", "morning + 1882-04-05"},
                    Wording{"the night of 14 July 1996", "night + 1996-07-14"},
                    Wording{"1996-07-14 at 9:30pm", "1996-07-14T21:30"},
                    Wording{"14 July 1996, 9.30 p.m.", "1996-07-14T21:30"}, Wording{"12am", "at 00:00"},
                    Wording{"1996-07-14 at noon", "1996-07-14T12:00"}, Wording{"at midnight", "midnight"},
                    Wording{"midday", "noon"}, Wording{"at 00:30+02:00", "at 00:30+02"},
                    Wording{"at 09:30Z", "at 09:30Z"}, Wording{"1996-07-14 at 09:30-05:30", "1996-07-14T09:30-05:30"},
                    Wording{"14 July 1996 at 9:30:15", "1996-07-14T09:30:15"},
                    Wording{"after 1996-07-14 at 09:30", "after 1996-07-14T09:30"},
                    Wording{"at 12:30", "at 12:30", "{clock: day}"}, Wording{"morning", "morning", "{clock: day}"}));

INSTANTIATE_TEST_SUITE_P(Lengths, Wordings,
                         testing::Values(Wording{"two days after boat", "2 days after boat"},
                                         Wording{"twenty-five years after boat", "25 years after boat"},
                                         Wording{"twenty five years after boat", "25 years after boat"},
                                         Wording{"a hundred years after boat", "100 years after boat"},
                                         Wording{"13,000 years after boat", "13000 years after boat"},
                                         Wording{"66 million years after boat", "66000000 years after boat"},
                                         Wording{"two or three weeks after boat", "2..3 weeks after boat"},
                                         Wording{"2–3 weeks after boat", "2..3 weeks after boat"},
                                         Wording{"a decade after boat", "10 years after boat"},
                                         Wording{"3 centuries after boat", "300 years after boat"},
                                         Wording{"a millennium after boat", "1000 years after boat"},
                                         Wording{"a fortnight after boat", "2 weeks after boat"},
                                         Wording{"3 nights after boat", "3 days after boat"},
                                         Wording{"half a year after boat", "6 months after boat"},
                                         Wording{"half a year after boat", "0.5 years after boat", "{calendar: shire}"},
                                         Wording{"half an hour after boat", "30 minutes after boat"},
                                         Wording{"a year and a half after boat", "1 year 6 months after boat"},
                                         Wording{"two and a half weeks after boat", "2.5 weeks after boat"},
                                         Wording{"a couple of days after boat", "2 days after boat"},
                                         Wording{"a few days after boat", "2..5 days after boat"},
                                         Wording{"several days after boat", "3..7 days after boat"},
                                         Wording{"45 seconds after boat", "45 seconds after boat"},
                                         Wording{"a dozen years after boat", "12 years after boat"},
                                         Wording{"no less than 3 days after boat", "at least 3 days after boat"},
                                         Wording{"over a week after boat", "more than 1 week after boat"},
                                         Wording{"up to 3 days before boat", "at most 3 days before boat"},
                                         Wording{"under two hours after boat", "less than 2 hours after boat"},
                                         Wording{"almost 3 years after boat", "about 3 years after boat"},
                                         Wording{"3 centuries after boat", "3 centurys after boat", "{clock: century}"},
                                         Wording{"age eleven", "age 11 of kathy"},
                                         Wording{"age 11 and a half", "age 11 years 6 months of kathy"}));

INSTANTIATE_TEST_SUITE_P(DaysFromOthers, Wordings,
                         testing::Values(Wording{"10 years later", "10 years after friday"},
                                         Wording{"two days earlier", "2 days before friday"},
                                         Wording{"later", "after friday"},
                                         Wording{"the next day", "the day after friday"},
                                         Wording{"the previous day", "the day before friday"},
                                         Wording{"the next morning", "the day after friday + morning"},
                                         Wording{"that evening", "the same day as friday + evening"},
                                         Wording{"later that day", "the same day as friday + after friday"},
                                         Wording{"the day after boat", "the day after boat"},
                                         Wording{"the day after boat at 09:30", "the day after boat + at 09:30"},
                                         Wording{"the morning after", "the day after friday + morning"},
                                         Wording{"the same day as boat", "the same day as boat"},
                                         Wording{"FRIDAY after boat", "the Friday after boat"},
                                         Wording{"the Friday before boat", "the Friday before boat"}));

INSTANTIATE_TEST_SUITE_P(DaysOfTheWeek, Wordings,
                         testing::Values(Wording{"Tuesday", "on Tuesday"}, Wording{"on tuesday", "on Tuesday"},
                                         Wording{"Tue", "on Tuesday"},
                                         Wording{"Tuesday 3 March 2008", "on Tuesday + 2008-03-03"},
                                         Wording{"3 March 2008, Tuesday", "2008-03-03 + on Tuesday"},
                                         Wording{"Market Day", "on Market Day", "{calendar: shire}"},
                                         Wording{"Market Day", "on shire Market Day"},
                                         Wording{"Tuesday", "on gregorian Tuesday", "{calendar: shire}"},
                                         Wording{"Sunday after boat", "the Sunday after boat", "{calendar: shire}"}));

// What has an id is called by it, whatever else the word may be.
INSTANTIATE_TEST_SUITE_P(Ids, Wordings,
                         testing::Values(Wording{"friday", "with friday"}, Wording{"after friday", "after friday"},
                                         Wording{"3 days before may", "3 days before may"},
                                         Wording{"after May 1850", "after 1850-05"},
                                         Wording{"on friday", "on Friday"}));

INSTANTIATE_TEST_SUITE_P(LevelTwo, Wordings,
                         testing::Values(Wording{"2004-06~-11", "~2004-~06-11"}, Wording{"2004?-06-11", "?2004-06-11"},
                                         Wording{"?2004-06", "?2004-06"}, Wording{"2004-06-~11", "2004-06-~11"},
                                         Wording{"~2004", "2004~"}, Wording{"[1670, 1667..1668]", "[1667, 1668, 1670]"},
                                         Wording{"[1667..1670]", "between 1667 and 1670"},
                                         Wording{"[..1984]", "../1984"}, Wording{"[1984..]", "1984/.."},
                                         Wording{"2001-34", "2001-34"}, Wording{"1950S2", "1950S2"},
                                         Wording{"Y-17E7", "Y-170000000"}, Wording{"1XXX", "1XXX"}));

struct Advice {
    std::string_view written;
    std::string_view help;
    std::string_view time = "{}";
};

void PrintTo(const Advice& advice, std::ostream* out) {
    *out << advice.written;
}

class OtherWordings : public testing::TestWithParam<Advice> {};

TEST_P(OtherWordings, AreAnsweredWithTheFormThatWasMeant) {
    const ReadResult result = read_story(story_with(GetParam().written, GetParam().time));
    ASSERT_EQ(result.diagnostics.size(), 1U) << formatted(result);
    EXPECT_EQ(result.diagnostics[0].severity, Severity::error);
    EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr(GetParam().help));
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, OtherWordings,
    testing::Values(
        Advice{"July 96", "1996"}, Advice{"79", "AD 79"}, Advice{"12026", "Y12026"}, Advice{"19960714", "1996-07-14"},
        Advice{"1996-7-4", "1996-07-04"}, Advice{"1996/07/14", "1996-07-14"}, Advice{"14.7.1996", "1996-07-14"},
        Advice{"07/14/1996", "1996-07-14"}, Advice{"4/7/1996", "1996-07-04"}, Advice{"4/7/1996", "1996-04-07"},
        Advice{"1850-60", "1850/1860"}, Advice{"14 July", "14 July 1996"}, Advice{"3–9 May", "14 July 1996"},
        Advice{"July", "July 1996"}, Advice{"1900s", "190X"}, Advice{"the '90s", "1990s"},
        Advice{"early 1990s", "between 1990 and 1992"}, Advice{"mid-July 1996", "between 1996-07-11 and 1996-07-21"},
        Advice{"end of May 1996", "between 1996-05-22 and 1996-05-31"},
        Advice{"late 19th century", "between 1868 and 1900"}, Advice{"31 June 1996", "1996-06-30"},
        Advice{"fifth Monday of May 1981", "last"}, Advice{"c. 79", "0079"}, Advice{"1675/6", "1675-02-10/6"},
        Advice{"old-style March 1675", "julian 1675-03"}, Advice{"Y1e12", "Y20000000000"},
        Advice{"{1960, 1961}", "1960/1961"}, Advice{"XXXX-12-23", "1990/1999"}, Advice{"15XX-12-25", "199X"},
        Advice{"3 years ago", "3 years before x"}, Advice{"at 24:00", "00:00"}, Advice{"13pm", "1pm"},
        Advice{"1996-07-14 at 9", "9pm"}, Advice{"1996-07-14T23:59:60", "59"}, Advice{"1996-07-14T24:00", "T00:00"},
        Advice{"at 9", "at 9pm"}, Advice{"at 09:30:15", "date"}, Advice{"the next week", "1 week later"},
        Advice{"0 months after boat", "with x"}, Advice{"age -3", "0"}, Advice{"age at least 11", "11..99"},
        Advice{"when boat arrives", "with boat"}, Advice{"since boat", "after boat"},
        Advice{"tomorrow", "the next day"}, Advice{"3 days after 1996-07-14", "event"},
        Advice{"between 1850 and boat", "after 1850, before x"},
        Advice{"14 July 1996", "gregorian 14 July 1996", "{calendar: shire}"},
        Advice{"18 brumaire 8", "french-republican 18 brumaire 8"}, Advice{"14. juin 1996", "14 July 1996"},
        Advice{"14 de julio de 1996", "14 July 1996"}, Advice{"0 BC", "1 BC"},
        Advice{"Christmas Eve 1914", "24 December 1914"}, Advice{"Easter 1916", "23 April 1916"},
        Advice{"Good Friday 1865", "14 April 1865"}, Advice{"in 3 days", "3 days later"},
        Advice{"within 3 days of boat", "at most 3 days after boat"}, Advice{"3 days after", "later"},
        Advice{"last year", "a year earlier"}, Advice{"the next spring", "[spring, after x]"},
        Advice{"early summer", "summer"}, Advice{"week 12 of 1996", "March 1996"}, Advice{"1996-W12", "days"},
        Advice{"1996-200", "1996-07-18"}, Advice{"[14 July 1667, 15 July 1667]", "1667-07-14"},
        Advice{"10 February 1675 OS", "old-style 10 February 1675"}, Advice{"1996-07-14 at 22:00 EST", "-05:00"}));

TEST(PhrasesFromTheEventAbove, NeedOne) {
    for (const std::string_view text : {"title: X\nevents: [{title: a, when: the next day}]\n",
                                        "title: X\nevents: [{title: a, when: 2 days later}]\n",
                                        "title: X\nevents: [{title: a}, {title: b, until: the next day}]\n",
                                        "title: X\nsections: [{id: s, when: later, events: [{title: a}]}]\n",
                                        "title: X\ncharacters: {x: {born: that day}}\nevents: [{title: a}]\n"}) {
        const ReadResult result = read_story(text);
        ASSERT_EQ(result.diagnostics.size(), 1U) << text;
        EXPECT_EQ(result.diagnostics[0].message, "there is no event above to count from");
        EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr("‘lasts’"));
    }
}

TEST(PhrasesFromTheEventAbove, FindItInTheSectionBefore) {
    const Story story = right_story(
        "title: X\nsections: [{id: s, events: [{id: a, title: a}]}, {id: t, events: [{title: b, when: later}]}]\n");
    EXPECT_EQ(format_phrase(story.events().at(1).when.at(0), story), "after a");
}

TEST(Years, InAListWithoutQuotesAreExplained) {
    const ReadResult result = read_story("title: X\nevents: [{title: a, when: [1667, 1668]}]\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].code, "ambiguous-phrase");
    EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr("\"[1667, 1668]\""));
}

TEST(Lengths, OfEventsCanBeInWords) {
    const Story story =
        right_story("title: X\nevents: [{title: a, lasts: a fortnight}, {title: b, lasts: at least 3 days}]\n");
    EXPECT_EQ(story.events().at(0).lasts->value, (Duration{2, 2, TimeUnit::week}));
    EXPECT_EQ(story.events().at(1).lasts->value.limit, Duration::Limit::at_least);
}

}  // namespace
}  // namespace fabula::wording_test
