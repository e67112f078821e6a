// The settings of the view, as a table.
#include "view/storyline/options.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace fabula::storylines {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc{} && end == text.data() + text.size();
    constexpr std::int64_t most = 1'000'000'000'000;
    return all && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

/// Steps of the search: whoever asks for few gets an answer soon.
drawing::SettingRow<Options> budget_row() {
    return {{"storyline.budget",
             {},
             "steps of the search for few crossings, a million of which take about 4 ms (default 1000000000; "
             "for very long stories by their size, 300000000 at least)",
             [](std::string_view text) { return whole_number(text).has_value(); },
             "a whole number from 0 to 1000000000000"},
            [](Options& options, std::string_view text) { options.budget = whole_number(text); }};
}

}  // namespace

const drawing::SettingTable<Options>& setting_table() {
    using drawing::setting;
    static const drawing::SettingTable<Options> table({
        setting("storyline.bands", &Options::bands, {"none", "place", "group", "family"},
                "what exclusions lines together besides their scenes"),
        setting("storyline.axis", &Options::axis, {"scenes", "time", "broken", "told"},
                "what the axis is true to: the number of scenes, time, or the telling"),
        setting("storyline.presence", &Options::presence, {"auto", "life", "appearance", "scenes"},
                "from when to when a line is there; auto: scenes where all events last, else life"),
        setting("storyline.heights", &Options::heights, {"linear", "quadratic"},
                "whether lines bend seldom, or rather often but little"),
        budget_row(),
        setting("storyline.elapsed", &Options::elapsed,
                "along the axis, how much time passes from one scene to the next"),
        setting("storyline.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

}  // namespace fabula::storylines
