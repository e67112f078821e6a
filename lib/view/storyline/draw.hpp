#pragma once

#include "view/drawing/legend.hpp"
#include "view/drawing/sheet.hpp"
#include "view/storyline/storyline.hpp"

namespace fabula::storylines {

/// A curve through a run of steps, given its height in each of them. It is level in each step. Between two steps all
/// curves have the same form, so that two of them cross once if their order flips, and never otherwise.
class StepCurve {
public:
    /// `heights` are those of the steps from `first` on, points from the top of the picture; `origin` is that of the
    /// row.
    StepCurve(const std::vector<Column>& columns, std::size_t first, const std::vector<double>& heights, Point origin)
        : columns_(columns), first_(first), heights_(heights), origin_(origin) {}

    /// The part between two places along x, in the row.
    [[nodiscard]] Path part(double begin, double end) const;

    /// The height at a place along x, points from the top of the picture. Cost: O(log(steps)).
    [[nodiscard]] double height_at(double x) const;

private:
    /// The last step in which the curve is level before `x`, or its first step if `x` is before that.
    [[nodiscard]] std::size_t step_before(double x) const;
    [[nodiscard]] double height(std::size_t step) const { return heights_[step - first_]; }
    [[nodiscard]] std::size_t last() const { return first_ + heights_.size() - 1; }
    /// Continues along the bend between a step and the next, as far as it lies between two places.
    void add_bend(Path& path, std::size_t step, double begin, double end) const;

    const std::vector<Column>& columns_;
    std::size_t first_;
    const std::vector<double>& heights_;
    Point origin_;
};

/// How far lines that go on in the next row reach past the last step, points.
inline constexpr double row_tail = 14;

/// An unbroken stretch of a line through steps that follow each other.
struct LineRun {
    Line line = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    double from = 0;  ///< x of the two ends
    double until = 0;
    bool goes_on = false;         ///< in the next row
    std::vector<double> heights;  ///< by step of the run, points from the top of the picture

    [[nodiscard]] double height(std::size_t step) const { return heights[step - first]; }
};

/// All runs of a row, by line and then by step. A run that goes on in the next row reaches to the end of this one.
/// Cost: the size of the steps.
[[nodiscard]] std::vector<LineRun> line_runs(const Row& row, std::size_t characters);

/// A stretch of a row in which the lines of two related characters are next to each other, with nothing between them.
struct Bond {
    std::size_t relationship = 0;
    std::size_t first = 0;  ///< of the steps of the row
    std::size_t last = 0;
    std::vector<double> heights;  ///< by step: halfway between the two lines, points from the top of the picture
};

/// Cost: O(steps) for each pair that is related.
[[nodiscard]] std::vector<Bond> bonds_of(const Row& row, const Plan& plan, const Context& context);

/// A character who is mentioned in a scene without taking part, and whose line is there meanwhile.
struct Mention {
    std::size_t step = 0;  ///< the first step of the scene in the row
    Line line = 0;
    Place place;
};

[[nodiscard]] std::vector<Mention> mentions_of(const Row& row, const Story& story);

// From a finished plan to groups of the scene. `origin` is the place on the page of the top of the lines at the start
// of the first step. Nothing here decides where anything stands in a row.

/// The containers of the scenes, the outer ones first.
void draw_containers(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The lines, the minor ones first.
void draw_lines(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The relationships, as lines between neighbouring lines of related characters.
void draw_relationships(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The titles of scenes, with marks for milestones, for what is not a fact and for what is outside the present.
void draw_scenes(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// Rings on the lines of characters who are mentioned.
void draw_mentions(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The names at the starts and ends of lines, and along them.
void draw_names(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// Events that nobody takes part in, in a row over the lines.
void draw_interludes(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The depths of the strips over a row, points.
struct Strips {
    double axis = 0;
    double headings = 0;

    [[nodiscard]] double height() const { return axis + headings; }
};
[[nodiscard]] Strips measure_strips(const Row& row, const Plan& plan, const Context& context);

/// Section bands with their headings, behind everything else.
void draw_sections(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The axis over the row with its figures.
void draw_axis(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// Explains what the page uses and does not label in place. `context` must outlive the legend.
[[nodiscard]] Legend make_legend(const Plan& plan, const Context& context);

/// A plan on its page.
class PlanSheet {
public:
    /// `page` is the size of the paper; a page that grows becomes as large as the picture needs.
    PlanSheet(const Plan& plan, const Context& context, const Page& page);
    PlanSheet(const PlanSheet&) = delete;  // its sheet refers to its legend
    PlanSheet& operator=(const PlanSheet&) = delete;
    ~PlanSheet() = default;

    /// The size that the page needs, points.
    [[nodiscard]] Page size() const { return sheet_.size(picture_); }
    [[nodiscard]] bool fits() const { return sheet_.fits(picture_); }

    /// The places of the rows on the page: the top of each at the start of its first step.
    [[nodiscard]] std::vector<Point> origins() const { return origins_at(sheet_.place(picture_)); }

    [[nodiscard]] Scene draw() const;

private:
    [[nodiscard]] std::vector<Point> origins_at(Point at) const;
    void draw_row(Group& parent, const Row& row, Point origin) const;

    const Plan& plan_;
    const Context& context_;
    Legend legend_;
    Sheet sheet_;
    double before_ = 0;         ///< how far rows reach to the left of their first step
    std::vector<double> tops_;  ///< of the rows, from the top of the picture
    Page picture_;
};

}  // namespace fabula::storylines
