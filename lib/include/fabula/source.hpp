#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Where a value stands in the text its author wrote.
namespace fabula {

/// A stretch of one source text. `line` and `column` count from 1; `column` counts characters (Unicode
/// code points), `offset` and `length` count bytes. A default-made Span (line 0) means "the file as a whole".
struct Span {
    std::uint32_t source = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// A value and the place that stated it.
template <typename Value>
struct Located {
    Value value{};
    Span span{};

    friend bool operator==(const Located&, const Located&) = default;
};

/// The texts that spans point into: story files and theme files, by the number in Span::source.
/// Copies share the texts, so they are cheap; reading from several threads is safe while nobody adds.
class Sources {
public:
    /// Keeps `text` (less than 4 GiB) under `name` (a path, or "<stdin>") and returns its number.
    std::uint32_t add(std::string name, std::string text);

    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
    [[nodiscard]] std::string_view name(std::uint32_t source) const;
    [[nodiscard]] std::string_view text(std::uint32_t source) const;

    /// The line numbered `line` (from 1) without its line end; empty where there is none. O(log lines).
    [[nodiscard]] std::string_view line(std::uint32_t source, std::uint32_t line) const;

    /// The span of `length` bytes from byte `offset` on, with its line and column worked out; what lies beyond the end
    /// of the text is cut off. O(log lines), however long the line.
    [[nodiscard]] Span span(std::uint32_t source, std::size_t offset, std::size_t length) const;

private:
    struct Text;
    std::vector<std::shared_ptr<const Text>> texts_;
};

}  // namespace fabula
