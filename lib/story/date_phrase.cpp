// is_date_phrase, read_date_phrase: dates, parts of the year and day, times of day.

#include "story/date_phrase.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "story/date.hpp"
#include "story/duration.hpp"
#include "story/named_date.hpp"
#include "story/parts.hpp"

namespace fabula {
namespace {

using Part = PartPhrase::Part;

constexpr std::pair<std::string_view, Part> parts[] = {
    {"spring", Part::spring},   {"summer", Part::summer},   {"autumn", Part::autumn},    {"winter", Part::winter},
    {"dawn", Part::dawn},       {"morning", Part::morning}, {"noon", Part::noon},        {"afternoon", Part::afternoon},
    {"evening", Part::evening}, {"night", Part::night},     {"midnight", Part::midnight}};

std::optional<Part> parse_part(std::string_view word) {
    const auto* const row =
        std::find_if(std::begin(parts), std::end(parts), [&](const auto& known) { return known.first == word; });
    return row == std::end(parts) ? std::nullopt : std::optional(row->second);
}

/// The minute of the day called "09:30" or "9:30".
std::optional<int> parse_time_of_day(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon < 1 || colon > 2 || text.size() != colon + 3) return std::nullopt;
    int hour = 0;
    int minute = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == colon) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        int& number = i < colon ? hour : minute;
        number = number * 10 + (text[i] - '0');
    }
    return hour < 24 && minute < 60 ? std::optional(hour * 60 + minute) : std::nullopt;
}

bool is_time_of_day(const PhraseCursor& words) {
    return words.word() == "at" && words.word(1).find(':') != std::string_view::npos;
}

/// How a date begins: "shire TA 3019-03-25".
struct DateHead {
    std::size_t calendar = 0;
    const Era* era = nullptr;
    std::size_t words = 0;  ///< that say which calendar and era
    bool named = false;     ///< by the name of its month
};

/// Of the date that the next words are; nothing where they are none.
std::optional<DateHead> date_ahead(const PhraseCursor& words) {
    const std::vector<Calendar>& calendars = words.context().calendars;
    const auto named = words.size() > 1 ? find_calendar(calendars, words.word()) : std::nullopt;
    const std::size_t behind_name = named ? 1 : 0;
    DateHead head{.calendar = named.value_or(words.context().calendar), .words = behind_name};
    const Calendar& calendar = calendars[head.calendar];
    for (const Era& era : calendar.eras) {
        const std::size_t behind_era = behind_name + words_of(era.name, words, behind_name);
        if (behind_era <= head.words) continue;
        head.era = &era;
        head.words = behind_era;
    }
    head.named = is_named_date(words, calendar, head.words);
    if (head.named || named || looks_like_date(words.word(head.words))) return head;
    return std::nullopt;
}

/// What a phrase says of when in the calendar, the year and the day, each with its place.
struct DateParts {
    std::optional<Located<DatePhrase>> date;
    std::optional<Located<PartPhrase>> part;
    std::optional<Located<TimeOfDayPhrase>> time;
};

class DatePhraseReader {
public:
    explicit DatePhraseReader(PhraseCursor& words) : words_(words) {}

    std::vector<Phrase> read() {
        if (words_.size() == 1) warn_if_also_an_id(words_.word());
        while (words_.more()) {
            if (!read_next()) return {};
        }
        return phrases();
    }

private:
    bool read_next() {
        const std::size_t first = words_.position();
        if (const auto part = parse_part(words_.word())) {
            words_.pass();
            return set(read_.part, PartPhrase{*part}, first);
        }
        if (words_.word() == "at") {
            const auto time = time_of_day();
            return time && set(read_.time, *time, first);
        }
        const auto head = date_ahead(words_);
        if (!head) return words_.is_at_end();
        const auto value = date(*head);
        return value && set(read_.date, *value, first);
    }

    template <typename Sort>
    bool set(std::optional<Located<Sort>>& part, const Sort& value, std::size_t first) {
        if (part) {
            words_.fail(words_.text().span(),
                        "a phrase can have one date, one part of the year or day and one time of day",
                        "if several phrases hold, make a list of them");
            return false;
        }
        part = {value, words_.size() == words_.position() - first ? words_.text().span() : words_.since(first)};
        return true;
    }

    /// A part of the year or day that stands alone where something has the word for its id.
    void warn_if_also_an_id(std::string_view part) const {
        auto declaration = words_.context().ids.declaration_of_anchor(part);
        if (!declaration) return;
        Diagnostic diagnostic =
            make_diagnostic("ambiguous-phrase", words_.text().span(),
                            fmt::format("‘{0}’ alone is a part of the year or day, not what has the id ‘{0}’", part),
                            fmt::format("if that is meant, write ‘with {}’; if not, give it another id", part));
        diagnostic.related.push_back(std::move(*declaration));
        words_.context().findings.add(std::move(diagnostic));
    }

    /// "at 09:30", "at 09:30..11:00".
    std::optional<TimeOfDayPhrase> time_of_day() {
        constexpr std::string_view how_to = "write it as at 09:30, or at 09:30..11:00 for some time between";
        words_.take("at");
        if (!words_.more()) return words_.fail(words_.here(), "‘at’ what time of day?", how_to);
        const std::string_view text = words_.word();
        const std::size_t dots = text.find("..");
        const auto low = parse_time_of_day(text.substr(0, dots));
        const auto high = dots == text.npos ? low : parse_time_of_day(text.substr(dots + 2));
        if (!low || !high) return words_.fail(words_.here(), fmt::format("‘{}’ is no time of day", text), how_to);
        if (*low > *high)
            return words_.fail(words_.here(), fmt::format("‘{}’ ends before it begins", text),
                               "write the earlier time first");
        words_.pass();
        return TimeOfDayPhrase{*low, *high};
    }

    std::optional<DatePhrase> date(const DateHead& head) {
        const std::size_t first = words_.position();
        for (std::size_t i = 0; i < head.words; ++i)
            words_.pass();
        auto result = head.named ? named_date(head) : written_date(head);
        if (!result || !can_stand_here(head.calendar, words_.since(first))) return std::nullopt;
        result->calendar = head.calendar;
        return result;
    }

    /// A calendar without a link to others can only be the story's own, and then stands alone.
    [[nodiscard]] bool can_stand_here(std::size_t index, const Span& span) const {
        const std::vector<Calendar>& calendars = words_.context().calendars;
        const Calendar& calendar = calendars[index];
        const Calendar& usual = calendars[words_.context().calendar];
        if (&calendar == &usual || (calendar.epoch && usual.epoch)) return true;
        words_.fail(span, fmt::format("nothing says how ‘{}’ and ‘{}’ count the same days", calendar.id, usual.id),
                    fmt::format("give ‘{}’ an ‘epoch’: the Gregorian date on which its year 1 begins",
                                calendar.epoch ? usual.id : calendar.id),
                    "unlinked-calendar");
        return false;
    }

    std::optional<DatePhrase> named_date(const DateHead& head) {
        DatePhrase result;
        result.from = take_named_date(words_, words_.context().calendars[head.calendar], head.era);
        return result.from ? std::optional(result) : std::nullopt;
    }

    std::optional<DatePhrase> written_date(const DateHead& head) {
        const Calendar& calendar = words_.context().calendars[head.calendar];
        if (!words_.more()) {
            return words_.fail(words_.here(), fmt::format("which date of ‘{}’?", calendar.id),
                               fmt::format("write it as {} 1419-03-25", calendar.id));
        }
        const PhraseWord written = words_.pass();
        auto result = parse_date(written.text, calendar, head.era);
        const auto* fault = std::get_if<DateFault>(&result);
        if (fault == nullptr) return std::get<DatePhrase>(result);
        const bool bare_number = parse_amount(written.text).has_value();
        if (bare_number && !words_.context().clock.empty()) {
            return words_.fail(words_.text().span(written), fmt::format("‘{}’ alone is no time", written.text),
                               fmt::format("on the story's clock, write ‘at {}’", written.text));
        }
        return words_.fail(words_.text().span(written.offset + fault->offset, fault->length), fault->message,
                           fault->help, "bad-date");
    }

    /// Whether date and time of day together are one minute, and can be said as one.
    [[nodiscard]] bool is_one_minute() const {
        if (!read_.date || !read_.time || read_.time->value.low != read_.time->value.high) return false;
        const DatePhrase& date = read_.date->value;
        return !date.interval && date.from->day && !date.from->minute_of_day && !date.from->uncertain &&
               !date.from->approximate;
    }

    std::vector<Phrase> phrases() {
        if (read_.time && read_.date && read_.date->value.from && read_.date->value.from->minute_of_day) {
            words_.fail(read_.time->span, "the date has a time of day already", "leave one of the two away");
            return {};
        }
        if (is_one_minute()) {
            read_.date->value.from->minute_of_day = read_.time->value.low;
            read_.time.reset();
            if (!read_.part) read_.date->span = words_.text().span();
        }
        std::vector<Phrase> result;
        if (read_.date) result.push_back({read_.date->value, read_.date->span});
        if (read_.part) result.push_back({read_.part->value, read_.part->span});
        if (read_.time) result.push_back({read_.time->value, read_.time->span});
        std::stable_sort(result.begin(), result.end(), [](const Phrase& first, const Phrase& second) {
            return first.span.offset < second.span.offset;
        });
        return result;
    }

    PhraseCursor& words_;
    DateParts read_;
};

}  // namespace

bool is_part_of_year_or_day(std::string_view word) {
    return parse_part(word).has_value();
}

bool is_date_phrase(const PhraseCursor& words) {
    const std::string_view first = words.word();
    if (parse_part(first) || is_time_of_day(words)) return true;
    const auto head = date_ahead(words);
    if (!head) return false;
    if (head->words > 0 || head->named) return true;
    const std::string_view second = words.word(1);
    const bool counts = parse_amount(first) || parse_unit(second, words.context().clock);
    return words.size() == 1 || !counts || parse_part(second) || second == "at";
}

std::vector<Phrase> read_date_phrase(PhraseCursor& words) {
    return DatePhraseReader(words).read();
}

}  // namespace fabula
