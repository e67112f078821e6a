// The content of pages taken apart into operations, by the lexical rules of ISO 32000-1, 7.2.
#include "paint/pdf/content.hpp"

#include <charconv>

namespace fabula {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

/// Tokens one after another. A list and a dictionary are taken apart into theirs.
class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    /// The next token, or nothing at the end.
    std::optional<std::string_view> next() {
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
        if (at_ >= text_.size()) return std::nullopt;
        const std::size_t start = at_;
        at_ = end_of_token();
        return text_.substr(start, at_ - start);
    }

    [[nodiscard]] std::size_t place() const { return at_; }

private:
    [[nodiscard]] std::size_t end_of_token() const {
        const char first = text_[at_];
        const char second = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (first == '(') return end_of_string();
        if ((first == '<' && second == '<') || (first == '>' && second == '>')) return at_ + 2;
        if (first == '<') return past(text_.find('>', at_));
        if (first == '%') return past(text_.find('\n', at_));
        if (first == '/') return end_of_word(at_ + 1);
        return is_delimiter(first) ? at_ + 1 : end_of_word(at_);
    }

    [[nodiscard]] std::size_t past(std::size_t place) const {
        return place == std::string_view::npos ? text_.size() : place + 1;
    }

    [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
        while (at < text_.size() && !is_space(text_[at]) && !is_delimiter(text_[at]))
            ++at;
        return at;
    }

    /// Brackets in a string are balanced, or have a backslash before them.
    [[nodiscard]] std::size_t end_of_string() const {
        int depth = 0;
        for (std::size_t at = at_; at < text_.size(); ++at) {
            if (text_[at] == '\\') {
                ++at;
            } else if (text_[at] == '(') {
                ++depth;
            } else if (text_[at] == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return text_.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<double> as_number(std::string_view token) {
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool whole = error == std::errc{} && end == token.data() + token.size();
    return whole ? std::optional(value) : std::nullopt;
}

/// A word that is neither a number nor a value is an operator.
bool is_operator(std::string_view token) {
    if (is_delimiter(token.front())) return false;
    return !as_number(token) && token != "true" && token != "false" && token != "null";
}

}  // namespace

std::vector<double> PdfOperation::numbers() const {
    std::vector<double> all;
    for (const std::string_view operand : operands) {
        if (const auto value = as_number(operand)) all.push_back(*value);
    }
    return all;
}

std::string rewritten(std::string_view content, const Rewrite& rewrite) {
    std::string out;
    out.reserve(content.size() + content.size() / 8);
    Lexer lexer(content);
    PdfOperation operation;
    std::size_t start = 0;
    while (const auto token = lexer.next()) {
        if (!is_operator(*token)) {
            operation.operands.push_back(*token);
            continue;
        }
        operation.name = *token;
        operation.text = content.substr(start, lexer.place() - start);
        if (const auto instead = rewrite(operation)) {
            out += '\n';
            out += *instead;
        } else {
            out += operation.text;
        }
        start = lexer.place();
        operation.operands.clear();
    }
    out += content.substr(start);
    return out;
}

}  // namespace fabula
