// Scenes as values: paths and the shapes that every view needs, the box that ink touches, groups and their words, and
// the simplest document.

#include "fabula/scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "fabula/document.hpp"

namespace fabula {
namespace {

/// The distance of a cubic's control points from its ends, as a share of the radius, that makes it a quarter of a
/// circle (error under 0.03 % of the radius).
constexpr double quarter_circle = 0.5522847498307936;

/// Pictures have tens of thousands of these shapes: no room is reserved for steps that never come.
Path with_room_for(std::size_t steps) {
    Path path;
    path.steps.reserve(steps);
    return path;
}

}  // namespace

Path& Path::move_to(Point to) {
    steps.push_back({PathStep::Kind::move, {to, {}, {}}});
    return *this;
}

Path& Path::line_to(Point to) {
    steps.push_back({PathStep::Kind::line, {to, {}, {}}});
    return *this;
}

Path& Path::cubic_to(Point control_1, Point control_2, Point to) {
    steps.push_back({PathStep::Kind::cubic, {control_1, control_2, to}});
    return *this;
}

Path& Path::close() {
    steps.push_back({PathStep::Kind::close, {}});
    return *this;
}

Path line(Point from, Point to) {
    Path path = with_room_for(2);
    path.move_to(from).line_to(to);
    return path;
}

Path rectangle(const Box& box, double corner_radius) {
    const auto [left, top, right, bottom] = box;
    const double radius = std::clamp(corner_radius, 0.0, std::max(0.0, std::min(box.width(), box.height()) / 2));
    if (radius == 0) {
        Path path = with_room_for(5);
        path.move_to({left, top}).line_to({right, top}).line_to({right, bottom}).line_to({left, bottom}).close();
        return path;
    }
    const double inset = radius * (1 - quarter_circle);
    Path path = with_room_for(10);
    path.move_to({left + radius, top}).line_to({right - radius, top});
    path.cubic_to({right - inset, top}, {right, top + inset}, {right, top + radius}).line_to({right, bottom - radius});
    path.cubic_to({right, bottom - inset}, {right - inset, bottom}, {right - radius, bottom});
    path.line_to({left + radius, bottom});
    path.cubic_to({left + inset, bottom}, {left, bottom - inset}, {left, bottom - radius})
        .line_to({left, top + radius});
    path.cubic_to({left, top + inset}, {left + inset, top}, {left + radius, top}).close();
    return path;
}

Path circle(Point centre, double radius) {
    const auto [x, y] = centre;
    const double control = radius * quarter_circle;
    Path path = with_room_for(6);
    path.move_to({x + radius, y});
    path.cubic_to({x + radius, y + control}, {x + control, y + radius}, {x, y + radius});
    path.cubic_to({x - control, y + radius}, {x - radius, y + control}, {x - radius, y});
    path.cubic_to({x - radius, y - control}, {x - control, y - radius}, {x, y - radius});
    path.cubic_to({x + control, y - radius}, {x + radius, y - control}, {x + radius, y}).close();
    return path;
}

namespace {

constexpr Box empty_box{0, 0, -1, -1};

bool is_empty(const Box& box) {
    return box.right < box.left || box.bottom < box.top;
}

void include(Box& box, const Box& other) {
    if (is_empty(other)) return;
    if (is_empty(box)) {
        box = other;
        return;
    }
    box = {std::min(box.left, other.left), std::min(box.top, other.top), std::max(box.right, other.right),
           std::max(box.bottom, other.bottom)};
}

void include(Box& box, Point point) {
    include(box, Box{point.x, point.y, point.x, point.y});
}

/// The place at `t` of a cubic in one coordinate.
double cubic_at(const std::array<double, 4>& p, double t) {
    const double u = 1 - t;
    return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

/// The parameters in (0, 1) at which a cubic turns in one coordinate: the roots of its derivative
/// a t^2 + b t + c. NaN stands for "none".
std::array<double, 2> turning_points(const std::array<double, 4>& p) {
    const double a = -p[0] + 3 * p[1] - 3 * p[2] + p[3];
    const double b = 2 * (p[0] - 2 * p[1] + p[2]);
    const double c = p[1] - p[0];
    if (std::abs(a) < 1e-12) return {b == 0 ? std::nan("") : -c / b, std::nan("")};
    const double root = std::sqrt(b * b - 4 * a * c);  // NaN where the curve does not turn
    return {(-b + root) / (2 * a), (-b - root) / (2 * a)};
}

void include_cubic(Box& box, Point from, const Point (&to)[3]) {
    include(box, to[2]);
    const std::array<double, 4> xs{from.x, to[0].x, to[1].x, to[2].x};
    const std::array<double, 4> ys{from.y, to[0].y, to[1].y, to[2].y};
    for (const std::array<double, 4>& coordinate : {xs, ys}) {
        for (const double t : turning_points(coordinate)) {
            if (t > 0 && t < 1) include(box, Point{cubic_at(xs, t), cubic_at(ys, t)});
        }
    }
}

Box outline_box(const std::vector<PathStep>& steps) {
    Box box = empty_box;
    Point current;
    Point start;
    for (const PathStep& step : steps) {
        switch (step.kind) {
            case PathStep::Kind::move:
                start = current = step.points[0];
                include(box, current);
                break;
            case PathStep::Kind::line:
                current = step.points[0];
                include(box, current);
                break;
            case PathStep::Kind::cubic:
                include_cubic(box, current, step.points);
                current = step.points[2];
                break;
            case PathStep::Kind::close:
                current = start;
                break;
        }
    }
    return box;
}

/// How far a stroke reaches from its outline at most. Along the axes the mitre of a right angle reaches half the width,
/// like a round join. That of a sharper angle reaches up to `miter_limit` times as far, but views draw none with
/// mitres.
double reach(const Stroke& stroke) {
    const double half = stroke.width / 2;
    return stroke.cap == LineCap::square ? half * std::sqrt(2.0) : half;
}

Box ink_of(const Path& path) {
    Box box = outline_box(path.steps);
    if (path.stroke && !is_empty(box)) {
        const double extra = reach(*path.stroke);
        box = {box.left - extra, box.top - extra, box.right + extra, box.bottom + extra};
    }
    return path.stroke || path.fill ? box : empty_box;
}

Box ink_of(const Text& text) {
    const TextLine& line = text.line;
    if (text.turn == 0) return {text.at.x, text.at.y - line.ascent, text.at.x + line.width, text.at.y + line.descent};
    const double cosine = std::cos(text.turn);
    const double sine = std::sin(text.turn);
    Box box = empty_box;
    for (const double along : {0.0, line.width}) {
        for (const double down : {-line.ascent, line.descent})
            include(box, Point{text.at.x + along * cosine - down * sine, text.at.y + along * sine + down * cosine});
    }
    return box;
}

Box ink_of(const Group& group) {
    Box box = empty_box;
    for (const Node& node : group.children)
        include(box, ink_box(node));
    return box;
}

}  // namespace

Box ink_box(const Node& node) {
    return std::visit([](const auto& part) { return ink_of(part); }, node);
}

// Not defaulted in its class, because a Group holds Nodes and a Node holds a Group.
bool operator==(const Group& left, const Group& right) {
    return left.subject == right.subject && left.panel == right.panel && left.is_addressed == right.is_addressed &&
           left.title == right.title && left.description == right.description && left.link == right.link &&
           left.reference == right.reference && left.mark == right.mark && left.children == right.children;
}

namespace {

void collect(const Group& group, std::vector<std::string>& found) {
    for (const Node& node : group.children) {
        if (const Group* child = std::get_if<Group>(&node)) {
            collect(*child, found);
        } else if (const Text* text = std::get_if<Text>(&node)) {
            found.push_back(text->line.text);
        }
    }
}

}  // namespace

std::vector<std::string> texts(const Scene& scene) {
    std::vector<std::string> found;
    collect(scene.root, found);
    return found;
}

Document one_page(Scene scene) {
    PrintedPage page;
    page.width = scene.width;
    page.height = scene.height;
    page.trim = {0, 0, scene.width, scene.height};
    page.bleed = page.trim;
    page.pictures.push_back({});
    Document document;
    document.fonts = scene.fonts;
    document.scenes.push_back(std::move(scene));
    document.pages.push_back(std::move(page));
    return document;
}

}  // namespace fabula
