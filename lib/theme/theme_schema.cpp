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
        fields[next++] = {.key = ink.key, .kind = Kind::text, .meaning = ink.meaning};
    fields[next] = {.key = "lives", .kind = Kind::texts, .meaning = "a colour each for those who take part most"};
    return fields;
}();

constexpr std::array<Field, 0> nothing_else{};
constexpr std::array other_type_fields{
    Field{.key = "family", .kind = Kind::texts, .meaning = "families of type in order of preference"},
    Field{.key = "names-along",
          .kind = Kind::word,
          .meaning = "how names stand within long storylines: where these run level, or also on their slope",
          .words = names_along_names},
};

constexpr auto type_fields = with_sizes(type_sizes, other_type_fields);
constexpr auto stroke_fields = with_sizes(stroke_sizes, nothing_else);
constexpr auto spacing_fields = with_sizes(spacing_sizes, nothing_else);

constexpr std::array kind_fields{
    Field{.key = "pattern", .kind = Kind::word, .meaning = "how its line is drawn", .words = pattern_names},
    Field{.key = "width", .kind = Kind::number, .meaning = "of its line, points", .least = 0.1, .most = 40},
};

}  // namespace

const Schema type{"the type of a theme", type_fields};
const Schema colours{"the colours of a theme", colour_fields};
const Schema strokes{"the strokes of a theme", stroke_fields};
const Schema spacing{"the spacing of a theme", spacing_fields};
const Schema kind{"how a kind is drawn", kind_fields};

namespace {

constexpr std::array theme_fields{
    Field{.key = "name", .meaning = "what the theme is called"},
    Field{.key = "description", .meaning = "what it is good for, in one line"},
    Field{.key = "extends", .meaning = "the theme that holds where this one says nothing: a name or a path"},
    Field{.key = "fonts", .kind = Kind::texts, .meaning = "folders of font files, as seen from the theme's own"},
    Field{.key = "type", .kind = Kind::map, .meaning = "family and sizes", .entries = &type},
    Field{.key = "colours", .kind = Kind::map, .meaning = "inks and paper", .entries = &colours},
    Field{.key = "strokes", .kind = Kind::map, .meaning = "widths of lines", .entries = &strokes},
    Field{.key = "spacing", .kind = Kind::map, .meaning = "distances", .entries = &spacing},
    Field{.key = "relationships", .kind = Kind::named, .meaning = "how each kind is drawn", .entries = &kind},
    Field{.key = "states", .kind = Kind::named, .meaning = "how each state of a life is drawn", .entries = &kind},
};

}  // namespace

const Schema theme{"a theme", theme_fields};

}  // namespace fabula::theme_schema
