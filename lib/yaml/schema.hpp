#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// Tables of the keys that maps have. Those of stories and themes say what there is to write; reader, documentation and
/// JSON Schema follow from them.
namespace fabula::yaml {

/// What a key takes.
enum class Kind : std::uint8_t {
    text,            ///< a scalar, quoted or not
    number,          ///< a number without quotes
    whole_number,    ///< one without a fraction
    word,            ///< one of Field::words
    texts,           ///< a text or a list of texts
    texts_or_map,    ///< a text, a list of texts, or a map from ids to texts
    texts_or_lists,  ///< a text, a list of texts, or a map from ids to a text or a list of texts
    map,             ///< a map with the keys of Field::entries
    named,           ///< a map from names to values: each one a map with the keys of Field::entries, if it has them
    list             ///< a list: of maps with the keys of Field::entries, if it has them
};

struct Schema;

/// A row of a table: a key and what it takes.
struct Field {
    std::string_view key{};
    Kind kind = Kind::text;
    std::string_view meaning{};  ///< in one line, for the documentation
    bool required = false;
    double least = -std::numeric_limits<double>::infinity();  ///< of numbers
    double most = std::numeric_limits<double>::infinity();
    std::span<const std::string_view> words{};  ///< of Kind::word
    const Schema* entries = nullptr;
    std::string_view form{};  ///< what its texts are, where they are more than words: one of those that the table lists
    std::string_view names{};                  ///< what the names in its map are, likewise
    std::string_view example{};                ///< a text, number or one entry of a list that it takes
    std::span<const std::string_view> also{};  ///< what other tools call it: the key is not read, but hints know it
};

/// The table of the keys of one sort of map.
struct Schema {
    std::string_view subject;  ///< "an event": what such a map is, for messages
    std::span<const Field> fields;
    std::string_view meaning{};                  ///< in one line, for the documentation
    std::span<const std::string_view> one_of{};  ///< keys of which at least one has to be there
};

}  // namespace fabula::yaml
