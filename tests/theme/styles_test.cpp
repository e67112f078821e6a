#include <gtest/gtest.h>
#include <set>

#include "fabula/theme.hpp"

namespace fabula::styles_test {
namespace {

TEST(Styles, OfNamedKindsAreTheThemes) {
    Theme theme;
    theme.relationships = {{"romance", LinePattern::twin, 2}};
    EXPECT_EQ(theme.relationship_style("romance", 5), (KindStyle{"romance", LinePattern::twin, 2}));
}

TEST(Styles, OfOtherKindsTakeThePatternsLeftOverInTurn) {
    Theme theme;
    theme.states = {{"student", LinePattern::solid, 0}};
    std::set<LinePattern> seen;
    for (std::size_t position = 0; position < 7; ++position) {
        const KindStyle style = theme.state_style("kind", position);
        EXPECT_NE(style.pattern, LinePattern::solid);
        seen.insert(style.pattern);
    }
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_EQ(theme.state_style("kind", 7).pattern, theme.state_style("kind", 0).pattern);
}

TEST(Styles, AreFoundAlsoWhereTheThemeUsesAllPatterns) {
    Theme theme;
    for (int pattern = 0; pattern < 8; ++pattern)
        theme.states.push_back({"s", static_cast<LinePattern>(pattern), 0});
    EXPECT_EQ(theme.state_style("other", 1).pattern, theme.state_style("other", 9).pattern);
}

}  // namespace
}  // namespace fabula::styles_test
