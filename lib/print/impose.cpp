// What stands outside the page for those who print and cut it: crop marks, registration marks, a colour bar (ISO
// 12647-2 calls for solids and tints of each ink).
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "fabula/document.hpp"
#include "fabula/print.hpp"
#include "fabula/theme.hpp"

#include "source/number.hpp"

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

/// How far a sheet reaches beyond the cut on each side: for bleed, and for marks where there are any.
double slug_width(const Theme& theme) {
    return theme.page.marks.any() ? mark_distance(theme) + mark_length + edge : theme.page.bleed;
}

/// Adds the theme's printer's marks to a page whose trim box is set, and to `inks` the recipes of a colour bar's
/// patches.
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

}  // namespace

// Head and foot of a page: add_running_head, add_page_number.

namespace {

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

/// Text on a baseline, from the left end of the page's measure or up to the right end.
void set_text(PrintedPage& page, const std::string& text, bool at_right, double baseline, const HeadStyle& style,
              Measure& measure) {
    if (text.empty()) return;
    TextLine set = measure.line(text, {.size = style.size, .italic = true, .tabular_figures = false});
    const double x = at_right ? style.right - set.width : style.left;
    page.furniture.children.emplace_back(Text{std::move(set), {x, baseline}, style.colour});
}

/// The middle of a margin, lowered so that small letters look centred in it.
double middle(double from, double until, double size) {
    return (from + until) / 2 + size * 0.25;
}

/// Sets the head over a page whose trim box is set.
void add_running_head(PrintedPage& page, const RunningHead& head, const HeadStyle& style, Measure& measure) {
    const double baseline = middle(page.trim.top, page.trim.top + style.margin_top, style.size);
    set_text(page, head.outer, style.right_hand, baseline, style, measure);
    set_text(page, head.inner, !style.right_hand, baseline, style, measure);
}

/// Sets the number of a page at the foot of its outer margin.
void add_page_number(PrintedPage& page, std::size_t number, const HeadStyle& style, Measure& measure) {
    const double baseline = middle(page.trim.bottom - style.margin_bottom, page.trim.bottom, style.size);
    set_text(page, std::to_string(number), style.right_hand, baseline, style, measure);
}

}  // namespace

// One rule of print: check_safe_margin.

namespace {

/// How many lines of text in a group stand outside `safe`, where the group is moved by `shift`.
std::size_t texts_outside(const Group& group, Point shift, const Box& safe) {
    std::size_t count = 0;
    for (const Node& node : group.children) {
        if (const auto* inner = std::get_if<Group>(&node)) count += texts_outside(*inner, shift, safe);
        if (!std::holds_alternative<Text>(node)) continue;
        const Box box = ink_box(node);
        constexpr double tolerance = 0.01;
        if (box.left + shift.x < safe.left - tolerance || box.right + shift.x > safe.right + tolerance ||
            box.top + shift.y < safe.top - tolerance || box.bottom + shift.y > safe.bottom + tolerance)
            ++count;
    }
    return count;
}

}  // namespace

Diagnostics check_safe_margin(const Document& document, const Theme& theme) {
    const double safe = theme.page.safe;
    if (safe <= 0) return {};
    std::size_t outside = 0;
    for (const PrintedPage& page : document.pages) {
        const Box box{page.trim.left + safe, page.trim.top + safe, page.trim.right - safe, page.trim.bottom - safe};
        for (const Placement& placement : page.pictures)
            outside += texts_outside(document.scenes[placement.scene].root, placement.shift, box);
        outside += texts_outside(page.furniture, {}, box);
    }
    if (outside == 0) return {};
    return {make_diagnostic(
        "outside-safe-margin", {},
        fmt::format("{} lines of text stand nearer to the cut than {} points", outside, number(safe, 2)),
        "make ‘page.safe’ smaller, the margins wider or the page larger")};
}

// One picture a page: page_for_view, impose.

namespace {

struct Margins {
    double top = 0;
    double bottom = 0;
    double inner = 0;
    double outer = 0;
};

Margins margins_of(const Theme& theme) {
    const double otherwise = theme.spacing.margin;
    return {theme.page.top.value_or(otherwise), theme.page.bottom.value_or(otherwise),
            theme.page.inner.value_or(otherwise), theme.page.outer.value_or(otherwise)};
}

/// What the page's margins add to those that a view draws for itself: across, and down.
Point beyond_view(const Theme& theme) {
    const Margins margins = margins_of(theme);
    const double own = 2 * theme.spacing.margin;
    return {margins.inner + margins.outer - own, margins.top + margins.bottom - own};
}

class Imposition {
public:
    Imposition(const Theme& theme, const Page& paper, Measure& measure)
        : theme_(theme), paper_(paper), measure_(measure), margins_(margins_of(theme)), slug_(slug_width(theme)) {}

    /// The page numbered `number`, from 1.
    [[nodiscard]] PrintedPage page(const Scene& scene, std::size_t number, Inks& inks) const {
        const Point more = beyond_view(theme_);
        const bool right_hand = number % 2 == 1;
        const Page trim = paper_.grows() ? Page{scene.width + more.x, scene.height + more.y} : paper_;
        PrintedPage page;
        page.width = trim.width + 2 * slug_;
        page.height = trim.height + 2 * slug_;
        page.trim = {slug_, slug_, slug_ + trim.width, slug_ + trim.height};
        const double bleed = theme_.page.bleed;
        page.bleed = {page.trim.left - bleed, page.trim.top - bleed, page.trim.right + bleed, page.trim.bottom + bleed};
        const double left = right_hand ? margins_.inner : margins_.outer;
        page.pictures.push_back(
            {.scene = number - 1,
             .shift = {slug_ + left - theme_.spacing.margin, slug_ + margins_.top - theme_.spacing.margin},
             .window = std::nullopt});
        page.label = std::to_string(number);
        add_printer_marks(page, theme_, inks);
        return page;
    }

    void add_head_and_foot(PrintedPage& page, std::size_t number, const RunningHead& head) const {
        const bool right_hand = number % 2 == 1;
        const HeadStyle style{.size = theme_.type.text,
                              .margin_top = margins_.top,
                              .margin_bottom = margins_.bottom,
                              .left = page.trim.left + (right_hand ? margins_.inner : margins_.outer),
                              .right = page.trim.right - (right_hand ? margins_.outer : margins_.inner),
                              .right_hand = right_hand,
                              .colour = theme_.colours.quiet};
        if (number > 1) add_running_head(page, head, style, measure_);
        add_page_number(page, number, style, measure_);
    }

private:
    const Theme& theme_;
    const Page& paper_;
    Measure& measure_;
    Margins margins_;
    double slug_;
};

}  // namespace

Page page_for_view(const Theme& theme, const Page& paper) {
    if (paper.grows()) return {};
    constexpr double least = 36;  // the least side of a page, see parse_page
    const Point more = beyond_view(theme);
    return {std::max(paper.width - more.x, least), std::max(paper.height - more.y, least)};
}

Document impose(std::vector<Scene> pictures, const Theme& theme, const Page& paper,
                const std::vector<RunningHead>& heads, Measure& measure) {
    const Imposition imposition(theme, paper, measure);
    Document document;
    document.inks = theme.inks;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        PrintedPage page = imposition.page(pictures[i], i + 1, document.inks);
        if (pictures.size() > 1) imposition.add_head_and_foot(page, i + 1, i < heads.size() ? heads[i] : RunningHead{});
        document.pages.push_back(std::move(page));
    }
    document.scenes = std::move(pictures);
    document.fonts = measure.fonts();
    return document;
}

}  // namespace fabula
