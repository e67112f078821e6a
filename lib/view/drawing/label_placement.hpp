#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "fabula/scene.hpp"

namespace fabula::drawing {

/// How far texts keep away from a line, points.
struct Clearance {
    double beside = 0;
    double over = 0;  ///< above and below
};

/// How far texts keep away from what else stands there, points.
struct TextSpacing {
    double around = 0;   ///< on all sides, from anything
    double between = 0;  ///< beside, from other texts
};

/// Places texts beside marks where nothing else stands: point-feature label placement. A text has several candidate
/// positions around its mark, in order of preference, and takes the first that is free. Texts are placed one after the
/// other and never moved again, so the most important has to come first. This is the greedy method in Christensen,
/// Marks and Shieber, An Empirical Study of Algorithms for Point-Feature Label Placement (ACM Transactions on Graphics
/// 14, 1995), which also explains candidate positions and their order.
class LabelPlacement {
public:
    /// For texts within `room`.
    LabelPlacement(const Box& room, const TextSpacing& spacing) : room_(room), spacing_(spacing) {}

    /// Keeps a box free of texts.
    void block(const Box& box) { boxes_.add(box); }

    /// Keeps a line free of texts: straight pieces between points that run from left to right.
    void block_line(std::span<const Point> points, const Clearance& clearance);

    /// Whether a box meets nothing that is blocked and no text placed so far. Cost: O(log n) and what stands near it.
    [[nodiscard]] bool is_clear(const Box& box) const;

    /// Places a text in the first of these boxes that is free; nothing where none is.
    std::optional<Box> place(std::span<const Box> candidates);

private:
    /// Boxes found by where they stand along x.
    class BoxesAlongX {
    public:
        void add(const Box& box);
        [[nodiscard]] bool meet(const Box& box) const;

    private:
        std::vector<Box> boxes_;  ///< by their left edges
        double widest_ = 0;
    };

    [[nodiscard]] bool is_free(const Box& text) const;

    Box room_;
    TextSpacing spacing_;
    BoxesAlongX pieces_;  ///< of lines: many, and much narrower than the others
    BoxesAlongX boxes_;
};

}  // namespace fabula::drawing
