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
    bool dates = true;      ///< over the title, on an axis of the calendar
    bool weekdays = false;  ///< with the day of the week, if the day is known
    bool names = false;     ///< of those who take part, if an event has no title: "Ruth: donation 2"
};

/// The parts of a label, in the words of the story.
struct EventWords {
    std::string over;  ///< the small line above the title: when, and what kind of event
    std::string title;
    std::string note;
};

/// Sets the labels of events. Story, timetable and wording must outlive it.
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

    /// The line above, the title and the note as a block, broken to the label width of `type`.
    [[nodiscard]] Block set(EventIndex event, const Typography& type, Measure& measure) const;

private:
    const Story& story_;
    const Timetable& timetable_;
    Theme::Colours colours_;
    const Wording& wording_;
    LabelParts parts_;
    StatedDates dates_;
};

/// What an event is called: its title, or if it has none, what happens in it.
[[nodiscard]] std::string name_of(const Event& event, const Story& story, const Wording& wording);

/// What the group of an event in the scene stands for.
[[nodiscard]] subjects::Event subject_of(const Event& event);

/// The word for a truth, in the language of the story: "rumour".
[[nodiscard]] std::string truth_word(const Wording& wording, Truth truth);

/// The word for a mode, in the language of the story; empty for the present.
[[nodiscard]] std::string mode_word(const Wording& wording, Mode mode);

/// The name of a numbered milestone, "donation 2".
[[nodiscard]] std::string milestone_name(const Story& story, const Milestone& milestone);

}  // namespace fabula::drawing
