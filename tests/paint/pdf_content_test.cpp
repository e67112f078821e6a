#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "paint/pdf/pass.hpp"

namespace fabula::pdf_content_test {
namespace {

using painting::PdfOperation;
using painting::rewritten;
using testing::ElementsAre;

std::vector<std::string> names_of(std::string_view content) {
    std::vector<std::string> names;
    static_cast<void>(rewritten(content, [&](const PdfOperation& operation) {
        names.emplace_back(operation.name);
        return std::nullopt;
    }));
    return names;
}

std::optional<std::string> as_it_is(const PdfOperation&) {
    return std::nullopt;
}

TEST(PdfContent, IsTakenApartIntoOperations) {
    EXPECT_THAT(names_of("q 1 0 0 1 0 0 cm\n/F1 12 Tf (a) Tj [(b) -20 (c)]TJ Q"),
                ElementsAre("q", "cm", "Tf", "Tj", "TJ", "Q"));
}

TEST(PdfContent, HasNoOperationsWithinItsStrings) {
    EXPECT_THAT(names_of(R"((a \) rg ( Tj ) \\) Tj <6767> Tj /Span << /ActualText (0 g) >> BDC)"),
                ElementsAre("Tj", "Tj", "BDC"));
}

TEST(PdfContent, SaysWhatStandsBeforeAnOperation) {
    std::vector<double> numbers;
    static_cast<void>(rewritten("/P << /MCID 7 >> BDC 0.5 -.25 1 rg", [&](const PdfOperation& operation) {
        if (operation.name == "rg") numbers = operation.numbers();
        return std::nullopt;
    }));
    EXPECT_THAT(numbers, ElementsAre(0.5, -0.25, 1));
}

TEST(PdfContent, HasAnOperationReplacedAndAllOthersKept) {
    const std::string out = rewritten("1 0 0 rg 0 0 9 9 re f", [](const PdfOperation& operation) {
        return operation.name == "rg" ? std::optional<std::string>("0 g") : std::nullopt;
    });
    EXPECT_EQ(out, "\n0 g 0 0 9 9 re f");
}

TEST(PdfContent, StaysAsItIsWhateverItIs) {
    std::mt19937 random(7);  // NOLINT: the same cases every time
    const std::string_view alphabet = "()<>[]{}/%\\ \n1.-aqTjBDC";
    for (int round = 0; round < 2000; ++round) {
        std::string content;
        for (int i = 0; i < 40; ++i)
            content += alphabet[random() % alphabet.size()];
        EXPECT_EQ(rewritten(content, as_it_is), content);
    }
}

}  // namespace
}  // namespace fabula::pdf_content_test
