#include <gtest/gtest.h>

#include "ciede2000.hpp"
#include "colour_vision.hpp"

namespace fabula::testing::colour_science_test {
namespace {

TEST(Ciede2000, IsThatOfThePublishedTestData) {  // Sharma, Wu and Dalal 2005, table 1
    struct Row {
        Lab one;
        Lab other;
        double difference;
    };
    constexpr Row rows[] = {
        {{50.0000, 2.6772, -79.7751}, {50.0000, 0.0000, -82.7485}, 2.0425},
        {{50.0000, 3.1571, -77.2803}, {50.0000, 0.0000, -82.7485}, 2.8615},
        {{50.0000, -1.3802, -84.2814}, {50.0000, 0.0000, -82.7485}, 1.0000},
        {{50.0000, 0.0000, 0.0000}, {50.0000, -1.0000, 2.0000}, 2.3669},
        {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0009}, 7.1792},
        {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0009, -2.4900}, 4.8045},
        {{50.0000, 2.5000, 0.0000}, {73.0000, 25.0000, -18.0000}, 27.1492},
        {{50.0000, 2.5000, 0.0000}, {61.0000, -5.0000, 29.0000}, 22.8977},
        {{50.0000, 2.5000, 0.0000}, {56.0000, -27.0000, -3.0000}, 31.9030},
        {{50.0000, 2.5000, 0.0000}, {58.0000, 24.0000, 15.0000}, 19.4535},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (const Row& row : rows) {
        EXPECT_NEAR(difference(row.one, row.other), row.difference, 0.00005);
        EXPECT_NEAR(difference(row.other, row.one), row.difference, 0.00005);
    }
}

TEST(Contrast, IsThatOfWcag) {
    EXPECT_DOUBLE_EQ(contrast({0, 0, 0}, {255, 255, 255}), 21);
    EXPECT_NEAR(contrast({119, 119, 119}, {255, 255, 255}), 4.478, 0.001);
    EXPECT_NEAR(contrast({255, 0, 0}, {255, 255, 255}), 3.998, 0.001);
}

TEST(Vision, OfWhiteIsWhiteAndOfBlackBlackToEveryone) {
    for (const Vision vision : visions) {
        EXPECT_NEAR(seen({255, 255, 255}, vision).lightness, 100, 0.1) << name_of(vision);
        EXPECT_NEAR(seen({0, 0, 0}, vision).lightness, 0, 0.1) << name_of(vision);
    }
}

TEST(Vision, OfDichromatsLosesWhatTheyAreKnownToLose) {
    const Colour red{200, 60, 40};
    const Colour olive{120, 105, 0};
    const Colour blue{0, 104, 160};
    const Colour teal{0, 110, 110};
    const auto apart = [](const Colour& a, const Colour& b, Vision vision) {
        return difference(seen(a, vision), seen(b, vision));
    };
    EXPECT_LT(apart(red, olive, Vision::deuteranopia), apart(red, olive, Vision::normal) / 2);
    EXPECT_LT(apart(blue, teal, Vision::tritanopia), apart(blue, teal, Vision::normal) / 2);
    EXPECT_LE(least_difference(red, olive), apart(red, olive, Vision::deuteranopia));
}

}  // namespace
}  // namespace fabula::testing::colour_science_test
