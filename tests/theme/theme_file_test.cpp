#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/theme.hpp"

namespace fabula::theme_file_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string all_of(const ThemeResult& result) {
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics)
        text += format_diagnostic(diagnostic, result.sources);
    return text;
}

/// The codes of what is wrong with a theme file.
std::vector<std::string> codes(std::string_view yaml) {
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : read_theme_text(yaml).diagnostics)
        found.push_back(diagnostic.code);
    return found;
}

TEST(ThemeFile, SetsWhatItSays) {
    const ThemeResult result = read_theme_text(R"(
name: poster
description: Large
type: {family: [Inter, Lato], text: 12, display: 40, heading: 18, leading: 1.4, label-width: 120}
colours: {ink: "#102030", lives: ["#ff0000", 00ff00]}
strokes: {life: 4}
spacing: {margin: 50}
)");
    ASSERT_THAT(all_of(result), IsEmpty());
    const Theme& theme = result.theme;
    EXPECT_EQ(theme.name, "poster");
    EXPECT_EQ(theme.description, "Large");
    EXPECT_THAT(theme.type.family, ElementsAre("Inter", "Lato"));
    EXPECT_EQ(theme.type.text, 12);
    EXPECT_EQ(theme.type.label_width, 120);
    EXPECT_EQ(theme.colours.ink, (Colour{16, 32, 48}));
    EXPECT_THAT(theme.colours.lives, ElementsAre(Colour{255, 0, 0}, Colour{0, 255, 0}));
    EXPECT_EQ(theme.strokes.life, 4);
    EXPECT_EQ(theme.spacing.margin, 50);
}

TEST(ThemeFile, SaysHowNamesStandWithinLines) {
    EXPECT_EQ(read_theme_text("").theme.type.names_along, NamesAlong::level);
    EXPECT_EQ(read_theme_text("type: {names-along: slope}").theme.type.names_along, NamesAlong::slope);
    EXPECT_THAT(codes("type: {names-along: up}"), ElementsAre("unknown-value"));
}

TEST(ThemeFile, LeavesTheRestAsItIsWithoutTheme) {
    const Theme theme = read_theme_text("strokes: {life: 4}").theme;
    EXPECT_EQ(theme.type, Theme{}.type);
    EXPECT_EQ(theme.strokes.event, Theme{}.strokes.event);
}

TEST(ThemeFile, NamesThePatternOfKinds) {
    const Theme theme = read_theme_text("relationships: {rivalry: {pattern: long-dash, width: 2}}").theme;
    EXPECT_THAT(theme.relationships, ElementsAre(KindStyle{"rivalry", LinePattern::long_dash, 2}));
}

TEST(ThemeFile, TakesWhatItDoesNotSayFromTheThemeItExtends) {
    const Theme theme = read_theme_text("{extends: print, strokes: {life: 4}}").theme;
    const Theme print = read_theme("print").theme;
    EXPECT_EQ(theme.type, print.type);
    EXPECT_EQ(theme.strokes.life, 4);
}

TEST(ThemeFile, HasNoTwinButItsOwn) {
    EXPECT_EQ(read_theme("default").theme.twin, "dark");
    EXPECT_EQ(read_theme_text("extends: default").theme.twin, "");
    EXPECT_EQ(read_theme_text("{extends: default, twin: slides}").theme.twin, "slides");
}

TEST(ThemeFile, ThatIsEmptySaysNothing) {
    EXPECT_THAT(codes(""), IsEmpty());
}

TEST(ThemeFile, WithAnUnknownKeyIsToldTheNearest) {
    const ThemeResult result = read_theme_text("type:\n  textt: 9\n", "mine.yaml");
    EXPECT_THAT(all_of(result), HasSubstr("mine.yaml:2:3: error: "));
    EXPECT_THAT(all_of(result), HasSubstr("did you mean ‘text’?"));
}

TEST(ThemeFile, SaysWhereAColourIsNone) {
    const ThemeResult result = read_theme_text("colours:\n  ink: reddish\n", "mine.yaml");
    EXPECT_THAT(all_of(result), HasSubstr("mine.yaml:2:8: error: ‘reddish’ is not a colour"));
}

TEST(ThemeFile, RefusesColoursThatAreAlmostColours) {
    for (const char* text : {"'#12345'", "'#1234567'", "'#12345g'", "'# 12345'", "'#-12345'", "'##123456'", "''"}) {
        EXPECT_THAT(codes(std::string("colours: {ink: ") + text + "}"), ElementsAre("wrong-colour")) << text;
    }
}

TEST(ThemeFile, RefusesNumbersThatAreNone) {
    for (const char* text : {"nan", "inf", ".inf", "7pt", "'7'", "1e999", "[]"}) {
        EXPECT_THAT(codes(std::string("type: {text: ") + text + "}"), ElementsAre("wrong-type")) << text;
    }
}

TEST(ThemeFile, RefusesNumbersOutOfTheirRange) {
    for (const char* text : {"type: {text: -7}", "type: {leading: 0}", "strokes: {life: 0}", "spacing: {margin: -1}",
                             "spacing: {lane: 1e9}"}) {
        EXPECT_THAT(codes(text), ElementsAre("out-of-range")) << text;
    }
}

TEST(ThemeFile, RefusesTextSmallerThanItsSmallest) {
    EXPECT_THAT(codes("type: {text: 5, smallest: 6}"), ElementsAre("out-of-range"));
}

TEST(ThemeFile, ReportsAllItsFaultsInOneRun) {
    EXPECT_THAT(codes("type: {text: -7, sise: 3}\ncolours: {ink: blue}\nstates: {carer: {pattern: zigzag}}"),
                ElementsAre("out-of-range", "unknown-key", "wrong-colour", "unknown-value"));
}

TEST(ThemeFile, RefusesAnEmptyListOfFamilies) {
    EXPECT_THAT(codes("type: {family: []}"), ElementsAre("missing-value"));
}

TEST(ThemeFile, ReportsAFamilyThatIsNoTextOnce) {
    EXPECT_THAT(codes("type: {family: [{a: b}, Lato]}"), ElementsAre("wrong-type"));
}

TEST(ThemeFile, ThatIsNotYamlIsSaidToBeSo) {
    EXPECT_THAT(codes("type: {text: 7"), ElementsAre("yaml-syntax"));
}

/// Theme files in a folder of their own.
class ThemeFolder : public ::testing::Test {
protected:
    ThemeFolder()
        : folder_(std::filesystem::temp_directory_path() /
                  ::testing::UnitTest::GetInstance()->current_test_info()->name()) {
        std::filesystem::create_directories(folder_);
    }
    ~ThemeFolder() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, std::string_view yaml) const {
        std::ofstream(folder_ / name) << yaml;
        return (folder_ / name).string();
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

TEST_F(ThemeFolder, ExtendsAThemeBesideIt) {
    write("base.yaml", "strokes: {life: 5}");
    const ThemeResult result = read_theme(write("mine.yaml", "extends: base.yaml"));
    EXPECT_THAT(all_of(result), IsEmpty());
    EXPECT_EQ(result.theme.strokes.life, 5);
}

TEST_F(ThemeFolder, HasATwinBesideIt) {
    EXPECT_EQ(read_theme(write("mine.yaml", "twin: night.yaml")).theme.twin, path("night.yaml"));
}

TEST_F(ThemeFolder, SaysWhenThemesExtendEachOther) {
    write("one.yaml", "extends: two.yaml");
    const ThemeResult result = read_theme(write("two.yaml", "extends: one.yaml"));
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "theme-cycle");
}

TEST_F(ThemeFolder, SaysWhenTheFileIsNotThere) {
    const ThemeResult result = read_theme(path("absent.yaml"));
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "unreadable-theme");
}

TEST_F(ThemeFolder, LooksForItsFontsBesideIt) {
    const Theme theme = read_theme(write("mine.yaml", "fonts: type")).theme;
    ASSERT_FALSE(theme.font_folders.empty());
    EXPECT_EQ(theme.font_folders.front(), path("type"));
}

}  // namespace
}  // namespace fabula::theme_file_test
