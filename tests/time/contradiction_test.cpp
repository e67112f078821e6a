#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "fabula/timetable.hpp"

#include "story_builder.hpp"

namespace fabula::contradiction_test {
namespace {

using namespace testing;  // NOLINT: the builder's words
using ::testing::HasSubstr;

Span line(std::uint32_t number) {
    return {0, number, 1, 0, 0};
}

Phrase placed(Phrase phrase, std::uint32_t line_number) {
    phrase.span = line(line_number);
    return phrase;
}

TEST(Contradiction, NamesTheStatementsAndTheirPlaces) {
    StoryBuilder builder;
    const auto a = builder.event("a");
    const auto b = builder.event("b", {placed(after(to_event(a), days(3)), 4)});
    builder.at(a).when = {placed(after(to_event(b)), 2)};
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "contradiction");
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].message,
              "these two statements cannot all be true: b would be at least 3 days after a and before it: "
              "3 days too much");
    ASSERT_EQ(found[0].related.size(), 2U);
    EXPECT_EQ(found[0].related[0].span, line(4));
    EXPECT_EQ(found[0].related[1].span, line(2));
    EXPECT_THAT(found[0].related[0].message, HasSubstr("b 3 days after a"));
    EXPECT_THAT(found[0].related[1].message, HasSubstr("a after b"));
}

TEST(Contradiction, CallsARelationshipWithoutAKindByThoseItIsBetween) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    const auto tommy = builder.character("tommy");
    const auto meet = builder.event("meet", {on(date(1950))});
    const auto part = builder.event("part", {on(date(1960))});
    Relationship relationship;
    relationship.between = {{kathy, {}}, {tommy, {}}};
    relationship.phases = {{{with(to_event(part))}, {with(to_event(meet))}, {}}};
    builder.content().relationships.push_back(relationship);
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    std::string words;
    for (const Related& related : found[0].related)
        words += related.message + "\n";
    EXPECT_THAT(words, HasSubstr("the relationship of kathy and tommy"));
}

TEST(Contradiction, IsNotSoughtWhereTimesCannotBeCounted) {
    StoryBuilder builder;
    builder.event("e0");
    for (EventIndex event = 1; event < 60; ++event) {
        builder.event(numbered("e", event),
                      {placed(after(to_event(event - 1), Duration{2e10, 2e10, TimeUnit::year, false}), 7)});
    }
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "out-of-range");
    EXPECT_EQ(found[0].span, line(7));
}

TEST(Contradiction, AreListedUpToAHundred) {
    StoryBuilder builder;
    for (EventIndex event = 0; event < 150; ++event)
        builder.event(numbered("e", event), {placed(on(date(1990)), 1), placed(on(date(1995)), 2)});
    const TimeResult result = solve_times(builder.story());
    ASSERT_EQ(result.diagnostics.size(), 101U);
    EXPECT_EQ(result.diagnostics.front().code, "more-findings");  // of the whole file
    EXPECT_EQ(result.diagnostics.back().code, "contradiction");
    EXPECT_EQ(result.timetable.set_aside.size(), 150U);
}

TEST(Contradiction, OfThousandsOfStatementsEndsSoon) {
    StoryBuilder builder;
    for (EventIndex event = 0; event < 2000; ++event) {
        builder.event(numbered("e", event), {placed(on(date(1990)), 1), placed(after(to_event((event + 1) % 2000)), 2),
                                             placed(before(to_event((event + 77) % 2000)), 3)});
    }
    EXPECT_FALSE(solve_times(builder.story()).diagnostics.empty());
}

TEST(Contradiction, QuotesWhatTheAuthorWrote) {
    StoryBuilder builder;
    const std::string text = "before laura\nbefore ruth\n";
    builder.content().sources.add("story.yaml", text);
    const auto laura = builder.event("laura");
    const auto ruth = builder.event("ruth", {before(to_event(laura))});
    builder.at(ruth).when[0].span = builder.content().sources.span(0, 0, 12);
    builder.at(laura).when = {before(to_event(ruth))};
    builder.at(laura).when[0].span = builder.content().sources.span(0, 13, 11);
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].message, HasSubstr("laura would be before ruth and ruth before laura"));
    std::vector<std::string> messages;
    for (const Related& related : found[0].related)
        messages.push_back(related.message);
    EXPECT_THAT(messages, ::testing::UnorderedElementsAre("‘before laura’ puts ruth before laura",
                                                          "‘before ruth’ puts laura before ruth"));
}

TEST(Contradiction, LeavesOutStatementsThatHaveNoPart) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970))});
    const auto b = builder.event("b", {after(to_event(a), days(1))});
    const auto c = builder.event("c", {after(to_event(b), days(1)), after(to_event(a), days(9))});
    builder.at(c).when.push_back(placed(before(to_event(a)), 9));
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_FALSE(found.empty());
    for (const Diagnostic& contradiction : found)
        EXPECT_LE(contradiction.related.size(), 3U);
}

TEST(Contradiction, OfDatesSaysWhatTheyMean) {
    StoryBuilder builder;
    builder.event("a", {on(date(1970, 1, 2)), on(date(1970, 1, 5))});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message,
              "these two statements cannot all be true: a would be no earlier than 1970-01-05 and no later than "
              "1970-01-02: 3 days too much");
    EXPECT_THAT(found[0].related[0].message, HasSubstr("a no earlier than 1970-01-05"));
}

TEST(Contradiction, SeveralAreAllFound) {
    StoryBuilder builder;
    for (int i = 0; i < 5; ++i) {
        const auto a = builder.event(numbered("a", i));
        const auto b = builder.event(numbered("b", i), {after(to_event(a))});
        builder.at(a).when = {after(to_event(b))};
    }
    EXPECT_EQ(solve_times(builder.story()).diagnostics.size(), 5U);
}

TEST(Contradiction, AnEventOutsideItsSectionNamesBoth) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    builder.section("hailsham", {placed(age(5, 16, kathy), 1)});
    builder.event("late", {placed(age(31, 31, kathy), 3)});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "outside-section");
    EXPECT_EQ(found[0].message,
              "these three statements cannot all be true: late would be at least 31 years after the birth of kathy and "
              "at most 17 years after it: 14 years too much");
    EXPECT_EQ(found[0].related.size(), 3U);
}

TEST(Contradiction, OfAgesAndABirthIsOneOfItsOwnKind) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy", {on(date(1950, 3, 1))});
    builder.event("meeting", {on(date(1980, 5, 3)), age(12, 12, kathy)});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "age-contradicts-birth");
    EXPECT_EQ(found[0].related.size(), 3U);
}

TEST(Contradiction, AddsUpTheTermsOfBothSides) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    const auto tape = builder.event("tape", {age(11, 11, kathy)});
    const auto boat = builder.event("boat", {after(to_event(tape), Duration{7, 7, TimeUnit::year, false})});
    builder.event("laura", {after(to_event(boat), days(3)), age(12, 12, kathy)});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message,
              "these four statements cannot all be true: laura would be at least 18 years 3 days after the birth of "
              "kathy (11 years + 7 years + 3 days) and at most 13 years after it: 5 years 3 days too much");
    EXPECT_EQ(found[0].help,
              "to fix it, widen what is said of laura by 5 years 3 days, so that it allows 18 years 3 days after the "
              "birth of kathy; until then all else is worked out without what is said of laura");
}

TEST(Contradiction, OfOrderAloneSaysItInARow) {
    StoryBuilder builder;
    builder.event("a", {after(to_event(1))});
    builder.event("b", {after(to_event(2))});
    builder.event("c", {after(to_event(0))});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message,
              "these three statements cannot all be true: c would be before b, b before a and a before c");
}

TEST(Contradiction, OfManyInARowIsToldShortly) {
    StoryBuilder builder;
    for (EventIndex event = 0; event < 30; ++event)
        builder.event(numbered("e", event), {after(to_event((event + 1) % 30))});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].message, ::testing::StartsWith("these 30 statements cannot all be true: "));
    EXPECT_LT(found[0].message.size(), 250U);
    EXPECT_EQ(found[0].related.size(), 30U);
}

/// Events on days decided in secret, with distances that are true of them, and one date that is not.
StoryBuilder story_with_one_wrong_date(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    StoryBuilder builder;
    std::vector<int> secret;
    const auto count = 4 + random() % 20;
    for (EventIndex event = 0; event < count; ++event) {
        secret.push_back(static_cast<int>(random() % 9000));
        builder.event(numbered("e", event));
        for (std::size_t said = event == 0 ? 0 : 1 + random() % 3; said > 0; --said) {
            const EventIndex other = random() % event;
            const int distance = secret[event] - secret[other];
            auto& when = builder.at(event).when;
            if (distance > 0) when.push_back(after(to_event(other), days(distance)));
            if (distance < 0) when.push_back(before(to_event(other), days(-distance)));
        }
        if (random() % 2 == 0) {
            const int year = 1970 + secret[event] / 366;
            builder.at(event).when.push_back(from_to(date(year - 1), std::nullopt));
            builder.at(event).when.push_back(from_to(std::nullopt, date(year + 1)));
        }
    }
    builder.at(random() % count).when.push_back(on(date(1870, 1, 1)));
    return builder;
}

TEST(Contradiction, OfOneWrongStatementWithManyOthersIsToldOnce) {
    int found_some = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        StoryBuilder builder = story_with_one_wrong_date(seed);
        const Diagnostics found = solve_times(builder.story()).diagnostics;
        EXPECT_LE(found.size(), 1U);
        found_some += static_cast<int>(found.size());
    }
    EXPECT_GT(found_some, 200);
}

TEST(Contradiction, OfAWrongBirthIsToldOfTheBirth) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy", {placed(on(date(1950, 3, 1)), 3)});
    for (int i = 0; i < 6; ++i)
        builder.event(numbered("e", i), {placed(on(date(1971 + i)), 10), placed(age(11 + i, 11 + i, kathy), 11)});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].span, line(3));
    EXPECT_THAT(found[0].help, HasSubstr("to fix it, widen what is said of the birth of kathy by 8 years"));
}

TEST(Contradiction, TheWholeOfAnEventCannotEndBeforeItBegins) {
    StoryBuilder builder;
    const auto war = builder.event("war", {on(date(1970, 1, 5))});
    builder.at(war).until = {on(date(1970, 1, 2))};
    EXPECT_EQ(solve_times(builder.story()).diagnostics.size(), 1U);
}

TEST(Contradiction, AboutIsSoftWithinItsTolerance) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970))});
    builder.event("b", {on(date(1982)), after(to_event(a), about_years(10))});
    EXPECT_TRUE(solve_times(builder.story()).diagnostics.empty());
    builder.event("c", {on(date(1992)), after(to_event(a), about_years(10))});
    EXPECT_EQ(solve_times(builder.story()).diagnostics.size(), 1U);
}

TEST(Contradiction, AnAppearanceAfterDeathIsNone) {
    StoryBuilder builder;
    const auto ruth = builder.character("ruth");
    const auto dies = builder.event("dies", {on(date(1970))}, {ruth});
    builder.at(dies).deaths = {{ruth, {}}};
    builder.event("ghost", {on(date(1980))}, {ruth});
    EXPECT_TRUE(solve_times(builder.story()).diagnostics.empty());
}

}  // namespace
}  // namespace fabula::contradiction_test
