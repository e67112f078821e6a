#pragma once

#include <vector>

#include "fabula/ages.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

#include "view/drawing/kinds.hpp"
#include "view/drawing/shown.hpp"
#include "view/wording.hpp"

namespace fabula::drawing {

/// The ages of those who take part in events; by event, empty where a picture shows none.
using AgesByEvent = std::vector<std::vector<AgeAtEvent>>;

/// All that a pass may look at.
struct Context {
    const Story& story;
    const Timetable& timetable;
    const Theme& theme;
    const Wording& wording;
    const Kinds& kinds;
    const AgesByEvent& ages;
    Measure& measure;
    bool panel = false;                ///< part of a larger sheet, which has the title
    const SharedAxis* axis = nullptr;  ///< of another panel, to be followed
    Shown shown = {};                  ///< all of the story, or what stands on one page of several
};

}  // namespace fabula::drawing
