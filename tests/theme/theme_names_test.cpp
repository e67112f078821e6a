#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/theme.hpp"

namespace fabula {
namespace {

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

/// Relative luminance and contrast as WCAG 2.2 defines them.
double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}
double luminance(const Colour& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}
double contrast(const Colour& one, const Colour& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

TEST(Themes, TextAndLivesCanBeReadOnPaperAndBands) {
    for (const std::string& name : theme_names()) {
        const Theme::Colours colours = read_theme(name).theme.colours;
        for (const Colour& ground : {colours.paper, colours.band}) {
            EXPECT_GE(contrast(colours.ink, ground), 7) << name;
            EXPECT_GE(contrast(colours.quiet, ground), 4.5) << name;
            for (const Colour& life : colours.lives)
                EXPECT_GE(contrast(life, ground), 4) << name;
        }
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
}  // namespace fabula
