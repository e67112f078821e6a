#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/theme.hpp"

#include "text/handle.hpp"

namespace fabula::typesetting {

/// The fonts that a picture needs, in a configuration of their own.
struct FontSet {
    ConfigHandle config;
    std::vector<std::string> families;  ///< in order of preference; empty: there is no font at all
    Diagnostics diagnostics;
};

/// The theme's family and, for the characters of `sample` that it has not, families that have them. Nothing is
/// synthesised: where a family has no bold or italic its upright stands for it.
[[nodiscard]] FontSet load_fonts(const Theme& theme, std::string_view language, std::string_view sample);

/// The characters of `text` that need a glyph, sorted, each once.
[[nodiscard]] std::vector<char32_t> distinct_characters(std::string_view text);

void append_utf8(std::string& text, char32_t character);

/// The warning that no font has `characters`.
[[nodiscard]] Diagnostic missing_characters(const std::vector<char32_t>& characters);

/// `parts` with `between` them.
[[nodiscard]] inline std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out += between;
        out += part;
    }
    return out;
}

}  // namespace fabula::typesetting
