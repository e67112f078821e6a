#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "fabula/story.hpp"

namespace fabula::checking {

/// The order in which events are told.
class Telling {
public:
    explicit Telling(const Story& story);

    /// How many events are told before this one; nothing where it is not told.
    [[nodiscard]] std::optional<std::size_t> place(EventIndex event) const { return places_[event]; }

    /// Whether the story says in what order it is told, and does not leave it to the order of the file.
    [[nodiscard]] bool is_stated() const noexcept { return is_stated_; }

private:
    std::vector<std::optional<std::size_t>> places_;
    bool is_stated_ = false;
};

}  // namespace fabula::checking
