#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/document.hpp"
#include "fabula/scene.hpp"

/// What a picture looks like: type, colours, strokes, marks, spacing, page. One YAML file under themes/.
namespace fabula {

/// A size of paper in points; zero means "as large as the story needs".
struct Page {
    double width = 0;
    double height = 0;

    [[nodiscard]] bool grows() const noexcept { return width <= 0 || height <= 0; }

    friend bool operator==(const Page&, const Page&) = default;
};

/// Named sizes ("A4", "A3-landscape", "letter", "us-trade") and custom ones ("210x297mm", "5.5x8.5in", "600x400pt",
/// "auto"). Nothing where `text` is none of them.
[[nodiscard]] std::optional<Page> parse_page(std::string_view text);
[[nodiscard]] const std::vector<std::string>& page_names();

enum class LinePattern { solid, dashed, dotted, dash_dot, long_dash, twin, thick, wavy };

/// How names stand within long lines: only where these run level, or also where they rise and fall, on their slope.
enum class NamesAlong { level, slope };

/// Figures in running text; those of axes and numbered marks are lining and of one width in any case.
enum class Figures { lining, old_style };

/// What makes names and headings stand out from text of their size.
enum class Emphasis { bold, small_capitals };

/// How an event is marked on the lanes of those who take part.
enum class MarkShape { dot, ring, dotted_ring, half_ring, bowl, crossed_ring, ringed_dot, diamond, milestone, death };

/// Which way up a page is printed, whichever side its size names first.
enum class Orientation { as_is, portrait, landscape };

/// `page` turned so; one that grows stays as it is.
[[nodiscard]] Page turned(const Page& page, Orientation orientation);

/// Marks outside the page that is cut.
struct PrinterMarks {
    bool crop = false;
    bool registration = false;
    bool colour_bar = false;

    [[nodiscard]] bool any() const noexcept { return crop || registration || colour_bar; }

    friend bool operator==(const PrinterMarks&, const PrinterMarks&) = default;
};

/// A theme's own default for a setting of a view.
struct ViewDefault {
    std::string key;  ///< with the view's name: "lifelines.direction"
    std::string value;

    friend bool operator==(const ViewDefault&, const ViewDefault&) = default;
};

/// How a kind of relationship or a state of a life is drawn. `name` is the kind in the story file.
struct KindStyle {
    std::string name;
    LinePattern pattern = LinePattern::solid;
    double width = 0;                ///< points; 0: the theme's stroke for it
    std::optional<Colour> colour{};  ///< none: the theme's for relationships, or that of the life

    friend bool operator==(const KindStyle&, const KindStyle&) = default;
};

struct Theme {
    std::string name = "default";
    std::string description;
    std::string
        twin;  ///< the theme whose colours stand for this one's on a dark ground: a name or an absolute path; or empty

    struct Type {
        std::vector<std::string> family{"Lato"};  ///< in order of preference
        double display = 20;                      ///< title of the page
        double heading = 10;                      ///< sections, names
        double text = 7.5;                        ///< everything else
        double smallest = 6;                      ///< nothing is ever set smaller
        double leading = 1.2;                     ///< baseline distance as a multiple of the size
        double label_width = 92;                  ///< the measure to which labels are broken, points
        NamesAlong names_along = NamesAlong::level;
        Figures figures = Figures::lining;
        Emphasis emphasis = Emphasis::bold;
        std::vector<std::string> features{};  ///< OpenType features of all text: "liga=0", "ss01"
        bool system_fonts = false;            ///< families that no folder has are looked for on this machine
        friend bool operator==(const Type&, const Type&) = default;
    } type;

    struct Colours {
        Colour paper{255, 255, 255, 255};
        Colour ink{24, 24, 27, 255};           ///< text, deaths
        Colour heading{24, 24, 27, 255};       ///< the title, headings of sections
        Colour quiet{92, 92, 99, 255};         ///< notes, ages, axis figures
        Colour structure{176, 176, 182, 255};  ///< axis, leaders, ties of an event
        Colour band{246, 245, 241, 255};       ///< every other section
        Colour life{110, 110, 118, 255};       ///< lines of those who have no colour of their own
        Colour relationship{120, 110, 96, 255};
        std::vector<Colour> lives;  ///< one each for those who take part most
        friend bool operator==(const Colours&, const Colours&) = default;
    } colours;

    struct Strokes {
        double life = 2.2;
        double milestone = 1.2;
        double event = 0.8;
        double relationship = 0.9;
        double structure = 0.5;
        friend bool operator==(const Strokes&, const Strokes&) = default;
    } strokes;

    struct Spacing {
        double margin = 36;  ///< of the page
        double lane = 16;    ///< least distance of neighbouring lanes
        double label = 3;    ///< least distance of a label to anything else
        friend bool operator==(const Spacing&, const Spacing&) = default;
    } spacing;

    struct Marks {
        double event = 2.7;       ///< radius of an event's plain mark, points
        double milestone = 0.74;  ///< radius of a numbered mark as a multiple of the text's size
        MarkShape rumour = MarkShape::dotted_ring;
        MarkShape hope = MarkShape::ring;
        MarkShape memory = MarkShape::half_ring;
        MarkShape dream = MarkShape::bowl;
        MarkShape lie = MarkShape::crossed_ring;
        MarkShape flashback = MarkShape::ringed_dot;
        MarkShape vision = MarkShape::diamond;
        friend bool operator==(const Marks&, const Marks&) = default;
    } marks;

    /// Lengths on, off, on, off ... as multiples of the line's width.
    struct Dashes {
        std::vector<double> dashed{4, 2.2};
        std::vector<double> dotted{0, 2.4};
        std::vector<double> dash_dot{5, 2.2, 0, 2.2};
        std::vector<double> long_dash{9, 2.5};
        friend bool operator==(const Dashes&, const Dashes&) = default;
    } dashes;

    /// The paper, and what a printer needs beyond it. Lengths in points.
    struct Paper {
        std::string size;  ///< as parse_page; empty: as large as the story needs
        Orientation orientation = Orientation::as_is;
        std::optional<double> top;  ///< margins; none: spacing.margin
        std::optional<double> bottom;
        std::optional<double> inner;  ///< at the spine: left on odd pages, right on even ones
        std::optional<double> outer;
        double bleed = 0;     ///< how far colour goes on beyond the cut
        double safe = 0;      ///< nothing that matters stands nearer to the cut
        double overlap = 28;  ///< of neighbouring tiles
        PrinterMarks marks{};
        friend bool operator==(const Paper&, const Paper&) = default;
    } page;

    Inks inks;
    std::vector<ViewDefault> views;

    std::vector<KindStyle> relationships;  ///< kinds not named here take the patterns in turn
    std::vector<KindStyle> states;

    std::vector<std::string> font_folders;  ///< absolute; where font files are looked for, the theme's own first

    /// The style for `kind`: the one named so, or the `position`-th of those left over, in turn.
    [[nodiscard]] KindStyle relationship_style(std::string_view kind, std::size_t position) const;
    [[nodiscard]] KindStyle state_style(std::string_view state, std::size_t position) const;

    friend bool operator==(const Theme&, const Theme&) = default;
};

struct ThemeResult {
    Theme theme;
    Diagnostics diagnostics;
    Sources sources;            ///< of the theme files read, for the diagnostics
    std::vector<Span> views{};  ///< where each of Theme::views is said; views check them, which themes do not know
};

/// The folders in which themes and fonts are found: $FABULA_DATA, then beside the running program or library as
/// installed, then the build tree. See docs of `fabula themes`.
[[nodiscard]] std::vector<std::string> data_folders();

/// Reads the theme called `name_or_path`: a name of theme_names(), or a path to a YAML file (has a '/' or ends in
/// ".yaml").
[[nodiscard]] ThemeResult read_theme(const std::string& name_or_path);

/// Reads a theme from YAML text; `name` stands for the file in diagnostics.
[[nodiscard]] ThemeResult read_theme_text(std::string_view yaml, std::string name = "<theme>");

/// The themes found in data_folders(), sorted by name.
[[nodiscard]] std::vector<std::string> theme_names();

/// Sets one key as `--set theme.KEY=VALUE` does ("type.text", "9"). Diagnostics as for a theme file.
[[nodiscard]] Diagnostics set_theme_key(Theme& theme, std::string_view key, std::string_view value);

}  // namespace fabula
