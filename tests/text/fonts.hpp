#pragma once

#include <string>

#include "fabula/text.hpp"
#include "fabula/theme.hpp"

namespace fabula {

inline Theme theme_in(const std::string& family) {
    Theme theme;
    theme.type.family = {family};
    theme.font_folders = {FABULA_FONT_FOLDER};
    return theme;
}

inline Measure measure_for(const std::string& sample, const std::string& language = "en") {
    return Measure(theme_in("Lato"), language, sample);
}

}  // namespace fabula
