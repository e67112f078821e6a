#include "paint/xml_text.hpp"

#include <algorithm>
#include <array>

#include "source/characters.hpp"

namespace fabula {
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

}  // namespace fabula
