#pragma once

#include <optional>
#include <vector>

#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"

/// Sections as bands across a picture, with their headings.
namespace fabula::drawing {

/// A band begins and ends a little beyond its events, points.
inline constexpr double band_lead = 7;

/// A section on the page: its stretch along the axis, and the row of its heading where sections overlap.
struct SectionBand {
    SectionIndex section = 0;
    double from = 0;
    double until = 0;
    double heading_until = 0;  ///< as far as its heading may reach
    std::size_t row = 0;
    bool tinted = false;
    bool goes_on = false;    ///< it is not the first band of its section
    bool continued = false;  ///< it began on an earlier page, and its heading says so
};

struct SectionBands {
    std::vector<SectionBand> bands;
    bool overlap = false;

    /// The number of rows of headings; at least 1.
    [[nodiscard]] std::size_t rows() const;
};

/// Sorts bands. If none overlap, each reaches to the next and the last one to `end` (without an `end` they stay as they
/// are), and every other band is tinted. If some overlap, each gets a row in which it overlaps no other.
[[nodiscard]] SectionBands arrange_section_bands(std::vector<SectionBand> bands, std::optional<double> end);

struct HeadingStyle {
    Direction direction = Direction::right;
    double size = 10;         ///< of the type, points
    double least_width = 60;  ///< headings of narrow bands are broken to this width; where no word may be, turned
};

/// The depth of the deepest heading, across, with the air below it; 0 if there is none.
[[nodiscard]] double heading_depth(const SectionBands& bands, const HeadingStyle& style, const Context& context);

/// How far bands reach, across.
struct BandReach {
    double top = 0;
    double bottom = 0;
};

void draw_section_bands(Group& parent, const SectionBands& bands, const HeadingStyle& style, const Context& context,
                        const Frame& frame, const BandReach& reach);

}  // namespace fabula::drawing
