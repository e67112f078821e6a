#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/source.hpp"

#include "story/phrase.hpp"
#include "yaml/document.hpp"

/// The words of phrases, one by one, compared and taken apart.
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

    /// A stretch of the phrase: exact where the phrase reads as it is written, else (escapes, folded lines) the whole
    /// phrase.
    [[nodiscard]] Span span(std::size_t offset, std::size_t length) const;
    [[nodiscard]] Span span(const PhraseWord& word) const { return span(word.offset, word.text.size()); }

    /// The place just after a word.
    [[nodiscard]] Span after(const PhraseWord& word) const { return span(word.offset + word.text.size(), 0); }

private:
    const Sources& sources_;
    const yaml::Node& node_;
    std::vector<PhraseWord> words_;
};

/// Goes through the words of a phrase one by one, and reports what cannot be understood, at its place.
class PhraseCursor {
public:
    /// `node` and `context` outlive the cursor.
    PhraseCursor(const yaml::Node& node, const PhraseContext& context)
        : text_(context.sources, node), context_(context) {}

    [[nodiscard]] const PhraseText& text() const noexcept { return text_; }
    [[nodiscard]] const PhraseContext& context() const noexcept { return context_; }
    [[nodiscard]] std::size_t size() const noexcept { return text_.words().size(); }

    /// Whether a word is left.
    [[nodiscard]] bool more() const noexcept { return next_ < size(); }

    /// The next word, or that so many words after it; empty after the last.
    [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
        return next_ + ahead < size() ? text_.words()[next_ + ahead].text : std::string_view();
    }

    /// Its place; after the last word where none is left. Precondition: the phrase has words.
    [[nodiscard]] Span here() const {
        return more() ? text_.span(text_.words()[next_]) : text_.after(text_.words().back());
    }

    /// The place of the words from `first`, counted from the beginning, to the one before the next.
    [[nodiscard]] Span since(std::size_t first) const {
        const PhraseWord& last = text_.words()[next_ - 1];
        const std::size_t from = text_.words()[first].offset;
        return text_.span(from, last.offset + last.text.size() - from);
    }

    [[nodiscard]] std::size_t position() const noexcept { return next_; }

    /// The next word, which is passed. Precondition: more().
    const PhraseWord& pass() { return text_.words()[next_++]; }

    /// Passes `count` words. Precondition: they are there.
    void pass_words(std::size_t count) { next_ += count; }

    /// The place of `count` words from the one `ahead` on. Precondition: they are there.
    [[nodiscard]] Span ahead(std::size_t ahead, std::size_t count) const {
        const PhraseWord& first = text_.words()[next_ + ahead];
        const PhraseWord& last = text_.words()[next_ + ahead + count - 1];
        return text_.span(first.offset, last.offset + last.text.size() - first.offset);
    }

    /// Passes the next word if it is `expected`.
    bool take(std::string_view expected) {
        if (word() != expected) return false;
        ++next_;
        return true;
    }

    /// Reports a fault.
    std::nullopt_t fail(const Span& span, std::string message, std::string_view help,
                        std::string_view code = "bad-phrase") const;

    /// Whether no word is left; reports the one that is.
    [[nodiscard]] bool is_at_end() const;

private:
    PhraseText text_;
    const PhraseContext& context_;
    std::size_t next_ = 0;
};

/// How many of the words from the one `ahead` on are `name`, which may be several; 0 where they are not.
[[nodiscard]] std::size_t words_of(std::string_view name, const PhraseCursor& words, std::size_t ahead);

/// Whether the two are the same word, without regard to case (of ASCII).
[[nodiscard]] bool same_word(std::string_view first, std::string_view second);

/// Whether the word is one of these.
[[nodiscard]] bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

/// The word without a comma at its end.
[[nodiscard]] std::string_view without_comma(std::string_view word);

/// "1850" and "1860" of "1850–1860": what comes before and after the only dash or hyphen in a word; nothing where there
/// is none, more than one, or nothing on one side of it.
[[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> split_at_dash(std::string_view word);

/// Whether the word is a dash between two others: "1850 – 1860".
[[nodiscard]] bool is_dash(std::string_view word);

[[nodiscard]] constexpr bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// The word as a whole number of at most nine digits, and nothing else.
[[nodiscard]] std::optional<int> whole_number(std::string_view word);

/// "19th", "nineteenth", "twenty-first": from 1 to 99; nothing where it is not such a word.
[[nodiscard]] std::optional<int> ordinal_of(std::string_view word);

}  // namespace fabula
