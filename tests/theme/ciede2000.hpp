#pragma once

/// How different two colours look.
namespace fabula::testing {

/// A colour in CIELAB under D65.
struct Lab {
    double lightness = 0;  ///< 0 to 100
    double a = 0;          ///< from green to red
    double b = 0;          ///< from blue to yellow
};

/// The difference CIEDE2000 (ISO/CIE 11664-6), with all weights 1: about 1 is the least that is seen side by side.
/// After Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula, Color Research and Application 30 (2005).
[[nodiscard]] double difference(const Lab& one, const Lab& other);

}  // namespace fabula::testing
