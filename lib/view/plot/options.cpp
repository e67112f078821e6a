// The settings of the view, as a table.
#include "view/plot/options.hpp"

namespace fabula::plots {

const drawing::SettingTable<Options>& setting_table() {
    using drawing::setting;
    static const drawing::SettingTable<Options> table({
        setting("plot.axis", &Options::axis, {"told", "time"},
                "what the axis is true to: the telling, or the story's time"),
        setting("plot.titles", &Options::titles, "the titles of events beside the curve, besides turning points"),
        setting("plot.threads", &Options::threads, "a curve for each thread under that of all"),
        setting("plot.legend", &Options::legend, "what the marks mean"),
    });
    return table;
}

}  // namespace fabula::plots
