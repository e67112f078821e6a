// The settings of the view, as a table.
#include "view/arcs/options.hpp"

namespace fabula::arc_diagram {

const drawing::SettingTable<Options>& setting_table() {
    using drawing::setting;
    static const drawing::SettingTable<Options> table({
        setting("arcs.of", &Options::of, {"characters", "meetings", "events"},
                "what stands on the line: characters with their relationships or the scenes they share, or events "
                "with links"),
        setting("arcs.order", &Options::order, {"auto", "crossings", "time", "told", "file"},
                "how it is ordered; auto: events by time, characters so that few arcs cross"),
        setting("arcs.direction", &Options::direction, {"auto", "right", "down"},
                "which way the line runs; auto: as the names have room"),
        setting("arcs.sections", &Options::sections, "a diagram for each section, side by side in one order"),
        setting("arcs.kinds", &Options::kinds, "the names of kinds within the arcs"),
        setting("arcs.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

}  // namespace fabula::arc_diagram
