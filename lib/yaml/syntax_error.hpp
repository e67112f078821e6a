#pragma once

#include <string>
#include <string_view>

namespace fabula::yaml {

/// A YAML parser's complaint in words that someone who writes stories understands, and what to do about it.
struct SyntaxAdvice {
    std::string message;
    std::string help;
};

/// `message` is one of yaml-cpp's; those unknown are passed on.
[[nodiscard]] SyntaxAdvice syntax_advice(std::string_view message);

}  // namespace fabula::yaml
