#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unicode/basictz.h>

#include "fabula/calendar.hpp"
#include "fabula/story.hpp"

namespace fabula::timing {

/// How far a clock is ahead of UTC: always as far, or as the people of a place set theirs (the IANA database, through
/// ICU). A value that is cheap to copy; reading it is thread-safe.
class Zone {
public:
    /// UTC.
    Zone() = default;

    /// So many minutes ahead of UTC, less than 0 behind it.
    [[nodiscard]] static Zone fixed(int minutes);

    /// As `name` says, "America/New_York"; UTC where there is no such zone, which the reader has reported.
    [[nodiscard]] static Zone called(const std::string& name);

    /// How far the clock is ahead when it is `utc`, in seconds; times are in seconds since 1970-01-01T00:00.
    [[nodiscard]] std::int64_t ahead(std::int64_t utc) const;

    /// When the clock shows `local`; of two such times the earlier. What a clock that is put forward never shows counts
    /// from before that.
    [[nodiscard]] std::int64_t utc(std::int64_t local) const;

    /// Whether it is always as far ahead.
    [[nodiscard]] bool is_fixed() const noexcept { return rules_ == nullptr; }

private:
    std::int64_t ahead_ = 0;
    std::shared_ptr<const icu::BasicTimeZone> rules_;
};

/// The name of the zone of a place: its own, that of the place which it is in, or of the story; empty where none says.
[[nodiscard]] std::string zone_name(const Story& story, const std::optional<Reference>& place);

// What dates mean in seconds.

/// Seconds since 1970-01-01T00:00 UTC: the first and the last one.
struct Seconds {
    std::int64_t first = 0;
    std::int64_t last = 0;

    friend bool operator==(const Seconds&, const Seconds&) = default;
};

/// All that `date` of `calendar` can mean in the precision it was given in, on a clock of `zone` where it names none.
/// A time of day is a point: that of its first second. Seasons of no hemisphere are looked for in the whole of their
/// year, and winter until the end of the February after.
[[nodiscard]] Seconds seconds_of(const CalendarDate& date, const Calendar& calendar = gregorian(),
                                 const Zone& zone = {});

/// The same with its tolerance: `?` and `~` widen a date by one unit of its precision on each side, and a mark on a
/// part by one of that part.
[[nodiscard]] Seconds widened(const CalendarDate& date, const Calendar& calendar = gregorian(), const Zone& zone = {});

/// A time as a clock and a calendar show it.
struct ShownTime {
    std::int64_t day = 0;  ///< its number
    std::int64_t second = 0;

    friend bool operator==(const ShownTime&, const ShownTime&) = default;
};

/// What is shown in a zone when it is `utc`, in seconds. Days begin `late` seconds after midnight: the small hours may
/// be of the day before, and `second` counts from that beginning.
[[nodiscard]] ShownTime shown_at(std::int64_t utc, const Calendar& calendar, const Zone& zone = {},
                                 std::int64_t late = 0);

/// The days of a calendar from the first to the last, all of each.
[[nodiscard]] Seconds seconds_of_days(std::int64_t first, std::int64_t last, const Calendar& calendar,
                                      const Zone& zone = {});

}  // namespace fabula::timing
