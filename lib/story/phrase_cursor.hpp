#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "story/phrase.hpp"
#include "story/phrase_text.hpp"

namespace fabula {

/// Goes through the words of a phrase one by one, and reports what cannot be understood at its place.
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

    /// The word that comes next, or so many after it; empty behind the last.
    [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
        return next_ + ahead < size() ? text_.words()[next_ + ahead].text : std::string_view();
    }

    /// Its place; behind the last word where none is left. Precondition: the phrase has words.
    [[nodiscard]] Span here() const {
        return more() ? text_.span(text_.words()[next_]) : text_.behind(text_.words().back());
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

    /// Passes so many words. Precondition: they are there.
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

}  // namespace fabula
