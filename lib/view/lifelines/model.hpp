#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/typesetting.hpp"

/// The values that the passes of the lifelines view hand to one another.
///
/// Places are given as `along` (with time) and `across` (from lane to lane), in points, so that one layout serves both
/// directions of the page; Frame turns them into points of the page.
namespace fabula::lifelines {

using namespace drawing;

/// How lanes are ordered: so that those who meet stand near each other, or as the story lists its characters.
enum class LaneOrder { automatic, file };

struct Options {
    Direction direction = Direction::right;
    bool notes = true;
    bool dates = true;
    bool weekday = false;  ///< dates say the day of the week
    bool elapsed = false;  ///< the axis says how much time passes from one event to the next
    bool ages = true;
    bool legend = true;
    LaneOrder order = LaneOrder::automatic;
};

/// One row of the picture: a character's lane, or the nameless one of the events that nobody takes part in.
struct Lane {
    std::optional<CharacterIndex> character;
    Colour colour;
};

/// Who has a lane, from the first to the last, and where to find a character's lane.
struct Cast {
    std::vector<Lane> lanes;
    std::vector<std::optional<std::size_t>> row_of;  ///< by character
    std::optional<std::size_t> row_of_nobody;

    [[nodiscard]] std::optional<std::size_t> row(CharacterIndex character) const { return row_of[character]; }
};

/// What the picture says about one event, before it has a place.
struct Entry {
    EventIndex event = 0;
    std::vector<std::size_t> rows;       ///< of those who take part, ascending; never empty
    std::vector<std::size_t> mentioned;  ///< of those who are spoken of and live then, ascending, none of `rows`
    MarkShape shape = MarkShape::dot;
    std::vector<std::size_t> marked_rows;  ///< the lanes that carry the milestone's or death's own mark; others a dot
    Block label;
    double weight = 0;  ///< of labels that do not fit, the lightest are left out first

    /// From the first to the last lane that the event's tie reaches.
    [[nodiscard]] std::size_t top() const {
        return mentioned.empty() ? rows.front() : std::min(rows.front(), mentioned.front());
    }
    [[nodiscard]] std::size_t bottom() const {
        return mentioned.empty() ? rows.back() : std::max(rows.back(), mentioned.back());
    }
};

/// An event that stands on another page and lasts into this one, which has only its band.
struct Carried {
    EventIndex event = 0;
    std::vector<std::size_t> rows;  ///< ascending; never empty
};

/// The two strips of a lane in which labels stand: before it (above, left) and after it (below, right).
enum class Side { before, after };

struct Zone {
    std::size_t row = 0;
    Side side = Side::after;

    [[nodiscard]] std::size_t index() const { return row * 2 + (side == Side::after ? 1 : 0); }
    /// The gap it lies in: gap g is the one before row g, so rows have gaps 0 to n.
    [[nodiscard]] std::size_t gap() const { return row + (side == Side::after ? 1 : 0); }

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// A label's place: its extent along the axis, and its depth in the zone, counted from the lane outwards.
struct LabelPlace {
    Zone zone;
    double from = 0;
    double until = 0;
    double near = 0;
    double far = 0;
};

/// One stretch of a relationship, in the gap that holds its track.
struct Arc {
    std::size_t relationship = 0;
    std::size_t phase = 0;
    std::vector<std::size_t> rows;  ///< ascending
    double from = 0;
    double until = 0;
    bool open_end = false;      ///< goes on past the end of the story, or of the page
    bool continues = false;     ///< comes from an earlier page
    bool is_continued = false;  ///< goes on on a later one
    std::size_t gap = 0;
    std::size_t track = 0;
};

/// A stretch along the axis that stands for a long time in which nothing happens.
struct Break {
    double from = 0;
    double until = 0;
    std::optional<Duration> length;
};

}  // namespace fabula::lifelines
