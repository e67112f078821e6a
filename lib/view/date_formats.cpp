#include "view/date_formats.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>
#include <utility>

namespace fabula {
namespace {

constexpr double milliseconds_per_day = 86'400'000.0;

/// ICU counts milliseconds as if exactly, but its years only a little farther than these either way.
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

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// The change of 1582 is moved out of all time: both calendars are proleptic.
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

}  // namespace fabula
