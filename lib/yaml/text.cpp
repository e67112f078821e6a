// What yaml-cpp does not say of a YAML text: check_text, question marks, and where values end.

#include "yaml/text.hpp"

#include <algorithm>
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
                         "a zero byte cannot be in a text: this is UTF-16, or not a text at all",
                         "save the file as UTF-8");
            break;
        }
        findings.add(
            "control-character", sources.span(source, at, length),
            fmt::format("the control character {} is not allowed in a YAML file", shown(text.substr(at, length))),
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

namespace {

// YAML allows a question mark inside a text without quotes, as in `{title: Who is it?, when: 1996?}`; inside
// brackets yaml-cpp ends the text there. So a byte that no UTF-8 text has takes its place.
constexpr char stand_in = '\xFF';

bool is_any_of(std::string_view characters, char character) {
    return characters.find(character) != std::string_view::npos;
}

}  // namespace

std::string hide_question_marks(std::string_view text) {
    std::string hidden(text);
    bool begins = true;  // a question mark would begin a key here
    char previous = '\n';
    for (char& character : hidden) {
        if (character == '?' && !begins) character = stand_in;
        if (is_any_of(" \t", character)) {
            begins = begins || is_any_of("-:?", previous);
        } else {
            begins = is_any_of("\r\n[{,", character);
        }
        previous = character;
    }
    return hidden;
}

std::string show_question_marks(std::string scalar) {
    std::replace(scalar.begin(), scalar.end(), stand_in, '?');
    return scalar;
}

namespace {

// Where values end: yaml-cpp says only where they begin.

bool is_space(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

std::size_t skip_space(std::string_view text, std::size_t offset) {
    while (offset < text.size() && is_space(text[offset]))
        ++offset;
    return offset;
}

std::optional<std::size_t> single_quoted_end(std::string_view text, std::size_t offset) {
    for (std::size_t at = offset + 1; at < text.size(); ++at) {
        if (text[at] != '\'') continue;
        const bool doubled = at + 1 < text.size() && text[at + 1] == '\'';
        if (!doubled) return at + 1;
        ++at;
    }
    return std::nullopt;
}

std::optional<std::size_t> double_quoted_end(std::string_view text, std::size_t offset) {
    for (std::size_t at = offset + 1; at < text.size(); ++at) {
        if (text[at] == '"') return at + 1;
        if (text[at] == '\\') ++at;
    }
    return std::nullopt;
}

// A plain scalar is written as it reads, except for white space, which is folded over line ends.
std::size_t plain_end(std::string_view text, std::size_t offset, std::string_view value) {
    std::size_t read = 0;
    while (read < value.size() && offset < text.size()) {
        if (is_space(value[read])) {
            read = skip_space(value, read);
            offset = skip_space(text, offset);
        } else {
            ++read;
            ++offset;
        }
    }
    return offset;
}

}  // namespace

std::size_t skip_between(std::string_view text, std::size_t offset, std::string_view punctuation) {
    while (offset < text.size()) {
        if (text[offset] == '#') {
            offset = std::min(text.find('\n', offset), text.size());
        } else if (is_space(text[offset]) || punctuation.find(text[offset]) != std::string_view::npos) {
            ++offset;
        } else {
            break;
        }
    }
    return offset;
}

std::size_t skip_properties(std::string_view text, std::size_t offset) {
    while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
        while (offset < text.size() && !is_space(text[offset]))
            ++offset;
        offset = skip_between(text, offset, "");
    }
    return offset;
}

std::optional<std::size_t> scalar_end(std::string_view text, std::size_t offset, std::string_view value) {
    if (offset >= text.size()) return text.size();
    switch (text[offset]) {
        case '\'':
            return single_quoted_end(text, offset);
        case '"':
            return double_quoted_end(text, offset);
        case '|':
        case '>':
            return offset + 1;
        default:
            return plain_end(text, offset, value);
    }
}

std::size_t alias_end(std::string_view text, std::size_t offset) {
    constexpr std::string_view ends = " \t\r\n,[]{}";
    return std::min(text.find_first_of(ends, offset), text.size());
}

std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t limit) {
    std::optional<std::size_t> found;
    bool can_begin = true;  // a text, here
    for (std::size_t at = 0; at < std::min(limit, text.size());) {
        const char character = text[at];
        if (can_begin && (character == '"' || character == '\'')) {
            const auto end = character == '"' ? double_quoted_end(text, at) : single_quoted_end(text, at);
            const std::string_view quoted = text.substr(at, end.value_or(text.size()) - at);
            const std::size_t line_end = quoted.find('\n');
            if (line_end != quoted.npos && quoted.substr(0, line_end).find(": ") != quoted.npos) found = at;
            at = end.value_or(text.size());
            can_begin = false;
        } else if (character == '#' && (at == 0 || is_space(text[at - 1]))) {
            at = std::min(text.find('\n', at), text.size());
        } else {
            const bool keeps = character == ' ' || character == '\t';
            can_begin = keeps ? can_begin : is_any_of("\n[{,:-", character);
            ++at;
        }
    }
    return found;
}

}  // namespace fabula::yaml
