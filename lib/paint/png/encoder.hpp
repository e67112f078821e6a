#pragma once

#include <cstddef>
#include <png.h>
#include <string>
#include <vector>

namespace fabula {

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

}  // namespace fabula
