#pragma once

#include "view/drawing/setting_table.hpp"

/// What the settings of the view `curve` say.
namespace fabula::curves {

/// What the axis of the story is true to.
enum class StoryAxis {
    automatic,  ///< time where the story has dates, ages or a clock, else the order
    time,       ///< time, as far as every event has a row of its own
    order       ///< the order of events alone
};

/// What texture and colour of the curve say.
enum class By { nothing, place, character, reality };

struct Options {
    StoryAxis story = StoryAxis::automatic;
    By by = By::nothing;
    bool titles = true;
    bool places = true;
    bool legend = true;
    static constexpr bool ages = true;  ///< its axis may be that of an age
};

[[nodiscard]] const drawing::SettingTable<Options>& setting_table();

}  // namespace fabula::curves
