#include "story/phrase_cursor.hpp"

#include <fmt/format.h>

namespace fabula {

std::nullopt_t PhraseCursor::fail(const Span& span, std::string message, std::string_view help,
                                  std::string_view code) const {
    context_.findings.add(code, span, std::move(message), std::string(help));
    return std::nullopt;
}

bool PhraseCursor::is_at_end() const {
    if (!more()) return true;
    fail(here(), fmt::format("the phrase does not go on with ‘{}’", word()),
         "if several phrases hold, make a list of them");
    return false;
}

}  // namespace fabula
