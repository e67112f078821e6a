#pragma once

#include "view/drawing/setting_table.hpp"

/// What the settings of the view `plot` say.
namespace fabula::plots {

/// What the axis is true to.
enum class Axis {
    told,  ///< the order of the telling
    time   ///< the time of the story, as far as every event has a place of its own
};

struct Options {
    Axis axis = Axis::told;
    bool titles = true;
    bool threads = true;
    bool legend = true;
    static constexpr bool ages = true;  ///< its axis may be that of an age
};

[[nodiscard]] const drawing::SettingTable<Options>& setting_table();

}  // namespace fabula::plots
