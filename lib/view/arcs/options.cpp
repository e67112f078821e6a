// The settings of the view: their table, and from them to Options.
#include "view/arcs/options.hpp"

#include <array>

#include "view/drawing/choice.hpp"

namespace fabula::arc_diagram {
namespace {

using drawing::choice_of;
using drawing::listed;

constexpr std::array<std::string_view, 3> of_words{"characters", "meetings", "events"};
constexpr std::array<std::string_view, 5> order_words{"auto", "crossings", "time", "told", "file"};
constexpr std::array<std::string_view, 3> direction_words{"auto", "right", "down"};

}  // namespace

std::vector<SettingDescription> setting_descriptions() {
    return {
        {"arcs.of", listed(of_words),
         "what stands on the line: characters with their relationships or the scenes they share, or events with links"},
        {"arcs.order", listed(order_words),
         "how it is ordered; auto: events by time, characters so that few arcs cross"},
        {"arcs.direction", listed(direction_words), "which way the line runs; auto: as the names have room"},
        {"arcs.sections", {"no", "yes"}, "a diagram for each section, side by side in one order"},
        {"arcs.kinds", {"yes", "no"}, "the names of kinds within the arcs"},
        {"arcs.legend", {"yes", "no"}, "what the marks and lines mean"},
    };
}

Options read_options(std::span<const Setting> settings) {
    Options options;
    for (const auto& [key, value] : settings) {
        if (key == "arcs.of") options.of = choice_of<Of>(value, of_words);
        if (key == "arcs.order") options.order = choice_of<Sequence>(value, order_words);
        if (key == "arcs.direction") options.direction = choice_of<Course>(value, direction_words);
        if (key == "arcs.sections") options.sections = value == "yes";
        if (key == "arcs.kinds") options.kinds = value == "yes";
        if (key == "arcs.legend") options.legend = value == "yes";
    }
    return options;
}

}  // namespace fabula::arc_diagram
