#pragma once

#include <cstddef>
#include <vector>

namespace fabula {

/// What stands between two places where a line may be broken: its width, and that of the white space after it, which
/// vanishes at the end of a line.
struct Piece {
    double width = 0;
    double space = 0;
};

/// Breaks pieces into as few lines no wider than `width` as can be (a piece wider than that stands alone), and among
/// those into lines as even as can be: the least sum of squares of what is left of each, without a last line of one
/// short piece where that can be helped. Returns for each line the number of the piece after its last. Time linear in
/// the pieces, times those on a line.
///
/// As Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with a cost for labels, whose last line is to be
/// as full as the others.
[[nodiscard]] std::vector<std::size_t> break_lines(const std::vector<Piece>& pieces, double width);

}  // namespace fabula
