#pragma once

#include "view/drawing/legend.hpp"
#include "view/storyline/plan.hpp"

/// The drawing passes: from a finished plan to groups of the scene. `origin` is the page's place of the top of the
/// lines at the start of the first step. None decides where anything stands.
namespace fabula::storylines {

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

}  // namespace fabula::storylines
