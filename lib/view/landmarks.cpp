// From a picture and its story to what can be read of it aloud, and to where its events lead: landmarks_of,
// add_references.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "fabula/ages.hpp"

#include "view/drawing/event_labels.hpp"
#include "view/pictures.hpp"
#include "view/wording.hpp"

namespace fabula {
namespace {

/// Adds a sentence: `text`, with a full stop where it has no end.
void add_sentence(std::string& all, std::string_view text) {
    if (text.empty()) return;
    if (!all.empty()) all += ' ';
    all += text;
    constexpr std::string_view ends[] = {".", "!", "?", "…", "。", "؟", "।", ".”", "!”", "?”"};
    if (std::ranges::none_of(ends, [&](std::string_view end) { return text.ends_with(end); })) all += '.';
}

/// Whether a group stands for a relationship or a link and says which.
bool tells_of_relationship(const Group& group) {
    return !group.title.empty() && (std::holds_alternative<subjects::Relationship>(group.subject) ||
                                    std::holds_alternative<subjects::Link>(group.subject));
}

/// The groups of a picture by what they stand for, in whatever panel; the first of each.
class Groups {
public:
    explicit Groups(const Group& root) { add(root); }

    /// The id of the group that shows it; empty where none does.
    [[nodiscard]] std::string showing(const Subject& subject) const {
        const auto found = ids_.find(id_of(subject));
        return found == ids_.end() ? std::string() : found->second;
    }

    [[nodiscard]] const std::vector<const Group*>& relationships() const { return relationships_; }

private:
    void add(const Group& group) {
        if (std::string id = id_of(group); !id.empty()) {
            ids_.try_emplace(id_of(group.subject), std::move(id));
            if (tells_of_relationship(group)) relationships_.push_back(&group);
        }
        for (const Node& node : group.children) {
            if (const auto* inner = std::get_if<Group>(&node)) add(*inner);
        }
    }

    std::map<std::string, std::string> ids_;  ///< of groups by those of their subjects
    std::vector<const Group*> relationships_;
};

class Telling {
public:
    Telling(const Story& story, const Timetable& timetable, const Group& root)
        : story_(story),
          wording_(story),
          labels_(story, timetable, {}, wording_, {.notes = true, .dates = true, .weekdays = false}),
          timetable_(timetable),
          ages_(ages_at_events(story, timetable)),
          groups_(root),
          place_in_time_(story.events().size()) {
        for (std::size_t i = 0; i < timetable.chronology.size(); ++i)
            place_in_time_[timetable.chronology[i]] = i;
    }

    [[nodiscard]] std::vector<Landmark> tell() && {
        add_title();
        std::vector<EventIndex> outside;
        for (EventIndex e = 0; e < story_.events().size(); ++e) {
            if (!story_.events()[e].section) outside.push_back(e);
        }
        add_events(outside);
        for (const Section& section : story_.sections()) {
            add(Landmark::Kind::section, subjects::Section{section.id}, section.title, section.text);
            add_events(section.events);
        }
        add_relationships();
        if (!groups_.showing(subjects::Part::legend).empty())
            add(Landmark::Kind::legend, subjects::Part::legend, wording_.word("legend", "Legend"), {});
        return std::move(landmarks_);
    }

private:
    void add(Landmark::Kind kind, const Subject& subject, std::string title, std::string description) {
        landmarks_.push_back({.kind = kind,
                              .id = groups_.showing(subject),
                              .title = std::move(title),
                              .description = std::move(description),
                              .language = {}});
    }

    void add_title() {
        std::string about;
        add_sentence(about, story_.title());
        add_sentence(about, story_.subtitle());
        add_sentence(about, story_.author());
        add_sentence(about, story_.published());
        add(Landmark::Kind::title, subjects::Part::title, story_.title(), std::move(about));
    }

    void add_events(std::vector<EventIndex> events) {
        std::ranges::stable_sort(events, {}, [&](EventIndex e) { return place_in_time_[e]; });
        for (const EventIndex e : events)
            add(Landmark::Kind::event, drawing::subject_of(story_.events()[e]),
                drawing::name_of(story_.events()[e], story_, wording_), description(e));
    }

    /// "Kathy finds the tape. Kathy (11). Hailsham. At a sale; she hears … (chapter 6)."
    [[nodiscard]] std::string description(EventIndex e) const {
        const Event& event = story_.events()[e];
        const drawing::EventWords words = labels_.words(e);
        std::string all;
        add_sentence(all, words.title);
        add_sentence(all, words.over);
        add_sentence(all, people(e));
        if (event.place) add_sentence(all, story_.places()[event.place->index].name);
        add_sentence(all, words.note);
        for (const SetAside& statement : timetable_.set_aside_of(SetAside::Kind::event, e))
            add_sentence(all, fmt::format("{}: ‘{}’", wording_.word("set-aside", "set aside"), statement.text));
        return all;
    }

    /// Who takes part, with the ages that are known to the year.
    [[nodiscard]] std::string people(EventIndex e) const {
        std::string all;
        for (const Reference& who : story_.events()[e].who) {
            if (!all.empty()) all += ", ";
            all += story_.characters()[who.index].name + age(e, who.index);
        }
        return all;
    }

    [[nodiscard]] std::string age(EventIndex e, CharacterIndex who) const {
        const auto found = std::ranges::find(ages_[e], who, &AgeAtEvent::who);
        if (found == ages_[e].end() || found->calendar.nominal < 0) return {};
        const AgeInYears years = in_years(found->calendar, who, timetable_);
        constexpr std::int64_t most_spread = 2;
        if (!years.most || *years.most - years.least > most_spread) return {};
        return fmt::format(" ({})", format_age(years));
    }

    void add_relationships() {
        for (const Group* group : groups_.relationships()) {
            landmarks_.push_back({.kind = Landmark::Kind::relationship,
                                  .id = id_of(*group),
                                  .title = group->title,
                                  .description = {},
                                  .language = {}});
            std::string& about = landmarks_.back().description;
            add_sentence(about, group->title);
            add_sentence(about, group->description);
        }
    }

    const Story& story_;
    Wording wording_;
    drawing::EventLabels labels_;
    const Timetable& timetable_;
    std::vector<std::vector<AgeAtEvent>> ages_;
    Groups groups_;
    std::vector<std::size_t> place_in_time_;  ///< by event
    std::vector<Landmark> landmarks_;
};

}  // namespace

std::vector<Landmark> landmarks_of(const Story& story, const Timetable& timetable, const Group& root) {
    return Telling(story, timetable, root).tell();
}

namespace {

/// What each event refers to first, by their ids.
std::map<std::string, std::string> references_of(const Story& story) {
    std::map<std::string, std::string> references;
    for (const Event& event : story.events()) {
        const Reference* const first = !event.reveals.empty() ? &event.reveals.front()
                                       : event.frame          ? &*event.frame
                                                              : nullptr;
        if (first != nullptr) references.emplace(event.id, story.events()[first->index].id);
    }
    return references;
}

/// The events that a picture shows, by panel.
using ShownEvents = std::map<std::pair<std::size_t, std::string>, subjects::Event>;

void collect(const Group& group, ShownEvents& shown) {
    if (const auto* const event = std::get_if<subjects::Event>(&group.subject))
        shown.try_emplace({group.panel, event->id}, *event);
    for (const Node& node : group.children) {
        if (const auto* const inner = std::get_if<Group>(&node)) collect(*inner, shown);
    }
}

void link(Group& group, const std::map<std::string, std::string>& references, const ShownEvents& shown) {
    if (const auto* const event = std::get_if<subjects::Event>(&group.subject)) {
        const auto reference = references.find(event->id);
        const auto target = reference == references.end() ? shown.end() : shown.find({group.panel, reference->second});
        if (target != shown.end()) group.reference = target->second;
    }
    for (Node& node : group.children) {
        if (auto* const inner = std::get_if<Group>(&node)) link(*inner, references, shown);
    }
}

}  // namespace

void add_references(Group& root, const Story& story) {
    const auto references = references_of(story);
    if (references.empty()) return;
    ShownEvents shown;
    collect(root, shown);
    link(root, references, shown);
}

}  // namespace fabula
