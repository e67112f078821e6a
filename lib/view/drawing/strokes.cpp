#include "view/drawing/strokes.hpp"

#include <cmath>

namespace fabula::drawing {

namespace {

/// The dash lengths of a pattern for a line of this width; empty for the solid ones. Dots are round ends of strokes
/// that have a length all but none, for strokes without one are not drawn everywhere.
std::vector<double> dashes(LinePattern pattern, double width, const Theme::Dashes& theme) {
    std::vector<double> lengths;
    if (pattern == LinePattern::dashed) lengths = theme.dashed;
    if (pattern == LinePattern::dotted) lengths = theme.dotted;
    if (pattern == LinePattern::dash_dot) lengths = theme.dash_dot;
    if (pattern == LinePattern::long_dash) lengths = theme.long_dash;
    for (double& length : lengths)
        length = std::max(length * std::max(width, 0.5), 0.001);
    return lengths;
}

/// Whole waves that fill the stretch exactly, one cubic each.
Path wave(const Frame& frame, const PatternLine& line) {
    const double height = line.width * 3.4;
    const double aim = std::max(line.width * 10, 7.0);
    const auto waves = static_cast<std::size_t>(std::max(1.0, std::round((line.until - line.from) / aim)));
    const double step = (line.until - line.from) / static_cast<double>(waves);
    Path path;
    path.steps.reserve(waves + 1);
    path.move_to(frame.at(line.from, line.across));
    for (std::size_t i = 0; i < waves; ++i) {
        const double start = line.from + step * static_cast<double>(i);
        path.cubic_to(frame.at(start + step * 0.4, line.across - height),
                      frame.at(start + step * 0.6, line.across + height), frame.at(start + step, line.across));
    }
    return path;
}

}  // namespace

void add_path(Group& group, Path path) {
    Path* const last = group.children.empty() ? nullptr : std::get_if<Path>(&group.children.back());
    if (last != nullptr && last->fill == path.fill && last->stroke == path.stroke) {
        last->steps.insert(last->steps.end(), path.steps.begin(), path.steps.end());
    } else {
        group.children.emplace_back(std::move(path));
    }
}

void draw_stroke(Group& group, const Frame& frame, Point from, Point to, const Stroke& stroke) {
    Path path = line(frame.at(from.x, from.y), frame.at(to.x, to.y));
    path.stroke = stroke;
    group.children.emplace_back(std::move(path));
}

namespace {

/// The stroke of a pattern, as far as one stroke can show it.
Stroke stroke_of(LinePattern pattern, double width, Colour colour, const Theme& theme) {
    const LineCap cap =
        pattern == LinePattern::dotted || pattern == LinePattern::dash_dot ? LineCap::round : LineCap::butt;
    Stroke stroke{colour, width, dashes(pattern, width, theme.dashes), cap, LineJoin::round};
    switch (pattern) {
        case LinePattern::dotted:
            stroke.width = width * 1.25;
            break;
        case LinePattern::thick:
            stroke.width = width * 1.7;
            break;
        case LinePattern::dash_dot:
            stroke.width = width * 0.8;
            break;
        case LinePattern::wavy:
            stroke.width = width * 0.7;
            break;
        default:
            break;
    }
    return stroke;
}

constexpr double twin_width = 0.42;   // of one of the two, by the width of the line
constexpr double twin_offset = 0.62;  // of their middles from that of the line

}  // namespace

void draw_pattern(Group& group, const Frame& frame, const PatternLine& line, const Theme& theme) {
    if (line.until - line.from < 0.05) return;
    Stroke stroke = stroke_of(line.pattern, line.width, line.colour, theme);
    if (line.pattern == LinePattern::twin) {
        stroke.width = line.width * twin_width;
        const double offset = line.width * twin_offset;
        draw_stroke(group, frame, {line.from, line.across - offset}, {line.until, line.across - offset}, stroke);
        draw_stroke(group, frame, {line.from, line.across + offset}, {line.until, line.across + offset}, stroke);
    } else if (line.pattern == LinePattern::wavy) {
        Path path = wave(frame, line);
        path.stroke = stroke;
        group.children.emplace_back(std::move(path));
    } else {
        draw_stroke(group, frame, {line.from, line.across}, {line.until, line.across}, stroke);
    }
}

void draw_curve(Group& group, Path path, const CurveStyle& style, const Theme& theme) {
    path.stroke = stroke_of(style.pattern, style.width, style.colour, theme);
    if (style.pattern == LinePattern::wavy) {
        const double gap = 2 * style.width;
        path.stroke->dash = {4 * style.width, gap, 0.001, gap, 0.001, gap};
        path.stroke->cap = LineCap::round;
    }
    if (style.pattern != LinePattern::twin) {
        group.children.emplace_back(std::move(path));
        return;
    }
    path.stroke->width = style.width * (2 * twin_offset + twin_width);
    group.children.emplace_back(path);
    path.stroke->colour = theme.colours.paper;
    path.stroke->width = style.width * (2 * twin_offset - twin_width);
    group.children.emplace_back(std::move(path));
}

void draw_text(Group& group, TextLine text, Point at, Colour colour) {
    group.children.emplace_back(Text{std::move(text), at, colour});
}

void draw_centred(Group& group, TextLine text, Point centre, Colour colour, double turn) {
    constexpr double middle_of_letters = 0.36;  // of the ascent: where x-height letters and figures look centred
    const double back = text.width / 2;
    const double down = text.ascent * middle_of_letters;
    const Point at{centre.x - back * std::cos(turn) - down * std::sin(turn),
                   centre.y - back * std::sin(turn) + down * std::cos(turn)};
    group.children.emplace_back(Text{std::move(text), at, colour, turn});
}

void draw_block(Group& group, const Block& block, Point at) {
    for (const Block::Line& line : block.lines) {
        const double indent = block.right_to_left ? block.width - line.text.width : 0;
        draw_text(group, line.text, {at.x + indent, at.y + line.baseline}, line.colour);
    }
}

Group& add_group(Group& parent, Subject subject, std::string title, std::string description) {
    Group& group = std::get<Group>(parent.children.emplace_back(Group()));
    group.subject = std::move(subject);
    group.title = std::move(title);
    group.description = std::move(description);
    return group;
}

Group& add_part(Group& parent, subjects::Part part, std::string title) {
    Group& group = add_group(parent, part, std::move(title));
    group.is_addressed = false;
    return group;
}

}  // namespace fabula::drawing
