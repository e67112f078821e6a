// The labels of events, and the words in them: Composer puts the words together, set_label sets them.
#include "view/drawing/event_labels.hpp"

#include <fmt/format.h>

namespace fabula::drawing {
namespace {

void join(std::string& text, std::string_view part, std::string_view between) {
    if (part.empty()) return;
    if (!text.empty()) text += between;
    text += part;
}

class Composer {
public:
    Composer(const Story& story, const Timetable& timetable, LabelParts parts, const Wording& wording,
             const StatedDates& dates)
        : story_(story), timetable_(timetable), parts_(parts), wording_(wording), dates_(dates) {}

    [[nodiscard]] EventWords text(const Event& event, const EventTime& time) const {
        EventWords label;
        if (parts_.dates && timetable_.axis == TimeAxis::calendar) join(label.over, dates_.of(event, time), "");
        const std::string kind = kind_of(event);
        label.title = event.title.empty() ? named(event, kind) : event.title;
        if (!event.title.empty()) join(label.over, kind, " \u00b7 ");
        if (!parts_.notes) return label;
        join(label.note, event.outcome, "");
        join(label.note, event.text, label.note.empty() ? "" : ". ");
        if (!event.cite.empty()) join(label.note, "(" + event.cite + ")", " ");
        return label;
    }

private:
    /// What happens in an event without a title; if names are asked for, after the names of those who take part.
    [[nodiscard]] std::string named(const Event& event, const std::string& kind) const {
        if (!parts_.names) return kind;
        std::string names;
        for (const Reference& who : event.who)
            join(names, story_.characters()[who.index].name, ", ");
        return names.empty() ? kind : fmt::format("{}: {}", names, kind);
    }

    /// "death", "donation 2", "rumour"; empty for a plain fact.
    [[nodiscard]] std::string kind_of(const Event& event) const {
        std::string kind;
        if (event.milestone) join(kind, milestone_name(story_, *event.milestone), "");
        if (event.births.size() > 1) join(kind, wording_.word("births", "births"), ", ");
        if (event.births.size() == 1) join(kind, wording_.word("birth", "birth"), ", ");
        if (event.deaths.size() > 1) join(kind, wording_.word("deaths", "deaths"), ", ");
        if (event.deaths.size() == 1) join(kind, wording_.word("death", "death"), ", ");
        if (event.truth != Truth::fact) join(kind, truth_word(wording_, event.truth), ", ");
        const bool said = event.mode == Mode::dream && event.truth == Truth::dream;
        if (event.mode != Mode::present && !said) join(kind, mode_word(wording_, event.mode), ", ");
        return kind;
    }

    const Story& story_;
    const Timetable& timetable_;
    LabelParts parts_;
    const Wording& wording_;
    const StatedDates& dates_;
};

Block set_label(const EventWords& text, const Event& event, const Theme::Colours& colours, const Typography& type,
                Measure& measure) {
    Block block;
    const bool fact = event.truth == Truth::fact && is_real(event.mode);
    const TextStyle over{.size = type.text, .tabular_figures = true};
    const TextStyle title{.size = type.text,
                          .weight = event.deaths.empty() && !event.milestone ? Weight::regular : Weight::bold,
                          .italic = !fact,
                          .tabular_figures = event.milestone.has_value()};
    const TextStyle note{.size = type.text, .italic = true};
    if (!text.over.empty()) append_paragraph(block, measure.wrap(text.over, over, type.label_width), colours.quiet);
    append_paragraph(block, measure.wrap(text.title, title, type.label_width), colours.ink);
    if (!text.note.empty()) append_paragraph(block, measure.wrap(text.note, note, type.label_width), colours.quiet);
    return block;
}

subjects::Truth said_of(Truth truth) {
    switch (truth) {
        case Truth::fact:
            break;
        case Truth::rumour:
            return subjects::Truth::rumour;
        case Truth::hope:
            return subjects::Truth::hope;
        case Truth::memory:
            return subjects::Truth::memory;
        case Truth::lie:
            return subjects::Truth::lie;
        case Truth::dream:
            return subjects::Truth::dream;
    }
    return subjects::Truth::fact;
}

subjects::Mode said_of(Mode mode) {
    switch (mode) {
        case Mode::present:
            break;
        case Mode::flashback:
            return subjects::Mode::flashback;
        case Mode::dream:
            return subjects::Mode::dream;
        case Mode::vision:
            return subjects::Mode::vision;
    }
    return subjects::Mode::present;
}

}  // namespace

EventWords EventLabels::words(EventIndex e) const {
    return Composer(story_, timetable_, parts_, wording_, dates_).text(story_.events()[e], timetable_.events[e]);
}

Block EventLabels::set(EventIndex e, const Typography& type, Measure& measure) const {
    return set_label(words(e), story_.events()[e], colours_, type, measure);
}

std::string name_of(const Event& event, const Story& story, const Wording& wording) {
    if (!event.title.empty()) return event.title;
    if (event.milestone) return milestone_name(story, *event.milestone);
    return event.births.empty() ? wording.word("death", "death") : wording.word("birth", "birth");
}

subjects::Event subject_of(const Event& event) {
    return {.id = event.id,
            .is_birth = !event.births.empty(),
            .is_death = !event.deaths.empty(),
            .is_milestone = event.milestone.has_value(),
            .truth = said_of(event.truth),
            .mode = said_of(event.mode)};
}

std::string truth_word(const Wording& wording, Truth truth) {
    switch (truth) {
        case Truth::fact:
            return wording.word("fact", "fact");
        case Truth::rumour:
            return wording.word("rumour", "rumour");
        case Truth::hope:
            return wording.word("hope", "hope");
        case Truth::memory:
            return wording.word("memory", "memory");
        case Truth::lie:
            return wording.word("lie", "lie");
        case Truth::dream:
            return wording.word("dream", "dream");
    }
    return {};
}

std::string mode_word(const Wording& wording, Mode mode) {
    switch (mode) {
        case Mode::present:
            return {};
        case Mode::flashback:
            return wording.word("flashback", "flashback");
        case Mode::dream:
            return wording.word("dream", "dream");
        case Mode::vision:
            return wording.word("vision", "vision");
    }
    return {};
}

std::string milestone_name(const Story& story, const Milestone& milestone) {
    const std::string& name = story.milestones()[milestone.kind.index].name;
    return milestone.number ? fmt::format("{} {}", name, milestone.number->value) : name;
}

}  // namespace fabula::drawing
