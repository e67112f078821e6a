// Dates of EDTF, levels 0 and 1.

#include "story/date.hpp"

#include <gtest/gtest.h>

namespace fabula::date_test {
namespace {

DatePhrase date(std::string_view text) {
    const auto result = parse_date(text);
    const auto* phrase = std::get_if<DatePhrase>(&result);
    EXPECT_NE(phrase, nullptr) << text << ": " << std::get<DateFault>(result).message;
    return phrase == nullptr ? DatePhrase{} : *phrase;
}

bool is_date(std::string_view text) {
    return std::holds_alternative<DatePhrase>(parse_date(text));
}

TEST(Dates, HaveTheParts) {
    const CalendarDate full = *date("1996-07-14").from;
    EXPECT_EQ(full.year, 1996);
    EXPECT_EQ(full.month, 7);
    EXPECT_EQ(full.day, 14);
    EXPECT_EQ(date("1996").from->month, std::nullopt);
    EXPECT_EQ(date("-0044-03-15").from->year, -44);
    EXPECT_EQ(date("Y-170000002").from->year, -170000002);
    EXPECT_EQ(date("2001-21").from->season, 21);
    EXPECT_EQ(date("1996-07-14T09:30").from->minute_of_day, 570);
    EXPECT_EQ(date("1996-07-14T09:30:59").from->minute_of_day, 570);
    EXPECT_EQ(date("1996-07-14T09:30Z").from->zone_minutes, 0);
}

TEST(Dates, CanBeOpenUncertainAndApproximate) {
    EXPECT_EQ(date("199X").from->year, 1990);
    EXPECT_EQ(date("199X").from->unspecified_year_digits, 1);
    EXPECT_EQ(date("19XX").from->unspecified_year_digits, 2);
    EXPECT_TRUE(date("2004-XX").from->unspecified_month);
    EXPECT_TRUE(date("2004-07-XX").from->unspecified_day);
    EXPECT_TRUE(date("1985-XX-XX").from->unspecified_day);
    EXPECT_TRUE(date("1996~").from->approximate);
    EXPECT_TRUE(date("1996?").from->uncertain);
    EXPECT_TRUE(date("1996-07%").from->uncertain && date("1996-07%").from->approximate);
}

TEST(Dates, CanBeStretches) {
    EXPECT_TRUE(date("1978/1981").interval);
    EXPECT_EQ(date("1978/1981").to->year, 1981);
    EXPECT_EQ(date("../1998").from, std::nullopt);
    EXPECT_EQ(date("1998/..").to, std::nullopt);
    EXPECT_EQ(date("1998/").to, std::nullopt);
    EXPECT_TRUE(date("1984~/2004-06").from->approximate);
    EXPECT_TRUE(is_date("199X/1995"));
    EXPECT_TRUE(is_date("1996/1996-07"));
}

// Days counted one by one over a whole cycle of the calendar and around year 0.
TEST(Dates, AreOnlyThoseThatThereAre) {
    for (int year = -4; year < 400; ++year) {
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        char text[32];
        std::snprintf(text, sizeof text, "%s%04d-02-29", year < 0 ? "-" : "", std::abs(year));
        EXPECT_EQ(is_date(text), leap) << text;
    }
    for (int month = 0; month <= 99; ++month) {
        char text[32];
        std::snprintf(text, sizeof text, "2005-%02d", month);
        EXPECT_EQ(is_date(text), (month >= 1 && month <= 12) || (month >= 21 && month <= 41)) << text;
    }
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
        for (int day = 0; day <= 99; ++day) {
            char text[32];
            std::snprintf(text, sizeof text, "2005-%02d-%02d", month, day);
            EXPECT_EQ(is_date(text), day >= 1 && day <= days[month - 1]) << text;
        }
    }
}

TEST(Dates, OfOtherShapesAreNone) {
    for (const std::string_view text : {"",
                                        "1",
                                        "12",
                                        "199",
                                        "12345",
                                        "Y1234",
                                        "XXXX",
                                        "X996",
                                        "1996-",
                                        "1996-7",
                                        "1996-07-",
                                        "1996-07-1",
                                        "1996-07-141",
                                        "1996-X7",
                                        "1996-XX-14",
                                        "199X-07",
                                        "1996-21-14",
                                        "19960714",
                                        "1996/1997/1998",
                                        "/",
                                        "../..",
                                        "1997/1996",
                                        "1996-07-14T",
                                        "1996-07-14T24:00",
                                        "1996-07-14T09",
                                        "1996-07-14T09:60",
                                        "1996-07T09:30",
                                        "1996~?",
                                        "1996 ",
                                        "+1996",
                                        "-0000",
                                        "Y99999999999",
                                        "1996-07-14~x"}) {
        EXPECT_FALSE(is_date(text)) << text;
    }
}

TEST(Dates, AreWrittenAsTheyAreRead) {
    for (const std::string_view text :
         {"1996",        "0000",      "-0044-03-15", "Y12000",     "Y-12000",          "199X",          "19XX",
          "-19XX",       "2004-XX",   "2004-07-XX",  "1985-XX-XX", "2001-24",          "1996~",         "1996?",
          "1996-07-14%", "1978/1981", "../1998",     "1998/..",    "1996-07-14T09:05", "1984~/2004-06?"}) {
        EXPECT_EQ(format_date(date(text)), text);
    }
}

}  // namespace
}  // namespace fabula::date_test
