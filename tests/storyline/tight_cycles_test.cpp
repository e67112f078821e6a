#include <gmock/gmock.h>

#include "random_heights.hpp"
#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline::tight_cycles_test {
namespace {

using testing::ElementsAre;

TEST(TightCycles, AreLabelsThatFillAGap) {
    // 0 and 1 are bound, label 2 fits between them exactly; 3 happens to be tight, 4 is not.
    const HeightProgram program{5, {{0, 1, 12}, {1, 0, -12}, {0, 2, 6}, {2, 1, 6}, {1, 3, 5}, {1, 4, 5}}, {}};
    EXPECT_THAT(always_tight(program, {0, 12, 6, 17, 20}), ElementsAre(true, true, true, true, false, false));
}

TEST(TightCycles, AreWhatCannotBeLoosened) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const HeightProgram program = random_heights(seed, 8);
        const std::optional<ProvedHeights> proved = prove_linear_heights(program);
        if (!proved) continue;
        const std::vector<bool> tight = always_tight(program, proved->heights);
        for (std::size_t i = 0; i < tight.size(); ++i) {
            HeightProgram looser = program;
            ++looser.separations[i].least;
            EXPECT_EQ(tight[i], !prove_linear_heights(looser)) << "seed " << seed << ", separation " << i;
        }
    }
}

}  // namespace
}  // namespace fabula::storyline::tight_cycles_test
