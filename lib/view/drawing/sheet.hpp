#pragma once

#include <functional>
#include <string_view>

#include "view/drawing/context.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {

/// Draws title, subtitle and author with their top left corner at `at`, in lines no wider than `width`, and returns
/// their height. A panel of a larger sheet has none.
double draw_title(Group& parent, const Typography& type, const Context& context, Point at, double width);

/// How a sheet surrounds its picture.
struct SheetShape {
    double legend_distance = 16;  ///< from the picture to the legend, points
    bool fits_title = true;       ///< a page that grows becomes wide enough for the title on one line, within reason
    bool centred = true;          ///< a picture narrower than the page stands in its middle, else at its left
};

/// The page of a view that draws one picture: the title above it, the legend below it, margins around all.
class Sheet {
public:
    /// `legend` may be null. All must outlive the sheet. A page that grows becomes as large as the picture needs.
    Sheet(const Context& context, const Typography& type, const Legend* legend, const Page& page,
          const SheetShape& shape = {});

    /// What a page of fixed size leaves for the picture, points; zero both ways if the page grows.
    [[nodiscard]] Page room() const;

    /// Whether there is room for a picture of this size.
    [[nodiscard]] bool fits(const Page& picture) const;

    /// What a page would have to measure for a picture of this size, points.
    [[nodiscard]] Page size(const Page& picture) const;

    /// Where the top left corner of a picture of this size stands.
    [[nodiscard]] Point place(const Page& picture) const;

    /// The scene of the view called `view`. `draw` adds the picture, which has this size, to a group at a place.
    [[nodiscard]] Scene make(std::string_view view, const Page& picture,
                             const std::function<void(Group&, Point)>& draw) const;

private:
    [[nodiscard]] double content_width(const Page& picture) const;
    [[nodiscard]] double title_height(double width) const;
    [[nodiscard]] double legend_height(double width) const;

    const Context& context_;
    const Typography& type_;
    const Legend* legend_;
    Page page_;
    SheetShape shape_;
};

/// What a picture leaves out for want of room.
struct Omissions {
    std::size_t characters = 0;  ///< and what only they take part in
    std::size_t left_out_events = 0;
    std::size_t titles = 0;         ///< of events
    std::size_t events = 0;         ///< of all events of the picture
    bool fits = true;               ///< the picture is no larger than its page
    std::string_view picture = {};  ///< "the curve of this story"
};

/// A warning for each kind of omission.
[[nodiscard]] Diagnostics warnings_of(const Omissions& omissions);

/// The warning that some characters have no room.
[[nodiscard]] Diagnostic characters_left_out(std::size_t left_out);

/// The warning that some events have no room.
[[nodiscard]] Diagnostic events_left_out(std::size_t left_out);

/// The warning that the titles of some events have no room.
[[nodiscard]] Diagnostic titles_left_out(std::size_t left_out, std::size_t events);

/// The warning that a picture is larger than its page.
[[nodiscard]] Diagnostic page_too_small(std::string_view of_what);

}  // namespace fabula::drawing
