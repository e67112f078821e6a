#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

#include "documents.hpp"

namespace fabula::pdf_navigation_test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

/// The scene with a link on its event of the wreck.
TemporaryFile pdf_with_link(const std::string& link) {
    Scene scene = scene_of_landmarks();
    for (Node& node : scene.root.children) {
        Group& group = std::get<Group>(node);
        if (group.subject == Subject(subjects::Event{"wreck"})) group.link = link;
    }
    return pdf_of(scene);
}

TEST(PdfBookmarks, NameSectionsWithTheirEventsFoldedUnderThem) {
    const std::string objects = objects_of(pdf_of(scene_of_landmarks()));
    EXPECT_THAT(objects, ContainsRegex("/Count -2[^<>]*/Dest[^<>]*/First[^<>]*/Title \\(Early years\\)"));
    EXPECT_THAT(objects, HasSubstr("/Title (The wreck)"));
    EXPECT_THAT(objects, HasSubstr("/Title (The storm)"));
    EXPECT_THAT(objects, HasSubstr("/PageMode /UseOutlines"));
}

TEST(PdfBookmarks, LeaveOutWhatThePictureLeavesOut) {
    EXPECT_THAT(objects_of(pdf_of(scene_of_landmarks())), Not(HasSubstr("/Title (Left out)")));
}

TEST(PdfBookmarks, LeadToThePageAndPlace) {
    Document document = one_page(scene_of_words({"Kathy"}));
    document.scenes.push_back(scene_of_landmarks());
    document.fonts = document.scenes.back().fonts;
    PrintedPage second = one_page(scene_of_landmarks()).pages.front();
    second.pictures.front().scene = 1;
    document.pages.push_back(second);
    // The wreck's baseline is at 70 of 120 points from the top, so at 50 from the bottom; its page is the second.
    const std::string objects = objects_of(pdf_of(document));
    EXPECT_THAT(objects, ContainsRegex("/XYZ\n +8\\.[0-9]+\n +7[0-9]"));
}

TEST(PdfLinks, LeadOutToTheWebAndToMail) {
    EXPECT_THAT(objects_of(pdf_with_link("https://example.org/a?b=(c)")),
                HasSubstr("/URI (https://example.org/a?b=\\(c\\))"));
    EXPECT_THAT(objects_of(pdf_with_link("mailto:a@example.org")), HasSubstr("/URI (mailto:a@example.org)"));
}

TEST(PdfLinks, LeadToAnAddressInCapitalsAndInAnyScript) {
    EXPECT_THAT(objects_of(pdf_with_link("HTTPS://Example.org/A")), HasSubstr("/URI (https://Example.org/A)"));
    EXPECT_THAT(objects_of(pdf_with_link("https://example.org/M\xC3\xA4rchen")),
                HasSubstr("/URI (https://example.org/M%C3%A4rchen)"));
}

TEST(PdfLinks, LeadToWhatADoiNamesByItsResolver) {
    EXPECT_THAT(objects_of(pdf_with_link("doi:10.1109/TVCG.2013.196")),
                HasSubstr("/URI (https://doi.org/10.1109/TVCG.2013.196)"));
    EXPECT_THAT(objects_of(pdf_with_link("doi:")), Not(HasSubstr("/Annot")));
}

TEST(PdfLinks, LeadFromOneEventToAnother) {
    EXPECT_THAT(objects_of(pdf_with_link("#event-storm")), HasSubstr("/S /GoTo"));
}

TEST(PdfLinks, AreInertWhereTheyWouldRunOrOpenSomething) {
    for (const char* const link : {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JAVASCRIPT:x",
                                   "#nowhere", "https://a b", " https://example.org"}) {
        const std::string objects = objects_of(pdf_with_link(link));
        EXPECT_THAT(objects, Not(HasSubstr("/Annot"))) << link;
    }
}

TEST(PdfLinks, ArePartOfWhatIsRead) {
    const std::string objects = objects_of(pdf_with_link("https://example.org/"));
    EXPECT_THAT(objects, HasSubstr("/S /Link"));
    EXPECT_THAT(objects, HasSubstr("/Type /OBJR"));
    EXPECT_THAT(objects, HasSubstr("/Contents (https://example.org/)"));
}

TEST(PdfPageLabels, AreThoseOfThePages) {
    Document document = one_page(scene_of_words({"Kathy"}));
    document.pages.front().label = "A1";
    document.pages.push_back(document.pages.front());
    document.pages.back().label = "B1";
    const std::string objects = objects_of(pdf_of(document));
    EXPECT_THAT(objects, HasSubstr("/P (A1)"));
    EXPECT_THAT(objects, HasSubstr("/P (B1)"));
}

TEST(PdfPages, AreAsManyAndAsLargeAsTheDocumentSays) {
    Document document = one_page(scene_of_words({"Kathy"}));
    document.pages.push_back(document.pages.front());
    document.pages.back().width = 200;
    const std::string about = run("pdfinfo -l 2 " + pdf_of(document).path()).output;
    EXPECT_THAT(about, ContainsRegex("Page +1 size: +400 x"));
    EXPECT_THAT(about, ContainsRegex("Page +2 size: +200 x"));
}

TEST(PdfPages, ShowWhatTheirWindowShowsOfAScene) {
    Document document = one_page(scene_of_words({"Kathy", "Tommy", "Ruth", "Laura"}));
    document.pages.front().pictures.front().window = Box{0, 0, 400, 40};
    const std::string words = run("pdftotext " + pdf_of(document).path() + " -").output;
    EXPECT_THAT(words, HasSubstr("Kathy"));
    EXPECT_THAT(words, Not(HasSubstr("Laura")));
}

TEST(PdfBoxes, SayWhereThePageIsCut) {
    Document document = one_page(scene_of_words({"Kathy"}));
    PrintedPage& page = document.pages.front();
    page.trim = {10, 20, page.width - 30, page.height - 15};
    page.bleed = {5, 5, page.width - 5, page.height - 5};
    const std::string boxes = run("pdfinfo -box " + pdf_of(document).path()).output;
    EXPECT_THAT(boxes, ContainsRegex("TrimBox: +10.00 +15.00 +370.00 +40.00"));
    EXPECT_THAT(boxes, ContainsRegex("BleedBox: +5.00 +5.00 +395.00 +55.00"));
    EXPECT_THAT(boxes, ContainsRegex("MediaBox: +0.00 +0.00 +400.00 +60.00"));
}

}  // namespace
}  // namespace fabula::pdf_navigation_test
