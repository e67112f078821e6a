// What stands outside the page for those who print and cut it: crop marks, registration marks, a colour bar (ISO
// 12647-2 calls for solids and tints of each ink).
#include "print/printer_marks.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fabula {
namespace {

constexpr double mark_length = 14;
constexpr double least_distance = 6;  ///< of marks to the cut
constexpr double clear_of_bleed = 2;  ///< between the bleed and the marks
constexpr double mark_stroke = 0.25;  ///< the trade's hairline
constexpr double edge = 4;            ///< of the sheet beyond the marks

double mark_distance(const Theme& theme) {
    return std::max(theme.page.bleed + clear_of_bleed, least_distance);
}

void add_line(Group& group, Point from, Point to) {
    Path path = line(from, to);
    path.stroke = Stroke{registration_colour, mark_stroke, {}, LineCap::butt, LineJoin::miter};
    group.children.emplace_back(std::move(path));
}

/// Two strokes at each corner, in line with the cuts.
void add_crop_marks(Group& group, const Box& trim, double distance) {
    for (const double x : {trim.left, trim.right}) {
        add_line(group, {x, trim.top - distance}, {x, trim.top - distance - mark_length});
        add_line(group, {x, trim.bottom + distance}, {x, trim.bottom + distance + mark_length});
    }
    for (const double y : {trim.top, trim.bottom}) {
        add_line(group, {trim.left - distance, y}, {trim.left - distance - mark_length, y});
        add_line(group, {trim.right + distance, y}, {trim.right + distance + mark_length, y});
    }
}

/// A cross in a ring: the plates fit where it is one.
void add_target(Group& group, Point centre) {
    constexpr double reach = mark_length / 2;
    add_line(group, {centre.x - reach, centre.y}, {centre.x + reach, centre.y});
    add_line(group, {centre.x, centre.y - reach}, {centre.x, centre.y + reach});
    Path ring = circle(centre, reach * 0.6);
    ring.stroke = Stroke{registration_colour, mark_stroke, {}, LineCap::butt, LineJoin::miter};
    group.children.emplace_back(std::move(ring));
}

void add_registration_marks(Group& group, const Box& trim, double distance) {
    const double out = distance + mark_length / 2;
    const double x = (trim.left + trim.right) / 2;
    const double y = (trim.top + trim.bottom) / 2;
    for (const Point centre :
         {Point{x, trim.top - out}, {x, trim.bottom + out}, {trim.left - out, y}, {trim.right + out, y}}) {
        add_target(group, centre);
    }
}

/// The patches of the inks that are used: solid, and for black three tints.
std::vector<InkRecipe> patches(const Inks& inks) {
    std::vector<InkRecipe> row{{.colour = {0, 0, 0, 255}, .black = 100},
                               {.colour = {77, 77, 77, 255}, .black = 70},
                               {.colour = {153, 153, 153, 255}, .black = 40},
                               {.colour = {230, 230, 230, 255}, .black = 10}};
    if (inks.output == InkOutput::black) return row;
    const std::array process{InkRecipe{.colour = {0, 158, 224, 255}, .cyan = 100},
                             InkRecipe{.colour = {229, 0, 125, 255}, .magenta = 100},
                             InkRecipe{.colour = {254, 236, 0, 255}, .yellow = 100}};
    if (inks.output != InkOutput::spot || !inks.recipes.empty())
        row.insert(row.begin(), process.begin(), process.end());
    if (inks.output == InkOutput::spot) row.push_back({.colour = inks.spot.colour, .spot = 100});
    return row;
}

/// A recipe of the theme's own for the same colour stands.
void add_recipe(Inks& inks, const InkRecipe& recipe) {
    if (std::ranges::find(inks.recipes, recipe.colour, &InkRecipe::colour) == inks.recipes.end())
        inks.recipes.push_back(recipe);
}

void add_colour_bar(Group& group, const Box& trim, double distance, Inks& inks) {
    constexpr double side = 10;
    double x = trim.left + 3 * mark_length;
    const double y = trim.bottom + distance + (mark_length - side) / 2;
    for (const InkRecipe& recipe : patches(inks)) {
        if (x + side > trim.right - mark_length) break;
        Path patch = rectangle({x, y, x + side, y + side});
        patch.fill = recipe.colour;
        group.children.emplace_back(std::move(patch));
        add_recipe(inks, recipe);
        x += side;
    }
}

}  // namespace

double slug_width(const Theme& theme) {
    return theme.page.marks.any() ? mark_distance(theme) + mark_length + edge : theme.page.bleed;
}

void add_printer_marks(PrintedPage& page, const Theme& theme, Inks& inks) {
    const PrinterMarks& marks = theme.page.marks;
    if (!marks.any()) return;
    Group group;
    group.subject = subjects::Part::printer_marks;
    const double distance = mark_distance(theme);
    if (marks.crop) add_crop_marks(group, page.trim, distance);
    if (marks.registration) add_registration_marks(group, page.trim, distance);
    if (marks.colour_bar) add_colour_bar(group, page.trim, distance, inks);
    page.furniture.children.emplace_back(std::move(group));
}

}  // namespace fabula
