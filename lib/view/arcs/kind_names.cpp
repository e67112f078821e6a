#include "view/arcs/kind_names.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "view/drawing/overlap.hpp"

namespace fabula::arc_diagram {
namespace {

constexpr double air = 2.2;

/// The share of the way at which an arc leaves the name at its highest place, counted from there.
double half_gap(const HalfEllipse& shape, double along, double across) {
    const double by_along = along / shape.radius();
    const double by_across = 1 - across / std::abs(shape.rise);
    // It leaves the box through whichever side comes first.
    const double angle = std::min(by_along < 1 ? std::asin(by_along) : std::numbers::pi / 2,
                                  by_across > 0 ? std::acos(std::min(by_across, 1.0)) : std::numbers::pi / 2);
    return angle / std::numbers::pi;
}

class Namer {
public:
    Namer(Plan& plan, const Graph& graph, const Page& room, const Context& context)
        : plan_(plan),
          graph_(graph),
          context_(context),
          room_(room.grows() ? Box{} : bounds(room)),
          fixed_(!room.grows()) {}

    void name(std::size_t tie) {
        const std::string& kind = graph_.kinds[graph_.ties[tie].kind].name;
        const HalfEllipse& shape = plan_.shapes[tie];
        if (kind.empty() || shape.radius() <= 0) return;
        const bool down = plan_.direction == Direction::down;
        TextLine text = context_.measure.line(kind, {.size = plan_.type.text, .italic = true});
        const Point centre{shape.centre(), shape.base + shape.rise};
        const double width = text.width / 2 + air;
        const double height = plan_.type.text * 0.6;
        const double along = down ? height : width;
        const double across = down ? width : height;
        constexpr double most_of_arc = 0.8;  // of its length, for its name
        if (along > most_of_arc * shape.radius() || (down && std::abs(shape.rise) < across + 4)) return;
        const Box box{centre.x - along, centre.y - across, centre.x + along, centre.y + across};
        if (!is_free(box, tie)) return;
        const double gap = half_gap(shape, along, across);
        taken_.push_back(box);
        plan_.kind_names.push_back({tie, std::move(text), centre, 0.5 - gap, 0.5 + gap});
    }

private:
    [[nodiscard]] Box bounds(const Page& page) const {
        const Box picture = extent(plan_);
        const bool down = plan_.direction == Direction::down;
        const double spare = std::max(0.0, (down ? page.width : page.height) - picture.height()) / 2;
        return {picture.left, picture.top - spare, picture.right, picture.bottom + spare};
    }

    [[nodiscard]] bool is_free(const Box& box, std::size_t tie) const {
        if (fixed_ && (box.top < room_.top || box.bottom > room_.bottom)) return false;
        if (std::ranges::any_of(taken_, [&](const Box& other) { return overlap(box, other); })) return false;
        for (std::size_t other = 0; other < plan_.shapes.size(); ++other) {
            if (other != tie && plan_.shapes[other].passes(box)) return false;
        }
        return true;
    }

    Plan& plan_;
    const Graph& graph_;
    const Context& context_;
    Box room_;
    bool fixed_;
    std::vector<Box> taken_;
};

}  // namespace

void name_kinds(Plan& plan, const Graph& graph, const Page& room, const Context& context) {
    constexpr std::size_t most_arcs = 400;
    if (graph.ties.size() > most_arcs) return;
    std::vector<std::size_t> longest(graph.ties.size());
    std::iota(longest.begin(), longest.end(), std::size_t{0});
    std::ranges::stable_sort(longest, std::greater{}, [&](std::size_t tie) { return plan.shapes[tie].radius(); });
    Namer namer(plan, graph, room, context);
    for (const std::size_t tie : longest)
        namer.name(tie);
}

}  // namespace fabula::arc_diagram
