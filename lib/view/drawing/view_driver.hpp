#pragma once

#include <string_view>
#include <type_traits>

#include "view/drawing/context.hpp"
#include "view/drawing/remembered.hpp"
#include "view/drawing/setting_table.hpp"

/// What is the same for all views: from the input to what their passes look at, and the row of the registry.
namespace fabula::drawing {

template <auto table>
using OptionsOf = decltype(table().read({}));

/// Whether a view shows ages, which take a while to work out: as `Options::ages` says, where there is such a member.
template <typename Options>
[[nodiscard]] bool shows_ages(const Options& options) {
    if constexpr (requires { options.ages; }) {
        return options.ages;
    } else {
        return false;
    }
}

/// Reads the settings, gathers what passes look at, and draws.
template <auto table, auto draw>
[[nodiscard]] ViewResult draw_view(const ViewInput& input) {
    const auto options = table().read(input.settings);
    const Wording wording(input.story);
    const Kinds kinds(input.story, input.theme);
    const AgesByEvent ages = remembered<AgesByEvent>(input.memory, [&] {
        return shows_ages(options) ? ages_at_events(input.story, input.timetable)
                                   : AgesByEvent(input.story.events().size());
    });
    const Context context{input.story, input.timetable, input.theme, wording,        kinds,
                          ages,        input.measure,   input.panel, {input.stretch}};
    return draw(input, context, options);
}

/// The row of the registry for a view that has these settings and is drawn by `draw`.
template <auto table, auto draw>
[[nodiscard]] View view_of(std::string_view name, std::string_view summary, bool flows = false) {
    return {name, summary, table().descriptions(), draw_view<table, draw>, flows};
}

}  // namespace fabula::drawing
