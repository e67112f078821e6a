#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/timetable.hpp"

#include "story_builder.hpp"

namespace fabula {
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
    EXPECT_THAT(found[0].message, HasSubstr("b would be at least 3 days before itself"));
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
    builder.story().relationships.push_back(relationship);
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].message, HasSubstr("the relationship of kathy and tommy"));
}

TEST(Contradiction, IsNotSoughtWhereTimesCannotBeCounted) {
    StoryBuilder builder;
    builder.event("e0");
    for (EventIndex event = 1; event < 60; ++event) {
        builder.event(numbered("e", event),
                      {placed(after(to_event(event - 1), Duration{2e8, 2e8, TimeUnit::year, false}), 7)});
    }
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "out-of-range");
    EXPECT_EQ(found[0].span, line(7));
}

TEST(Contradiction, AreListedUpToTwenty) {
    StoryBuilder builder;
    for (EventIndex event = 0; event < 2000; ++event) {
        builder.event(numbered("e", event), {placed(on(date(1990)), 1), placed(after(to_event((event + 1) % 2000)), 2),
                                             placed(before(to_event((event + 77) % 2000)), 3)});
    }
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 21U);
    EXPECT_EQ(found.front().code, "more-findings");  // of the whole file
    EXPECT_EQ(found.back().code, "contradiction");
}

TEST(Contradiction, QuotesWhatTheAuthorWrote) {
    StoryBuilder builder;
    const std::string text = "before laura\nbefore ruth\n";
    builder.story().sources.add("story.yaml", text);
    const auto laura = builder.event("laura");
    const auto ruth = builder.event("ruth", {before(to_event(laura))});
    builder.at(ruth).when[0].span = builder.story().sources.span(0, 0, 12);
    builder.at(laura).when = {before(to_event(ruth))};
    builder.at(laura).when[0].span = builder.story().sources.span(0, 13, 11);
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].message, HasSubstr("would be before itself"));
    std::vector<std::string> messages;
    for (const Related& related : found[0].related)
        messages.push_back(related.message);
    EXPECT_THAT(messages, ::testing::UnorderedElementsAre("'before laura' puts ruth before laura",
                                                          "'before ruth' puts laura before ruth"));
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
    EXPECT_THAT(found[0].related[0].message, HasSubstr("a at 1970-01-05"));
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
    EXPECT_EQ(found[0].related.size(), 3U);
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
}  // namespace fabula
