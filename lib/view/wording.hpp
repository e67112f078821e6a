#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

namespace fabula {

/// Dates, ages and lengths of time in the words of the story's language (through ICU's CLDR data: month names, plural
/// forms, order of day and month). The story's own `words:` go before everything. Not thread-safe; make one a picture.
class Wording {
public:
    explicit Wording(const Story& story);
    ~Wording();

    /// "14 July 1789", as a reader would write the day of a calendar time; with the year only where `with_year`.
    [[nodiscard]] std::string date(double day, bool with_year) const;
    /// "1789", or with the era where it is not ours.
    [[nodiscard]] std::string year(double day) const;
    /// "July 1789".
    [[nodiscard]] std::string month(double day) const;
    /// "10 years", "about 10 years", "2–3 weeks".
    [[nodiscard]] std::string duration(const Duration& duration) const;
    /// The story's word for `key`, or `otherwise`.
    [[nodiscard]] std::string word(std::string_view key, std::string_view otherwise) const;

private:
    struct Formats;
    const Story& story_;
    std::unique_ptr<Formats> formats_;
};

/// The proleptic Gregorian year (-32767..32767), month and day of a calendar time (days since 1970-01-01).
struct CivilDay {
    int year = 1970;
    int month = 1;
    int day = 1;
};
[[nodiscard]] CivilDay civil_day(double day);
/// Days since 1970-01-01 of a proleptic Gregorian day.
[[nodiscard]] double day_of(const CivilDay& civil);

}  // namespace fabula
