#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "time/calendar.hpp"
#include "time/calendar_rule.hpp"
#include "time/network.hpp"
#include "time/scale.hpp"

/// What a story states about time, as moments and bounds between them.
namespace fabula::timing {

/// What a moment of the network is, for messages: the start of an event, the birth of a character.
struct Meaning {
    enum class Kind {
        axis,
        dates,
        event,
        event_end,
        birth,
        death,
        section,
        section_end,
        state,
        relationship,
        absence,  ///< of a character
        clock     ///< of a character
    };
    Kind kind = Kind::axis;
    std::size_t index = 0;
    std::size_t part = 0;  ///< which phase of a relationship, absence, or stretch of a clock
    bool is_end = false;   ///< of a state or of one of these
};

/// A stretch between two moments; one and the same for what has no extent.
struct Stretch {
    Variable start = 0;
    Variable end = 0;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// What a phrase is said of.
struct Subject {
    enum class Kind {
        event,    ///< its start, unless the phrase speaks of both ends
        section,  ///< all of it lies within
        from,     ///< the first moment of something: with a section, its start
        until     ///< the last moment of something: with a section, its end
    };
    Kind kind = Kind::event;
    Stretch when;
    Zone zone = {};      ///< of the clocks there
    bool night = false;  ///< another phrase says "night": its day goes on until the night is over
    bool winter =
        false;  ///< likewise of the season that reaches into the next year: its year goes on until that is over
};

/// Which of several statements gives way where they cannot all be true: the weakest, which come first.
enum class Strength {
    about,     ///< it is only said about when
    order,     ///< before, after, during
    part,      ///< of the year, the week or the day
    distance,  ///< from another moment
    age,
    date,     ///< or a time of the story's clock
    identity  ///< a birth or a death is this event
};

/// What an entry says of its own statements: that they give way first (`allow: contradiction`) or last (`sure: yes`).
enum class Standing { yields, usual, sure };

/// A phrase or a length as it was written, and what it is said of.
struct Statement {
    Span span;
    Stretch subject;
    Strength strength = Strength::order;
    Standing standing = Standing::usual;
    Subject said = {};               ///< in full, of a phrase
    const Phrase* phrase = nullptr;  ///< of Model::story; none: it is a length, or what an entry says otherwise
    const Located<Duration>* length = nullptr;  ///< likewise
    bool night = false;                         ///< a date beside "night", whose small hours are of the day after
    bool left_out = false;  ///< it says nothing, for it cannot be true with the rest; see consistent_model
};

/// What a soft statement would like best: low <= to - from <= high, as nearly as the bounds allow.
struct Preference {
    /// In the order in which they are granted.
    enum class Rank { value, section, soon, near };
    Rank rank = Rank::value;
    Variable from = 0;
    Variable to = 0;
    Ticks low = 0;
    Ticks high = 0;
    StatementIndex statement = no_statement;
};

struct Model {
    Story
        story;  ///< kept alive here: sums and recurrences point at its calendars, and a Timetable can outlive its story
    Scale scale{TimeAxis::order};
    Calendar calendar;  ///< in which days are shown, and whose years are counted
    std::optional<CharacterIndex> axis_character;
    Variable axis = 0;              ///< where the axis has its zero
    std::optional<Variable> dates;  ///< 1970-01-01, where dates can be counted on this axis

    std::vector<Meaning> moments;  ///< by variable
    std::vector<Stretch> events;   ///< as the lists of Story
    std::vector<Stretch> sections;
    std::vector<Variable> births;
    std::vector<Variable> deaths;
    std::vector<Stretch> states;
    std::vector<std::vector<Stretch>> relationships;
    std::vector<std::vector<Stretch>> absences;  ///< by character; where an end is not stated, of its birth or death
    std::vector<std::vector<Stretch>> clocks;    ///< likewise: the stretches in the order lived
    std::vector<bool> birth_stated;              ///< by character: it has a birth or an age
    std::vector<bool> death_stated;
    std::vector<bool> end_stated;      ///< by event: when it ends, or how long it takes
    std::vector<bool> section_stated;  ///< it has a `when`, or something is relative to it

    std::vector<Statement> statements;
    std::vector<StatementIndex> first_statements;  ///< by event: of those of its `when`, one after the other
    std::vector<bool> said_of;                     ///< by variable: something says when it is, and not only in passing
    std::vector<Constraint> constraints;           ///< those that must hold, in the order of the file
    std::vector<Preference> preferences;
    std::vector<CalendarSum> sums;        ///< only where there are dates
    std::vector<Recurrence> recurrences;  ///< counted from the axis, where that has days
    std::vector<Zone> event_zones;        ///< of the clocks at each event, where its dates name none
    std::vector<Zone> shown_zones;  ///< in which its times are shown: those of its dates, or of what it is told from
    std::vector<Zone> shown_end_zones;
    std::vector<bool> has_zone;  ///< by event: any zone is stated for it
    Zone zone;                   ///< of the story, for what is at no place

    /// Whether a section says itself when it is, and not only by its events.
    [[nodiscard]] bool has_own_time(SectionIndex section) const { return said_of[sections[section].start]; }

    /// Whether this phrase of the `when` of an event says anything: it was not left out.
    [[nodiscard]] bool holds(EventIndex event, std::size_t phrase) const {
        return !statements[first_statements[event] + phrase].left_out;
    }

    /// The statement of a bound: of a constraint, a sum or a recurrence, by its number; `no_statement` for others.
    [[nodiscard]] StatementIndex statement_of(std::size_t number) const;
    /// Sums and recurrences have numbers, too: after those of the constraints.
    [[nodiscard]] std::size_t number_of_sum(std::size_t sum) const { return constraints.size() + sum; }
    [[nodiscard]] std::size_t number_of_recurrence(std::size_t recurrence) const {
        return constraints.size() + sums.size() + recurrence;
    }
    [[nodiscard]] std::size_t numbers() const { return constraints.size() + sums.size() + recurrences.size(); }
};

/// Which axis the story is drawn on: its clock where a phrase uses it, the calendar where there is any date, else the
/// age of the character most ages are stated of (the first of several), else steps.
[[nodiscard]] std::pair<TimeAxis, std::optional<CharacterIndex>> choose_axis(const Story& story);

/// Reads all statements of the story.
[[nodiscard]] Model make_model(const Story& story);

/// Whether the story allows contradictions of that code in what is stated at `span`; of any code, where that is empty.
[[nodiscard]] bool is_allowed(const Story& story, std::string_view code, const Span& span);

/// Notes anew what anything is said of, once some statements are left out.
void note_what_is_stated(Model& model);

// Days of stories that count them without dates.

/// "at 23:00..01:00".
[[nodiscard]] bool goes_over_midnight(const std::vector<Phrase>& phrases, const Story& story);

/// Whether a phrase speaks of a night, whose small hours are of the next day.
[[nodiscard]] bool is_of_night(const Phrase& phrase, const Story& story);

[[nodiscard]] bool says_any_date(const Story& story);

/// Whether a story says times or parts of the day, days of the week, or one day from another.
[[nodiscard]] bool says_days(const Story& story);

/// A clock of days, or weeks, begins each day when the calendar does.
void begin_days_at_midnight(Model& model);

/// Without dates only differences are known: so that days can be counted one event is put on any one day, or on any
/// Tuesday where that is what it says. All that is true of such a story is true of it some days, or weeks, later.
void fix_first_day(Model& model, const Story& story);

/// When the event, section or birth that a phrase refers to happens.
[[nodiscard]] Stretch stretch_of(const Anchor& anchor, const Model& model);

}  // namespace fabula::timing
