#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <utility>

#include "story/parts.hpp"
#include "view/wording.hpp"

namespace fabula::stated_date_test {
namespace {

using Relation = DatePhrase::Relation;

CalendarDate date_of(std::int64_t year, std::optional<int> month = {}, std::optional<int> day = {}) {
    CalendarDate date;
    date.year = year;
    date.month = month;
    date.day = day;
    return date;
}

CalendarDate season_of(std::int64_t year, int season) {
    CalendarDate date = date_of(year);
    date.season = season;
    return date;
}

CalendarDate some_year(std::int64_t year, int unspecified_digits) {
    CalendarDate date = date_of(year);
    date.unspecified_year_digits = unspecified_digits;
    return date;
}

CalendarDate about(CalendarDate date) {
    date.approximate = true;
    return date;
}

CalendarDate perhaps(CalendarDate date) {
    date.uncertain = true;
    return date;
}

DatePhrase on(CalendarDate date) {
    DatePhrase phrase;
    phrase.from = std::move(date);
    return phrase;
}

DatePhrase from_to(std::optional<CalendarDate> from, std::optional<CalendarDate> to,
                   Relation relation = Relation::plain) {
    DatePhrase phrase;
    phrase.from = std::move(from);
    phrase.to = std::move(to);
    phrase.interval = true;
    phrase.relation = relation;
    return phrase;
}

/// A story of one event that states its date, between the years 1800 and 2000.
struct Stated {
    StoryContent content;
    Timetable timetable;
    bool weekdays = false;

    explicit Stated(std::string language = "en") {
        content.language = std::move(language);
        content.events.emplace_back();
        timetable.axis = TimeAxis::calendar;
        timetable.events.emplace_back();
        timetable.events[0].certainty = Certainty::stated;
        timetable.from = day(1800, 1, 1);
        timetable.until = day(2000, 1, 1);
    }

    static double day(std::int64_t year, int month, int day) {
        return static_cast<double>(day_number(gregorian(), {year, month, day}));
    }

    void add() {}
    template <typename... More>
    void add(decltype(Phrase::value) value, More... more) {
        content.events[0].when.push_back({std::move(value), {}});
        add(std::move(more)...);
    }

    [[nodiscard]] std::string text() const {
        const Story story = story_of(content);
        const Wording wording(story);
        return StatedDates(story, timetable, wording, weekdays).of(story.events()[0], timetable.events[0]);
    }

    template <typename... Phrases>
    [[nodiscard]] std::string operator()(Phrases... phrases) && {
        add(std::move(phrases)...);
        return text();
    }

    /// The event begins so many hours into a day.
    void at(double day, double hours) {
        EventTime& time = timetable.events[0];
        time.timed = true;
        timetable.timed = true;
        time.certainty = Certainty::exact;
        time.start = time.end = time.stated = {day + hours / 24, day + hours / 24, day + hours / 24};
    }
};

TEST(StatedDates, KeepDoubts) {
    EXPECT_EQ(Stated()(on(about(date_of(1820)))), "c. 1820");
    EXPECT_EQ(Stated()(on(perhaps(date_of(1825)))), "1825?");
    EXPECT_EQ(Stated()(on(about(perhaps(date_of(1825))))), "c. 1825?");
    EXPECT_EQ(Stated()(on(about(date_of(1860, 5)))), "c. May 1860");
}

TEST(StatedDates, KeepDoubtsOfParts) {
    CalendarDate date = date_of(1996, 7, 14);
    date.day_doubt.uncertain = true;
    EXPECT_EQ(Stated()(on(date)), "14? Jul 1996");
    date.year_doubt.uncertain = true;
    EXPECT_EQ(Stated()(on(date)), "14? Jul 1996?");
    CalendarDate month = date_of(1996, 7);
    month.month_doubt.uncertain = true;
    EXPECT_EQ(Stated()(on(month)), "Jul? 1996");
    CalendarDate year = date_of(1996);
    year.year_doubt.approximate = true;
    EXPECT_EQ(Stated()(on(year)), "c. 1996");
}

TEST(StatedDates, SayDecadesAndCenturies) {
    EXPECT_EQ(Stated()(on(some_year(1830, 1))), "1830s");
    EXPECT_EQ(Stated()(on(some_year(1800, 2))), "19th century");
    EXPECT_EQ(Stated()(on(some_year(1000, 3))), "1000\u20131999");
    EXPECT_EQ(Stated("de")(on(some_year(1800, 2))), "19. Jahrhundert");
    EXPECT_EQ(Stated("fr")(on(some_year(1800, 2))), "XIXe si\u00e8cle");
    EXPECT_EQ(Stated("es")(on(some_year(1830, 1))), "a\u00f1os 1830");
}

TEST(StatedDates, SayYearsOfFewDigitsAsRough) {
    CalendarDate date = date_of(1950);
    date.significant_digits = 2;
    EXPECT_EQ(Stated()(on(date)), "c. 1950");
}

TEST(StatedDates, SayStretches) {
    EXPECT_EQ(Stated()(from_to(date_of(1841), date_of(1845))), "1841\u20131845");
    EXPECT_EQ(Stated()(from_to(date_of(1870, 5, 3), date_of(1870, 5, 9))), "3\u20139 May 1870");
    EXPECT_EQ(Stated()(from_to(about(date_of(1841)), date_of(1845))), "c. 1841 \u2013 1845");
    const std::string months = Stated()(from_to(date_of(1870, 5), date_of(1870, 7)));
    EXPECT_TRUE(months.starts_with("May") && months.ends_with("Jul 1870")) << months;
}

TEST(StatedDates, SayOpenEnds) {
    EXPECT_EQ(Stated()(from_to(date_of(1850), {})), "after 1850");
    EXPECT_EQ(Stated()(from_to({}, date_of(1850))), "by 1850");
    EXPECT_EQ(Stated()(from_to(date_of(1850), {}, Relation::after)), "after 1850");
    EXPECT_EQ(Stated()(from_to({}, date_of(1850), Relation::before)), "before 1850");
    EXPECT_EQ(Stated("de")(from_to(date_of(1850), {})), "nach 1850");
    DatePhrase unknown = from_to(date_of(1850), {});
    unknown.to_unknown = true;
    EXPECT_EQ(Stated()(unknown), "1850\u2013?");
}

TEST(StatedDates, SayWhatLiesBetween) {
    EXPECT_EQ(Stated()(from_to(date_of(1850), date_of(1860), Relation::between)), "1850 to 1860");
    EXPECT_EQ(Stated()(from_to(date_of(1875), {}), from_to({}, date_of(1879))), "1875 to 1879");
    EXPECT_EQ(Stated()(from_to({}, date_of(1879)), from_to(date_of(1875), {})), "1875 to 1879");
    EXPECT_EQ(Stated()(from_to(date_of(1875), {}, Relation::after), from_to({}, date_of(1879), Relation::before)),
              "after 1875, before 1879");
}

TEST(StatedDates, SaySeasons) {
    EXPECT_EQ(Stated()(on(season_of(1862, 23))), "autumn 1862");
    EXPECT_EQ(Stated()(on(season_of(1862, 29))), "spring 1862");
    EXPECT_EQ(Stated()(on(date_of(1863)), PartPhrase{PartPhrase::Part::summer}), "summer 1863");
    EXPECT_EQ(Stated("de")(on(season_of(1862, 23))), "Herbst 1862");
    EXPECT_EQ(Stated("es")(on(season_of(1862, 23))), "oto\u00f1o de 1862");
    EXPECT_EQ(Stated()(on(about(season_of(1862, 23)))), "c. autumn 1862");
}

TEST(StatedDates, SayQuartersAndHalves) {
    EXPECT_EQ(Stated()(on(season_of(1862, 33))), "Q1 1862");
    const std::string half = Stated()(on(season_of(1862, 41)));
    EXPECT_TRUE(half.starts_with("Jul") && half.ends_with("Dec 1862")) << half;
}

TEST(StatedDates, SayPartsOfDays) {
    const DatePhrase day = on(date_of(1882, 4, 5));
    EXPECT_EQ(Stated()(day, PartPhrase{PartPhrase::Part::morning}), "morning of 5 Apr 1882");
    EXPECT_EQ(Stated("fr")(day, PartPhrase{PartPhrase::Part::evening}), "soir du 5 avr. 1882");
    EXPECT_EQ(Stated("de")(day, PartPhrase{PartPhrase::Part::night}), "5. Apr. 1882, Nacht");
}

TEST(StatedDates, SayAllThatItMayBe) {
    DatePhrase phrase = on(date_of(1667));
    phrase.one_of = {date_of(1667), date_of(1668), date_of(1670)};
    EXPECT_EQ(Stated()(phrase), "1667, 1668 or 1670");
    EXPECT_EQ(Stated("de")(phrase), "1667, 1668 oder 1670");
}

TEST(StatedDates, SayBothYearsOfDualOnes) {
    CalendarDate date = date_of(1676, 2, 10);
    date.dual_year = true;
    EXPECT_EQ(Stated()(on(date)), "10 Feb 1675/6");
    date.year = 1680;
    EXPECT_EQ(Stated()(on(date)), "10 Feb 1679/80");
    date.month.reset();
    date.day.reset();
    EXPECT_EQ(Stated()(on(date)), "1679/80");
}

TEST(StatedDates, PreferTheStorysOwnWords) {
    Stated stated("de");
    stated.content.words = {{"after", "sp\u00e4ter als {0}"}, {"autumn", "Sp\u00e4tjahr"}, {"before", "ehe"}};
    EXPECT_EQ(Stated(stated)(from_to(date_of(1850), {})), "sp\u00e4ter als 1850");
    EXPECT_EQ(Stated(stated)(on(season_of(1862, 23))), "Sp\u00e4tjahr 1862");
    EXPECT_EQ(Stated(stated)(from_to({}, date_of(1850), Relation::before)), "ehe 1850");
}

TEST(StatedDates, LeaveTheYearToTheAxisWhereThereIsOne) {
    Stated stated;
    stated.timetable.until = Stated::day(1800, 12, 1);
    EXPECT_EQ(Stated(stated)(on(date_of(1800, 4, 5))), "5 Apr");
    EXPECT_EQ(Stated(stated)(from_to(date_of(1800, 5, 3), date_of(1800, 5, 9))), "3\u20139 May");
    EXPECT_EQ(Stated(stated)(on(season_of(1800, 23))), "autumn");
    EXPECT_EQ(Stated(stated)(on(date_of(1800))), "1800");
}

TEST(StatedDates, SayTheEraOfSmallYearsInAStoryOfBoth) {
    Stated stated;
    stated.timetable.from = Stated::day(-99, 1, 1);
    EXPECT_EQ(Stated(stated)(on(date_of(79))), "AD 79");
    EXPECT_EQ(Stated(stated)(on(date_of(-43))), "44 BC");
    EXPECT_EQ(Stated(stated)(on(date_of(1800))), "1800");
}

TEST(StatedDates, DoNotRepeatWhatFollowsFromOthers) {
    EXPECT_EQ(Stated().text(), "");
}

TEST(StatedDates, HaveTheTimeOfDayWhereItIsKnown) {
    Stated stated;
    stated.at(Stated::day(1996, 7, 14), 8.25);
    EXPECT_EQ(stated.text(), "14 Jul 1996, 08:15");
    stated.content.language = "en-US";
    EXPECT_EQ(stated.text(), "Jul 14, 1996, 8:15\u202fAM");
}

TEST(StatedDates, HaveTheTimeAloneInAStoryOfOneDay) {
    Stated stated;
    stated.at(Stated::day(1996, 7, 14), 9.5);
    stated.timetable.from = Stated::day(1996, 7, 14) + 0.3;
    stated.timetable.until = Stated::day(1996, 7, 14) + 0.9;
    EXPECT_EQ(stated.text(), "09:30");
    EventTime& time = stated.timetable.events[0];
    time.end.nominal = Stated::day(1996, 7, 14) + 11.5 / 24;
    time.end_timed = true;
    EXPECT_EQ(stated.text(), "09:30\u201311:30");
}

TEST(StatedDates, HaveTheTimeOfTheClockWhereItHappens) {
    Stated stated;
    stated.at(Stated::day(2008, 3, 4), 3);
    stated.timetable.events[0].local = stated.timetable.events[0].end_local = -5.0 / 24;
    EXPECT_EQ(stated.text(), "3 Mar 2008, 22:00 (UTC\u22125)");
    stated.timetable.zone_ahead = -5.0 / 24;
    EXPECT_EQ(stated.text(), "3 Mar 2008, 22:00");
}

TEST(StatedDates, HaveSecondsOnlyWhereThereAreSome) {
    Stated stated;
    stated.at(Stated::day(1969, 7, 20), 20 + 17.0 / 60 + 40.0 / 3600);
    EXPECT_EQ(stated.text(), "20 Jul 1969, 20:17:40");
}

TEST(StatedDates, SayTheDayOfTheWeekWhereAsked) {
    Stated stated;
    stated.weekdays = true;
    EXPECT_EQ(Stated(stated)(on(date_of(1981, 11, 1))), "Sun 1 Nov 1981");
    EXPECT_EQ(Stated(stated)(on(date_of(1981, 11))), "Nov 1981");
}

TEST(StatedDates, CountDeepTimeBackFromToday) {
    EXPECT_EQ(Stated()(on(date_of(-66'000'000))), "66 million years ago");
    EXPECT_EQ(Stated()(on(about(date_of(-13'800'000'000)))), "c. 13.8 billion years ago");
    EXPECT_EQ(Stated("de")(on(date_of(-66'000'000))), "vor 66 Millionen Jahren");
    EXPECT_EQ(Stated()(on(date_of(-9'999))), "10,000 BC");
}

}  // namespace
}  // namespace fabula::stated_date_test
