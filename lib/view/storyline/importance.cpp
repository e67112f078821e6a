// One function: importance_of_lines.
#include "view/storyline/importance.hpp"

#include <algorithm>

namespace fabula::storylines {

std::vector<Importance> importance_of_lines(const Story& story) {
    std::vector<std::size_t> parts(story.characters().size(), 0);
    for (const Event& event : story.events()) {
        for (const Reference& who : event.who)
            ++parts[who.index];
    }
    const std::size_t most = parts.empty() ? 0 : std::ranges::max(parts);
    std::vector<Importance> importance;
    for (const std::size_t count : parts) {
        importance.push_back(3 * count >= most   ? Importance::main
                             : 9 * count >= most ? Importance::supporting
                                                 : Importance::minor);
    }
    return importance;
}

}  // namespace fabula::storylines
