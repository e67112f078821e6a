#include "svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"
#include "paint/svg/page.hpp"
#include "run.hpp"
#include "scenes.hpp"

namespace fabula::svg_test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Svg, IsWellFormedInEachOfItsForms) {
    for (const SvgText text : {SvgText::text, SvgText::outlines, SvgText::both}) {
        const TemporaryFile svg("svg", svg_of(scene_of_everything(), {.text = text}));
        const Ran ran = run("xmllint --noout " + svg.path());
        EXPECT_EQ(ran.status, 0) << ran.output;
    }
}

TEST(Svg, HasTheSizeOfThePageInPoints) {
    EXPECT_THAT(svg_of(scene_of_words({"Kathy"}, 123.5)),
                HasSubstr(R"(width="123.5pt" height="60pt" viewBox="0 0 123.5 60")"));
}

TEST(Svg, SaysInWhichLanguageItIsWhateverTheDirectionOfThePageAroundIt) {
    Scene scene = scene_of_words({"שלום"});
    scene.language = "he";
    EXPECT_THAT(svg_of(scene), HasSubstr(R"(xml:lang="he" direction="ltr")"));
}

TEST(Svg, HasGroupsWithIdsClassesTitlesAndDescriptions) {
    Scene scene = scene_of_words({"Kathy"});
    Group group = square(subjects::Character{"kathy"}, {0, 0});
    group.title = "Kathy";
    group.description = "narrator";
    scene.root.children.emplace_back(group);
    EXPECT_THAT(svg_of(scene, {.prefix = "a-"}),
                HasSubstr(R"(<g id="a-lane-kathy" class="lane kathy"><title>Kathy</title><desc>narrator</desc>)"));
}

TEST(Svg, MovesAndClipsWhatAPageShowsOfAScene) {
    Document document = one_page(scene_of_words({"Kathy"}));
    document.pages.front().pictures.front() = {0, {10, 20}, Box{5, 6, 105, 56}};
    const std::string svg = find_painter("svg")->paint(document, {.svg = {.prefix = "a-"}}).bytes;
    EXPECT_THAT(svg, HasSubstr(R"(<clipPath id="a-clip"><rect x="5" y="6" width="100" height="50"/>)"));
    EXPECT_THAT(svg, HasSubstr("clip-path=\"url(#a-clip)\""));
    EXPECT_THAT(svg, HasSubstr("transform=\"translate(10 20)\""));
}

TEST(SvgOutlines, HaveTheNameOfThePicture) {
    Scene scene = scene_of_words({"Kathy"});
    scene.title = "Cats & <Dogs>";
    const std::string svg = svg_of(scene, {.text = SvgText::outlines});
    EXPECT_THAT(svg, HasSubstr("<title>Cats &amp; &lt;Dogs&gt;</title>"));
    EXPECT_THAT(svg, Not(HasSubstr("<text")));
}

TEST(SvgIds, OfSurfacesAreNumberedFromOneInTheOrderTheyStandInWithAPrefix) {
    EXPECT_EQ(painting::with_stable_ids(
                  R"(<g id="surface17"/><use href="#surface21"/><use href="#surface17"/> surface)", "a-"),
              R"(<g id="a-surface1"/><use href="#a-surface2"/><use href="#a-surface1"/> surface)");
}

TEST(SvgIds, OfTwoPicturesDifferInEachForm) {
    for (const SvgText text : {SvgText::text, SvgText::outlines, SvgText::both}) {
        const auto one = ids_in(svg_of(scene_of_words({"Kathy"}), {.text = text}));
        const auto other = ids_in(svg_of(scene_of_words({"Tommy"}), {.text = text}));
        ASSERT_FALSE(one.empty());
        for (const std::string& id : one)
            EXPECT_FALSE(other.contains(id)) << id;
    }
}

TEST(SvgIds, AreThoseOfTheFirstGroupThatHasThem) {
    Scene scene = scene_of_words({"Kathy"});
    scene.root.children.emplace_back(square(subjects::Event{"twice"}, {0, 0}));
    scene.root.children.emplace_back(square(subjects::Event{"twice"}, {50, 0}));
    const std::string svg = svg_of(scene, {.prefix = ""});
    EXPECT_EQ(svg.find("id=\"event-twice\""), svg.rfind("id=\"event-twice\""));
}

TEST(SvgIds, BeginAsAskedFor) {
    for (const SvgText text : {SvgText::text, SvgText::outlines, SvgText::both}) {
        for (const std::string& id : ids_in(svg_of(scene_of_landmarks(), {.text = text, .prefix = "lamp-"})))
            EXPECT_THAT(id, StartsWith("lamp-"));
    }
}

TEST(SvgIds, AreThoseOfTheSceneWhereNothingIsToStandBeforeThem) {
    EXPECT_TRUE(ids_in(svg_of(scene_of_landmarks(), {.prefix = ""})).contains("event-wreck"));
}

TEST(SvgIds, BeginWithALetterOfAsciiAndHaveNoneThatCssWouldHaveToEscape) {
    for (const char* const prefix : {"", "a", "Nlmg_2-"})
        EXPECT_TRUE(is_svg_prefix(prefix)) << prefix;
    for (const char* const prefix : {"1", "-a", "a.b", "a b", "ä", "a\"", "a>b"})
        EXPECT_FALSE(is_svg_prefix(prefix)) << prefix;
    EXPECT_FALSE(is_svg_prefix(std::string(41, 'a')));
}

}  // namespace
}  // namespace fabula::svg_test
