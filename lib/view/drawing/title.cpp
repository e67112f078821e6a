// One function: draw_title.
#include "view/drawing/title.hpp"

#include "view/drawing/strokes.hpp"

namespace fabula::drawing {

double draw_title(Group& parent, const Typography& type, const Context& context, Point at, double width) {
    if (context.panel || context.shown.continues()) return 0;
    Group& group = add_group(parent, subjects::Part::title);
    const auto set = [&](const std::string& text, const TextStyle& style, Colour colour, double y) {
        if (text.empty()) return y;
        Paragraph lines = context.measure.wrap(text, style, width);
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            draw_text(group, std::move(lines.lines[i]),
                      {at.x, y + lines.first_baseline + static_cast<double>(i) * lines.leading}, colour);
        }
        return y + lines.height;
    };
    std::string author = context.story.author();
    if (!context.story.published().empty()) author += (author.empty() ? "" : ", ") + context.story.published();
    double y = set(context.story.title(), {.size = type.display, .weight = Weight::regular},
                   context.theme.colours.heading, at.y);
    y = set(context.story.subtitle(), {.size = type.heading, .italic = true}, context.theme.colours.quiet, y);
    y = set(author, {.size = type.heading, .italic = true}, context.theme.colours.quiet, y);
    return y - at.y;
}

}  // namespace fabula::drawing
