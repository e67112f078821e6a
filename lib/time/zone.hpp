#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unicode/basictz.h>

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

}  // namespace fabula::timing
