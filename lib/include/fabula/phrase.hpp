#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "fabula/source.hpp"

/// Time as a story writes it: dates, ages, lengths, orders. What they mean in numbers is the timetable's.
namespace fabula {

/// A reference to an entry of one of Story's lists, resolved, with the place that made it.
struct Reference {
    std::size_t index = 0;
    Span span;

    friend bool operator==(const Reference&, const Reference&) = default;
};

enum class TimeUnit { second, minute, hour, day, week, month, year, clock };

/// What a length of time has besides its first count: the months of "2 years 3 months".
struct DurationPart {
    double count = 0;
    TimeUnit unit = TimeUnit::day;

    friend bool operator==(const DurationPart&, const DurationPart&) = default;
};

/// "3 days", "2..3 weeks", "about 10 years": low == high where one number is given. "2 years 3 months" is all of its
/// parts together.
struct Duration {
    /// "at least 3 days", "less than 3 days": how the length meant compares with the one written.
    enum class Limit { none, at_least, more_than, at_most, less_than };
    double low = 0;
    double high = 0;
    TimeUnit unit = TimeUnit::day;
    bool about = false;
    std::vector<DurationPart> more = {};  ///< in smaller and smaller units; none where low < high
    Limit limit = Limit::none;            ///< only where low == high

    friend bool operator==(const Duration&, const Duration&) = default;
};

/// A mark of EDTF on one part of a date: "1996?-07", "1996-07~".
struct Doubt {
    bool uncertain = false;    ///< ?
    bool approximate = false;  ///< ~

    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// A day of a calendar with the precision it was given in. Year 0 is 1 BC (ISO 8601).
struct CalendarDate {
    std::int64_t year = 0;
    std::optional<int> month;         ///< from 1
    std::optional<int> day;           ///< from 1
    std::optional<int> season;        ///< EDTF 21..41: seasons, quarters and the like; of standard calendars
    int unspecified_year_digits = 0;  ///< 1 for 199X, 2 for 19XX, 3 for 1XXX
    int significant_digits = 0;       ///< 2 for 1950S2: only so many digits of the year count; 0: all
    bool unspecified_month = false;   ///< 2004-XX
    bool unspecified_day = false;     ///< 2004-07-XX
    bool uncertain = false;           ///< ? behind the whole date
    bool approximate = false;         ///< ~ behind the whole date
    Doubt year_doubt;                 ///< marks on parts, where not on the whole
    Doubt month_doubt;
    Doubt day_doubt;
    bool dual_year = false;            ///< written as 1675/6, or in Old Style: `year` is the later of the two
    std::optional<int> minute_of_day;  ///< from 1996-07-14T09:30
    std::optional<int> second;         ///< 0..59, only beside the minute
    std::optional<int> zone_minutes;   ///< how far its clock is ahead of UTC: 0 for Z, 270 for +04:30

    friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

/// One date, or an EDTF interval. A missing end of an interval is open (`1998/..`: it goes on) or unknown (`1998/`: it
/// has an end, nobody knows which). Neither bounds it. Intervals are also what "after 1850" (`from` alone), "before
/// 1850" (`to` alone) and "between 1850 and 1860" are.
struct DatePhrase {
    enum class Relation {
        plain,
        after,   ///< later than all of `from`
        before,  ///< earlier than all of `to`
        between  ///< some time from `from` to `to`, both included
    };
    std::optional<CalendarDate> from;
    std::optional<CalendarDate> to;
    bool interval = false;
    bool from_unknown = false;  ///< only where `from` is missing: it is not open
    bool to_unknown = false;
    Relation relation = Relation::plain;
    std::vector<CalendarDate> one_of =
        {};                    ///< [1667, 1668, 1670]: one of these, in order; `from` is the first, `to` the last
    std::size_t calendar = 0;  ///< of Story::calendars

    friend bool operator==(const DatePhrase&, const DatePhrase&) = default;
};

/// "age 11 of kathy", "age 16..18 of kathy", "age ~31 of kathy", "age 40 days of nell", "age 11 years 3 months of
/// nell".
struct AgePhrase {
    double low = 0;
    double high = 0;  ///< == low where one age is given: that whole year (or unit) of life
    bool about = false;
    Reference of;                         ///< a character
    TimeUnit unit = TimeUnit::year;       ///< of low and high
    std::vector<DurationPart> more = {};  ///< as in Duration; the whole of the smallest unit is meant

    friend bool operator==(const AgePhrase&, const AgePhrase&) = default;
};

/// What a phrase can be relative to: an event, a section, or a character (meaning its birth).
struct Anchor {
    enum class Kind { event, section, birth };
    Kind kind = Kind::event;
    Reference to;

    friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// "after boat", "before laura", "with ruth-2", "during cottages", "3 days after boat", "soon after boat".
struct RelativePhrase {
    enum class Relation { after, before, with, during };
    Relation relation = Relation::after;
    std::optional<Duration> distance;  ///< only with after and before
    bool soon = false;                 ///< only with after and before
    Anchor anchor;

    friend bool operator==(const RelativePhrase&, const RelativePhrase&) = default;
};

/// "between tape-found and kathy-leaves".
struct BetweenPhrase {
    Anchor first;
    Anchor second;

    friend bool operator==(const BetweenPhrase&, const BetweenPhrase&) = default;
};

/// "at 12", "at 12..17": on the story's own clock.
struct ClockPhrase {
    double low = 0;
    double high = 0;

    friend bool operator==(const ClockPhrase&, const ClockPhrase&) = default;
};

/// A place in the year or day without a date: "spring", "morning".
struct PartPhrase {
    enum class Part { spring, summer, autumn, winter, dawn, morning, noon, afternoon, evening, night, midnight };
    Part part = Part::spring;

    friend bool operator==(const PartPhrase&, const PartPhrase&) = default;
};

/// A time of day without a date: "at 09:30", "at 09:30..11:00", "at 00:30+02:00". Beside a day it is
/// CalendarDate::minute_of_day.
struct TimeOfDayPhrase {
    int low = 0;                           ///< minutes after midnight, of the day of its calendar
    int high = 0;                          ///< == low where one time is given; on the next day it counts on
    std::optional<int> zone_minutes = {};  ///< as CalendarDate::zone_minutes
    std::size_t calendar = 0;              ///< of Story::calendars, whose hours and minutes are meant

    friend bool operator==(const TimeOfDayPhrase&, const TimeOfDayPhrase&) = default;
};

/// A day of the week: "Tuesday".
struct WeekdayPhrase {
    std::size_t weekday = 0;   ///< into Calendar::week
    std::size_t calendar = 0;  ///< of Story::calendars

    friend bool operator==(const WeekdayPhrase&, const WeekdayPhrase&) = default;
};

/// A day counted from that of something else: "the next day" (after the event above), "the day before boat", "friday
/// after boat", "the same day as boat".
struct DayPhrase {
    Anchor anchor;
    int days = 1;  ///< so many days after the end of the anchor, before its start where negative; 0: the same day
    std::optional<std::size_t>
        weekday;               ///< instead: the first such day after (days > 0) or before (days < 0) that of the anchor
    std::size_t calendar = 0;  ///< of Story::calendars, whose week is meant

    friend bool operator==(const DayPhrase&, const DayPhrase&) = default;
};

/// "same age as ruth", of a birth: the two are born less than a year apart.
struct SameAgePhrase {
    Reference as;  ///< a character

    friend bool operator==(const SameAgePhrase&, const SameAgePhrase&) = default;
};

/// One phrase of a `when:`, `until:`, `from:` or `born:`, with its place. A bare id means "with" it.
struct Phrase {
    std::variant<DatePhrase, AgePhrase, RelativePhrase, BetweenPhrase, ClockPhrase, PartPhrase, TimeOfDayPhrase,
                 WeekdayPhrase, DayPhrase, SameAgePhrase>
        value;
    Span span;

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

}  // namespace fabula
