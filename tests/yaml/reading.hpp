#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/document.hpp"

namespace fabula::yaml {

/// A text as read, with what was found wrong.
struct Reading {
    Sources sources;
    Document document;
    Diagnostics diagnostics;

    [[nodiscard]] const Node& root() const { return *document.root; }
    /// What stands at a span in the text.
    [[nodiscard]] std::string_view at(const Span& span) const {
        return sources.text(span.source).substr(span.offset, span.length);
    }
    /// "line:column code" of each finding.
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> result;
        for (const Diagnostic& diagnostic : diagnostics) {
            result.push_back(std::to_string(diagnostic.span.line) + ":" + std::to_string(diagnostic.span.column) + " " +
                             diagnostic.code);
        }
        return result;
    }
};

inline Reading read_text(std::string_view text, const Limits& limits = {}) {
    Reading reading;
    const std::uint32_t source = reading.sources.add("test.yaml", std::string(text));
    Findings findings;
    reading.document = read(reading.sources, source, limits, findings);
    reading.diagnostics = std::move(findings).take();
    return reading;
}

/// The value of `key` in a map that has it.
inline const Node& value(const Node& map, std::string_view key) {
    for (const Entry& entry : map.entries) {
        if (entry.key->text == key) return *entry.value;
    }
    throw std::out_of_range(std::string(key));
}

inline const Node& item(const Node& list, std::size_t index) {
    return *list.entries.at(index).value;
}

}  // namespace fabula::yaml
