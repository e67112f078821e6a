#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fonts.hpp"

namespace fabula::manner_test {
namespace {

std::vector<std::uint32_t> glyphs_of(const Theme& theme, const std::string& text, const TextStyle& style = {}) {
    Measure measure(theme, "en", text);
    std::vector<std::uint32_t> glyphs;
    for (const GlyphRun& run : measure.line(text, style).runs) {
        for (const Glyph& glyph : run.glyphs)
            glyphs.push_back(glyph.index);
    }
    return glyphs;
}

int weight_of(const Theme& theme, const std::string& text, const TextStyle& style) {
    Measure measure(theme, "en", text);
    const TextLine line = measure.line(text, style);
    return measure.fonts()[line.runs.front().font].weight;
}

TEST(Figures, AreThoseOfTheTheme) {
    Theme theme = theme_in("Vollkorn");
    theme.type.figures = Figures::lining;
    const auto lining = glyphs_of(theme, "1789");
    theme.type.figures = Figures::old_style;
    EXPECT_NE(glyphs_of(theme, "1789"), lining);
    EXPECT_EQ(glyphs_of(theme, "Danton"), glyphs_of(theme_in("Vollkorn"), "Danton"));
}

TEST(Figures, OfAxesAreLiningInAnyCase) {
    Theme theme = theme_in("Vollkorn");
    const auto lining = glyphs_of(theme, "1789", {.tabular_figures = true});
    theme.type.figures = Figures::old_style;
    EXPECT_EQ(glyphs_of(theme, "1789", {.tabular_figures = true}), lining);
}

TEST(SmallCapitals, StandForBoldInTheRegularFace) {
    Theme theme = theme_in("EB Garamond");
    const auto upright = glyphs_of(theme, "Ruth");
    theme.type.emphasis = Emphasis::small_capitals;
    const TextStyle bold{.weight = Weight::bold};
    EXPECT_EQ(weight_of(theme, "Ruth", bold), 400);
    const auto small = glyphs_of(theme, "Ruth", bold);
    ASSERT_EQ(small.size(), upright.size());
    EXPECT_EQ(small.front(), upright.front()) << "capitals stay";
    for (std::size_t i = 1; i < small.size(); ++i)
        EXPECT_NE(small[i], upright[i]);
    EXPECT_EQ(glyphs_of(theme, "Ruth"), upright) << "text that is not emphasised stays";
}

TEST(SmallCapitals, LeaveFiguresOfMarksLiningAndOfOneWidth) {
    Theme theme = theme_in("EB Garamond");
    theme.type.emphasis = Emphasis::small_capitals;
    const TextStyle bold{.weight = Weight::bold, .tabular_figures = true};
    EXPECT_EQ(weight_of(theme, "3", bold), 400);
    EXPECT_EQ(glyphs_of(theme, "1789", bold), glyphs_of(theme, "1789", {.tabular_figures = true}));
}

TEST(SmallCapitals, AreBoldInAFamilyThatHasNone) {
    Theme theme = theme_in("Lato");
    theme.type.emphasis = Emphasis::small_capitals;
    EXPECT_EQ(weight_of(theme, "Ruth", {.weight = Weight::bold}), 700);
}

TEST(Features, AreSetInAllText) {
    Theme theme = theme_in("Vollkorn");
    const std::size_t with_ligature = glyphs_of(theme, "office").size();
    theme.type.features = {"liga=0"};
    EXPECT_GT(glyphs_of(theme, "office").size(), with_ligature);
}

TEST(SystemFonts, AreLookedForWhereTheThemeSaysSo) {
    Theme theme = theme_in("Lato");
    theme.font_folders.clear();
    const Measure without(theme, "en", "Ruth");
    ASSERT_EQ(without.diagnostics().size(), 1U);
    EXPECT_EQ(without.diagnostics().front().code, "no-font");
    theme.type.system_fonts = true;
    const Measure measure(theme, "en", "Ruth");
    if (!measure.diagnostics().empty()) GTEST_SKIP() << "this machine has no Lato of its own";
    EXPECT_TRUE(measure.diagnostics().empty());
}

TEST(SystemFonts, AreNotTakenForAFamilyThatAFolderHas) {
    Theme theme = theme_in("Lato");
    theme.type.system_fonts = true;
    Measure measure(theme, "en", "Ruth");
    static_cast<void>(measure.line("Ruth", {}));
    EXPECT_THAT(measure.fonts().front().path, ::testing::StartsWith(FABULA_FONT_FOLDER));
}

}  // namespace
}  // namespace fabula::manner_test
