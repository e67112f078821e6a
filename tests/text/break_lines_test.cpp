#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <random>

#include "text/shaper.hpp"

namespace fabula::break_lines_test {
namespace {

using testing::ElementsAre;
using typesetting::break_lines;
using typesetting::Piece;

std::vector<Piece> words(const std::vector<double>& widths) {
    std::vector<Piece> pieces;
    for (const double width : widths)
        pieces.push_back({width, 1});
    return pieces;
}

double line_width(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
    double width = 0;
    for (std::size_t i = first; i < end; ++i)
        width += pieces[i].width + (i + 1 < end ? pieces[i].space : 0);
    return width;
}

TEST(BreakLines, OfNothingIsNoLine) {
    EXPECT_THAT(break_lines({}, 10), ElementsAre());
}

TEST(BreakLines, KeepsWhatFitsOnOneLine) {
    EXPECT_THAT(break_lines(words({3, 3, 2}), 10), ElementsAre(3));
}

TEST(BreakLines, BalancesLinesInsteadOfFillingThem) {
    EXPECT_THAT(break_lines(words({4, 4, 4, 4}), 15), ElementsAre(2, 4));
}

TEST(BreakLines, LetsAWordThatIsTooWideStandAlone) {
    EXPECT_THAT(break_lines(words({3, 30, 3}), 10), ElementsAre(1, 2, 3));
}

TEST(BreakLines, LeavesNoShortWordAloneOnTheLastLine) {
    EXPECT_THAT(break_lines(words({3, 3, 10, 1}), 12), ElementsAre(2, 4));
}

TEST(BreakLines, TakesManyPiecesWithoutAnyWidth) {
    EXPECT_FALSE(break_lines(std::vector<Piece>(100'000), 10).empty());
}

/// All ways of breaking, the best by the documented measure: fewest lines, then the least sum of squares, widows
/// counted.
struct Best {
    std::size_t lines = 0;
    double raggedness = 0;
};

std::optional<Best> brute_force(const std::vector<Piece>& pieces, double width) {
    std::optional<Best> best;
    for (unsigned breaks = 0; breaks < 1U << (pieces.size() - 1); ++breaks) {
        Best way;
        bool fits = true;
        std::size_t first = 0;
        for (std::size_t end = 1; end <= pieces.size(); ++end) {
            if (end < pieces.size() && (breaks >> (end - 1) & 1U) == 0) continue;
            const double line = line_width(pieces, first, end);
            if (line > width && end - first > 1) fits = false;
            const bool is_widow = end == pieces.size() && first > 0 && end - first == 1 && line < width / 4;
            way.raggedness += (width - line) * (width - line) + (is_widow ? width * width : 0);
            ++way.lines;
            first = end;
        }
        if (!fits) continue;
        if (!best || way.lines < best->lines || (way.lines == best->lines && way.raggedness < best->raggedness))
            best = way;
    }
    return best;
}

TEST(BreakLines, FindsTheBestOfAllWaysOfBreaking) {
    std::mt19937 random(11);  // the same words in every run
    std::uniform_real_distribution<double> width(0.5, 12);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> widths(1 + random() % 9);
        for (double& one : widths)
            one = width(random);
        const std::vector<Piece> pieces = words(widths);
        const std::vector<std::size_t> ends = break_lines(pieces, 10);
        const std::optional<Best> best = brute_force(pieces, 10);
        ASSERT_TRUE(best);
        EXPECT_EQ(ends.size(), best->lines);
        double raggedness = 0;
        std::size_t first = 0;
        for (const std::size_t end : ends) {
            const double line = line_width(pieces, first, end);
            const bool is_widow = end == pieces.size() && first > 0 && end - first == 1 && line < 2.5;
            raggedness += (10 - line) * (10 - line) + (is_widow ? 100 : 0);
            first = end;
        }
        EXPECT_NEAR(raggedness, best->raggedness, 1e-6);
    }
}

}  // namespace
}  // namespace fabula::break_lines_test
