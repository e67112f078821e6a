#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <vector>

#include "fabula/phrase.hpp"

namespace fabula {

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
