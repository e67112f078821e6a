#pragma once

#include <vector>

#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"

/// Sections as bands across a picture, with their headings.
namespace fabula::drawing {

/// A band begins and ends a little beyond its events, points.
inline constexpr double band_lead = 7;

/// A section on the page: its stretch along, and the row of headings it stands in where sections overlap.
struct SectionBand {
    SectionIndex section = 0;
    double from = 0;
    double until = 0;
    std::size_t row = 0;
    bool tinted = false;
    bool goes_on = false;    ///< there was a band of this section before
    bool continued = false;  ///< it began on an earlier page, and its heading says so
};

struct SectionBands {
    std::vector<SectionBand> bands;
    bool overlap = false;

    /// Of headings; at least 1.
    [[nodiscard]] std::size_t rows() const;
};

/// Sorts bands and lets each reach to the next, the last one to `end`, and every other be tinted; where some overlap,
/// gives each a row in which it does not.
[[nodiscard]] SectionBands arrange_section_bands(std::vector<SectionBand> bands, double end);

struct HeadingStyle {
    Direction direction = Direction::right;
    double size = 10;         ///< of the type, points
    double least_width = 60;  ///< to which headings of narrow bands are broken
};

/// How deep, across, the deepest heading is with the air under it; 0 where there is none.
[[nodiscard]] double heading_depth(const SectionBands& bands, const HeadingStyle& style, const Context& context);

/// How far bands reach across.
struct BandReach {
    double top = 0;
    double bottom = 0;
};

void draw_section_bands(Group& parent, const SectionBands& bands, const HeadingStyle& style, const Context& context,
                        const Frame& frame, const BandReach& reach);

}  // namespace fabula::drawing
