#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

namespace fabula {

/// What the ids of a page begin with, `page` counted from 0: what the options say, or else made of all that the
/// document shows, so that two pictures in one page of HTML never have one id. A document of several pages has their
/// number, too.
[[nodiscard]] std::string ids_of_page(const Document& document, std::size_t page, const SvgOptions& options);

/// Cairo numbers surfaces through the whole process: the SVG `svg` with its surfaces numbered from 1 on, and `ids`
/// before all its ids.
[[nodiscard]] std::string with_stable_ids(std::string_view svg, std::string_view ids);

}  // namespace fabula
