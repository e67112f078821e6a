#pragma once

#include <optional>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "check/awareness.hpp"
#include "check/geography.hpp"
#include "check/lives.hpp"
#include "check/order.hpp"
#include "check/telling.hpp"

namespace fabula::checking {

/// All that a rule may look at. The parts that are not const remember what they have been asked; what they answer does
/// not depend on that.
struct CheckContext {
    const Story& story;
    const Timetable& timetable;
    Order& order;
    const Lives& lives;
    Geography& geography;
    Awareness& awareness;
    const Telling& telling;
};

}  // namespace fabula::checking
