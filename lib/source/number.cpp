#include "source/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace fabula {
namespace {

// The largest double has 309 digits before the point, the smallest needs 324 zeros and 17 digits after it.
using Buffer = std::array<char, 400>;

std::string not_finite(double value) {
    if (std::isnan(value)) return "nan";
    return value > 0 ? "inf" : "-inf";
}

std::string without_negative_zero(std::string text) {
    return text == "-0" ? "0" : text;
}

}  // namespace

std::string number(double value, int digits) {
    if (!std::isfinite(value)) return not_finite(value);
    Buffer buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed, std::clamp(digits, 0, 17));
    std::string text(buffer.data(), end);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return without_negative_zero(std::move(text));
}

std::string exact_number(double value) {
    if (!std::isfinite(value)) return not_finite(value);
    Buffer buffer;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return without_negative_zero(std::string(buffer.data(), end));
}

}  // namespace fabula
