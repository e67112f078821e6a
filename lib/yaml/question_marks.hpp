#pragma once

#include <string>
#include <string_view>

/// YAML lets a question mark stand inside a text without quotes, as in `{title: Who is it?, when: 1996?}`; inside
/// brackets yaml-cpp ends the text there. So it gets a byte in its place, one that no UTF-8 text has.
namespace fabula::yaml {

/// `text`, which is UTF-8, for yaml-cpp: with a byte that stands for each question mark with something before it on its
/// line that a text can go on from. As long as before, so that places stay.
[[nodiscard]] std::string hide_question_marks(std::string_view text);

/// A scalar of the parsed text as it was written.
[[nodiscard]] std::string show_question_marks(std::string scalar);

}  // namespace fabula::yaml
