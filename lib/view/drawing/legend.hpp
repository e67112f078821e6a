#pragma once

#include <functional>
#include <string>
#include <vector>

#include "view/drawing/context.hpp"
#include "view/drawing/marks.hpp"

namespace fabula::drawing {

/// What only some pictures show of events, and beside them.
struct EventMarks {
    bool deaths = false;          ///< a bar where a life ends
    bool places_in_time = false;  ///< an axis of time, on which what is set aside has its own place
    bool cast = false;            ///< characters and relationships, which can be marked as events are
    bool sections = false;        ///< likewise
};

/// Whether somebody really dies in one of `events`.
[[nodiscard]] bool any_life_ends(const std::vector<EventIndex>& events, const Story& story);

/// What the marks and lines of a picture mean: samples with words, in the order in which they were added. Views explain
/// only what they use and do not label in place.
class Legend {
public:
    /// Draws a sample around its centre, as wide as `sample_width` and as high as a line of text.
    using Sample = std::function<void(Group&, Point)>;
    static constexpr double sample_width = 22;

    /// `text_size` is the size of the words, points. `context` must outlive the legend.
    Legend(const Context& context, double text_size) : context_(context), text_size_(text_size) {}

    void explain(std::string words, Sample sample);
    /// A stretch of line; `width` and `colour` apply if the style has none of its own.
    void explain_line(std::string words, const KindStyle& style, double width, Colour colour);
    /// The marks of `events`: kinds of milestone, what is no fact or lies outside the present, what is set aside.
    void explain_events(const std::vector<EventIndex>& events, const EventMarks& marks);
    /// The marks of what is set aside among `events` and what else the picture shows, for views without marks of
    /// events.
    void explain_set_aside(const std::vector<EventIndex>& events, const EventMarks& marks);
    void explain_mentions();
    /// The mark of a line that continues on another page.
    void explain_continuation();

    /// Draws the legend in lines no wider than `width`, with its top left corner at `at`, and returns its height.
    double draw(Group& parent, Point at, double width) const;

private:
    struct Entry {
        std::string words;
        Sample sample;
    };

    void explain_mark(std::string words, MarkShape shape);
    void explain_milestones(const std::vector<EventIndex>& events);
    void explain_deaths();
    void explain_truths(const std::vector<EventIndex>& events);
    void explain_modes(const std::vector<EventIndex>& events);

    const Context& context_;
    double text_size_;
    std::vector<Entry> entries_;
};

}  // namespace fabula::drawing
