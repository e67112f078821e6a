// One pass: divide.
#include "view/page/cells.hpp"

#include <algorithm>

namespace fabula::pages {

std::vector<Cell> divide(const PagePanel& panel, const Box& box, double gutter) {
    if (panel.inner.empty()) return {{&panel, box}};
    const bool rows = panel.arrangement == PagePanel::Arrangement::rows;
    double shares = 0;
    for (const PagePanel& inner : panel.inner)
        shares += inner.share;
    const double all = rows ? box.height() : box.width();
    const double room = std::max(all - gutter * static_cast<double>(panel.inner.size() - 1), 0.0);
    double start = rows ? box.top : box.left;
    std::vector<Cell> cells;
    for (const PagePanel& inner : panel.inner) {
        const double end = start + room * inner.share / shares;
        const Box part = rows ? Box{box.left, start, box.right, end} : Box{start, box.top, end, box.bottom};
        const std::vector<Cell> within = divide(inner, part, gutter);
        cells.insert(cells.end(), within.begin(), within.end());
        start = end + gutter;
    }
    return cells;
}

}  // namespace fabula::pages
