#pragma once

#include <string>
#include <vector>

#include "fabula/scene.hpp"

#include "paint/handle.hpp"

namespace fabula {

/// The fonts of a scene as Cairo needs them, loaded when they are first asked for.
class FontFaces {
public:
    explicit FontFaces(const std::vector<Font>& fonts) : fonts_(fonts), faces_(fonts.size()) {}

    /// Font `index` at `size`, for drawing under the transformation `ctm`; null where there is none: then error() says
    /// why.
    [[nodiscard]] cairo_scaled_font_t* scaled(FontIndex index, double size, const cairo_matrix_t& ctm);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    struct Scaled {
        FontIndex index;
        double size;
        cairo_matrix_t ctm;
        ScaledFontHandle font;
    };

    cairo_font_face_t* face(FontIndex index);

    const std::vector<Font>& fonts_;
    std::vector<FontFaceHandle> faces_;
    std::vector<Scaled> scaled_;
    std::string error_;
};

}  // namespace fabula
