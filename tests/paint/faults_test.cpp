#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "scenes.hpp"

namespace fabula::faults_test {
namespace {

using testing::HasSubstr;

TEST(Painters, AreFoundByTheEndingOfTheirFiles) {
    for (const Painter& painter : painters())
        EXPECT_EQ(find_painter(painter.format), &painter);
    EXPECT_EQ(find_painter("jpeg"), nullptr);
}

class Faults : public testing::TestWithParam<Painter> {};

TEST_P(Faults, NameAFontFileThatIsGone) {
    Scene scene = scene_of_words({"Kathy"});
    scene.fonts.front().path = "/no/such/font.ttf";
    const PaintResult result = GetParam().paint(one_page(scene), {});
    EXPECT_THAT(result.error, HasSubstr("/no/such/font.ttf"));
    EXPECT_TRUE(result.bytes.empty());
}

TEST_P(Faults, AreReportedForAFontThatIsNotListed) {
    Scene scene = scene_of_words({"Kathy"});
    scene.fonts.clear();
    EXPECT_FALSE(GetParam().paint(one_page(scene), {}).ok());
}

TEST_P(Faults, AreReportedForSizesThatAreNone) {
    for (const double size :
         {0.0, -1.0, 1e12, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        Scene scene = scene_of_words({"Kathy"});
        scene.width = size;
        EXPECT_FALSE(GetParam().paint(one_page(scene), {}).ok()) << size;
    }
}

TEST_P(Faults, AreReportedForAPageOfAPictureThatThereIsNot) {
    Document document = one_page(scene_of_words({"Kathy"}));
    document.pages.front().pictures.front().scene = 1;
    EXPECT_FALSE(GetParam().paint(document, {}).ok());
}

INSTANTIATE_TEST_SUITE_P(OfEachFormat, Faults, testing::ValuesIn(painters()),
                         [](const auto& format) { return std::string(format.param.format); });

TEST(PngFaults, SayAtWhichResolutionAPictureThatIsTooLargeWouldFit) {
    Scene scene;
    scene.width = 14'000;
    scene.height = 1'000;
    const PaintResult result = find_painter("png")->paint(one_page(scene), {.dots_per_inch = 300});
    EXPECT_THAT(result.error, HasSubstr("58334 dots wide"));
    EXPECT_THAT(result.error, HasSubstr("168 dots per inch"));
    EXPECT_TRUE(find_painter("png")->paint(one_page(scene), {.dots_per_inch = 72}).ok());
}

TEST(PngFaults, AreReportedForAResolutionOutOfItsRange) {
    EXPECT_FALSE(find_painter("png")->paint(one_page(scene_of_words({"a"})), {.dots_per_inch = 10}).ok());
    EXPECT_FALSE(find_painter("png")->paint(one_page(scene_of_words({"a"})), {.dots_per_inch = 1e9}).ok());
}

}  // namespace
}  // namespace fabula::faults_test
