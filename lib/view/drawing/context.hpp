#pragma once

#include <vector>

#include "fabula/ages.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

#include "view/drawing/ranking.hpp"
#include "view/drawing/styles.hpp"
#include "view/wording.hpp"

namespace fabula::drawing {

/// What a page shows of a story: all of it, or a stretch. The moment at which one page ends and the next begins belongs
/// to the earlier page.
struct Shown {
    const Stretch* stretch = nullptr;

    [[nodiscard]] bool event(EventIndex e) const { return stretch == nullptr || stretch->shows[e]; }

    /// Whether a time is shown on an earlier page, or on a later one.
    [[nodiscard]] bool is_earlier(double time) const {
        if (stretch == nullptr) return false;
        return stretch->first ? time < stretch->from : time <= stretch->from;
    }
    [[nodiscard]] bool is_later(double time) const { return stretch != nullptr && time > stretch->until; }

    [[nodiscard]] bool has(double time) const { return !is_earlier(time) && !is_later(time); }
    /// Whether any part of an extent falls on the page.
    [[nodiscard]] bool has(const Extent& extent) const {
        return !is_earlier(extent.until.nominal) && !is_later(extent.from.nominal);
    }

    /// Whether there is a page before this one, and one after it.
    [[nodiscard]] bool continues() const { return stretch != nullptr && !stretch->first; }
    [[nodiscard]] bool is_continued() const { return stretch != nullptr && !stretch->last; }
    /// Whether the picture is drawn only to learn if the page has room.
    [[nodiscard]] bool is_trial() const { return stretch != nullptr && stretch->trial; }
};

/// For each event, the ages of those who take part; empty lists if the picture shows no ages.
using AgesByEvent = std::vector<std::vector<AgeAtEvent>>;

/// All that the steps of a view may look at.
struct Context {
    const Story& story;
    const Timetable& timetable;
    const Theme& theme;
    const Wording& wording;
    const Kinds& kinds;
    const AgesByEvent& ages;
    const Ranking& ranking;
    Measure& measure;
    bool panel = false;                ///< the picture is part of a larger sheet, which has the title
    const SharedAxis* axis = nullptr;  ///< the axis of another panel, which this picture follows
    Shown shown = {};                  ///< all of the story, or what one of several pages shows
};

}  // namespace fabula::drawing
