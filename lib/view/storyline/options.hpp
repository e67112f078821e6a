#pragma once

#include <cstdint>
#include <optional>

#include "view/drawing/setting_table.hpp"

/// What the settings of the view `storyline` say.
namespace fabula::storylines {

/// What holds lines together besides the scenes they share.
enum class Bands { none, place, group, family };

/// What the axis is true to.
enum class Axis {
    scenes,  ///< their number: each has the room it needs
    time,    ///< the length of time, where labels leave room
    broken,  ///< the same, with long gaps shortened
    told     ///< the order in which the story is told
};

/// Whether distances on it are lengths of time.
[[nodiscard]] constexpr bool is_true_to_time(Axis axis) {
    return axis == Axis::time || axis == Axis::broken;
}

/// From when to when a line is there.
enum class Presence {
    automatic,   ///< `scenes` in a story all of whose events last, which so says where everyone is; else `life`
    life,        ///< from birth, where the picture reaches back to it, or first appearance, to death or last appearance
    appearance,  ///< from first to last appearance
    scenes       ///< where its character takes part in a scene, and nowhere else
};

enum class HeightCost { linear, quadratic };

struct Options {
    Bands bands = Bands::none;
    Axis axis = Axis::scenes;
    Presence presence = Presence::automatic;
    HeightCost heights = HeightCost::linear;
    /// Steps of the search for few crossings; none: as many as storyline::usual_effort says.
    std::optional<std::int64_t> budget = std::nullopt;
    bool elapsed = false;  ///< the axis says how much time passes from one scene to the next
    bool legend = true;
    static constexpr bool ages = true;  ///< its axis may be that of an age
};

[[nodiscard]] const drawing::SettingTable<Options>& setting_table();

}  // namespace fabula::storylines
