// How kinds are drawn: Theme::relationship_style, Theme::state_style.
#include <algorithm>
#include <array>

#include "fabula/theme.hpp"

namespace fabula {
namespace {

constexpr std::array patterns{LinePattern::solid,     LinePattern::dashed, LinePattern::dotted, LinePattern::dash_dot,
                              LinePattern::long_dash, LinePattern::twin,   LinePattern::thick,  LinePattern::wavy};

KindStyle style_of(const std::vector<KindStyle>& named, std::string_view kind, std::size_t position) {
    if (const auto found = std::ranges::find(named, kind, &KindStyle::name); found != named.end()) return *found;
    std::vector<LinePattern> left;
    for (const LinePattern pattern : patterns) {
        if (std::ranges::find(named, pattern, &KindStyle::pattern) == named.end()) left.push_back(pattern);
    }
    if (left.empty()) left.assign(patterns.begin(), patterns.end());
    return {.name = std::string(kind), .pattern = left[position % left.size()], .width = 0};
}

}  // namespace

KindStyle Theme::relationship_style(std::string_view kind, std::size_t position) const {
    return style_of(relationships, kind, position);
}

KindStyle Theme::state_style(std::string_view state, std::size_t position) const {
    return style_of(states, state, position);
}

}  // namespace fabula
