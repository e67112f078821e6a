#pragma once

#include "fabula/document.hpp"
#include "fabula/render.hpp"
#include "fabula/view.hpp"

#include "render/resolved_options.hpp"

namespace fabula {

/// A document, and what had to be said on the way to it.
struct PagedPicture {
    Document document;  ///< has no pages where `diagnostics` has errors
    Diagnostics diagnostics;
};

/// Draws a view on one page, on tiles or on pages that flow. `input` is complete but for its page, which follows from
/// `resolved`.
[[nodiscard]] PagedPicture draw_pages(const ResolvedOptions& resolved, ViewInput input, Pages pages);

}  // namespace fabula
