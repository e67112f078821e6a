// The settings of the view: their table, and from them to Options.
#include "view/plot/options.hpp"

#include <array>

#include "view/drawing/choice.hpp"

namespace fabula::plots {
namespace {

constexpr std::array<std::string_view, 2> axis_words{"told", "time"};

}  // namespace

std::vector<SettingDescription> setting_descriptions() {
    return {{"plot.axis", drawing::listed(axis_words), "what the axis is true to: the telling, or the story's time"},
            {"plot.titles", {"yes", "no"}, "the titles of events beside the curve, besides turning points"},
            {"plot.threads", {"yes", "no"}, "a curve for each thread under that of all"},
            {"plot.legend", {"yes", "no"}, "what the marks mean"}};
}

Options read_options(std::span<const Setting> settings) {
    Options options;
    for (const auto& [key, value] : settings) {
        if (key == "plot.axis") options.axis = drawing::choice_of<Axis>(value, axis_words);
        if (key == "plot.titles") options.titles = value == "yes";
        if (key == "plot.threads") options.threads = value == "yes";
        if (key == "plot.legend") options.legend = value == "yes";
    }
    return options;
}

}  // namespace fabula::plots
