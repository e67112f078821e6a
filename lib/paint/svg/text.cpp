#include "paint/svg/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>

#include "paint/safe_text.hpp"
#include "paint/svg/shape.hpp"
#include "source/number.hpp"

namespace fabula::painting {
namespace {

using Face = std::pair<FontIndex, float>;
using Ink = std::tuple<int, int, int, int>;

/// How many letters there are of each.
struct Census {
    std::map<Face, std::size_t> faces;
    std::map<Ink, std::size_t> inks;

    void count(const Group& group) {
        for (const Node& node : group.children) {
            if (const auto* inner = std::get_if<Group>(&node)) count(*inner);
            if (const auto* text = std::get_if<Text>(&node)) count(*text);
        }
    }

    void count(const Text& text) {
        const Colour& colour = text.colour;
        for (const GlyphRun& run : text.line.runs) {
            faces[{run.font, run.size}] += run.glyphs.size();
            inks[{colour.red, colour.green, colour.blue, colour.alpha}] += run.glyphs.size();
        }
    }
};

/// The key of what there is most of.
template <typename Key>
Key commonest(const std::map<Key, std::size_t>& counted) {
    const auto most = std::ranges::max_element(counted, {}, [](const auto& each) { return each.second; });
    return most == counted.end() ? Key{} : most->first;
}

}  // namespace

SvgBase base_of(const Document& document, const PrintedPage& page) {
    Census census;
    for (const Placement& placement : page.pictures)
        census.count(document.scenes[placement.scene].root);
    census.count(page.furniture);
    const Face face = commonest(census.faces);
    const Ink ink = commonest(census.inks);
    const auto channel = [](int value) { return static_cast<std::uint8_t>(value); };
    return {
        face.first,
        face.second,
        {channel(std::get<0>(ink)), channel(std::get<1>(ink)), channel(std::get<2>(ink)), channel(std::get<3>(ink))}};
}

namespace {

/// `name` as CSS has names of families, in quotes where it has to be. A font may call itself what it likes; within the
/// style of a page of HTML, no name may end that style.
std::string css_family(std::string_view name) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!name.empty() && std::ranges::all_of(name, is_letter)) return std::string(name);
    std::string quoted = "'";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_letter(c) || c == ' ' || c == '-' || (c >= '0' && c <= '9') || byte >= 0x80) {
            quoted += c;
        } else {
            quoted += fmt::format("\\{:x} ", byte);
        }
    }
    return quoted + "'";
}

std::string turned(const Text& text) {
    return text.turn == 0 ? std::string() : fmt::format("rotate({})", number(text.turn * 180 / std::numbers::pi, 3));
}

std::string at(const Text& text, double x) {
    if (text.turn == 0) return fmt::format(R"( x="{}" y="{}")", svg_number(text.at.x + x), svg_number(text.at.y));
    return fmt::format(R"( transform="translate({} {}){}" x="{}")", svg_number(text.at.x), svg_number(text.at.y),
                       turned(text), svg_number(x));
}

/// Whether a line goes on with what the one above it says, as far as can be seen.
bool goes_on(const Text& above, const Text& line) {
    if (line.line.runs.empty()) return false;
    const double size = static_cast<double>(above.line.runs.front().size);
    const double leading = line.at.y - above.at.y;
    return above.turn == 0 && line.turn == 0 && above.colour == line.colour && leading > 0 && leading <= 2 * size &&
           above.line.runs.front().size == line.line.runs.front().size && line.at.x < above.at.x + above.line.width &&
           above.at.x < line.at.x + line.line.width;
}

}  // namespace

SvgTexts::SvgTexts(const Document& document, const SvgBase& base, const SvgOptions& options, std::string ids,
                   SvgColours& colours)
    : document_(document),
      base_(base),
      options_(options),
      ids_(std::move(ids)),
      colours_(colours),
      files_(document.fonts) {}

std::string SvgTexts::base_attributes() {
    if (base_.size <= 0) return {};
    return colours_.attributes({.fill = base_.colour, .stroke = {}}) +
           differences({base_.font, base_.size}, {.font = static_cast<FontIndex>(document_.fonts.size()), .size = 0});
}

std::string SvgTexts::elements(std::span<const Text> texts) {
    std::string out;
    for (std::size_t first = 0, next = 0; first < texts.size() && error().empty(); first = next) {
        next = first + 1;
        if (texts[first].line.runs.empty()) continue;
        if (!is_text(texts[first])) {
            out += outlined(texts[first]);
            continue;
        }
        while (next < texts.size() && goes_on(texts[next - 1], texts[next]) && is_text(texts[next]))
            ++next;
        out += plain(texts.subspan(first, next - first));
    }
    return out;
}

bool SvgTexts::is_text(const Text& text) {
    const auto is_plain = [&](const GlyphRun& run) {
        const FontFile* const font = files_.file(run.font);
        return font == nullptr || is_set_plainly(run, text.line.text, *font);
    };
    const auto has_shapes = [&](const GlyphRun& run) {
        return std::ranges::all_of(run.glyphs,
                                   [&](const Glyph& glyph) { return shape_id(run.font, glyph.index).has_value(); });
    };
    if (options_.text != SvgText::both && std::ranges::all_of(text.line.runs, is_plain)) return true;
    return !std::ranges::all_of(text.line.runs, has_shapes);
}

std::string SvgTexts::plain(std::span<const Text> lines) {
    const GlyphRun& first = lines.front().line.runs.front();
    const Style style{first.font, first.size};
    std::string out = "<text";
    out += at(lines.front(), static_cast<double>(first.glyphs.empty() ? 0.F : first.glyphs.front().x));
    out += colour(lines.front()) + differences(style, {base_.font, base_.size}) + ">";
    for (const Text& line : lines) {
        const bool begins = &line == &lines.front();
        if (!begins) out += ' ';
        out += words(line, style, begins);
    }
    return out + "</text>\n";
}

/// `begins`: where the first word stands has been said.
std::string SvgTexts::words(const Text& text, const Style& style, bool begins) {
    std::string out;
    bool starts_line = !begins;
    for (const GlyphRun& run : text.line.runs) {
        const Style own{run.font, run.size};
        set_in_[run.font] += text.line.text.substr(run.text_offset, run.text_length);
        for (const PlacedWord& word : words_of(run, text.line.text)) {
            const std::string content = xml_text(word.text);
            if (std::exchange(begins, false) && own == style) {
                out += content;
                continue;
            }
            const double x = (text.turn == 0 ? text.at.x : 0) + word.x;
            out += fmt::format(R"(<tspan x="{}")", svg_number(x));
            if (std::exchange(starts_line, false)) out += fmt::format(R"( y="{}")", svg_number(text.at.y));
            out += differences(own, style) + ">" + content + "</tspan>";
        }
    }
    return out;
}

std::string SvgTexts::outlined(const Text& text) {
    std::string shapes;
    for (const GlyphRun& run : text.line.runs)
        shapes += shapes_of(text, run);
    if (!shapes.empty()) shapes = fmt::format("<g aria-hidden=\"true\"{}>{}</g>", colour(text), shapes);
    return shapes + unseen(text);
}

std::string SvgTexts::shapes_of(const Text& text, const GlyphRun& run) {
    const FontFile* const font = files_.file(run.font);
    if (font == nullptr) return {};
    const double unit = static_cast<double>(run.size) / hb_face_get_upem(font->face.get());
    std::string uses;
    for (const Glyph& glyph : run.glyphs) {
        const std::optional<std::string>& id = shape_id(run.font, glyph.index);
        if (!id || id->empty()) continue;
        uses += fmt::format(R"(<use xlink:href="#{}")", *id);
        if (glyph.x != 0) uses += fmt::format(R"( x="{}")", number(static_cast<double>(glyph.x) / unit, 0));
        if (glyph.y != 0) uses += fmt::format(R"( y="{}")", number(-static_cast<double>(glyph.y) / unit, 0));
        uses += "/>";
    }
    if (uses.empty()) return {};
    return fmt::format("<g transform=\"translate({} {}){}scale({} -{})\">{}</g>", svg_number(text.at.x),
                       svg_number(text.at.y), turned(text), number(unit, 7), number(unit, 7), uses);
}

const std::optional<std::string>& SvgTexts::shape_id(FontIndex font, std::uint32_t glyph) {
    const auto [known, is_new] = shape_ids_.try_emplace({font, glyph});
    std::optional<std::string>& id = known->second;
    const FontFile* const file = files_.file(font);
    if (!is_new || file == nullptr) return id;
    const std::optional<std::string> path = glyph_path(*file, glyph);
    if (!path) return id;
    id.emplace();
    if (path->empty()) return id;
    id = fmt::format("{}{}-{}", ids_, font, glyph);
    shapes_ += fmt::format("<path id=\"{}\" d=\"{}\"/>\n", *id, *path);
    return id;
}

/// As wide as what is seen, whatever its font. It is transparent and not unpainted, because only painted text can be
/// selected.
std::string SvgTexts::unseen(const Text& text) {
    const GlyphRun* first = &text.line.runs.front();
    for (const GlyphRun& run : text.line.runs) {
        if (run.text_offset < first->text_offset) first = &run;
    }
    const Style style{first->font, first->size};
    return fmt::format("<text{}{} fill-opacity=\"0\"{} textLength=\"{}\">{}</text>\n",
                       at(text, first->right_to_left ? text.line.width : 0),
                       differences(style, {base_.font, base_.size}), first->right_to_left ? " direction=\"rtl\"" : "",
                       svg_number(text.line.width), xml_text(text.line.text));
}

std::string SvgTexts::differences(const Style& style, const Style& from) {
    const Font plain{};
    const bool from_nothing = from.font >= document_.fonts.size();
    const Font& font = style.font < document_.fonts.size() ? document_.fonts[style.font] : plain;
    const Font& other = from_nothing ? plain : document_.fonts[from.font];
    std::string out;
    if (from_nothing || families(style.font) != families(from.font))
        out += fmt::format(R"( font-family="{}")", xml_text(families(style.font)));
    if (font.weight != other.weight) out += fmt::format(R"( font-weight="{}")", font.weight);
    if (font.italic != other.italic) out += fmt::format(R"( font-style="{}")", font.italic ? "italic" : "normal");
    if (style.size != from.size) out += fmt::format(R"( font-size="{}")", number(static_cast<double>(style.size), 3));
    return out;
}

std::string SvgTexts::font_rules() {
    std::string rules;
    if (options_.fonts != SvgFonts::embedded) return rules;
    for (const auto& [font, text] : set_in_) {
        if (const FontFile* const file = files_.file(font); file != nullptr)
            rules += embedded_font(document_.fonts[font], *file, embedded_family(font), text);
    }
    return rules;
}

std::string SvgTexts::embedded_family(FontIndex font) const {
    return css_family(ids_ + document_.fonts[font].family);
}

std::string SvgTexts::families(FontIndex font) {
    const FontFile* const file = files_.file(font);
    if (file == nullptr) return {};
    std::string names = fmt::format("{},{}", css_family(document_.fonts[font].family), file->generic);
    return options_.fonts == SvgFonts::embedded ? embedded_family(font) + "," + names : names;
}

std::string SvgTexts::colour(const Text& text) {
    return text.colour == base_.colour ? std::string() : colours_.attributes({.fill = text.colour, .stroke = {}});
}

}  // namespace fabula::painting
