#pragma once

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

namespace fabula::drawing {

/// What of a story a page shows: all of it, or a stretch (PicturePart). A moment at which one page ends and the
/// next begins belongs to the earlier.
struct Shown {
    const Stretch* stretch = nullptr;

    [[nodiscard]] bool event(EventIndex e) const { return stretch == nullptr || stretch->shows[e]; }

    /// Whether a time is told of on an earlier page, or on a later one.
    [[nodiscard]] bool is_earlier(double time) const {
        if (stretch == nullptr) return false;
        return stretch->first ? time < stretch->from : time <= stretch->from;
    }
    [[nodiscard]] bool is_later(double time) const { return stretch != nullptr && time > stretch->until; }

    [[nodiscard]] bool has(double time) const { return !is_earlier(time) && !is_later(time); }
    /// Whether any of what lasts from one moment to another falls on the page.
    [[nodiscard]] bool has(const Extent& extent) const {
        return !is_earlier(extent.until.nominal) && !is_later(extent.from.nominal);
    }

    /// Whether the page goes on with what an earlier one began, and breaks off for a later one.
    [[nodiscard]] bool continues() const { return stretch != nullptr && !stretch->first; }
    /// Whether only that is asked: if the page has room.
    [[nodiscard]] bool is_trial() const { return stretch != nullptr && stretch->trial; }
    [[nodiscard]] bool is_continued() const { return stretch != nullptr && !stretch->last; }
};

}  // namespace fabula::drawing
