#pragma once

#include <cstdint>
#include <string>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "view/wording.hpp"

namespace fabula {

/// Words the dates that events state: "c. 1820", "1830s", "after 1850", "autumn 1862", "3–9 May 1870", "morning of 5
/// Apr 1882", "14 Jul, 08:15". What a picture says once on its axis is left out: the year in a story of one year, the
/// day in one of one day. Story, timetable and wording have to outlive it.
class StatedDates {
public:
    StatedDates(const Story& story, const Timetable& timetable, const Wording& wording, bool weekdays);

    /// Empty where an event has no date of its own: what follows from others by some distance is not repeated, but for
    /// the time of day where that is known. Precondition: the axis is that of the calendar.
    [[nodiscard]] std::string of(const Event& event, const EventTime& time) const;

private:
    struct Statement;
    [[nodiscard]] std::string worded(const Statement& statement) const;
    [[nodiscard]] std::string worded(const DatePhrase& phrase, const Statement& statement) const;
    [[nodiscard]] std::string of_other_calendar(const Statement& statement, const EventTime& time) const;
    [[nodiscard]] std::string century(const DatePhrase& phrase) const;
    [[nodiscard]] std::string clock_range(const TimeOfDayPhrase& time) const;
    [[nodiscard]] static bool is_century(const DatePhrase& phrase);
    [[nodiscard]] bool is_old_style_year(const DatePhrase& phrase) const;
    [[nodiscard]] std::string stretch_of(const CalendarDate& from, const CalendarDate& to) const;
    [[nodiscard]] std::string date(const CalendarDate& date, const Statement* beside = nullptr) const;
    [[nodiscard]] std::string plain_date(const CalendarDate& date) const;
    [[nodiscard]] std::string season_of(const CalendarDate& date) const;
    [[nodiscard]] std::string some_year(const CalendarDate& date) const;
    [[nodiscard]] std::string timed(const Statement& statement, const EventTime& time) const;
    [[nodiscard]] std::string clock_of(const Statement& statement, const EventTime& time) const;
    [[nodiscard]] std::string by_slack(const Statement& statement, const EventTime& time) const;
    [[nodiscard]] std::string doubted(const CalendarDate& date, std::string text) const;
    [[nodiscard]] double day_of_date(const CalendarDate& date) const;
    [[nodiscard]] double day_at(std::int64_t year, int month = 1, int day = 1) const;

    const Story& story_;
    const Timetable& timetable_;
    const Wording& wording_;
    bool year_ = true;  ///< labels say the year
    bool day_ = true;   ///< labels say the day
    bool weekday_ = false;
    bool both_eras_ = false;  ///< years of few digits could be those before our era
};

}  // namespace fabula
