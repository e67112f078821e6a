#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "solve/storyline/heights.hpp"
#include "solve/storyline/ordering.hpp"
#include "view/drawing/context.hpp"
#include "view/storyline/storyline.hpp"

/// The passes that fill the plan of a storyline, in their order. Each fills a part from those before it.
namespace fabula::storylines {

/// Fills in who is there in each step: as the setting `presence` says, without those who are away. Those who take part
/// in a scene are always there. Cost: the size of what is filled in, and O(characters * log steps).
void find_present(std::vector<StoryStep>& steps, const Story& story, const Timetable& timetable,
                  const Options& options);

/// By step, the sets of lines that bands hold together, nested in each other and with scenes: by the place where each
/// character is or was last seen, and the places around it; by group; or by family, which relationships of kin join. A
/// scene of several bands stands in the innermost one that holds them all, or in none. Cost: the size of the steps
/// times the depth of places.
[[nodiscard]] std::vector<std::vector<Lines>> band_sets(const std::vector<StoryStep>& steps, const Story& story,
                                                        Bands bands);

/// Whether a kind of relationship is one of kin: "siblings", "marriage".
[[nodiscard]] bool is_kinship(std::string_view kind);

/// The steps as a problem for the ordering of lines: a set for each scene of several lines, and for each band. Lines
/// are numbered as in Story::characters. Cost: the size of the steps.
[[nodiscard]] storyline::Problem make_problem(const std::vector<StoryStep>& steps, const Story& story, Bands bands);

/// If the axis follows the telling, leaves in the plot only what the page shows, before lines are ordered.
void keep_told(Plot& plot, const Options& options, const Shown& shown);

/// Chooses the steps that the page shows (Plan::from, Plan::until) and its interludes, after lines were ordered. If
/// onlookers are not drawn, takes them out of these steps.
void take_page(Plan& plan, const Story& story, const Shown& shown);

/// By event: whether one of its scenes stands on an earlier page.
[[nodiscard]] std::vector<bool> begun_before(const Plan& plan, const Story& story);

/// Cuts the steps of a plan into rows, which are not laid out yet. `breaks` are the first steps of all rows but the
/// first.
[[nodiscard]] std::vector<Row> cut_rows(const Plan& plan, const std::vector<std::size_t>& breaks);

/// Where to break so that `count` rows have about the same length, at the start of a section or where few lines go on
/// if that is close; `evenness` is the weight of the lengths. `whole` has everything in one row, spread.
[[nodiscard]] std::vector<std::size_t> choose_breaks(const Row& whole, const Story& story, std::size_t count,
                                                     double evenness);

/// How much time passes from one scene of a row to the next, in words, and the steps at which they begin.
struct TimeBetween {
    std::size_t from = 0;
    std::size_t until = 0;
    std::string text;
};

/// All that the story tells about a row, from left to right; nothing if the options do not ask for it.
[[nodiscard]] std::vector<TimeBetween> times_between(const Row& row, const Plan& plan, const Context& context);

/// How these words are set.
[[nodiscard]] TextStyle style_of_times(const Plan& plan);

/// By step: the distance from the step before that these words need, points.
[[nodiscard]] std::vector<double> room_for_times(const Row& row, const Plan& plan, const Context& context);

/// How an axis that is true to time turns times into distances.
class Pace {
public:
    /// For axes that are not true to time: all distances are 0.
    Pace() = default;

    /// `whole` has all steps in one row, with columns as close to each other as scenes and labels allow. The scale
    /// makes three of four distances true, unless the row would become several times as long.
    Pace(const Row& whole, Axis axis, const Timetable& timetable);

    /// The least distance of two steps that follow each other, points.
    [[nodiscard]] double distance(const StoryStep& before, const StoryStep& after) const;

private:
    [[nodiscard]] bool in_gap(double from, double until) const;

    std::vector<std::pair<double, double>> gaps_;  ///< that are shortened, in order of time
    double scale_ = 0;                             ///< points in a unit of time
    double gap_length_ = 0;
};

/// The room for the mark before the text of an event that nobody takes part in, points.
inline constexpr double interlude_indent = 6;

/// The text between lines, set in type.
struct Captions {
    std::vector<Block> titles;      ///< by meeting; empty if another container has the title
    std::vector<Block> names;       ///< by character; empty for those who never appear
    std::vector<Block> interludes;  ///< by Row::interludes
};

/// The name of a character on one line; one as long as a sentence is cut with an ellipsis.
[[nodiscard]] TextLine set_name(const Character& character, Importance importance, double size, Measure& measure);

/// Cost: that of shaping the text.
[[nodiscard]] Captions set_captions(const Row& row, const Plan& plan, const Context& context);

/// From the order of the lines in each step to containers and height nodes: the lines of a scene hang rigidly on one
/// node while they stay the same in the same order; every other line has a node of its own in each step. `begun` says
/// which events stood in a container before; those of the row are added. Cost: the size of the steps.
[[nodiscard]] Arrangement arrange(const Row& row, std::vector<bool>& begun, const Measures& measures);

/// A distance to be kept, and the label that requires it.
struct SeparationConstraint {
    storyline::Separation separation;
    std::optional<std::size_t> label;  ///< of ColumnPlacement::labels; none if the lines themselves require it
    std::size_t step = 0;
};

/// The nodes of a row: those of its arrangement, and these.
struct RowNodes {
    std::size_t interludes = 0;
    std::size_t top = 0;
    std::size_t bottom = 0;
    std::size_t count = 0;

    explicit RowNodes(const Arrangement& arrangement)
        : interludes(arrangement.nodes),
          top(arrangement.nodes + 1),
          bottom(arrangement.nodes + 2),
          count(arrangement.nodes + 3) {}
};

/// The distances that lines, containers and labels of a row keep, step by step and from top to bottom.
[[nodiscard]] std::vector<SeparationConstraint> separation_constraints_of(const Row& row, const Measures& measures);

/// Labels that leave too little height for what stands between them, and where each has to end for the constraints to
/// be met. `constraints` loses those that these labels cause there.
[[nodiscard]] std::vector<LabelExclusion> resolve(std::vector<SeparationConstraint>& constraints, const Row& row);

/// What the axis requires of the distances along x, points.
struct Rhythm {
    std::vector<double> transitions;  ///< by step: the least stretch before it in which lines bend
    std::vector<double> pitches;      ///< by step: the least distance from the start of the step before
};

/// Spreads the steps along x, and finds places for the labels between the lines: titles over or under their containers,
/// names before the start and behind the end of their lines. A label reaches into other steps until a line crosses its
/// way; where it cannot, and where two labels would cover each other, the steps move apart. No label reaches into steps
/// that `exclusions` forbid. Cost: O(steps * lines * labels that pass through one step).
[[nodiscard]] ColumnPlacement place_columns(const Row& row, const Captions& captions, const Rhythm& rhythm,
                                            const std::set<LabelExclusion>& exclusions, const Measures& measures,
                                            const Context& context);

/// Heights that meet all constraints, which must not contradict each other, and with which the lines bend least, above
/// all the important ones.
[[nodiscard]] HeightAssignment assign_heights(const Row& row, const std::vector<SeparationConstraint>& constraints,
                                              const std::vector<Importance>& importance, HeightCost cost);

/// Lays out the rows of a plan: containers, captions, places along x, heights. Rows that are not much shorter than the
/// longest are stretched to its length.
void lay_out(Plan& plan, const Pace& pace, const Context& context);

/// Stretches a row to `length`, points, by the same amount between all steps.
void stretch(Row& row, double length, const Measures& measures);

/// Finds places along x alone, as if no line bent: enough to see how long a row becomes, at a small part of the cost.
void spread_roughly(Row& row, const Plan& plan, const Pace& pace, const Context& context);

/// Names for the long lines of a finished row, so that nobody has to follow one back to its start: each in a gap of its
/// own line, where nothing else is near and, unless the theme says otherwise, where the line is level. A line without
/// such a place has none. Sorted by line, then from left to right. Cost: O(steps) for each name.
[[nodiscard]] std::vector<NameAlong> names_along(const Row& row, const Plan& plan, const Context& context);

/// Whether a page has room for the lines of a plan with the titles of the weightier half of its events, in the smallest
/// type. Leaves the plan laid out so.
[[nodiscard]] bool has_room(Plan& plan, const Context& context, const Page& page);

/// Chooses the number of rows and the size of type for a page, and lays the story out: in as many rows as give a sheet
/// good proportions if the page grows; otherwise so that it fits, with type that shrinks down to the smallest of the
/// theme. Precondition: `plan` has its options, plot, ordering, importance and colours.
void fit(Plan& plan, const Context& context, const Page& page);

/// The layout as JSON, a line for each step; docs/views.md explains the members. `origins` are the places of the rows
/// on the page.
[[nodiscard]] std::string figures(const Plan& plan, const std::vector<Point>& origins, const Story& story);

}  // namespace fabula::storylines
