#pragma once

#include <regex>
#include <set>
#include <string>

#include "fabula/paint.hpp"

namespace fabula {

/// The scene as SVG, or why there is none.
inline std::string svg_of(const Scene& scene, const SvgOptions& options = {}) {
    const PaintResult result = find_painter("svg")->paint(one_page(scene), {.svg = options});
    return result.ok() ? result.bytes : result.error;
}

/// All ids that elements have.
inline std::set<std::string> ids_in(const std::string& svg) {
    static const std::regex id(R"re( id="([^"]*)")re");
    std::set<std::string> ids;
    for (std::sregex_iterator at(svg.begin(), svg.end(), id), end; at != end; ++at)
        ids.insert((*at)[1]);
    return ids;
}

}  // namespace fabula
