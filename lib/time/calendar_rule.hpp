#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "fabula/story.hpp"

#include "time/calendar.hpp"
#include "time/network.hpp"
#include "time/scale.hpp"

/// What a calendar says of moments beyond the bounds of a simple temporal network: sums of months and years, which are
/// not all of one length, and days, seasons and times of day, which come again.
///
/// Every rule is kept by the lesser and by the greater of two solutions, moment by moment, and so is every bound: then
/// the earliest times that no rule or bound can make later are a solution, and so are the latest (Jeavons and Cooper
/// 1995, "Tractable constraints on ordered domains"). Bounds tightened to a fixed point are therefore exact.
namespace fabula::timing {

/// "2 years 3 months": what is counted by the calendar, and what is always as long. Whole days are counted where clocks
/// are put forward and back: a day after noon is noon.
struct CalendarLength {
    double years = 0;
    double months = 0;
    std::int64_t days = 0;
    Ticks rest = 0;

    [[nodiscard]] CalendarLength negative() const { return {-years, -months, -days, -rest}; }
    [[nodiscard]] bool is_back() const { return years < 0 || months < 0 || days < 0; }

    friend bool operator==(const CalendarLength&, const CalendarLength&) = default;
};

/// That a moment follows from another by the calendar: it lies between two monotone functions of it.
struct CalendarSum {
    enum class Kind {
        length,    ///< `low` to `high` after it, both added to its date; without one where nothing bounds that side
        age,       ///< from the day on which `low` is reached to the day before `high` is
        next_day,  ///< on the day that is `days` after its day
        weekday    ///< on the first day after its day, before it where `days` < 0, that has this place in the week
    };
    Variable from = 0;
    Variable to = 0;
    Kind kind = Kind::length;
    std::optional<CalendarLength> low = {};
    std::optional<CalendarLength> high = {};
    int days = 0;
    std::size_t weekday = 0;
    bool night = false;                  ///< days go on until the night is over
    bool small_hours = false;            ///< `from` is in them: the next day may be that which it is by the date
    const Calendar* calendar = nullptr;  ///< of the story
    Zone zone = {};                      ///< whose days are meant
    StatementIndex statement = no_statement;

    /// The least and the greatest that `to` can be if `from` is at this time; -never and never where nothing says so.
    [[nodiscard]] Ticks earliest(Ticks at, const Scale& scale) const;
    [[nodiscard]] Ticks latest(Ticks at, const Scale& scale) const;

    /// The least time of `from` with which `to` can be as late as `at`; the greatest with which it can be as early.
    [[nodiscard]] Ticks earliest_from(Ticks at, const Scale& scale) const;
    [[nodiscard]] Ticks latest_from(Ticks at, const Scale& scale) const;
};

/// That a moment lies in one of many stretches of time.
struct Recurrence {
    enum class Kind { season, time_of_day, weekday, dates };

    /// From the first to the last tick.
    struct Window {
        Ticks first = 0;
        Ticks last = 0;
    };

    Variable moment = 0;
    Kind kind = Kind::season;
    PartPhrase::Part season = PartPhrase::Part::spring;
    bool southern = false;   ///< of a season: half a year later
    std::int64_t first = 0;  ///< of a time of day, in seconds since midnight; `last` may be on the next day
    std::int64_t last = 0;
    std::size_t weekday = 0;
    bool night = false;              ///< of a day of the week: it goes on until its night is over
    std::vector<Window> dates = {};  ///< in order
    const Calendar* calendar = nullptr;
    Zone zone = {};
    StatementIndex statement = no_statement;

    /// The least such time from `at` on, the greatest up to it; never and -never where there is none.
    [[nodiscard]] Ticks next(Ticks at, const Scale& scale) const;
    [[nodiscard]] Ticks previous(Ticks at, const Scale& scale) const;

    /// Whether there is any time that both allow.
    [[nodiscard]] bool can_meet(const Recurrence& other) const;
};

/// Whether an axis can say when a recurrence is: seasons only beside dates, all else also where days are counted.
[[nodiscard]] bool has_meaning(const Recurrence& recurrence, const Scale& scale);

/// The seconds of a day that a part of the day usually means, of a day of so many seconds. A night ends on the next
/// day.
struct SecondsOfDay {
    std::int64_t first = 0;
    std::int64_t last = 0;
};
[[nodiscard]] SecondsOfDay seconds_of_part(PartPhrase::Part part, std::int64_t seconds_in_day);

/// When a night is over, in seconds after midnight.
[[nodiscard]] std::int64_t end_of_night(std::int64_t seconds_in_day);

}  // namespace fabula::timing
