// The page of a view that draws one picture (Sheet), its title, and the warnings about what has no room.
#include "view/drawing/sheet.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "view/drawing/strokes.hpp"

namespace fabula::drawing {
namespace {

constexpr double title_distance = 18;
constexpr double least_width = 200;       // of a page between its margins
constexpr double most_title_width = 500;  // a page does not grow wider for its title

/// A height with air below it, if there is anything.
double with_air(double height, double air) {
    return height > 0 ? height + air : 0;
}

}  // namespace

double draw_title(Group& parent, const Typography& type, const Context& context, Point at, double width) {
    if (context.panel || context.shown.continues()) return 0;
    Group& group = add_group(parent, subjects::Part::title);
    const auto set = [&](const std::string& text, const TextStyle& style, Colour colour, double y) {
        if (text.empty()) return y;
        Paragraph lines = context.measure.wrap(text, style, width);
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            draw_text(group, std::move(lines.lines[i]),
                      {at.x, y + lines.first_baseline + static_cast<double>(i) * lines.leading}, colour);
        }
        return y + lines.height;
    };
    std::string author = context.story.author();
    if (!context.story.published().empty()) author += (author.empty() ? "" : ", ") + context.story.published();
    double y = set(context.story.title(), {.size = type.display, .weight = Weight::regular},
                   context.theme.colours.heading, at.y);
    y = set(context.story.subtitle(), {.size = type.heading, .italic = true}, context.theme.colours.quiet, y);
    y = set(author, {.size = type.heading, .italic = true}, context.theme.colours.quiet, y);
    return y - at.y;
}

Sheet::Sheet(const Context& context, const Typography& type, const Legend* legend, const Page& page,
             const SheetShape& shape)
    : context_(context), type_(type), legend_(legend), page_(page), shape_(shape) {}

double Sheet::content_width(const Page& picture) const {
    const double margins = 2 * context_.theme.spacing.margin;
    if (!page_.grows()) return page_.width - margins;
    if (context_.panel) return picture.width;
    if (!shape_.fits_title) return std::max(picture.width, least_width);
    const TextLine title = context_.measure.line(context_.story.title(), {.size = type_.display});
    return std::max(picture.width, std::clamp(title.width, least_width, most_title_width));
}

double Sheet::title_height(double width) const {
    Group scratch;
    return with_air(draw_title(scratch, type_, context_, {}, width), title_distance);
}

double Sheet::legend_height(double width) const {
    Group scratch;
    return legend_ == nullptr ? 0 : with_air(legend_->draw(scratch, {}, width), shape_.legend_distance);
}

Page Sheet::room() const {
    if (page_.grows()) return {};
    const double width = content_width({});
    const double height = page_.height - 2 * context_.theme.spacing.margin - title_height(width) - legend_height(width);
    return {std::max(width, 1.0), std::max(height, 1.0)};
}

bool Sheet::fits(const Page& picture) const {
    const Page most = room();
    return page_.grows() || (picture.width <= most.width + 0.5 && picture.height <= most.height + 0.5);
}

Page Sheet::size(const Page& picture) const {
    const double margins = 2 * context_.theme.spacing.margin;
    const double width = content_width(picture);
    const double height = title_height(width) + picture.height + legend_height(width);
    return {std::max(page_.grows() ? width : 0, picture.width) + margins, height + margins};
}

Point Sheet::place(const Page& picture) const {
    const double margin = context_.theme.spacing.margin;
    const double width = content_width(picture);
    const bool centred = shape_.centred && !page_.grows();
    return {margin + (centred ? std::max(width - picture.width, 0.0) / 2 : 0), margin + title_height(width)};
}

Scene Sheet::make(std::string_view view, const Page& picture, const std::function<void(Group&, Point)>& draw) const {
    const double margin = context_.theme.spacing.margin;
    const double width = content_width(picture);
    const double legend = legend_height(width);
    const Point at = place(picture);
    Scene scene;
    scene.width = page_.grows() ? width + 2 * margin : page_.width;
    scene.height = page_.grows() ? at.y + picture.height + legend + margin : page_.height;
    scene.paper = context_.theme.colours.paper;
    scene.title = context_.story.title();
    scene.author = context_.story.author();
    scene.language = context_.story.language();
    scene.root.subject = subjects::View{std::string(view)};
    scene.root.title = context_.story.title();
    draw_title(scene.root, type_, context_, {margin, margin}, width);
    draw(scene.root, at);
    if (legend_ != nullptr) {
        const double bottom = std::max(scene.height - margin, at.y + picture.height + legend);
        legend_->draw(scene.root, {margin, bottom - legend + shape_.legend_distance}, width);
    }
    scene.fonts = context_.measure.fonts();
    return scene;
}

Diagnostic titles_left_out(std::size_t left_out, std::size_t events) {
    return make_diagnostic(
        "labels-left-out", {},
        fmt::format("the page is too small for this story: the titles of {} of {} events were left out", left_out,
                    events),
        "take a larger --page, or --page auto");
}

Diagnostic page_too_small(std::string_view of_what) {
    return make_diagnostic("page-too-small", {},
                           fmt::format("the page is too small for {}: part of the picture is cut off", of_what),
                           "take a larger --page, or --page auto");
}

Diagnostic characters_left_out(std::size_t left_out) {
    const std::string who = left_out == 1
                                ? "the character who matters least was left out, with what nobody else takes part in"
                                : fmt::format(
                                      "the {} characters who matter least were left out, with what only they "
                                      "take part in",
                                      left_out);
    return make_diagnostic("lanes-left-out", {}, "the page is too small for this story: " + who,
                           "take a larger --page, or --page auto; ‘weight’ says who matters");
}

Diagnostic events_left_out(std::size_t left_out) {
    const std::string what = left_out == 1 ? "the event that matters least was left out"
                                           : fmt::format("the {} events that matter least were left out", left_out);
    return make_diagnostic("events-left-out", {}, "the page is too small for this story: " + what,
                           "take a larger --page, or --page auto; ‘weight’ says what matters");
}

Diagnostics warnings_of(const Omissions& omissions) {
    Diagnostics warnings;
    if (omissions.characters > 0) warnings.push_back(characters_left_out(omissions.characters));
    if (omissions.left_out_events > 0) warnings.push_back(events_left_out(omissions.left_out_events));
    if (omissions.titles > 0) warnings.push_back(titles_left_out(omissions.titles, omissions.events));
    if (!omissions.fits) warnings.push_back(page_too_small(omissions.picture));
    return warnings;
}

}  // namespace fabula::drawing
