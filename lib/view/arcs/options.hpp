#pragma once

#include "view/drawing/setting_table.hpp"

/// What the settings of the view `arcs` say.
namespace fabula::arc_diagram {

/// What stands on the line.
enum class Of {
    characters,  ///< joined by relationships
    meetings,    ///< characters, joined by the scenes that they share
    events       ///< joined by links, and by what they reveal
};

/// How it is ordered.
enum class Sequence {
    automatic,  ///< events by time, characters by crossings
    crossings,  ///< so that few arcs cross
    time,       ///< by when things happen; characters by when they first take part
    told,       ///< by when they are told
    file        ///< as in the story file
};

/// Which way the line runs.
enum class Course { automatic, right, down };

struct Options {
    Of of = Of::characters;
    Sequence order = Sequence::automatic;
    Course direction = Course::automatic;
    bool sections = false;  ///< a diagram for each section, side by side
    bool kinds = true;      ///< names of kinds within the arcs
    bool legend = true;
};

[[nodiscard]] const drawing::SettingTable<Options>& setting_table();

}  // namespace fabula::arc_diagram
