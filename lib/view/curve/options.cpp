// The settings of the view: their table, and from them to Options.
#include "view/curve/options.hpp"

#include <array>
#include <string_view>

#include "view/drawing/choice.hpp"

namespace fabula::curves {
namespace {

constexpr std::array<std::string_view, 3> story_words{"auto", "time", "order"};
constexpr std::array<std::string_view, 4> by_words{"none", "place", "character", "reality"};

}  // namespace

std::vector<SettingDescription> setting_descriptions() {
    return {{"curve.story", drawing::listed(story_words),
             "what the axis of the story is true to; auto: time, where the story tells it"},
            {"curve.by", drawing::listed(by_words),
             "what texture and colour of the curve say; none: whether it is told in order"},
            {"curve.titles", {"yes", "no"}, "the titles of events beside their marks"},
            {"curve.places", {"yes", "no"}, "a strip under the curve with the places"},
            {"curve.legend", {"yes", "no"}, "what the marks and lines mean"}};
}

Options read_options(std::span<const Setting> settings) {
    Options options;
    for (const auto& [key, value] : settings) {
        if (key == "curve.story") options.story = drawing::choice_of<StoryAxis>(value, story_words);
        if (key == "curve.by") options.by = drawing::choice_of<By>(value, by_words);
        if (key == "curve.titles") options.titles = value == "yes";
        if (key == "curve.places") options.places = value == "yes";
        if (key == "curve.legend") options.legend = value == "yes";
    }
    return options;
}

}  // namespace fabula::curves
