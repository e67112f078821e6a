#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/calendar.hpp"
#include "fabula/phrase.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

namespace fabula {

class DateFormats;
class FigureFormats;

/// Marks on the parts of one date.
struct DateMarks {
    bool day_uncertain = false;    ///< "14? Jul 1996"
    bool month_uncertain = false;  ///< "14 Jul? 1996"
    bool year_uncertain = false;   ///< "14 Jul 1996?"
    std::string year = {};         ///< stands for the year: "1675/6"

    friend bool operator==(const DateMarks&, const DateMarks&) = default;
};

/// How much a date says besides its month and day.
struct DateParts {
    bool year = true;
    bool weekday = false;

    friend bool operator==(const DateParts&, const DateParts&) = default;
};

/// Dates, ages and lengths of time in the words of the story's language (through ICU's CLDR data: month names, plural
/// forms, order of day and month), in the story's calendar; where that is its own, in the names that it gives its
/// months and eras. The story's own `words:` take precedence. Every time has a text, however far away. Not
/// thread-safe: make one for each picture.
class Wording {
public:
    explicit Wording(const Story& story);
    ~Wording();

    /// "14 July 1789", as a reader would write the day of a calendar time; with the year only where `with_year`.
    [[nodiscard]] std::string date(double day, bool with_year) const;
    /// The same with the day of the week where that is asked for ("Tue 14 Jul 1789"), and with marks on its parts.
    [[nodiscard]] std::string date(double day, const DateParts& parts, const DateMarks& marks = {}) const;
    /// "1789", with the era where it is not ours; "66 million years ago" for deep time.
    [[nodiscard]] std::string year(double day) const;
    /// "AD 1": always with the era, for pictures that also show years BC.
    [[nodiscard]] std::string year_of_era(double day) const;
    /// "July 1789".
    [[nodiscard]] std::string month(double day) const;
    [[nodiscard]] std::string month(double day, bool with_year, const DateMarks& marks = {}) const;
    /// "Q1 1862".
    [[nodiscard]] std::string quarter(double day, bool with_year) const;
    /// From a day to a later one: "3–9 May 1870".
    [[nodiscard]] std::string days(double first, double last, bool with_year) const;
    /// From a month to a later one: "May–Jul 1870".
    [[nodiscard]] std::string months(double first, double last, bool with_year) const;
    /// "08:15", or with seconds where the time has some; "09:30–11:30" where `until` is another time.
    [[nodiscard]] std::string clock(double time, std::optional<double> until = std::nullopt) const;
    /// "14 July, 08:15".
    [[nodiscard]] std::string with_clock(const std::string& date, const std::string& clock) const;
    /// "UTC−5", for a clock so many days ahead.
    [[nodiscard]] std::string offset(double ahead) const;
    /// "UTC", "New York time".
    [[nodiscard]] std::string zone(const std::string& id) const;
    /// "18th century", for the hundred years that `year` is in.
    [[nodiscard]] std::string century(std::int64_t year) const;
    /// "1667, 1668 or 1670".
    [[nodiscard]] std::string any_of(const std::vector<std::string>& texts) const;
    /// "10 years", "about 10 years", "2–3 weeks", "at least 3 days".
    [[nodiscard]] std::string duration(const Duration& duration) const;
    /// "6 days later".
    [[nodiscard]] std::string later(const Duration& duration) const;
    /// A figure as the language writes it: "10,000", "13.8".
    [[nodiscard]] std::string figure(double value) const;
    /// The story's word for `key`; else that of its language, if language_words.cpp has it; else `otherwise`.
    [[nodiscard]] std::string word(std::string_view key, std::string_view otherwise) const;
    /// The same for a pattern, filled in: "after 1850".
    [[nodiscard]] std::string phrase(std::string_view key, std::string_view first, std::string_view second = {}) const;

private:
    [[nodiscard]] std::string own_date(double day, const DateParts& parts, const DateMarks& marks) const;
    [[nodiscard]] std::string own_month(double day, bool with_year, const DateMarks& marks) const;
    [[nodiscard]] std::string own_clock(double time, std::optional<double> until) const;
    [[nodiscard]] double to_second(double time) const;
    [[nodiscard]] std::string years_ago(std::int64_t year) const;
    [[nodiscard]] bool needs_era(double day) const;

    const Story& story_;
    const Calendar& calendar_;
    std::unique_ptr<DateFormats> formats_;
    std::unique_ptr<FigureFormats> figures_;
};

/// The year of a calendar time (as Timetable counts days), counted through 0.
[[nodiscard]] std::int64_t year_of(const Calendar& calendar, double day);

/// Years of the Gregorian and the Julian calendar before this one are counted back from today.
inline constexpr std::int64_t deep_time = -98'000;

/// From the words of its two ends to those of a stretch: "1841–1845", "c. 1841 – c. 1845".
[[nodiscard]] std::string stretch(const std::string& first, const std::string& last);

/// Words the dates that events state: "c. 1820", "1830s", "after 1850", "autumn 1862", "3–9 May 1870", "morning of 5
/// Apr 1882", "14 Jul, 08:15". What a picture says once on its axis is left out: the year in a story of one year, the
/// day in one of one day. Story, timetable and wording have to outlive it.
class StatedDates {
public:
    StatedDates(const Story& story, const Timetable& timetable, const Wording& wording, bool weekdays);

    /// Empty where an event has no date of its own: what follows from other events is not repeated, except the time of
    /// day where that is known. Precondition: the axis is that of the calendar.
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
    bool both_eras_ = false;  ///< the picture shows years before our era, too
};

}  // namespace fabula
