#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"
#include "plates.hpp"

namespace fabula::pdf_inks_test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Colour black{0, 0, 0, 255};
constexpr Colour grey{128, 128, 128, 255};
constexpr Colour red{160, 30, 40, 255};
constexpr Colour pale_red{223, 188, 191, 255};
constexpr Colour brown{90, 60, 30, 255};
const std::vector<std::string> process_inks{"Cyan", "Magenta", "Yellow", "Black"};
const std::string spot = "PANTONE 1807 C";

/// A sheet with a word in black at (20, 30) and squares of 30 points in these colours, from (150, 20) on.
Document document_of(const std::vector<Colour>& colours, InkOutput output) {
    Scene scene = scene_of_words({"Kathy"});
    std::get<Text>(scene.root.children.front()).colour = black;
    double x = 150;
    for (const Colour& colour : colours) {
        scene.root.children.emplace_back(square({}, {x, 20}, colour));
        x += 40;
    }
    Document document = one_page(std::move(scene));
    document.inks.output = output;
    document.inks.spot_name = spot;
    document.inks.spot = {.colour = red, .magenta = 90, .yellow = 75, .black = 20};
    document.inks.recipes = {{.colour = red, .spot = 100},
                             {.colour = pale_red, .spot = 30},
                             {.colour = brown, .magenta = 20, .black = 40, .spot = 50}};
    return document;
}

/// The ink of a plate in the middle of a square of document_of.
double ink(const Plates& plates, const std::string& plate, std::size_t square) {
    return plates.plate(plate).at(165 + 40 * square, 35);
}

TEST(PdfInks, OfAThemeInBlackAreBlackAlone) {
    const TemporaryFile pdf = pdf_of(document_of({grey, black}, InkOutput::black));
    const Plates plates(pdf);
    for (const std::string plate : {"Cyan", "Magenta", "Yellow"})
        EXPECT_EQ(plates.plate(plate).most(0, 0, 400, 60), 0) << plate;
    EXPECT_NEAR(ink(plates, "Black", 0), 0.5, 0.02);
    EXPECT_EQ(ink(plates, "Black", 1), 1);
    EXPECT_THAT(objects_of(pdf), Not(HasSubstr(" rg")));
}

TEST(PdfInks, OfAThemeInBlackRefuseAColour) {
    const PaintResult result = find_painter("pdf")->paint(document_of({red}, InkOutput::black), {});
    EXPECT_THAT(result.error, HasSubstr("#a01e28 is not grey"));
    EXPECT_THAT(result.bytes, IsEmpty());
}

TEST(PdfInks, PutTheSpotInkOnAPlateOfItsOwn) {
    const Plates plates(pdf_of(document_of({red, pale_red}, InkOutput::spot)));
    ASSERT_TRUE(plates.has(spot)) << plates.said();
    EXPECT_EQ(ink(plates, spot, 0), 1);
    EXPECT_NEAR(ink(plates, spot, 1), 0.3, 0.01);
    for (const std::string& plate : process_inks)
        EXPECT_EQ(ink(plates, plate, 0), 0) << plate;
}

TEST(PdfInks, PutTheSpotInkTogetherWithOthersWhereARecipeHasBoth) {
    const Plates plates(pdf_of(document_of({brown}, InkOutput::spot)));
    EXPECT_NEAR(ink(plates, spot, 0), 0.5, 0.01);
    EXPECT_NEAR(ink(plates, "Magenta", 0), 0.2, 0.01);
    EXPECT_NEAR(ink(plates, "Black", 0), 0.4, 0.01);
    EXPECT_EQ(ink(plates, "Cyan", 0), 0);
}

TEST(PdfInks, SayWhatTheSpotInkIsOnItsOwnWhereItIsTogetherWithOthers) {
    EXPECT_THAT(objects_of(pdf_of(document_of({brown}, InkOutput::spot))),
                ContainsRegex("/Colorants <<\n +/PANTONE#201807#20C [0-9]+ 0 R"));
}

TEST(PdfInks, MixTheSpotInkOfTheOthersWhereItHasNoPlate) {
    const Plates plates(pdf_of(document_of({red, brown}, InkOutput::cmyk)));
    EXPECT_FALSE(plates.has(spot));
    EXPECT_NEAR(ink(plates, "Magenta", 0), 0.9, 0.01);
    EXPECT_NEAR(ink(plates, "Black", 0), 0.2, 0.01);
    EXPECT_NEAR(ink(plates, "Magenta", 1), 0.2 + 0.45, 0.01);
}

TEST(PdfInks, PrintBlackTextAndGreysInBlackAlone) {
    for (const InkOutput output : {InkOutput::cmyk, InkOutput::spot}) {
        const Plates plates(pdf_of(document_of({grey, red}, output)));
        for (const std::string plate : {"Cyan", "Magenta", "Yellow"})
            EXPECT_EQ(plates.plate(plate).most(0, 0, 185, 60), 0) << plate << ": the word and the grey square";
        EXPECT_EQ(plates.plate("Black").most(20, 20, 60, 32), 1);
        EXPECT_NEAR(ink(plates, "Black", 0), 0.5, 0.02);
    }
}

TEST(PdfInks, PrintRegistrationMarksInAllInks) {
    Document document = document_of({registration_colour, red}, InkOutput::spot);
    const Plates plates(pdf_of(document));
    for (const std::string& plate : process_inks)
        EXPECT_EQ(ink(plates, plate, 0), 1) << plate;
    EXPECT_EQ(ink(plates, spot, 0), 1);
}

TEST(PdfInks, RefuseAColourWithoutARecipe) {
    for (const InkOutput output : {InkOutput::cmyk, InkOutput::spot}) {
        const PaintResult result = find_painter("pdf")->paint(document_of({{1, 2, 200, 255}}, output), {});
        EXPECT_THAT(result.error, HasSubstr("#0102c8 has no recipe"));
    }
}

TEST(PdfInks, KnowNoTransparency) {
    const Document document = document_of({{0, 0, 0, 128}}, InkOutput::black);
    EXPECT_THAT(find_painter("pdf")->paint(document, {}).error, HasSubstr("transparent"));
}

TEST(PdfInks, AreThoseOfTheScreenWhereNobodySaysOtherwise) {
    EXPECT_THAT(objects_of(pdf_of(document_of({red}, InkOutput::rgb))), HasSubstr(" rg"));
}

TEST(PdfTransparency, IsNotSpokenOfWhereThereIsNone) {
    const std::string objects = objects_of(pdf_of(document_of({red}, InkOutput::rgb)));
    EXPECT_THAT(objects, Not(HasSubstr("/Transparency")));
    EXPECT_THAT(objects, Not(HasSubstr("/ExtGState")));
}

TEST(PdfTransparency, IsKeptOnScreen) {
    const TemporaryFile pdf = pdf_of(document_of({{160, 30, 40, 128}}, InkOutput::rgb));
    EXPECT_THAT(objects_of(pdf), HasSubstr("/ca 0.50"));
}

}  // namespace
}  // namespace fabula::pdf_inks_test
