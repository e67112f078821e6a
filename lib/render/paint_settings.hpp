#pragma once

#include <string_view>
#include <vector>

#include "fabula/paint.hpp"

namespace fabula {

/// A `--set` key of a format: a row of the table of them.
struct PaintSetting {
    std::string_view key;                                ///< "png.dpi"
    std::string_view form;                               ///< what its value is: "a number from 36 to 2400"
    bool (*set)(PaintOptions&, std::string_view value);  ///< false where the value is not of that form
};

[[nodiscard]] const std::vector<PaintSetting>& paint_settings();

/// The row for `key`; null where there is none.
[[nodiscard]] const PaintSetting* find_paint_setting(std::string_view key);

}  // namespace fabula
