#include "ciede2000.hpp"

#include <cmath>
#include <numbers>

namespace fabula::testing {
namespace {

constexpr double full_turn = 360;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

double hue_of(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + full_turn : degrees;
}

/// The root of x^7 / (x^7 + 25^7), which the formula has twice.
double chroma_share(double chroma) {
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

double hue_between(double from, double to) {
    const double way = to - from;
    if (way > full_turn / 2) return way - full_turn;
    return way < -full_turn / 2 ? way + full_turn : way;
}

double mean_hue(double one, double other) {
    const double sum = one + other;
    if (std::abs(one - other) <= full_turn / 2) return sum / 2;
    return sum < full_turn ? (sum + full_turn) / 2 : (sum - full_turn) / 2;
}

}  // namespace

double difference(const Lab& one, const Lab& other) {
    const double stretch = 1 + 0.5 * (1 - chroma_share((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2));
    const double chroma_1 = std::hypot(one.a * stretch, one.b);
    const double chroma_2 = std::hypot(other.a * stretch, other.b);
    const double hue_1 = hue_of(one.a * stretch, one.b);
    const double hue_2 = hue_of(other.a * stretch, other.b);
    const bool grey = chroma_1 * chroma_2 == 0;

    const double lightness = (one.lightness + other.lightness) / 2;
    const double chroma = (chroma_1 + chroma_2) / 2;
    const double hue = grey ? hue_1 + hue_2 : mean_hue(hue_1, hue_2);
    const double t = 1 - 0.17 * std::cos(radians(hue - 30)) + 0.24 * std::cos(radians(2 * hue)) +
                     0.32 * std::cos(radians(3 * hue + 6)) - 0.20 * std::cos(radians(4 * hue - 63));
    const double off = (lightness - 50) * (lightness - 50);
    const double blue = (hue - 275) / 25;
    const double turn = -std::sin(radians(60 * std::exp(-blue * blue))) * 2 * chroma_share(chroma);

    const double by_lightness = (other.lightness - one.lightness) / (1 + 0.015 * off / std::sqrt(20 + off));
    const double by_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * chroma);
    const double way = grey ? 0 : hue_between(hue_1, hue_2);
    const double by_hue = 2 * std::sqrt(chroma_1 * chroma_2) * std::sin(radians(way / 2)) / (1 + 0.015 * chroma * t);
    return std::sqrt(by_lightness * by_lightness + by_chroma * by_chroma + by_hue * by_hue + turn * by_chroma * by_hue);
}

}  // namespace fabula::testing
