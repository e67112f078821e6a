// A picture larger than its paper, over several sheets: tiling_of, tile.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "fabula/print.hpp"

namespace fabula {
namespace {

struct Run {
    std::size_t count = 1;
    double origin = 0;
};

/// The fewest tiles along one side, and where the first begins so that the picture stands in the middle of all.
Run tiles_along(double picture, double tile, double step) {
    const double overlap = tile - step;
    const auto count = static_cast<std::size_t>(std::max(1.0, std::ceil((picture - overlap) / step - 1e-9)));
    const double covered = static_cast<double>(count) * step + overlap;
    return {count, (picture - covered) / 2};
}

/// "A", "B" ... "Z", "AA": columns as in a table.
std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

/// What stands in the blank edges of one tile.
class TileMarks {
public:
    TileMarks(const Tiling& tiling, const Theme& theme, const Page& sheet, const std::string& title, Measure& measure)
        : tiling_(tiling),
          theme_(theme),
          sheet_(sheet),
          title_(title),
          measure_(measure),
          half_overlap_(theme.page.overlap / 2) {}

    [[nodiscard]] Group marks(std::size_t column, std::size_t row) const {
        Group group;
        group.subject = subjects::Part::assembly;
        group.is_addressed = false;  // each sheet has one
        const double near = unprintable_edge + half_overlap_;
        const double far_x = sheet_.width - near;
        const double far_y = sheet_.height - near;
        if (column > 0) add_cut_down(group, near);
        if (column + 1 < tiling_.columns) add_cut_down(group, far_x);
        if (row > 0) add_cut_across(group, near);
        if (row + 1 < tiling_.rows) add_cut_across(group, far_y);
        add_place(group, column, row);
        add_map(group, column, row);
        return group;
    }

private:
    static constexpr double tick_from = 4;  ///< from the edge of the sheet, points: what most printers reach
    static constexpr double tick_until = unprintable_edge - 2;

    void add_line(Group& group, Point from, Point to) const {
        Path path = line(from, to);
        path.stroke = Stroke{theme_.colours.ink, 0.5, {}, LineCap::butt, LineJoin::miter};
        group.children.emplace_back(std::move(path));
    }

    /// A tick in the upper and the lower edge, where neighbouring sheets meet.
    void add_cut_down(Group& group, double x) const {
        add_line(group, {x, tick_from}, {x, tick_until});
        add_line(group, {x, sheet_.height - tick_until}, {x, sheet_.height - tick_from});
    }

    void add_cut_across(Group& group, double y) const {
        add_line(group, {tick_from, y}, {tick_until, y});
        add_line(group, {sheet_.width - tick_until, y}, {sheet_.width - tick_from, y});
    }

    [[nodiscard]] double text_left() const { return unprintable_edge + theme_.page.overlap + 6; }

    void add_place(Group& group, std::size_t column, std::size_t row) const {
        const double size = theme_.type.smallest;
        const std::string place = fmt::format("{}{}", column_name(column), row + 1);
        const std::string all = fmt::format("{}{}", column_name(tiling_.columns - 1), tiling_.rows);
        TextLine strong = measure_.line(place, {.size = size, .weight = Weight::bold, .tabular_figures = true});
        TextLine rest = measure_.line(fmt::format("A1–{} · {}", all, title_), {.size = size, .tabular_figures = true});
        const double baseline = sheet_.height - unprintable_edge / 2 + size * 0.35;
        const double room = sheet_.width - text_left() - map_width() - unprintable_edge - theme_.page.overlap - 12;
        const double after = text_left() + strong.width + size;
        const bool fits = strong.width + size + rest.width <= room;
        group.children.emplace_back(Text{std::move(strong), {text_left(), baseline}, theme_.colours.ink});
        if (fits) group.children.emplace_back(Text{std::move(rest), {after, baseline}, theme_.colours.quiet});
    }

    [[nodiscard]] double cell() const {
        const auto most = static_cast<double>(std::max(tiling_.rows, tiling_.columns));
        return std::min((unprintable_edge - 8) / static_cast<double>(tiling_.rows), 60 / most);
    }
    [[nodiscard]] double map_width() const { return cell() * 1.4 * static_cast<double>(tiling_.columns); }

    /// All tiles as a small table, this one filled.
    void add_map(Group& group, std::size_t column, std::size_t row) const {
        if (tiling_.rows * tiling_.columns < 2) return;
        const double height = cell();
        const double width = height * 1.4;
        const Point at{sheet_.width - text_left() - map_width(),
                       sheet_.height - unprintable_edge / 2 - height * static_cast<double>(tiling_.rows) / 2};
        for (std::size_t r = 0; r < tiling_.rows; ++r) {
            for (std::size_t c = 0; c < tiling_.columns; ++c) {
                const double left = at.x + width * static_cast<double>(c);
                const double top = at.y + height * static_cast<double>(r);
                Path path = rectangle({left, top, left + width, top + height});
                path.stroke = Stroke{theme_.colours.quiet, 0.25, {}, LineCap::butt, LineJoin::miter};
                if (r == row && c == column) path.fill = theme_.colours.quiet;
                group.children.emplace_back(std::move(path));
            }
        }
    }

    const Tiling& tiling_;
    const Theme& theme_;
    const Page& sheet_;
    const std::string& title_;
    Measure& measure_;
    double half_overlap_;
};

PrintedPage blank_sheet(const Page& sheet) {
    PrintedPage page;
    page.width = sheet.width;
    page.height = sheet.height;
    page.trim = {0, 0, sheet.width, sheet.height};
    page.bleed = page.trim;
    return page;
}

}  // namespace

std::optional<Tiling> tiling_of(double width, double height, const Page& sheet, const Theme& theme) {
    const double tile_width = sheet.width - 2 * unprintable_edge;
    const double tile_height = sheet.height - 2 * unprintable_edge;
    const double overlap = theme.page.overlap;
    constexpr double least_step = 36;
    if (sheet.grows() || tile_width - overlap < least_step || tile_height - overlap < least_step) return std::nullopt;
    const Run across = tiles_along(width, tile_width, tile_width - overlap);
    const Run down = tiles_along(height, tile_height, tile_height - overlap);
    return Tiling{across.count, down.count, tile_width - overlap, tile_height - overlap, {across.origin, down.origin}};
}

Document tile(Scene picture, const Tiling& tiling, const Theme& theme, const Page& sheet, Measure& measure) {
    Document document;
    document.inks = theme.inks;
    const TileMarks marks(tiling, theme, sheet, picture.title, measure);
    const Box window{unprintable_edge, unprintable_edge, sheet.width - unprintable_edge,
                     sheet.height - unprintable_edge};
    for (std::size_t row = 0; row < tiling.rows; ++row) {
        for (std::size_t column = 0; column < tiling.columns; ++column) {
            PrintedPage page = blank_sheet(sheet);
            const Point start{tiling.origin.x + tiling.step_x * static_cast<double>(column),
                              tiling.origin.y + tiling.step_y * static_cast<double>(row)};
            page.pictures.push_back(
                {.scene = 0, .shift = {window.left - start.x, window.top - start.y}, .window = window});
            page.furniture.children.emplace_back(marks.marks(column, row));
            page.label = fmt::format("{}{}", column_name(column), row + 1);
            document.pages.push_back(std::move(page));
        }
    }
    document.scenes.push_back(std::move(picture));
    document.fonts = measure.fonts();
    return document;
}

}  // namespace fabula
