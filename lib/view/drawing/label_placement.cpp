#include "view/drawing/label_placement.hpp"

#include <algorithm>

namespace fabula::drawing {
namespace {

/// Whether two boxes have more than an edge in common.
bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

void LabelPlacement::BoxesAlongX::add(const Box& box) {
    boxes_.insert(std::ranges::upper_bound(boxes_, box.left, {}, &Box::left), box);
    widest_ = std::max(widest_, box.width());
}

bool LabelPlacement::BoxesAlongX::meet(const Box& box) const {
    // What begins further to the left ends before the box begins.
    for (auto near = std::ranges::lower_bound(boxes_, box.left - widest_, {}, &Box::left);
         near != boxes_.end() && near->left < box.right; ++near) {
        if (overlap(*near, box)) return true;
    }
    return false;
}

void LabelPlacement::block_line(std::span<const Point> points, const Clearance& clearance) {
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point& a = points[i - 1];
        const Point& b = points[i];
        pieces_.add({a.x - clearance.beside, std::min(a.y, b.y) - clearance.over, b.x + clearance.beside,
                     std::max(a.y, b.y) + clearance.over});
    }
}

bool LabelPlacement::is_clear(const Box& box) const {
    return !pieces_.meet(box) && !boxes_.meet(box);
}

bool LabelPlacement::is_free(const Box& text) const {
    if (text.left < room_.left || text.right > room_.right || text.top < room_.top || text.bottom > room_.bottom)
        return false;
    const double around = spacing_.around;
    return is_clear({text.left - around, text.top - around, text.right + around, text.bottom + around});
}

std::optional<Box> LabelPlacement::place(std::span<const Box> candidates) {
    const auto free = std::ranges::find_if(candidates, [this](const Box& text) { return is_free(text); });
    if (free == candidates.end()) return std::nullopt;
    block({free->left - spacing_.between, free->top, free->right + spacing_.between, free->bottom});
    return *free;
}

}  // namespace fabula::drawing
