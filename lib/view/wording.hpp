#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

namespace fabula {

/// Dates, ages and lengths of time in the words of the story's language (through ICU's CLDR data: month names, plural
/// forms, order of day and month), in the story's calendar; where that is its own, in the names that it gives its
/// months and eras. The story's own `words:` go before everything. Not thread-safe; make one a picture.
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

/// The year of a calendar time (as Timetable counts days), counted through 0.
[[nodiscard]] std::int64_t year_of(const Calendar& calendar, double day);

}  // namespace fabula
