// The table of views: a new view is a new file or folder here, and a row. What its views can be told: check_setting,
// with_theme_defaults.
#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "fabula/view.hpp"

#include "source/nearest.hpp"
#include "view/arcs/arcs.hpp"
#include "view/curve/curve.hpp"
#include "view/grid/grid.hpp"
#include "view/lifelines/lifelines.hpp"
#include "view/page/page.hpp"
#include "view/pictures.hpp"
#include "view/plot/plot.hpp"
#include "view/storyline/storyline.hpp"

namespace fabula {

const std::vector<View>& views() {
    static const std::vector<View> table{lifelines_view(), storyline_view(), arcs_view(), curve_view(),
                                         plot_view(),      grid_view(),      page_view()};
    return table;
}

const View* find_view(std::string_view name) {
    const auto found = std::ranges::find(views(), name, &View::name);
    return found == views().end() ? nullptr : &*found;
}

namespace {

std::vector<SettingDescription> all_settings() {
    std::vector<SettingDescription> all;
    for (const View& view : views())
        all.insert(all.end(), view.settings.begin(), view.settings.end());
    return all;
}

bool is_accepted(const std::string& value, const SettingDescription& setting) {
    if (setting.values.empty()) return setting.accepts == nullptr || setting.accepts(value);
    return std::ranges::find(setting.values, value) != setting.values.end();
}

}  // namespace

std::optional<Diagnostic> check_setting(const Setting& setting, Span span) {
    const std::vector<SettingDescription> known = all_settings();
    const auto described = std::ranges::find(known, setting.key, &SettingDescription::key);
    if (described == known.end()) {
        std::vector<std::string_view> keys;
        for (const SettingDescription& each : known)
            keys.push_back(each.key);
        return make_diagnostic(
            "unknown-setting", span, fmt::format("there is no setting ‘{}’", setting.key),
            suggestion(setting.key, keys,
                       fmt::format("there are {}, and theme.KEY for what a theme file says", listed(keys))));
    }
    if (is_accepted(setting.value, *described)) return std::nullopt;
    const std::string form = described->values.empty() ? std::string(described->form) : listed(described->values, "or");
    return make_diagnostic("unknown-setting", span, fmt::format("‘{}’ cannot be ‘{}’", setting.key, setting.value),
                           fmt::format("it is {}", form));
}

std::vector<Setting> with_theme_defaults(std::span<const Setting> own, std::string_view view, const Theme& theme) {
    std::vector<Setting> settings(own.begin(), own.end());
    const std::string prefix = fmt::format("{}.", view);
    for (const ViewDefault& each : theme.views) {
        if (!each.key.starts_with(prefix)) continue;
        if (std::ranges::find(own, each.key, &Setting::key) == own.end()) settings.push_back({each.key, each.value});
    }
    return settings;
}

}  // namespace fabula
