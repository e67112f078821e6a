#pragma once

#include <cstddef>
#include <map>
#include <string_view>

#include "fabula/story.hpp"
#include "fabula/theme.hpp"

namespace fabula::drawing {

/// The line of one who lives and is not there.
inline const KindStyle style_of_absence{.name = {}, .pattern = LinePattern::dotted, .width = 1};

/// How the story's kinds of relationship and of link, and its states, are drawn: by name, or, where the theme does not
/// name one, by its place among the story's own, in the order of the file. Finding one is O(log kinds).
class Kinds {
public:
    /// Both have to outlive it.
    Kinds(const Story& story, const Theme& theme);

    [[nodiscard]] KindStyle relationship(std::string_view kind) const;
    /// In the same styles as relationships; "reveal" is a kind of every story.
    [[nodiscard]] KindStyle link(std::string_view kind) const;
    [[nodiscard]] KindStyle state(std::string_view state) const;

private:
    const Theme& theme_;
    std::map<std::string_view, std::size_t> relationships_;
    std::map<std::string_view, std::size_t> links_;
    std::map<std::string_view, std::size_t> states_;
};

}  // namespace fabula::drawing
