// The tables of the keys of calendars.

#include "story/schema.hpp"

namespace fabula::story_schema {
namespace {

using yaml::Field;
using yaml::Kind;

/// The limits of rules of leap years and of eras: within them everything is counted exactly.
constexpr double farthest_rule = 1e4;
constexpr double farthest_era = 1e8;
constexpr double most_days = 999;
constexpr double most_hours = 9999;
constexpr double most_minutes = 999;

constexpr Field calendar_fields[] = {
    {.key = "name", .meaning = "the id where there is none", .example = "Shire Reckoning"},
    {.key = "months",
     .kind = Kind::list,
     .meaning = "its months, in order",
     .required = true,
     .entries = &calendar_month},
    {.key = "leap", .kind = Kind::map, .meaning = "which years are longer", .entries = &leap_rule},
    {.key = "week",
     .kind = Kind::texts,
     .meaning = "the days of the week; the first day of year 1 is the first of them",
     .example = "Sterday"},
    {.key = "eras",
     .kind = Kind::list,
     .meaning = "names for stretches of years that count on their own",
     .entries = &era},
    {.key = "epoch",
     .meaning = "the Gregorian date of the first day of year 1; without it nothing links the calendar to others",
     .example = "0622-07-19"},
    {.key = "hours",
     .kind = Kind::whole_number,
     .meaning = "how many hours a day has; 24 where not said",
     .least = 1,
     .most = most_hours,
     .example = "20"},
    {.key = "minutes",
     .kind = Kind::whole_number,
     .meaning = "how many minutes an hour has; 60 where not said",
     .least = 1,
     .most = most_minutes,
     .example = "100"},
};

constexpr Field calendar_month_fields[] = {
    {.key = "name", .meaning = "as dates write it", .required = true, .example = "Rethe"},
    {.key = "days",
     .kind = Kind::whole_number,
     .meaning = "how many it has; 0 for a month of leap years only",
     .required = true,
     .least = 0,
     .most = most_days,
     .example = "30"},
};

constexpr Field leap_rule_fields[] = {
    {.key = "month",
     .meaning = "the name or the number of the month that is longer",
     .required = true,
     .example = "Overlithe"},
    {.key = "days",
     .kind = Kind::whole_number,
     .meaning = "by how many days; 1 where not said",
     .least = 1,
     .most = most_days,
     .example = "1"},
    {.key = "every",
     .kind = Kind::whole_number,
     .meaning = "years that this number divides are longer",
     .least = 1,
     .most = farthest_rule,
     .example = "4"},
    {.key = "except",
     .kind = Kind::whole_number,
     .meaning = "but not those that this one divides",
     .least = 1,
     .most = farthest_rule,
     .example = "100"},
    {.key = "unless",
     .kind = Kind::whole_number,
     .meaning = "unless this one divides them, too",
     .least = 1,
     .most = farthest_rule,
     .example = "400"},
    {.key = "from",
     .kind = Kind::whole_number,
     .meaning = "the year from which these three count, both ways; 0 where not said",
     .least = -farthest_era,
     .most = farthest_era,
     .example = "3"},
    {.key = "years", .kind = Kind::list, .meaning = "instead of ‘every’: the years that are longer"},
    {.key = "cycle",
     .kind = Kind::whole_number,
     .meaning = "after so many years the list comes again; never where not said",
     .least = 1,
     .most = farthest_rule,
     .example = "30"},
};

constexpr Field era_fields[] = {
    {.key = "name", .meaning = "as dates write it, before the year", .required = true, .example = "TA"},
    {.key = "from",
     .kind = Kind::whole_number,
     .meaning = "the year of the calendar that is its year 1",
     .least = -farthest_era,
     .most = farthest_era,
     .example = "3442"},
    {.key = "back-from",
     .kind = Kind::whole_number,
     .meaning = "the year of the calendar that is its year 1, where it counts back from there",
     .least = -farthest_era,
     .most = farthest_era,
     .example = "0"},
};

constexpr std::string_view one_of_leap_rule[] = {"every", "years"};
constexpr std::string_view one_of_era[] = {"from", "back-from"};

}  // namespace

const yaml::Schema calendar{"a calendar", calendar_fields, "a calendar of the story's own"};
const yaml::Schema calendar_month{"a month", calendar_month_fields, "a month of a calendar, or days between two"};
const yaml::Schema leap_rule{"a rule of leap years", leap_rule_fields, "which years of a calendar are longer",
                             one_of_leap_rule};
const yaml::Schema era{"an era", era_fields, "years of a calendar with a count of their own", one_of_era};

}  // namespace fabula::story_schema
