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

// What the settings of the view `storyline` say.

/// What holds lines together besides the scenes they share.
enum class Bands { none, place, group, family };

/// What the axis is true to.
enum class Axis {
    scenes,  ///< their number: each has the room it needs
    time,    ///< the length of time, where labels leave room
    broken,  ///< the same, with long gaps shortened
    told     ///< the order in which the story is told
};

/// Whether distances on it are lengths of time.
[[nodiscard]] constexpr bool is_true_to_time(Axis axis) {
    return axis == Axis::time || axis == Axis::broken;
}

/// From when to when a line is there.
enum class Presence {
    automatic,   ///< `scenes` in a story all of whose events last, which so says where everyone is; else `life`
    life,        ///< from birth, where the picture reaches back to it, or first appearance, to death or last appearance
    appearance,  ///< from first to last appearance
    scenes       ///< where its character takes part in a scene, and nowhere else
};

enum class HeightCost { linear, quadratic };

struct Options {
    Bands bands = Bands::none;
    Axis axis = Axis::scenes;
    Presence presence = Presence::automatic;
    HeightCost heights = HeightCost::linear;
    /// Steps of the search for few crossings; none: as many as storyline::usual_effort says.
    std::optional<std::int64_t> budget = std::nullopt;
    bool elapsed = false;  ///< the axis says how much time passes from one scene to the next
    bool legend = true;
    static constexpr bool ages = true;  ///< its axis may be that of an age
};

[[nodiscard]] const drawing::SettingTable<Options>& setting_table();

using storyline::Line;
using storyline::Lines;

/// A scene as far as it takes place in one step. Lines are numbered as Story::characters.
struct SceneInStep {
    EventIndex event = 0;
    Lines members;  ///< who stands in it and in no scene that began later, in the order stated; may be empty
    Lines whole;    ///< never empty: these and the members of all scenes that lie within it

    friend bool operator==(const SceneInStep&, const SceneInStep&) = default;
};

/// A moment, or a stretch between two, in which everyone stands in one place. Times are those of the timetable also
/// where the axis is that of the telling, so that they may go back from step to step.
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
    std::size_t step = 0;  ///< the first that does not end before it; the last where all do

    friend bool operator==(const Interlude&, const Interlude&) = default;
};

struct Plot {
    std::vector<StoryStep> steps;  ///< none where nobody takes part in any event
    std::vector<Interlude> interludes;
};

/// The steps of a story, in order of time (or as told). Events of one moment are one step, but for those that share a
/// character: these follow each other in steps of their own, in the order of the file. Between two distinct times at
/// which an event begins or ends there is a step where at least one that lasts goes on. Who takes part in several
/// events at once stands in the one that began last. Cost: O(n log n) in events, plus the size of the steps.
[[nodiscard]] Plot make_plot(const Story& story, const Timetable& timetable, const Options& options);

/// How much a line matters, by how often its character takes part.
enum class Importance { main, supporting, minor };

/// By character. Cost: O(n) in those who take part.
[[nodiscard]] std::vector<Importance> importance_of_lines(const Story& story);

// The values that the passes of this view hand to one another. Distances are in points, x to the right and y
// downwards, but for heights, which are whole numbers of `height_unit`.

using namespace drawing;

/// Heights are laid out in whole numbers of this, points.
inline constexpr double height_unit = 0.125;

/// No node, step or position.
inline constexpr std::size_t none = SIZE_MAX;

/// A line begins so much before its first scene, and ends so much behind its last, points.
inline constexpr double line_lead = 4;

/// A distance in units of height, no less than `points`.
[[nodiscard]] std::int64_t to_units(double points);

/// The distances that the layout keeps, points.
struct Measures {
    double scene_gap = 9.625;        ///< between neighbouring lines of one scene
    double line_reach = 4.125;       ///< what a line alone claims above and below itself
    double pad = 4.125;              ///< from the outermost line of a scene to the edge of its container
    double nesting = 2.25;           ///< by how much a container reaches out round one within it
    double clearance = 1.375;        ///< between what lines and containers claim
    double label_clearance = 1.375;  ///< between a label and these
    double least_scene = 13;         ///< width of the narrowest container
    double mark_room = 11;           ///< more width for each mark that stands in a container
    double title_gap = 1.2;          ///< from a container to its title
    double title_pad = 5;            ///< between titles side by side
    double name_gap = 6;             ///< from a name to its line
    double fade = 11;                ///< room for the dots of a beginning or an end that is not told
    double transition = 12;          ///< the least stretch in which lines bend
    double steepness = 0.48;  ///< length of the stretch in which a line bends, for each point that it rises or falls
    double most_transition = 80;
};

/// Where something stands relative to a node of the height program: so much lower than it.
struct Place {
    std::size_t node = 0;
    std::int64_t offset = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

/// A scene that is drawn as one container: the same lines in the same order through a run of steps.
struct Meeting {
    EventIndex event = 0;
    std::size_t first = 0;  ///< of the steps
    std::size_t last = 0;
    Lines lines;                       ///< from top to bottom
    Place top;                         ///< of the first of them
    std::size_t depth = 0;             ///< how many containers lie within it, at most
    std::optional<std::size_t> outer;  ///< the container round it
    double mark_over = 0;              ///< how far a mark on its first line reaches out over it, points
    double mark_under = 0;             ///< and one on its last line under it
    bool goes_on = false;              ///< the scene stood in another container before, which has the title

    /// From the outermost lines to the edge of the container.
    [[nodiscard]] double reach(const Measures& measures) const {
        return measures.pad + measures.nesting * static_cast<double>(depth);
    }
    /// From the first line up, and from the last one down, to the end of all that belongs to it but its title.
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

/// Who stands where: lines by step, from top to bottom, the containers, and the nodes that carry both.
struct Arrangement {
    std::vector<std::vector<Standing>> steps;
    std::vector<Meeting> meetings;
    std::size_t nodes = 0;
};

/// The stretches of a step along x: lines are level in all of it, scenes stand in the middle part.
struct Column {
    double flat_from = 0;
    double from = 0;
    double until = 0;
    double flat_until = 0;
};

/// Text that stands between lines: the title of a scene, the name at the start or the end of a line, an event of
/// nobody.
struct Label {
    enum class Kind { title, start, end, interlude };
    Kind kind = Kind::title;
    std::size_t of = 0;    ///< of Arrangement::meetings, Story::characters or Plot::interludes
    std::size_t step = 0;  ///< the one that `left` is counted from
    Block text;
    Place anchor;
    double top = 0;  ///< of the text, from its anchor
    double bottom = 0;
    double left = 0;     ///< from the `from` of its step's column
    double indent = 0;   ///< from there to the text: behind the end of a line, or a mark
    double length = 0;   ///< of all of it, with what joins a name to its line
    bool above = false;  ///< titles: over their container, not under it

    [[nodiscard]] double right() const { return left + length; }
    /// Whether it keeps to what is below it where lines begin between the two.
    [[nodiscard]] bool hugs_below() const { return kind == Kind::title && above; }
};

/// A label in one step.
struct PassingLabel {
    std::size_t label = 0;
    std::size_t gap = 0;   ///< above the line at this position and below the one before it
    bool on_line = false;  ///< at the height of the line at `gap` itself: the name of one that ends here

    /// Passings of one step are sorted by this, from top to bottom.
    [[nodiscard]] std::size_t level() const { return 2 * gap + (on_line ? 1 : 0); }

    friend bool operator==(const PassingLabel&, const PassingLabel&) = default;
};

/// What stands where along x.
struct ColumnPlacement {
    std::vector<Column> columns;  ///< by step
    std::vector<Label> labels;
    std::vector<std::vector<PassingLabel>> passing_labels;  ///< by step, from top to bottom
};

/// That a label may not reach into a step, for want of height there.
struct LabelExclusion {
    Label::Kind kind = Label::Kind::title;
    std::size_t of = 0;
    std::size_t at = 0;    ///< the label's own step
    std::size_t step = 0;  ///< the one that it is held off from, or `everywhere`

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

/// How high everything stands.
struct HeightAssignment {
    std::vector<std::int64_t> nodes;  ///< by node of the arrangement; one more, the row of interludes
    std::int64_t top = 0;             ///< of the picture
    std::int64_t bottom = 0;

    /// In points, from the top of the picture.
    [[nodiscard]] double at(const Place& place) const {
        return static_cast<double>(nodes[place.node] + place.offset - top) * height_unit;
    }
    [[nodiscard]] double height() const { return static_cast<double>(bottom - top) * height_unit; }
};

/// A stretch of the story that runs from the left of the page to the right, as a system of music does. All but the
/// first begin with the last step of the row before, without its scenes, so that each crossing is seen once.
struct Row {
    std::size_t first = 0;     ///< of the plot's steps: that of the row's first step
    bool continues = false;    ///< its first step is that of the row before
    bool starts_page = false;  ///< the row before stands on another page
    bool ends_page = false;    ///< the row after stands on another page
    std::vector<StoryStep> steps;
    storyline::Orders orders;
    std::vector<Interlude> interludes;  ///< their steps are those of the row
    Lines seen;                         ///< ascending: who was there in a row before, of this page or another
    Lines next;                         ///< ascending: who is there in the step after the row
    Arrangement arrangement;
    ColumnPlacement placement;
    HeightAssignment assignment;
    std::vector<NameAlong> names_along;  ///< by line, then from left to right

    [[nodiscard]] double length() const { return placement.columns.empty() ? 0 : placement.columns.back().flat_until; }
};

/// Everything decided about a picture but its place on the page.
struct Plan {
    Options options;
    Typography type;
    Measures measures;
    Plot plot;
    std::size_t from = 0;   ///< of the plot's steps: the first on the page
    std::size_t until = 0;  ///< and the one after the last
    storyline::Ordering ordering;
    std::vector<Importance> importance;  ///< by character
    std::vector<Colour> colours;         ///< by character
    std::vector<bool> titled;            ///< by event: whether its title is shown
    std::vector<Row> rows;
    double row_distance = 24;  ///< points
    std::size_t left_out = 0;  ///< titles that did not fit
    bool cramped = false;      ///< a page that was only tried has no room: no rows are finished
};

}  // namespace fabula::storylines
