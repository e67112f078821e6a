#include "story/phrase_text.hpp"

#include <algorithm>

namespace fabula {

PhraseText::PhraseText(const Sources& sources, const yaml::Node& node) : sources_(sources), node_(node) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::string_view text = node.text;
    std::size_t at = text.find_first_not_of(spaces);
    while (at != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
        words_.push_back({text.substr(at, end - at), at});
        at = text.find_first_not_of(spaces, end);
    }
}

Span PhraseText::span(std::size_t offset, std::size_t length) const {
    const std::string_view written = sources_.text(node_.span.source).substr(node_.span.offset, node_.span.length);
    const std::size_t quote = node_.quoted ? 1 : 0;
    const bool as_it_reads =
        written.size() == node_.text.size() + 2 * quote && written.substr(quote, node_.text.size()) == node_.text;
    if (!as_it_reads) return node_.span;
    return sources_.span(node_.span.source, node_.span.offset + quote + offset, length);
}

}  // namespace fabula
