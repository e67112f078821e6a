#pragma once

#include <functional>
#include <string_view>

#include "view/drawing/context.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {

/// How a sheet surrounds its picture.
struct SheetShape {
    double legend_distance = 16;  ///< from the picture to the legend, points
    bool fits_title = true;       ///< a page that grows is wide enough for the title on one line, within reason
    bool centred = true;          ///< the picture stands in the middle of a page that is wider; else at its left
};

/// The page of a view that draws one picture: the title over it, the legend under it, margins round all.
class Sheet {
public:
    /// `legend` may be null. All have to outlive it. A page that grows is as large as the picture asks for.
    Sheet(const Context& context, const Typography& type, const Legend* legend, const Page& page,
          const SheetShape& shape = {});

    /// What a page of fixed size leaves for the picture, points; both sides are zero where the page grows.
    [[nodiscard]] Page room() const;

    /// Whether a picture of this size has room.
    [[nodiscard]] bool fits(const Page& picture) const;

    /// What a page would have to measure for a picture of this size, points.
    [[nodiscard]] Page size(const Page& picture) const;

    /// Where the top left corner of a picture of this size stands.
    [[nodiscard]] Point place(const Page& picture) const;

    /// The scene of the view called `view`, with a picture of this size that `draw` adds to a group, given its place.
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

/// What a picture could not say for want of room.
struct Omissions {
    std::size_t titles = 0;         ///< of events
    std::size_t events = 0;         ///< all that the picture has
    bool fits = true;               ///< the picture is no larger than its page
    std::string_view picture = {};  ///< "the curve of this story"
};

/// What to say of them, each in a warning of its own.
[[nodiscard]] Diagnostics warnings_of(const Omissions& omissions);

/// What to say where the titles of so many of all events have no room.
[[nodiscard]] Diagnostic titles_left_out(std::size_t left_out, std::size_t events);

/// What to say where a picture is larger than its page.
[[nodiscard]] Diagnostic page_too_small(std::string_view of_what);

}  // namespace fabula::drawing
