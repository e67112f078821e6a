#include "theme/theme_schema.hpp"

#include <cstddef>

namespace fabula::theme_schema {
namespace {

template <typename Block, std::size_t sizes, std::size_t others>
constexpr std::array<Field, sizes + others> with_sizes(const std::array<Size<Block>, sizes>& table,
                                                       const std::array<Field, others>& rest) {
    std::array<Field, sizes + others> fields{};
    std::size_t next = 0;
    for (const Size<Block>& size : table) {
        fields[next++] = {
            .key = size.key, .kind = Kind::number, .meaning = size.meaning, .least = size.least, .most = size.most};
    }
    for (const Field& field : rest)
        fields[next++] = field;
    return fields;
}

constexpr std::array<Field, inks.size() + 1> colour_fields = [] {
    std::array<Field, inks.size() + 1> fields{};
    std::size_t next = 0;
    for (const Ink& ink : inks)
        fields[next++] = {.key = ink.key, .kind = Kind::text, .meaning = ink.meaning, .form = form::colour};
    fields[next] = {.key = "lives",
                    .kind = Kind::texts,
                    .meaning = "a colour each for those who take part most",
                    .form = form::colour};
    return fields;
}();

constexpr std::array<Field, 0> nothing_else{};
constexpr std::array other_type_fields{
    Field{.key = "family", .kind = Kind::texts, .meaning = "families of type in order of preference"},
    Field{.key = "names-along",
          .kind = Kind::word,
          .meaning = "how names stand within long storylines: where these run level, or also on their slope",
          .words = names_along_names},
    Field{.key = "figures",
          .kind = Kind::word,
          .meaning = "figures in running text; those of axes and numbered marks are lining in any case",
          .words = figures_names},
    Field{.key = "emphasis",
          .kind = Kind::word,
          .meaning = "what makes names and headings stand out from text of their size",
          .words = emphasis_names},
    Field{.key = "features",
          .kind = Kind::texts,
          .meaning = "OpenType features of all text",
          .form = form::feature,
          .example = "ss01"},
    Field{.key = "system-fonts",
          .kind = Kind::word,
          .meaning = "whether families that no folder has are looked for on this machine",
          .words = no_and_yes},
};

constexpr auto type_fields = with_sizes(type_sizes, other_type_fields);
constexpr auto stroke_fields = with_sizes(stroke_sizes, nothing_else);
constexpr auto spacing_fields = with_sizes(spacing_sizes, nothing_else);

constexpr auto mark_fields = [] {
    std::array<Field, marks_of_events.size()> fields{};
    std::size_t next = 0;
    for (const Mark& mark : marks_of_events)
        fields[next++] = {.key = mark.key, .kind = Kind::word, .meaning = mark.meaning, .words = mark_names};
    return with_sizes(mark_sizes, fields);
}();

constexpr auto dash_fields = [] {
    std::array<Field, dash_patterns.size()> fields{};
    std::size_t next = 0;
    for (const Dash& dash : dash_patterns) {
        fields[next++] = {.key = dash.key,
                          .kind = Kind::list,
                          .meaning = "lengths on, off, on, off ... as multiples of the line's width",
                          .form = form::number};
    }
    return fields;
}();

constexpr Field length_field(std::string_view key, std::string_view meaning) {
    return {.key = key, .kind = Kind::text, .meaning = meaning, .form = form::length, .example = "3mm"};
}

constexpr auto page_fields = [] {
    constexpr std::array others{
        Field{.key = "size",
              .kind = Kind::text,
              .meaning = "of the paper, by name or by its sides",
              .form = form::size,
              .example = "170x240mm"},
        Field{.key = "orientation",
              .kind = Kind::word,
              .meaning = "which way up, whichever side its size names first",
              .words = orientation_names},
        Field{.key = "marks",
              .kind = Kind::texts,
              .meaning = "the printer's marks outside of the cut: crop, registration, colour-bar",
              .form = form::printers_mark},
    };
    std::array<Field, others.size() + margins.size() + paper_lengths.size()> fields{};
    std::size_t next = 0;
    for (const Field& field : others)
        fields[next++] = field;
    for (const Margin& margin : margins)
        fields[next++] = length_field(margin.key, margin.meaning);
    for (const Length& length : paper_lengths)
        fields[next++] = length_field(length.key, length.meaning);
    return fields;
}();

constexpr std::array other_spot_fields{
    Field{.key = "name", .meaning = "the spot ink as the printer knows it", .example = "PANTONE 1807 C"},
    Field{.key = "colour", .meaning = "what it looks like on paper", .form = form::colour},
};
constexpr auto spot_fields = with_sizes(ink_shares, other_spot_fields);
constexpr auto recipe_fields = with_sizes(ink_shares, with_sizes(spot_share, nothing_else));

constexpr std::array kind_fields{
    Field{.key = "pattern", .kind = Kind::word, .meaning = "how its line is drawn", .words = pattern_names},
    Field{.key = "width", .kind = Kind::number, .meaning = "of its line, points", .least = 0.1, .most = 40},
    Field{.key = "colour",
          .meaning = "of its line; where nothing is said that of relationships, or of the life",
          .form = form::colour},
};

}  // namespace

const Schema type{"the type of a theme", type_fields, "families, sizes and figures"};
const Schema colours{"the colours of a theme", colour_fields, "each as \"#rrggbb\""};
const Schema strokes{"the strokes of a theme", stroke_fields, "widths of lines"};
const Schema spacing{"the spacing of a theme", spacing_fields, "distances"};
const Schema marks{"the marks of a theme", mark_fields, "marks of events"};
const Schema dashes{"the dashes of a theme", dash_fields, "lengths of broken lines"};
const Schema page{"the page of a theme", page_fields, "the paper, and what a printer needs beyond it"};
const Schema spot_ink{"a spot ink", spot_fields, "its name, and what stands for it where it has no plate"};
const Schema recipe{"the recipe of a colour", recipe_fields, "how a colour of the screen is made of printing inks"};
const Schema kind{"how a kind is drawn", kind_fields, "the line of a kind of relationship, or of a state"};

namespace {

constexpr std::array ink_fields{
    Field{.key = "output",
          .kind = Kind::word,
          .meaning = "what colours are written as, in formats that know inks",
          .words = output_names},
    Field{.key = "spot", .kind = Kind::map, .meaning = "the spot ink, if there is one", .entries = &spot_ink},
    Field{.key = "profile", .meaning = "the ICC profile of the printing condition, as seen from the theme's folder"},
    Field{.key = "recipes",
          .kind = Kind::named,
          .meaning = "how each colour is made of printing inks",
          .entries = &recipe,
          .names = form::colour},
};

}  // namespace

const Schema inks_of_print{"the inks of a theme", ink_fields, "printing inks"};

namespace {

constexpr std::array theme_fields{
    Field{.key = "name", .meaning = "what the theme is called"},
    Field{.key = "description", .meaning = "what it is good for, in one line"},
    Field{.key = "extends", .meaning = "the theme that holds where this one says nothing: a name or a path"},
    Field{.key = "twin",
          .meaning =
              "the theme whose colours stand for this one's where a page on a screen turns dark: a name or a path; "
              "a theme that extends this one does not have it"},
    Field{.key = "fonts", .kind = Kind::texts, .meaning = "folders of font files, as seen from the theme's own"},
    Field{.key = "type", .kind = Kind::map, .meaning = "family and sizes", .entries = &type},
    Field{.key = "colours", .kind = Kind::map, .meaning = "inks and paper", .entries = &colours},
    Field{.key = "strokes", .kind = Kind::map, .meaning = "widths of lines", .entries = &strokes},
    Field{.key = "spacing", .kind = Kind::map, .meaning = "distances", .entries = &spacing},
    Field{.key = "marks", .kind = Kind::map, .meaning = "marks of events", .entries = &marks},
    Field{.key = "dashes", .kind = Kind::map, .meaning = "lengths of broken lines", .entries = &dashes},
    Field{.key = "page", .kind = Kind::map, .meaning = "paper, and what a printer needs", .entries = &page},
    Field{.key = "inks", .kind = Kind::map, .meaning = "printing inks", .entries = &inks_of_print},
    Field{.key = "views",
          .kind = Kind::named,
          .meaning = "the theme's own defaults for settings of views",
          .form = form::settings,
          .names = form::view},
    Field{.key = "relationships", .kind = Kind::named, .meaning = "how each kind is drawn", .entries = &kind},
    Field{.key = "states", .kind = Kind::named, .meaning = "how each state of a life is drawn", .entries = &kind},
};

}  // namespace

const Schema theme{"a theme", theme_fields, "what a picture looks like"};

}  // namespace fabula::theme_schema
