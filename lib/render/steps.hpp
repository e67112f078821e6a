#pragma once

#include <optional>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"
#include "fabula/render.hpp"
#include "fabula/theme.hpp"
#include "fabula/view.hpp"

/// The steps of rendering: from the names in RenderOptions to what they name (resolved_options.cpp), and from a view to
/// pages (paging.cpp).
namespace fabula {

/// RenderOptions with every name replaced by what it names.
struct ResolvedOptions {
    const View* view = nullptr;  ///< not null where there are no errors
    Theme theme;
    std::optional<Theme> twin;      ///< the theme's, for dark grounds
    Page page;                      ///< the paper
    Page picture_page;              ///< the theme's: what a picture is drawn for whose paper are tiles
    std::vector<Setting> settings;  ///< of the view, each key once
};

/// Looks up what `options` names. All faults of the options are added to `diagnostics`, each with the text of its
/// option as a source ("--page"). Where a key is set twice, the later value holds.
[[nodiscard]] ResolvedOptions resolve_options(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics);

/// The format that `options` name, or that the ending of the file says; the name of the file where it has no ending.
[[nodiscard]] std::string format_of(const RenderOptions& options);

struct Painting {
    const Painter* painter = nullptr;  ///< not null where there are no errors
    PaintOptions options;
};

/// As resolve_options, for the format.
[[nodiscard]] Painting choose_painting(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics);

/// A document, and what was found on the way to it.
struct PagedPicture {
    Document document;  ///< has no pages where `diagnostics` has errors
    Diagnostics diagnostics;
};

/// Draws a view on one page, on tiles or on pages that flow. `input` is complete except for its page, which follows
/// from `resolved`.
[[nodiscard]] PagedPicture draw_pages(const ResolvedOptions& resolved, ViewInput input, Pages pages);

}  // namespace fabula
