#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paint/svg_ids.hpp"
#include "run.hpp"
#include "scenes.hpp"

namespace fabula {
namespace {

TEST(Svg, IsWellFormed) {
    const TemporaryFile svg("svg", find_painter("svg")->paint(one_page(scene_of_everything()), {}).bytes);
    const Ran ran = run("xmllint --noout " + svg.path());
    EXPECT_EQ(ran.status, 0) << ran.output;
}

TEST(SvgIds, AreNumberedFromOneInTheOrderTheyStandIn) {
    EXPECT_EQ(with_stable_ids(R"(<g id="surface17"/><use href="#surface21"/><use href="#surface17"/> surface)"),
              R"(<g id="surface1"/><use href="#surface2"/><use href="#surface1"/> surface)");
}

}  // namespace
}  // namespace fabula
