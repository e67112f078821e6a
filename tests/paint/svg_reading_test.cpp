// How a picture is read by ear.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"
#include "svg.hpp"

namespace fabula::svg_reading_test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string read_aloud(const Scene& scene) {
    return svg_of(scene, {.prefix = ""});
}

TEST(SvgReading, HasAllInTheOrderOfTheStoryWhateverIsDrawnFirst) {
    EXPECT_THAT(read_aloud(scene_of_landmarks()),
                HasSubstr(R"(role="graphics-document" aria-owns="title section-early told-1")"));
}

TEST(SvgReading, HasTitleAndSectionsAsHeadings) {
    const std::string svg = read_aloud(scene_of_landmarks());
    EXPECT_THAT(
        svg, HasSubstr(R"(<g id="title" class="title" role="heading" aria-level="1" aria-label="The Lamp. N. N.">)"));
    EXPECT_THAT(
        svg,
        HasSubstr(R"(<g id="section-early" class="section" role="heading" aria-level="2" aria-label="Early years">)"));
}

TEST(SvgReading, HasTheEventsOfASectionAsAListOfItsName) {
    EXPECT_THAT(read_aloud(scene_of_landmarks()),
                HasSubstr("<g id=\"told-1\" role=\"list\" aria-label=\"Early years\">\n"
                          "<g role=\"listitem\" aria-owns=\"event-wreck\"/>\n"
                          "<g role=\"listitem\" aria-owns=\"event-storm\"/>\n"));
}

TEST(SvgReading, SaysWhatAnEventIsAndThenWhatThereIsToTell) {
    EXPECT_THAT(
        read_aloud(scene_of_landmarks()),
        HasSubstr(
            R"(<g id="event-wreck" class="event" role="img"><title>The wreck</title><desc>Ada (19), Finn.</desc>)"));
}

TEST(SvgReading, TellsWhatIsNotDrawn) {
    EXPECT_THAT(read_aloud(scene_of_landmarks()),
                HasSubstr(R"(<g role="listitem"><g role="img" aria-label="Left out. Nell."/></g>)"));
}

TEST(SvgReading, LeavesSceneryOut) {
    EXPECT_THAT(read_aloud(scene_of_landmarks()), HasSubstr(R"(<g id="axis" class="axis" aria-hidden="true">)"));
}

TEST(SvgReading, LeavesOutWhatStandsLooseAmongThatWhichTells) {
    Scene scene = scene_of_landmarks();
    Path path = circle({10, 10}, 5);
    path.fill = Colour{};
    scene.root.children.insert(scene.root.children.begin(), path);
    EXPECT_THAT(read_aloud(scene), HasSubstr(R"(<g aria-hidden="true"><circle)"));
}

TEST(SvgReading, OfAPictureThatSaysNothingOfItsPartsIsItsTitle) {
    Scene scene = scene_of_words({"Kathy"});
    scene.title = "Never Let Me Go";
    const std::string svg = read_aloud(scene);
    EXPECT_THAT(svg, HasSubstr(R"(role="img">)"));
    EXPECT_THAT(svg, HasSubstr("<title>Never Let Me Go</title>"));
    EXPECT_THAT(svg, Not(HasSubstr("aria-owns")));
}

TEST(SvgLinks, LeadOutOnlyToAddressesThatAPictureMayOpen) {
    Scene scene = scene_of_landmarks();
    std::get<Group>(scene.root.children[0]).link = "https://example.org/?a=1&b=2";
    std::get<Group>(scene.root.children[1]).link = "javascript:alert(1)";
    const std::string svg = read_aloud(scene);
    EXPECT_THAT(
        svg, HasSubstr(R"(<a id="event-storm" class="event" href="https://example.org/?a=1&amp;b=2"><g role="img">)"));
    EXPECT_THAT(svg, Not(HasSubstr("javascript")));
}

TEST(SvgLinks, LeadToOtherGroupsByTheIdsThatTheseHave) {
    Scene scene = scene_of_landmarks();
    std::get<Group>(scene.root.children[0]).link = "#event-wreck";
    std::get<Group>(scene.root.children[1]).link = "#nowhere";
    const std::string svg = svg_of(scene, {.prefix = "a-"});
    EXPECT_THAT(svg, HasSubstr(R"(<a id="a-event-storm" class="event" href="#a-event-wreck">)"));
    EXPECT_THAT(svg, Not(HasSubstr("nowhere")));
}

TEST(SvgLinks, InSceneryAreNoStopOfTheKeyboard) {
    Scene scene = scene_of_landmarks();
    std::get<Group>(scene.root.children.back()).link = "https://example.org";
    EXPECT_THAT(read_aloud(scene),
                HasSubstr(R"(<a id="axis" class="axis" href="https://example.org" tabindex="-1" aria-hidden="true">)"));
}

}  // namespace
}  // namespace fabula::svg_reading_test
