#pragma once

#include <cairo.h>
#include <string>

#include "fabula/paint.hpp"
#include "fabula/scene.hpp"

namespace fabula {

/// Takes what a surface writes, in Cairo's way of calling: `closure` is the std::string it is appended to.
cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length);

[[nodiscard]] PaintResult failed(std::string why);

/// Ends `surface`'s document, and says whether it came out whole.
[[nodiscard]] PaintResult finished(cairo_surface_t* surface, std::string& bytes);

/// Why a scene of this size cannot be painted in any format; empty where it can.
[[nodiscard]] std::string size_fault(const Scene& scene);

}  // namespace fabula
