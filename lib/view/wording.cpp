#include "view/wording.hpp"

#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/measfmt.h>
#include <unicode/measure.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include "source/number.hpp"

namespace fabula {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

/// A format for the parts named by a CLDR skeleton ("yMMMMd"), always in the proleptic Gregorian calendar and UTC.
std::unique_ptr<icu::SimpleDateFormat> date_format(const icu::Locale& locale, const char* skeleton) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) return nullptr;
    const icu::UnicodeString pattern = generator->getBestPattern(icu::UnicodeString(skeleton), status);
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
    auto calendar =
        std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), icu::Locale::getEnglish(), status);
    if (U_FAILURE(status) != 0) return nullptr;
    calendar->setGregorianChange(-8.64e15, status);
    format->adoptCalendar(calendar.release());
    return U_FAILURE(status) != 0 ? nullptr : std::move(format);
}

/// The month is abbreviated: dates stand in the narrow measure of labels.
struct Skeleton {
    static constexpr const char* day = "MMMd";
    static constexpr const char* day_of_year = "yMMMd";
    static constexpr const char* month = "yMMM";
};

}  // namespace

struct Wording::Formats {
    icu::Locale locale;
    std::unique_ptr<icu::SimpleDateFormat> day;
    std::unique_ptr<icu::SimpleDateFormat> day_of_year;
    std::unique_ptr<icu::SimpleDateFormat> month;
};

Wording::Wording(const Story& story) : story_(story), formats_(std::make_unique<Formats>()) {
    UErrorCode status = U_ZERO_ERROR;
    formats_->locale = icu::Locale::forLanguageTag(story.language == "en" ? "en-GB" : story.language.c_str(), status);
    if (U_FAILURE(status) != 0) formats_->locale = icu::Locale::getRoot();
}

Wording::~Wording() = default;

namespace {

/// Formats are costly to make and few stories need all three.
std::string format_with(std::unique_ptr<icu::SimpleDateFormat>& format, const icu::Locale& locale, const char* skeleton,
                        double day) {
    constexpr double milliseconds_per_day = 86'400'000.0;
    if (!format) format = date_format(locale, skeleton);
    if (!format) return fmt::to_string(civil_day(day).year);
    icu::UnicodeString text;
    format->format(day * milliseconds_per_day, text);
    return utf8(text);
}

icu::MeasureUnit* icu_unit(TimeUnit unit) {
    UErrorCode status = U_ZERO_ERROR;
    switch (unit) {
        case TimeUnit::minute:
            return icu::MeasureUnit::createMinute(status);
        case TimeUnit::hour:
            return icu::MeasureUnit::createHour(status);
        case TimeUnit::day:
            return icu::MeasureUnit::createDay(status);
        case TimeUnit::week:
            return icu::MeasureUnit::createWeek(status);
        case TimeUnit::month:
            return icu::MeasureUnit::createMonth(status);
        case TimeUnit::year:
            return icu::MeasureUnit::createYear(status);
        case TimeUnit::clock:
            break;
    }
    return nullptr;
}

/// "10 years"; takes over `unit`, as ICU's measures do.
std::string measured(double value, icu::MeasureUnit* unit, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Measure measure(icu::Formattable(value), unit, status);
    const icu::MeasureFormat format(locale, UMEASFMT_WIDTH_WIDE, status);
    icu::UnicodeString text;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    format.formatMeasures(&measure, 1, text, ignored, status);
    return U_FAILURE(status) != 0 ? number(value, 1) : utf8(text);
}

}  // namespace

std::string Wording::date(double day, bool with_year) const {
    return with_year ? format_with(formats_->day_of_year, formats_->locale, Skeleton::day_of_year, day)
                     : format_with(formats_->day, formats_->locale, Skeleton::day, day);
}

std::string Wording::month(double day) const {
    return format_with(formats_->month, formats_->locale, Skeleton::month, day);
}

std::string Wording::year(double day) const {
    const int year = civil_day(day).year;
    return year > 0 ? fmt::to_string(year) : fmt::to_string(1 - year) + " " + word("bc", "BC");
}

std::string Wording::duration(const Duration& duration) const {
    std::string text = duration.low == duration.high ? std::string() : number(duration.low, 1) + "\u2013";
    icu::MeasureUnit* const unit = icu_unit(duration.unit);
    if (unit == nullptr) {
        text += number(duration.high, 1) + " " + word(story_.time.clock, story_.time.clock);
    } else {
        text += measured(duration.high, unit, formats_->locale);
    }
    const bool english = story_.language.starts_with("en");
    return duration.about ? word("about", english ? "about" : "\u2248") + " " + text : text;
}

std::string Wording::word(std::string_view key, std::string_view otherwise) const {
    return std::string(story_.word(key, otherwise));
}

CivilDay civil_day(double day) {
    const std::chrono::sys_days days{std::chrono::days{static_cast<int>(std::floor(day))}};
    const std::chrono::year_month_day date{days};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

double day_of(const CivilDay& civil) {
    const std::chrono::year_month_day date{std::chrono::year{civil.year},
                                           std::chrono::month{static_cast<unsigned>(civil.month)},
                                           std::chrono::day{static_cast<unsigned>(civil.day)}};
    return static_cast<double>(std::chrono::sys_days{date}.time_since_epoch().count());
}

}  // namespace fabula
