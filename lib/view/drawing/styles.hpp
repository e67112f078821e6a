#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/theme.hpp"

#include "view/drawing/ranking.hpp"

/// How the characters and kinds of a story are told apart: by colour, and by the pattern of lines.
namespace fabula::drawing {

/// Indices into `characters`, those who matter most first; equals in the order of the file.
[[nodiscard]] std::vector<std::size_t> by_rank(const std::vector<CharacterIndex>& characters, const Ranking& ranking);

/// A colour for each of `characters`. Those who matter most get the colours of the theme's palette; when it is used up,
/// the others get the theme's plain colour of lives.
[[nodiscard]] std::vector<Colour> colours_of(const std::vector<CharacterIndex>& characters, const Ranking& ranking,
                                             const Theme& theme);

/// The line of a character who is alive but absent.
inline const KindStyle style_of_absence{.name = {}, .pattern = LinePattern::dotted, .width = 1};

/// The styles of the story's kinds of relationship, kinds of link and states. A kind that the theme names has its style
/// there. The others take turns, in the order of the file, with the patterns that the theme gives to no kind and then
/// with those of kinds that the story does not have. A look-up costs O(log kinds).
class Kinds {
public:
    /// The story must outlive it.
    Kinds(const Story& story, const Theme& theme);

    [[nodiscard]] const KindStyle& relationship(std::string_view kind) const;
    /// In the same styles as relationships; every story has the kind "reveal".
    [[nodiscard]] const KindStyle& link(std::string_view kind) const;
    [[nodiscard]] const KindStyle& state(std::string_view state) const;

private:
    std::map<std::string_view, KindStyle> relationships_;
    std::map<std::string_view, KindStyle> links_;
    std::map<std::string_view, KindStyle> states_;
};

}  // namespace fabula::drawing
