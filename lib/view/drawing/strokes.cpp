#include "view/drawing/strokes.hpp"

#include <cmath>

namespace fabula::drawing {

namespace {

/// The dash lengths of a pattern for a line of this width; empty for the solid ones.
std::vector<double> dashes(LinePattern pattern, double width) {
    const double w = std::max(width, 0.5);
    switch (pattern) {
        case LinePattern::dashed:
            return {4 * w, 2.2 * w};
        case LinePattern::dotted:
            return {0.001, 2.4 * w};
        case LinePattern::dash_dot:
            return {5 * w, 2.2 * w, 0.001, 2.2 * w};
        case LinePattern::long_dash:
            return {9 * w, 2.5 * w};
        case LinePattern::solid:
        case LinePattern::twin:
        case LinePattern::thick:
        case LinePattern::wavy:
            return {};
    }
    return {};
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

void draw_pattern(Group& group, const Frame& frame, const PatternLine& line) {
    if (line.until - line.from < 0.05) return;
    const LineCap cap =
        line.pattern == LinePattern::dotted || line.pattern == LinePattern::dash_dot ? LineCap::round : LineCap::butt;
    Stroke stroke{line.colour, line.width, dashes(line.pattern, line.width), cap, LineJoin::round};
    switch (line.pattern) {
        case LinePattern::twin: {
            stroke.width = line.width * 0.42;
            const double offset = line.width * 0.62;
            draw_stroke(group, frame, {line.from, line.across - offset}, {line.until, line.across - offset}, stroke);
            draw_stroke(group, frame, {line.from, line.across + offset}, {line.until, line.across + offset}, stroke);
            return;
        }
        case LinePattern::wavy: {
            stroke.width = line.width * 0.7;
            Path path = wave(frame, line);
            path.stroke = stroke;
            group.children.emplace_back(std::move(path));
            return;
        }
        case LinePattern::dotted:
            stroke.width = line.width * 1.25;
            break;
        case LinePattern::thick:
            stroke.width = line.width * 1.7;
            break;
        case LinePattern::dash_dot:
            stroke.width = line.width * 0.8;
            break;
        default:
            break;
    }
    draw_stroke(group, frame, {line.from, line.across}, {line.until, line.across}, stroke);
}

void draw_text(Group& group, TextLine text, Point at, Colour colour) {
    group.children.emplace_back(Text{std::move(text), at, colour});
}

void draw_centred(Group& group, TextLine text, Point centre, Colour colour) {
    constexpr double middle_of_letters = 0.36;  // of the ascent: where x-height letters and figures look centred
    const Point at{centre.x - text.width / 2, centre.y + text.ascent * middle_of_letters};
    draw_text(group, std::move(text), at, colour);
}

void draw_block(Group& group, const Block& block, Point at) {
    for (const Block::Line& line : block.lines) {
        const double indent = block.right_to_left ? block.width - line.text.width : 0;
        draw_text(group, line.text, {at.x + indent, at.y + line.baseline}, line.colour);
    }
}

Group& add_group(Group& parent, std::string id, std::string classes, std::string title, std::string description) {
    parent.children.emplace_back(
        Group{std::move(id), std::move(classes), std::move(title), std::move(description), {}, {}});
    return std::get<Group>(parent.children.back());
}

}  // namespace fabula::drawing
