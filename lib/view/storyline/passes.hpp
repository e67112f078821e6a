#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "solve/storyline/heights.hpp"
#include "solve/storyline/ordering.hpp"
#include "view/drawing/context.hpp"
#include "view/storyline/storyline.hpp"

/// The passes that fill the plan of a storyline, in their order. Each fills a part of it from those before.
namespace fabula::storylines {

/// Fills in who is there in each step: by the setting `presence`, without those who are away. Who takes part in a scene
/// always is. Cost: the size of what is filled in, and O(characters * log steps).
void find_present(std::vector<StoryStep>& steps, const Story& story, const Timetable& timetable,
                  const Options& options);

/// The sets of lines that have to stand together in each step besides scenes, nested in each other and with these: by
/// the place where each character is or was last seen, and the places round it; by group; or by family, which is who
/// is joined by relationships of kin. A scene of several bands stands in the innermost that holds them all, or in none.
/// Cost: the size of the steps times the depth of places.
[[nodiscard]] std::vector<std::vector<Lines>> band_sets(const std::vector<StoryStep>& steps, const Story& story,
                                                        Bands bands);

/// Whether a kind of relationship is one of kin: "siblings", "marriage".
[[nodiscard]] bool is_kinship(std::string_view kind);

/// The steps as a problem for the ordering: a set for each scene of several lines and for each band. Lines are numbered
/// as Story::characters. Cost: the size of the steps.
[[nodiscard]] storyline::Problem make_problem(const std::vector<StoryStep>& steps, const Story& story, Bands bands);

/// On an axis of the telling, a page's plot is what is told of its stretch: leaves out all else, before lines are
/// ordered.
void keep_told(Plot& plot, const Options& options, const Shown& shown);

/// Of a plot whose lines are ordered, chooses the steps that the page shows (Plan::from, Plan::until) and its events of
/// nobody; where onlookers are not drawn, takes them out of these steps.
void take_page(Plan& plan, const Story& story, const Shown& shown);

/// By event: whether one of its scenes stands on an earlier page.
[[nodiscard]] std::vector<bool> begun_before(const Plan& plan, const Story& story);

/// Cuts the steps of a plan into rows that begin at `breaks` (ascending, without the first step), not laid out yet.
[[nodiscard]] std::vector<Row> cut_rows(const Plan& plan, const std::vector<std::size_t>& breaks);

/// Where to break so that `count` rows are about equally long, at the beginning of a section or where few lines go on
/// if that is near; `evenness` weighs the lengths against that. `whole` is everything in one row, spread.
[[nodiscard]] std::vector<std::size_t> choose_breaks(const Row& whole, const Story& story, std::size_t count,
                                                     double evenness);

/// How much time passes from one scene of a row to the next, in words, and the steps at which they begin.
struct TimeBetween {
    std::size_t from = 0;
    std::size_t until = 0;
    std::string text;
};

/// All that the story tells of a row, from left to right; none where the options do not ask for them.
[[nodiscard]] std::vector<TimeBetween> times_between(const Row& row, const Plan& plan, const Context& context);

/// How these words are set.
[[nodiscard]] TextStyle style_of_times(const Plan& plan);

/// By step: the distance from the step before that the words want, points.
[[nodiscard]] std::vector<double> room_for_times(const Row& row, const Plan& plan, const Context& context);

/// How an axis that is true to time turns times into distances.
class Pace {
public:
    /// All distances are 0, as for axes that are not true to time.
    Pace() = default;

    /// The columns of `whole` are those of all steps in one row, as near to each other as scenes and labels allow:
    /// three of four distances are true, but for those whose row would become several times as long.
    Pace(const Row& whole, Axis axis, const Timetable& timetable);

    /// The least distance of two steps that follow each other, points.
    [[nodiscard]] double distance(const StoryStep& before, const StoryStep& after) const;

private:
    [[nodiscard]] bool in_gap(double from, double until) const;

    std::vector<std::pair<double, double>> gaps_;  ///< that are shortened, in order of time
    double scale_ = 0;                             ///< points in a unit of time
    double gap_length_ = 0;
};

/// Room for the mark before the text of an event of nobody, points.
inline constexpr double interlude_indent = 6;

/// All text that stands among the lines, set in type.
struct Captions {
    std::vector<Block> titles;      ///< by stay; empty where another container has the title
    std::vector<Block> names;       ///< by character; empty for those who never appear
    std::vector<Block> interludes;  ///< by Row::interludes
};

/// A character's name on one line; one as long as a sentence is cut with an ellipsis.
[[nodiscard]] TextLine set_name(const Character& character, Importance importance, double size, Measure& measure);

/// Cost: shaping the text.
[[nodiscard]] Captions set_captions(const Row& row, const Plan& plan, const Context& context);

/// From the order of the lines in each step to containers and height nodes: a scene's lines hang rigidly on one node
/// for as long as they stay the same in the same order; every other line has a node of its own in each step. Cost: the
/// size of the steps. `begun` are the events that stood in a container before, by event; the row's are added.
[[nodiscard]] Arrangement arrange(const Row& row, std::vector<bool>& begun, const Measures& measures);

/// A distance to be kept, and for whom.
struct SeparationConstraint {
    storyline::Separation separation;
    std::optional<std::size_t> label;  ///< of ColumnPlacement::labels; none: of the lines themselves
    std::size_t step = 0;
};

/// The nodes that the heights of a row need besides those of its arrangement.
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

/// The distances that lines, containers and labels of a row have to keep, step by step and from top to bottom.
[[nodiscard]] std::vector<SeparationConstraint> claims_of(const Row& row, const Measures& measures);

/// Labels that leave too little height for what stands between them: where each has to end, so that the claims without
/// what it claims there can all be met. `claims` loses these.
[[nodiscard]] std::vector<LabelExclusion> resolve(std::vector<SeparationConstraint>& constraints, const Row& row);

/// Where labels can pass from step to step between the lines: the lines above one stay above it, those below it below,
/// and none crosses.
class LabelContinuation {
public:
    explicit LabelContinuation(const Arrangement& arrangement);

    /// The gap of step `to` in which a label goes on that is at `passing` in step `from`: next to the lines below it
    /// where it `hugs_below`, else next to those above, but not above gap `least`. Nothing where a line crosses from
    /// one side to the other. O(lines of both steps).
    [[nodiscard]] std::optional<std::size_t> gap(std::size_t from, const PassingLabel& passing, std::size_t to,
                                                 bool hugs_below, std::size_t least = 0);

private:
    /// Between two lines of one container there is no room.
    [[nodiscard]] bool is_inside(std::size_t step, std::size_t gap) const;
    void index(std::size_t step);

    const Arrangement& arrangement_;
    std::size_t indexed_;
    std::vector<std::size_t> position_;  ///< by line, in the step that is indexed
};

/// What the axis asks of the distances along x, points.
struct Rhythm {
    std::vector<double> transitions;  ///< by step: the least stretch before it in which lines bend
    std::vector<double> pitches;      ///< by step: the least distance from the start of the one before
};

/// Spreads the steps along x, from left to right, and finds places for the labels between the lines: titles over or
/// under their containers, names before the start and behind the end of their lines. A label reaches into other steps
/// as far as no line crosses its way; where it cannot, and where two would cover each other, the steps move apart.
/// `holds` are kept. Cost: O(steps * lines * labels that pass through one step).
[[nodiscard]] ColumnPlacement place_columns(const Row& row, const Captions& captions, const Rhythm& rhythm,
                                            const std::set<LabelExclusion>& exclusions, const Measures& measures,
                                            const Context& context);

/// How much room there is for a label in a picture that is being spread.
class LabelRoom {
public:
    /// All have to outlive it.
    LabelRoom(const ColumnPlacement& placement, const Row& row, const Rhythm& rhythm,
              const std::set<LabelExclusion>& exclusions, const Measures& measures)
        : spread_(placement),
          steps_(row.steps.size()),
          rhythm_(rhythm),
          exclusions_(exclusions),
          measures_(measures),
          passage_(row.arrangement) {}

    /// The gap in which a label goes on in a neighbouring step, not above `least`; nothing where it has to end.
    [[nodiscard]] std::optional<std::size_t> gap(const Label& label, std::size_t from, const PassingLabel& at,
                                                 std::size_t to, std::size_t least = 0);

    /// How far a label can reach to the right of step `t` before a line crosses its way, at most `enough`; as far as
    /// can be told before the steps behind are set. `at` is its place in step `t`.
    [[nodiscard]] double ahead(const Label& label, PassingLabel at, double enough);

    /// The place up to which it can reach to the left: where it wishes to begin, or what is in the way.
    [[nodiscard]] double limit_behind(const Label& label, PassingLabel at);

    /// By how much it has to move to the right to come to stand behind those in its gap.
    [[nodiscard]] double push_needed(const Label& label, const PassingLabel& at) const;

    /// Its places in the steps before its own, as far as it reaches.
    [[nodiscard]] std::vector<std::pair<std::size_t, PassingLabel>> places_behind(const Label& label, PassingLabel at);

private:
    [[nodiscard]] double left_of(const Label& label) const { return spread_.columns[label.step].from + label.left; }
    [[nodiscard]] double right_of(const Label& label) const { return spread_.columns[label.step].from + label.right(); }
    [[nodiscard]] double taken_until(std::size_t step, std::size_t gap, const Label& label) const;

    const ColumnPlacement& spread_;
    std::size_t steps_;
    const Rhythm& rhythm_;
    const std::set<LabelExclusion>& exclusions_;
    const Measures& measures_;
    LabelContinuation passage_;
};

/// Heights that meet all claims, which must not contradict each other, and bend the lines least, the important ones
/// least of all.
[[nodiscard]] HeightAssignment assign_heights(const Row& row, const std::vector<SeparationConstraint>& constraints,
                                              const std::vector<Importance>& importance, HeightCost cost);

/// Lays out rows that were cut: containers, captions, places along x, heights. Those that are not much shorter than the
/// longest are stretched to its length.
void lay_out(Plan& plan, const Pace& pace, const Context& context);

/// Shares out what a row lacks to `length`, points, among the stretches between its steps.
void stretch(Row& row, double length, const Measures& measures);

/// Places along x alone, as if no line bent: enough to see how long a row becomes, at a small part of the cost.
void spread_roughly(Row& row, const Plan& plan, const Pace& pace, const Context& context);

/// Names for the long lines of a finished row, so that nobody has to follow one back to where it begins: each in a gap
/// of its own line, where nothing else is near and, if the theme does not say otherwise, where the line is level. Where
/// there is no such place a line has none. Sorted by line, then from left to right. Cost: O(steps) for each name.
[[nodiscard]] std::vector<NameAlong> names_along(const Row& row, const Plan& plan, const Context& context);

/// Lays the story out for a page: in as many rows as give a sheet good proportions where it grows; else so that it
/// fits, the type made smaller down to the theme's smallest. `plan` has its options, plot, ordering, importance and
/// colours.
void fit(Plan& plan, const Context& context, const Page& page);

/// The layout as JSON, a line for each step; the manual of the views says what each member is. `origins` are the places
/// of the rows on the page.
[[nodiscard]] std::string figures(const Plan& plan, const std::vector<Point>& origins, const Story& story);

/// What the bends of a picture cost, by the measures of the field (Dobler et al. 2025), points.
struct WiggleFigures {
    std::size_t count = 0;  ///< places where a line leaves the horizontal
    double linear = 0;      ///< the sum of all rises and falls
    double quadratic = 0;   ///< the sum of their squares
};
[[nodiscard]] WiggleFigures wiggles_of(const Plan& plan);

/// The area of the rows that lines do not need to keep their distances, square points.
[[nodiscard]] double empty_area_of(const Plan& plan);

}  // namespace fabula::storylines
