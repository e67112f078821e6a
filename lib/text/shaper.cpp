// From clean text to glyphs at their places: itemised, shaped and put in visual order by Pango, without a PangoLayout,
// which would break lines and measure them over and again.
#include "text/shaper.hpp"

#include <algorithm>
#include <cmath>
#include <glib.h>
#include <hb-ot.h>
#include <hb.h>
#include <limits>
#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <utility>

#include "source/characters.hpp"
#include "text/font_files.hpp"
#include "text/font_set.hpp"

namespace fabula::typesetting {
namespace {

Direction direction_of_script(GUnicodeScript script) {
    const hb_script_t code = hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(script));
    return hb_script_get_horizontal_direction(code) == HB_DIRECTION_RTL ? Direction::right_to_left
                                                                        : Direction::left_to_right;
}

Direction direction_of_language(const std::string& language) {
    int count = 0;
    const PangoScript* const scripts = pango_language_get_scripts(pango_language_from_string(language.c_str()), &count);
    if (scripts == nullptr || count == 0) return Direction::left_to_right;
    return direction_of_script(static_cast<GUnicodeScript>(scripts[0]));
}

}  // namespace

Direction direction_of(const std::string& text, const std::string& language) {
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (g_unichar_isalpha(character) != 0) return direction_of_script(g_unichar_get_script(character));
    }
    return direction_of_language(language);
}

namespace {

double points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

/// Without hinting, at any subpixel position and at 72 dots an inch, a Pango unit is the same share of a point on every
/// surface, and so is every advance.
FontMapHandle make_font_map(FcConfig* config) {
    FontMapHandle map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
    return map;
}

ObjectHandle<PangoContext> make_context(PangoFontMap* map, PangoLanguage* language) {
    ObjectHandle<PangoContext> context(pango_font_map_create_context(map));
    const Handle<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), language);
    return context;
}

/// Whether the font that is described has an OpenType feature.
bool has_feature(PangoFontMap* map, PangoContext* context, const PangoFontDescription* description, const char* name) {
    const ObjectHandle<PangoFont> font(pango_font_map_load_font(map, context, description));
    if (!font) return false;
    const hb_tag_t tag = hb_tag_from_string(name, -1);
    const hb_tag_t wanted[] = {tag, HB_TAG_NONE};
    const Handle<hb_set_t, hb_set_destroy> lookups(hb_set_create());
    hb_ot_layout_collect_lookups(hb_font_get_face(pango_font_get_hb_font(font.get())), HB_OT_TAG_GSUB, nullptr, nullptr,
                                 wanted, lookups.get());
    return hb_set_get_population(lookups.get()) > 0;
}

/// Whether text in `script` looks the same when it is cut at a space and shaped in parts.
bool is_sliceable(PangoScript script) {
    switch (script) {
        case PANGO_SCRIPT_COMMON:
        case PANGO_SCRIPT_INHERITED:
        case PANGO_SCRIPT_LATIN:
        case PANGO_SCRIPT_GREEK:
        case PANGO_SCRIPT_CYRILLIC:
        case PANGO_SCRIPT_ARMENIAN:
        case PANGO_SCRIPT_GEORGIAN:
        case PANGO_SCRIPT_HAN:
        case PANGO_SCRIPT_HIRAGANA:
        case PANGO_SCRIPT_KATAKANA:
        case PANGO_SCRIPT_HANGUL:
        case PANGO_SCRIPT_BOPOMOFO:
            return true;
        default:
            return false;
    }
}

/// Adds a cluster, in as many parts as it takes: a Cluster holds at most 65535 bytes, cut where a character begins.
void append_cluster(std::vector<Cluster>& clusters, std::string_view text, std::size_t glyphs) {
    constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();
    while (text.size() > most) {
        std::size_t part = most;
        while (!starts_character(text[part]))
            --part;
        clusters.push_back({static_cast<std::uint16_t>(part), 0});
        text.remove_prefix(part);
    }
    for (; glyphs > most; glyphs -= most)
        clusters.push_back({0, static_cast<std::uint16_t>(most)});
    clusters.push_back({static_cast<std::uint16_t>(text.size()), static_cast<std::uint16_t>(glyphs)});
}

/// The items of a paragraph, in a list that owns them.
struct FreeItems {
    void operator()(GList* list) const { g_list_free_full(list, reinterpret_cast<GDestroyNotify>(pango_item_free)); }
};
using ItemList = std::unique_ptr<GList, FreeItems>;

/// The items from left to right: rule L2 of the Unicode bidirectional algorithm (UAX #9), from the highest level to the
/// lowest odd one. Pango's own takes time with the square of their number.
std::vector<const PangoItem*> in_visual_order(const GList* logical) {
    std::vector<const PangoItem*> items;
    int highest = 0;
    int lowest_odd = std::numeric_limits<int>::max();
    for (const GList* node = logical; node != nullptr; node = node->next) {
        items.push_back(static_cast<const PangoItem*>(node->data));
        const int level = items.back()->analysis.level;
        highest = std::max(highest, level);
        if (level % 2 != 0) lowest_odd = std::min(lowest_odd, level);
    }
    for (int level = highest; level >= lowest_odd; --level) {
        const auto is_lower = [level](const PangoItem* item) { return item->analysis.level < level; };
        for (auto from = std::find_if_not(items.begin(), items.end(), is_lower); from != items.end();) {
            const auto until = std::find_if(from, items.end(), is_lower);
            std::reverse(from, until);
            from = std::find_if_not(until, items.end(), is_lower);
        }
    }
    return items;
}

}  // namespace

void ReleaseFontMap::operator()(PangoFontMap* map) const {
    // The threads in which Pango 1.50 looks fonts up each hold the map, and let go of it last of all: emptied before
    // that, its tables would change under them.
    constexpr unsigned long microseconds = 50;
    while (g_atomic_int_get(&G_OBJECT(map)->ref_count) > 1)
        g_usleep(microseconds);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), nullptr);
    g_object_unref(map);
}

Shaper::Shaper(const FontSet& fonts, std::string_view language, const Theme::Type& type)
    : families_(fonts.families),
      manner_{type.figures, type.emphasis, join(type.features, ",")},
      font_map_(make_font_map(fonts.config.get())),
      language_(pango_language_from_string(std::string(language).c_str())),
      glyphs_(pango_glyph_string_new()) {
    context_ = make_context(font_map_.get(), language_);
    if (manner_.emphasis != Emphasis::small_capitals) return;
    const TextStyle upright;
    if (!has_feature(font_map_.get(), context_.get(), setting_for(upright).description.get(), "smcp"))
        manner_.emphasis = Emphasis::bold;
}

bool Shaper::in_small_capitals(const TextStyle& style) const {
    return style.weight == Weight::bold && manner_.emphasis == Emphasis::small_capitals;
}

std::string Shaper::features_of(const TextStyle& style) const {
    std::vector<std::string> features;
    if (!manner_.features.empty()) features.push_back(manner_.features);
    if (style.tabular_figures) {
        features.emplace_back("tnum=1,lnum=1");
    } else {
        features.emplace_back(manner_.figures == Figures::old_style ? "onum=1" : "lnum=1");
    }
    if (in_small_capitals(style)) features.emplace_back("smcp=1,c2sc=0");
    return join(features, ",");
}

Shaper::Setting& Shaper::setting_for(const TextStyle& style) {
    const auto known = std::find_if(settings_.begin(), settings_.end(),
                                    [&](const Setting& setting) { return setting.style == style; });
    if (known != settings_.end()) return *known;

    Setting setting{style, DescriptionHandle(pango_font_description_new()), AttributesHandle(pango_attr_list_new())};
    PangoFontDescription* const description = setting.description.get();
    pango_font_description_set_family(description, join(families_, ",").c_str());
    pango_font_description_set_size(description, static_cast<int>(std::lround(style.size * PANGO_SCALE)));
    pango_font_description_set_weight(description, style.weight == Weight::bold && !in_small_capitals(style)
                                                       ? PANGO_WEIGHT_BOLD
                                                       : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_attr_list_insert(setting.attributes.get(), pango_attr_font_desc_new(description));
    pango_attr_list_insert(setting.attributes.get(), pango_attr_font_features_new(features_of(style).c_str()));

    const ObjectHandle<PangoFont> font(pango_font_map_load_font(font_map_.get(), context_.get(), description));
    hb_font_extents_t extents{};
    if (font) hb_font_get_h_extents(pango_font_get_hb_font(font.get()), &extents);
    setting.ascent = points(extents.ascender);
    setting.descent = points(-extents.descender);
    settings_.push_back(std::move(setting));
    return settings_.back();
}

FontIndex Shaper::index_of(PangoFont* font) {
    const auto known = font_indices_.find(font);
    if (known != font_indices_.end()) return known->second.index;
    const Font file = font_of(pango_fc_font_get_pattern(PANGO_FC_FONT(font)));
    const auto same = std::find(fonts_.begin(), fonts_.end(), file);
    const auto index = static_cast<FontIndex>(same - fonts_.begin());
    if (same == fonts_.end()) fonts_.push_back(file);
    font_indices_.emplace(font, KnownFont{ObjectHandle<PangoFont>(PANGO_FONT(g_object_ref(font))), index});
    return index;
}

ShapedText Shaper::shape(const std::string& text, const TextStyle& style, Direction direction) {
    Setting& setting = setting_for(style);
    ShapedText shaped;
    shaped.line.text = text;
    shaped.line.ascent = setting.ascent;
    shaped.line.descent = setting.descent;
    shaped.advance_before.assign(text.size() + 1, 0);
    shaped.can_be_sliced = direction == Direction::left_to_right;

    const PangoDirection base = direction == Direction::right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    const ItemList logical(pango_itemize_with_base_dir(
        context_.get(), base, text.data(), 0, static_cast<int>(text.size()), setting.attributes.get(), nullptr));
    for (const PangoItem* item : in_visual_order(logical.get()))
        append_run(text, *item, setting, shaped);
    double sum = 0;
    for (double& advance : shaped.advance_before)
        sum += std::exchange(advance, sum);
    return shaped;
}

void Shaper::append_run(const std::string& text, const PangoItem& item, Setting& setting, ShapedText& shaped) {
    PangoItem copy = item;
    pango_shape_item(&copy, text.data(), static_cast<int>(text.size()), nullptr, glyphs_.get(), PANGO_SHAPE_NONE);

    GlyphRun run;
    run.font = index_of(item.analysis.font);
    run.size = static_cast<float>(setting.style.size);
    run.right_to_left = item.analysis.level % 2 != 0;
    run.text_offset = static_cast<std::uint32_t>(item.offset);
    run.text_length = static_cast<std::uint32_t>(item.length);
    const auto script = static_cast<PangoScript>(item.analysis.script);
    if (item.analysis.level != 0 || !is_sliceable(script)) shaped.can_be_sliced = false;

    // Walks the clusters in visual order: forwards through the text, or backwards where the run is right to left.
    const int count = glyphs_->num_glyphs;
    const int* const starts = glyphs_->log_clusters;
    int previous_start = item.length;
    for (int first = 0, next = 0; first < count; first = next) {
        std::size_t drawn = 0;
        double advance = 0;
        for (next = first; next < count && starts[next] == starts[first]; ++next) {
            const PangoGlyphInfo& glyph = glyphs_->glyphs[next];
            const bool unknown = (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
            if (glyph.glyph != PANGO_GLYPH_EMPTY) {
                constexpr std::uint32_t not_defined = 0;
                run.glyphs.push_back({unknown ? not_defined : glyph.glyph,
                                      static_cast<float>(shaped.line.width + points(glyph.geometry.x_offset)),
                                      static_cast<float>(points(glyph.geometry.y_offset))});
                ++drawn;
            }
            if (unknown) shaped.missing.push_back(glyph.glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            advance += points(glyph.geometry.width);
            shaped.line.width += points(glyph.geometry.width);
        }
        const int end = run.right_to_left ? previous_start : (next < count ? starts[next] : item.length);
        previous_start = starts[first];
        const auto start = static_cast<std::size_t>(item.offset) + static_cast<std::size_t>(starts[first]);
        append_cluster(run.clusters,
                       std::string_view(text).substr(start, static_cast<std::size_t>(end - starts[first])), drawn);
        shaped.advance_before[start] += advance;
    }
    shaped.line.runs.push_back(std::move(run));
}

std::vector<PangoLogAttr> Shaper::boundaries(const std::string& text) const {
    std::vector<PangoLogAttr> attributes(count_characters(text) + 1);
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1, language_, attributes.data(),
                        static_cast<int>(attributes.size()));
    return attributes;
}

}  // namespace fabula::typesetting
