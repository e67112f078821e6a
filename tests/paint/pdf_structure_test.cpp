#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string_view>
#include <utility>

#include "documents.hpp"

namespace fabula::pdf_structure_test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::size_t count(std::string_view text, std::string_view words) {
    std::size_t times = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size()))
        ++times;
    return times;
}

TEST(PdfStructure, IsReadInTheOrderOfTheLandmarksWhateverWasDrawnFirst) {
    const TemporaryFile pdf = pdf_of(scene_of_landmarks());
    EXPECT_EQ(run("pdfinfo -struct-text " + pdf.path()).output,
              "Document\n"
              "  H1 (block)\n    \"The Lamp\"\n"
              "  Sect\n"
              "    H2 (block)\n      \"Early years\"\n"
              "    P (block)\n      \"The wreck\"\n"
              "    P (block)\n      \"The storm\"\n"
              "    P (block)\n");
}

TEST(PdfStructure, TellsEachLandmarkAsAlternativeText) {
    const std::string objects = objects_of(pdf_of(scene_of_landmarks()));
    EXPECT_THAT(objects, HasSubstr("/Alt (The wreck. Ada \\(19\\), Finn.)"));
    EXPECT_THAT(objects, HasSubstr("/Alt (Early years)"));
}

TEST(PdfStructure, TellsAlsoWhatThePictureLeavesOut) {
    EXPECT_THAT(objects_of(pdf_of(scene_of_landmarks())), HasSubstr("/Alt (Left out. Nell.)"));
}

TEST(PdfStructure, LeavesAxisAndPaperToTheEye) {
    const std::string objects = objects_of(pdf_of(scene_of_landmarks()));
    EXPECT_THAT(objects, HasSubstr("/Artifact BMC"));
    EXPECT_THAT(objects, Not(HasSubstr("NonStruct")));
}

TEST(PdfStructure, OfAPictureWithoutLandmarksIsOneFigure) {
    Scene scene = scene_of_words({"Kathy"});
    scene.title = "Never Let Me Go";
    const TemporaryFile pdf = pdf_of(scene);
    EXPECT_THAT(run("pdfinfo -struct-text " + pdf.path()).output, HasSubstr("Figure\n    \"Kathy\""));
    EXPECT_THAT(objects_of(pdf), HasSubstr("/Alt (Never Let Me Go)"));
}

TEST(PdfStructure, HoldsALandmarkThatIsOnTwoPagesTogether) {
    Document document = one_page(scene_of_landmarks());
    document.pages.push_back(document.pages.front());
    const std::string structure = run("pdfinfo -struct-text " + pdf_of(document).path()).output;
    EXPECT_THAT(structure, HasSubstr("H1 (block)\n    \"The Lamp\"\n    \"The Lamp\"\n"));
}

TEST(PdfStructure, HoldsALandmarkOnThePagesThatShowItAndOnNoOthers) {
    Document document = one_page(scene_of_landmarks());
    PrintedPage beside = document.pages.front();
    beside.pictures.front() = {0, {-200, 0}, Box{0, 0, 200, document.pages.front().height}};  // shows the axis alone
    document.pages.push_back(beside);
    EXPECT_THAT(run("pdfinfo -struct-text " + pdf_of(document).path()).output,
                HasSubstr("H1 (block)\n    \"The Lamp\"\n  Sect\n"));
    EXPECT_EQ(count(objects_of(pdf_of(document)), "/Type /MCR"), 4U);
}

TEST(PdfStructure, HoldsLandmarksThatCoverThePage) {
    Scene scene = scene_of_landmarks();
    Group ground = square(subjects::Event{"night"}, {0, 0}, {230, 230, 240, 255}, std::max(scene.width, scene.height));
    scene.root.children.emplace_back(std::move(ground));
    scene.landmarks.push_back({Landmark::Kind::event, "event-night", "The night", "The night.", {}});
    const TemporaryFile pdf = pdf_of(scene);
    EXPECT_EQ(run("qpdf --check " + pdf.path()).status, 0);
    EXPECT_EQ(count(objects_of(pdf), "/Type /MCR"), 5U);
}

TEST(PdfStructure, OfAPictureWithoutATitleHasItsSectionsAsTheFirstLevel) {
    Scene scene = scene_of_landmarks();
    scene.landmarks.erase(scene.landmarks.begin());
    EXPECT_THAT(run("pdfinfo -struct-text " + pdf_of(scene).path()).output,
                HasSubstr("Sect\n    H1 (block)\n      \"Early years\"\n"));
}

TEST(PdfStructure, SaysItsLanguage) {
    Scene scene = scene_of_landmarks();
    scene.language = "fr-CA";
    scene.landmarks[2].language = "ja";
    const std::string objects = objects_of(pdf_of(scene));
    EXPECT_THAT(objects, HasSubstr("/Lang (fr-CA)"));
    EXPECT_THAT(objects, HasSubstr("/Lang (ja)"));
}

TEST(PdfStructure, KeepsTheWordsOfTagsSearchable) {
    const std::string words = run("pdftotext " + pdf_of(scene_of_landmarks()).path() + " -").output;
    for (const char* const word : {"The Lamp", "Early years", "The wreck", "The storm"})
        EXPECT_THAT(words, HasSubstr(word));
}

}  // namespace
}  // namespace fabula::pdf_structure_test
