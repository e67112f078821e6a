#pragma once

#include <optional>

#include "story/phrase_cursor.hpp"

namespace fabula {

/// Whether the words from the one `ahead` on are a date of `calendar` by the names of its months: "25 Rethe 1419",
/// "Rethe 1419", or "25 Rethe" and nothing more. Only calendars of the story's own are written like that.
[[nodiscard]] bool is_named_date(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead);

/// Reads it. `era` says how its year is counted, or is null. Precondition: is_named_date.
[[nodiscard]] std::optional<CalendarDate> take_named_date(PhraseCursor& words, const Calendar& calendar,
                                                          const Era* era);

}  // namespace fabula
