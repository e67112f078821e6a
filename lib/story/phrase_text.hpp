#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fabula/source.hpp"

#include "yaml/document.hpp"

namespace fabula {

/// A word of a phrase, and how many bytes of the phrase come before it.
struct PhraseWord {
    std::string_view text;
    std::size_t offset = 0;
};

/// The text of a phrase cut into words, each with its place in the file. The node outlives it.
class PhraseText {
public:
    PhraseText(const Sources& sources, const yaml::Node& node);

    [[nodiscard]] const std::vector<PhraseWord>& words() const noexcept { return words_; }

    /// The whole phrase.
    [[nodiscard]] const Span& span() const noexcept { return node_.span; }

    /// A stretch of the phrase: exact where the file has it as it reads, else (escapes, folded lines) the whole phrase.
    [[nodiscard]] Span span(std::size_t offset, std::size_t length) const;
    [[nodiscard]] Span span(const PhraseWord& word) const { return span(word.offset, word.text.size()); }

    /// Just behind a word.
    [[nodiscard]] Span behind(const PhraseWord& word) const { return span(word.offset + word.text.size(), 0); }

private:
    const Sources& sources_;
    const yaml::Node& node_;
    std::vector<PhraseWord> words_;
};

}  // namespace fabula
