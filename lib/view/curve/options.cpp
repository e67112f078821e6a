// The settings of the view: their table, and from them to Options.
#include "view/curve/options.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace fabula::curves {
namespace {

constexpr std::array<std::string_view, 3> story_words{"auto", "time", "order"};
constexpr std::array<std::string_view, 4> by_words{"none", "place", "character", "reality"};

/// The value that stands at the place of its word.
template <typename Value, std::size_t count>
Value value_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return static_cast<Value>(std::ranges::find(words, word) - words.begin());
}

}  // namespace

std::vector<SettingDescription> setting_descriptions() {
    return {{"curve.story",
             {story_words.begin(), story_words.end()},
             "what the axis of the story is true to; auto: time, where the story tells it"},
            {"curve.by",
             {by_words.begin(), by_words.end()},
             "what texture and colour of the curve say; none: whether it is told in order"},
            {"curve.titles", {"yes", "no"}, "the titles of events beside their marks"},
            {"curve.places", {"yes", "no"}, "a strip under the curve with the places"},
            {"curve.legend", {"yes", "no"}, "what the marks and lines mean"}};
}

Options read_options(std::span<const Setting> settings) {
    Options options;
    for (const auto& [key, value] : settings) {
        if (key == "curve.story") options.story = value_of<StoryAxis>(value, story_words);
        if (key == "curve.by") options.by = value_of<By>(value, by_words);
        if (key == "curve.titles") options.titles = value == "yes";
        if (key == "curve.places") options.places = value == "yes";
        if (key == "curve.legend") options.legend = value == "yes";
    }
    return options;
}

}  // namespace fabula::curves
