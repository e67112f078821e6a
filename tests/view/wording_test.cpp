#include "view/wording.hpp"

#include <gtest/gtest.h>

namespace fabula {
namespace {

Story in_language(std::string language) {
    Story story;
    story.language = std::move(language);
    return story;
}

constexpr double bastille = -65914;  // 14 July 1789

TEST(Wording, WritesDaysAsTheLanguageDoes) {
    EXPECT_EQ(Wording(in_language("en")).date(bastille, true), "14 Jul 1789");
    EXPECT_EQ(Wording(in_language("fr")).date(bastille, true), "14 juil. 1789");
    EXPECT_EQ(Wording(in_language("de")).date(bastille, false), "14. Juli");
}

TEST(Wording, CountsInTheProlepticGregorianCalendar) {
    const CivilDay day = civil_day(bastille);
    EXPECT_EQ(day.year, 1789);
    EXPECT_EQ(day.month, 7);
    EXPECT_EQ(day.day, 14);
    EXPECT_EQ(day_of(day), bastille);
}

TEST(Wording, WritesYearsBeforeOurEraWithTheEra) {
    EXPECT_EQ(Wording(in_language("en")).year(day_of({-43, 3, 15})), "44 BC");
}

TEST(Wording, WritesLengthsOfTimeWithTheLanguagesPlurals) {
    EXPECT_EQ(Wording(in_language("en")).duration({10, 10, TimeUnit::year, true}), "about 10 years");
    EXPECT_EQ(Wording(in_language("en")).duration({1, 1, TimeUnit::day, false}), "1 day");
    EXPECT_EQ(Wording(in_language("pl")).duration({2, 5, TimeUnit::week, false}), "2\u20135 tygodni");
}

TEST(Wording, PrefersTheStorysOwnWords) {
    Story story = in_language("en");
    story.words.push_back({"about", "some"});
    EXPECT_EQ(Wording(story).duration({10, 10, TimeUnit::year, true}), "some 10 years");
}

TEST(Wording, FallsBackWhereTheLanguageIsUnknown) {
    EXPECT_FALSE(Wording(in_language("x-nonsense")).date(bastille, true).empty());
}

}  // namespace
}  // namespace fabula
