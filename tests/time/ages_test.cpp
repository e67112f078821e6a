// How old everyone is at every event: by the calendar, and as they lived it.
#include "fabula/ages.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

#include "story_builder.hpp"
#include "time/calendar.hpp"

namespace fabula::ages_test {
namespace {

using namespace testing;  // NOLINT: the builder's words

constexpr double minute = 1.0 / 1440;

std::vector<std::vector<AgeAtEvent>> ages_in(StoryBuilder& builder) {
    const TimeResult times = solve_times(builder.story());
    for (const Diagnostic& diagnostic : times.diagnostics)
        ADD_FAILURE() << diagnostic.message;
    return ages_at_events(builder.story(), times.timetable);
}

AgeInYears years_at(StoryBuilder& builder, EventIndex event) {
    return in_years(ages_in(builder).at(event).at(0).calendar, 0, solve_times(builder.story()).timetable);
}

/// A date some days after 1970-01-01, to the minute.
Phrase on_day(std::int64_t day) {
    const CalendarDay civil = day_of(gregorian(), day);
    CalendarDate exact = date(civil.year, civil.month, civil.day);
    exact.minute_of_day = 0;
    return on(exact);
}

void expect_days(const Age& age, double days) {
    EXPECT_NEAR(age.least, days, 2 * minute);
    EXPECT_NEAR(age.nominal, days, 2 * minute);
    EXPECT_NEAR(age.most, days, 2 * minute);
}

TEST(AgesAtEvents, AreExactWhereBirthAndEventAreUncertainTogether) {
    StoryBuilder builder;
    const auto ann = builder.character("ann", {on(date(1950))});
    builder.event("named", {after(to_birth(ann), days(3))}, {ann});
    expect_days(ages_in(builder)[0][0].calendar, 3);
}

TEST(AgesAtEvents, CanBeAskedOfTimesThatOutliveTheirStory) {
    StoryBuilder builder;
    const auto ann = builder.character("ann");
    const auto tape = builder.event("tape", {age(11, 11, ann)}, {ann});
    builder.event("war", {on(date(1914))});
    const auto solve_and_forget = [&] { return solve_times(builder.story()).timetable; };
    const Timetable times = solve_and_forget();
    const auto ages = ages_at_events(builder.story(), times);
    EXPECT_EQ(in_years(ages.at(tape).at(0).calendar, 0, times), (AgeInYears{11, 11, 11}));
}

TEST(AgesAtEvents, AreRangesWhereTheStoryLeavesThemOpen) {
    StoryBuilder builder;
    const auto ann = builder.character("ann", {on(date(1950))});
    const auto meet = builder.event("meet", {on(date(1961, 7, 2))}, {ann});
    EXPECT_EQ(format_age(years_at(builder, meet)), "10–11");
}

TEST(AgesAtEvents, OfWhoseBirthIsNotKnownAreNotTold) {
    StoryBuilder builder;
    const auto bob = builder.character("bob");
    const auto ann = builder.character("ann", {on(date(1950))});
    builder.event("meet", {on(date(1961))}, {bob, ann});
    const auto ages = ages_in(builder);
    ASSERT_EQ(ages[0].size(), 1U);
    EXPECT_EQ(ages[0][0].who, ann);
}

TEST(AgesAtEvents, OfAYearOfLifeAreThatYear) {
    StoryBuilder builder;
    const auto ann = builder.character("ann");
    const auto tape = builder.event("tape", {age(11, 11, ann)}, {ann});
    EXPECT_EQ(years_at(builder, tape), (AgeInYears{11, 11, 11}));
    builder.event("war", {on(date(1914))});
    EXPECT_EQ(years_at(builder, tape), (AgeInYears{11, 11, 11}));
}

TEST(AgesAtEvents, CountBirthdays) {
    for (std::int64_t birth = day_number(gregorian(), {1896, 2, 27}); birth < day_number(gregorian(), {1905, 3, 2});
         birth += 61) {
        for (const int years : {1, 3, 4, 7, 50, 99}) {
            StoryBuilder builder;
            const CalendarDay born = day_of(gregorian(), birth);
            const auto ann = builder.character("ann", {on(date(born.year, born.month, born.day))});
            const CalendarDate birthday = date(born.year + years, born.month, std::min(born.day, 28));
            const auto eve = day_of(gregorian(), timing::seconds_of(birthday).first / 86400 - 1);
            builder.event("eve", {on(date(eve.year, eve.month, eve.day))}, {ann});
            builder.event("birthday", {on(date(born.year + years, born.month, born.day > 28 ? 28 : born.day))}, {ann});
            const bool leap_day = born.month == 2 && born.day == 29;
            const bool has_it = days_in_month(gregorian(), born.year + years, 2) == 29;
            const bool is_birthday = born.day <= 28 || (leap_day && !has_it);
            const std::int64_t turned = is_birthday ? years : years - 1;
            EXPECT_EQ(years_at(builder, 0), (AgeInYears{years - 1, years - 1, years - 1}));
            EXPECT_EQ(years_at(builder, 1), (AgeInYears{turned, turned, turned}));
        }
    }
}

TEST(AgesAtEvents, ReadAsAReaderWouldSayThem) {
    EXPECT_EQ(format_age({11, 11, 11}), "11");
    EXPECT_EQ(format_age({11, 12, 13}), "11–13");
    EXPECT_EQ(format_age({11, 12, std::nullopt}), "11–");
    EXPECT_EQ(format_age({-4, -4, -4}), "unborn");
    EXPECT_EQ(format_age({-1, 0, 0}), "0");
    const Timetable table;
    EXPECT_EQ(format_age_by_day({366.2425, 366.2425, 366.2425}, 0, table), "1 year 1 day");
    EXPECT_EQ(format_age_by_day({1, 3, 5}, 0, table), "1 day to 5 days");
    EXPECT_EQ(format_age_by_day({1, 3, unbounded}, 0, table), "at least 1 day");
}

TEST(AgesAtEvents, AreTheSameForATimetableThatWasNotSolved) {
    StoryBuilder builder;
    const auto ann = builder.character("ann", {on_day(0)});
    builder.event("a", {on_day(4000)}, {ann});
    builder.event("b", {}, {ann});
    StoryBuilder undated;
    const auto finn = undated.character("finn", {with(to_event(0))});
    undated.event("born", {}, {finn});
    undated.event("walks", {after(to_event(0), days(300, 400))}, {finn});
    for (const StoryBuilder& told : {builder, undated}) {
        Timetable timetable = solve_times(told.story()).timetable;
        ASSERT_NE(timetable.model, nullptr);
        const auto shared = ages_at_events(told.story(), timetable);
        EXPECT_EQ(shared.at(1).size(), 1U);
        timetable.model = nullptr;
        EXPECT_EQ(ages_at_events(told.story(), timetable), shared);
    }
}

TEST(OwnClock, OfWhoIsMerelyAwayIsTheCalendar) {
    StoryBuilder builder;
    const auto ann = builder.character("ann", {on_day(0)});
    builder.event("back", {on_day(9000)}, {ann});
    Absence away;
    away.from = {on_day(1000)};
    away.until = {on_day(3000)};
    builder.content().characters[ann].absent = {away};
    const auto ages = ages_in(builder);
    EXPECT_EQ(ages[0][0].lived, ages[0][0].calendar);
    const Away solved = solve_times(builder.story()).timetable.lives[ann].absences[0];
    EXPECT_NEAR(solved.when.from.nominal, 1000, minute);
    EXPECT_NEAR(solved.when.until.nominal, 3000, minute);
    EXPECT_NEAR(solved.lived, 2000, 2 * minute);
}

TEST(OwnClock, LivesMoreThanTheCalendarWhereThatIsStated) {
    StoryBuilder builder;
    const auto lucy = builder.character("lucy", {on_day(0)});
    builder.event("wardrobe", {on_day(3001)}, {lucy});
    Absence narnia;
    narnia.from = {on_day(3000)};
    narnia.until = {on_day(3001)};
    narnia.lives = Located<Duration>{days(5000), {}};
    builder.content().characters[lucy].absent = {narnia};
    const auto ages = ages_in(builder);
    expect_days(ages[0][0].calendar, 3001);
    expect_days(ages[0][0].lived, 8000);
}

TEST(OwnClock, OfAnEventWithinAnAbsenceIsARange) {
    StoryBuilder builder;
    const auto lucy = builder.character("lucy", {on_day(0)});
    builder.event("battle", {on_day(3005)}, {lucy});
    Absence narnia;
    narnia.from = {on_day(3000)};
    narnia.until = {on_day(3010)};
    narnia.lives = Located<Duration>{days(5000), {}};
    builder.content().characters[lucy].absent = {narnia};
    const Age lived = ages_in(builder)[0][0].lived;
    EXPECT_NEAR(lived.least, 3000, 2 * minute);
    EXPECT_NEAR(lived.nominal, 5500, 2 * minute);
    EXPECT_NEAR(lived.most, 8000, 2 * minute);
}

TEST(OwnClock, OfAnEventInTwoStretchesCoversBoth) {
    StoryBuilder builder;
    const auto hermione = builder.character("hermione", {on_day(0)});
    builder.event("execution", {on_day(5001)}, {hermione});
    LivedStretch first;
    first.until = {on_day(5002)};
    LivedStretch again;
    again.from = {on_day(5000)};
    builder.content().characters[hermione].clock = {first, again};
    const Age lived = ages_in(builder)[0][0].lived;
    EXPECT_NEAR(lived.least, 5001, 2 * minute);
    EXPECT_NEAR(lived.nominal, 5001, 2 * minute);
    EXPECT_NEAR(lived.most, 5003, 2 * minute);
}

TEST(OwnClock, OfEventsThatOnlyAnAgeDatesHasTheirWholeRange) {
    StoryBuilder builder;
    const auto ann = builder.character("ann");
    builder.event("sleeps", {age(20, 20, ann)}, {ann});
    const auto wakes = builder.event("wakes", {age(120, 120, ann)}, {ann});
    Absence frozen;
    frozen.from = {with(to_event(0))};
    frozen.until = {with(to_event(wakes))};
    frozen.lives = Located<Duration>{days(0), {}};
    builder.content().characters[ann].absent = {frozen};
    const auto ages = ages_in(builder);
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_EQ(format_age(in_years(ages[wakes][0].calendar, ann, timetable)), "120");
    EXPECT_EQ(format_age(in_years(ages[wakes][0].lived, ann, timetable)), "20");
}

/// A life decided day by day: in which order its days come, and which of them are lived.
class RandomLife {
public:
    explicit RandomLife(std::uint64_t seed) : random_(seed) {
        ann_ = builder_.character("ann", {on_day(0)});
        for (int i = 0; i < 12; ++i) {
            days_.push_back(static_cast<std::int64_t>(random_() % 900));
            builder_.event(numbered("e", i), {on_day(days_.back())}, {ann_});
        }
    }

    /// Not across the end of a stretch.
    void freeze() {
        const std::vector<std::int64_t> ends = cuts(6);
        for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
            const bool cut = std::any_of(stretches_.begin(), stretches_.end(), [&](const auto& stretch) {
                return stretch.second >= ends[i] && stretch.second <= ends[i + 1];
            });
            if (cut) continue;
            Absence frozen;
            frozen.from = {on_day(ends[i])};
            frozen.until = {on_day(ends[i + 1])};
            frozen.lives = Located<Duration>{days(0), {}};
            builder_.content().characters[ann_].absent.push_back(frozen);
            frozen_.emplace_back(ends[i], ends[i + 1]);
        }
        std::shuffle(builder_.content().characters[ann_].absent.begin(),
                     builder_.content().characters[ann_].absent.end(), random_);
    }

    void travel() {
        const std::vector<std::int64_t> ends = cuts(5);
        for (std::size_t i = 0; i <= ends.size(); ++i)
            stretches_.emplace_back(i == 0 ? 0 : ends[i - 1], i == ends.size() ? 1000 : ends[i]);
        std::shuffle(stretches_.begin() + 1, stretches_.end(), random_);
        for (const auto& [from, until] : stretches_) {
            LivedStretch stretch;
            if (from > 0) stretch.from = {on_day(from)};
            stretch.until = {on_day(until)};
            builder_.content().characters[ann_].clock.push_back(stretch);
        }
    }

    void expect_ages_as_lived_day_by_day() {
        const auto ages = ages_in(builder_);
        for (EventIndex e = 0; e < days_.size(); ++e) {
            expect_days(ages[e][0].calendar, static_cast<double>(days_[e]));
            if (is_at_a_cut(days_[e])) continue;  // there it may be the end of one stretch or the beginning of another
            expect_days(ages[e][0].lived, static_cast<double>(lived_until(days_[e])));
        }
    }

private:
    std::vector<std::int64_t> cuts(std::size_t count) {
        std::vector<std::int64_t> result(998);
        std::iota(result.begin(), result.end(), 1);
        std::shuffle(result.begin(), result.end(), random_);
        result.resize(count);
        std::sort(result.begin(), result.end());
        return result;
    }
    [[nodiscard]] bool is_at_a_cut(std::int64_t day) const {
        return std::any_of(stretches_.begin(), stretches_.end(),
                           [day](const auto& s) { return s.first == day || s.second == day; });
    }
    [[nodiscard]] bool lives_on(std::int64_t day) const {
        return std::none_of(frozen_.begin(), frozen_.end(),
                            [day](const auto& f) { return day >= f.first && day < f.second; });
    }
    [[nodiscard]] int lived_until(std::int64_t event) const {
        int age = 0;
        const std::vector<std::pair<std::int64_t, std::int64_t>> whole{{0, 1000}};
        for (const auto& [from, until] : stretches_.empty() ? whole : stretches_) {
            for (std::int64_t day = from; day < until; ++day) {
                if (day == event) return age;
                age += lives_on(day) ? 1 : 0;
            }
        }
        return age;
    }

    std::mt19937_64 random_;
    StoryBuilder builder_;
    CharacterIndex ann_ = 0;
    std::vector<std::int64_t> days_;
    std::vector<std::pair<std::int64_t, std::int64_t>> frozen_;
    std::vector<std::pair<std::int64_t, std::int64_t>> stretches_;
};

TEST(OwnClock, OfAnyLifeIsTheSumOfTheDaysLived) {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        SCOPED_TRACE(seed);
        RandomLife life(seed);
        if (seed % 4 > 1) life.travel();
        if (seed % 4 != 0) life.freeze();
        life.expect_ages_as_lived_day_by_day();
    }
}

}  // namespace
}  // namespace fabula::ages_test
