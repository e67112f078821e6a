#pragma once

#include <ft2build.h>
#include <hb.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/scene.hpp"

#include "paint/handle.hpp"
// After ft2build.h:
#include FT_FREETYPE_H

namespace fabula {

using HarfBuzzBufferHandle = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using HarfBuzzFaceHandle = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HarfBuzzFontHandle = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using FreeTypeLibraryHandle = std::unique_ptr<FT_LibraryRec_, Destroy<FT_Done_FreeType>>;
using FreeTypeFaceHandle = std::unique_ptr<FT_FaceRec_, Destroy<FT_Done_Face>>;

/// A font as it lies in its file. Its lengths are in units of its own, of which hb_face_get_upem() make its size.
struct FontFile {
    FreeTypeFaceHandle outlines;
    HarfBuzzFaceHandle face;
    HarfBuzzFontHandle shaping;
    std::string_view generic;  ///< the family of CSS that it belongs to: "serif"
};

/// The fonts of a document, each opened when it is first asked for.
class FontFiles {
public:
    explicit FontFiles(const std::vector<Font>& fonts) : fonts_(fonts), files_(fonts.size()) {}

    /// Null where it cannot be had: then error() says why.
    [[nodiscard]] const FontFile* file(FontIndex index);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    const std::vector<Font>& fonts_;
    FreeTypeLibraryHandle library_;
    std::vector<std::unique_ptr<FontFile>> files_;
    std::string error_;
};

}  // namespace fabula
