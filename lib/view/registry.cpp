// The table of views: a new view is a new file or folder here, and a row.
#include <algorithm>

#include "fabula/view.hpp"

#include "view/arcs/arcs.hpp"
#include "view/curve/curve.hpp"
#include "view/grid/grid.hpp"
#include "view/lifelines/lifelines.hpp"
#include "view/page/page.hpp"
#include "view/plot/plot.hpp"
#include "view/storyline/storyline.hpp"

namespace fabula {

const std::vector<View>& views() {
    static const std::vector<View> table{lifelines_view(), storyline_view(), arcs_view(), curve_view(),
                                         plot_view(),      grid_view(),      page_view()};
    return table;
}

const View* find_view(std::string_view name) {
    const auto found = std::ranges::find(views(), name, &View::name);
    return found == views().end() ? nullptr : &*found;
}

}  // namespace fabula
