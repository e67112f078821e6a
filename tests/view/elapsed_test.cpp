// Time between scenes: stories of lengths without a date, and the settings that print what passes.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "view/drawing/durations.hpp"
#include "view/drawing/styles.hpp"
#include "view_under_test.hpp"

namespace fabula::elapsed_test {
namespace {

using testing::faults;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

constexpr const char* lengths = R"(
title: Only relative
characters: {ren: {name: Ren}}
events:
  - {id: a, title: Arrival, who: ren}
  - {id: b, title: Dinner, who: ren, when: 1 day after a}
  - {id: c, title: Departure, who: ren, when: 6 days after a}
  - {id: d, title: Long after, who: ren, when: 40 years after c}
)";

constexpr const char* dated = R"(
title: A week
characters: {ann: {name: Ann}}
events:
  - {title: The letter comes, who: ann, when: 1996-07-01}
  - {title: The answer goes, who: ann, when: 1996-07-07}
  - {title: Nothing is heard, who: ann, when: 1996-07-09}
)";

/// A story whose first event is at 0 and the others so many days after it.
struct Elapsed {
    Story story;
    Timetable timetable;

    Elapsed(const char* yaml, const std::vector<double>& days) : story(read_story(yaml).story) {
        timetable = solve_times(story).timetable;
        timetable.axis = TimeAxis::elapsed;
        timetable.gaps.clear();
        for (EventIndex e = 0; e < days.size(); ++e) {
            EventTime& time = timetable.events[e];
            time.start = time.end = time.stated = {days[e], days[e], days[e]};
            time.certainty = Certainty::stated;
            time.rank = e;
        }
        timetable.from = days.front();
        timetable.until = days.back();
        for (Life& life : timetable.lives) {
            life.first_seen = life.birth = timetable.events.front().start;
            life.last_seen = life.death = timetable.events.back().start;
        }
    }

    [[nodiscard]] Scene draw(std::string_view view, const std::vector<Setting>& settings = {}) const {
        const Theme theme = read_theme("default").theme;
        Measure measure(theme, story.language(), "abc");
        return find_view(view)->draw({story, timetable, theme, {}, settings, measure}).scene;
    }

    [[nodiscard]] std::string between(EventIndex before, EventIndex after) const {
        const Theme theme = read_theme("default").theme;
        Measure measure(theme, story.language(), "abc");
        const Wording wording(story);
        const drawing::Kinds kinds(story, theme);
        const drawing::AgesByEvent ages;
        const drawing::Ranking ranking;
        return drawing::passage_between({story, timetable, theme, wording, kinds, ages, ranking, measure}, before,
                                        after);
    }
};

const std::vector<double> case_days{0, 1, 6, 6 + 40 * days_per_year};

void add_words(std::vector<std::string>& words, const Group& group) {
    for (const Node& node : group.children) {
        if (const auto* text = std::get_if<Text>(&node)) words.push_back(text->line.text);
        if (const auto* inner = std::get_if<Group>(&node)) add_words(words, *inner);
    }
}

std::vector<std::string> axis_words(const Scene& scene) {
    std::vector<std::string> words;
    for (const Group* axis : testing::groups(scene, "axis"))
        add_words(words, *axis);
    return words;
}

class ElapsedIn : public ::testing::TestWithParam<const char*> {};

TEST_P(ElapsedIn, HasNoTextThatCoversAnother) {
    EXPECT_THAT(faults(Elapsed(lengths, case_days).draw(GetParam())), IsEmpty());
}

TEST_P(ElapsedIn, IsTrueToDays) {
    std::vector<std::string> words;
    add_words(words, Elapsed(lengths, case_days).draw(GetParam()).root);
    EXPECT_THAT(words, ::testing::Contains("day 0"));
    EXPECT_THAT(words, ::testing::Contains("year 40"));
}

INSTANTIATE_TEST_SUITE_P(Views, ElapsedIn, ::testing::Values("lifelines", "storyline", "curve"),
                         [](const auto& test) { return std::string(test.param); });

TEST(Passages, AreSaidAsTheyAreStated) {
    const Elapsed story(lengths, case_days);
    EXPECT_EQ(story.between(0, 1), "1 day later");
    EXPECT_EQ(story.between(1, 2), "5 days later");
    EXPECT_EQ(story.between(2, 3), "40 years later");
}

TEST(Passages, AreNotSaidWhereTheStoryLeavesThemOpen) {
    Elapsed story(lengths, case_days);
    story.timetable.events[2].stated = {2, 6, 10};
    EXPECT_EQ(story.between(1, 2), "");
    story.timetable.events[2].certainty = Certainty::ordered;
    EXPECT_EQ(story.between(1, 2), "");
}

TEST(Passages, StandOnTheAxisOfLifelinesWhereAsked) {
    const auto words = axis_words(testing::Draw{"lifelines"}(dated, {{"lifelines.elapsed", "yes"}}).scene);
    EXPECT_THAT(words, IsSupersetOf({"6 days later", "2 days later"}));
    EXPECT_THAT(axis_words(testing::Draw{"lifelines"}(dated).scene), Not(::testing::Contains("6 days later")));
}

TEST(Passages, StandOnTheAxisOfStorylinesWhereAsked) {
    const auto words = axis_words(testing::Draw{"storyline"}(dated, {{"storyline.elapsed", "yes"}}).scene);
    EXPECT_THAT(words, ::testing::Contains("6 days later"));
}

TEST(Passages, CoverNoOtherText) {
    for (const char* direction : {"right", "down"}) {
        const SceneResult result = testing::Draw{"lifelines"}(
            dated, {{"lifelines.elapsed", "yes"}, {"lifelines.weekday", "yes"}, {"lifelines.direction", direction}});
        EXPECT_THAT(faults(result.scene), IsEmpty()) << direction;
    }
}

TEST(Passages, LeftOutForWantOfRoomAreCounted) {
    const auto figures = testing::Figures{"lifelines"}(dated, {{"lifelines.elapsed", "yes"}});
    EXPECT_EQ(figures["passages_left_out"], 0);
}

TEST(Weekdays, StandInDatesWhereAsked) {
    std::vector<std::string> words;
    add_words(words, testing::Draw{"lifelines"}(dated, {{"lifelines.weekday", "yes"}}).scene.root);
    EXPECT_THAT(words, ::testing::Contains("Mon 1 Jul"));
}

}  // namespace
}  // namespace fabula::elapsed_test
