#include "view/figure_formats.hpp"

#include <cmath>
#include <fmt/format.h>
#include <unicode/compactdecimalformat.h>
#include <unicode/listformatter.h>
#include <unicode/measfmt.h>
#include <unicode/measure.h>
#include <unicode/rbnf.h>
#include <unicode/reldatefmt.h>
#include <utility>

#include "source/number.hpp"

namespace fabula {
namespace {

constexpr double least_compact = 1'000'000;

std::string text_of(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

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

}  // namespace

FigureFormats::FigureFormats(icu::Locale locale) : locale_(std::move(locale)) {}

/// Null where ICU has none.
icu::NumberFormat* FigureFormats::number_format(double value) {
    UErrorCode status = U_ZERO_ERROR;
    if (std::abs(value) < least_compact) {
        if (!grouped_) grouped_.reset(icu::NumberFormat::createInstance(locale_, status));
        return grouped_.get();
    }
    if (compact_) return compact_.get();
    std::unique_ptr<icu::CompactDecimalFormat> format(
        icu::CompactDecimalFormat::createInstance(locale_, UNUM_LONG, status));
    if (!format || U_FAILURE(status) != 0) return nullptr;
    format->setSignificantDigitsUsed(true);
    format->setMaximumSignificantDigits(4);
    compact_ = std::move(format);
    return compact_.get();
}

std::string FigureFormats::grouped(double value) {
    icu::NumberFormat* const format = number_format(0);
    if (format == nullptr) return number(value, 1);
    icu::UnicodeString text;
    return text_of(format->format(value, text));
}

std::string FigureFormats::compact(double value) {
    icu::NumberFormat* const format = number_format(value);
    if (format == nullptr) return number(value, 1);
    icu::UnicodeString text;
    return text_of(format->format(value, text));
}

std::string FigureFormats::ordinal(std::int64_t value) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat format(icu::URBNF_ORDINAL, locale_, status);
    if (U_FAILURE(status) != 0) return fmt::to_string(value);
    icu::UnicodeString text;
    return text_of(format.format(value, text));
}

std::string FigureFormats::roman(std::int64_t value) const {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberFormat> format(
        icu::NumberFormat::createInstance(icu::Locale("en@numbers=roman"), status));
    if (U_FAILURE(status) != 0 || !format) return fmt::to_string(value);
    icu::UnicodeString text;
    return text_of(format->format(value, text));
}

std::string FigureFormats::years_ago(double years) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::NumberFormat* const figures = number_format(years);
    icu::NumberFormat* const own = figures == nullptr ? nullptr : figures->clone();  // the next takes it over
    const icu::RelativeDateTimeFormatter format(locale_, own, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, status);
    icu::UnicodeString text;
    format.format(years, UDAT_DIRECTION_LAST, UDAT_RELATIVE_YEARS, text, status);
    return U_FAILURE(status) != 0 ? number(-years, 0) : text_of(text);
}

std::string FigureFormats::measured(const Duration& duration) {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<icu::Measure> measures;  // each takes over its unit
    measures.emplace_back(icu::Formattable(duration.high), icu_unit(duration.unit), status);
    for (const DurationPart& part : duration.more)
        measures.emplace_back(icu::Formattable(part.count), icu_unit(part.unit), status);
    const icu::NumberFormat* const figures = number_format(duration.high);
    if (figures == nullptr) return number(duration.high, 1);
    const icu::MeasureFormat format(locale_, UMEASFMT_WIDTH_WIDE, figures->clone(), status);
    icu::UnicodeString text;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    format.formatMeasures(measures.data(), static_cast<std::int32_t>(measures.size()), text, ignored, status);
    return U_FAILURE(status) != 0 ? number(duration.high, 1) : text_of(text);
}

std::string FigureFormats::any_of(const std::vector<std::string>& texts) const {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<icu::UnicodeString> items;
    for (const std::string& text : texts)
        items.push_back(icu::UnicodeString::fromUTF8(text));
    const std::unique_ptr<icu::ListFormatter> format(
        icu::ListFormatter::createInstance(locale_, ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE, status));
    icu::UnicodeString text;
    if (format) format->format(items.data(), static_cast<std::int32_t>(items.size()), text, status);
    return !format || U_FAILURE(status) != 0 ? fmt::format("{}", fmt::join(texts, ", ")) : text_of(text);
}

}  // namespace fabula
