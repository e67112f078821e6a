#pragma once

#include "fabula/document.hpp"

namespace fabula {

/// How most of the text of a page is set: said once, for all that says nothing else.
struct SvgBase {
    FontIndex font = 0;
    float size = 0;
    Colour colour;
};

[[nodiscard]] SvgBase base_of(const Document& document, const PrintedPage& page);

}  // namespace fabula
