#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paint/svg/shape.hpp"

namespace fabula::svg_shape_test {
namespace {

using painting::dash_array;
using painting::path_data;
using painting::shape_element;
using painting::svg_number;

TEST(SvgNumbers, AreHundredthsInFewCharacters) {
    EXPECT_EQ(svg_number(12.3456), "12.35");
    EXPECT_EQ(svg_number(0.5), ".5");
    EXPECT_EQ(svg_number(-0.25), "-.25");
    EXPECT_EQ(svg_number(-0.001), "0");
    EXPECT_EQ(svg_number(10), "10");
}

TEST(SvgPaths, GoOnFromWhereTheyAre) {
    Path path;
    path.move_to({10, 10})
        .line_to({10, 15})
        .line_to({12, 15})
        .line_to({13, 16})
        .cubic_to({14, 16}, {15, 17}, {15, 18})
        .close();
    EXPECT_EQ(path_data(path.steps), "m10 10v5h2l1 1c1 0 2 1 2 2z");
}

TEST(SvgPaths, BeginAgainFromTheStartOfWhatIsClosed) {
    Path path;
    path.move_to({10, 10}).line_to({20, 10}).close().move_to({11, 12}).line_to({5, 5});
    EXPECT_EQ(path_data(path.steps), "m10 10h10zm1 2-6-7");
}

TEST(SvgPaths, AreNowhereFurtherOffThanAHundredthHoweverLong) {
    Path path;
    path.move_to({0, 0});
    constexpr int steps = 1000;
    for (int i = 1; i <= steps; ++i)
        path.line_to({i * 0.3333, 0});
    const std::string data = path_data(path.steps);
    double x = 0;
    std::size_t moves = 0;
    for (std::size_t at = data.find('h') + 1; at < data.size(); ++moves) {
        std::size_t used = 0;
        x += std::stod(data.substr(at), &used);
        at += used;
    }
    EXPECT_NEAR(x, steps * 0.3333, 0.006);
}

TEST(SvgPaths, OfDotsEndInADotWhoeverDoesTheSum) {
    Path path = line({0, 0}, {100, 0});
    path.stroke = Stroke{{}, 1, {0, 100.0 / 7}};
    EXPECT_EQ(dash_array(path), "0 14.2856");
    path.steps.back().points[0].x = 100.00456;
    EXPECT_EQ(shape_element(path, ""), R"(<path d="m0 0h100.0046"/>)");
}

TEST(SvgShapes, AreCirclesWhereTheyAreRound) {
    EXPECT_EQ(shape_element(circle({10, 20}, 2.7), R"( fill="#fff")"),
              R"(<circle cx="10" cy="20" r="2.7" fill="#fff"/>)");
}

TEST(SvgShapes, ArePathsWhereTheyAreAnythingElse) {
    EXPECT_EQ(shape_element(rectangle({1, 2, 5, 4}), ""), R"(<path d="m1 2h4v2h-4z"/>)");
}

}  // namespace
}  // namespace fabula::svg_shape_test
