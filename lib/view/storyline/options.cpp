// The settings of the view: their table, and from them to Options.
#include "view/storyline/options.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "view/drawing/choice.hpp"

namespace fabula::storylines {
namespace {

constexpr std::array<std::string_view, 4> bands_words{"none", "place", "group", "family"};
constexpr std::array<std::string_view, 4> axis_words{"scenes", "time", "broken", "told"};
constexpr std::array<std::string_view, 4> presence_words{"auto", "life", "appearance", "scenes"};
constexpr std::array<std::string_view, 2> heights_words{"linear", "quadratic"};

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc{} && end == text.data() + text.size();
    constexpr std::int64_t most = 1'000'000'000'000;
    return all && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

}  // namespace

std::vector<SettingDescription> setting_descriptions() {
    return {
        {"storyline.bands", drawing::listed(bands_words), "what holds lines together besides their scenes"},
        {"storyline.axis", drawing::listed(axis_words),
         "what the axis is true to: the number of scenes, time, or the telling"},
        {"storyline.presence", drawing::listed(presence_words),
         "from when to when a line is there; auto: scenes where all events last, else life"},
        {"storyline.heights", drawing::listed(heights_words), "whether lines bend seldom, or rather often but little"},
        {"storyline.budget",
         {},
         "steps of the search for few crossings, a million of which take about 4 ms (default 1000000000; "
         "for very long stories by their size, 300000000 at least)",
         [](std::string_view text) { return whole_number(text).has_value(); },
         "a whole number from 0 to 1000000000000"},
        {"storyline.elapsed", {"no", "yes"}, "along the axis, how much time passes from one scene to the next"},
        {"storyline.legend", {"yes", "no"}, "what the marks and lines mean"},
    };
}

Options read_options(std::span<const Setting> settings) {
    Options options;
    for (const auto& [key, value] : settings) {
        if (key == "storyline.bands") options.bands = drawing::choice_of<Bands>(value, bands_words);
        if (key == "storyline.axis") options.axis = drawing::choice_of<Axis>(value, axis_words);
        if (key == "storyline.presence") options.presence = drawing::choice_of<Presence>(value, presence_words);
        if (key == "storyline.heights") options.heights = drawing::choice_of<HeightCost>(value, heights_words);
        if (key == "storyline.budget") options.budget = whole_number(value);
        if (key == "storyline.elapsed") options.elapsed = value == "yes";
        if (key == "storyline.legend") options.legend = value == "yes";
    }
    return options;
}

}  // namespace fabula::storylines
