// From stories to the steps of the storyline view: who stands with whom, when, and what holds them together.
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

#include "random_story.hpp"
#include "solve/storyline/ordering.hpp"
#include "view/storyline/passes.hpp"
#include "view/storyline/storyline.hpp"

namespace fabula::storylines::storyline_steps_test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr std::string_view four = "title: x\ncharacters: {a: {}, b: {}, c: {}, d: {}}\n";

struct Read {
    ReadResult read;
    Timetable timetable;
    Plot plot;

    explicit Read(const std::string& yaml, const Options& options = {}) : read(read_story(yaml)) {
        for (const Diagnostic& diagnostic : read.diagnostics)
            EXPECT_NE(diagnostic.severity, Severity::error) << format_diagnostic(diagnostic, read.story.sources());
        timetable = solve_times(read.story).timetable;
        plot = make_plot(read.story, timetable, options);
    }

    [[nodiscard]] std::string ids(const Lines& lines) const {
        std::string text;
        for (const Line line : lines)
            text += read.story.characters()[line].id;
        return text;
    }

    /// Each step as "ab|c": who shares a scene, then after a colon who else is there.
    [[nodiscard]] std::vector<std::string> steps() const {
        std::vector<std::string> texts;
        for (const StoryStep& step : plot.steps) {
            std::string text;
            Lines alone = step.present;
            for (const SceneInStep& scene : step.scenes) {
                if (!text.empty()) text += "|";
                text += ids(scene.members);
                std::erase_if(alone, [&](Line l) { return std::ranges::count(scene.members, l) > 0; });
            }
            if (!alone.empty()) text += ":";
            texts.push_back(text + ids(alone));
        }
        return texts;
    }
};

std::string with_clock(std::string_view events) {
    return fmt::format("{}time: {{clock: minute}}\nevents:\n{}", four, events);
}

TEST(StorylineSteps, OfOneMomentAreOneStepWithAGroupForEachScene) {
    const Read story(
        with_clock("  - {title: x, who: [a, b], when: at 1}\n  - {title: y, who: [c, d], when: at 1}\n"
                   "  - {title: z, who: [a, d], when: at 2}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("ab|cd", "ad"));
}

TEST(StorylineSteps, FollowEachOtherWhereScenesOfOneMomentShareACharacter) {
    const Read story(
        with_clock("  - {title: x, who: [a, b], when: at 1}\n  - {title: y, who: [b, c], when: at 1}\n"
                   "  - {title: z, who: [d], when: at 1}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("ab|d", "bc"));
}

TEST(StorylineSteps, OfScenesThatLastLieBetweenTheTimesAtWhichOneBeginsOrEnds) {
    const Read story(
        with_clock("  - {title: x, who: [a, b], when: at 0, until: at 5}\n"
                   "  - {title: y, who: [c, d], when: at 2, until: at 8}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("ab", "ab|cd", "cd"));
}

TEST(StorylineSteps, PutWhoIsInTwoScenesThatLastIntoTheOneThatBeganLast) {
    const Read story(
        with_clock("  - {title: x, who: [a, b, c], when: at 0, until: at 9}\n"
                   "  - {title: y, who: [b, d], when: at 3, until: at 6}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("abc", "ac|bd", "abc"));
    EXPECT_EQ(story.ids(story.plot.steps[1].scenes[0].whole), "ac");
}

TEST(StorylineSteps, LetASceneGoOnRoundOneThatLiesWithinIt) {
    const Read story(
        with_clock("  - {title: x, who: [a, b, c], when: at 0, until: at 9}\n"
                   "  - {title: y, who: [a, b], when: at 3}\n  - {title: z, who: [a, b, c], when: at 4}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("abc", "c|ab", "abc", "abc", "abc"));
    EXPECT_EQ(story.ids(story.plot.steps[1].scenes[0].whole), "abc");
}

TEST(StorylineSteps, HaveWhoIsMetLaterAgainStandAloneMeanwhile) {
    const Read story(
        with_clock("  - {title: x, who: [a, b], when: at 1}\n  - {title: y, who: [c, d], when: at 2}\n"
                   "  - {title: z, who: [a, c], when: at 3}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("ab", "cd:a", "ac"));
}

TEST(StorylineSteps, LeaveOutWhoIsInNoSceneWhereAllScenesLast) {
    const std::string yaml = with_clock(
        "  - {title: x, who: [a, b], when: at 0, until: at 2}\n"
        "  - {title: y, who: [c, d], when: at 2, until: at 4}\n"
        "  - {title: z, who: [a, c], when: at 4, until: at 5}\n");
    EXPECT_THAT(Read(yaml).steps(), ElementsAre("ab", "cd", "ac"));
    EXPECT_THAT(Read(yaml, {.presence = Presence::appearance}).steps(), ElementsAre("ab", "cd:a", "ac"));
}

TEST(StorylineSteps, ReachFromBirthToDeath) {
    const std::string yaml =
        "title: x\ncharacters: {a: {}, b: {born: 1901, died: 1903}, c: {born: 1850, died: 1990}}\nevents:\n"
        "  - {title: v, who: [a], when: 1900}\n  - {title: w, who: [a], when: 1901}\n"
        "  - {title: x, who: [b, c], when: 1902}\n  - {title: y, who: [a], when: 1903}\n"
        "  - {title: z, who: [a], when: 1904}\n";
    EXPECT_THAT(Read(yaml).steps(), ElementsAre("a", "a:b", "bc:a", "a:b", "a"));
    EXPECT_THAT(Read(yaml, {.presence = Presence::appearance}).steps(), ElementsAre("a", "a", "bc:a", "a", "a"));
}

TEST(StorylineSteps, LeaveOutWhoIsAway) {
    const Read story(
        "title: x\ncharacters: {a: {absent: [{from: 1901, until: 1903}]}, b: {}}\nevents:\n"
        "  - {title: v, who: [a, b], when: 1900}\n  - {title: w, who: [b], when: 1902}\n"
        "  - {title: x, who: [a, b], when: 1904}\n");
    EXPECT_THAT(story.steps(), ElementsAre("ab", "b", "ab"));
}

TEST(StorylineSteps, FollowTheTellingWhereAsked) {
    const Read story(
        "title: x\ncharacters: {a: {}, b: {}}\ntold: [z, x]\nevents:\n"
        "  - {id: x, title: x, who: [a]}\n  - {id: y, title: y, who: [b]}\n  - {id: z, title: z, who: [a, b]}\n",
        {.axis = Axis::told});
    EXPECT_THAT(story.steps(), ElementsAre("ab", "a"));
}

TEST(StorylineSteps, AsToldKeepTheTimeOfTheirEvent) {
    const Read story(
        "title: x\ncharacters: {a: {}}\ntold: [z, x]\nevents:\n"
        "  - {id: x, title: x, who: [a], when: 1900}\n  - {id: z, title: z, who: [a], when: 1950}\n",
        {.axis = Axis::told});
    ASSERT_EQ(story.plot.steps.size(), 2U);
    EXPECT_GT(story.plot.steps[0].from, story.plot.steps[1].until);
}

TEST(StorylineSteps, LeaveEventsOfNobodyToTheStepTheyStandOver) {
    const Read story(
        with_clock("  - {title: x, who: [a], when: at 1}\n  - {title: storm, when: at 2}\n"
                   "  - {title: y, who: [a], when: at 3}\n  - {title: calm, when: at 4}\n"));
    EXPECT_THAT(story.steps(), ElementsAre("a", "a"));
    EXPECT_THAT(story.plot.interludes, ElementsAre(Interlude{1, 1}, Interlude{3, 1}));
}

TEST(StorylineSteps, AreNoneWhereNobodyTakesPart) {
    EXPECT_THAT(Read("title: x\nevents: [{title: storm}]\n").plot.steps, IsEmpty());
}

std::vector<std::string> sets(const Read& story, std::size_t step, Bands bands) {
    std::vector<std::string> texts;
    const storyline::Problem problem = make_problem(story.plot.steps, story.read.story, bands);
    for (const Lines& set : problem.steps[step].sets)
        texts.push_back(story.ids(set));
    return texts;
}

TEST(StorylineBands, OfPlacesAreNestedAndFollowWhoGoesThere) {
    const Read story(
        fmt::format("{}places: {{town: {{}}, inn: {{in: town}}, sea: {{}}}}\nevents:\n"
                    "  - {{title: x, who: [a, b], place: inn}}\n  - {{title: y, who: [c], place: town}}\n"
                    "  - {{title: z, who: [d, b], place: sea}}\n  - {{title: e, who: [a, c, d]}}\n",
                    four));
    EXPECT_THAT(sets(story, 0, Bands::place), UnorderedElementsAre("ab"));
    EXPECT_THAT(sets(story, 1, Bands::place), UnorderedElementsAre("ab", "abc"));
    EXPECT_THAT(sets(story, 2, Bands::place), UnorderedElementsAre("ac", "bd"));
    EXPECT_THAT(sets(story, 3, Bands::place), UnorderedElementsAre("acd"));  // of several places: in none
}

TEST(StorylineBands, OfFamiliesFollowRelationshipsOfKin) {
    const Read story(
        fmt::format("{}events:\n  - {{title: x, who: [d]}}\n  - {{title: y, who: [a, b]}}\n"
                    "  - {{title: z, who: [a, b, c, d]}}\n"
                    "relationships:\n  - {{between: [a, c], kind: siblings}}\n  - {{between: [a, b], kind: feud}}\n",
                    four));
    EXPECT_THAT(sets(story, 0, Bands::family), IsEmpty());
    EXPECT_THAT(sets(story, 1, Bands::family), UnorderedElementsAre("ab"));
    EXPECT_TRUE(is_kinship("marriage"));
    EXPECT_FALSE(is_kinship("counsel"));
}

TEST(StorylineBands, AreAProblemThatCanBeSolvedForEveryStory) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Read story(testing::random_story(seed, {7, 40, 12}));
        for (const Bands bands : {Bands::none, Bands::place, Bands::group, Bands::family}) {
            const storyline::Problem problem = make_problem(story.plot.steps, story.read.story, bands);
            EXPECT_EQ(fault_of(problem), "") << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace fabula::storylines::storyline_steps_test
