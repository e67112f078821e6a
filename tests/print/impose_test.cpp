#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pictures.hpp"

namespace fabula::impose_test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr Page digest{396, 612};

TEST(Imposition, OfAThemeWithoutMarksIsThePictureOnItsPage) {
    const Theme theme = theme_of_tests();
    Measure measure = measure_of(theme);
    const Document document = impose(pictures(1, digest, measure), theme, digest, {}, measure);
    ASSERT_EQ(document.pages.size(), 1U);
    const PrintedPage& page = document.pages.front();
    EXPECT_EQ(page.trim, (Box{0, 0, 396, 612}));
    EXPECT_EQ(page.bleed, page.trim);
    EXPECT_EQ(page.pictures.front().shift, (Point{0, 0}));
    EXPECT_THAT(page.furniture.children, IsEmpty());
}

TEST(Imposition, GivesAViewAsMuchOfAPageAsTheMarginsLeave) {
    Theme theme = theme_of_tests();
    theme.page.inner = 60;
    theme.page.outer = 40;
    theme.page.top = 50;
    theme.page.bottom = 70;
    const Page page = page_for_view(theme, digest);
    EXPECT_DOUBLE_EQ(page.width - 2 * theme.spacing.margin, 396 - 100);
    EXPECT_DOUBLE_EQ(page.height - 2 * theme.spacing.margin, 612 - 120);
    EXPECT_TRUE(page_for_view(theme, {}).grows());
}

TEST(Imposition, PutsTheInnerMarginAtTheSpine) {
    Theme theme = theme_of_tests();
    theme.page.inner = 60;
    theme.page.outer = 40;
    Measure measure = measure_of(theme);
    const Page page = page_for_view(theme, digest);
    const Document document = impose(pictures(3, page, measure), theme, digest, {}, measure);
    const auto left = [&](std::size_t i) { return document.pages[i].pictures.front().shift.x + theme.spacing.margin; };
    EXPECT_DOUBLE_EQ(left(0), 60);
    EXPECT_DOUBLE_EQ(left(1), 40);
    EXPECT_DOUBLE_EQ(left(2), 60);
}

TEST(Imposition, LetsAPageGrowByItsMargins) {
    Theme theme = theme_of_tests();
    theme.page.inner = 60;
    Measure measure = measure_of(theme);
    const Document document = impose(pictures(1, {300, 200}, measure), theme, {}, {}, measure);
    EXPECT_DOUBLE_EQ(document.pages.front().trim.width(), 300 + 60 - theme.spacing.margin);
    EXPECT_DOUBLE_EQ(document.pages.front().trim.height(), 200);
}

TEST(Imposition, MakesTheSheetLargerByTheBleed) {
    Theme theme = theme_of_tests();
    theme.page.bleed = 9;
    Measure measure = measure_of(theme);
    const PrintedPage page = impose(pictures(1, digest, measure), theme, digest, {}, measure).pages.front();
    EXPECT_DOUBLE_EQ(page.width, 396 + 18);
    EXPECT_EQ(page.trim, (Box{9, 9, 405, 621}));
    EXPECT_EQ(page.bleed, (Box{0, 0, 414, 630}));
}

TEST(Imposition, KeepsMarksOutOfTheBleedAndOnTheSheet) {
    Theme theme = theme_of_tests();
    theme.page.bleed = 9;
    theme.page.marks = {.crop = true, .registration = true, .colour_bar = true};
    Measure measure = measure_of(theme);
    const PrintedPage page = impose(pictures(1, digest, measure), theme, digest, {}, measure).pages.front();
    const auto& marks = std::get<Group>(page.furniture.children.front()).children;
    EXPECT_GT(marks.size(), 20U);
    for (const Node& mark : marks) {
        const Box box = ink_box(mark);
        const bool outside = box.right <= page.bleed.left || box.left >= page.bleed.right ||
                             box.bottom <= page.bleed.top || box.top >= page.bleed.bottom;
        EXPECT_TRUE(outside) << box.left << ' ' << box.top;
        EXPECT_GE(box.left, 0);
        EXPECT_GE(box.top, 0);
        EXPECT_LE(box.right, page.width);
        EXPECT_LE(box.bottom, page.height);
    }
}

TEST(Imposition, DrawsCropMarksInLineWithTheCut) {
    Theme theme = theme_of_tests();
    theme.page.marks.crop = true;
    Measure measure = measure_of(theme);
    const PrintedPage page = impose(pictures(1, digest, measure), theme, digest, {}, measure).pages.front();
    std::vector<double> across;
    for (const Node& mark : std::get<Group>(page.furniture.children.front()).children) {
        const auto& steps = std::get<Path>(mark).steps;
        if (steps[0].points[0].x == steps[1].points[0].x) across.push_back(steps[0].points[0].x);
    }
    EXPECT_THAT(across, ElementsAre(page.trim.left, page.trim.left, page.trim.right, page.trim.right));
}

TEST(Imposition, KnowsTheInksOfItsColourBar) {
    Theme theme = theme_of_tests();
    theme.page.marks.colour_bar = true;
    theme.inks.output = InkOutput::spot;
    theme.inks.spot.colour = {160, 30, 40, 255};
    Measure measure = measure_of(theme);
    const Document document = impose(pictures(1, digest, measure), theme, digest, {}, measure);
    for (const Node& patch : std::get<Group>(document.pages.front().furniture.children.front()).children) {
        const Colour colour = *std::get<Path>(patch).fill;
        EXPECT_EQ(std::ranges::count(document.inks.recipes, colour, &InkRecipe::colour), 1);
    }
}

TEST(Imposition, NumbersPagesWhereThereAreSeveralAndHeadsAllButTheFirst) {
    const Theme theme = theme_of_tests();
    Measure measure = measure_of(theme);
    const std::vector<RunningHead> heads{{"Never Let Me Go", "Hailsham"}, {"Never Let Me Go", "Donors"}};
    const Document document = impose(pictures(2, digest, measure), theme, digest, heads, measure);
    EXPECT_THAT(words_of(document.pages[0]), ElementsAre("1"));
    EXPECT_THAT(words_of(document.pages[1]), ElementsAre("Never Let Me Go", "Donors", "2"));
    EXPECT_EQ(document.pages[1].label, "2");
}

TEST(Imposition, SetsPageNumbersAtTheOuterMargin) {
    const Theme theme = theme_of_tests();
    Measure measure = measure_of(theme);
    const Document document = impose(pictures(2, digest, measure), theme, digest, {}, measure);
    const auto number_of = [&](std::size_t i) { return std::get<Text>(document.pages[i].furniture.children.back()); };
    EXPECT_NEAR(number_of(0).at.x + number_of(0).line.width, 396 - theme.spacing.margin, 0.01);
    EXPECT_NEAR(number_of(1).at.x, theme.spacing.margin, 0.01);
}

TEST(SafeMargin, IsFineWhereAllTextKeepsIt) {
    Theme theme = theme_of_tests();
    theme.page.safe = 20;
    Measure measure = measure_of(theme);
    EXPECT_THAT(check_safe_margin(impose(pictures(1, digest, measure), theme, digest, {}, measure), theme), IsEmpty());
}

TEST(SafeMargin, IsMissedByTextNearerToTheCut) {
    Theme theme = theme_of_tests();
    theme.page.safe = 20;
    theme.page.bleed = 10;
    Measure measure = measure_of(theme);
    std::vector<Scene> scenes;
    scenes.push_back(picture(396, 612, measure, {12, 60}));
    const Diagnostics found = check_safe_margin(impose(std::move(scenes), theme, digest, {}, measure), theme);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().code, "outside-safe-margin");
}

}  // namespace
}  // namespace fabula::impose_test
