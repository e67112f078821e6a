#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "pictures.hpp"

namespace fabula::tile_test {
namespace {

using testing::Contains;
using testing::StartsWith;

const Page a4{595.28, 841.89};

/// What of the picture each tile shows, in the picture's own coordinates.
std::vector<Box> shown(const Document& document) {
    std::vector<Box> boxes;
    for (const PrintedPage& page : document.pages) {
        const Placement& placement = page.pictures.front();
        const Box& window = *placement.window;
        boxes.push_back({window.left - placement.shift.x, window.top - placement.shift.y,
                         window.right - placement.shift.x, window.bottom - placement.shift.y});
    }
    return boxes;
}

Document tiled(double width, double height, const Theme& theme) {
    Measure measure = measure_of(theme);
    const auto tiling = tiling_of(width, height, a4, theme);
    return tile(picture(width, height, measure), tiling.value(), theme, a4, measure);
}

TEST(Tiles, AreOneWhereThePictureFitsItsSheet) {
    EXPECT_EQ(tiled(400, 500, theme_of_tests()).pages.size(), 1U);
}

TEST(Tiles, AreNamedByColumnAndRow) {
    const Document document = tiled(1000, 1500, theme_of_tests());
    std::vector<std::string> labels;
    for (const PrintedPage& page : document.pages)
        labels.push_back(page.label);
    EXPECT_THAT(labels, testing::ElementsAre("A1", "B1", "A2", "B2"));
    EXPECT_THAT(words_of(document.pages[3]), Contains("B2"));
    EXPECT_THAT(words_of(document.pages[3]), Contains(StartsWith("A1–B2")));
}

TEST(Tiles, CoverThePictureWithoutAGapAndOverlapAsTheThemeSays) {
    std::mt19937 random(6);  // NOLINT: the same cases every time
    std::uniform_real_distribution<double> side(50, 6000);
    std::uniform_real_distribution<double> overlaps(0, 90);
    for (int round = 0; round < 300; ++round) {
        Theme theme = theme_of_tests();
        theme.page.overlap = overlaps(random);
        const double width = side(random);
        const double height = side(random);
        const auto tiling = tiling_of(width, height, a4, theme);
        ASSERT_TRUE(tiling);
        const double tile_width = a4.width - 2 * unprintable_edge;
        EXPECT_NEAR(tile_width - tiling->step_x, theme.page.overlap, 1e-9);
        const double right = tiling->origin.x + static_cast<double>(tiling->columns - 1) * tiling->step_x + tile_width;
        EXPECT_LE(tiling->origin.x, 1e-6);
        EXPECT_GE(right, width - 1e-6);
        if (tiling->columns > 1) {
            EXPECT_GT(width, static_cast<double>(tiling->columns - 1) * tiling->step_x + theme.page.overlap)
                << "one too many";
        }
    }
}

TEST(Tiles, ShowThePictureAtItsOwnSizeSideBySide) {
    const Theme theme = theme_of_tests();
    const std::vector<Box> boxes = shown(tiled(1000, 700, theme));
    ASSERT_EQ(boxes.size(), 2U);
    EXPECT_NEAR(boxes[0].right - boxes[1].left, theme.page.overlap, 1e-9);
    EXPECT_NEAR(-boxes[0].left, boxes[1].right - 1000, 1e-9) << "it stands in the middle";
}

TEST(Tiles, HaveCutMarksThatMeetInThePicture) {
    const Theme theme = theme_of_tests();
    const Document document = tiled(1000, 700, theme);
    std::vector<double> places;
    for (const PrintedPage& page : document.pages) {
        for (const Node& node : std::get<Group>(page.furniture.children.front()).children) {
            const auto* const mark = std::get_if<Path>(&node);
            if (mark == nullptr || mark->steps.size() != 2) continue;
            places.push_back(mark->steps[0].points[0].x - page.pictures.front().shift.x);
        }
    }
    ASSERT_EQ(places.size(), 4U) << "two on each sheet, in its upper and its lower edge";
    for (const double place : places)
        EXPECT_NEAR(place, places.front(), 1e-9);
}

TEST(Tiles, KeepTheEdgesFreeThatAPrinterLeavesBlank) {
    for (const PrintedPage& page : tiled(1000, 1500, theme_of_tests()).pages) {
        EXPECT_GE(page.pictures.front().window->left, unprintable_edge);
        EXPECT_LE(page.pictures.front().window->bottom, a4.height - unprintable_edge);
    }
}

TEST(Tiles, CannotBeMadeOfSheetsThatAreAllEdge) {
    EXPECT_FALSE(tiling_of(1000, 1000, {60, 60}, theme_of_tests()));
    EXPECT_FALSE(tiling_of(1000, 1000, {}, theme_of_tests()));
}

}  // namespace
}  // namespace fabula::tile_test
