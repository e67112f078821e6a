#pragma once

#include <map>
#include <string_view>

#include "fabula/story.hpp"
#include "fabula/theme.hpp"

namespace fabula::drawing {

/// The line of one who lives and is not there.
inline const KindStyle style_of_absence{.name = {}, .pattern = LinePattern::dotted, .width = 1};

/// How the story's kinds of relationship and of link, and its states, are drawn: by name, or, where the theme does not
/// name one, in turn, in the order of the file, by the patterns that the theme gives to no kind and then by those that
/// it gives to kinds which the story does not have. Finding one is O(log kinds).
class Kinds {
public:
    /// The story has to outlive it.
    Kinds(const Story& story, const Theme& theme);

    [[nodiscard]] const KindStyle& relationship(std::string_view kind) const;
    /// In the same styles as relationships; "reveal" is a kind of every story.
    [[nodiscard]] const KindStyle& link(std::string_view kind) const;
    [[nodiscard]] const KindStyle& state(std::string_view state) const;

private:
    std::map<std::string_view, KindStyle> relationships_;
    std::map<std::string_view, KindStyle> links_;
    std::map<std::string_view, KindStyle> states_;
};

}  // namespace fabula::drawing
