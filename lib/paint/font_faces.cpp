#include "paint/font_faces.hpp"

#include <algorithm>
#include <cairo-ft.h>
#include <fmt/format.h>
#include <memory>

namespace fabula {

namespace {

using LibraryHandle = std::unique_ptr<FT_LibraryRec_, Destroy<FT_Done_FreeType>>;
using FreeTypeFaceHandle = std::unique_ptr<FT_FaceRec_, Destroy<FT_Done_Face>>;

/// A face with a library of its own: Cairo keeps fonts that are no longer used for a while and may let go of them on
/// any thread, while a library must not be used from two at once.
struct LoadedFace {
    LibraryHandle library;
    FreeTypeFaceHandle face;
};

void delete_loaded_face(void* loaded) {
    delete static_cast<LoadedFace*>(loaded);
}

std::unique_ptr<LoadedFace> load(const Font& font) {
    auto loaded = std::make_unique<LoadedFace>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    loaded->library.reset(library);
    FT_Face face = nullptr;
    if (FT_New_Face(library, font.path.c_str(), font.face_index, &face) != 0) return nullptr;
    loaded->face.reset(face);
    return loaded;
}

/// The face for Cairo, which closes the file when it is done with it.
FontFaceHandle make_face(const Font& font) {
    static const cairo_user_data_key_t key{};
    std::unique_ptr<LoadedFace> loaded = load(font);
    if (!loaded) return nullptr;
    FontFaceHandle face(cairo_ft_font_face_create_for_ft_face(loaded->face.get(), FT_LOAD_NO_HINTING));
    if (cairo_font_face_set_user_data(face.get(), &key, loaded.get(), delete_loaded_face) != CAIRO_STATUS_SUCCESS) {
        return nullptr;
    }
    loaded.release();
    return face;
}

/// As the text was measured: without hinting.
FontOptionsHandle font_options() {
    FontOptionsHandle options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    return options;
}

bool have_same_axes(const cairo_matrix_t& a, const cairo_matrix_t& b) {
    return a.xx == b.xx && a.yx == b.yx && a.xy == b.xy && a.yy == b.yy;
}

}  // namespace

cairo_font_face_t* FontFaces::face(FontIndex index) {
    if (index >= faces_.size()) {
        error_ = "the picture has text in a font that it does not list";
        return nullptr;
    }
    if (!faces_[index]) faces_[index] = make_face(fonts_[index]);
    if (!faces_[index]) error_ = fmt::format("the font file {} cannot be read", fonts_[index].path);
    return faces_[index].get();
}

cairo_scaled_font_t* FontFaces::scaled(FontIndex index, double size, const cairo_matrix_t& ctm) {
    const auto known = std::find_if(scaled_.begin(), scaled_.end(), [&](const Scaled& one) {
        return one.index == index && one.size == size && have_same_axes(one.ctm, ctm);
    });
    if (known != scaled_.end()) return known->font.get();
    cairo_font_face_t* const of = face(index);
    if (of == nullptr) return nullptr;
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, size, size);
    ScaledFontHandle font(cairo_scaled_font_create(of, &matrix, &ctm, font_options().get()));
    if (cairo_scaled_font_status(font.get()) != CAIRO_STATUS_SUCCESS) {
        error_ = fmt::format("the font {} cannot be set at {} points", fonts_[index].family, size);
        return nullptr;
    }
    scaled_.push_back({index, size, ctm, std::move(font)});
    return scaled_.back().font.get();
}

}  // namespace fabula
