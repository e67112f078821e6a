#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/source.hpp"

#include "source/findings.hpp"

/// A YAML text as a tree in which every value knows its exact place, read within limits.
namespace fabula::yaml {

struct Node;

/// One `key: value` of a map, or one value of a sequence, whose `key` is null. Owned by the Document.
struct Entry {
    const Node* key = nullptr;
    const Node* value = nullptr;
};

/// A value as it was written: scalars stay text, whatever they look like.
struct Node {
    /// `null` is a missing value, `~` or `null`; `Null` and `NULL` are names.
    enum class Kind : std::uint8_t { null, scalar, sequence, map };

    Kind kind = Kind::null;
    bool quoted = false;  ///< a scalar in quotation marks or a block scalar
    /// From the first to the last character of the value, without anchor. A block scalar's is its `|` or `>`, an
    /// alias's the alias, that of a missing value the place where it could stand (length 0).
    Span span{};
    std::string text{};            ///< of a scalar, with quotes, escapes and folded lines resolved
    std::vector<Entry> entries{};  ///< of a sequence or map; a map's keys are scalars and differ
};

/// A tree of nodes and what owns it. Aliases are followed already: no node is inside itself, and walking through all of
/// them takes no more steps than the limits allow.
struct Document {
    std::deque<Node> nodes;
    const Node* root = nullptr;  ///< never null where there are no errors; of kind null where the file is empty
};

/// Going past one is an error that names it.
struct Limits {
    std::size_t bytes = 64U << 20U;
    std::size_t depth = 64;
    std::size_t nodes = 4'000'000;
    std::size_t aliased_nodes = 100'000;  ///< nodes reached by following aliases, counted each time
};

/// Reads the text numbered `source`. Faults go to `findings`; where the text is not YAML the root is null.
/// Never throws for bad input. Linear in the size of the text.
[[nodiscard]] Document read(const Sources& sources, std::uint32_t source, const Limits& limits, Findings& findings);

}  // namespace fabula::yaml
