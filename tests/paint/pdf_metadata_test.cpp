#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"

namespace fabula::pdf_metadata_test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string packet_of(const TemporaryFile& pdf) {
    return run("pdfinfo -meta " + pdf.path()).output;
}

Scene scene_of_a_book() {
    Scene scene = scene_of_words({"Kathy"});
    scene.title = "Never Let <Me> & Go";
    scene.author = "Kazuo Ishiguro";
    scene.keywords = {"Kathy", "Tommy"};
    return scene;
}

TEST(PdfMetadata, SaysTheSameToOldReadersAndToNew) {
    const TemporaryFile pdf = pdf_of(scene_of_a_book());
    EXPECT_THAT(run("pdfinfo " + pdf.path()).output, HasSubstr("Never Let <Me> & Go"));
    EXPECT_THAT(run("pdfinfo " + pdf.path()).output, HasSubstr("Kathy, Tommy"));
    EXPECT_THAT(packet_of(pdf), HasSubstr("<rdf:li xml:lang=\"x-default\">Never Let &lt;Me&gt; &amp; Go</rdf:li>"));
    EXPECT_THAT(packet_of(pdf), HasSubstr("<pdf:Keywords>Kathy, Tommy</pdf:Keywords>"));
}

TEST(PdfMetadata, IsWellFormedWhateverTheTitleIs) {
    Scene scene = scene_of_a_book();
    scene.title = "]]> <?xpacket end=\"w\"?> \x01\x02 </rdf:li>";
    const TemporaryFile packet("xml", packet_of(pdf_of(scene)));
    EXPECT_EQ(run("xmllint --noout " + packet.path()).status, 0);
}

TEST(PdfMetadata, IsWellFormedWithCharactersThatXmlDoesNotKnow) {
    Scene scene = scene_of_a_book();
    scene.title = "Never\xEF\xBF\xBE Let\xEF\xBF\xBF Me Go";
    const TemporaryFile packet("xml", packet_of(pdf_of(scene)));
    EXPECT_EQ(run("xmllint --noout " + packet.path()).status, 0);
    EXPECT_THAT(packet.read(), HasSubstr("Never Let Me Go"));
}

TEST(PdfMetadata, SaysNoDateUnlessItIsGivenOne) {
    EXPECT_THAT(packet_of(pdf_of(scene_of_a_book())), Not(HasSubstr("Date")));
    const TemporaryFile dated = pdf_of(one_page(scene_of_a_book()), {.date = 951'782'400});
    EXPECT_THAT(packet_of(dated), HasSubstr("<xmp:CreateDate>2000-02-29T00:00:00Z</xmp:CreateDate>"));
    EXPECT_THAT(run("pdfinfo -rawdates " + dated.path()).output, HasSubstr("D:20000229000000Z"));
}

TEST(PdfMetadata, ClaimsToBeAccessibleAndToLast) {
    const std::string packet = packet_of(pdf_of(scene_of_a_book()));
    EXPECT_THAT(packet, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
    EXPECT_THAT(packet, HasSubstr("<pdfaid:part>2</pdfaid:part>"));
}

TEST(PdfMetadata, DoesNotClaimToLastWhereInksHaveNoProfile) {
    Document document = one_page(scene_of_a_book());
    document.inks.output = InkOutput::cmyk;
    const TemporaryFile pdf = pdf_of(document);
    EXPECT_THAT(packet_of(pdf), Not(HasSubstr("pdfaid:part>2")));
    EXPECT_THAT(objects_of(pdf), Not(HasSubstr("OutputIntent")));
}

TEST(PdfMetadata, RefusesAProfileThatIsNone) {
    Document document = one_page(scene_of_a_book());
    document.inks.output = InkOutput::cmyk;
    const TemporaryFile nonsense("icc", "no profile");
    document.inks.profile = nonsense.path();
    EXPECT_THAT(find_painter("pdf")->paint(document, {}).error, HasSubstr("is no ICC profile"));
    document.inks.profile = "/nowhere.icc";
    EXPECT_THAT(find_painter("pdf")->paint(document, {}).error, HasSubstr("is no ICC profile"));
}

}  // namespace
}  // namespace fabula::pdf_metadata_test
