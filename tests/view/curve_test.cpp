// The view `curve`: what is a flashback, how far from order a telling is, and what a reader sees.
#include "view/curve/curve.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "random_story.hpp"
#include "view/drawing/strokes.hpp"
#include "view_under_test.hpp"

namespace fabula::curve_test {
namespace {

using ::testing::Contains;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::faults;
using testing::groups;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const testing::Draw draw{"curve"};
const testing::Figures figures{"curve"};

/// Events 1900, 1901 ... told in this order; their ids are e0, e1 ...
std::string told(const std::vector<int>& order) {
    std::string yaml = "title: X\ncharacters: {a: {name: Ada}}\ntold: [";
    for (const int e : order)
        yaml += fmt::format("{}e{}", yaml.back() == '[' ? "" : ", ", e);
    yaml += "]\nevents:\n";
    for (std::size_t e = 0; e < order.size(); ++e)
        yaml += fmt::format("  - {{id: e{}, title: Event {}, who: a, when: {}}}\n", e, e, 1900 + e);
    return yaml;
}

TEST(NonLinearity, IsZeroForAStoryToldInOrder) {
    EXPECT_EQ(figures(told({0, 1, 2, 3, 4, 5}))["non_linearity"], 0);
}

TEST(NonLinearity, IsOneForAStoryToldBackwards) {
    EXPECT_EQ(figures(told({4, 3, 2, 1, 0}))["non_linearity"], 1);
    EXPECT_EQ(figures(told({5, 4, 3, 2, 1, 0}))["non_linearity"], 1);
}

TEST(NonLinearity, IsTheSumOfDistancesOverThatOfTheReversedOrder) {
    // Distances 2, 1, 1, 0, against 3, 1, 1, 3.
    EXPECT_DOUBLE_EQ(curves::non_linearity_of({2, 0, 1, 3}), 4.0 / 8);
}

TEST(NonLinearity, OfOneEventIsZero) {
    EXPECT_EQ(curves::non_linearity_of({0}), 0);
    EXPECT_EQ(curves::non_linearity_of({}), 0);
}

/// The longest increasing selection by trying all, of equals the one whose first difference comes sooner.
std::vector<bool> longest_by_brute_force(const std::vector<std::size_t>& ranks, const std::vector<bool>& eligible) {
    std::size_t most = 0;
    for (std::size_t set = 0; set < (std::size_t{1} << ranks.size()); ++set) {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            if ((set >> i & 1U) != 0U) chosen.push_back(i);
        }
        const bool ascends = std::ranges::is_sorted(chosen, {}, [&](std::size_t i) { return ranks[i]; });
        const bool allowed = std::ranges::all_of(chosen, [&](std::size_t i) { return eligible[i]; });
        if (ascends && allowed) most = std::max(most, chosen.size());
    }
    std::vector<bool> size(1, false);
    size.resize(most, true);
    return size;
}

TEST(BaseNarrative, IsTheLongestSelectionInOrder) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::size_t> ranks(1 + random() % 9);
        std::iota(ranks.begin(), ranks.end(), std::size_t{0});
        std::shuffle(ranks.begin(), ranks.end(), random);
        std::vector<bool> eligible;
        for (std::size_t i = 0; i < ranks.size(); ++i)
            eligible.push_back(random() % 4 != 0);
        const std::vector<bool> selected = curves::longest_increasing(ranks, eligible);
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            EXPECT_TRUE(!selected[i] || eligible[i]);
            if (selected[i]) chosen.push_back(ranks[i]);
        }
        EXPECT_TRUE(std::ranges::is_sorted(chosen));
        const auto most = longest_by_brute_force(ranks, eligible).size();
        const bool any = std::ranges::find(eligible, true) != eligible.end();
        EXPECT_EQ(chosen.size(), any ? most : 0);
    }
}

TEST(BaseNarrative, OfATellingBackwardsIsWhatIsToldFirst) {
    EXPECT_THAT(curves::longest_increasing({3, 2, 1, 0}, {true, true, true, true}),
                ElementsAre(true, false, false, false));
}

TEST(Anachrony, ThatGoesBackIsAFlashbackWithItsReachAndExtent) {
    const auto found = figures(told({2, 3, 4, 0, 1, 5, 6}))["anachronies"];
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["kind"], "flashback");
    EXPECT_EQ(found[0]["from"], "e0");
    EXPECT_EQ(found[0]["until"], "e1");
    EXPECT_EQ(found[0]["left"], "e4");
    EXPECT_EQ(found[0]["reach_events"], 4);
    EXPECT_NEAR(found[0]["reach"].get<double>(), 4 * 365.25, 2);
    EXPECT_NEAR(found[0]["extent"].get<double>(), 2 * 365.25, 367);
}

TEST(Anachrony, ThatRunsAheadIsAFlashForward) {
    const auto found = figures(told({5, 0, 1, 2, 3, 4}))["anachronies"];
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["kind"], "flash-forward");
    EXPECT_EQ(found[0]["from"], "e5");
}

TEST(Anachrony, IsThereNoneInAStoryToldInOrder) {
    EXPECT_THAT(figures(told({0, 1, 2}))["anachronies"], IsEmpty());
}

TEST(Anachrony, IsNamedAndMeasuredInThePicture) {
    const SceneResult result = draw(told({5, 6, 7, 8, 0, 1, 9, 10, 11, 2, 3, 4}));
    EXPECT_THAT(texts(result.scene), Contains("flashback, 8 years"));
}

TEST(MonotoneCurve, NeverLeavesTheHeightsOfTheTwoPointsItJoins) {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<Point> points;
        double x = 0;
        for (int i = 0; i < 12; ++i) {
            points.push_back({x, static_cast<double>(random() % 100)});
            x += 0.5 + static_cast<double>(random() % 50);
        }
        const Path path = drawing::monotone_curve(points);
        for (std::size_t i = 1; i < path.steps.size(); ++i) {
            const double low = std::min(points[i - 1].y, points[i].y);
            const double high = std::max(points[i - 1].y, points[i].y);
            EXPECT_EQ(path.steps[i].points[2], points[i]);
            double last = points[i - 1].y;
            for (double t = 0; t <= 1; t += 0.05) {
                const double u = 1 - t;
                const double y = u * u * u * points[i - 1].y + 3 * u * u * t * path.steps[i].points[0].y +
                                 3 * u * t * t * path.steps[i].points[1].y + t * t * t * points[i].y;
                EXPECT_GE(y, low - 1e-9);
                EXPECT_LE(y, high + 1e-9);
                EXPECT_TRUE(points[i].y >= points[i - 1].y ? y >= last - 1e-9 : y <= last + 1e-9);
                last = y;
            }
        }
    }
}

TEST(MonotoneCurve, OfPointsOverEachOtherIsStillFinite) {
    const Path path = drawing::monotone_curve({{0, 0}, {1, 5}, {1, 9}, {1, 9}, {2, 0}});
    for (const PathStep& step : path.steps)
        EXPECT_TRUE(std::isfinite(step.points[0].y) && std::isfinite(step.points[1].y));
    EXPECT_THAT(drawing::monotone_curve({}).steps, IsEmpty());
    EXPECT_THAT(drawing::monotone_curve({{3, 4}}).steps, SizeIs(1));
}

TEST(Curve, HasEveryEventToldOnce) {
    const SceneResult result = draw(told({2, 3, 0, 1, 4}));
    EXPECT_THAT(groups(result.scene, "event"), SizeIs(5));
}

class RandomCurves : public ::testing::TestWithParam<int> {};

TEST_P(RandomCurves, HaveNoTextCoveredCutOrStruckThrough) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
        std::vector<int> order(static_cast<std::size_t>(GetParam()));
        std::iota(order.begin(), order.end(), 0);
        // Pieces of the story change places.
        for (int swaps = 0; swaps < 4; ++swaps) {
            std::vector<std::ptrdiff_t> cuts;
            for (int cut = 0; cut < 3; ++cut)
                cuts.push_back(static_cast<std::ptrdiff_t>(random() % (order.size() + 1)));
            std::ranges::sort(cuts);
            std::rotate(order.begin() + cuts[0], order.begin() + cuts[1], order.begin() + cuts[2]);
        }
        for (const char* page : {"", "A4", "A3-landscape"})
            EXPECT_THAT(faults(draw(told(order), {}, page).scene), IsEmpty()) << page;
    }
}

INSTANTIATE_TEST_SUITE_P(Curve, RandomCurves, ::testing::Values(1, 2, 12, 60, 200));

TEST(Curve, OfAStoryOfManyKindsHasNoTextCoveredOrStruckThrough) {
    for (const char* by : {"place", "character", "reality"}) {
        const SceneResult result = draw(testing::random_story(3, {8, 60, 12}), {{"curve.by", by}});
        EXPECT_THAT(faults(result.scene), IsEmpty()) << by;
    }
}

TEST(Curve, SaysSoWhereThereIsNothingToTellApart) {
    const SceneResult result = draw(told({0, 1}), {{"curve.by", "place"}});
    ASSERT_THAT(result.diagnostics, SizeIs(1));
    EXPECT_EQ(result.diagnostics.front().code, "nothing-to-tell-apart");
}

TEST(Curve, OfAThousandEventsIsDrawn) {
    std::vector<int> order(1000);
    std::iota(order.begin(), order.end(), 0);
    std::rotate(order.begin(), order.begin() + 300, order.end());
    const SceneResult result = draw(told(order));
    EXPECT_THAT(groups(result.scene, "event"), SizeIs(1000));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Curve, SetsTitlesThatRunFromRightToLeft) {
    const SceneResult result =
        draw("title: ספר\nlanguage: he\nevents: [{title: התחלה}, {title: אמצע}, {title: סוף}]\n");
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Curve, OnAPageTooSmallLeavesTitlesOutAndSaysSo) {
    std::vector<int> order(80);
    std::iota(order.begin(), order.end(), 0);
    const SceneResult result = draw(told(order), {}, "A6");
    EXPECT_TRUE(
        std::ranges::any_of(result.diagnostics, [](const Diagnostic& d) { return d.code == "labels-left-out"; }));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

/// The width of the tint, if there is one, and the turn of the heading of each section, in order.
struct Band {
    double from = 0;
    double until = 0;
    double turn = 0;
};

std::vector<Band> bands_of(const Scene& scene) {
    std::vector<Band> bands;
    for (const Group* const group : groups(scene, "section")) {
        if (!std::holds_alternative<subjects::Section>(group->subject)) continue;
        Band band;
        for (const Node& child : group->children) {
            if (std::holds_alternative<Path>(child)) {
                band.from = ink_box(child).left;
                band.until = ink_box(child).right;
            }
            if (const auto* const text = std::get_if<Text>(&child)) band.turn = text->turn;
        }
        bands.push_back(band);
    }
    return bands;
}

TEST(CurveSections, KeepTheirBandsOverTheirOwnEventsAndTurnHeadingsThatAreTooWide) {
    std::string yaml =
        "title: X\ncharacters: {a: }\nsections:\n"
        "  - {title: A long heading that is wide, events: [{title: First, who: a, when: 1901}]}\n"
        "  - title: B\n    events:\n";
    for (int year = 1902; year < 1908; ++year)
        yaml += fmt::format("      - {{id: e{0}, title: Event, who: a, when: {0}}}\n", year);
    const Scene scene = draw(yaml).scene;
    const std::vector<Band> bands = bands_of(scene);
    ASSERT_EQ(bands.size(), 2U);
    EXPECT_LT(bands[0].turn, -1.5);
    EXPECT_EQ(bands[1].turn, 0);
    const auto middle_of = [&](std::size_t event) {
        const Box box = ink_box(groups(scene, "event").at(event)->children.front());
        return (box.left + box.right) / 2;
    };
    EXPECT_GT(middle_of(0), bands[0].from);
    EXPECT_LT(middle_of(0), bands[0].until);
    EXPECT_GT(middle_of(1), bands[0].until);
    EXPECT_THAT(faults(scene), IsEmpty());
}

TEST(CurveSections, OfAFewEventsEachKeepTheirBand) {
    std::string yaml = "title: X\ncharacters: {a: }\nsections:\n";
    for (const char* const part : {"One", "Two", "Three"})
        yaml += fmt::format(
            "  - {{title: {0}, events: [{{title: A, who: a}}, {{title: B, who: a}}, "
            "{{title: C, who: a}}]}}\n",
            part);
    EXPECT_EQ(bands_of(draw(yaml).scene).size(), 3U);
}

}  // namespace
}  // namespace fabula::curve_test
