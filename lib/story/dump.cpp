// dump: the story as indented text, one fact a line.

#include <concepts>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "fabula/story.hpp"

#include "source/characters.hpp"
#include "source/number.hpp"
#include "story/duration.hpp"
#include "story/phrase.hpp"

namespace fabula {
namespace {

std::string_view word_for(Truth truth) {
    constexpr std::string_view words[] = {"fact", "rumour", "hope", "memory", "lie", "dream"};
    return words[static_cast<std::size_t>(truth)];
}

std::string_view word_for(Mode mode) {
    constexpr std::string_view words[] = {"present", "flashback", "dream", "vision"};
    return words[static_cast<std::size_t>(mode)];
}

std::string place(const Span& span) {
    return span.line == 0 ? std::string() : fmt::format(" @{}:{}", span.line, span.column);
}

/// Writes facts under headings, except for empty ones.
class Writer {
public:
    explicit Writer(const Story& story) : story_(story) {}

    void heading(std::string_view what, std::string_view id, const Span& span) {
        text_ += fmt::format("{}{}{}{}\n", what, id.empty() ? "" : " ", id, place(span));
    }

    void fact(std::string_view key, std::string_view value) {
        if (!value.empty()) text_ += fmt::format("  {}: {}\n", key, shown(value));
    }

    void fact(std::string_view key, std::same_as<bool> auto value) {
        if (value) fact(key, std::string_view("yes"));
    }

    void fact(std::string_view key, const std::vector<Phrase>& phrases) {
        for (const Phrase& phrase : phrases) {
            text_ += fmt::format("  {}: {}{}\n", key, format_phrase(phrase, story_), place(phrase.span));
        }
    }

    void fact(std::string_view key, const std::optional<Located<double>>& value) {
        if (value) fact(key, exact_number(value->value));
    }

    /// Ids of the entries of one of the story's lists.
    template <typename Entries>
    void fact(std::string_view key, const std::vector<Reference>& references, const Entries& entries) {
        std::string ids;
        for (const Reference& reference : references) {
            ids += fmt::format("{}{}", ids.empty() ? "" : ", ", entries.at(reference.index).id);
        }
        fact(key, ids);
    }

    [[nodiscard]] const Story& story() const { return story_; }
    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    const Story& story_;
    std::string text_;
};

void write_head(Writer& out) {
    const Story& story = out.story();
    out.heading("story", "", {});
    out.fact("format", fmt::format("{}", story.format()));
    out.fact("title", story.title());
    out.fact("subtitle", story.subtitle());
    out.fact("author", story.author());
    out.fact("published", story.published());
    out.fact("language", story.language());
    for (const Word& word : story.words())
        out.fact("word", fmt::format("{} = {}", word.key, word.value));
    out.fact("clock", story.time().clock);
    out.fact("tolerance", exact_number(story.time().tolerance));
    if (story.time().calendar != 0) out.fact("calendar", story.calendars().at(story.time().calendar).id);
    if (story.time().old_style) out.fact("years", "from 25 March");
    if (story.time().southern) out.fact("hemisphere", "south");
    out.fact("zone", story.time().zone);
}

std::string format_leap_rule(const LeapRule& rule) {
    std::string text = fmt::format("{} days in month {}", rule.days, rule.month);
    if (rule.years.empty()) {
        text += fmt::format(" every {} except {} unless {}", rule.every, rule.except, rule.unless);
        return rule.from == 0 ? text : text + fmt::format(" from {}", rule.from);
    }
    text += fmt::format(" in {}", fmt::join(rule.years, ", "));
    return rule.cycle == 0 ? text : text + fmt::format(" of {}", rule.cycle);
}

void write_calendars(Writer& out) {
    for (const Calendar& calendar : out.story().calendars()) {
        if (calendar.built_in) continue;
        out.heading("calendar", calendar.id, calendar.span);
        out.fact("name", calendar.name);
        for (const CalendarMonth& month : calendar.months)
            out.fact("month", fmt::format("{} {}", month.name, month.days));
        if (calendar.leap) out.fact("leap", format_leap_rule(*calendar.leap));
        for (const std::string& day : calendar.week)
            out.fact("weekday", day);
        for (const Era& era : calendar.eras)
            out.fact("era", fmt::format("{} {} {}", era.name, era.backwards ? "back from" : "from", era.first));
        if (calendar.epoch) out.fact("epoch", format_day(gregorian(), *calendar.epoch));
        if (minutes_in_day(calendar) != minutes_in_day(gregorian()))
            out.fact("day", fmt::format("{} hours of {} minutes", calendar.hours_in_day, calendar.minutes_in_hour));
    }
}

void write_cast(Writer& out) {
    const Story& story = out.story();
    for (const Character& character : story.characters()) {
        out.heading("character", character.id, character.span);
        out.fact("name", character.name);
        out.fact("role", character.role);
        if (character.group) out.fact("group", story.groups().at(character.group->index).id);
        out.fact("born", character.born);
        out.fact("died", character.died);
        out.fact("weight", character.weight);
        for (const Absence& absence : character.absent) {
            out.fact("absent", absence.text.empty() ? "-" : absence.text);
            out.fact("  from", absence.from);
            out.fact("  until", absence.until);
            if (absence.lives) out.fact("  lives", format_duration(absence.lives->value, story.time().clock));
        }
        for (const LivedStretch& stretch : character.clock) {
            out.fact("clock", "-");
            out.fact("  from", stretch.from);
            out.fact("  until", stretch.until);
        }
        out.fact("text", character.text);
        out.fact("sure", character.sure);
    }
    for (const CharacterGroup& group : story.groups()) {
        out.heading("group", group.id, group.span);
        out.fact("name", group.name);
    }
    for (const Place& place : story.places()) {
        out.heading("place", place.id, place.span);
        out.fact("name", place.name);
        out.fact("in", place.in);
        if (place.within) out.fact("within", story.places().at(*place.within).id);
        for (const Travel& travel : place.travel) {
            out.fact("travel", fmt::format("{} = {}", story.places().at(travel.to.index).id,
                                           format_duration(travel.takes.value, story.time().clock)));
        }
        if (place.zone) out.fact("zone", place.zone->value);
        out.fact("text", place.text);
    }
    for (const Thing& thing : story.things()) {
        out.heading("thing", thing.id, thing.span);
        out.fact("name", thing.name);
        for (const std::string& word : thing.gone)
            out.fact("gone", word);
        for (const std::string& word : thing.back)
            out.fact("back", word);
        out.fact("text", thing.text);
    }
    for (const MilestoneKind& kind : story.milestones()) {
        out.heading("milestone", kind.id, kind.span);
        out.fact("name", kind.name);
        if (kind.last) out.fact("last", fmt::format("{}", kind.last->value));
        out.fact("mark", kind.mark);
    }
}

void write_sections(Writer& out) {
    for (const Section& section : out.story().sections()) {
        out.heading("section", section.id, section.span);
        out.fact("title", section.title);
        out.fact("when", section.when);
        out.fact("text", section.text);
        out.fact("sure", section.sure);
    }
}

void write_participants(Writer& out, const Event& event) {
    const Story& story = out.story();
    out.fact("who", event.who, story.characters());
    out.fact("mentions", event.mentions, story.characters());
    for (const ThingUse& use : event.things) {
        const std::string& id = story.things().at(use.thing.index).id;
        out.fact("thing", use.fate.empty() ? id : fmt::format("{} = {}", id, use.fate));
    }
    if (event.place) out.fact("place", story.places().at(event.place->index).id);
    if (event.milestone) {
        const Milestone& milestone = *event.milestone;
        out.fact("milestone", fmt::format("{} {} of {}", story.milestones().at(milestone.kind.index).id,
                                          milestone.number->value, story.characters().at(milestone.of.index).id));
    }
    out.fact("birth", event.births, story.characters());
    out.fact("death", event.deaths, story.characters());
}

void write_event(Writer& out, const Event& event) {
    const Story& story = out.story();
    out.heading("event", event.id, event.span);
    out.fact("title", event.title);
    if (event.section) out.fact("section", story.sections().at(*event.section).id);
    write_participants(out, event);
    out.fact("when", event.when);
    if (event.lasts) out.fact("lasts", format_duration(event.lasts->value, story.time().clock));
    out.fact("until", event.until);
    out.fact("text", event.text);
    out.fact("cite", event.cite);
    out.fact("url", event.url);
    out.fact("outcome", event.outcome);
    out.fact("tension", event.tension);
    out.fact("weight", event.weight);
    out.fact("thread", event.threads, story.threads());
    if (event.truth != Truth::fact) out.fact("truth", word_for(event.truth));
    if (event.mode != Mode::present) out.fact("mode", word_for(event.mode));
    if (event.frame) out.fact("frame", story.events().at(event.frame->index).id);
    out.fact("reveals", event.reveals, story.events());
    for (const Knowledge& knowledge : event.knows) {
        const std::string& known = story.events().at(knowledge.event.index).id;
        const std::string who = knowledge.who ? story.characters().at(knowledge.who->index).id : "all";
        out.fact("knows", fmt::format("{} = {}", who, known));
    }
    out.fact("acts-on", event.acts_on, story.events());
    if (event.told) out.fact("told", event.told->value);
    out.fact("sure", event.sure);
}

void write_states(Writer& out) {
    const Story& story = out.story();
    for (const State& state : story.states()) {
        out.heading("state", "", state.span);
        out.fact("who", story.characters().at(state.who.index).id);
        out.fact("is", state.is);
        out.fact("from", state.from);
        out.fact("until", state.until);
        out.fact("sure", state.sure);
    }
}

void write_relationships(Writer& out) {
    for (const Relationship& relationship : out.story().relationships()) {
        out.heading("relationship", "", relationship.span);
        out.fact(relationship.directed ? "from-to" : "between", relationship.between, out.story().characters());
        out.fact("kind", relationship.kind);
        out.fact("strength", exact_number(relationship.strength));
        out.fact("text", relationship.text);
        out.fact("sure", relationship.sure);
        for (const RelationshipPhase& phase : relationship.phases) {
            out.fact("phase", phase.text.empty() ? "-" : phase.text);
            out.fact("  from", phase.from);
            out.fact("  until", phase.until);
        }
    }
}

void write_plot(Writer& out) {
    const Story& story = out.story();
    for (const Thread& thread : story.threads()) {
        out.heading("thread", thread.id, thread.span);
        out.fact("name", thread.name);
        out.fact("text", thread.text);
    }
    if (story.structure()) {
        out.heading("structure", story.structure()->value, story.structure()->span);
    }
    for (const Beat& beat : story.beats()) {
        out.heading("beat", "", beat.span);
        out.fact("beat", beat.name);
        out.fact("event", story.events().at(beat.event.index).id);
        out.fact("act", beat.act);
        out.fact("text", beat.text);
    }
}

void write_panel(Writer& out, const PagePanel& panel, const std::string& place) {
    out.heading("panel", place, panel.span);
    out.fact("view", panel.view ? panel.view->value : "");
    out.fact("title", panel.title);
    out.fact("text", panel.text);
    out.fact("share", exact_number(panel.share));
    for (const PanelSetting& setting : panel.settings)
        out.fact("set", setting.key.value + " = " + setting.value);
    if (!panel.inner.empty()) out.fact("inner", panel.arrangement == PagePanel::Arrangement::rows ? "rows" : "columns");
    for (std::size_t i = 0; i < panel.inner.size(); ++i)
        write_panel(out, panel.inner[i], fmt::format("{}{}{}", place, place.empty() ? "" : ".", i + 1));
}

void write_page(Writer& out) {
    const auto& page = out.story().page();
    if (!page) return;
    write_panel(out, page->all, "");
    out.fact("paper", page->paper ? page->paper->value : "");
    for (const std::string& note : page->notes)
        out.fact("note", note);
    for (const std::string& source : page->sources)
        out.fact("source", source);
    out.fact("colophon", page->colophon);
}

void write_links_and_telling(Writer& out) {
    const Story& story = out.story();
    for (const Link& link : story.links()) {
        out.heading("link", "", link.span);
        out.fact("from", story.events().at(link.from.index).id);
        out.fact("to", story.events().at(link.to.index).id);
        out.fact("kind", link.kind);
        out.fact("text", link.text);
    }
    std::string told;
    for (const EventIndex event : story.told())
        told += fmt::format("{}{}", told.empty() ? "" : ", ", story.events().at(event).id);
    out.heading("told", "", {});
    out.fact("order", told);
    for (const Allowance& allowance : story.allowances()) {
        out.heading("allow", allowance.code.value, allowance.code.span);
        const Span& within = allowance.within;
        out.fact("within", within.line == 0 ? "the story" : fmt::format("{}:{}", within.line, within.column));
    }
}

}  // namespace

std::string dump(const Story& story) {
    Writer out(story);
    write_head(out);
    write_calendars(out);
    write_cast(out);
    write_sections(out);
    for (const Event& event : story.events())
        write_event(out, event);
    write_states(out);
    write_relationships(out);
    write_plot(out);
    write_page(out);
    write_links_and_telling(out);
    return std::move(out).take();
}

}  // namespace fabula
