#pragma once

#include "story/english_date.hpp"

namespace fabula {

/// Looks at the words from the one `ahead` on for a year counted back from the present: "66 million years ago", "13.8
/// billion years ago", "66 Ma", "13.8 Ga". The present is the year 2000, as astronomers have it; geologists count from
/// 1950, which at this distance is the same.
[[nodiscard]] EnglishDate distant_date_ahead(const PhraseCursor& words, std::size_t ahead);

}  // namespace fabula
