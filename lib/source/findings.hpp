#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "fabula/diagnostic.hpp"

namespace fabula {

inline void append(Diagnostics& all, const Diagnostics& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Gathers what is wrong with a file up to a limit and counts the rest, so that a file full of faults costs little.
class Findings {
public:
    explicit Findings(std::size_t limit = 200) : limit_(limit) {}

    void add(Diagnostic diagnostic);
    void add(std::string_view code, Span span, std::string message, std::string help = {});

    /// Adds the fault of a word that is not one of `candidates`: the help names the nearest, or is `otherwise` where
    /// none is near.
    void add_misspelt(std::string_view code, Located<std::string_view> word, std::string message,
                      std::span<const std::string_view> candidates, std::string otherwise = {});

    /// Nothing more is listed: no need to look for suggestions.
    [[nodiscard]] bool full() const noexcept { return list_.size() >= limit_; }

    /// Whether there was an error, listed or not.
    [[nodiscard]] bool has_errors() const noexcept { return has_errors_; }

    /// All of them in reading order, and a note on how many were left out.
    [[nodiscard]] Diagnostics take() &&;

private:
    std::size_t limit_;
    std::size_t left_out_ = 0;
    bool has_errors_ = false;
    Diagnostics list_;
};

}  // namespace fabula
