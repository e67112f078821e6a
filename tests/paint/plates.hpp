#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "documents.hpp"

namespace fabula {

/// The pages of a TIFF as a press plate is written: one byte a dot, 255 where there is no ink, not packed.
class Plate {
public:
    Plate() = default;
    explicit Plate(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(file), {});
        if (bytes_.size() < 8) return;
        read_directory(number(4, 4));
    }

    /// The share of ink at a dot, 0 to 1.
    [[nodiscard]] double at(std::size_t x, std::size_t y) const {
        const std::size_t strip = y / rows_a_strip_;
        const std::size_t place = strips_.at(strip) + (y % rows_a_strip_) * width_ + x;
        return 1 - static_cast<unsigned char>(bytes_.at(place)) / 255.0;
    }

    /// The greatest share of ink in a rectangle of dots.
    [[nodiscard]] double most(std::size_t left, std::size_t top, std::size_t right, std::size_t bottom) const {
        double most = 0;
        for (std::size_t y = top; y < bottom; ++y) {
            for (std::size_t x = left; x < right; ++x)
                most = std::max(most, at(x, y));
        }
        return most;
    }

private:
    [[nodiscard]] std::size_t number(std::size_t place, std::size_t length) const {
        std::size_t value = 0;
        for (std::size_t i = length; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(bytes_.at(place + i));
        return value;
    }

    /// The entries of TIFF 6.0 that matter here: width, rows a strip, where the strips begin.
    void read_directory(std::size_t start) {
        const std::size_t entries = number(start, 2);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t entry = start + 2 + 12 * i;
            const std::size_t tag = number(entry, 2);
            const std::size_t length = number(entry + 2, 2) == 3 ? 2 : 4;
            const std::size_t count = number(entry + 4, 4);
            const bool inside = count * length <= 4;
            const std::size_t values = inside ? entry + 8 : number(entry + 8, 4);
            if (tag == 256) width_ = number(values, length);
            if (tag == 278) rows_a_strip_ = number(values, length);
            if (tag != 273) continue;
            for (std::size_t strip = 0; strip < count; ++strip)
                strips_.push_back(number(values + strip * length, length));
        }
    }

    std::string bytes_;
    std::size_t width_ = 0;
    std::size_t rows_a_strip_ = 1;
    std::vector<std::size_t> strips_;
};

/// The first page of a PDF taken apart into the plates of its inks, one dot a point.
class Plates {
public:
    explicit Plates(const TemporaryFile& pdf) : folder_(pdf.path() + "-plates") {
        std::filesystem::create_directory(folder_);
        said_ = run("gs -q -dBATCH -dNOPAUSE -r72 -dGraphicsAlphaBits=1 -dTextAlphaBits=1 -sCompression=none "
                    "-sDEVICE=tiffsep -sOutputFile=" +
                    folder_ + "/page.tif " + pdf.path())
                    .output;
    }
    ~Plates() { std::filesystem::remove_all(folder_); }
    Plates(const Plates&) = delete;
    Plates& operator=(const Plates&) = delete;

    [[nodiscard]] bool has(const std::string& ink) const { return std::filesystem::exists(path(ink)); }
    [[nodiscard]] Plate plate(const std::string& ink) const { return Plate(path(ink)); }
    [[nodiscard]] const std::string& said() const { return said_; }

private:
    [[nodiscard]] std::string path(const std::string& ink) const { return folder_ + "/page(" + ink + ").tif"; }

    std::string folder_;
    std::string said_;
};

}  // namespace fabula
