// Every example of levels 0 and 1 in the specification of EDTF (Library of Congress, 2019; ISO 8601-2:2019): what it
// reads as, and the first and the last minute that it means.

#include <chrono>
#include <gtest/gtest.h>
#include <optional>
#include <vector>

#include "story/date.hpp"
#include "time/calendar.hpp"

namespace fabula::timing::edtf_test {
namespace {

/// Counted by the standard library, which knows the same calendar.
std::int64_t minute(int year, unsigned month, unsigned day, int hour = 0, int past = 0) {
    const std::chrono::sys_days days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
    return (days.time_since_epoch().count() * std::int64_t{24} + hour) * 60 + past;
}
std::int64_t start(int year, unsigned month, unsigned day) {
    return minute(year, month, day);
}
std::int64_t end(int year, unsigned month, unsigned day) {
    return minute(year, month, day, 23, 59);
}

struct Example {
    std::string_view text;
    std::optional<std::int64_t> first;  ///< none: open or unknown
    std::optional<std::int64_t> last;
};

const std::vector<Example> level_0 = {
    {"1985-04-12", start(1985, 4, 12), end(1985, 4, 12)},
    {"1985-04", start(1985, 4, 1), end(1985, 4, 30)},
    {"1985", start(1985, 1, 1), end(1985, 12, 31)},
    {"0000", start(0, 1, 1), end(0, 12, 31)},
    {"1985-04-12T23:20:30", minute(1985, 4, 12, 23, 20), minute(1985, 4, 12, 23, 20)},
    {"1985-04-12T23:20:30Z", minute(1985, 4, 12, 23, 20), minute(1985, 4, 12, 23, 20)},
    {"1985-04-12T23:20:30-04", minute(1985, 4, 13, 3, 20), minute(1985, 4, 13, 3, 20)},
    {"1985-04-12T23:20:30+04:30", minute(1985, 4, 12, 18, 50), minute(1985, 4, 12, 18, 50)},
    {"-1985-04-12T23:20:30-04", minute(-1985, 4, 13, 3, 20), minute(-1985, 4, 13, 3, 20)},
    {"1964/2008", start(1964, 1, 1), end(2008, 12, 31)},
    {"2004-06/2006-08", start(2004, 6, 1), end(2006, 8, 31)},
    {"2004-02-01/2005-02-08", start(2004, 2, 1), end(2005, 2, 8)},
    {"2004-02-01/2005-02", start(2004, 2, 1), end(2005, 2, 28)},
    {"2004-02-01/2005", start(2004, 2, 1), end(2005, 12, 31)},
    {"2005/2006-02", start(2005, 1, 1), end(2006, 2, 28)},
    {"0000/0000", start(0, 1, 1), end(0, 12, 31)},
};

const std::vector<Example> level_1 = {
    {"Y12345", start(12345, 1, 1), end(12345, 12, 31)},
    {"2001-21", start(2001, 1, 1), end(2001, 12, 31)},
    {"2001-22", start(2001, 1, 1), end(2001, 12, 31)},
    {"2001-23", start(2001, 1, 1), end(2001, 12, 31)},
    {"2001-24", start(2001, 1, 1), end(2002, 2, 28)},
    {"-2004-23", start(-2004, 1, 1), end(-2004, 12, 31)},
    {"1984?", start(1984, 1, 1), end(1984, 12, 31)},
    {"2004-06~", start(2004, 6, 1), end(2004, 6, 30)},
    {"2004-06-11%", start(2004, 6, 11), end(2004, 6, 11)},
    {"201X", start(2010, 1, 1), end(2019, 12, 31)},
    {"20XX", start(2000, 1, 1), end(2099, 12, 31)},
    {"2004-XX", start(2004, 1, 1), end(2004, 12, 31)},
    {"1985-04-XX", start(1985, 4, 1), end(1985, 4, 30)},
    {"1985-XX-XX", start(1985, 1, 1), end(1985, 12, 31)},
    {"-1985", start(-1985, 1, 1), end(-1985, 12, 31)},
    {"-198X", start(-1989, 1, 1), end(-1980, 12, 31)},
    {"-19XX", start(-1999, 1, 1), end(-1900, 12, 31)},
    {"-2004-06-11%", start(-2004, 6, 11), end(-2004, 6, 11)},
    {"-2004-XX", start(-2004, 1, 1), end(-2004, 12, 31)},
    {"-1985-XX-XX", start(-1985, 1, 1), end(-1985, 12, 31)},
    {"1985-04-12/..", start(1985, 4, 12), std::nullopt},
    {"1985-04/..", start(1985, 4, 1), std::nullopt},
    {"1985/..", start(1985, 1, 1), std::nullopt},
    {"../1985-04-12", std::nullopt, end(1985, 4, 12)},
    {"../1985-04", std::nullopt, end(1985, 4, 30)},
    {"../1985", std::nullopt, end(1985, 12, 31)},
    {"1985-04-12/", start(1985, 4, 12), std::nullopt},
    {"1985-04/", start(1985, 4, 1), std::nullopt},
    {"1985/", start(1985, 1, 1), std::nullopt},
    {"/1985-04-12", std::nullopt, end(1985, 4, 12)},
    {"/1985-04", std::nullopt, end(1985, 4, 30)},
    {"/1985", std::nullopt, end(1985, 12, 31)},
    {"1984~/2004-06", start(1984, 1, 1), end(2004, 6, 30)},
    {"1984/2004-06~", start(1984, 1, 1), end(2004, 6, 30)},
    {"1984~/2004~", start(1984, 1, 1), end(2004, 12, 31)},
    {"1984?/2004%", start(1984, 1, 1), end(2004, 12, 31)},
    {"1984-06?/2004-08?", start(1984, 6, 1), end(2004, 8, 31)},
    {"1984-06-02?/2004-08-08~", start(1984, 6, 2), end(2004, 8, 8)},
    {"1984-06-02?/", start(1984, 6, 2), std::nullopt},
    {"2003/2004-06-11%", start(2003, 1, 1), end(2004, 6, 11)},
    {"2004-06~/2004-06-11%", start(2004, 6, 1), end(2004, 6, 11)},
    {"-1985-04-12/..", start(-1985, 4, 12), std::nullopt},
    {"-1985/", start(-1985, 1, 1), std::nullopt},
    {"-2004-06-01/2005", start(-2004, 6, 1), end(2005, 12, 31)},
    {"1952-23~/1953", start(1952, 1, 1), end(1953, 12, 31)},
    {"2004-06-XX/2004-07-03", start(2004, 6, 1), end(2004, 7, 3)},
};

void expect_meaning(const Example& example) {
    const auto read = parse_date(example.text);
    const auto* date = std::get_if<DatePhrase>(&read);
    ASSERT_NE(date, nullptr) << example.text << ": " << std::get<DateFault>(read).message;
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    if (date->from) first = seconds_of(*date->from).first;
    const auto& until = date->interval ? date->to : date->from;
    if (until) last = seconds_of(*until).last;
    // A day ends with the last second of its last minute; a time of day is a point.
    const bool timed = until && until->minute_of_day;
    const std::int64_t rest = timed ? until->second.value_or(0) : 59;
    const auto in_seconds = [](std::optional<std::int64_t> minutes, std::int64_t more) {
        return minutes ? std::optional(*minutes * 60 + more) : std::nullopt;
    };
    EXPECT_EQ(first, in_seconds(example.first, timed ? rest : 0)) << example.text;
    EXPECT_EQ(last, in_seconds(example.last, rest)) << example.text;
    EXPECT_EQ(format_date(*date), example.text);
}

TEST(EdtfLevel0, ExamplesMeanTheirMinutesAndArePrintedAsWritten) {
    for (const Example& example : level_0)
        expect_meaning(example);
}

TEST(EdtfLevel1, ExamplesMeanTheirMinutesAndArePrintedAsWritten) {
    for (const Example& example : level_1)
        expect_meaning(example);
}

// 400 years are always 146097 days: far beyond what the standard library counts.
TEST(EdtfLevel1, YearsOfManyDigitsAreThatFarAway) {
    constexpr std::int64_t cycles = 425'000;
    constexpr std::int64_t minutes = cycles * 146'097 * 1440;
    expect_meaning({"Y170000002", start(2, 1, 1) + minutes, end(2, 12, 31) + minutes});
    expect_meaning({"Y-170000002", start(-2, 1, 1) - minutes, end(-2, 12, 31) - minutes});
}

TEST(EdtfLevel1, MarksOfDoubtAreKept) {
    const auto mark = [](std::string_view text) {
        const auto date = *std::get<DatePhrase>(parse_date(text)).from;
        return std::pair(date.uncertain, date.approximate);
    };
    EXPECT_EQ(mark("1984?"), std::pair(true, false));
    EXPECT_EQ(mark("2004-06~"), std::pair(false, true));
    EXPECT_EQ(mark("2004-06-11%"), std::pair(true, true));
}

TEST(EdtfLevel1, OpenAndUnknownEndsAreToldApart) {
    const auto read = [](std::string_view text) { return std::get<DatePhrase>(parse_date(text)); };
    EXPECT_FALSE(read("1985/..").to_unknown);
    EXPECT_TRUE(read("1985/").to_unknown);
    EXPECT_FALSE(read("../1985").from_unknown);
    EXPECT_TRUE(read("/1985").from_unknown);
    EXPECT_NE(read("1985/.."), read("1985/"));
}

TEST(EdtfLevel0, SecondsAndTheDistanceFromUtcAreKept) {
    const CalendarDate date = *std::get<DatePhrase>(parse_date("1985-04-12T23:20:30-04:30")).from;
    EXPECT_EQ(date.minute_of_day, 23 * 60 + 20);
    EXPECT_EQ(date.second, 30);
    EXPECT_EQ(date.zone_minutes, -270);
    EXPECT_EQ(std::get<DatePhrase>(parse_date("1985-04-12T23:20:30Z")).from->zone_minutes, 0);
    EXPECT_EQ(std::get<DatePhrase>(parse_date("1985-04-12T23:20:30")).from->zone_minutes, std::nullopt);
}

TEST(Edtf, RefusesWhatLevels0And1DoNotHave) {
    for (const std::string_view text : {"1985-13",
                                        "1985-00",
                                        "1985-4",
                                        "1985-04-31",
                                        "1985-02-29",
                                        "19850412",
                                        "198504",
                                        "1985-102",
                                        "1985-W15-5",
                                        "1985-04-12T",
                                        "1985-04T23:20",
                                        "1985T23:20:30",
                                        "1985-04-12T24:20:30",
                                        "1985-04-12T23:60:30",
                                        "1985-04-12T23:20:60",
                                        "1985-04-12T2320",
                                        "1985-04-12T23",
                                        "1985-04-12T23:20:30.5",
                                        "1985-04-12t23:20:30",
                                        "1985-04-12 23:20:30",
                                        "1985-04-12T23:20:30z",
                                        "1985-04-12T23:20:30+4",
                                        "1985-04-12T23:20:30+04:60",
                                        "1985-04-12T23:20:30+24",
                                        "1985-04-12T23:20:30-00:00",
                                        "1985-04-12T23:20:30Z+04",
                                        "1964/P4Y",
                                        "P4Y/2008",
                                        "1964--2008",
                                        "1964/2008/2010",
                                        "2008/1964",
                                        "2004-06-01T10:00:00/2004-06-02",
                                        "2004-06-01/2004-06-02T10:00:00Z",
                                        "/",
                                        "../..",
                                        "/..",
                                        "../",
                                        "-0000",
                                        "+1985",
                                        "985",
                                        "Y1985",
                                        "Y00001985",
                                        "Y12345-06",
                                        "y12345",
                                        "12345",
                                        "-12345",
                                        "2001-20",
                                        "2001-21-05",
                                        "1984~?",
                                        "1984?~",
                                        "1984 ?",
                                        "201u",
                                        "2004-uu",
                                        "unknown/2006",
                                        "2004/open",
                                        "201x",
                                        "",
                                        "1985-04-12T23:20:30?~"}) {
        const auto read = parse_date(text);
        ASSERT_TRUE(std::holds_alternative<DateFault>(read)) << text;
        EXPECT_EQ(std::get<DateFault>(read).message.find("level 2"), std::string::npos) << text;
    }
}

TEST(Edtf, ReadsOfLevel2WhatPeopleMeet) {
    for (const std::string_view text :
         {"Y-17E7", "Y17E8", "1950S2", "Y171010000S3", "Y3388E2S3", "2001-25", "2001-34", "2001-41", "[..1760-12-03]",
          "[1760-12..]", "2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11", "~2004-06-11",
          "[1667,1668,1670..1672]", "1XXX", "2019-12/%2020", "2004-06-~01/2004-06-~20"}) {
        EXPECT_TRUE(std::holds_alternative<DatePhrase>(parse_date(text))) << text;
        EXPECT_TRUE(looks_like_date(text)) << text;
    }
}

TEST(Edtf, SaysOfOtherFormsOfLevel2ThatTheyAre) {
    for (const std::string_view text :
         {"{1667,1668,1670..1672}", "{1960,1961-12}", "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-12", "1984-1X",
          "-156X-12-25", "2003-06-25/2004-X1-03", "XXXX-12-21/1890-09-2X"}) {
        const auto read = parse_date(text);
        ASSERT_TRUE(std::holds_alternative<DateFault>(read)) << text;
        EXPECT_NE(std::get<DateFault>(read).message.find("of level 2 of EDTF"), std::string::npos)
            << text << ": " << std::get<DateFault>(read).message;
        EXPECT_TRUE(looks_like_date(text)) << text;
    }
}

}  // namespace
}  // namespace fabula::timing::edtf_test
