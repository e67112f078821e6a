// HTML: a page of its own around a living SVG, which brings all that it needs and can ask nobody for more.
#include <fmt/format.h>
#include <hb.h>
#include <pango/pango.h>
#include <string>
#include <string_view>

#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/safe_text.hpp"
#include "paint/svg/page.hpp"
#include "paint/svg/shape.hpp"

namespace fabula::painting {
namespace {

/// Nothing is loaded or run, whatever a story says.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

std::string meta(std::string_view name, std::string_view content) {
    if (content.empty()) return {};
    return fmt::format("<meta name=\"{}\" content=\"{}\">\n", name, xml_text(content));
}

/// The direction of the script that a language is usually written in, as HarfBuzz knows scripts.
std::string_view direction_of(const std::string& language) {
    PangoLanguage* const known = pango_language_from_string(language.c_str());
    int count = 0;
    const PangoScript* const scripts = pango_language_get_scripts(known, &count);
    if (scripts == nullptr || count == 0) return "ltr";
    const auto tag = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(*scripts));
    const hb_direction_t direction = hb_script_get_horizontal_direction(hb_script_from_iso15924_tag(tag));
    return direction == HB_DIRECTION_RTL ? "rtl" : "ltr";
}

const NamedColour* named(const Document& document, Colour colour) {
    for (const NamedColour& each : document.palette) {
        if (each.colour == colour) return &each;
    }
    return nullptr;
}

/// The page has the picture's paper, in the dark as in the light.
std::string ground(const Document& document, const SvgOptions& options) {
    const Colour paper = document.scenes.front().paper;
    const NamedColour* const name = named(document, paper);
    const bool has_twin = options.scheme == SvgScheme::automatic && name != nullptr && name->dark;
    const auto rule = [&](Colour colour) {
        const std::string value = svg_colour(colour);
        return name == nullptr ? fmt::format("body{{background:{}}}\n", value)
                               : fmt::format("body{{background:var(--fabula-{},{})}}\n", name->name, value);
    };
    if (paper.alpha == 0) return {};
    return has_twin
               ? fmt::format("{}@media screen and (prefers-color-scheme:dark){{{}}}\n", rule(paper), rule(*name->dark))
               : rule(paper);
}

std::string head(const Document& document, const SvgOptions& options) {
    const Scene& scene = document.scenes.front();
    return fmt::format(R"(<!DOCTYPE html>
<html lang="{}" dir="{}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width">
<title>{}</title>
{}{}<style>
body{{margin:0}}
main svg{{display:block;margin:0 auto;max-width:100%;height:auto}}
@media print{{main svg{{break-inside:avoid}}}}
{}</style>
</head>
)",
                       xml_text(scene.language), direction_of(scene.language), policy, xml_text(scene.title),
                       meta("author", scene.author), meta("description", scene.subject), ground(document, options));
}

}  // namespace

PaintResult paint_html(const Document& document, const PaintOptions& options) {
    if (std::string fault = document_fault(document); !fault.empty()) return failed(std::move(fault));
    SvgOptions svg_options = options.svg;
    svg_options.fonts = options.svg.fonts.value_or(SvgFonts::embedded);
    std::string pages;
    for (std::size_t page = 0; page < document.pages.size(); ++page) {
        const bool is_living = options.svg.text != SvgText::outlines;
        PaintResult svg = is_living ? svg_page(document, page, svg_options, SvgHome::html)
                                    : svg_outlines(document, page, svg_options);
        if (!svg.ok()) return svg;
        pages += svg.bytes.substr(svg.bytes.find("<svg"));
    }
    return {head(document, options.svg) + "<body>\n<main>\n" + pages + "</main>\n</body>\n</html>\n", {}};
}

}  // namespace fabula::painting
