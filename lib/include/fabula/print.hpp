#pragma once

#include <string>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/document.hpp"
#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

/// Imposition: from pictures to pages of paper with margins, bleed, printer's marks, running heads and tiles. All
/// lengths are in points. Functions are pure but for the Measure, which is used by one thread at a time.
namespace fabula {

/// A page's head and foot. Empty texts are left out.
struct RunningHead {
    std::string outer;  ///< at the outer margin: the story's title
    std::string inner;  ///< at the inner margin: what part of it this page shows

    friend bool operator==(const RunningHead&, const RunningHead&) = default;
};

/// The page that a view draws for `paper`: as large as the margins leave, with the view's own margin round it. A paper
/// that grows stays one.
[[nodiscard]] Page page_for_view(const Theme& theme, const Page& paper);

/// One picture a page, in order: the first is a right-hand page, so that the inner margin is left on odd pages and
/// right on even ones. `paper` may grow: then each page is as large as its picture asks for. Bleed and printer's marks
/// are those of `theme`. Where there is more than one picture, pages are numbered, and from the second on have the
/// `heads` (by picture; may be shorter) over them. Precondition: at least one picture; all shaped by `measure`.
[[nodiscard]] Document impose(std::vector<Scene> pictures, const Theme& theme, const Page& paper,
                              const std::vector<RunningHead>& heads, Measure& measure);

/// How a picture is cut into tiles.
struct Tiling {
    std::size_t columns = 1;
    std::size_t rows = 1;
    double step_x = 0;  ///< from one tile to the next, points of the picture
    double step_y = 0;
    Point origin;  ///< where the first tile begins in the picture; not right of it or under it

    friend bool operator==(const Tiling&, const Tiling&) = default;
};

/// What a printer of paper leaves blank along the edges of a sheet, points: tiles keep it free.
inline constexpr double unprintable_edge = 20;

/// The fewest tiles of `sheet` that cover a picture of this size, with the theme's overlap; the picture stands in the
/// middle. Nothing where the sheet is too small to hold more than its edges and the overlap, or grows.
[[nodiscard]] std::optional<Tiling> tiling_of(double width, double height, const Page& sheet, const Theme& theme);

/// The picture over as many sheets as it takes, row by row, each with marks at which to cut and glue, its place ("B2",
/// in column B and row 2) and a small map of all. Precondition: as for impose; the tiling is that of tiling_of.
[[nodiscard]] Document tile(Scene picture, const Tiling& tiling, const Theme& theme, const Page& sheet,
                            Measure& measure);

/// Warns where a document's text stands nearer to the cut than Theme::Paper::safe; nothing where that is 0. O(nodes).
[[nodiscard]] Diagnostics check_safe_margin(const Document& document, const Theme& theme);

}  // namespace fabula
