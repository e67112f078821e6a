#pragma once

#include <optional>
#include <vector>

#include "fabula/paint.hpp"
#include "fabula/render.hpp"
#include "fabula/theme.hpp"
#include "fabula/view.hpp"

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

/// Looks up what `options` names. What is wrong with it is added to `diagnostics`, each with the option's own text as a
/// source ("--page"): all faults in one run. Where a key is set twice the later one holds.
[[nodiscard]] ResolvedOptions resolve_options(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics);

/// The format that `options` name, in so many words or by the ending of a file; the file's name where that has none.
[[nodiscard]] std::string format_of(const RenderOptions& options);

struct Painting {
    const Painter* painter = nullptr;  ///< not null where there are no errors
    PaintOptions options;
};

/// As resolve_options, for the format.
[[nodiscard]] Painting choose_painting(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics);

}  // namespace fabula
