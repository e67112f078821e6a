// Sizes of type: typography. A line that is no longer than it may be: cut_line.
#include "view/drawing/typesetting.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fabula::drawing {

Typography typography(const Theme& theme, double text) {
    const double scale = text / theme.type.text;
    return {std::max(theme.type.display * std::sqrt(scale), theme.type.smallest),
            std::max(theme.type.heading * scale, theme.type.smallest), text, theme.type.leading,
            theme.type.label_width * scale};
}

TextLine cut_line(Measure& measure, std::string_view text, const TextStyle& style, double width) {
    Paragraph paragraph = measure.wrap(text, style, width, 1);
    return paragraph.lines.empty() ? TextLine{} : std::move(paragraph.lines.front());
}

}  // namespace fabula::drawing
