// Texts and addresses that a story says, made safe for a file.

#include "paint/safe_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "source/characters.hpp"

namespace fabula::painting {
namespace {

/// Characters of three bytes that are left out: U+202A to U+202E, U+FFFE and U+FFFF.
constexpr std::array<std::string_view, 7> left_out{"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
                                                   "\xE2\x80\xAE", "\xEF\xBF\xBE", "\xEF\xBF\xBF"};

void append(std::string& out, char c) {
    if (c == '<') {
        out += "&lt;";
    } else if (c == '>') {
        out += "&gt;";
    } else if (c == '&') {
        out += "&amp;";
    } else if (c == '"') {
        out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n') {
        out += c;
    }
}

void append_valid(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (std::ranges::find(left_out, text.substr(at, 3)) != left_out.end()) {
            at += 2;
        } else {
            append(out, text[at]);
        }
    }
}

}  // namespace

std::string xml_text(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    out.reserve(text.size());
    while (true) {
        const auto fault = first_invalid_byte(text);
        append_valid(out, text.substr(0, fault.value_or(text.size())));
        if (!fault) return out;
        out += replacement;
        text.remove_prefix(*fault + 1);
    }
}

std::string xml_id(std::string_view id) {
    std::string text = xml_text(id);
    std::ranges::replace_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; }, '_');
    return text;
}

namespace {

struct Scheme {
    std::string_view start;    ///< of a link, in small letters
    std::string_view address;  ///< what replaces it
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

}  // namespace fabula::painting
