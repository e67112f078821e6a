#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/paint.hpp"
#include "fabula/story.hpp"
#include "fabula/theme.hpp"
#include "fabula/view.hpp"

/// The whole way from the text of a story to a picture, in one call.
namespace fabula {

/// How a picture comes on paper.
enum class Pages {
    one,   ///< on one page
    tile,  ///< on as many sheets as it takes, to be cut and glued; the page is that of a sheet (none: A4)
    flow,  ///< divided at sections into pages that each read on their own (no page: A4-landscape)
};

struct RenderOptions {
    std::string view = "lifelines";
    std::string format = "svg";
    std::string theme = "default";  ///< a name or a path
    std::string page{};             ///< as parse_page; empty: the theme's, which may be as large as the story needs
    Pages pages = Pages::one;
    std::vector<Setting> settings{};  ///< "theme.KEY" for the theme, "VIEW.KEY" for the view, "svg.text", "png.dpi"
    PaintOptions paint{};
};

/// `bytes` is empty where `diagnostics` has errors; `sources` is what the diagnostics' spans point into.
struct RenderResult {
    std::string bytes;
    Diagnostics diagnostics;
    Sources sources;
};

/// Reads, solves, lays out and paints. Never throws for bad input. Thread-safe.
[[nodiscard]] RenderResult render(const ReadResult& story, const RenderOptions& options = {});

/// As render, but stops before painting.
struct DocumentResult {
    Document document;  ///< has no pages where `diagnostics` has errors
    Diagnostics diagnostics;
    Sources sources;
};
[[nodiscard]] DocumentResult make_document(const ReadResult& story, const RenderOptions& options = {});

/// As render, but stops at the picture, whatever pages it would come on.
struct SceneResult {
    Scene scene;
    std::string figures;
    Diagnostics diagnostics;
    Sources sources;
};
[[nodiscard]] SceneResult make_scene(const ReadResult& story, const RenderOptions& options = {});

}  // namespace fabula
