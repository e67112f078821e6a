#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "theme/styles.hpp"

namespace fabula::palette_test {
namespace {

NamedColour named(const std::vector<NamedColour>& palette, std::string_view name) {
    const auto found = std::ranges::find(palette, name, &NamedColour::name);
    return found == palette.end() ? NamedColour{} : *found;
}

constexpr Colour red{255, 0, 0, 255};
constexpr Colour pink{255, 170, 170, 255};

TEST(Palette, HasEveryColourOfAThemeByItsKey) {
    Theme theme;
    theme.colours.ink = red;
    theme.colours.lives = {pink, red};
    theme.relationships = {{.name = "romance", .colour = pink}};
    const auto palette = theming::palette_of(theme, nullptr);
    EXPECT_EQ(named(palette, "ink"), (NamedColour{"ink", red, {}}));
    EXPECT_EQ(named(palette, "life-2"), (NamedColour{"life-2", red, {}}));
    EXPECT_EQ(named(palette, "romance"), (NamedColour{"romance", pink, {}}));
}

TEST(Palette, HasWhatTheTwinSaysForEach) {
    Theme theme;
    theme.colours.lives = {red};
    Theme twin;
    twin.colours.ink = pink;
    twin.colours.lives = {pink};
    const auto palette = theming::palette_of(theme, &twin);
    EXPECT_EQ(named(palette, "ink").dark, pink);
    EXPECT_EQ(named(palette, "life-1").dark, pink);
}

TEST(Palette, HasTheTwinsPlainLifeForLivesThatItHasNoColourFor) {
    Theme theme;
    theme.colours.lives = {red};
    Theme twin;
    twin.colours.life = pink;
    EXPECT_EQ(named(theming::palette_of(theme, &twin), "life-1").dark, pink);
}

TEST(Palette, LeavesKindsAsTheyAreOfWhichTheTwinSaysNothing) {
    Theme theme;
    theme.states = {{.name = "ill", .colour = red}};
    const Theme twin;
    EXPECT_EQ(named(theming::palette_of(theme, &twin), "ill").dark, std::nullopt);
}

}  // namespace
}  // namespace fabula::palette_test
