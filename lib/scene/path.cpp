// Building paths: the steps, and the shapes that every view needs.
#include <algorithm>

#include "fabula/scene.hpp"

namespace fabula {

namespace {

/// How far the control points of a cubic stand from its ends, as a share of the radius, so that it passes for a quarter
/// of a circle (error under 0.03 % of the radius).
constexpr double quarter_circle = 0.5522847498307936;

/// Pictures have tens of thousands of these shapes: no room for steps that never come.
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

}  // namespace fabula
