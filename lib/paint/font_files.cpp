// Fonts as they lie in their files, for what is written without Cairo.
#include "paint/font_files.hpp"

#include <fmt/format.h>
// After ft2build.h:
#include FT_TRUETYPE_TABLES_H

namespace fabula {
namespace {

/// By the classes of PANOSE (in the OS/2 table): for Latin text, 11 to 15 are sans serif, those before have serifs.
std::string_view generic_family(FT_Face face) {
    if (FT_IS_FIXED_WIDTH(face)) return "monospace";
    const auto* const table = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    constexpr int latin_text = 2;
    if (table == nullptr || table->panose[0] != latin_text) return "sans-serif";
    return table->panose[1] >= 2 && table->panose[1] <= 10 ? "serif" : "sans-serif";
}

FreeTypeFaceHandle open_outlines(FT_Library library, const Font& font) {
    FT_Face face = nullptr;
    const bool is_open = FT_New_Face(library, font.path.c_str(), font.face_index, &face) == 0;
    return FreeTypeFaceHandle(is_open ? face : nullptr);
}

HarfBuzzFaceHandle open_face(const Font& font) {
    constexpr unsigned in_collection = 0xFFFF;  // what FreeType has above these bits is an instance of a variable font
    hb_blob_t* const blob = hb_blob_create_from_file(font.path.c_str());
    HarfBuzzFaceHandle face(hb_face_create(blob, static_cast<unsigned>(font.face_index) & in_collection));
    hb_blob_destroy(blob);
    return face;
}

std::unique_ptr<FontFile> open(FT_Library library, const Font& font) {
    auto file = std::make_unique<FontFile>();
    file->outlines = open_outlines(library, font);
    if (!file->outlines) return nullptr;
    file->face = open_face(font);
    file->shaping.reset(hb_font_create(file->face.get()));
    const unsigned instance = static_cast<unsigned>(font.face_index) >> 16U;
    if (instance > 0) hb_font_set_var_named_instance(file->shaping.get(), instance - 1);
    file->generic = generic_family(file->outlines.get());
    return file;
}

}  // namespace

const FontFile* FontFiles::file(FontIndex index) {
    if (index >= files_.size()) {
        error_ = "the picture has text in a font that it does not list";
        return nullptr;
    }
    if (!library_) {
        FT_Library library = nullptr;
        if (FT_Init_FreeType(&library) == 0) library_.reset(library);
    }
    if (!files_[index] && library_) files_[index] = open(library_.get(), fonts_[index]);
    if (!files_[index]) error_ = fmt::format("the font file {} cannot be read", fonts_[index].path);
    return files_[index].get();
}

}  // namespace fabula
