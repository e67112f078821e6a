#pragma once

#include "fabula/print.hpp"

namespace fabula {

/// What a page's head and foot are set in.
struct HeadStyle {
    double size = 7;         ///< of the type, points
    double margin_top = 36;  ///< of the page, points: the head stands within it
    double margin_bottom = 36;
    double left = 36;        ///< of the page's text, points from the left edge of the sheet
    double right = 36;       ///< the same from the left edge
    bool right_hand = true;  ///< the outer margin is on the right
    Colour colour;
};

/// Sets the head over a page whose trim box is set.
void add_running_head(PrintedPage& page, const RunningHead& head, const HeadStyle& style, Measure& measure);

/// Sets the number of a page at the foot of its outer margin.
void add_page_number(PrintedPage& page, std::size_t number, const HeadStyle& style, Measure& measure);

}  // namespace fabula
