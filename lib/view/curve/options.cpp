// The settings of the view, as a table.
#include "view/curve/options.hpp"

namespace fabula::curves {

const drawing::SettingTable<Options>& setting_table() {
    using drawing::setting;
    static const drawing::SettingTable<Options> table({
        setting("curve.story", &Options::story, {"auto", "time", "order"},
                "what the axis of the story is true to; auto: time, where the story tells it"),
        setting("curve.by", &Options::by, {"none", "place", "character", "reality"},
                "what texture and colour of the curve say; none: whether it is told in order"),
        setting("curve.titles", &Options::titles, "the titles of events beside their marks"),
        setting("curve.places", &Options::places, "a strip under the curve with the places"),
        setting("curve.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

}  // namespace fabula::curves
