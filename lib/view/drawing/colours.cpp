// Who takes part most, and so has a colour: by_parts, colours_of.
#include "view/drawing/colours.hpp"

#include <algorithm>
#include <numeric>

namespace fabula::drawing {

std::vector<std::size_t> by_parts(const std::vector<CharacterIndex>& characters, const Story& story) {
    std::vector<std::size_t> parts(story.characters().size(), 0);
    for (const Event& event : story.events()) {
        for (const Reference& who : event.who)
            ++parts[who.index];
    }
    std::vector<std::size_t> places(characters.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
        const CharacterIndex x = characters[a];
        const CharacterIndex y = characters[b];
        return parts[x] != parts[y] ? parts[x] > parts[y] : x < y;
    });
    return places;
}

std::vector<Colour> colours_of(const std::vector<CharacterIndex>& characters, const Story& story, const Theme& theme) {
    std::vector<Colour> colours(characters.size(), theme.colours.life);
    const std::vector<std::size_t> places = by_parts(characters, story);
    for (std::size_t i = 0; i < places.size() && i < theme.colours.lives.size(); ++i)
        colours[places[i]] = theme.colours.lives[i];
    return colours;
}

}  // namespace fabula::drawing
