#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"

/// Views: from a story and its times to a picture.
namespace fabula {

/// One `--set key=value`; the key has its owner's name before it ("lifelines.direction", "theme.type.text").
struct Setting {
    std::string key;
    std::string value;

    friend bool operator==(const Setting&, const Setting&) = default;
};

/// A key that a view understands ("lifelines.direction"): `values` are the allowed ones, the first is the default; empty: free text,
/// of which `accepts` says whether it can be taken (null: any), and `form` what it has to be ("a whole number").
struct SettingDescription {
    std::string_view key;
    std::vector<std::string_view> values;
    std::string_view meaning;
    bool (*accepts)(std::string_view) = nullptr;
    std::string_view form = {};
};

/// All a view may look at. `settings` hold keys of this view only, each at most once and with an allowed value.
struct ViewInput {
    const Story& story;
    const Timetable& timetable;
    const Theme& theme;
    Page page;
    std::span<const Setting> settings;
    Measure& measure;
};

/// What came of it: the picture, what had to be left out or could not be shown, and the layout's figures as JSON text
/// (one object; documented with each view).
struct ViewResult {
    Scene scene;
    Diagnostics diagnostics;
    std::string figures;
};

/// A row of the registry. `draw` is pure: the same input gives the same result.
struct View {
    std::string_view name;
    std::string_view summary;
    std::vector<SettingDescription> settings;
    ViewResult (*draw)(const ViewInput&);
};

/// All views, the default first.
[[nodiscard]] const std::vector<View>& views();

/// The view called `name`; null where there is none.
[[nodiscard]] const View* find_view(std::string_view name);

}  // namespace fabula
