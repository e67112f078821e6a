// Why an event is when it is.
#include "fabula/explanation.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "story_builder.hpp"
#include "time/calendar.hpp"

namespace fabula::explanation_test {
namespace {

using namespace testing;  // NOLINT: the builder's words
using ::testing::ElementsAre;

std::vector<std::string> meanings(const std::vector<TimeReason>& reasons) {
    std::vector<std::string> result;
    for (const TimeReason& reason : reasons)
        result.push_back(reason.meaning);
    return result;
}

TEST(WhyATime, IsAChainFromTheAxisToTheEvent) {
    StoryBuilder builder;
    const auto leaves = builder.event("leaves", {on(date(1970, 1, 2))});
    const auto laura = builder.event("laura", {after(to_event(leaves), days(3, 5))});
    const auto ruth = builder.event("ruth", {before(to_event(laura), days(1))});
    const TimeExplanation why = explain_time(builder.story(), ruth);
    EXPECT_THAT(meanings(why.latest),
                ElementsAre("leaves no later than 1970-01-02",
                            "laura at most 5 days after leaves (1970-01-02 + 5 days = 1970-01-07)",
                            "ruth 1 day before laura (1970-01-07 − 1 day = 1970-01-06)"));
    EXPECT_THAT(meanings(why.earliest),
                ElementsAre("leaves no earlier than 1970-01-02",
                            "laura at least 3 days after leaves (1970-01-02 + 3 days = 1970-01-05)",
                            "ruth 1 day before laura (1970-01-05 − 1 day = 1970-01-04)"));
}

TEST(WhyATime, NamesWhatIsTakenForGranted) {
    StoryBuilder builder;
    builder.event("first", {on(date(1970, 1, 2))});
    const auto free = builder.event("free");
    builder.event("last", {on(date(1970, 1, 9))});
    const TimeExplanation why = explain_time(builder.story(), free);
    ASSERT_EQ(why.earliest.size(), 2U);
    EXPECT_EQ(why.earliest[1].kind, TimeReason::Kind::granted);
    EXPECT_EQ(why.earliest[1].meaning, "free stands below first in the list");
    ASSERT_EQ(why.latest.size(), 2U);
    EXPECT_EQ(why.latest[1].meaning, "last stands below free in the list");
}

TEST(WhyATime, NamesItsSection) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    builder.section("school", {age(5, 16, kathy)});
    const auto tape = builder.event("tape");
    const TimeExplanation why = explain_time(builder.story(), tape);
    ASSERT_EQ(why.latest.size(), 2U);
    EXPECT_EQ(why.latest[1].kind, TimeReason::Kind::section);
    EXPECT_EQ(why.latest[1].meaning, "tape stands in section school");
}

TEST(WhyATime, NamesWhatASoftStatementWouldLikeBest) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970, 1, 1))});
    const auto b = builder.event("b", {after(to_event(a), about_years(10))});
    const TimeExplanation why = explain_time(builder.story(), b);
    ASSERT_FALSE(why.drawn.empty());
    EXPECT_EQ(why.drawn.front().kind, TimeReason::Kind::soft);
    EXPECT_EQ(why.drawn.front().meaning, "b 10 years after a");
}

TEST(WhyATime, IsNothingWhereNothingIsStated) {
    StoryBuilder builder;
    builder.character("kathy", {on(date(1970))});
    const auto free = builder.event("free");
    const TimeExplanation why = explain_time(builder.story(), free);
    EXPECT_TRUE(why.earliest.empty());
    EXPECT_TRUE(why.latest.empty());
}

/// True statements with a line each.
StoryBuilder random_story(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    StoryBuilder builder;
    const auto count = 3 + random() % 12;
    std::vector<int> secret;
    std::uint32_t line = 0;
    for (EventIndex event = 0; event < count; ++event) {
        secret.push_back(static_cast<int>(random() % 3000));
        builder.event(numbered("e", event));
        for (std::size_t said = random() % 4; said > 0; --said) {
            const EventIndex other = random() % count;
            if (other >= event) {
                const CalendarDay day = day_of(gregorian(), secret[event] - secret[event] % 30);
                builder.at(event).when.push_back(from_to(date(day.year, day.month, day.day), std::nullopt));
            } else {
                const int apart = secret[event] - secret[other];
                if (apart == 0) continue;
                const Duration distance = days(std::abs(apart) - 1, std::abs(apart) + 4);
                builder.at(event).when.push_back(apart > 0 ? after(to_event(other), distance)
                                                           : before(to_event(other), distance));
            }
            builder.at(event).when.back().span = {0, ++line, 1, 0, 0};
        }
    }
    return builder;
}

/// The story with those statements alone that are named.
Story with_alone(StoryContent content, const std::vector<TimeReason>& reasons) {
    for (Event& event : content.events) {
        event.when.erase(std::remove_if(event.when.begin(), event.when.end(),
                                        [&](const Phrase& phrase) {
                                            return std::none_of(
                                                reasons.begin(), reasons.end(),
                                                [&](const TimeReason& reason) { return reason.span == phrase.span; });
                                        }),
                         event.when.end());
    }
    return story_of(std::move(content));
}

TEST(WhyATime, IsEnoughToGiveThatTime) {
    int checked = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        StoryBuilder builder = random_story(seed);
        const Timetable whole = solve_times(builder.story()).timetable;
        for (EventIndex event = 0; event < whole.events.size(); ++event) {
            const TimeExplanation why = explain_time(builder.story(), event);
            const auto expect_same = [&](const std::vector<TimeReason>& reasons, double Moment::* bound) {
                const bool granted = std::any_of(reasons.begin(), reasons.end(), [](const TimeReason& reason) {
                    return reason.kind == TimeReason::Kind::granted;
                });
                if (granted || whole.axis != TimeAxis::calendar) return;
                const Timetable alone = solve_times(with_alone(builder.content(), reasons)).timetable;
                ASSERT_TRUE(alone.axis == TimeAxis::calendar || reasons.empty());
                if (reasons.empty()) return;
                EXPECT_EQ(alone.events[event].start.*bound, whole.events[event].start.*bound);
                ++checked;
            };
            expect_same(why.earliest, &Moment::earliest);
            expect_same(why.latest, &Moment::latest);
        }
    }
    EXPECT_GT(checked, 300);
}

}  // namespace
}  // namespace fabula::explanation_test
