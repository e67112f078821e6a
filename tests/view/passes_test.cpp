// The passes of the lifelines view, each on its own, against brute force or a property that has to hold.
#include "view/lifelines/passes.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <numeric>

#include "fabula/fabula.hpp"

#include "random_story.hpp"
#include "view/lifelines/lifelines.hpp"

namespace fabula::lifelines::passes_test {
namespace {

/// A made-up story as far as the passes before placing take it.
struct Prepared {
    ReadResult read;
    Timetable timetable;
    Theme theme;
    Cast cast;
    Columns columns;
    std::vector<Entry> entries;

    explicit Prepared(std::uint64_t seed, int events = 60, int characters = 8)
        : read(read_story(testing::random_story(seed, {characters, events, events / 4}))),
          timetable(solve_times(read.story).timetable),
          theme(read_theme("default").theme),
          cast(arrange_cast(read.story, timetable, theme, ranking_of(read.story), {}, 1000)) {
        Measure measure(theme, "en", "abc");
        const Wording wording(read.story);
        entries = compose_entries(read.story, timetable, theme, ranking_of(read.story), cast, {}, {}, wording, measure);
        columns = arrange_columns(read.story, timetable, cast, entries);
    }

    [[nodiscard]] Placement placed(double stretch, const Measures& measures = {}) const {
        const std::vector<bool> kept(entries.size(), true);
        const std::vector<NameSize> names(cast.lanes.size());
        return place({read.story, timetable, cast, entries, columns, kept, names}, measures, Direction::right, stretch);
    }
};

/// What the arrangement of lanes is to keep small: how far those who meet or are related stand from each other.
double spread_of(const Story& story, const std::vector<std::optional<std::size_t>>& row_of) {
    const auto distance = [&](const std::vector<Reference>& who) {
        double sum = 0;
        for (std::size_t i = 0; i < who.size(); ++i) {
            for (std::size_t j = i + 1; j < who.size(); ++j) {
                const auto a = row_of[who[i].index];
                const auto b = row_of[who[j].index];
                if (a && b)
                    sum += std::abs(static_cast<double>(*a) - static_cast<double>(*b)) /
                           static_cast<double>(who.size() - 1);
            }
        }
        return sum;
    };
    double sum = 0;
    for (const Event& event : story.events())
        sum += distance(event.who);
    for (const Relationship& relationship : story.relationships())
        sum += 2 * distance(relationship.between);
    return sum;
}

double least_spread(const Story& story, const Cast& cast) {
    std::vector<std::size_t> characters;
    for (const Lane& lane : cast.lanes) {
        if (lane.character) characters.push_back(*lane.character);
    }
    std::ranges::sort(characters);
    double least = 1e18;
    do {
        std::vector<std::optional<std::size_t>> row_of(story.characters().size());
        for (std::size_t row = 0; row < characters.size(); ++row)
            row_of[characters[row]] = row;
        least = std::min(least, spread_of(story, row_of));
    } while (std::ranges::next_permutation(characters).found);
    return least;
}

TEST(Cast, OfThousandsKeepsTheOrderOfTheFile) {
    std::string yaml = "title: x\ncharacters:\n";
    for (int i = 0; i < 5000; ++i)
        yaml += fmt::format("  c{}: {{}}\n", i);
    yaml += "events:\n";
    for (int i = 0; i < 2500; ++i)
        yaml += fmt::format("  - {{title: x, who: [c{}, c{}]}}\n", i, i + 2500);
    const ReadResult read = read_story(yaml);
    const Cast cast =
        arrange_cast(read.story, solve_times(read.story).timetable, {}, ranking_of(read.story), {}, 10'000);
    ASSERT_EQ(cast.lanes.size(), 5000U);
    for (std::size_t row = 0; row < cast.lanes.size(); ++row)
        EXPECT_EQ(cast.lanes[row].character, row);
}

TEST(Cast, StandsWithinAHundredthOfTheBestOrderOfAll) {
    double found = 0;
    double best = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Prepared story(seed, 25, 6);
        found += spread_of(story.read.story, story.cast.row_of);
        best += least_spread(story.read.story, story.cast);
    }
    EXPECT_LE(found, best * 1.01);
}

TEST(Cast, KeepsTheOrderOfTheFileWhereAsked) {
    const Prepared story(3);
    Options options;
    options.order = LaneOrder::file;
    const Cast cast =
        arrange_cast(story.read.story, story.timetable, story.theme, ranking_of(story.read.story), options, 1000);
    std::vector<CharacterIndex> order;
    for (const Lane& lane : cast.lanes) {
        if (lane.character) order.push_back(*lane.character);
    }
    EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST(TimeScale, NeverRunsBackwards) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Prepared story(seed);
        const TimeScale scale = story.placed(20).scale;
        double last = -1;
        for (double t = story.timetable.from - 100; t < story.timetable.until + 100; t += 7) {
            EXPECT_GE(scale.at(t), last);
            EXPECT_GE(scale.end_at(t), scale.at(t));
            last = scale.at(t);
        }
    }
}

TEST(TimeScale, KeepsTheMarksOfALaneApart) {
    const Measures measures;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Prepared story(seed);
        const Placement placement = story.placed(5, measures);
        for (std::size_t row = 0; row < story.cast.lanes.size(); ++row) {
            std::vector<double> marks;
            for (std::size_t e = 0; e < story.entries.size(); ++e) {
                if (std::ranges::binary_search(story.entries[e].rows, row)) marks.push_back(placement.along[e]);
            }
            std::ranges::sort(marks);
            for (std::size_t i = 1; i < marks.size(); ++i)
                EXPECT_GE(marks[i] - marks[i - 1], measures.mark_room - 1e-6);
        }
    }
}

TEST(Labels, CoverNeitherEachOtherNorAPole) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Prepared story(seed);
        const Placement placement = story.placed(8);
        for (std::size_t a = 0; a < story.entries.size(); ++a) {
            for (std::size_t b = 0; b < story.entries.size(); ++b) {
                if (a == b || placement.labels[a]->zone != placement.labels[b]->zone) continue;
                const LabelPlace& one = *placement.labels[a];
                const LabelPlace& other = *placement.labels[b];
                const bool along = one.from < other.until && other.from < one.until;
                EXPECT_FALSE(along && one.near < other.far && other.near < one.far);
                const bool pole_meets = one.from < placement.along[b] && placement.along[b] < one.until;
                EXPECT_FALSE(pole_meets && one.near < other.near);
            }
        }
    }
}

TEST(Arcs, ShareATrackOnlyWhereTheyDoNotMeet) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Prepared story(seed, 60, 5);
        const Placement placement = story.placed(20);
        for (const Arc& a : placement.arcs) {
            for (const Arc& b : placement.arcs) {
                if (a.relationship >= b.relationship || a.gap != b.gap || a.track != b.track) continue;
                EXPECT_TRUE(a.until <= b.from || b.until <= a.from);
            }
        }
    }
}

TEST(Occupied, FindsTheFreePlaceNearestToTheWish) {
    Occupied line;
    line.add(10, 5);
    line.add(30, 5);
    line.finish();
    EXPECT_EQ(line.nearest(20, 5, 0, 100), 20);
    EXPECT_EQ(line.nearest(12, 3, 0, 100), 18);
    EXPECT_EQ(line.nearest(30, 6, 0, 100), 41);
    EXPECT_FALSE(line.nearest(20, 6, 10, 30).has_value());
}

}  // namespace
}  // namespace fabula::lifelines::passes_test
