#pragma once

#include "fabula/story.hpp"
#include "fabula/subject.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"

#include "view/drawing/typesetting.hpp"
#include "view/wording.hpp"

/// What a picture says about an event, in words.
namespace fabula::drawing {

/// What labels say besides the title.
struct LabelParts {
    bool notes = true;      ///< outcome, text and source, under the title
    bool dates = true;      ///< over it, where the axis is that of the calendar
    bool weekdays = false;  ///< with the day of the week, where the day is known
    bool names = false;     ///< of those who take part, where an event has no title: "Ruth: donation 2"
};

/// What a label is put together from, in the words of the story.
struct EventWords {
    std::string over;  ///< the small line on top: when, and what kind of event
    std::string title;
    std::string note;
};

/// Sets the labels of events. Story, timetable and wording have to outlive it.
class EventLabels {
public:
    EventLabels(const Story& story, const Timetable& timetable, const Theme::Colours& colours, const Wording& wording,
                LabelParts parts)
        : story_(story),
          timetable_(timetable),
          colours_(colours),
          wording_(wording),
          parts_(parts),
          dates_(story, timetable, wording, parts.weekdays) {}

    [[nodiscard]] EventWords words(EventIndex event) const;

    /// When and what kind of event, title, note; broken to the label width of `type`.
    [[nodiscard]] Block set(EventIndex event, const Typography& type, Measure& measure) const;

private:
    const Story& story_;
    const Timetable& timetable_;
    Theme::Colours colours_;
    const Wording& wording_;
    LabelParts parts_;
    StatedDates dates_;
};

/// Of labels that do not fit, the least important are left out first.
[[nodiscard]] double importance(const Event& event);

/// What an event is called: its title, or what happens in it where it has none.
[[nodiscard]] std::string name_of(const Event& event, const Story& story, const Wording& wording);

/// What its group in the scene stands for.
[[nodiscard]] subjects::Event subject_of(const Event& event);

/// The word for a truth other than fact, in the story's own words ("rumour").
[[nodiscard]] std::string truth_word(const Wording& wording, Truth truth);

/// The word for a scene outside the present; empty for one of the present.
[[nodiscard]] std::string mode_word(const Wording& wording, Mode mode);

/// The name of a numbered milestone, "donation 2".
[[nodiscard]] std::string milestone_name(const Story& story, const Milestone& milestone);

}  // namespace fabula::drawing
