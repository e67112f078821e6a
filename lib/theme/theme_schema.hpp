#pragma once

#include <array>
#include <string_view>

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
    Ink{"quiet", &Theme::Colours::quiet, "notes, ages, figures of the axis"},
    Ink{"structure", &Theme::Colours::structure, "axis, leaders, ties of an event"},
    Ink{"band", &Theme::Colours::band, "behind every other section"},
    Ink{"life", &Theme::Colours::life, "lines of those who have no colour of their own"},
    Ink{"relationship", &Theme::Colours::relationship, "arcs of relationships"},
};

/// The names of LinePattern, in its order.
inline constexpr std::array<std::string_view, 8> pattern_names{"solid",     "dashed", "dotted", "dash-dot",
                                                               "long-dash", "twin",   "thick",  "wavy"};

/// The names of NamesAlong, in its order.
inline constexpr std::array<std::string_view, 2> names_along_names{"level", "slope"};

/// A whole theme file.
extern const Schema theme;
/// One entry of `relationships:` or `states:`.
extern const Schema kind;

/// The blocks of a theme file.
extern const Schema type;
extern const Schema colours;
extern const Schema strokes;
extern const Schema spacing;

}  // namespace fabula::theme_schema
