// read_calendars: the calendars that a story defines for itself.

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

#include "source/characters.hpp"
#include "story/date.hpp"
#include "story/date_phrase.hpp"
#include "story/parts.hpp"
#include "story/phrase_words.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// The most calendars, months, eras and days of the week: far more than anyone writes, and few enough to search one by
/// one.
constexpr std::size_t most_entries = 99;
constexpr std::size_t most_listed_years = 9999;
constexpr std::int64_t farthest_listed_year = 100'000'000;

/// Phrases can begin with names of months and eras, which must differ from what else phrases begin with.
bool can_begin_a_date(std::string_view name) {
    return !name.empty() && sort_character(name).sort == CharacterSort::letter && !is_relation_word(name);
}

/// Reads one calendar. Faults are reported, and a calendar with faults is left out.
class CalendarReader {
public:
    CalendarReader(const yaml::Entry& entry, Findings& findings)
        : entry_(entry), findings_(findings), map_(*entry.value, story_schema::calendar, findings) {}

    std::optional<Calendar> read() {
        if (!map_.is_map()) return std::nullopt;
        calendar_.id = entry_.key->text;
        calendar_.span = entry_.key->span;
        calendar_.name = map_.find("name") == nullptr ? calendar_.id : map_.text("name");
        read_months();
        read_leap();
        read_week();
        read_eras();
        read_epoch();
        if (const auto hours = map_.whole_number("hours")) calendar_.hours_in_day = hours->value;
        if (const auto minutes = map_.whole_number("minutes")) calendar_.minutes_in_hour = minutes->value;
        return good_ ? std::optional(std::move(calendar_)) : std::nullopt;
    }

private:
    void fail(const Span& span, std::string message, std::string help) {
        findings_.add("bad-calendar", span, std::move(message), std::move(help));
        good_ = false;
    }

    /// Whether there are few enough entries under `key`; reports too many.
    bool is_countable(std::string_view key, std::size_t count) {
        if (count <= most_entries) return true;
        fail(map_.find(key)->span, fmt::format("‘{}’ has more than {} entries", key, most_entries), "remove some");
        return false;
    }

    void check_name(const yaml::Node* name, std::string_view what) {
        if (name == nullptr || can_begin_a_date(name->text)) return;
        fail(name->span, fmt::format("‘{}’ cannot be the name of {}", name->text, what),
             "it has to begin with a letter and must not be a word of phrases, as ‘about’");
    }

    void read_months() {
        const auto entries = map_.entries("months");
        if (!is_countable("months", entries.size())) return;
        for (const yaml::Entry& entry : entries) {
            const yaml::MapReader map(*entry.value, story_schema::calendar_month, findings_);
            const auto days = map.whole_number("days");
            check_name(map.find("name"), "a month");
            const std::string name = map.text("name");
            const bool again = std::any_of(calendar_.months.begin(), calendar_.months.end(),
                                           [&](const CalendarMonth& other) { return other.name == name; });
            if (again && !name.empty())
                fail(map.find("name")->span, fmt::format("two months are called ‘{}’", name),
                     "call one of them something else");
            calendar_.months.push_back({.name = name, .days = days ? days->value : 0});
            good_ = good_ && days && !name.empty();
        }
        const bool has_days = std::any_of(calendar_.months.begin(), calendar_.months.end(),
                                          [](const CalendarMonth& month) { return month.days > 0; });
        if (!has_days && good_ && map_.find("months") != nullptr)
            fail(entry_.key->span, "none of the months of this calendar has a day",
                 "say how many days they have, as {name: Rethe, days: 30}");
        good_ = good_ && has_days;
    }

    void read_leap() {
        const yaml::Node* node = map_.find("leap");
        if (node == nullptr) return;
        const yaml::MapReader map(*node, story_schema::leap_rule, findings_);
        LeapRule rule;
        const auto number = [&map](std::string_view key, int otherwise) {
            const auto value = map.whole_number(key);
            return value ? value->value : otherwise;
        };
        rule.every = number("every", 1);
        rule.except = number("except", 0);
        rule.unless = number("unless", 0);
        rule.from = number("from", 0);
        rule.cycle = number("cycle", 0);
        rule.days = number("days", 1);
        if (rule.unless != 0 && rule.except == 0) {
            fail(map.find("unless")->span, "‘unless’ has no ‘except’ before it",
                 "say which years are not longer, as except: 100");
        }
        read_leap_years(map, rule);
        if (const auto month = map.located_text("month")) rule.month = month_called(*month);
        calendar_.leap = std::move(rule);
    }

    /// The list, where there is one: in order, and within its cycle.
    void read_leap_years(const yaml::MapReader& map, LeapRule& rule) {
        if (map.find("years") == nullptr) {
            if (map.find("every") == nullptr && map.is_map()) {
                fail(map.span(), "the rule does not say which years are longer",
                     "write ‘every’ and a number, as every: 4, or ‘years’ and a list, as years: [3, 7, 11]");
            }
            if (rule.cycle != 0) {
                fail(map.find("cycle")->span, "‘cycle’ has no list of years",
                     "write which years of it are longer, as years: [3, 7, 11]");
            }
            return;
        }
        for (const std::string_view key : {"every", "except", "unless", "from"}) {
            if (const yaml::Node* node = map.find(key))
                fail(node->span, fmt::format("‘{}’ and a list of leap years exclude each other", key),
                     "write the one or the other");
        }
        const auto entries = map.entries("years");
        if (entries.empty()) {
            fail(map.find("years")->span, "no year is longer by an empty list",
                 "write which are, as years: [3, 7, 11], or leave out ‘leap’");
        }
        if (entries.size() > most_listed_years) {
            fail(map.find("years")->span, fmt::format("‘years’ has more than {} entries", most_listed_years),
                 "write a list that comes again, with ‘cycle’");
            return;
        }
        for (const yaml::Entry& entry : entries)
            if (const auto year = leap_year(*entry.value, rule.cycle)) rule.years.push_back(*year);
        std::sort(rule.years.begin(), rule.years.end());
        rule.years.erase(std::unique(rule.years.begin(), rule.years.end()), rule.years.end());
    }

    std::optional<std::int64_t> leap_year(const yaml::Node& node, std::int64_t cycle) {
        std::int64_t year = 0;
        const char* const end = node.text.data() + node.text.size();
        const auto [stopped, error] = std::from_chars(node.text.data(), end, year);
        const bool whole = node.kind == yaml::Node::Kind::scalar && error == std::errc() && stopped == end;
        if (!whole || std::abs(year) > farthest_listed_year) {
            fail(node.span, "this is not a year", "write the leap years as whole numbers, as [3, 7, 11]");
            return std::nullopt;
        }
        if (cycle != 0 && (year < 1 || year > cycle)) {
            fail(node.span, fmt::format("the year {} is not one of the {} of the cycle", year, cycle),
                 fmt::format("write the years of the first cycle, from 1 to {}", cycle));
            return std::nullopt;
        }
        return year;
    }

    /// The month with this name or number.
    int month_called(const Located<std::string>& text) {
        for (std::size_t i = 0; i < calendar_.months.size(); ++i) {
            if (calendar_.months[i].name == text.value || fmt::to_string(i + 1) == text.value)
                return static_cast<int>(i) + 1;
        }
        fail(text.span, fmt::format("the calendar has no month ‘{}’", text.value),
             "write the name of one of its months, or its number");
        return 1;
    }

    void read_week() {
        const auto days = map_.texts("week");
        if (!is_countable("week", days.size())) return;
        for (const yaml::Node* day : days)
            calendar_.week.push_back(day->text);
    }

    void read_eras() {
        const auto entries = map_.entries("eras");
        if (!is_countable("eras", entries.size())) return;
        for (const yaml::Entry& entry : entries) {
            const yaml::MapReader map(*entry.value, story_schema::era, findings_);
            if (!map.is_map()) continue;
            const auto from = map.whole_number("from");
            const auto back = map.whole_number("back-from");
            check_name(map.find("name"), "an era");
            if (from.has_value() == back.has_value()) {
                fail(map.span(), "an era does not say where its years begin",
                     "write ‘from’ and its first year, or ‘back-from’ and the year from which it counts back");
                continue;
            }
            calendar_.eras.push_back(
                {.name = map.text("name"), .first = from ? from->value : back->value, .backwards = back.has_value()});
        }
    }

    void read_epoch() {
        const auto text = map_.located_text("epoch");
        if (!text) return;
        const auto read = parse_date(text->value);
        const auto* date = std::get_if<DatePhrase>(&read);
        const bool day = date != nullptr && !date->interval && date->from->day && !date->from->minute_of_day &&
                         !date->from->approximate && !date->from->uncertain;
        if (!day) {
            fail(text->span, fmt::format("‘{}’ is not a day of the Gregorian calendar", text->value),
                 "write the day on which its year 1 begins, as 1996-07-14");
            return;
        }
        calendar_.epoch = day_number(gregorian(), {date->from->year, *date->from->month, *date->from->day});
    }

    const yaml::Entry& entry_;
    Findings& findings_;
    yaml::MapReader map_;
    Calendar calendar_;
    bool good_ = true;
};

bool is_good_id(const yaml::Node& id, const std::vector<Calendar>& calendars, Findings& findings) {
    const bool taken = std::any_of(calendars.begin(), calendars.end(),
                                   [&](const Calendar& other) { return other.built_in && other.id == id.text; });
    if (!taken && is_legal_id(id.text) && !is_relation_word(id.text) && !is_part_of_year_or_day(id.text)) return true;
    findings.add("bad-id", id.span, fmt::format("‘{}’ cannot be the id of a calendar", id.text),
                 taken ? "every story has this calendar: take another id"
                       : "it is one word of letters that phrases do not use, as ‘shire’");
    return false;
}

}  // namespace

void read_calendars(const yaml::MapReader& root, StoryContent& story, Findings& findings) {
    for (const yaml::Entry& entry : root.entries("calendars")) {
        if (story.calendars.size() - built_in_calendars().size() >= most_entries) {
            findings.add("bad-calendar", entry.key->span,
                         fmt::format("a story has no more than {} calendars", most_entries), "take some out");
            return;
        }
        if (!is_good_id(*entry.key, story.calendars, findings)) continue;
        if (auto calendar = CalendarReader(entry, findings).read()) story.calendars.push_back(std::move(*calendar));
    }
}

std::optional<std::size_t> find_calendar(const std::vector<Calendar>& calendars, std::string_view id) {
    for (std::size_t i = 0; i < calendars.size(); ++i) {
        if (calendars[i].id == id) return i;
    }
    // "Julian 1066-10-14", as at the start of a sentence.
    for (std::size_t i = 0; i < calendars.size(); ++i) {
        if (calendars[i].built_in && same_word(calendars[i].id, id)) return i;
    }
    return std::nullopt;
}

}  // namespace fabula
