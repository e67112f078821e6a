// The colours of characters, and the styles of kinds.
#include "view/drawing/styles.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace fabula::drawing {

std::vector<std::size_t> by_rank(const std::vector<CharacterIndex>& characters, const Ranking& ranking) {
    std::vector<std::size_t> places(characters.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
        const CharacterIndex x = characters[a];
        const CharacterIndex y = characters[b];
        const double weight = ranking.characters[x];
        const double other = ranking.characters[y];
        return weight != other ? weight > other : x < y;
    });
    return places;
}

std::vector<Colour> colours_of(const std::vector<CharacterIndex>& characters, const Ranking& ranking,
                               const Theme& theme) {
    std::vector<Colour> colours(characters.size(), theme.colours.life);
    const std::vector<std::size_t> places = by_rank(characters, ranking);
    for (std::size_t i = 0; i < places.size() && i < theme.colours.lives.size(); ++i)
        colours[places[i]] = theme.colours.lives[i];
    return colours;
}

namespace {

constexpr std::size_t count_of_patterns = static_cast<std::size_t>(LinePattern::wavy) + 1;

bool is_named(const std::vector<KindStyle>& styles, std::string_view kind) {
    return std::ranges::find(styles, kind, &KindStyle::name) != styles.end();
}

/// The patterns for kinds that the theme does not name: first those that it gives to no kind, then those of kinds that
/// the story does not have.
std::vector<LinePattern> patterns_left(const std::vector<KindStyle>& named,
                                       const std::vector<std::string_view>& kinds) {
    std::vector<LinePattern> free;
    std::vector<LinePattern> spare;
    for (std::size_t i = 0; i < count_of_patterns; ++i) {
        const auto pattern = static_cast<LinePattern>(i);
        const auto has_it = [&](const KindStyle& style) { return style.pattern == pattern; };
        const auto is_used = [&](const KindStyle& style) {
            return has_it(style) && std::ranges::find(kinds, style.name) != kinds.end();
        };
        if (std::ranges::none_of(named, has_it)) {
            free.push_back(pattern);
        } else if (std::ranges::none_of(named, is_used)) {
            spare.push_back(pattern);
        }
    }
    free.insert(free.end(), spare.begin(), spare.end());
    return free;
}

using StyleInTurn = KindStyle (Theme::*)(std::string_view, std::size_t) const;

std::map<std::string_view, KindStyle> styles_of(const std::vector<std::string_view>& kinds, const Theme& theme,
                                                const std::vector<KindStyle>& named, StyleInTurn in_turn) {
    const std::vector<LinePattern> left = patterns_left(named, kinds);
    std::map<std::string_view, KindStyle> styles;
    std::size_t position = 0;
    for (const std::string_view kind : kinds) {
        KindStyle style = (theme.*in_turn)(kind, position);
        if (!is_named(named, kind)) {
            if (!left.empty()) style.pattern = left[position % left.size()];
            ++position;
        }
        styles.emplace(kind, std::move(style));
    }
    return styles;
}

/// Words without repetitions, in the order in which they were added.
class Words {
public:
    void add(std::string_view word) {
        if (known_.insert(word).second) words_.push_back(word);
    }

    [[nodiscard]] const std::vector<std::string_view>& all() const { return words_; }

private:
    std::set<std::string_view> known_;
    std::vector<std::string_view> words_;
};

}  // namespace

Kinds::Kinds(const Story& story, const Theme& theme) {
    Words relationships;
    for (const Relationship& relationship : story.relationships())
        relationships.add(relationship.kind);
    Words links;
    for (const Link& link : story.links())
        links.add(link.kind);
    links.add("reveal");
    Words states;
    for (const State& state : story.states())
        states.add(state.is);
    relationships_ = styles_of(relationships.all(), theme, theme.relationships, &Theme::relationship_style);
    links_ = styles_of(links.all(), theme, theme.relationships, &Theme::relationship_style);
    states_ = styles_of(states.all(), theme, theme.states, &Theme::state_style);
}

const KindStyle& Kinds::relationship(std::string_view kind) const {
    return relationships_.at(kind);
}

const KindStyle& Kinds::link(std::string_view kind) const {
    return links_.at(kind);
}

const KindStyle& Kinds::state(std::string_view state) const {
    return states_.at(state);
}

}  // namespace fabula::drawing
