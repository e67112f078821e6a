#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

#include "fabula/scene.hpp"

namespace fabula::ink_box_test {
namespace {

void expect_near(const Box& box, const Box& expected, double tolerance = 1e-9) {
    EXPECT_NEAR(box.left, expected.left, tolerance);
    EXPECT_NEAR(box.top, expected.top, tolerance);
    EXPECT_NEAR(box.right, expected.right, tolerance);
    EXPECT_NEAR(box.bottom, expected.bottom, tolerance);
}

Path stroked(Path path, double width) {
    path.stroke.emplace().width = width;
    return path;
}

Path filled(Path path) {
    path.fill = Colour{};
    return path;
}

TEST(InkBox, HoldsHalfTheStrokeOnEachSide) {
    expect_near(ink_box(stroked(line({10, 20}, {30, 20}), 4)), {8, 18, 32, 22});
}

TEST(InkBox, OfAFilledCircleIsItsSquare) {
    expect_near(ink_box(filled(circle({5, 5}, 3))), {2, 2, 8, 8}, 1e-3);
}

TEST(InkBox, FollowsACurveAndNotItsControlPoints) {
    Path path;
    path.move_to({0, 0}).cubic_to({0, 40}, {100, 40}, {100, 0});
    expect_near(ink_box(filled(path)), {0, 0, 100, 30});
}

TEST(InkBox, OfAnyCurveTouchesTheCurveOnAllSides) {
    std::mt19937 random(7);  // NOLINT: the same curves in every run
    std::uniform_real_distribution<double> place(0, 100);
    for (int round = 0; round < 200; ++round) {
        Point p[4];
        for (Point& point : p)
            point = {place(random), place(random)};
        Path path;
        path.move_to(p[0]).cubic_to(p[1], p[2], p[3]);
        Box seen{1e9, 1e9, -1e9, -1e9};
        for (int i = 0; i <= 1000; ++i) {
            const double t = i / 1000.0;
            const double u = 1 - t;
            const double x = u * u * u * p[0].x + 3 * u * u * t * p[1].x + 3 * u * t * t * p[2].x + t * t * t * p[3].x;
            const double y = u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y;
            seen = {std::min(seen.left, x), std::min(seen.top, y), std::max(seen.right, x), std::max(seen.bottom, y)};
        }
        expect_near(ink_box(filled(path)), seen, 1e-3);
    }
}

TEST(InkBox, OfTextIsItsLine) {
    Text text;
    text.line.width = 50;
    text.line.ascent = 8;
    text.line.descent = 2;
    text.at = {10, 100};
    expect_near(ink_box(text), {10, 92, 60, 102});
}

TEST(InkBox, OfTurnedTextHoldsAllItsCorners) {
    Text text;
    text.line.width = 50;
    text.line.ascent = 8;
    text.line.descent = 2;
    text.at = {10, 100};
    text.turn = std::numbers::pi / 2;  // downwards
    expect_near(ink_box(text), {8, 100, 18, 150});
    text.turn = std::numbers::pi / 4;
    const double half = std::sqrt(0.5);
    expect_near(ink_box(text), {10 - 2 * half, 100 - 8 * half, 10 + 58 * half, 100 + 52 * half});
}

TEST(InkBox, OfAGroupHoldsItsChildrenAndNothingThatIsNotDrawn) {
    Group group;
    group.children.push_back(filled(rectangle({10, 10, 20, 20})));
    group.children.push_back(line({-500, 0}, {500, 0}));  // neither filled nor stroked
    Group inner;
    inner.children.push_back(filled(rectangle({30, 5, 40, 15})));
    group.children.push_back(inner);
    expect_near(ink_box(group), {10, 5, 40, 20});
}

TEST(InkBox, OfNothingIsEmpty) {
    EXPECT_LT(ink_box(Group{}).right, ink_box(Group{}).left);
}

}  // namespace
}  // namespace fabula::ink_box_test
