#include "colour_vision.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fabula::testing {
namespace {

using Light = std::array<double, 3>;
using Matrix = std::array<Light, 3>;

/// sRGB to linear light (IEC 61966-2-1).
double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

Light light_of(const Colour& colour) {
    return {linear(colour.red), linear(colour.green), linear(colour.blue)};
}

constexpr Light luminances{0.2126, 0.7152, 0.0722};

constexpr Matrix seen_by(Vision vision) {
    switch (vision) {
        case Vision::normal:
            break;
        case Vision::protanopia:
            return {
                {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
        case Vision::deuteranopia:
            return {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
        case Vision::tritanopia:
            return {
                {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
        case Vision::grey:
            return {{luminances, luminances, luminances}};
    }
    return {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
}

double product(const Light& row, const Light& light) {
    return row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
}

Light through(const Matrix& matrix, const Light& light) {
    Light result{};
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = std::clamp(product(matrix[i], light), 0.0, 1.0);
    return result;
}

/// Of linear sRGB, under D65 (ISO/CIE 11664-4).
Lab lab_of(const Light& light) {
    const auto share = [](double t) {
        constexpr double least = 216.0 / 24389;
        return t > least ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double x = share(product({0.4124564, 0.3575761, 0.1804375}, light) / 0.95047);
    const double y = share(product({0.2126729, 0.7151522, 0.0721750}, light));
    const double z = share(product({0.0193339, 0.1191920, 0.9503041}, light) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

}  // namespace

double luminance(const Colour& colour) {
    return product(luminances, light_of(colour));
}

double contrast(const Colour& one, const Colour& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

std::string_view name_of(Vision vision) {
    constexpr std::array<std::string_view, 5> names{"normal vision", "protanopia", "deuteranopia", "tritanopia",
                                                    "grey"};
    return names[static_cast<std::size_t>(vision)];
}

Lab seen(const Colour& colour, Vision vision) {
    return lab_of(through(seen_by(vision), light_of(colour)));
}

double least_difference(const Colour& one, const Colour& other) {
    double least = std::numeric_limits<double>::infinity();
    for (const Vision vision : visions)
        least = std::min(least, difference(seen(one, vision), seen(other, vision)));
    return least;
}

}  // namespace fabula::testing
