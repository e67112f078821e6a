#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

#include "solve/storyline/ordering.hpp"
#include "solve/storyline/problem.hpp"
#include "view/drawing/context.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula {

/// The row of the view `storyline` in the registry.
[[nodiscard]] View storyline_view();

}  // namespace fabula

/// The view `storyline`: its settings, the steps of its plot, and the plan that its passes fill.
namespace fabula::storylines {

/// What holds lines together besides the scenes they share.
enum class Bands { none, place, group, family };

/// What the axis is true to.
enum class Axis {
    scenes,  ///< their number: each has the room it needs
    time,    ///< the length of time, where labels leave room
    broken,  ///< the same, with long gaps shortened
    told     ///< the order in which the story is told
};

/// Whether distances along the axis are lengths of time.
[[nodiscard]] constexpr bool is_true_to_time(Axis axis) {
    return axis == Axis::time || axis == Axis::broken;
}

/// From when to when a line is there.
enum class Presence {
    automatic,   ///< `scenes` if all events of the story last, which says where everyone is at any time; else `life`
    life,        ///< from birth, if the picture reaches back to it, or first appearance, to death or last appearance
    appearance,  ///< from first to last appearance
    scenes       ///< only where its character takes part in a scene
};

enum class HeightCost { linear, quadratic };

struct Options {
    Bands bands = Bands::none;
    Axis axis = Axis::scenes;
    Presence presence = Presence::automatic;
    HeightCost heights = HeightCost::linear;
    /// Steps of the search for few crossings; if not set, as many as storyline::usual_effort says.
    std::optional<std::int64_t> budget = std::nullopt;
    bool elapsed = false;  ///< the axis says how much time passes from one scene to the next
    bool legend = true;
    static constexpr bool ages = true;  ///< the axis may be that of an age
};

[[nodiscard]] const drawing::SettingTable<Options>& setting_table();

using storyline::Line;
using storyline::Lines;

/// A scene as far as it takes place in one step. Lines are numbered as in Story::characters.
struct SceneInStep {
    EventIndex event = 0;
    Lines members;  ///< who stands in it and in no scene that began later, in the order stated; may be empty
    Lines whole;    ///< these, and the members of all scenes that lie within it; never empty

    friend bool operator==(const SceneInStep&, const SceneInStep&) = default;
};

/// A moment, or a stretch between two, in which everyone stands in one place. Times are those of the timetable even if
/// the axis follows the telling, and may then go back from step to step.
struct StoryStep {
    double from = 0;
    double until = 0;
    std::vector<SceneInStep> scenes;
    Lines present;  ///< ascending

    friend bool operator==(const StoryStep&, const StoryStep&) = default;
};

/// An event that nobody takes part in.
struct Interlude {
    EventIndex event = 0;
    std::size_t step = 0;  ///< the first that does not end before the event, else the last

    friend bool operator==(const Interlude&, const Interlude&) = default;
};

/// What a page that is too small has of a story; none said: all.
struct Kept {
    std::vector<bool> characters;  ///< by character
    std::vector<bool> events;      ///< by event

    [[nodiscard]] bool has(const Reference& who) const { return characters.empty() || characters[who.index]; }
    [[nodiscard]] bool has(EventIndex event) const { return events.empty() || events[event]; }
    [[nodiscard]] bool is_all() const { return characters.empty() && events.empty(); }

    friend bool operator==(const Kept&, const Kept&) = default;
};

struct Plot {
    std::vector<StoryStep> steps;  ///< none if nobody takes part in any event
    std::vector<Interlude> interludes;
};

/// The steps of a story, in order of time or as told. Events of one moment are one step, except for those that share a
/// character: these get steps of their own, in the order of the file. Between two times at which events begin or end
/// there is a step if at least one event goes on. A character who takes part in several events at once stands in the
/// one that began last. Cost: O(n log n) in events, plus the size of the steps.
/// Only lines that are kept are there, and the scenes kept in which one of them is.
[[nodiscard]] Plot make_plot(const Story& story, const Timetable& timetable, const Options& options,
                             const Kept& kept = {});

/// How much the character of a line matters.
enum class Importance { main, supporting, minor };

/// The importance of each line, by character.
[[nodiscard]] std::vector<Importance> importance_of_lines(const drawing::Ranking& ranking);

// The values that the passes of this view hand to one another. Distances are in points, x to the right and y downwards,
// except for heights, which are whole numbers of `height_unit`.

using namespace drawing;

/// The unit of heights, points.
inline constexpr double height_unit = 0.125;

/// No node, step or position.
inline constexpr std::size_t none = SIZE_MAX;

/// How far a line reaches before its first scene and behind its last, points.
inline constexpr double line_lead = 4;

/// The least whole number of height units that is no less than `points`.
[[nodiscard]] std::int64_t to_units(double points);

/// The distances that the layout keeps, points.
struct Measures {
    double scene_gap = 9.625;        ///< between neighbouring lines of one scene
    double line_reach = 4.125;       ///< what a line outside of scenes claims above and below itself
    double pad = 4.125;              ///< from the outermost line of a scene to the edge of its container
    double nesting = 2.25;           ///< how far a container reaches beyond one within it
    double clearance = 1.375;        ///< between what lines and containers claim
    double label_clearance = 1.375;  ///< between a label and what these claim
    double least_scene = 13;         ///< width of the narrowest container
    double mark_room = 11;           ///< additional width for each mark in a container
    double title_gap = 1.2;          ///< from a container to its title
    double title_pad = 5;            ///< between titles side by side
    double name_gap = 6;             ///< from a name to its line
    double fade = 11;                ///< room for the dots of a beginning or an end that the story does not tell
    double transition = 12;          ///< the shortest stretch in which lines bend
    double steepness = 0.48;         ///< the length of the stretch for each point that a line rises or falls
    double most_transition = 80;
};

/// A height relative to a node of the height program: `offset` units below it.
struct Place {
    std::size_t node = 0;
    std::int64_t offset = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

/// A scene, or a part of one, that is drawn as one container: the same lines in the same order through a run of steps.
struct Meeting {
    EventIndex event = 0;
    std::size_t first = 0;  ///< of the steps
    std::size_t last = 0;
    Lines lines;                       ///< from top to bottom
    Place top;                         ///< of the first line
    std::size_t depth = 0;             ///< how many containers lie within one another in it, at most
    std::optional<std::size_t> outer;  ///< the container around it
    double mark_over = 0;              ///< how far a mark on its first line reaches up, points
    double mark_under = 0;             ///< how far a mark on its last line reaches down, points
    bool goes_on = false;              ///< an earlier container of the same scene has the title

    /// The distance from the outermost lines to the edge of the container.
    [[nodiscard]] double reach(const Measures& measures) const {
        return measures.pad + measures.nesting * static_cast<double>(depth);
    }
    /// How far all that belongs to it except its title reaches up from the first line, and down from the last.
    [[nodiscard]] double over(const Measures& measures) const { return std::max(reach(measures), mark_over); }
    [[nodiscard]] double under(const Measures& measures) const { return std::max(reach(measures), mark_under); }

    [[nodiscard]] std::int64_t span(std::int64_t gap) const {
        return static_cast<std::int64_t>(lines.size() - 1) * gap;
    }
};

/// One line in one step.
struct Standing {
    Line line = 0;
    Place place;
    std::optional<std::size_t> meeting;  ///< the outermost container that it stands in

    friend bool operator==(const Standing&, const Standing&) = default;
};

/// Who stands where: lines by step, from top to bottom; the containers; and the number of nodes that carry both.
struct Arrangement {
    std::vector<std::vector<Standing>> steps;
    std::vector<Meeting> meetings;
    std::size_t nodes = 0;
};

/// A step along x. Lines are level in all of it; scenes stand from `from` to `until`.
struct Column {
    double flat_from = 0;
    double from = 0;
    double until = 0;
    double flat_until = 0;
};

/// Text between lines: the title of a scene, the name at the start or the end of a line, an event that nobody takes
/// part in.
struct Label {
    enum class Kind { title, start, end, interlude };
    Kind kind = Kind::title;
    std::size_t of = 0;    ///< index into Arrangement::meetings, Story::characters or Row::interludes
    std::size_t step = 0;  ///< `left` is counted from this step
    Block text;
    Place anchor;
    double top = 0;  ///< of the text, from the anchor
    double bottom = 0;
    double left = 0;     ///< from Column::from of its step
    double indent = 0;   ///< from `left` to the text, behind the end of a line or a mark
    double length = 0;   ///< of the whole label, with what joins a name to its line
    bool above = false;  ///< of titles: over the container, not under it

    [[nodiscard]] double right() const { return left + length; }
    /// Whether it stays next to what is below it when lines begin between the two.
    [[nodiscard]] bool hugs_below() const { return kind == Kind::title && above; }
};

/// A label in one step.
struct PassingLabel {
    std::size_t label = 0;
    std::size_t gap = 0;   ///< between the line at this position, which is below it, and the one before
    bool on_line = false;  ///< at the height of the line at `gap` itself: a name at its end

    /// The passing labels of a step are sorted by this, from top to bottom.
    [[nodiscard]] std::size_t level() const { return 2 * gap + (on_line ? 1 : 0); }

    friend bool operator==(const PassingLabel&, const PassingLabel&) = default;
};

/// Where steps and labels stand along x.
struct ColumnPlacement {
    std::vector<Column> columns;  ///< by step
    std::vector<Label> labels;
    std::vector<std::vector<PassingLabel>> passing_labels;  ///< by step, from top to bottom
};

/// A step that a label may not reach into, because there is too little height.
struct LabelExclusion {
    Label::Kind kind = Label::Kind::title;
    std::size_t of = 0;
    std::size_t at = 0;    ///< the step of the label
    std::size_t step = 0;  ///< the step it may not reach into, or `everywhere`

    static constexpr std::size_t everywhere = SIZE_MAX;

    friend auto operator<=>(const LabelExclusion&, const LabelExclusion&) = default;
};

/// A name in a gap of its own line.
struct NameAlong {
    Line line = 0;
    TextLine text;
    double from = 0;  ///< of the gap
    double until = 0;
    Point centre;     ///< from the start of the first step and the top of the picture
    double turn = 0;  ///< radians, clockwise
};

/// The heights of everything.
struct HeightAssignment {
    std::vector<std::int64_t> nodes;  ///< by node of the arrangement, then that of the row of interludes
    std::int64_t top = 0;             ///< of the picture
    std::int64_t bottom = 0;

    /// The height of a place, points from the top of the picture.
    [[nodiscard]] double at(const Place& place) const {
        return static_cast<double>(nodes[place.node] + place.offset - top) * height_unit;
    }
    [[nodiscard]] double height() const { return static_cast<double>(bottom - top) * height_unit; }
};

/// A stretch of the story that runs from the left of the page to the right, like a system of music. Every row but the
/// first begins with the last step of the row before, without its scenes, so that each crossing is seen once.
struct Row {
    std::size_t first = 0;     ///< the step of the plot that is the first of the row
    bool continues = false;    ///< its first step is that of the row before
    bool starts_page = false;  ///< the row before stands on another page
    bool ends_page = false;    ///< the row after stands on another page
    std::vector<StoryStep> steps;
    storyline::Orders orders;
    std::vector<Interlude> interludes;  ///< with steps of the row
    Lines seen;                         ///< ascending: who was there in an earlier row, on this page or another
    Lines next;                         ///< ascending: who is there in the step after the row
    Arrangement arrangement;
    ColumnPlacement placement;
    HeightAssignment assignment;
    std::vector<NameAlong> names_along;  ///< by line, then from left to right

    [[nodiscard]] double length() const { return placement.columns.empty() ? 0 : placement.columns.back().flat_until; }
};

/// All decisions about a picture, except for its place on the page.
struct Plan {
    Options options;
    Typography type;
    Measures measures;
    Plot plot;
    std::size_t from = 0;   ///< the first step of the plot on the page
    std::size_t until = 0;  ///< the step after the last
    storyline::Ordering ordering;
    std::vector<Importance> importance;  ///< by character
    std::vector<Colour> colours;         ///< by character
    std::vector<bool> titled;            ///< by event: whether its title is shown
    std::vector<Row> rows;
    double row_distance = 24;  ///< points
    Kept kept;
    std::size_t left_out = 0;  ///< titles that did not fit
    bool cramped = false;      ///< a page that was only tried has no room; rows are not finished
};

/// Whether an event that is kept is in the picture: nobody takes part in it, or somebody who has a line.
[[nodiscard]] inline bool is_drawn(const Plan& plan, EventIndex event, const Story& story) {
    const std::vector<Reference>& who = story.events()[event].who;
    const auto has_line = [&plan](const Reference& character) { return plan.kept.has(character); };
    return plan.kept.has(event) && (who.empty() || std::ranges::any_of(who, has_line));
}

}  // namespace fabula::storylines
