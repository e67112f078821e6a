#include "view/page/words.hpp"

#include <algorithm>
#include <cmath>

#include "view/drawing/strokes.hpp"

namespace fabula::pages {
namespace {

constexpr double column_gap = 18;

/// A heading over texts, one under the other.
double draw_part(Group& group, std::string_view heading, const std::vector<std::string>& texts, const Typography& type,
                 const Context& context, Point at, double width) {
    double y = at.y;
    const auto set = [&](std::string_view text, const TextStyle& style, Colour colour) {
        Paragraph lines = context.measure.wrap(text, style, width);
        for (std::size_t l = 0; l < lines.lines.size(); ++l) {
            const double indent = lines.right_to_left ? width - lines.lines[l].width : 0;
            draw_text(group, std::move(lines.lines[l]),
                      {at.x + indent, y + lines.first_baseline + static_cast<double>(l) * lines.leading}, colour);
        }
        y += lines.height;
    };
    set(heading, {.size = type.text, .weight = Weight::bold}, context.theme.colours.heading);
    for (const std::string& text : texts)
        set(text, {.size = type.text}, context.theme.colours.quiet);
    return y - at.y;
}

}  // namespace

Columns set_columns(const std::string& text, double size, const Page& room, const Context& context) {
    constexpr double good_width = 24;  // by the size of the type: about 45 letters
    const auto count = std::max(1.0, std::floor((room.width + column_gap) / (good_width * size + column_gap)));
    Columns columns;
    columns.column = std::min((room.width - (count - 1) * column_gap) / count, 1.3 * good_width * size);
    Paragraph lines = context.measure.wrap(text, {.size = size}, columns.column);
    columns.leading = lines.leading;
    columns.first_baseline = lines.first_baseline;
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(room.height / lines.leading)));
    const std::size_t all = lines.lines.size();
    const auto in_all = static_cast<std::size_t>(count);
    columns.lines_in_column = std::min(most, (all + in_all - 1) / in_all);
    columns.whole = all <= columns.lines_in_column * in_all;
    lines.lines.resize(std::min(all, columns.lines_in_column * in_all));
    columns.lines = std::move(lines.lines);
    return columns;
}

void draw_columns(Group& group, const Columns& columns, Point at, Colour colour) {
    for (std::size_t l = 0; l < columns.lines.size(); ++l) {
        const auto column = static_cast<double>(l / columns.lines_in_column);
        const auto row = static_cast<double>(l % columns.lines_in_column);
        draw_text(
            group, columns.lines[l],
            {at.x + column * (columns.column + column_gap), at.y + columns.first_baseline + row * columns.leading},
            colour);
    }
}

double draw_foot(Group& parent, const PageLayout& page, const Typography& type, const Context& context, Point at,
                 double width) {
    struct Part {
        subjects::Part part;
        std::string heading;
        std::vector<std::string> texts;
    };
    std::vector<Part> parts;
    const Wording& wording = context.wording;
    if (!page.notes.empty()) parts.push_back({subjects::Part::notes, wording.word("notes", "Notes"), page.notes});
    if (!page.sources.empty())
        parts.push_back({subjects::Part::sources, wording.word("sources", "Sources"), page.sources});
    if (!page.colophon.empty())
        parts.push_back({subjects::Part::colophon, wording.word("colophon", "Colophon"), {page.colophon}});
    if (parts.empty()) return 0;
    constexpr double widest = 34;  // of a line, by the size of the type
    const auto count = static_cast<double>(parts.size());
    const double column = (width - (count - 1) * column_gap) / count;
    double height = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Group& group = add_group(parent, parts[i].part);
        const Point corner{at.x + static_cast<double>(i) * (column + column_gap), at.y};
        height = std::max(height, draw_part(group, parts[i].heading, parts[i].texts, type, context, corner,
                                            std::min(column, widest * type.text)));
    }
    return height;
}

}  // namespace fabula::pages
