// Stories that nobody would write on purpose: they are drawn all the same.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

namespace fabula {
namespace {

bool is_drawn(const std::string& yaml) {
    const SceneResult result = make_scene(read_story(yaml));
    return !has_errors(result.diagnostics) && !result.scene.root.children.empty();
}

constexpr std::string_view beginning =
    "title: x\ncharacters: {a: {}, b: {}}\nevents:\n"
    "  - {id: e, title: One, who: [a, b]}\n  - {id: f, title: Two, who: [a, b]}\n";

TEST(HostileStory, OfThousandsOfStatesIsDrawn) {
    std::string yaml = fmt::format("{}states:\n", beginning);
    for (int i = 0; i < 2000; ++i)
        yaml += fmt::format("  - {{who: a, is: s{}, from: e, until: f}}\n", i);
    EXPECT_TRUE(is_drawn(yaml));
}

TEST(HostileStory, OfThousandsOfKindsOfRelationshipIsDrawn) {
    std::string yaml = fmt::format("{}relationships:\n", beginning);
    for (int i = 0; i < 2000; ++i)
        yaml += fmt::format("  - {{between: [a, b], kind: k{}, from: e}}\n", i);
    EXPECT_TRUE(is_drawn(yaml));
}

TEST(HostileStory, OfThousandsOfKindsOfMilestoneIsDrawn) {
    std::string yaml = "title: x\ncharacters: {a: {}}\nmilestones:\n";
    for (int i = 0; i < 4000; ++i)
        yaml += fmt::format("  m{}: {{}}\n", i);
    yaml += "events:\n";
    for (int i = 0; i < 4000; ++i)
        yaml += fmt::format("  - {{m{}: a}}\n", i);
    EXPECT_TRUE(is_drawn(yaml));
}

}  // namespace
}  // namespace fabula
