#pragma once

#include <span>

#include "fabula/view.hpp"

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
};

/// The descriptions of the settings, for the registry.
[[nodiscard]] std::vector<SettingDescription> setting_descriptions();

/// Precondition: the settings were checked against their descriptions.
[[nodiscard]] Options read_options(std::span<const Setting> settings);

}  // namespace fabula::plots
