#include "paint/png/encoder.hpp"

#include <cmath>
#include <csetjmp>
#include <new>

namespace fabula {

namespace {

constexpr double metres_per_inch = 0.0254;

/// Nearly all of a picture is paper: the fastest packing makes it small enough.
constexpr int packing = 1;

/// Deflate finds again what it has met in the last 32 KiB (RFC 1951). Where a row is longer than that, it is written as
/// the difference from the row above, or what runs down the picture would be written anew in each row.
int filter_for(const PngHeader& header) {
    constexpr std::size_t remembered = 32768;
    const std::size_t row = header.width * (header.has_alpha ? 4 : 3);
    return row < remembered ? PNG_FILTER_NONE : PNG_FILTER_UP;
}

}  // namespace

// libpng leaves a failed call by a jump to where png_jmpbuf was set; no function below that sets it has locals that
// would have to be destroyed.

PngEncoder::PngEncoder(const PngHeader& header, std::string& bytes) : bytes_(bytes) {
    png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, fail, nullptr);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
    if (info_ == nullptr) {
        error_ = "out of memory";
        return;
    }
    write_header(header);
}

PngEncoder::~PngEncoder() {
    png_destroy_write_struct(&png_, &info_);
}

void PngEncoder::fail(png_structp png, png_const_charp message) {
    static_cast<PngEncoder*>(png_get_error_ptr(png))->error_ = message;
    png_longjmp(png, 1);
}

void PngEncoder::append(png_structp png, png_bytep data, std::size_t length) {
    bool appended = true;
    try {
        static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), length);
    } catch (const std::bad_alloc&) {  // must not pass through C
        appended = false;
    }
    if (!appended) png_error(png, "out of memory");
}

void PngEncoder::write_header(const PngHeader& header) {
    if (setjmp(png_jmpbuf(png_)) != 0) return;
    png_set_write_fn(png_, &bytes_, append, nullptr);
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(png_, info_, static_cast<png_uint_32>(header.width), static_cast<png_uint_32>(header.height), 8,
                 header.has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto dots_per_metre = static_cast<png_uint_32>(std::lround(header.dots_per_inch / metres_per_inch));
    png_set_pHYs(png_, info_, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png_, packing);
    png_set_filter(png_, PNG_FILTER_TYPE_BASE, filter_for(header));
    png_write_info(png_, info_);
}

void PngEncoder::write_row(const std::vector<png_byte>& row) {
    if (!error_.empty()) return;
    if (setjmp(png_jmpbuf(png_)) != 0) return;
    png_write_row(png_, row.data());
}

void PngEncoder::finish() {
    if (!error_.empty()) return;
    if (setjmp(png_jmpbuf(png_)) != 0) return;
    png_write_end(png_, info_);
}

}  // namespace fabula
