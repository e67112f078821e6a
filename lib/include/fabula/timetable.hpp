#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/story.hpp"

/// When everything happened, and how sure that is. Knows nothing of geometry.
namespace fabula {

inline constexpr double days_per_year = 365.2425;
inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// What the numbers of a timetable count.
enum class TimeAxis {
    calendar,  ///< midnights since 1970-01-01 (proleptic Gregorian), or since the first day of Timetable::calendar
               ///< where it has no epoch
    age,       ///< days since the birth of Timetable::axis_character
    clock,     ///< units of the story's own clock
    elapsed,   ///< days since the first event: lengths are known, and no date
    order      ///< steps 0, 1, 2...: nothing is dated, only the order is known; earliest and latest are infinite
};

/// A moment as far as the story says. earliest <= nominal <= latest; earliest may be -unbounded, latest +unbounded;
/// nominal is always finite.
struct Moment {
    double earliest = -unbounded;
    double nominal = 0;
    double latest = unbounded;

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// Why a moment stands where it does.
enum class Certainty {
    exact,   ///< a date or clock time was stated
    stated,  ///< an age, a distance, a range or a softer statement says roughly when: its extent is worth drawing
    ordered  ///< only its place in the order is known
};

struct EventTime {
    Moment start;
    Moment end;  ///< equal to start for an event without extent
    Certainty certainty = Certainty::ordered;
    Moment stated;  ///< what the event's own statements allow around the nominal start, for drawing; equal to start
                    ///< where exact
    std::size_t rank = 0;  ///< place among all events by nominal start; ties by file order
    bool timed = false;    ///< the time of day of its start is known: stated, or in a known distance from one that is
    bool end_timed = false;
    double local = 0;  ///< how far the clock at its place is ahead of the axis when it starts, in days: to be added
                       ///< before it is shown
    double end_local = 0;
    bool dual_year = false;  ///< it is written in both ways of counting years, as 1675/6, and shown so

    friend bool operator==(const EventTime&, const EventTime&) = default;
};

struct Extent {
    Moment from;
    Moment until;

    friend bool operator==(const Extent&, const Extent&) = default;
};

/// A while that a character is away.
struct Away {
    Extent when;
    double lived = 0;  ///< how much older it gets meanwhile (nominal); as much as the calendar where nothing is stated

    friend bool operator==(const Away&, const Away&) = default;
};

struct Life {
    Moment birth;
    bool birth_known = false;  ///< stated, or fixed by a stated age; else birth stands at the first appearance
    Moment death;              ///< where none is stated: the last appearance (see death_known)
    bool death_known = false;
    std::optional<EventIndex> death_event;
    Moment first_seen;  ///< start of the first event it takes part in
    Moment last_seen;
    bool appears = false;    ///< takes part in any event
    double birth_local = 0;  ///< how far the clock where it is born is ahead of the axis then, as EventTime::local
    double death_local = 0;
    std::vector<Away> absences;  ///< as Character::absent
    std::vector<Extent> clock;   ///< as Character::clock: stretches in the order lived

    friend bool operator==(const Life&, const Life&) = default;
};

/// A long stretch of nominal time in which nothing happens.
struct Gap {
    double from = 0;   ///< nominal time of the event before
    double until = 0;  ///< and of the one after
    Duration length;   ///< in a unit a person would use, rounded; `about` where it is not exact
    EventIndex before = 0;
    EventIndex after = 0;

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// The codes of contradictions. `allow` takes them as it takes those of rules, and "contradiction" for all of them.
inline constexpr std::string_view contradiction_codes[] = {"age-contradicts-birth", "contradiction", "outside-section"};

/// A statement that cannot be true together with firmer ones: the rest of the timetable is worked out without it.
struct SetAside {
    /// What it is said of.
    enum class Kind { event, birth, death, section, state, relationship, absence, clock };
    Kind kind = Kind::event;
    std::size_t index = 0;   ///< of the event, section, state or relationship, or of the character whose birth, death,
                             ///< absence or clock it is
    std::size_t part = 0;    ///< which phase of the relationship, absence of the character, or stretch of its clock
    bool about_end = false;  ///< it says when that ends, or how long it takes
    std::string of;          ///< all this in words: "boat", "the end of boat", "the birth of kathy"
    Span span;               ///< of the statement
    std::string text;        ///< as it was written: "age 11 of ada"
    std::optional<double> asked_from;   ///< from when on it would have its subject, counted from all else as that is
                                        ///< drawn; none where it sets no such bound
    std::optional<double> asked_until;  ///< and until when
    std::string code;      ///< of the finding: one of contradiction_codes, "meaningless-phrase" or "out-of-range"
    bool allowed = false;  ///< the story allows it (`allow: contradiction`), so that no diagnostic tells of it
    std::optional<std::size_t> diagnostic;  ///< which of TimeResult::diagnostics does; none where it is allowed, or
                                            ///< there are more than are listed

    friend bool operator==(const SetAside&, const SetAside&) = default;
};

struct Timetable;

namespace timing {
struct Model;
}

/// A length of the timetable's time as a person would say it: a whole number, at least 1, of the largest unit of which
/// there are about two or more; `about` where rounding changed it. Precondition: the axis is not TimeAxis::order.
[[nodiscard]] Duration usual_duration(const Timetable& timetable, double length);

struct Timetable {
    TimeAxis axis = TimeAxis::order;
    std::optional<CharacterIndex> axis_character;  ///< for TimeAxis::age
    std::string clock;                             ///< for TimeAxis::clock: the name of its unit; may be empty
    Calendar calendar = gregorian();               ///< in which days are shown, and whose years count ages
    std::string
        zone;  ///< of the clock that the axis shows, as "UTC" or "America/New_York"; empty where no zone is stated
    double zone_ahead = 0;                           ///< how far that clock is ahead of the axis, in days
    bool timed = false;                              ///< the time of day of any event is known
    std::vector<EventTime> events;                   ///< as Story::events
    std::vector<Life> lives;                         ///< as Story::characters
    std::vector<Extent> sections;                    ///< as Story::sections; events and own statement together
    std::vector<Extent> states;                      ///< as Story::states
    std::vector<std::vector<Extent>> relationships;  ///< as Story::relationships, one for each phase
    std::vector<EventIndex> chronology;              ///< all events by rank
    std::vector<Gap> gaps;                           ///< in time order
    std::vector<SetAside> set_aside;                 ///< by kind and index; of one subject in the order of the file
    double from = 0;  ///< nominal extent of all that happens: events, sections, known deaths; not births
    double until = 0;
    /// What the story states about time, as it was solved: for functions that ask more of it, such as ages_at_events.
    /// Null in a timetable that nobody solved; then they work it out themselves.
    std::shared_ptr<const timing::Model> model{};

    /// Age of a character at a nominal time, in years; nothing where its birth is not known.
    [[nodiscard]] std::optional<double> age(CharacterIndex character, double time) const;

    /// What is set aside of an event, a section and so on; mostly nothing. Costs a binary search.
    [[nodiscard]] std::span<const SetAside> set_aside_of(SetAside::Kind kind, std::size_t index) const;

    /// Whether the statement at this place is set aside.
    [[nodiscard]] bool is_set_aside(const Span& statement) const;
};

/// A timetable of all that can be true together, and the contradictions that keep the rest from being true. It has a
/// time for every event, also where there are errors: then as few and as weak statements as possible are set aside
/// (Timetable::set_aside).
struct TimeResult {
    Timetable timetable;
    Diagnostics diagnostics;
};

/// Solves the story's statements as a simple temporal network (Dechter, Meiri and Pearl 1991). Of statements that
/// contradict each other, one is set aside: the weakest, but as few as possible together. What a birth or a death is
/// stands firmest, then dates, ages, distances, times of the day and year, and what only says an order; what is said
/// with "about" is the weakest. Of those that are as firm it is the last. What is `sure` goes before all that is not,
/// and what is within an entry that allows contradictions behind it; a contradiction that is allowed is no finding.
/// Precondition: the story was read without errors. Thread-safe. Near-linear in events plus statements for stories
/// whose statements mostly follow the order of the file; each contradiction costs some searches.
[[nodiscard]] TimeResult solve_times(const Story& story);

/// One line for each event, life, section and gap: for tests, debugging and `fabula dump --stage timetable`.
[[nodiscard]] std::string dump(const Timetable& timetable, const Story& story);

/// A time of this table as a reader would say it: "1912-03-29", "15 March 44 BC", "66 million years ago", "age 11",
/// "minute 12"; `precise` adds the day where the axis has one.
[[nodiscard]] std::string format_time(const Timetable& timetable, double time, bool precise = true);

/// A moment as a reader would say it; an end that nothing bounds is empty.
struct MomentText {
    std::string earliest;
    std::string nominal;
    std::string latest;

    friend bool operator==(const MomentText&, const MomentText&) = default;
};

/// When an event begins, and when it ends: as format_time, on the clock of its place, with the time of day where it is
/// known: "1996-07-14 08:15". An earliest or latest time that is not the beginning or the end of a day has its time of
/// day in a story that tells any.
[[nodiscard]] MomentText format_start(const Timetable& timetable, EventIndex event);
[[nodiscard]] MomentText format_end(const Timetable& timetable, EventIndex event);

}  // namespace fabula
