// bench_floor FLAT OUT.pdf: draws a flat scene with Cairo and Pango alone. Nothing is laid out and nothing is read but
// the scene and the font files, so this is the cost that no program that draws the same picture can avoid.
// clang-format off: fcfreetype.h does not stand alone.
#include <fontconfig/fontconfig.h>
#include <fontconfig/fcfreetype.h>
// clang-format on
#include <cairo-pdf.h>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "flat_scene.hpp"

namespace fabula::bench {
namespace {

template <auto release>
struct Release {
    template <typename Thing>
    void operator()(Thing* thing) const {
        release(thing);
    }
};

template <typename Thing, auto release>
using Handle = std::unique_ptr<Thing, Release<release>>;

using ConfigHandle = Handle<FcConfig, FcConfigDestroy>;
using FontMapHandle = Handle<PangoFontMap, g_object_unref>;
using ContextHandle = Handle<PangoContext, g_object_unref>;
using LayoutHandle = Handle<PangoLayout, g_object_unref>;
using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using CairoHandle = Handle<cairo_t, cairo_destroy>;

struct NamedFont {
    FlatFont face;
    std::string path;
    std::string family;
};

std::vector<NamedFont> take_fonts(FlatReader& in) {
    std::vector<NamedFont> fonts(in.take<std::uint32_t>());
    for (NamedFont& font : fonts) {
        font.face = in.take<FlatFont>();
        font.path = in.take_text();
        font.family = in.take_text();
    }
    return fonts;
}

/// The scene's fonts and no others. A file added whole makes the set to which single faces can be added: reading all
/// faces of an East Asian collection would cost more than the rest together.
ConfigHandle make_config(const std::vector<NamedFont>& fonts) {
    ConfigHandle config(FcConfigCreate());
    std::set<std::pair<std::string, int>> known;
    for (const NamedFont& font : fonts) {
        const auto* const path = reinterpret_cast<const FcChar8*>(font.path.c_str());
        if (!known.emplace(font.path, font.face.face_index).second) continue;
        if (known.size() == 1) {
            FcConfigAppFontAddFile(config.get(), path);
        } else {
            int count = 0;
            FcFontSetAdd(FcConfigGetFonts(config.get(), FcSetApplication),
                         FcFreeTypeQuery(path, static_cast<unsigned>(font.face.face_index), nullptr, &count));
        }
    }
    FcConfigSetCurrent(config.get());
    return config;
}

FontMapHandle make_font_map(FcConfig* config) {
    FontMapHandle map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
    return map;
}

ContextHandle make_context(PangoFontMap* map) {
    ContextHandle context(pango_font_map_create_context(map));
    const Handle<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

/// One PangoLayout for each font and size, made when first asked for and used for every text set in it.
class Layouts {
public:
    explicit Layouts(std::vector<NamedFont> fonts)
        : fonts_(std::move(fonts)),
          config_(make_config(fonts_)),
          font_map_(make_font_map(config_.get())),
          context_(make_context(font_map_.get())) {}

    PangoLayout* layout_for(std::uint32_t font, float size) {
        for (const Setting& setting : settings_) {
            if (setting.font == font && setting.size == size) return setting.layout.get();
        }
        settings_.push_back({font, size, make_layout(fonts_.at(font), size)});
        return settings_.back().layout.get();
    }

private:
    struct Setting {
        std::uint32_t font;
        float size;
        LayoutHandle layout;
    };

    LayoutHandle make_layout(const NamedFont& font, float size) const {
        std::string families = font.family;
        for (const NamedFont& other : fonts_) {
            if (other.family != font.family) families += "," + other.family;
        }
        const Handle<PangoFontDescription, pango_font_description_free> description(pango_font_description_new());
        pango_font_description_set_family(description.get(), families.c_str());
        pango_font_description_set_size(description.get(), static_cast<int>(size * PANGO_SCALE + 0.5F));
        pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(font.face.weight));
        pango_font_description_set_style(description.get(), font.face.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        LayoutHandle layout(pango_layout_new(context_.get()));
        pango_layout_set_font_description(layout.get(), description.get());
        return layout;
    }

    std::vector<NamedFont> fonts_;
    ConfigHandle config_;
    FontMapHandle font_map_;
    ContextHandle context_;
    std::vector<Setting> settings_;
};

void set_colour(cairo_t* cairo, const FlatColour& colour) {
    cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, colour.alpha);
}

void draw_text(cairo_t* cairo, FlatReader& in, Layouts& layouts) {
    const auto text = in.take<FlatText>();
    const std::string_view words = in.take_text();
    PangoLayout* const layout = layouts.layout_for(text.font, text.size);
    pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
    set_colour(cairo, text.colour);
    cairo_move_to(cairo, text.at.x, text.at.y);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0));
}

void add_step(cairo_t* cairo, FlatReader& in) {
    switch (in.take<FlatStep>()) {
        case FlatStep::move: {
            const auto to = in.take<FlatPoint>();
            return cairo_move_to(cairo, to.x, to.y);
        }
        case FlatStep::line: {
            const auto to = in.take<FlatPoint>();
            return cairo_line_to(cairo, to.x, to.y);
        }
        case FlatStep::cubic: {
            const auto control_1 = in.take<FlatPoint>();
            const auto control_2 = in.take<FlatPoint>();
            const auto to = in.take<FlatPoint>();
            return cairo_curve_to(cairo, control_1.x, control_1.y, control_2.x, control_2.y, to.x, to.y);
        }
        case FlatStep::close:
            return cairo_close_path(cairo);
    }
}

void draw_path(cairo_t* cairo, FlatReader& in, std::vector<double>& dashes) {
    const auto path = in.take<FlatPath>();
    dashes.resize(path.dashes);
    for (double& length : dashes)
        length = in.take<double>();
    cairo_new_path(cairo);
    for (std::uint32_t step = 0; step < path.steps; ++step)
        add_step(cairo, in);
    if (path.is_filled) {
        set_colour(cairo, path.fill);
        path.is_stroked ? cairo_fill_preserve(cairo) : cairo_fill(cairo);
    }
    if (!path.is_stroked) return;
    set_colour(cairo, path.stroke);
    cairo_set_line_width(cairo, path.width);
    cairo_set_line_cap(cairo, static_cast<cairo_line_cap_t>(path.cap));
    cairo_set_line_join(cairo, static_cast<cairo_line_join_t>(path.join));
    cairo_set_dash(cairo, dashes.data(), static_cast<int>(dashes.size()), 0);
    cairo_stroke(cairo);
}

void draw(const std::string& bytes, const char* pdf_file) {
    FlatReader in(bytes);
    const auto width = in.take<double>();
    const auto height = in.take<double>();
    Layouts layouts(take_fonts(in));
    const SurfaceHandle surface(cairo_pdf_surface_create(pdf_file, width, height));
    const CairoHandle cairo(cairo_create(surface.get()));
    std::vector<double> dashes;
    for (auto items = in.take<std::uint32_t>(); items > 0; --items) {
        switch (in.take<FlatItem>()) {
            case FlatItem::text:
                draw_text(cairo.get(), in, layouts);
                break;
            case FlatItem::path:
                draw_path(cairo.get(), in, dashes);
                break;
        }
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(cairo_status_to_string(status));
}

std::string content_of(const char* name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) throw std::runtime_error(std::string(name) + " could not be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace
}  // namespace fabula::bench

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::fputs("usage: bench_floor FLAT OUT.pdf\n", stderr);
        return 2;
    }
    try {
        fabula::bench::draw(fabula::bench::content_of(arguments[1]), arguments[2]);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "bench_floor: %s\n", failure.what());
        return 1;
    }
}
