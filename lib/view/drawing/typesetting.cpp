#include "view/drawing/typesetting.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
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

void append_paragraph(Block& block, Paragraph paragraph, Colour colour) {
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const double baseline = block.height + paragraph.first_baseline + static_cast<double>(i) * paragraph.leading;
        block.lines.push_back({std::move(paragraph.lines[i]), baseline, colour});
    }
    block.width = std::max(block.width, paragraph.width);
    block.height += paragraph.height;
    block.right_to_left = block.right_to_left || paragraph.right_to_left;
}

void draw_text(Group& group, TextLine text, Point at, Colour colour) {
    group.children.emplace_back(Text{std::move(text), at, colour});
}

void draw_centred(Group& group, TextLine text, Point centre, Colour colour, double turn) {
    constexpr double middle_of_letters = 0.36;  // of the ascent: where x-height letters and figures look centred
    const double back = text.width / 2;
    const double down = text.ascent * middle_of_letters;
    const Point at{centre.x - back * std::cos(turn) - down * std::sin(turn),
                   centre.y - back * std::sin(turn) + down * std::cos(turn)};
    group.children.emplace_back(Text{std::move(text), at, colour, turn});
}

void draw_block(Group& group, const Block& block, Point at) {
    for (const Block::Line& line : block.lines) {
        const double indent = block.right_to_left ? block.width - line.text.width : 0;
        draw_text(group, line.text, {at.x + indent, at.y + line.baseline}, line.colour);
    }
}

}  // namespace fabula::drawing
