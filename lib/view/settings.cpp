// One check: check_setting.
#include "view/settings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

#include "source/nearest.hpp"

namespace fabula {
namespace {

std::vector<std::string> keys_of(const View& view) {
    std::vector<std::string> keys;
    for (const SettingDescription& each : view.settings)
        keys.emplace_back(each.key);
    return keys;
}

}  // namespace

std::optional<Diagnostic> check_setting(const View& view, const Setting& setting, Span span) {
    const auto described = std::ranges::find(view.settings, setting.key, &SettingDescription::key);
    if (described == view.settings.end()) {
        return make_diagnostic("unknown-setting", span,
                               fmt::format("the view '{}' has no setting '{}'", view.name, setting.key),
                               did_you_mean(setting.key, keys_of(view)));
    }
    const auto& values = described->values;
    if (values.empty() || std::ranges::find(values, setting.value) != values.end()) return std::nullopt;
    return make_diagnostic("unknown-setting", span,
                           fmt::format("'{}.{}' cannot be '{}'", view.name, setting.key, setting.value),
                           fmt::format("it is one of: {}", fmt::join(values, ", ")));
}

}  // namespace fabula
