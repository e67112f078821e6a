#include "picture.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace fabula::testing {
namespace {

template <typename Visit>
void walk(const Group& group, const Visit& visit) {
    visit(group);
    for (const Node& node : group.children) {
        if (const auto* inner = std::get_if<Group>(&node)) walk(*inner, visit);
    }
}

/// Where ink surely is: the room for ascenders and descenders taken off.
Box core(const Text& text) {
    const double height = text.line.ascent + text.line.descent;
    return {text.at.x + 0.3, text.at.y - text.line.ascent + 0.25 * height, text.at.x + text.line.width - 0.3,
            text.at.y + text.line.descent - 0.25 * height};
}

bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// Clips a segment to a box by its parameter (Liang and Barsky 1984); says whether anything is left.
bool meets(Point from, Point to, const Box& box) {
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double delta, double distance) {
        if (delta == 0) return distance >= 0;
        const double t = distance / delta;
        if (delta < 0) enter = std::max(enter, t);
        if (delta > 0) leave = std::min(leave, t);
        return enter < leave;
    };
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    return clip(-dx, from.x - box.left) && clip(dx, box.right - from.x) && clip(-dy, from.y - box.top) &&
           clip(dy, box.bottom - from.y);
}

struct Segment {
    Point from;
    Point to;
};

std::vector<Segment> stroked_segments(const Path& path) {
    std::vector<Segment> segments;
    if (!path.stroke) return segments;
    Point at;
    for (const PathStep& step : path.steps) {
        if (step.kind == PathStep::Kind::close) continue;
        const Point to = step.kind == PathStep::Kind::cubic ? step.points[2] : step.points[0];
        if (step.kind != PathStep::Kind::move) segments.push_back({at, to});
        at = to;
    }
    return segments;
}

}  // namespace

std::vector<const Group*> groups(const Scene& scene, std::string_view word) {
    std::vector<const Group*> found;
    walk(scene.root, [&](const Group& group) {
        if ((" " + group.classes + " ").find(fmt::format(" {} ", word)) != std::string::npos) found.push_back(&group);
    });
    return found;
}

double smallest_type(const Scene& scene) {
    double smallest = 1e9;
    walk(scene.root, [&](const Group& group) {
        for (const Node& node : group.children) {
            const auto* text = std::get_if<Text>(&node);
            if (text == nullptr) continue;
            for (const GlyphRun& run : text->line.runs) smallest = std::min(smallest, static_cast<double>(run.size));
        }
    });
    return smallest;
}

std::vector<std::string> faults(const Scene& scene) {
    std::vector<const Text*> texts;
    std::vector<Segment> segments;
    walk(scene.root, [&](const Group& group) {
        for (const Node& node : group.children) {
            if (const auto* text = std::get_if<Text>(&node)) texts.push_back(text);
            if (const auto* path = std::get_if<Path>(&node)) {
                for (const Segment& segment : stroked_segments(*path)) segments.push_back(segment);
            }
        }
    });
    std::vector<std::string> found;
    const Box page{0, 0, scene.width, scene.height};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Box box = core(*texts[i]);
        const std::string& words = texts[i]->line.text;
        if (box.left < page.left || box.top < page.top || box.right > page.right || box.bottom > page.bottom) {
            found.push_back(fmt::format("'{}' leaves the page", words));
        }
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (overlap(box, core(*texts[j]))) found.push_back(fmt::format("'{}' covers '{}'", words, texts[j]->line.text));
        }
        for (const Segment& segment : segments) {
            if (meets(segment.from, segment.to, box)) found.push_back(fmt::format("a line runs through '{}'", words));
        }
    }
    return found;
}

}  // namespace fabula::testing
