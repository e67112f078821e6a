#pragma once

#include <vector>

#include "check/context.hpp"

namespace fabula::checking {

/// A thing in an event.
struct UseOfThing {
    EventIndex event = 0;
    const ThingUse* use = nullptr;
};

/// By thing: the real events that it is part of, in the order of nominal time.
[[nodiscard]] std::vector<std::vector<UseOfThing>> uses_of_things(const CheckContext& context);

}  // namespace fabula::checking
