// SVG: a living document, or outlines and no more; and the ids of either.

#include <algorithm>
#include <array>
#include <cairo-svg.h>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/safe_text.hpp"
#include "paint/svg/page.hpp"
#include "source/number.hpp"

namespace fabula::painting {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Numbers in the order in which they are first met.
class Renumbering {
public:
    std::string operator()(std::string_view old) {
        auto known = std::find(met_.begin(), met_.end(), old);
        if (known == met_.end()) known = met_.insert(met_.end(), old);
        return std::to_string(known - met_.begin() + 1);
    }

private:
    std::vector<std::string_view> met_;
};

std::string with_numbered_surfaces(std::string_view svg) {
    constexpr std::string_view stem = "surface";
    Renumbering renumbered;
    std::string out;
    out.reserve(svg.size());
    std::size_t copied = 0;
    for (std::size_t at = svg.find(stem); at != std::string_view::npos; at = svg.find(stem, at)) {
        at += stem.size();
        const std::size_t end = static_cast<std::size_t>(
            std::find_if_not(svg.begin() + static_cast<std::ptrdiff_t>(at), svg.end(), is_digit) - svg.begin());
        if (end == at) continue;
        out += svg.substr(copied, at - copied);
        out += renumbered(svg.substr(at, end - at));
        copied = end;
    }
    out += svg.substr(copied);
    return out;
}

/// `text` with `added` after each `mark`.
std::string with_after(std::string_view text, std::string_view mark, std::string_view added) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        out += text.substr(0, at + mark.size());
        out += added;
        text.remove_prefix(at + mark.size());
    }
    return out + std::string(text);
}

/// FNV-1a, of 64 bits: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return hash;
}

/// All that tells one document from another on a page of HTML.
std::string content_of(const Document& document) {
    std::string all;
    for (const Scene& scene : document.scenes)
        all += dump(scene);
    for (const PrintedPage& page : document.pages)
        all += fmt::format("{} {} {}\n", number(page.width, 2), number(page.height, 2), page.label);
    return all;
}

/// A name of a letter and six more.
std::string name_of(std::uint64_t hash) {
    constexpr std::string_view digits = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string name = "f";
    constexpr int length = 6;
    for (int i = 0; i < length; ++i, hash /= digits.size())
        name += digits[hash % digits.size()];
    return name;
}

}  // namespace

std::string ids_of_page(const Document& document, std::size_t page, const SvgOptions& options) {
    const bool is_set = options.prefix && is_svg_prefix(*options.prefix);
    std::string ids = is_set ? *options.prefix : name_of(hash_of(content_of(document))) + "-";
    if (document.pages.size() > 1) ids += fmt::format("page{}-", page + 1);
    return ids;
}

std::string with_stable_ids(std::string_view svg, std::string_view ids) {
    std::string out = with_numbered_surfaces(svg);
    constexpr std::array<std::string_view, 3> marks{" id=\"", "href=\"#", "url(#"};
    for (const std::string_view mark : marks)
        out = with_after(out, mark, ids);
    return out;
}

namespace {

/// What the picture is called, for those who do not see it.
std::string with_title(std::string svg, const std::string& title) {
    constexpr std::string_view start = "<svg ";
    const std::size_t root = svg.find(start);
    const std::size_t end = svg.find(">\n", root);
    if (title.empty() || root == std::string::npos || end == std::string::npos) return svg;
    svg.insert(end + 2, fmt::format("<title>{}</title>\n", xml_text(title)));
    svg.insert(root + start.size(), R"(role="img" )");
    return svg;
}

}  // namespace

PaintResult svg_outlines(const Document& document, std::size_t page, const SvgOptions& options) {
    const PrintedPage& sheet = document.pages[page];
    std::string bytes;
    FontFaces fonts(document.fonts);
    const SurfaceHandle surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes, sheet.width, sheet.height));
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    {
        const ContextHandle context(cairo_create(surface.get()));
        std::string error = draw_page(context.get(), document, sheet, fonts);
        if (!error.empty()) return failed(std::move(error));
    }
    PaintResult result = finished(surface.get(), bytes);
    if (result.ok()) {
        result.bytes = with_title(with_stable_ids(result.bytes, ids_of_page(document, page, options)),
                                  document.scenes.front().title);
    }
    return result;
}

PaintResult paint_svg(const Document& document, const PaintOptions& options) {
    if (std::string fault = one_page_fault(document); !fault.empty()) return failed(std::move(fault));
    if (options.svg.text == SvgText::outlines) return svg_outlines(document, 0, options.svg);
    PaintResult result = svg_page(document, 0, options.svg, SvgHome::file);
    if (result.ok()) result.bytes.insert(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return result;
}

}  // namespace fabula::painting

namespace fabula {

bool is_svg_prefix(std::string_view prefix) {
    constexpr std::size_t longest = 40;
    if (prefix.empty()) return true;
    const auto is_allowed = [](char c) {
        return painting::is_letter(c) || painting::is_digit(c) || c == '-' || c == '_';
    };
    return prefix.size() <= longest && painting::is_letter(prefix.front()) && std::ranges::all_of(prefix, is_allowed);
}

}  // namespace fabula
