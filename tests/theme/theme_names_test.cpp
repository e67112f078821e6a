#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/theme.hpp"

#include "colour_vision.hpp"

namespace fabula::theme_names_test {
namespace {

using testing::contrast;

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

TEST(ThemeNames, AreSortedAndHaveThoseThatComeWithTheLibrary) {
    const std::vector<std::string> names = theme_names();
    EXPECT_THAT(names, IsSupersetOf({"default", "print"}));
    EXPECT_TRUE(std::ranges::is_sorted(names));
}

TEST(ThemeNames, AllReadWithoutFault) {
    for (const std::string& name : theme_names()) {
        const ThemeResult result = read_theme(name);
        EXPECT_THAT(result.diagnostics, IsEmpty()) << name;
        EXPECT_EQ(result.theme.name, name);
        EXPECT_FALSE(result.theme.description.empty()) << name;
        EXPECT_FALSE(result.theme.colours.lives.empty()) << name;
    }
}

TEST(ThemeNames, OneThatIsNotThereIsToldTheNearest) {
    const ThemeResult result = read_theme("defualt");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "unknown-theme");
    EXPECT_THAT(result.diagnostics.front().help, HasSubstr("default"));
}

TEST(Themes, TextAndLivesCanBeReadOnPaperAndBands) {
    for (const std::string& name : theme_names()) {
        const Theme::Colours colours = read_theme(name).theme.colours;
        for (const Colour& ground : {colours.paper, colours.band}) {
            EXPECT_GE(contrast(colours.ink, ground), 7) << name;
            EXPECT_GE(contrast(colours.quiet, ground), 4.5) << name;
            for (const Colour& life : colours.lives)
                EXPECT_GE(contrast(life, ground), 4.5) << name;
        }
    }
}

TEST(Themes, OfHighContrastHaveLinesThatCanBeSeen) {  // WCAG 2.2, 1.4.11
    const Theme::Colours colours = read_theme("high-contrast").theme.colours;
    for (const Colour& ground : {colours.paper, colours.band}) {
        for (const Colour& line : {colours.structure, colours.life, colours.relationship})
            EXPECT_GE(contrast(line, ground), 3);
    }
}

TEST(Themes, ForPrintInOneInkHaveNoHue) {
    const Theme::Colours colours = read_theme("print").theme.colours;
    std::vector<Colour> all{colours.paper, colours.ink,  colours.quiet,       colours.structure,
                            colours.band,  colours.life, colours.relationship};
    all.insert(all.end(), colours.lives.begin(), colours.lives.end());
    for (const Colour& colour : all) {
        EXPECT_EQ(colour.red, colour.green);
        EXPECT_EQ(colour.green, colour.blue);
    }
}

TEST(DataFolders, HaveThemesAndFonts) {
    ASSERT_FALSE(data_folders().empty());
    EXPECT_TRUE(std::filesystem::is_directory(data_folders().front() + "/themes"));
    EXPECT_TRUE(std::filesystem::is_directory(data_folders().front() + "/fonts"));
}

}  // namespace
}  // namespace fabula::theme_names_test
