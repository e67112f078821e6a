#include "check/telling.hpp"

namespace fabula::checking {

Telling::Telling(const Story& story) : places_(story.events().size()) {
    is_stated_ = story.told().size() != story.events().size();
    for (std::size_t i = 0; i < story.told().size(); ++i) {
        places_[story.told()[i]] = i;
        is_stated_ = is_stated_ || story.told()[i] != i || story.events()[story.told()[i]].told;
    }
}

}  // namespace fabula::checking
