// ICU's formats: DateFormats, FigureFormats. All that pictures ask of ICU is here.
#include "view/cldr_formats.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <unicode/compactdecimalformat.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/measfmt.h>
#include <unicode/measure.h>
#include <unicode/rbnf.h>
#include <unicode/reldatefmt.h>
#include <unicode/timezone.h>
#include <utility>

#include "source/number.hpp"

namespace fabula {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

constexpr double milliseconds_per_day = 86'400'000.0;

/// ICU counts milliseconds exactly, but years only a little further than this, both ways.
constexpr double farthest_day = 5'800'000 * 365.0;

/// ICU's names of the calendars that both know (Unicode Technical Standard 35, "ca").
constexpr std::array<std::pair<std::string_view, const char*>, 9> icu_names{{{"hebrew", "hebrew"},
                                                                             {"islamic", "islamic-civil"},
                                                                             {"umm-al-qura", "islamic-umalqura"},
                                                                             {"persian", "persian"},
                                                                             {"coptic", "coptic"},
                                                                             {"ethiopic", "ethiopic"},
                                                                             {"indian", "indian"},
                                                                             {"japanese", "japanese"},
                                                                             {"chinese", "chinese"}}};

/// ICU's name; null where the calendar is the Gregorian, the Julian, or one that ICU does not know.
const char* icu_name(const Calendar& calendar) {
    const bool own = calendar.span.line != 0;  // a story may give one of these names to a calendar of its own
    if (own || !calendar.epoch) return nullptr;
    for (const auto& [id, name] : icu_names) {
        if (calendar.id == id) return name;
    }
    return nullptr;
}

/// Moves the change of 1582 out of all time.
void make_proleptic(icu::Calendar& calendar, bool julian) {
    auto* gregorian = dynamic_cast<icu::GregorianCalendar*>(&calendar);
    if (gregorian == nullptr) return;
    UErrorCode status = U_ZERO_ERROR;
    constexpr double never = 8.64e15;
    gregorian->setGregorianChange(julian ? never : -never, status);
}

/// Marks the part of a date that stands at `at`.
void mark(icu::UnicodeString& text, const icu::FieldPosition& at, bool uncertain, const std::string& instead) {
    if (at.getEndIndex() <= at.getBeginIndex()) return;
    if (uncertain) text.insert(at.getEndIndex(), u'?');
    if (!instead.empty()) text.replaceBetween(at.getBeginIndex(), at.getEndIndex(), utf16(instead));
}

std::string written(const icu::DateIntervalFormat& format, icu::Calendar& first, icu::Calendar& last, double from,
                    double until) {
    UErrorCode status = U_ZERO_ERROR;
    first.setTime(from * milliseconds_per_day, status);
    last.setTime(until * milliseconds_per_day, status);
    icu::UnicodeString text;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    format.format(first, last, text, ignored, status);
    return U_FAILURE(status) != 0 ? std::string() : utf8(text);
}

}  // namespace

DateFormats::DateFormats(const Calendar& calendar, const std::string& language) : calendar_(calendar) {
    UErrorCode status = U_ZERO_ERROR;
    locale_ = icu::Locale::forLanguageTag(language == "en" ? "en-GB" : language.c_str(), status);
    if (U_FAILURE(status) != 0) locale_ = icu::Locale::getRoot();
    dated_ = locale_;
    const char* const name = icu_name(calendar);
    foreign_ = name != nullptr;
    known_ = foreign_ || calendar.standard;
    status = U_ZERO_ERROR;
    dated_.setKeywordValue("calendar", foreign_ ? name : "gregorian", status);
}

bool DateFormats::reaches(double time) const {
    return known_ && std::abs(time) < farthest_day;
}

icu::DateTimePatternGenerator* DateFormats::generator() {
    UErrorCode status = U_ZERO_ERROR;
    if (!generator_) generator_.reset(icu::DateTimePatternGenerator::createInstance(dated_, status));
    return U_FAILURE(status) != 0 ? nullptr : generator_.get();
}

std::unique_ptr<icu::Calendar> DateFormats::icu_calendar() const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), dated_, status));
    if (U_FAILURE(status) != 0 || !calendar) return nullptr;
    make_proleptic(*calendar, calendar_.id == julian().id);
    return calendar;
}

icu::SimpleDateFormat* DateFormats::format(std::string_view skeleton) {
    if (const auto found = by_skeleton_.find(skeleton); found != by_skeleton_.end()) return found->second.get();
    auto& format = by_skeleton_[std::string(skeleton)];
    UErrorCode status = U_ZERO_ERROR;
    auto* const patterns = generator();
    auto calendar = icu_calendar();
    if (patterns == nullptr || !calendar) return nullptr;
    const icu::UnicodeString pattern = patterns->getBestPattern(utf16(skeleton), status);
    auto made = std::make_unique<icu::SimpleDateFormat>(pattern, dated_, status);
    if (U_FAILURE(status) != 0) return nullptr;
    made->adoptCalendar(calendar.release());
    format = std::move(made);
    return format.get();
}

icu::DateIntervalFormat* DateFormats::stretch_format(std::string_view skeleton) {
    if (const auto found = stretches_.find(skeleton); found != stretches_.end()) return found->second.get();
    auto& format = stretches_[std::string(skeleton)];
    UErrorCode status = U_ZERO_ERROR;
    format.reset(icu::DateIntervalFormat::createInstance(utf16(skeleton), dated_, status));
    if (U_FAILURE(status) != 0) format.reset();
    if (format) format->setTimeZone(*icu::TimeZone::getGMT());
    return format.get();
}

std::string DateFormats::write(double time, std::string_view skeleton, const DateMarks& marks) {
    icu::SimpleDateFormat* const chosen = reaches(time) ? format(skeleton) : nullptr;
    if (chosen == nullptr) return {};
    icu::UnicodeString text;
    chosen->format(time * milliseconds_per_day, text);
    if (marks == DateMarks{}) return utf8(text);
    struct Part {
        icu::FieldPosition at;
        bool uncertain = false;
        std::string instead = {};
    };
    std::array<Part, 3> parts{{{icu::FieldPosition(UDAT_DATE_FIELD), marks.day_uncertain},
                               {icu::FieldPosition(UDAT_MONTH_FIELD), marks.month_uncertain},
                               {icu::FieldPosition(UDAT_YEAR_FIELD), marks.year_uncertain, marks.year}}};
    for (Part& part : parts) {
        icu::UnicodeString again;
        chosen->format(time * milliseconds_per_day, again, part.at);
    }
    // From the end of the text, so that none moves what stands before it.
    std::ranges::sort(parts, std::ranges::greater{}, [](const Part& part) { return part.at.getBeginIndex(); });
    for (const Part& part : parts)
        mark(text, part.at, part.uncertain, part.instead);
    return utf8(text);
}

std::string DateFormats::write_clock(double time, std::string_view skeleton) {
    icu::SimpleDateFormat* const chosen = format(skeleton);
    if (chosen == nullptr) return {};
    icu::UnicodeString text;
    chosen->format((time - std::floor(time)) * milliseconds_per_day, text);
    return utf8(text);
}

std::string DateFormats::write_clock_stretch(double from, double until, std::string_view skeleton) {
    const std::string first = write_clock(from, skeleton);
    const std::string last = write_clock(until, skeleton);
    const auto is_bare = [](const std::string& text) {
        return text.find_first_not_of("0123456789:.") == std::string::npos;
    };
    if (is_bare(first) && is_bare(last)) return first + "\u2013" + last;
    icu::DateIntervalFormat* const chosen = stretch_format(skeleton);
    const auto start = icu_calendar();
    const auto end = icu_calendar();
    if (chosen == nullptr || !start || !end) return first + " \u2013 " + last;
    return written(*chosen, *start, *end, from - std::floor(from), until - std::floor(until));
}

std::string DateFormats::write_stretch(double from, double until, std::string_view skeleton) {
    icu::DateIntervalFormat* const chosen = reaches(from) && reaches(until) ? stretch_format(skeleton) : nullptr;
    const auto first = icu_calendar();
    const auto last = icu_calendar();
    if (chosen == nullptr || !first || !last) return {};
    return written(*chosen, *first, *last, from, until);
}

std::string DateFormats::date_and_time() {
    auto* const patterns = generator();
    return patterns == nullptr ? "{1}, {0}" : utf8(patterns->getDateTimeFormat());
}

std::string DateFormats::zone(const std::string& id) const {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(utf16(id)));
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format(u"VVVV", locale_, status);
    if (U_FAILURE(status) != 0 || !zone || *zone == icu::TimeZone::getUnknown()) return {};
    format.setTimeZone(*zone);
    icu::UnicodeString text;
    return utf8(format.format(0.0, text));
}

namespace {

constexpr double least_compact = 1'000'000;

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
    return utf8(format->format(value, text));
}

std::string FigureFormats::compact(double value) {
    icu::NumberFormat* const format = number_format(value);
    if (format == nullptr) return number(value, 1);
    icu::UnicodeString text;
    return utf8(format->format(value, text));
}

std::string FigureFormats::ordinal(std::int64_t value) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat format(icu::URBNF_ORDINAL, locale_, status);
    if (U_FAILURE(status) != 0) return fmt::to_string(value);
    icu::UnicodeString text;
    return utf8(format.format(value, text));
}

std::string FigureFormats::roman(std::int64_t value) const {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberFormat> format(
        icu::NumberFormat::createInstance(icu::Locale("en@numbers=roman"), status));
    if (U_FAILURE(status) != 0 || !format) return fmt::to_string(value);
    icu::UnicodeString text;
    return utf8(format->format(value, text));
}

std::string FigureFormats::years_ago(double years) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::NumberFormat* const figures = number_format(years);
    icu::NumberFormat* const own = figures == nullptr ? nullptr : figures->clone();  // the next takes it over
    const icu::RelativeDateTimeFormatter format(locale_, own, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, status);
    icu::UnicodeString text;
    format.format(years, UDAT_DIRECTION_LAST, UDAT_RELATIVE_YEARS, text, status);
    return U_FAILURE(status) != 0 ? number(-years, 0) : utf8(text);
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
    return U_FAILURE(status) != 0 ? number(duration.high, 1) : utf8(text);
}

std::string FigureFormats::any_of(const std::vector<std::string>& texts) const {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<icu::UnicodeString> items;
    for (const std::string& text : texts)
        items.push_back(utf16(text));
    const std::unique_ptr<icu::ListFormatter> format(
        icu::ListFormatter::createInstance(locale_, ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE, status));
    icu::UnicodeString text;
    if (format) format->format(items.data(), static_cast<std::int32_t>(items.size()), text, status);
    return !format || U_FAILURE(status) != 0 ? fmt::format("{}", fmt::join(texts, ", ")) : utf8(text);
}

}  // namespace fabula
