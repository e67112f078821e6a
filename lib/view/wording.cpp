#include "view/wording.hpp"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/measfmt.h>
#include <unicode/measure.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <vector>

#include "source/number.hpp"

namespace fabula {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

/// A format for the parts named by a CLDR skeleton ("yMMMMd"), always in UTC and in one calendar, proleptic: the Julian
/// or the Gregorian, between which ICU else changes in 1582.
std::unique_ptr<icu::SimpleDateFormat> date_format(const icu::Locale& locale, std::string_view skeleton, bool julian) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) return nullptr;
    const icu::UnicodeString pattern = generator->getBestPattern(
        icu::UnicodeString::fromUTF8(icu::StringPiece(skeleton.data(), static_cast<std::int32_t>(skeleton.size()))),
        status);
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
    auto calendar =
        std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), icu::Locale::getEnglish(), status);
    if (U_FAILURE(status) != 0) return nullptr;
    constexpr double never = 8.64e15;
    calendar->setGregorianChange(julian ? never : -never, status);
    format->adoptCalendar(calendar.release());
    return U_FAILURE(status) != 0 ? nullptr : std::move(format);
}

/// The farthest year that ICU's calendar counts to, either way, is a little more.
constexpr std::int64_t farthest_formatted_year = 5'800'000;

}  // namespace

/// Formats are costly to make and few stories need all of them: each is made when it is first asked for.
struct Wording::Formats {
    const Calendar& calendar;
    icu::Locale locale;
    std::map<std::string_view, std::unique_ptr<icu::SimpleDateFormat>> by_skeleton;

    /// Empty where ICU cannot write it.
    [[nodiscard]] std::string write(double day, std::string_view skeleton) {
        constexpr double milliseconds_per_day = 86'400'000.0;
        if (!calendar.standard || std::abs(year_of(calendar, day)) > farthest_formatted_year) return {};
        const auto [format, is_new] = by_skeleton.try_emplace(skeleton);
        if (is_new) format->second = date_format(locale, skeleton, calendar.id == julian().id);
        if (!format->second) return {};
        icu::UnicodeString text;
        format->second->format(day * milliseconds_per_day, text);
        return utf8(text);
    }
};

Wording::Wording(const Story& story)
    : story_(story), formats_(std::make_unique<Formats>(Formats{story.calendars[story.time.calendar], {}, {}})) {
    UErrorCode status = U_ZERO_ERROR;
    formats_->locale = icu::Locale::forLanguageTag(story.language == "en" ? "en-GB" : story.language.c_str(), status);
    if (U_FAILURE(status) != 0) formats_->locale = icu::Locale::getRoot();
}

Wording::~Wording() = default;

namespace {

icu::MeasureUnit* icu_unit(TimeUnit unit) {
    UErrorCode status = U_ZERO_ERROR;
    switch (unit) {
        case TimeUnit::second:
            return icu::MeasureUnit::createSecond(status);
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

/// "10 years", "2 years, 3 months". Precondition: in units of the calendar.
std::string measured(const Duration& duration, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<icu::Measure> measures;  // each takes over its unit
    measures.emplace_back(icu::Formattable(duration.high), icu_unit(duration.unit), status);
    for (const DurationPart& part : duration.more)
        measures.emplace_back(icu::Formattable(part.count), icu_unit(part.unit), status);
    const icu::MeasureFormat format(locale, UMEASFMT_WIDTH_WIDE, status);
    icu::UnicodeString text;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    format.formatMeasures(measures.data(), static_cast<std::int32_t>(measures.size()), text, ignored, status);
    return U_FAILURE(status) != 0 ? number(duration.high, 1) : utf8(text);
}

}  // namespace

// The month is abbreviated: dates stand in the narrow measure of labels.
std::string Wording::date(double day, bool with_year) const {
    const Calendar& calendar = formats_->calendar;
    if (!calendar.standard) {
        const CalendarDay date = day_of(calendar, static_cast<std::int64_t>(std::floor(day)));
        const bool only_day = days_in_month(calendar, date.year, date.month) == 1;
        const std::string number = only_day ? std::string() : fmt::to_string(date.day) + " ";
        const std::string text = number + calendar.months[static_cast<std::size_t>(date.month) - 1].name;
        return with_year ? text + " " + year(day) : text;
    }
    const std::string_view full = year_of(calendar, day) > 0 ? "yMMMd" : "GyMMMd";
    const std::string text = formats_->write(day, with_year ? full : "MMMd");
    return text.empty() ? year(day) : text;
}

std::string Wording::month(double day) const {
    const Calendar& calendar = formats_->calendar;
    if (!calendar.standard) {
        const CalendarDay date = day_of(calendar, static_cast<std::int64_t>(std::floor(day)));
        return calendar.months[static_cast<std::size_t>(date.month) - 1].name + " " + year(day);
    }
    const std::string text = formats_->write(day, year_of(calendar, day) > 0 ? "yMMM" : "GyMMM");
    return text.empty() ? year(day) : text;
}

std::string Wording::year(double day) const {
    const Calendar& calendar = formats_->calendar;
    const std::int64_t year = year_of(calendar, day);
    if (const auto era = era_year(calendar, year))
        return calendar.eras[era->era].name + " " + fmt::to_string(era->year);
    if (year > 0 || !calendar.standard) return fmt::to_string(year);
    return fmt::to_string(1 - year) + " " + word("bc", "BC");
}

std::string Wording::duration(const Duration& duration) const {
    std::string text = duration.low == duration.high ? std::string() : number(duration.low, 1) + "\u2013";
    if (duration.unit == TimeUnit::clock) {
        text += number(duration.high, 1) + " " + word(story_.time.clock, story_.time.clock);
    } else {
        text += measured(duration, formats_->locale);
    }
    const bool english = story_.language.starts_with("en");
    return duration.about ? word("about", english ? "about" : "\u2248") + " " + text : text;
}

std::string Wording::word(std::string_view key, std::string_view otherwise) const {
    return std::string(story_.word(key, otherwise));
}

std::int64_t year_of(const Calendar& calendar, double day) {
    return day_of(calendar, static_cast<std::int64_t>(std::floor(day))).year;
}

}  // namespace fabula
