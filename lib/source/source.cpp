#include "fabula/source.hpp"

#include <algorithm>
#include <iterator>

#include "source/characters.hpp"

namespace fabula {

/// A text with what it takes to find a line, and a column in even the longest line, without walking through it.
struct Sources::Text {
    /// Characters are counted once for each stretch of so many bytes.
    static constexpr std::size_t stretch = 64;
    /// Stands before the first line and is no part of it.
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

    std::string name;
    std::string text;
    std::vector<std::uint32_t> line_starts;
    std::vector<std::uint32_t> characters_before;  ///< each stretch

    Text(std::string name_of_text, std::string content) : name(std::move(name_of_text)), text(std::move(content)) {
        line_starts.push_back(text.starts_with(byte_order_mark) ? 3 : 0);
        characters_before.reserve(text.size() / stretch + 1);
        std::uint32_t characters = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at % stretch == 0) characters_before.push_back(characters);
            if (starts_character(text[at])) ++characters;
            if (text[at] == '\n') line_starts.push_back(static_cast<std::uint32_t>(at + 1));
        }
        if (text.size() % stretch == 0) characters_before.push_back(characters);
    }

    [[nodiscard]] std::size_t characters_until(std::size_t offset) const {
        const std::size_t from = offset / stretch;
        const auto rest = std::string_view(text).substr(from * stretch, offset - from * stretch);
        return characters_before[from] + count_characters(rest);
    }
};

std::uint32_t Sources::add(std::string name, std::string text) {
    texts_.push_back(std::make_shared<const Text>(std::move(name), std::move(text)));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::string_view Sources::name(std::uint32_t source) const {
    return texts_.at(source)->name;
}

std::string_view Sources::text(std::uint32_t source) const {
    return texts_.at(source)->text;
}

std::string_view Sources::line(std::uint32_t source, std::uint32_t line) const {
    const Text& text = *texts_.at(source);
    if (line == 0 || line > text.line_starts.size()) return {};
    const std::size_t start = text.line_starts[line - 1];
    const std::size_t end = line < text.line_starts.size() ? text.line_starts[line] - 1 : text.text.size();
    std::string_view content = std::string_view(text.text).substr(start, end - start);
    if (content.ends_with('\r')) content.remove_suffix(1);
    return content;
}

Span Sources::span(std::uint32_t source, std::size_t offset, std::size_t length) const {
    const Text& text = *texts_.at(source);
    offset = std::clamp<std::size_t>(offset, text.line_starts.front(), text.text.size());
    length = std::min(length, text.text.size() - offset);
    const auto next = std::upper_bound(text.line_starts.begin(), text.line_starts.end(), offset);
    const std::size_t column = text.characters_until(offset) - text.characters_until(*std::prev(next)) + 1;
    return {.source = source,
            .line = static_cast<std::uint32_t>(next - text.line_starts.begin()),
            .column = static_cast<std::uint32_t>(column),
            .offset = static_cast<std::uint32_t>(offset),
            .length = static_cast<std::uint32_t>(length)};
}

}  // namespace fabula
