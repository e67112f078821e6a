#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Where values end: yaml-cpp says only where they begin.
namespace fabula::yaml {

/// Past anchor and tag, which stand before a value that begins at `offset`, and the white space after them.
[[nodiscard]] std::size_t skip_properties(std::string_view text, std::size_t offset);

/// Past white space, comments and those of `punctuation`.
[[nodiscard]] std::size_t skip_between(std::string_view text, std::size_t offset, std::string_view punctuation);

/// One past the last byte of the scalar that begins at `offset` and reads `value`. Of a block scalar: past its
/// indicator. Nothing where a quotation mark is never closed, which yaml-cpp may let pass.
[[nodiscard]] std::optional<std::size_t> scalar_end(std::string_view text, std::size_t offset, std::string_view value);

/// One past the alias `*name` at `offset`.
[[nodiscard]] std::size_t alias_end(std::string_view text, std::size_t offset);

}  // namespace fabula::yaml
