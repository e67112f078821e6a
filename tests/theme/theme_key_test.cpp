#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/theme.hpp"

namespace fabula::theme_key_test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(ThemeKey, SetsANumber) {
    Theme theme;
    EXPECT_THAT(set_theme_key(theme, "type.text", "9"), IsEmpty());
    EXPECT_EQ(theme.type.text, 9);
}

TEST(ThemeKey, SetsAColourAsItIsWrittenElsewhere) {
    Theme theme;
    EXPECT_THAT(set_theme_key(theme, "colours.ink", "#102030"), IsEmpty());
    EXPECT_EQ(theme.colours.ink, (Colour{16, 32, 48}));
}

TEST(ThemeKey, SetsAList) {
    Theme theme;
    EXPECT_THAT(set_theme_key(theme, "type.family", "[Inter, Lato]"), IsEmpty());
    EXPECT_THAT(theme.type.family, ::testing::ElementsAre("Inter", "Lato"));
}

TEST(ThemeKey, SetsTheStyleOfAKind) {
    Theme theme;
    EXPECT_THAT(set_theme_key(theme, "relationships.rivalry.pattern", "wavy"), IsEmpty());
    EXPECT_EQ(theme.relationship_style("rivalry", 0).pattern, LinePattern::wavy);
}

TEST(ThemeKey, ThatIsUnknownIsToldTheNearest) {
    Theme theme;
    const Diagnostics found = set_theme_key(theme, "type.textt", "9");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().code, "unknown-key");
    EXPECT_THAT(found.front().help, HasSubstr("text"));
    EXPECT_EQ(theme, Theme{});
}

TEST(ThemeKey, CannotBringInOtherKeys) {
    Theme theme;
    const double life = theme.strokes.life;
    EXPECT_FALSE(set_theme_key(theme, "type.text", "9\nstrokes: {life: 9}").empty());
    EXPECT_FALSE(set_theme_key(theme, "type: {text: 9}, strokes", "{life: 9}").empty());
    EXPECT_EQ(theme.strokes.life, life);
}

TEST(ThemeKey, OutOfItsRangeIsRefused) {
    Theme theme;
    const Diagnostics found = set_theme_key(theme, "spacing.margin", "-3");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().code, "out-of-range");
}

}  // namespace
}  // namespace fabula::theme_key_test
