#pragma once

#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace fabula::storyline {

/// Nodes that hang together, each part known by its first node: a union-find.
class Parts {
public:
    explicit Parts(std::size_t nodes) : before_(nodes) { std::iota(before_.begin(), before_.end(), std::size_t{0}); }

    std::size_t first(std::size_t node) {
        for (; before_[node] != node; node = before_[node])
            before_[node] = before_[before_[node]];
        return node;
    }

    void join(std::size_t a, std::size_t b) {
        a = first(a);
        b = first(b);
        if (a < b) std::swap(a, b);
        before_[a] = b;
    }

private:
    std::vector<std::size_t> before_;
};

}  // namespace fabula::storyline
