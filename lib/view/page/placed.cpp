// One function: placed.
#include "view/page/placed.hpp"

#include <cstddef>
#include <utility>

namespace fabula::pages {
namespace {

void move(Point& point, Point by) {
    point.x += by.x;
    point.y += by.y;
}

void move(Path& path, Point by) {
    for (PathStep& step : path.steps) {
        const std::size_t used = step.kind == PathStep::Kind::close ? 0 : step.kind == PathStep::Kind::cubic ? 3 : 1;
        for (std::size_t i = 0; i < used; ++i)
            move(step.points[i], by);
    }
}

void place(Group& group, Point by, std::size_t panel) {
    group.panel = panel;
    for (Node& node : group.children) {
        if (auto* inner = std::get_if<Group>(&node)) place(*inner, by, panel);
        if (auto* text = std::get_if<Text>(&node)) move(text->at, by);
        if (auto* path = std::get_if<Path>(&node)) move(*path, by);
    }
}

}  // namespace

Group placed(Group group, Point by, std::size_t panel) {
    place(group, by, panel);
    return group;
}

}  // namespace fabula::pages
