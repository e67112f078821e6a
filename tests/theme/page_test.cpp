#include <gtest/gtest.h>

#include "fabula/theme.hpp"

namespace fabula::page_test {
namespace {

constexpr double a4_width = 210 / 25.4 * 72;
constexpr double a4_height = 297 / 25.4 * 72;

void expect_page(std::string_view text, double width, double height) {
    const auto page = parse_page(text);
    ASSERT_TRUE(page) << text;
    EXPECT_NEAR(page->width, width, 1e-9) << text;
    EXPECT_NEAR(page->height, height, 1e-9) << text;
}

TEST(Page, IsKnownByName) {
    expect_page("A4", a4_width, a4_height);
    expect_page("letter", 612, 792);
}

TEST(Page, CanLieOnItsSide) {
    expect_page("A4-landscape", a4_height, a4_width);
}

TEST(Page, NamesAreReadInAnyCase) {
    expect_page("a4-Landscape", a4_height, a4_width);
    expect_page("Letter", 612, 792);
}

TEST(Page, IsGivenByItsSides) {
    expect_page("210x297mm", a4_width, a4_height);
    expect_page("21x29.7cm", a4_width, a4_height);
    expect_page("5.5x8.5in", 396, 612);
    expect_page("600x400pt", 600, 400);
}

TEST(Page, GrowsWithTheStoryWhereItIsAuto) {
    const auto page = parse_page("auto");
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->grows());
}

TEST(Page, OfItsOwnListIsAlwaysKnown) {
    for (const std::string& name : page_names())
        EXPECT_TRUE(parse_page(name)) << name;
}

TEST(Page, IsNotWhatItAlmostIs) {
    for (const char* text :
         {"", "A", "A44", "A4-portrait-landscape", "-landscape", "210x297", "210mm", "x297mm", "210xmm", "210x297mmm",
          "nanxnanmm", "infxinfmm", "-210x297mm", "210x-297mm", "0x0mm", "1x1mm", "1e9x1e9mm", "210 x 297mm"}) {
        EXPECT_FALSE(parse_page(text)) << text;
    }
}

}  // namespace
}  // namespace fabula::page_test
