#include <cmath>
#include <gtest/gtest.h>
#include <png.h>

#include "run.hpp"
#include "scenes.hpp"

namespace fabula::png_test {
namespace {

struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<unsigned char> dots;  ///< red, green, blue, alpha
};

Picture read(const std::string& bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    EXPECT_NE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()), 0) << image.message;
    image.format = PNG_FORMAT_RGBA;
    Picture picture{image.width, image.height, std::vector<unsigned char>(PNG_IMAGE_SIZE(image))};
    EXPECT_NE(png_image_finish_read(&image, nullptr, picture.dots.data(), 0, nullptr), 0) << image.message;
    return picture;
}

std::string png(const Scene& scene, double dots_per_inch) {
    PaintResult result = find_painter("png")->paint(one_page(scene), {.dots_per_inch = dots_per_inch});
    EXPECT_TRUE(result.ok()) << result.error;
    return std::move(result.bytes);
}

TEST(Png, HasTheSizeThatItsResolutionAsksFor) {
    const Picture picture = read(png(scene_of_everything(), 108));
    EXPECT_EQ(picture.width, 600U);
    EXPECT_EQ(picture.height, 150U);
}

TEST(Png, SaysItsResolution) {
    const std::string bytes = png(scene_of_everything(), 144);
    const std::size_t at = bytes.find("pHYs");
    ASSERT_NE(at, std::string::npos);
    const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data()) + at + 4;
    EXPECT_EQ(data[2] * 256 + data[3], 5669) << "dots per metre";
}

TEST(Png, OfOpaquePaperIsOpaque) {
    Scene scene = scene_of_everything();
    scene.root.children.clear();
    const Picture picture = read(png(scene, 72));
    EXPECT_EQ((std::vector<unsigned char>{picture.dots.begin(), picture.dots.begin() + 4}),
              (std::vector<unsigned char>{250, 249, 245, 255}));
}

TEST(Png, HasPaperUnderItsLastDotsToo) {
    Scene scene;
    scene.width = scene.height = 10.3;
    const Picture picture = read(png(scene, 72));
    ASSERT_EQ(picture.width, 11U);
    EXPECT_EQ((std::vector<unsigned char>{picture.dots.end() - 4, picture.dots.end()}),
              (std::vector<unsigned char>{255, 255, 255, 255}));
}

TEST(Png, OfTransparentPaperKeepsColoursStraight) {
    Scene scene;
    scene.width = scene.height = 10;
    scene.paper = {255, 255, 255, 0};
    Path half = rectangle({0, 0, 5, 10});
    half.fill = Colour{200, 100, 0, 128};
    scene.root.children.push_back(half);
    const Picture picture = read(png(scene, 72));
    EXPECT_NEAR(picture.dots[0], 200, 1);
    EXPECT_NEAR(picture.dots[1], 100, 1);
    EXPECT_EQ(picture.dots[2], 0);
    EXPECT_EQ(picture.dots[3], 128);
    EXPECT_EQ(picture.dots[9 * 4 + 3], 0);
}

TEST(Png, InBandsHasNoSeams) {
    // So wide that a band is less high than the sheet; a stroke runs down all of it.
    Scene scene;
    scene.width = 16'000;
    scene.height = 1'200;
    Path stroke = line({100, 0}, {100, 1'200});
    stroke.stroke = Stroke{{0, 0, 0, 255}, 10, {}, LineCap::butt, LineJoin::round};
    scene.root.children.push_back(stroke);
    const Picture picture = read(png(scene, 72));
    for (std::size_t y = 0; y < picture.height; ++y) {
        ASSERT_EQ(picture.dots[(y * picture.width + 100) * 4], 0) << "row " << y;
        ASSERT_EQ(picture.dots[(y * picture.width + 200) * 4], 255) << "row " << y;
    }
}

/// How much our picture of a scene 400 points wide differs from that of its SVG by another renderer, against all the
/// ink on the sheet.
double difference(const Scene& scene) {
    const TemporaryFile svg("svg", find_painter("svg")->paint(one_page(scene), {.svg = {.text = SvgText::both}}).bytes);
    const TemporaryFile other("png");
    const Ran ran = run("rsvg-convert --width 800 --height 200 -o " + other.path() + " " + svg.path());
    EXPECT_EQ(ran.status, 0) << ran.output;
    const Picture ours = read(png(scene, 144));
    const Picture theirs = read(other.read());
    EXPECT_EQ(ours.width, theirs.width);
    EXPECT_EQ(ours.height, theirs.height);
    double sum = 0;
    double paper = 0;
    for (std::size_t i = 0; i < std::min(ours.dots.size(), theirs.dots.size()); ++i) {
        sum += std::abs(ours.dots[i] - theirs.dots[i]);
        paper += std::abs(ours.dots[i] - ours.dots[i % 4]);
    }
    return sum / paper;
}

TEST(Png, ShowsWhatTheSvgShowsInAnotherRenderer) {
    EXPECT_LT(difference(scene_of_everything()), 0.05);
}

TEST(Png, ShowsWordsOnSlopesWhereTheSvgHasThem) {
    EXPECT_LT(difference(scene_of_turned_words()), 0.1);
}

}  // namespace
}  // namespace fabula::png_test
