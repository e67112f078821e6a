#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run.hpp"
#include "scenes.hpp"

namespace fabula::pdf_test {
namespace {

using testing::HasSubstr;
using testing::Not;

TemporaryFile painted(const Scene& scene) {
    return TemporaryFile("pdf", find_painter("pdf")->paint(one_page(scene), {}).bytes);
}

TEST(Pdf, HasTheWordsOfTheScene) {
    const Scene scene =
        scene_of_words({"Kathy finds the tape; office, file, flux, affluent", "Ἀνδρομάχη καὶ Ἕκτωρ", "Анна Каренина",
                        "والمجنون", "שלום עולם", "राम क्षत्रिय हिन्दी", "紅樓夢", "かぐや姫"});
    const TemporaryFile pdf = painted(scene);
    const std::string words = run("pdftotext " + pdf.path() + " -").output;
    for (const std::string& text : texts(scene))
        EXPECT_THAT(words, HasSubstr(text));
}

TEST(Pdf, HasTheWordsOnSlopesToo) {
    const TemporaryFile pdf = painted(scene_of_turned_words());
    const std::string words = run("pdftotext " + pdf.path() + " -").output;
    for (const std::string& text : texts(scene_of_turned_words()))
        EXPECT_THAT(words, HasSubstr(text));
}

TEST(Pdf, IsWhole) {
    const TemporaryFile pdf = painted(scene_of_everything());
    const Ran check = run("qpdf --check " + pdf.path());
    EXPECT_EQ(check.status, 0) << check.output;
}

TEST(Pdf, SaysWhatItIsAndNotWhenItWasMade) {
    const TemporaryFile pdf = painted(scene_of_everything());
    const std::string about = run("pdfinfo " + pdf.path()).output;
    EXPECT_THAT(about, HasSubstr("Never Let Me Go"));
    EXPECT_THAT(about, HasSubstr("Kazuo Ishiguro"));
    EXPECT_THAT(about, HasSubstr("A plot"));
    EXPECT_THAT(about, Not(HasSubstr("CreationDate")));
    EXPECT_THAT(about, HasSubstr("400 x 100 pts"));
}

TEST(Pdf, EmbedsItsFonts) {
    const TemporaryFile pdf = painted(scene_of_everything());
    const std::string fonts = run("pdffonts " + pdf.path()).output;
    EXPECT_THAT(fonts, HasSubstr("+Lato"));
    EXPECT_THAT(fonts, Not(HasSubstr("no  no")));
}

TEST(Pdf, OfAPageTooLargeForReadersHasALargerUnit) {
    const TemporaryFile pdf = painted(scene_of_words({"Kathy"}, 30'000));
    const Ran check = run("qpdf --check " + pdf.path());
    EXPECT_EQ(check.status, 0) << check.output;
    const std::string page = run("qpdf --qdf --object-streams=disable " + pdf.path() + " - | strings").output;
    EXPECT_THAT(page, HasSubstr("/UserUnit 3"));
    EXPECT_THAT(run("pdfinfo " + pdf.path()).output, HasSubstr("10000 x"));
}

TEST(Pdf, OfUpToTheLargestPageHasNone) {
    const TemporaryFile pdf = painted(scene_of_words({"Kathy"}, 14'400));
    EXPECT_THAT(run("pdfinfo " + pdf.path()).output, HasSubstr("14400 x"));
}

}  // namespace
}  // namespace fabula::pdf_test
