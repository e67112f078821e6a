#include "yaml/check_text.hpp"

#include <fmt/format.h>

#include "source/characters.hpp"

namespace fabula::yaml {
namespace {

/// The length of the character at the start of `text` where YAML 1.2 (production 1, c-printable) forbids it, else 0.
std::size_t forbidden_character(std::string_view text) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const unsigned first = byte(0);
    if (first < 0x20) return first == '\t' || first == '\n' || first == '\r' ? 0 : 1;
    if (first == 0x7F) return 1;
    const bool c1_control = first == 0xC2 && byte(1) < 0xA0 && byte(1) != 0x85;
    if (c1_control) return 2;
    const bool noncharacter = first == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;  // U+FFFE, U+FFFF
    return noncharacter ? 3 : 0;
}

bool check_characters(const Sources& sources, std::uint32_t source, Findings& findings) {
    const std::string_view text = sources.text(source);
    bool allowed = true;
    for (std::size_t at = 0; at < text.size() && !findings.full(); ++at) {
        const std::size_t length = forbidden_character(text.substr(at));
        if (length == 0) continue;
        allowed = false;
        if (text[at] == '\0') {
            findings.add("control-character", sources.span(source, at, length),
                         "a byte of zero cannot stand in a text: this is UTF-16, or no text at all",
                         "save the file as UTF-8");
            break;
        }
        findings.add(
            "control-character", sources.span(source, at, length),
            fmt::format("the control character {} cannot stand in a YAML file", shown(text.substr(at, length))),
            "take it out; inside double quotes it can be written as an escape");
    }
    return allowed;
}

}  // namespace

bool check_text(const Sources& sources, std::uint32_t source, const Limits& limits, Findings& findings) {
    const std::string_view text = sources.text(source);
    const Span whole_file{.source = source};
    if (text.size() > limits.bytes) {
        findings.add("too-large", whole_file, fmt::format("the file is larger than {} bytes", limits.bytes),
                     "split the story, or raise the limit");
        return false;
    }
    if (const std::optional<std::size_t> at = first_invalid_byte(text)) {
        findings.add("not-utf8", sources.span(source, *at, 1),
                     fmt::format("this is not UTF-8: byte {} of the file is {}", *at + 1, shown(text.substr(*at, 1))),
                     "save the file as UTF-8");
        return false;
    }
    return check_characters(sources, source, findings);
}

}  // namespace fabula::yaml
