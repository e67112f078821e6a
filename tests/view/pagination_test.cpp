// How the events of a story are shared out among pages, whatever is drawn on them.
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "fabula/fabula.hpp"

#include "random_story.hpp"
#include "view/pictures.hpp"

namespace fabula::pagination_test {
namespace {

using ::testing::ElementsAre;
using ::testing::Lt;
using ::testing::SizeIs;

std::size_t count(const Stretch& stretch) {
    return static_cast<std::size_t>(std::ranges::count(stretch.shows, true));
}

/// Pages that hold so many events; counts how often it is asked.
struct Paper {
    std::size_t events = 4;
    std::size_t asked = 0;

    [[nodiscard]] FitsPage fits() {
        return [this](const Stretch& stretch) {
            ++asked;
            return count(stretch) <= events;
        };
    }
};

struct Paginated {
    ReadResult read;
    Timetable timetable;
    std::vector<Stretch> pages;

    Paginated(const std::string& yaml, Paper& paper)
        : read(read_story(yaml)),
          timetable(solve_times(read.story).timetable),
          pages(paginate(read.story, timetable, paper.fits())) {}

    /// By page, how many events it has.
    [[nodiscard]] std::vector<std::size_t> sizes() const {
        std::vector<std::size_t> sizes;
        for (const Stretch& page : pages)
            sizes.push_back(count(page));
        return sizes;
    }

    /// All events, page by page; on each in order of time.
    [[nodiscard]] std::vector<EventIndex> in_order_of_pages() const {
        std::vector<EventIndex> order;
        for (const Stretch& page : pages) {
            std::ranges::copy_if(timetable.chronology, std::back_inserter(order),
                                 [&](EventIndex e) { return page.shows[e]; });
        }
        return order;
    }
};

std::vector<std::size_t> sizes(const std::string& yaml, std::size_t page) {
    Paper paper{page};
    return Paginated(yaml, paper).sizes();
}

/// An event on each of these days of 1900-01, in sections of so many.
std::string story(const std::vector<int>& days, const std::vector<int>& sections = {}) {
    std::string yaml = "title: x\ncharacters: {a: {}}\n";
    std::size_t next = 0;
    const auto events = [&](int many, const char* indent) {
        for (int i = 0; i < many; ++i, ++next)
            yaml += fmt::format("{}- {{title: E{}, who: a, when: 1900-01-{:02}}}\n", indent, next, days[next]);
    };
    if (sections.empty()) {
        yaml += "events:\n";
        events(static_cast<int>(days.size()), "  ");
        return yaml;
    }
    yaml += "sections:\n";
    for (std::size_t s = 0; s < sections.size(); ++s) {
        yaml += fmt::format("  - id: s{}\n    title: Part {}\n    events:\n", s, s);
        events(sections[s], "      ");
    }
    return yaml;
}

std::vector<int> each_day(int days) {
    std::vector<int> list(static_cast<std::size_t>(days));
    std::iota(list.begin(), list.end(), 1);
    return list;
}

TEST(Pages, AreOneWhereAllFits) {
    Paper paper{10};
    const Paginated flow(story(each_day(10)), paper);
    ASSERT_THAT(flow.pages, SizeIs(1));
    EXPECT_TRUE(flow.pages.front().first);
    EXPECT_TRUE(flow.pages.front().last);
}

TEST(Pages, HoldSeveralShortSectionsAndBreakBetweenThem) {
    EXPECT_THAT(sizes(story(each_day(9), {2, 2, 3, 2}), 5), ElementsAre(4, 5));
}

TEST(Pages, DivideASectionThatIsTooLong) {
    EXPECT_THAT(sizes(story(each_day(10), {2, 8}), 5), ElementsAre(5, 5));
}

TEST(Pages, DivideAtTheLongestPauseNearTheirEnd) {
    EXPECT_THAT(sizes(story({1, 2, 3, 4, 5, 11, 12, 13, 14}), 6), ElementsAre(5, 4));
}

/// Events at the same time as the one before have to be told so by hand: the solver gives each event a time of its own.
std::vector<std::size_t> sizes_with_moments(const std::vector<int>& days, std::size_t page) {
    const ReadResult read = read_story(story(days));
    Timetable timetable = solve_times(read.story).timetable;
    for (std::size_t e = 1; e < days.size(); ++e) {
        if (days[e] == days[e - 1]) timetable.events[e].start = timetable.events[e - 1].start;
    }
    Paper paper{page};
    std::vector<std::size_t> sizes;
    for (const Stretch& stretch : paginate(read.story, timetable, paper.fits()))
        sizes.push_back(count(stretch));
    return sizes;
}

TEST(Pages, KeepTheEventsOfOneMomentTogether) {
    EXPECT_THAT(sizes_with_moments({1, 2, 3, 3, 3, 4}, 4), ElementsAre(2, 4));
}

TEST(Pages, LeaveTheEventsOfAMomentAloneThatFitNowhere) {
    EXPECT_THAT(sizes_with_moments({1, 2, 2, 2, 3}, 2), ElementsAre(1, 3, 1));
}

TEST(Pages, AreNotNearlyEmptyAtTheEnd) {
    EXPECT_THAT(sizes(story(each_day(9)), 8), ElementsAre(4, 5));
}

TEST(Pages, EndHalfWayBetweenTheEventsOnBothSides) {
    Paper paper{2};
    const Paginated flow(story({1, 2, 6, 7}), paper);
    ASSERT_THAT(flow.pages, SizeIs(2));
    EXPECT_EQ(flow.pages[0].until, flow.pages[1].from);
    EXPECT_EQ(flow.pages[0].until - flow.timetable.events[1].start.nominal,
              flow.timetable.events[2].start.nominal - flow.pages[1].from);
}

TEST(Pages, ReachFromTheFirstBirthToTheLastDeath) {
    Paper paper{1};
    const Paginated flow(
        "title: x\ncharacters: {a: {born: 1850, died: 1950}}\n"
        "events: [{title: One, who: a, when: 1900}, {title: Two, who: a, when: 1901}]\n",
        paper);
    EXPECT_LE(flow.pages.front().from, flow.timetable.lives[0].birth.nominal);
    EXPECT_GE(flow.pages.back().until, flow.timetable.lives[0].death.nominal);
}

TEST(Pages, ShowEveryEventOnceInOrderOfTime) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Paper paper{1 + seed % 7};
        const Paginated flow(testing::random_story(seed, {6, 60, 4}), paper);
        EXPECT_EQ(flow.in_order_of_pages(), flow.timetable.chronology) << seed;
        for (std::size_t page = 0; page + 1 < flow.pages.size(); ++page)
            EXPECT_EQ(flow.pages[page].until, flow.pages[page + 1].from) << seed;
    }
}

TEST(Pages, AreFoundInAFewAttemptsForEach) {
    Paper paper{16};
    const Paginated flow(testing::random_story(3, {6, 2000, 4}), paper);
    constexpr std::size_t bisection = 11;  // of 2000
    EXPECT_THAT(paper.asked, Lt(2 * bisection * flow.pages.size()));
}

TEST(SectionsAsPages, HaveAPageForEverySection) {
    const ReadResult read = read_story(story(each_day(10), {3, 6, 1}));
    const Timetable timetable = solve_times(read.story).timetable;
    std::vector<std::size_t> found;
    for (const Stretch& page : sections_as_pages(read.story, timetable))
        found.push_back(count(page));
    EXPECT_THAT(found, ElementsAre(3, 6, 1));
}

}  // namespace
}  // namespace fabula::pagination_test
