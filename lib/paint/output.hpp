#pragma once

#include <cairo.h>
#include <memory>
#include <string>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

/// Owners of what Cairo returns, and the bytes that painters write.
namespace fabula::painting {

template <auto destroy>
struct Destroy {
    template <typename Thing>
    void operator()(Thing* thing) const {
        destroy(thing);
    }
};

using SurfaceHandle = std::unique_ptr<cairo_surface_t, Destroy<cairo_surface_destroy>>;
using ContextHandle = std::unique_ptr<cairo_t, Destroy<cairo_destroy>>;
using FontFaceHandle = std::unique_ptr<cairo_font_face_t, Destroy<cairo_font_face_destroy>>;
using ScaledFontHandle = std::unique_ptr<cairo_scaled_font_t, Destroy<cairo_scaled_font_destroy>>;
using FontOptionsHandle = std::unique_ptr<cairo_font_options_t, Destroy<cairo_font_options_destroy>>;

/// Takes what a surface writes, in Cairo's way of calling: `closure` is the std::string it is appended to.
cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length);

[[nodiscard]] PaintResult failed(std::string why);

/// Finishes the document of `surface`. Its bytes, or what failed.
[[nodiscard]] PaintResult finished(cairo_surface_t* surface, std::string& bytes);

/// Why a document cannot be painted in any format; empty where it can.
[[nodiscard]] std::string document_fault(const Document& document);

/// As above, for a format that holds one page.
[[nodiscard]] std::string one_page_fault(const Document& document);

}  // namespace fabula::painting
