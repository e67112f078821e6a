#pragma once

#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "view/drawing/context.hpp"
#include "view/drawing/set_aside.hpp"
#include "view/drawing/setting_table.hpp"

/// What all views have in common: how the input becomes the context of their steps, and their row of the registry.
namespace fabula::drawing {

template <auto table>
using OptionsOf = decltype(table().read({}));

/// Whether a view shows ages, which take a while to compute: `Options::ages`, if there is such a member.
template <typename Options>
[[nodiscard]] bool shows_ages(const Options& options) {
    if constexpr (requires { options.ages; }) {
        return options.ages;
    } else {
        return false;
    }
}

/// A theme in which type is no smaller than a page of a flow allows.
[[nodiscard]] inline Theme theme_of(const Theme& theme, const Stretch* stretch) {
    Theme result = theme;
    if (stretch != nullptr && stretch->smallest_type) result.type.smallest = *stretch->smallest_type;
    return result;
}

/// For views whose pages share only their settings and ages.
struct NothingShared {};

/// A view that computes what all pages have in common with `share(input, options)` and draws each page with
/// `draw_page(input, context, options, shared)`.
template <auto table, auto draw_page, auto share>
class DrivenView : public PreparedView {
    using Options = OptionsOf<table>;
    using Shared = decltype(share(std::declval<const ViewInput&>(), std::declval<const Options&>()));

public:
    explicit DrivenView(const ViewInput& input)
        : input_(input),
          options_(table().read(input.settings)),
          ages_(shows_ages(options_) ? ages_at_events(input.story, input.timetable)
                                     : AgesByEvent(input.story.events().size())),
          ranking_(ranking_of(input.story)),
          shared_(share(input, options_)) {}

    [[nodiscard]] ViewResult draw(const PicturePart& part) const override {
        const auto* const stretch = std::get_if<Stretch>(&part);
        const auto* const panel = std::get_if<PanelPicture>(&part);
        const Theme theme = theme_of(input_.theme, stretch);
        const ViewInput input{input_.story, input_.timetable, theme, input_.page, input_.settings, input_.measure};
        const Wording wording(input.story);
        const Kinds kinds(input.story, theme);
        const Context context{
            input.story, input.timetable, theme,         wording,          kinds,
            ages_,       ranking_,        input.measure, panel != nullptr, panel != nullptr ? panel->axis : nullptr,
            {stretch}};
        ViewResult result = draw_in(input, context);
        mark_set_aside(result, context);
        result.place_in_time = {};  // it refers to what ends here
        return result;
    }

private:
    [[nodiscard]] ViewResult draw_in(const ViewInput& input, const Context& context) const {
        if constexpr (std::is_same_v<Shared, NothingShared>) {
            return draw_page(input, context, options_);
        } else {
            return draw_page(input, context, options_, shared_);
        }
    }

    ViewInput input_;
    Options options_;
    AgesByEvent ages_;
    Ranking ranking_;
    Shared shared_;
};

/// The `share` of views whose pages have nothing more in common.
template <typename Options>
[[nodiscard]] NothingShared share_nothing(const ViewInput& /*input*/, const Options& /*options*/) {
    return {};
}

template <typename Prepared>
[[nodiscard]] std::unique_ptr<PreparedView> prepare(const ViewInput& input) {
    return std::make_unique<Prepared>(input);
}

/// The row of the registry for a view that has these settings and is drawn by `draw`.
template <auto table, auto draw>
[[nodiscard]] View view_of(std::string_view name, std::string_view summary) {
    return {name, summary, table().descriptions(), prepare<DrivenView<table, draw, share_nothing<OptionsOf<table>>>>};
}

/// The row of a view that can draw a story on several pages, for which `share` is called once.
template <auto table, auto draw, auto share>
[[nodiscard]] View flowing_view_of(std::string_view name, std::string_view summary) {
    constexpr bool flows = true;
    return {name, summary, table().descriptions(), prepare<DrivenView<table, draw, share>>, flows};
}

}  // namespace fabula::drawing
