#include "paint/link_address.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace fabula {
namespace {

struct Scheme {
    std::string_view start;    ///< of a link, in small letters
    std::string_view address;  ///< what stands for it
};

char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Schemes are the same in capitals (RFC 3986, 3.1).
bool starts_with(std::string_view link, std::string_view start) {
    return std::ranges::equal(link.substr(0, start.size()), start, {}, small_letter);
}

}  // namespace

std::optional<std::string> link_address(std::string_view link) {
    constexpr std::array<Scheme, 4> schemes{
        {{"https://", "https://"}, {"http://", "http://"}, {"mailto:", "mailto:"}, {"doi:", "https://doi.org/"}}};
    const auto known =
        std::ranges::find_if(schemes, [&](const Scheme& scheme) { return starts_with(link, scheme.start); });
    if (known == schemes.end() || link.size() == known->start.size()) return std::nullopt;
    std::string address(known->address);
    for (const char c : link.substr(known->start.size())) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F) return std::nullopt;
        byte > 0x7F ? address += fmt::format("%{:02X}", byte) : address += c;
    }
    return address;
}

}  // namespace fabula
