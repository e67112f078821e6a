// PNG: the scene drawn in bands, each small enough for memory, and packed row by row.
#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <new>
#include <png.h>
#include <string>
#include <vector>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "source/number.hpp"

namespace fabula::painting {
namespace {

/// What a PNG's header says.
struct PngHeader {
    std::size_t width = 0;
    std::size_t height = 0;
    bool has_alpha = false;
    double dots_per_inch = 72;
};

/// Writes a PNG row after row into a string, packed fast rather than small. After a failure all calls do nothing.
class PngEncoder {
public:
    PngEncoder(const PngHeader& header, std::string& bytes);
    ~PngEncoder();
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;

    /// `row` has 3 or 4 bytes a dot: red, green, blue and, with has_alpha, alpha (not multiplied into the others).
    void write_row(const std::vector<png_byte>& row);
    void finish();

    /// Why it failed, or empty.
    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    static void fail(png_structp png, png_const_charp message);
    static void append(png_structp png, png_bytep data, std::size_t length);
    void write_header(const PngHeader& header);

    std::string& bytes_;
    std::string error_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
};

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

constexpr double points_per_inch = 72;
constexpr double widest = 32767;  ///< Cairo's pictures of dots
constexpr double highest = 1'000'000;
constexpr double most_dots = 1e9;  ///< half a minute's work
constexpr std::size_t dots_of_a_band = 8 << 20;

std::string too_many_dots(double width, double height, double dots_per_inch) {
    if (width <= widest && height <= highest && width * height <= most_dots) return {};
    const double fitting =
        dots_per_inch * std::min({widest / width, highest / height, std::sqrt(most_dots / width / height)});
    return fmt::format(
        "the picture would be {} dots wide and {} high; at most {} by {} are possible, and {} million in all. "
        "It fits at {} dots per inch or fewer",
        number(width, 0), number(height, 0), number(widest, 0), number(highest, 0), number(most_dots / 1e6, 0),
        number(std::floor(fitting), 0));
}

/// Cairo's dots are native 32-bit numbers, alpha in the highest byte.
void unpack_opaque(const std::uint32_t* dots, std::vector<png_byte>& row) {
    png_byte* out = row.data();
    for (const std::uint32_t* const end = dots + row.size() / 3; dots != end; ++dots, out += 3) {
        out[0] = static_cast<png_byte>(*dots >> 16);
        out[1] = static_cast<png_byte>(*dots >> 8);
        out[2] = static_cast<png_byte>(*dots);
    }
}

/// As above, with the alpha that Cairo multiplied into the colours taken out of them.
void unpack_transparent(const std::uint32_t* dots, std::vector<png_byte>& row) {
    png_byte* out = row.data();
    for (const std::uint32_t* const end = dots + row.size() / 4; dots != end; ++dots, out += 4) {
        const std::uint32_t alpha = *dots >> 24;
        const auto straight = [&](std::uint32_t value) {
            return static_cast<png_byte>(alpha == 0 ? 0 : std::min(255U, ((value & 255U) * 255U + alpha / 2) / alpha));
        };
        out[0] = straight(*dots >> 16);
        out[1] = straight(*dots >> 8);
        out[2] = straight(*dots);
        out[3] = static_cast<png_byte>(alpha);
    }
}

class PngPainting {
public:
    PngPainting(const Document& document, double dots_per_inch)
        : document_(document),
          page_(document.pages.front()),
          fonts_(document.fonts),
          scale_(dots_per_inch / points_per_inch),
          is_opaque_(document.scenes.front().paper.alpha == 255),
          header_{static_cast<std::size_t>(std::ceil(page_.width * scale_)),
                  static_cast<std::size_t>(std::ceil(page_.height * scale_)), !is_opaque_, dots_per_inch},
          encoder_(header_, bytes_) {}

    PaintResult paint() {
        const std::size_t band = std::clamp<std::size_t>(dots_of_a_band / header_.width, 1, header_.height);
        const SurfaceHandle surface(cairo_image_surface_create(is_opaque_ ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                               static_cast<int>(header_.width),
                                                               static_cast<int>(band)));
        for (std::size_t top = 0; top < header_.height; top += band) {
            std::string error = draw_band(surface.get(), top);
            if (!error.empty()) return failed(std::move(error));
            write_rows(surface.get(), std::min(band, header_.height - top));
        }
        encoder_.finish();
        if (!encoder_.error().empty()) return failed("the picture cannot be written: " + encoder_.error());
        return {std::move(bytes_), {}};
    }

private:
    std::string draw_band(cairo_surface_t* surface, std::size_t top) {
        const ContextHandle context(cairo_create(surface));
        // Opaque paper reaches under the last dots too, of which a picture covers only a part.
        const Colour& paper = document_.scenes.front().paper;
        cairo_set_source_rgb(context.get(), paper.red / 255.0, paper.green / 255.0, paper.blue / 255.0);
        cairo_set_operator(context.get(), is_opaque_ ? CAIRO_OPERATOR_SOURCE : CAIRO_OPERATOR_CLEAR);
        cairo_paint(context.get());
        cairo_set_operator(context.get(), CAIRO_OPERATOR_OVER);
        cairo_translate(context.get(), 0, -static_cast<double>(top));
        cairo_scale(context.get(), scale_, scale_);
        return draw_page(context.get(), document_, page_, fonts_, &masks_);
    }

    void write_rows(cairo_surface_t* surface, std::size_t rows) {
        cairo_surface_flush(surface);
        const unsigned char* const data = cairo_image_surface_get_data(surface);
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        std::vector<png_byte> row(header_.width * (is_opaque_ ? 3 : 4));
        for (std::size_t y = 0; y < rows; ++y) {
            const auto* const dots = reinterpret_cast<const std::uint32_t*>(data + y * stride);
            is_opaque_ ? unpack_opaque(dots, row) : unpack_transparent(dots, row);
            encoder_.write_row(row);
        }
    }

    const Document& document_;
    const PrintedPage& page_;
    FontFaces fonts_;
    GlyphMasks masks_;
    double scale_;
    bool is_opaque_;
    PngHeader header_;
    std::string bytes_;
    PngEncoder encoder_;
};

}  // namespace

PaintResult paint_png(const Document& document, const PaintOptions& options) {
    if (std::string fault = one_page_fault(document); !fault.empty()) return failed(std::move(fault));
    if (!(options.dots_per_inch >= 36 && options.dots_per_inch <= 2400)) {
        return failed(fmt::format("{} dots per inch: it must be 36 to 2400", number(options.dots_per_inch, 1)));
    }
    const PrintedPage& page = document.pages.front();
    const double scale = options.dots_per_inch / points_per_inch;
    std::string fault =
        too_many_dots(std::ceil(page.width * scale), std::ceil(page.height * scale), options.dots_per_inch);
    if (!fault.empty()) return failed(std::move(fault));
    return PngPainting(document, options.dots_per_inch).paint();
}

}  // namespace fabula::painting
