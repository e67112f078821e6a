// One function: typography.
#include "view/drawing/typesetting.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::drawing {

Typography typography(const Theme& theme, double text) {
    const double scale = text / theme.type.text;
    return {std::max(theme.type.display * std::sqrt(scale), theme.type.smallest),
            std::max(theme.type.heading * scale, theme.type.smallest), text, theme.type.leading,
            theme.type.label_width * scale};
}

}  // namespace fabula::drawing
