#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fabula/source.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"

/// What yaml-cpp does not say of a YAML text: whether it can be parsed, what is a question mark, and where values end.
namespace fabula::yaml {

/// Whether the text can be given to a YAML parser: not too large, UTF-8, and without characters that YAML forbids.
[[nodiscard]] bool check_text(const Sources& sources, std::uint32_t source, const Limits& limits, Findings& findings);

/// `text`, which is UTF-8, for yaml-cpp: another byte takes the place of each question mark that can be inside a text
/// and does not begin a key. The length stays the same, and so do all places.
[[nodiscard]] std::string hide_question_marks(std::string_view text);

/// A scalar of the parsed text as it was written.
[[nodiscard]] std::string show_question_marks(std::string scalar);

/// Past white space, comments and the characters of `punctuation`.
[[nodiscard]] std::size_t skip_between(std::string_view text, std::size_t offset, std::string_view punctuation);

/// Past the anchor and tag before a value that begins at `offset`, and the white space after them.
[[nodiscard]] std::size_t skip_properties(std::string_view text, std::size_t offset);

/// One past the last byte of the scalar that begins at `offset` and reads `value`. Of a block scalar: past its
/// indicator. Nothing where a quotation mark is never closed, which yaml-cpp may let pass.
[[nodiscard]] std::optional<std::size_t> scalar_end(std::string_view text, std::size_t offset, std::string_view value);

/// One past the alias `*name` at `offset`.
[[nodiscard]] std::size_t alias_end(std::string_view text, std::size_t offset);

/// Where a text in quotes begins that goes on over the end of its line and swallows the keys that come after it: the
/// last such place before `limit`. It is what is wrong with most files in which a quotation mark is missing; the parser
/// complains much later, where the next quotation mark ends the text.
[[nodiscard]] std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t limit);

}  // namespace fabula::yaml
