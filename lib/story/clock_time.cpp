// clock_time_ahead: times of day, in figures and with am and pm.

#include <algorithm>
#include <fmt/format.h>

#include "story/date_readers.hpp"
#include "story/duration.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr std::string_view how_to = "write it as at 09:30 or at 9:30pm, or at 09:30..11:00 for some time between";

enum class Half { none, morning, evening };

/// One time as it is written.
struct Moment {
    int minute = 0;
    std::optional<int> second;
};

Half half_of(std::string_view word) {
    word = without_comma(word);
    for (const std::string_view name : {"am", "a.m.", "a.m"})
        if (same_word(word, name)) return Half::morning;
    for (const std::string_view name : {"pm", "p.m.", "p.m"})
        if (same_word(word, name)) return Half::evening;
    return Half::none;
}

/// "9:30pm" into "9:30" and "pm".
std::pair<std::string_view, Half> without_half(std::string_view text) {
    const std::size_t letters = text.find_first_not_of("0123456789:.");
    if (letters == text.npos || letters == 0) return {text, Half::none};
    const Half half = half_of(text.substr(letters));
    return half == Half::none ? std::pair(text, half) : std::pair(text.substr(0, letters), half);
}

/// The number of two digits, or of one for an hour.
std::optional<int> part(std::string_view text, bool hour) {
    const bool fits = text.size() == 2 || (hour && text.size() == 1);
    return fits ? whole_number(text) : std::nullopt;
}

/// "9:30", "09:30:15", and with am or pm also "9", "9.30"; nothing where a day of `calendar` has no such time.
std::optional<Moment> moment(std::string_view text, Half half, const Calendar& calendar) {
    const std::size_t sign = text.find(half == Half::none ? ":" : text.find(':') == text.npos ? "." : ":");
    if (sign == text.npos && half == Half::none) return std::nullopt;
    const auto hour = part(text.substr(0, sign), true);
    const std::string_view rest = sign == text.npos ? "00" : text.substr(sign + 1);
    const auto minute = part(rest.substr(0, 2), false);
    if (!hour || !minute || *minute >= calendar.minutes_in_hour) return std::nullopt;
    Moment result;
    if (rest.size() > 2) {
        result.second = rest[2] == ':' ? part(rest.substr(3), false) : std::nullopt;
        if (!result.second || *result.second > 59) return std::nullopt;
    }
    const bool twelve = half != Half::none;
    if (twelve ? *hour < 1 || *hour > 12 : *hour >= calendar.hours_in_day) return std::nullopt;
    const int counted = twelve ? *hour % 12 + (half == Half::evening ? 12 : 0) : *hour;
    result.minute = counted * calendar.minutes_in_hour + *minute;
    return result;
}

/// "Z", "+02:00", "-05" after a time, in minutes.
std::optional<int> zone_of(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() != 3 && (text.size() != 6 || text[3] != ':')) return std::nullopt;
    const auto hours = whole_number(text.substr(1, 2));
    const auto minutes = text.size() == 3 ? std::optional(0) : whole_number(text.substr(4));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const int size = *hours * 60 + *minutes;
    if (text[0] == '-' && size == 0) return std::nullopt;
    return text[0] == '-' ? -size : size;
}

/// "EST", "CET": three or four capitals that end in a T.
bool is_short_zone(std::string_view word) {
    return word.size() >= 3 && word.size() <= 4 && word.ends_with('T') &&
           std::all_of(word.begin(), word.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

bool has_days_like_ours(const Calendar& calendar) {
    return calendar.hours_in_day == 24 && calendar.minutes_in_hour == 60;
}

/// What to write instead of what is not a time.
std::string help_for(std::string_view text, Half half, const Calendar& calendar) {
    if (!has_days_like_ours(calendar)) {
        return fmt::format("a day of ‘{}’ has {} hours of {} minutes: write 00:00 to {:02}:{:02}, without am and pm",
                           calendar.id, calendar.hours_in_day, calendar.minutes_in_hour, calendar.hours_in_day - 1,
                           calendar.minutes_in_hour - 1);
    }
    const auto number = whole_number(text.substr(0, std::min(text.find_first_of(":."), text.size())));
    if (number && half != Half::none && *number > 12 && *number < 24)
        return fmt::format("write {}:00, or {}pm", *number, *number - 12);
    if (number && *number == 24) return "the day ends at 23:59: write 00:00, of the next day";
    if (text.ends_with(":60") && text.find(':') != text.rfind(':'))
        return "leap seconds are not counted: write 59 for the seconds";
    if (const std::size_t point = text.find('.'); number && point != text.npos && text.size() == point + 3)
        return fmt::format("write {}:{}", text.substr(0, point), text.substr(point + 1));
    if (number && half == Half::none && *number > 0 && *number < 24 && text.find(':') == text.npos)
        return *number > 12 ? fmt::format("write {:02}:00", *number)
                            : fmt::format("write {:02}:00, or {}am or {}pm", *number, *number, *number);
    return std::string(how_to);
}

/// Reads a time from left to right.
class ClockTimeReader {
public:
    ClockTimeReader(const PhraseCursor& words, std::size_t ahead, const Calendar& calendar)
        : words_(words), calendar_(calendar), start_(ahead), at_(ahead) {}

    ClockTime read() {
        const bool said = take("at");
        const std::string_view text = without_comma(words_.word(at_));
        if (said && (text == "noon" || text == "midday")) {
            ++at_;
            const Moment noon{static_cast<int>(minutes_in_day(calendar_) / 2), {}};
            return finished(noon, noon, {});
        }
        if (said && text.empty()) return fault("‘at’ what time of day?", std::string(how_to), start_ + 1);
        return text.empty() || (!said && !is_written_as_time(text)) ? ClockTime{} : times(text);
    }

private:
    bool take(std::string_view word) {
        if (words_.word(at_) != word) return false;
        ++at_;
        return true;
    }

    /// Whether it can only be a time: "9:30", "9pm", "9 pm".
    [[nodiscard]] bool is_written_as_time(std::string_view text) const {
        if (text.front() < '0' || text.front() > '9') return false;
        const bool figures = text.find_first_not_of("0123456789:.+-Z") == text.npos;
        return (figures && text.find(':') != text.npos && text.find(':') <= 2) ||
               without_half(text).second != Half::none ||
               (text.size() <= 5 && half_of(words_.word(at_ + 1)) != Half::none);
    }

    ClockTime times(std::string_view text) {
        ++at_;
        const std::string_view whole = text;
        std::optional<int> zone;
        if (const std::size_t sign = text.find_first_of("+-Z"); sign != text.npos && sign > 0) {
            zone = zone_of(text.substr(sign));
            if (!zone) {
                return fault(fmt::format("‘{}’ is not an offset from UTC", text.substr(sign)),
                             "write Z for none, or +02:00 or -05:00", at_ - 1);
            }
            text = text.substr(0, sign);
        }
        const std::size_t dots = text.find("..");
        const auto [low_text, low_half] = with_half(text.substr(0, dots), dots == text.npos);
        const auto [high_text, high_half] =
            dots == text.npos ? std::pair(low_text, low_half) : with_half(text.substr(dots + 2), true);
        if (!zone && (words_.word(at_) == "UTC" || words_.word(at_) == "GMT")) {
            ++at_;
            zone = 0;
        }
        if (is_short_zone(words_.word(at_))) {
            return fault(
                fmt::format("‘{}’ means several zones in the world", words_.word(at_)),
                "write how far it is from UTC, as 22:00-05:00, or give the place a ‘zone’, as America/New_York", at_);
        }
        const bool has_halves = has_days_like_ours(calendar_) || (low_half == Half::none && high_half == Half::none);
        const auto low = has_halves ? moment(low_text, low_half, calendar_) : std::nullopt;
        const auto high = has_halves ? moment(high_text, high_half, calendar_) : std::nullopt;
        if (!low || !high) {
            const bool first = !low;
            return fault(fmt::format("‘{}’ is not a time of day", whole),
                         help_for(first ? low_text : high_text, first ? low_half : high_half, calendar_), at_ - 1);
        }
        if (dots != text.npos && (low->second.value_or(0) != 0 || high->second.value_or(0) != 0))
            return fault("some time between two times is given in minutes", "leave out the seconds", at_ - 1);
        const int day = static_cast<int>(minutes_in_day(calendar_));
        const bool over_midnight = low->minute >= day / 2 && high->minute < day / 2;
        if (high->minute < low->minute && !over_midnight)
            return fault(fmt::format("‘{}’ ends before it begins", whole), "write the earlier time first", at_ - 1);
        return finished(*low, {high->minute + (over_midnight ? day : 0), high->second}, zone);
    }

    /// The time without its am or pm, which is joined to it or is the next word.
    std::pair<std::string_view, Half> with_half(std::string_view text, bool can_go_on) {
        const auto joined = without_half(text);
        if (joined.second != Half::none || !can_go_on) return joined;
        const Half half = half_of(words_.word(at_));
        if (half != Half::none) ++at_;
        return {text, half};
    }

    [[nodiscard]] ClockTime finished(const Moment& low, const Moment& high, std::optional<int> zone) const {
        ClockTime result;
        result.time = {low.minute, high.minute, zone};
        if (low.minute == high.minute) result.second = low.second;
        result.words = at_ - start_;
        return result;
    }

    /// `word`: which word is wrong, counted as `ahead` is.
    ClockTime fault(std::string message, std::string help, std::size_t word) {
        ClockTime result;
        result.fault = DateFault{std::move(message), std::move(help), word, 0};
        result.words = std::max(at_, word) - start_;
        return result;
    }

    const PhraseCursor& words_;
    const Calendar& calendar_;
    std::size_t start_;
    std::size_t at_;
};

}  // namespace

ClockTime clock_time_ahead(const PhraseCursor& words, std::size_t ahead, std::optional<std::size_t> calendar) {
    const PhraseContext& context = words.context();
    const std::size_t days = calendar.value_or(context.calendar);
    ClockTime result = ClockTimeReader(words, ahead, context.calendars[days]).read();
    result.time.calendar = days;
    return result;
}

bool is_clock_time_ahead(const PhraseCursor& words, std::size_t ahead) {
    if (words.word(ahead) != "at") return clock_time_ahead(words, ahead).words > 0;
    const std::string_view next = words.word(ahead + 1);
    if (next == "least" || next == "most") return false;  // 3 days
    const bool on_clock = next.empty() || parse_amount(next) || next.starts_with('~');
    return (!on_clock || half_of(words.word(ahead + 2)) != Half::none) && clock_time_ahead(words, ahead).words > 0;
}

}  // namespace fabula
