#pragma once

#include <string>

#include "view/drawing/context.hpp"

namespace fabula::drawing {

/// How much time passes from the end of one event to the start of the next, in words: "6 days later". As it is stated,
/// where it is; empty where the story leaves it open, and where no time passes.
[[nodiscard]] std::string passage_between(const Context& context, EventIndex before, EventIndex after);

}  // namespace fabula::drawing
