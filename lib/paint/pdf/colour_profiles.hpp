#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "fabula/document.hpp"

namespace fabula {

/// An ICC profile (ISO 15076-1).
struct ColourProfile {
    std::string bytes;
    std::string name;
    std::size_t channels = 3;
};

/// None where a document's colours are inks of which no profile is given; else an error says what is wrong with that.
struct ProfileResult {
    std::optional<ColourProfile> profile;
    std::string error;
};

/// What the numbers of a document's colours mean: sRGB (IEC 61966-2-1) on screen, its grey in black, else the profile
/// that `inks` names. The same bytes at any time.
[[nodiscard]] ProfileResult profile_for(const Inks& inks);

}  // namespace fabula
