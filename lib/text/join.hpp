#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula {

/// `parts` with `between` them.
[[nodiscard]] inline std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out += between;
        out += part;
    }
    return out;
}

}  // namespace fabula
