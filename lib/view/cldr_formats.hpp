#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>
#include <vector>

#include "fabula/calendar.hpp"
#include "fabula/phrase.hpp"

#include "view/wording.hpp"

/// Dates, figures, lengths of time and lists in one language, as ICU's CLDR data says they are written. What CLDR has
/// no data for is in language_words.cpp.
namespace fabula {

/// Days of one calendar in one language, as ICU's CLDR data says they are written: for the Gregorian and the Julian
/// calendar (proleptic) and those that ICU has under another name. Times are days since 1970-01-01 with their fraction.
/// Formats are costly to make and few stories need all of them: each is made when it is first asked for.
class DateFormats {
public:
    DateFormats(const Calendar& calendar, const std::string& language);

    /// Writes what a CLDR skeleton names ("yMMMd", "jmm"); empty where ICU cannot: in another calendar, or too far
    /// away.
    [[nodiscard]] std::string write(double time, std::string_view skeleton, const DateMarks& marks = {});

    /// Writes a stretch, naming once what both ends have in common: "3–9 May 1870"; empty where ICU cannot.
    [[nodiscard]] std::string write_stretch(double from, double until, std::string_view skeleton);

    /// Writes a time of day in hours of 24, whatever the calendar; `skeleton` names no part of the date.
    [[nodiscard]] std::string write_clock(double time, std::string_view skeleton);
    [[nodiscard]] std::string write_clock_stretch(double from, double until, std::string_view skeleton);

    /// How the language joins a date and a time of day: "{1}, {0}".
    [[nodiscard]] std::string date_and_time();

    /// What the language calls a time zone of the IANA database: "New York time"; empty where ICU does not know it.
    [[nodiscard]] std::string zone(const std::string& id) const;

    /// Whether ICU can write days of the calendar.
    [[nodiscard]] bool knows_calendar() const { return known_; }
    /// Whether it is another of ICU's calendars than the Gregorian or the Julian, whose eras are always said.
    [[nodiscard]] bool is_foreign() const { return foreign_; }
    [[nodiscard]] const icu::Locale& locale() const { return locale_; }

private:
    [[nodiscard]] bool reaches(double time) const;
    [[nodiscard]] icu::DateTimePatternGenerator* generator();
    [[nodiscard]] icu::SimpleDateFormat* format(std::string_view skeleton);
    [[nodiscard]] icu::DateIntervalFormat* stretch_format(std::string_view skeleton);
    [[nodiscard]] std::unique_ptr<icu::Calendar> icu_calendar() const;

    const Calendar& calendar_;
    icu::Locale locale_;
    icu::Locale dated_;  ///< the same, with ICU's name of the calendar
    bool known_ = false;
    bool foreign_ = false;
    std::unique_ptr<icu::DateTimePatternGenerator> generator_;
    std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>, std::less<>> by_skeleton_;
    std::map<std::string, std::unique_ptr<icu::DateIntervalFormat>, std::less<>> stretches_;
};

/// Figures, lengths of time and lists in one language, as ICU's CLDR data says they are written. Formats are costly to
/// make: each is made when it is first asked for, and kept where many labels want it.
class FigureFormats {
public:
    explicit FigureFormats(icu::Locale locale);

    /// "10,000", "13.8".
    [[nodiscard]] std::string grouped(double value);
    /// "66 million", to four significant digits.
    [[nodiscard]] std::string compact(double value);
    /// "19th", "XIX".
    [[nodiscard]] std::string ordinal(std::int64_t value) const;
    [[nodiscard]] std::string roman(std::int64_t value) const;
    /// "102,000 years ago".
    [[nodiscard]] std::string years_ago(double years);
    /// "10 years", "2 years, 3 months". Precondition: in units of the calendar.
    [[nodiscard]] std::string measured(const Duration& duration);
    /// "1667, 1668 or 1670".
    [[nodiscard]] std::string any_of(const std::vector<std::string>& texts) const;

private:
    [[nodiscard]] icu::NumberFormat* number_format(double value);

    icu::Locale locale_;
    std::unique_ptr<icu::NumberFormat> grouped_;
    std::unique_ptr<icu::NumberFormat> compact_;
};

}  // namespace fabula
