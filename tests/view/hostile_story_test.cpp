// Stories that nobody would write on purpose: they are drawn all the same, and in time.
#include <chrono>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

namespace fabula {
namespace {

double seconds_to_draw(const std::string& yaml) {
    const auto start = std::chrono::steady_clock::now();
    const SceneResult result = make_scene(read_story(yaml));
    EXPECT_FALSE(has_errors(result.diagnostics));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

constexpr double patience = 10;

constexpr std::string_view beginning =
    "title: x\ncharacters: {a: {}, b: {}}\nevents:\n"
    "  - {id: e, title: One, who: [a, b]}\n  - {id: f, title: Two, who: [a, b]}\n";

TEST(HostileStory, OfThousandsOfStatesIsDrawnInTime) {
    std::string yaml = fmt::format("{}states:\n", beginning);
    for (int i = 0; i < 5000; ++i)
        yaml += fmt::format("  - {{who: a, is: s{}, from: e, until: f}}\n", i);
    EXPECT_LT(seconds_to_draw(yaml), patience);
}

TEST(HostileStory, OfThousandsOfKindsOfRelationshipIsDrawnInTime) {
    std::string yaml = fmt::format("{}relationships:\n", beginning);
    for (int i = 0; i < 6000; ++i)
        yaml += fmt::format("  - {{between: [a, b], kind: k{}, from: e}}\n", i);
    EXPECT_LT(seconds_to_draw(yaml), patience);
}

}  // namespace
}  // namespace fabula
