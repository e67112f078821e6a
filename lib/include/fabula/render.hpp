#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/paint.hpp"
#include "fabula/story.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

/// The whole way from a story to a picture, in one call.
namespace fabula {

/// How a picture comes on paper.
enum class Pages {
    one,   ///< on one page
    tile,  ///< on as many sheets as it takes, to be cut and glued; the page is that of a sheet (none: A4)
    flow,  ///< divided at sections into pages that each read on their own (no page: A4-landscape)
};

struct RenderOptions {
    std::string view = "lifelines";
    std::string format{};           ///< "svg", "html", "pdf", "png"; empty: that of `output`, or else SVG
    std::string output{};           ///< the file that the bytes are for: its ending names the format. It is not written
    std::string theme = "default";  ///< a name or a path
    std::string page{};             ///< as parse_page; empty: the theme's, which may be as large as the story needs
    Pages pages = Pages::one;
    std::vector<Setting> settings{};  ///< "theme.KEY" for the theme, "VIEW.KEY" for the view, "svg.text", "png.dpi"
    PaintOptions paint{};
    bool strict = false;  ///< draw nothing where the story has errors
};

/// `bytes` is empty where nothing can be drawn: the options have errors, the view cannot show this story, or no event
/// of it could be read. Other errors of a story stay in `diagnostics`; what they are about is left out or set aside,
/// and what was set aside (Timetable::set_aside) is marked in the picture. `sources` is what the diagnostics' spans
/// point into.
struct RenderResult {
    std::string bytes;
    Diagnostics diagnostics;
    Sources sources;
    std::vector<SetAside> set_aside{};  ///< what the picture is drawn without, because it contradicts firmer statements
};

/// Solves, lays out and paints. Never throws for bad input. Thread-safe.
[[nodiscard]] RenderResult render(const Story& story, const RenderOptions& options = {});

/// As above, with what was found in reading before all else.
[[nodiscard]] RenderResult render(const ReadResult& story, const RenderOptions& options = {});

/// As above, with times that solve_times(story) gave before: of several pictures of one story only the first has to be
/// solved.
[[nodiscard]] RenderResult render(const Story& story, const TimeResult& times, const RenderOptions& options = {});

/// As render, but stops before painting.
struct DocumentResult {
    Document document;  ///< has no pages where nothing can be drawn: see RenderResult
    Diagnostics diagnostics;
    Sources sources;
    std::vector<SetAside> set_aside{};
};
[[nodiscard]] DocumentResult make_document(const Story& story, const RenderOptions& options = {});
[[nodiscard]] DocumentResult make_document(const ReadResult& story, const RenderOptions& options = {});
[[nodiscard]] DocumentResult make_document(const Story& story, const TimeResult& times,
                                           const RenderOptions& options = {});

/// As render, but stops at the picture, whatever pages it would come on.
struct SceneResult {
    Scene scene;
    std::string figures;
    Diagnostics diagnostics;
    Sources sources;
};
[[nodiscard]] SceneResult make_scene(const Story& story, const RenderOptions& options = {});
[[nodiscard]] SceneResult make_scene(const ReadResult& story, const RenderOptions& options = {});

}  // namespace fabula
