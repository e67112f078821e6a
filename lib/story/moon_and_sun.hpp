#pragma once

#include <cstdint>

/// Where moon and sun stand, as far as the Chinese calendar has to know: to half a minute of time, and a minute, in the
/// centuries about ours. Jean Meeus, "Astronomical Algorithms", second edition (1998).
namespace fabula {

/// The new moon with that number, 0 being that of 6 January 2000: days since 1970-01-01T00:00, in universal time.
[[nodiscard]] double new_moon(std::int64_t number);

/// The apparent longitude of the sun at that time, in degrees from 0 to 360: 270 at the winter solstice.
[[nodiscard]] double solar_longitude(double days_since_1970);

}  // namespace fabula
