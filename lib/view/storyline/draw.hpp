#pragma once

#include "view/drawing/legend.hpp"
#include "view/drawing/sheet.hpp"
#include "view/storyline/storyline.hpp"

namespace fabula::storylines {

/// A curve through a run of steps, given its height in each of them. It is level in each step, and between two of them
/// all curves have the same form, so that two of them cross once where their order flips, and else never.
class StepCurve {
public:
    /// `heights` are those of the steps from `first` on, points from the top of the picture; `origin` is the row's.
    StepCurve(const std::vector<Column>& columns, std::size_t first, const std::vector<double>& heights, Point origin)
        : columns_(columns), first_(first), heights_(heights), origin_(origin) {}

    /// The part of it between two places along x, in the row.
    [[nodiscard]] Path part(double begin, double end) const;

    /// Its height at a place along x, points from the top of the picture. Cost: O(log(steps)).
    [[nodiscard]] double height_at(double x) const;

private:
    /// The last of its steps in which it was level before `x`; its first where `x` is before that.
    [[nodiscard]] std::size_t step_before(double x) const;
    [[nodiscard]] double height(std::size_t step) const { return heights_[step - first_]; }
    [[nodiscard]] std::size_t last() const { return first_ + heights_.size() - 1; }
    /// Goes on along the bend between a step and the next, as far as that lies between the two places.
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
    double from = 0;  ///< x of its two ends
    double until = 0;
    bool goes_on = false;         ///< in the next row
    std::vector<double> heights;  ///< by step of the run, points from the top of the picture

    [[nodiscard]] double height(std::size_t step) const { return heights[step - first]; }
};

/// All runs of a row, by line and then by step. What goes on in the next row reaches to the row's end. Cost: the size
/// of the steps.
[[nodiscard]] std::vector<LineRun> line_runs(const Row& row, std::size_t characters);

/// A stretch of a row in which two who are related run next to each other, with nothing between them.
struct Bond {
    std::size_t relationship = 0;
    std::size_t first = 0;  ///< of the row's steps
    std::size_t last = 0;
    std::vector<double> heights;  ///< by step: halfway between the two, points from the top of the picture
};

/// Cost: O(steps) for each pair that is related.
[[nodiscard]] std::vector<Bond> bonds_of(const Row& row, const Plan& plan, const Context& context);

/// One who is spoken of in a scene and is there meanwhile.
struct Mention {
    std::size_t step = 0;  ///< of the row: the scene's first
    Line line = 0;
    Place place;
};

[[nodiscard]] std::vector<Mention> mentions_of(const Row& row, const Story& story);

// The drawing passes: from a finished plan to groups of the scene. `origin` is the page's place of the top of the
// lines at the start of the first step. None decides where anything stands.

/// The containers of the scenes, the outer ones first.
void draw_containers(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The lines, the minor ones first.
void draw_lines(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The relationships, as lines between those who are related and run next to each other.
void draw_relationships(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// Titles, marks of milestones and of what is no fact.
void draw_scenes(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// Rings on the lines of those who are spoken of.
void draw_mentions(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The names at the starts and ends of lines.
void draw_names(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// What happens to nobody, in a row over the lines.
void draw_interludes(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// How deep the strips over a row are, points.
struct Strips {
    double axis = 0;
    double headings = 0;

    [[nodiscard]] double height() const { return axis + headings; }
};
[[nodiscard]] Strips measure_strips(const Row& row, const Plan& plan, const Context& context);

/// Section bands with their headings, behind everything.
void draw_sections(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// The axis over the row with its figures.
void draw_axis(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin);

/// Explains what the page uses and does not say beside it. `context` has to outlive the legend.
[[nodiscard]] Legend make_legend(const Plan& plan, const Context& context);

/// A plan on its page.
class PlanSheet {
public:
    /// `page` is the paper's size; a page that grows is as large as the picture asks for.
    PlanSheet(const Plan& plan, const Context& context, const Page& page);

    /// What the page would have to measure, points.
    [[nodiscard]] Page size() const { return sheet_.size(picture_); }
    [[nodiscard]] bool fits() const { return sheet_.fits(picture_); }

    /// Where the rows stand on the page: the top of each at the start of its first step.
    [[nodiscard]] std::vector<Point> origins() const { return origins_at(sheet_.place(picture_)); }

    [[nodiscard]] Scene draw() const;

private:
    [[nodiscard]] std::vector<Point> origins_at(Point at) const;
    void draw_row(Group& parent, const Row& row, Point origin) const;

    const Plan& plan_;
    const Context& context_;
    Legend legend_;
    Sheet sheet_;
    double before_ = 0;         ///< how far rows reach out before their first step
    std::vector<double> tops_;  ///< of the rows, from the top of the picture
    Page picture_;
};

}  // namespace fabula::storylines
