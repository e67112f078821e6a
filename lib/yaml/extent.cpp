#include "yaml/extent.hpp"

#include <algorithm>

namespace fabula::yaml {
namespace {

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

// A plain scalar is written as it reads, but for white space, which is folded over line ends.
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

std::size_t skip_properties(std::string_view text, std::size_t offset) {
    while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
        while (offset < text.size() && !is_space(text[offset]))
            ++offset;
        offset = skip_between(text, offset, "");
    }
    return offset;
}

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

}  // namespace fabula::yaml
