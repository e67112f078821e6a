#include "paint/svg/colours.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "fabula/paint.hpp"

#include "paint/svg/shape.hpp"

namespace fabula::painting {
namespace {

constexpr std::uint8_t opaque = 255;

std::string value(std::string_view property, Colour colour) {
    std::string text = fmt::format(R"( {}="{}")", property, svg_colour(colour));
    if (colour.alpha != opaque) text += fmt::format(R"( {}-opacity="{}")", property, svg_number(colour.alpha / 255.0));
    return text;
}

}  // namespace

std::string svg_colour(Colour colour) {
    const auto is_double = [](std::uint8_t channel) { return channel % 17 == 0; };
    if (is_double(colour.red) && is_double(colour.green) && is_double(colour.blue))
        return fmt::format("#{:x}{:x}{:x}", colour.red / 17, colour.green / 17, colour.blue / 17);
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string SvgColours::class_of(std::string_view property, Colour colour) {
    const auto named = std::ranges::find(palette_, colour, &NamedColour::colour);
    if (named == palette_.end() || named->name.empty() || !is_svg_prefix(named->name)) return {};
    used_.insert({property, static_cast<std::size_t>(named - palette_.begin())});
    return fmt::format("{}-{}", property, named->name);
}

std::string SvgColours::attributes(const SvgPaint& paint) {
    std::string classes;
    std::string values;
    if (paint.fill) {
        classes = class_of("fill", *paint.fill);
        values = value("fill", *paint.fill);
    } else {
        values = R"( fill="none")";
    }
    if (paint.stroke) {
        const std::string name = class_of("stroke", *paint.stroke);
        if (!classes.empty() && !name.empty()) classes += ' ';
        classes += name;
        values += value("stroke", *paint.stroke);
    }
    return classes.empty() ? values : fmt::format(R"( class="{}"{})", classes, values);
}

std::string SvgColours::rules(std::string_view root, bool with_dark) const {
    const auto rule = [&](const Use& use, Colour colour) {
        return fmt::format(":where(#{0} .{1}-{2}){{{1}:var(--fabula-{2},{3})}}\n", root, use.property,
                           palette_[use.name].name, svg_colour(colour));
    };
    std::string rules;
    std::string dark;
    for (const Use& use : used_) {
        rules += rule(use, palette_[use.name].colour);
        if (const auto& twin = palette_[use.name].dark; with_dark && twin) dark += rule(use, *twin);
    }
    // What is printed is printed on white paper.
    if (!dark.empty()) rules += fmt::format("@media screen and (prefers-color-scheme:dark){{\n{}}}\n", dark);
    return rules;
}

}  // namespace fabula::painting
