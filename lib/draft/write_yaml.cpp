// Canonical YAML (yaml.org/spec/1.2.2): block maps and lists, flow lists of texts, plain scalars where those are safe.
#include <algorithm>
#include <fmt/format.h>

#include "draft/draft_tree.hpp"
#include "source/number.hpp"
#include "yaml/map_reader.hpp"

namespace fabula {
namespace {

using yaml::Node;

bool is_letter_or_digit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_beyond_ascii(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
}

/// The first character of `text` where it has to be escaped, since YAML forbids it or takes it for the end of a line:
/// control characters, line and paragraph separators, byte-order marks and what is no character. 0: it can stand.
struct Escaped {
    unsigned code = 0;
    std::size_t bytes = 0;
};

Escaped escaped_at(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return {byte(0), 1};
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return {byte(1), 2};
    const unsigned code = ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    const bool three = (byte(0) & 0xF0U) == 0xE0U;
    if (three && (code == 0x2028 || code == 0x2029 || code == 0xFEFF || code >= 0xFFFE)) return {code, 3};
    return {};
}

bool has_hidden_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (escaped_at(text.substr(i)).bytes > 0) return true;
    }
    return false;
}

/// Whether the text can stand without quotation marks, in a map or in brackets, and be read as it is.
bool is_plain(std::string_view text) {
    constexpr std::string_view harmless = " _-+.()/~=;$^";
    if (text.empty() || text == "null" || text == "Null" || text == "NULL") return false;
    if (text.front() == ' ' || text.back() == ' ' || has_hidden_character(text)) return false;
    const bool is_number = text.front() == '-' && text.size() > 1 && is_digit(text[1]);
    if (!is_letter_or_digit(text.front()) && !is_beyond_ascii(text.front()) && text.front() != '_' && !is_number)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_letter_or_digit(text[i]) || is_beyond_ascii(text[i])) continue;
        if (harmless.find(text[i]) != std::string_view::npos) continue;
        const bool in_a_time =
            text[i] == ':' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        const bool in_a_word = text[i] == '\'' && i > 0 && i + 1 < text.size();
        if (!in_a_time && !in_a_word) return false;
    }
    return true;
}

/// The text in double quotation marks, with escapes for whatever is not seen.
std::string in_quotes(std::string_view text) {
    std::string quoted = "\"";
    while (!text.empty()) {
        const Escaped escaped = escaped_at(text);
        if (text.front() == '\n') {
            quoted += "\\n";
        } else if (escaped.bytes > 0) {
            quoted += fmt::format("\\u{:04X}", escaped.code);
        } else {
            if (text.front() == '"' || text.front() == '\\') quoted += '\\';
            quoted += text.front();
        }
        text.remove_prefix(std::max<std::size_t>(escaped.bytes, 1));
    }
    quoted += '"';
    return quoted;
}

std::string scalar(std::string_view text) {
    return is_plain(text) ? std::string(text) : in_quotes(text);
}

DraftValue value_of(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return {};
        case Node::Kind::scalar:
            return node.quoted && yaml::to_number({.kind = Node::Kind::scalar, .text = node.text})
                       ? DraftValue::quoted(node.text)
                       : DraftValue(node.text);
        case Node::Kind::sequence: {
            DraftValue::List list;
            for (const yaml::Entry& entry : node.entries)
                list.push_back(value_of(*entry.value));
            return list;
        }
        case Node::Kind::map: {
            DraftValue::Map map;
            for (const yaml::Entry& entry : node.entries)
                map.emplace_back(entry.key->text, value_of(*entry.value));
            return map;
        }
    }
    return {};
}

class Writer {
public:
    [[nodiscard]] std::string take() && { return std::move(out_); }

    /// `value` behind a key or a dash: on the same line where it is short, else below, indented by `level`.
    void write_value(const DraftValue& value, std::size_t level, bool in_list) {
        if (value.is_quoted()) {
            write_line(short_form(value));
        } else {
            std::visit([&](const auto& held) { write(held, level, in_list); }, value.value());
        }
    }

    void write_entries(const DraftValue::Map& map, std::size_t level, bool first_on_this_line) {
        bool indent = !first_on_this_line;
        for (const auto& [key, value] : map) {
            if (indent) out_.append(2 * level, ' ');
            indent = true;
            out_.append(scalar(key)).append(":");
            write_value(value, level + 1, false);
        }
    }

private:
    /// The rest of a line behind a key or a dash.
    void write_line(std::string_view text) { out_.append(" ").append(text).append("\n"); }

    void write(std::monostate, std::size_t /*level*/, bool in_list) { out_ += in_list ? " ~\n" : "\n"; }

    void write(const std::string& text, std::size_t /*level*/, bool /*in_list*/) { write_line(scalar(text)); }

    void write(double number, std::size_t /*level*/, bool /*in_list*/) { write_line(exact_number(number)); }

    void write(const DraftValue::List& list, std::size_t level, bool /*in_list*/) {
        if (std::ranges::all_of(list, is_short)) {
            out_ += " [";
            for (std::size_t i = 0; i < list.size(); ++i)
                out_.append(i == 0 ? "" : ", ").append(short_form(list[i]));
            out_ += "]\n";
            return;
        }
        out_ += "\n";
        for (const DraftValue& item : list) {
            out_.append(2 * level, ' ');
            out_ += "-";
            write_value(item, level + 1, true);
        }
    }

    void write(const DraftValue::Map& map, std::size_t level, bool in_list) {
        if (map.empty()) {
            out_ += " {}\n";
            return;
        }
        out_ += in_list ? " " : "\n";
        write_entries(map, level, in_list);
    }

    [[nodiscard]] static bool is_short(const DraftValue& value) {
        return std::holds_alternative<std::string>(value.value()) || std::holds_alternative<double>(value.value());
    }

    [[nodiscard]] static std::string short_form(const DraftValue& value) {
        if (const auto* const text = std::get_if<std::string>(&value.value()))
            return value.is_quoted() ? in_quotes(*text) : scalar(*text);
        return exact_number(std::get<double>(value.value()));
    }

    std::string out_;
};

}  // namespace

std::string yaml_of(const DraftValue& root) {
    Writer writer;
    if (const auto* const map = std::get_if<DraftValue::Map>(&root.value()); map != nullptr && !map->empty()) {
        writer.write_entries(*map, 0, false);
        return std::move(writer).take();
    }
    writer.write_value(root, 0, true);
    return std::move(writer).take().substr(1);
}

std::string to_yaml(const StoryDraft& draft) {
    const Node* const root = DraftTree::root(draft);
    return root == nullptr || root->kind == Node::Kind::null ? std::string() : yaml_of(value_of(*root));
}

}  // namespace fabula
