#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "fabula/theme.hpp"

#include "yaml/schema.hpp"

/// The tables of a theme file's keys: the reader, the documentation and `--set theme.KEY=VALUE` follow from them.
namespace fabula::theme_schema {

using yaml::Field;
using yaml::Kind;
using yaml::Schema;

/// A key that sets one number of a block of the theme.
template <typename Block>
struct Size {
    std::string_view key;
    double Block::* member;
    double least;
    double most;
    std::string_view meaning;
};

inline constexpr std::array type_sizes{
    Size<Theme::Type>{"display", &Theme::Type::display, 1, 400, "size of the page's title, points"},
    Size<Theme::Type>{"heading", &Theme::Type::heading, 1, 400, "size of sections and names, points"},
    Size<Theme::Type>{"text", &Theme::Type::text, 1, 400, "size of everything else, points"},
    Size<Theme::Type>{"smallest", &Theme::Type::smallest, 1, 400, "nothing is ever set smaller, points"},
    Size<Theme::Type>{"leading", &Theme::Type::leading, 0.8, 3, "distance of baselines as a multiple of the size"},
    Size<Theme::Type>{"label-width", &Theme::Type::label_width, 20, 1000,
                      "the measure to which labels are broken, points"},
};

inline constexpr std::array stroke_sizes{
    Size<Theme::Strokes>{"life", &Theme::Strokes::life, 0.1, 40, "of lives and deaths, points"},
    Size<Theme::Strokes>{"milestone", &Theme::Strokes::milestone, 0.1, 40, "of milestones and turning points, points"},
    Size<Theme::Strokes>{"event", &Theme::Strokes::event, 0.1, 40, "of other events, points"},
    Size<Theme::Strokes>{"relationship", &Theme::Strokes::relationship, 0.1, 40, "of relationships, points"},
    Size<Theme::Strokes>{"structure", &Theme::Strokes::structure, 0.1, 40, "of axis and leaders, points"},
};

inline constexpr std::array spacing_sizes{
    Size<Theme::Spacing>{"margin", &Theme::Spacing::margin, 0, 1000, "of the page, points"},
    Size<Theme::Spacing>{"lane", &Theme::Spacing::lane, 1, 400, "least distance of neighbouring lanes, points"},
    Size<Theme::Spacing>{"label", &Theme::Spacing::label, 0, 100, "least distance of a label to anything else, points"},
};

/// A key that sets one colour.
struct Ink {
    std::string_view key;
    Colour Theme::Colours::* member;
    std::string_view meaning;
};

inline constexpr std::array inks{
    Ink{"paper", &Theme::Colours::paper, "what the page is printed on"},
    Ink{"ink", &Theme::Colours::ink, "text and deaths"},
    Ink{"heading", &Theme::Colours::heading, "the title and headings of sections; as the ink where nothing is said"},
    Ink{"quiet", &Theme::Colours::quiet, "notes, ages, figures of the axis"},
    Ink{"structure", &Theme::Colours::structure, "axis, leaders, ties of an event"},
    Ink{"band", &Theme::Colours::band, "behind every other section"},
    Ink{"life", &Theme::Colours::life, "lines of those who have no colour of their own"},
    Ink{"relationship", &Theme::Colours::relationship, "arcs of relationships"},
};

inline constexpr std::array mark_sizes{
    Size<Theme::Marks>{"event", &Theme::Marks::event, 0.5, 40, "radius of an event's mark, points"},
    Size<Theme::Marks>{"milestone", &Theme::Marks::milestone, 0.4, 4,
                       "radius of a numbered mark as a multiple of the text's size"},
};

/// A key that says which mark stands for a sort of event.
struct Mark {
    std::string_view key;
    MarkShape Theme::Marks::* member;
    std::string_view meaning;
};

inline constexpr std::array marks_of_events{
    Mark{"rumour", &Theme::Marks::rumour, "of what is only said"},
    Mark{"hope", &Theme::Marks::hope, "of what is hoped for"},
    Mark{"memory", &Theme::Marks::memory, "of what is remembered so"},
    Mark{"dream", &Theme::Marks::dream, "of what is dreamt"},
    Mark{"lie", &Theme::Marks::lie, "of what is told and is not true"},
    Mark{"flashback", &Theme::Marks::flashback, "of what is told as of an earlier time"},
    Mark{"vision", &Theme::Marks::vision, "of what is seen ahead"},
};

/// A key that sets the lengths of a pattern.
struct Dash {
    std::string_view key;
    std::vector<double> Theme::Dashes::* member;
};

inline constexpr std::array dash_patterns{
    Dash{"dashed", &Theme::Dashes::dashed},
    Dash{"dotted", &Theme::Dashes::dotted},
    Dash{"dash-dot", &Theme::Dashes::dash_dot},
    Dash{"long-dash", &Theme::Dashes::long_dash},
};
inline constexpr double longest_dash = 100;

/// A key that sets a length of paper, in any unit.
struct Length {
    std::string_view key;
    double Theme::Paper::* member;
    std::string_view meaning;
};

inline constexpr std::array paper_lengths{
    Length{"bleed", &Theme::Paper::bleed, "how far colour goes on beyond the cut"},
    Length{"safe", &Theme::Paper::safe, "nothing that matters stands nearer to the cut"},
    Length{"overlap", &Theme::Paper::overlap, "of the parts of a picture that is too large for one sheet"},
};

/// A key that sets a margin.
struct Margin {
    std::string_view key;
    std::optional<double> Theme::Paper::* member;
    std::string_view meaning;
};

inline constexpr std::array margins{
    Margin{"top", &Theme::Paper::top, "margin at the head; of those that are not said spacing.margin holds"},
    Margin{"bottom", &Theme::Paper::bottom, "margin at the foot"},
    Margin{"inner", &Theme::Paper::inner, "margin at the spine"},
    Margin{"outer", &Theme::Paper::outer, "margin at the fore-edge"},
};
inline constexpr double longest_length = 1000;  // points

/// The shares of inks that make a colour.
inline constexpr std::array ink_shares{
    Size<InkRecipe>{"cyan", &InkRecipe::cyan, 0, 100, "percent of full cover"},
    Size<InkRecipe>{"magenta", &InkRecipe::magenta, 0, 100, "percent of full cover"},
    Size<InkRecipe>{"yellow", &InkRecipe::yellow, 0, 100, "percent of full cover"},
    Size<InkRecipe>{"black", &InkRecipe::black, 0, 100, "percent of full cover"},
};
inline constexpr std::array spot_share{
    Size<InkRecipe>{"spot", &InkRecipe::spot, 0, 100, "of the spot ink, percent of full cover"},
};
/// All inks of a colour together: more does not dry on coated paper (ISO 12647-2 leaves it to the printing condition;
/// 300 percent is what printers of books ask for).
inline constexpr double most_ink = 300;

/// The names of LinePattern, in its order.
inline constexpr std::array<std::string_view, 8> pattern_names{"solid",     "dashed", "dotted", "dash-dot",
                                                               "long-dash", "twin",   "thick",  "wavy"};

/// The names of NamesAlong, in its order.
inline constexpr std::array<std::string_view, 2> names_along_names{"level", "slope"};

/// The names of Figures, of Emphasis, of MarkShape as far as a theme may choose them, of Orientation and of InkOutput,
/// in their order; and those of false and true.
inline constexpr std::array<std::string_view, 2> figures_names{"lining", "old-style"};
inline constexpr std::array<std::string_view, 2> emphasis_names{"bold", "small-capitals"};
inline constexpr std::array<std::string_view, 8> mark_names{"dot",  "ring",         "dotted-ring", "half-ring",
                                                            "bowl", "crossed-ring", "ringed-dot",  "diamond"};
inline constexpr std::array<std::string_view, 3> orientation_names{"as-is", "portrait", "landscape"};
inline constexpr std::array<std::string_view, 4> output_names{"rgb", "black", "cmyk", "spot"};
inline constexpr std::array<std::string_view, 2> no_and_yes{"no", "yes"};

/// A printer's mark by its name.
struct PrintersMark {
    std::string_view name;
    bool PrinterMarks::* member;
};
inline constexpr std::array printers_marks{
    PrintersMark{"crop", &PrinterMarks::crop},
    PrintersMark{"registration", &PrinterMarks::registration},
    PrintersMark{"colour-bar", &PrinterMarks::colour_bar},
};

/// What texts of a theme file are, where they are more than words.
namespace form {
inline constexpr std::string_view colour = "colour";
inline constexpr std::string_view length = "length of paper";
inline constexpr std::string_view size = "size of paper";
inline constexpr std::string_view feature = "feature of type";
inline constexpr std::string_view printers_mark = "printer's mark";
inline constexpr std::string_view number = "number";
inline constexpr std::string_view settings = "settings of a view";
inline constexpr std::string_view view = "name of a view";
}  // namespace form

/// A whole theme file.
extern const Schema theme;
/// One entry of `relationships:` or `states:`.
extern const Schema kind;

/// The blocks of a theme file.
extern const Schema type;
extern const Schema colours;
extern const Schema strokes;
extern const Schema spacing;
extern const Schema marks;
extern const Schema dashes;
extern const Schema page;
extern const Schema inks_of_print;
extern const Schema spot_ink;
extern const Schema recipe;

}  // namespace fabula::theme_schema
