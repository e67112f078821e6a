// Fewer bends at the same cost: straighten.
//
// The flow that proves the least cost says which heights share it (complementary slackness): those where every
// separation with a flow is tight, every tie with room for more flow is straight, and every other tie falls the way its
// flow runs. That is a program of the same kind, and on it any costs may be put without giving up the first ones. The
// fewest bends are not a matter of linear programs; costs that are high for ties that are nearly straight come close
// (Candès, Wakin and Boyd 2008, "Enhancing sparsity by reweighted l1 minimization").
#include "solve/storyline/heights/straightening.hpp"

#include <algorithm>
#include <utility>

#include "solve/storyline/heights/rigid_blocks.hpp"

namespace fabula::storyline {
namespace {

/// The program whose every solution costs as little as the heights proved.
HeightProgram equally_good(const HeightProgram& program, const ProvedHeights& proved) {
    HeightProgram good = program;
    for (std::size_t i = 0; i < program.separations.size(); ++i) {
        const auto& [above, below, least] = program.separations[i];
        if (proved.separation_flows[i] > 0) good.separations.push_back({below, above, -least});
    }
    for (std::size_t i = 0; i < program.ties.size(); ++i) {
        const auto& [a, b, weight, offset] = program.ties[i];
        if (weight == 0) continue;
        const std::int64_t flow = proved.tie_flows[i];
        if (flow > -weight) good.separations.push_back({b, a, -offset});
        if (flow < weight) good.separations.push_back({a, b, offset});
    }
    return good;
}

/// A weight for each tie: the higher, the nearer it is to being straight.
void weigh(std::vector<Tie>& ties, const Heights& heights, std::int64_t nearly) {
    constexpr std::int64_t most = 1 << 16;
    for (Tie& tie : ties) {
        if (tie.weight > 0) tie.weight = std::max<std::int64_t>(1, most * nearly / (nearly + bend_of(tie, heights)));
    }
}

/// The middle one of the bends that there are.
std::int64_t usual_bend(const HeightProgram& program, const Heights& heights) {
    std::vector<std::int64_t> bends;
    for (const Tie& tie : program.ties) {
        if (tie.weight > 0 && bend_of(tie, heights) > 0) bends.push_back(bend_of(tie, heights));
    }
    if (bends.empty()) return 0;
    const auto middle = bends.begin() + static_cast<std::ptrdiff_t>(bends.size() / 2);
    std::ranges::nth_element(bends, middle);
    return *middle;
}

}  // namespace

Heights straighten(const HeightProgram& program, const ProvedHeights& proved, std::size_t rounds) {
    std::optional<RigidBlocks> good = make_rigid_blocks(equally_good(program, proved));
    Heights best = proved.heights;
    std::size_t fewest = count_bends(program, best);
    std::int64_t nearly = usual_bend(program, best);
    Heights current = best;
    for (std::size_t round = 0; round < rounds && fewest > 0 && good; ++round) {
        HeightProgram weighed = good->program;
        weigh(weighed.ties, heights_of_blocks(*good, current), nearly);
        const std::optional<ProvedHeights> found = prove_linear_heights(weighed);
        if (!found) break;
        current = heights_of_nodes(*good, found->heights);
        if (const std::size_t bends = count_bends(program, current); bends < fewest) {
            fewest = bends;
            best = current;
        }
        nearly = std::max<std::int64_t>(1, nearly / 2);
    }
    return best;
}

}  // namespace fabula::storyline
