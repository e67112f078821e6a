#include "text/break_lines.hpp"

#include <algorithm>
#include <compare>

namespace fabula {

namespace {

/// Fewer lines first, then even ones.
struct Cost {
    std::size_t lines = 0;
    double raggedness = 0;

    friend auto operator<=>(const Cost&, const Cost&) = default;
};

struct Choice {
    Cost cost;
    std::size_t start = 0;  ///< of the line that ends here
};

/// Pieces of no width cannot fill a line: without a bound, many of them would take time with the square of their
/// number.
constexpr std::size_t most_pieces_on_a_line = 500;

double raggedness(double line, double width, bool is_widow) {
    const double left = width - line;
    return left * left + (is_widow ? width * width : 0);
}

}  // namespace

std::vector<std::size_t> break_lines(const std::vector<Piece>& pieces, double width) {
    std::vector<Choice> best(pieces.size() + 1);
    for (std::size_t end = 1; end <= pieces.size(); ++end) {
        double line = -pieces[end - 1].space;
        const std::size_t earliest = end > most_pieces_on_a_line ? end - most_pieces_on_a_line : 0;
        for (std::size_t start = end; start-- > earliest;) {
            line += pieces[start].width + pieces[start].space;
            const bool is_alone = start + 1 == end;
            if (line > width && !is_alone) break;
            const bool is_widow = is_alone && end == pieces.size() && start > 0 && line < width / 4;
            const Cost cost{best[start].cost.lines + 1,
                            best[start].cost.raggedness + raggedness(line, width, is_widow)};
            if (is_alone || cost < best[end].cost) best[end] = {cost, start};
        }
    }
    std::vector<std::size_t> ends;
    for (std::size_t end = pieces.size(); end > 0; end = best[end].start)
        ends.push_back(end);
    std::reverse(ends.begin(), ends.end());
    return ends;
}

}  // namespace fabula
