#pragma once

#include <cairo.h>
#include <string>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

namespace fabula {

/// Takes what a surface writes, in Cairo's way of calling: `closure` is the std::string it is appended to.
cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length);

[[nodiscard]] PaintResult failed(std::string why);

/// Ends `surface`'s document, and says whether it came out whole.
[[nodiscard]] PaintResult finished(cairo_surface_t* surface, std::string& bytes);

/// Why a document cannot be painted in any format; empty where it can.
[[nodiscard]] std::string document_fault(const Document& document);

/// As above, for a format that holds one page.
[[nodiscard]] std::string one_page_fault(const Document& document);

}  // namespace fabula
