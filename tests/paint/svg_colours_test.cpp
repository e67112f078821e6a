#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"
#include "svg.hpp"

namespace fabula::svg_colours_test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A red square of a document that calls red "alarm".
Document red_square(std::optional<Colour> dark) {
    Scene scene = scene_of_words({"Kathy"});
    scene.root.children.emplace_back(square({}, {100, 10}, {255, 0, 0, 255}));
    Document document = one_page(scene);
    document.palette = {{"alarm", {255, 0, 0, 255}, dark}};
    return document;
}

std::string svg_of(const Document& document, SvgScheme scheme = SvgScheme::automatic) {
    return find_painter("svg")->paint(document, {.svg = {.scheme = scheme, .prefix = "a-"}}).bytes;
}

TEST(SvgColours, AreSaidForEveryProgramAndByClassForThoseThatKnowMore) {
    const std::string svg = svg_of(red_square({}));
    EXPECT_THAT(svg, HasSubstr(R"(class="fill-alarm" fill="#f00")"));
    EXPECT_THAT(svg, HasSubstr(":where(#a-picture .fill-alarm){fill:var(--fabula-alarm,#f00)}"));
    EXPECT_THAT(svg, Not(HasSubstr("@media")));
}

TEST(SvgColours, TurnDarkOnScreensThatAre) {
    EXPECT_THAT(svg_of(red_square(Colour{255, 170, 170, 255})),
                HasSubstr("@media screen and (prefers-color-scheme:dark){\n"
                          ":where(#a-picture .fill-alarm){fill:var(--fabula-alarm,#faa)}\n}"));
}

TEST(SvgColours, StayAsTheyAreWhereThatIsAskedFor) {
    EXPECT_THAT(svg_of(red_square(Colour{255, 170, 170, 255}), SvgScheme::fixed), Not(HasSubstr("@media")));
}

TEST(SvgColours, WithoutANameAreSaidAndNoMore) {
    Document document = red_square({});
    document.palette.clear();
    EXPECT_THAT(svg_of(document), HasSubstr(R"(z" fill="#f00"/>)"));
}

TEST(SvgColours, WithANameThatIsNoWordOfCssHaveNone) {
    Document document = red_square({});
    document.palette.front().name = "a}</style><script>";
    EXPECT_THAT(svg_of(document), Not(HasSubstr("script")));
}

TEST(SvgColours, ThatShowThroughSaySo) {
    Scene scene = scene_of_words({"Kathy"});
    scene.root.children.emplace_back(square({}, {100, 10}, {255, 0, 0, 128}));
    EXPECT_THAT(svg_of(scene), HasSubstr(R"(fill="#f00" fill-opacity=".5")"));
}

}  // namespace
}  // namespace fabula::svg_colours_test
