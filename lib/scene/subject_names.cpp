// From what a group stands for to its id and classes: nothing else in the library makes or reads such names.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

#include "fabula/scene.hpp"
#include "fabula/subject.hpp"

namespace fabula {
namespace {

/// In the order of subjects::Part.
constexpr std::array<std::string_view, 36> part_names{
    "title",   "legend",      "sections",      "axis",     "relationships", "lanes",      "events",        "ties",
    "carried", "containers",  "lines",         "mentions", "names",         "interludes", "arcs",          "nodes",
    "curve",   "uncertainty", "anachronies",   "places",   "threads",       "acts",       "missing-beats", "notes",
    "sources", "colophon",    "name",          "state",    "absence",       "age",        "continued",     "set-aside",
    "asked",   "block",       "printer-marks", "assembly"};
static_assert(part_names.size() == static_cast<std::size_t>(subjects::Part::assembly) + 1);

/// All other classes of Fabula's own: those below, and the names of the views.
constexpr std::string_view own_classes[] = {
    "view",  "lifelines", "storyline",    "plot", "grid",    "page",    "specimen", "panel",     "event",  "birth",
    "death", "milestone", "rumour",       "hope", "memory",  "lie",     "dream",    "flashback", "vision", "container",
    "lane",  "nobody",    "relationship", "link", "meeting", "section", "place",    "thread",    "act",    "row"};

/// What own classes begin with that are not listed: those of colours, and those made of words of a story.
constexpr std::string_view own_beginnings[] = {"fill-", "stroke-", "story-"};

bool is_own(std::string_view name) {
    return std::ranges::find(part_names, name) != part_names.end() ||
           std::ranges::find(own_classes, name) != std::end(own_classes) ||
           std::ranges::any_of(own_beginnings, [&](std::string_view begin) { return name.starts_with(begin); });
}

/// Characters that cannot be written in XML, or that nobody sees: U+202A to U+202E, U+FFFE and U+FFFF.
constexpr std::string_view unseen[] = {"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
                                       "\xE2\x80\xAE", "\xEF\xBF\xBE", "\xEF\xBF\xBF"};

/// `text` without white space, nor what could be left out of it later: "event death" becomes "event-death".
std::string as_one_word(std::string_view text) {
    std::string word;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_unseen = std::ranges::find(unseen, text.substr(at, 3)) != std::end(unseen);
        const auto byte = static_cast<unsigned char>(text[at]);
        word += is_unseen || byte <= ' ' || byte == 0x7F ? '-' : text[at];
        if (is_unseen) at += 2;
    }
    return word;
}

/// `own` and a word of the story, which nobody can take for another of Fabula's.
std::string with_word(std::string_view own, std::string_view text) {
    const std::string word = as_one_word(text);
    if (word.empty()) return std::string(own);
    return fmt::format("{} {}{}", own, is_own(word) ? "story-" : "", word);
}

std::string_view name_of(subjects::Part part) {
    return part_names.at(static_cast<std::size_t>(part));
}

std::string_view name_of(subjects::Truth truth) {
    switch (truth) {
        case subjects::Truth::fact:
            break;
        case subjects::Truth::rumour:
            return "rumour";
        case subjects::Truth::hope:
            return "hope";
        case subjects::Truth::memory:
            return "memory";
        case subjects::Truth::lie:
            return "lie";
        case subjects::Truth::dream:
            return "dream";
    }
    return {};
}

std::string_view name_of(subjects::Mode mode) {
    switch (mode) {
        case subjects::Mode::present:
            break;
        case subjects::Mode::flashback:
            return "flashback";
        case subjects::Mode::dream:
            return "dream";
        case subjects::Mode::vision:
            return "vision";
    }
    return {};
}

struct IdOf {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const subjects::View& view) const { return view.name; }
    std::string operator()(const subjects::Specimen& specimen) const { return fmt::format("theme-{}", specimen.theme); }
    std::string operator()(const subjects::Panel& panel) const { return fmt::format("panel-{}", panel.number); }
    std::string operator()(subjects::Part part) const { return std::string(name_of(part)); }
    std::string operator()(const subjects::Event& event) const { return fmt::format("event-{}", event.id); }
    std::string operator()(const subjects::Container&) const { return {}; }
    std::string operator()(const subjects::Character& character) const { return fmt::format("lane-{}", character.id); }
    std::string operator()(const subjects::Nobody&) const { return "lane-"; }
    std::string operator()(const subjects::Relationship& relationship) const {
        const std::string id = fmt::format("relationship-{}", relationship.number);
        return relationship.phase == 0 ? id : fmt::format("{}-{}", id, relationship.phase);
    }
    std::string operator()(const subjects::Link& link) const { return fmt::format("link-{}", link.number); }
    std::string operator()(const subjects::Meeting& meeting) const { return fmt::format("meeting-{}", meeting.number); }
    std::string operator()(const subjects::Section& section) const { return fmt::format("section-{}", section.id); }
    std::string operator()(const subjects::Place& place) const { return fmt::format("place-{}", place.id); }
    std::string operator()(const subjects::Thread& thread) const { return fmt::format("thread-{}", thread.id); }
    std::string operator()(const subjects::Act& act) const { return fmt::format("act-{}", act.number); }
    std::string operator()(const subjects::Row& row) const { return fmt::format("row-{}", row.number); }
};

struct ClassesOf {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const subjects::View& view) const { return fmt::format("view {}", view.name); }
    std::string operator()(const subjects::Specimen&) const { return "specimen"; }
    std::string operator()(const subjects::Panel&) const { return "panel"; }
    std::string operator()(subjects::Part part) const { return std::string(name_of(part)); }
    std::string operator()(const subjects::Event& event) const {
        std::string classes = "event";
        const auto add = [&](std::string_view name) {
            if (!name.empty()) classes.append(" ").append(name);
        };
        if (event.is_birth) add("birth");
        if (event.is_death) add("death");
        if (event.is_milestone) add("milestone");
        const std::string_view truth = name_of(event.truth);
        const std::string_view mode = name_of(event.mode);
        add(truth);
        if (mode != truth) add(mode);  // a dream that is dreamt
        return classes;
    }
    std::string operator()(const subjects::Container& container) const {
        return with_word("container", container.event);
    }
    std::string operator()(const subjects::Character& character) const { return with_word("lane", character.id); }
    std::string operator()(const subjects::Nobody&) const { return "lane nobody"; }
    std::string operator()(const subjects::Relationship& relationship) const {
        return with_word("relationship", relationship.kind);
    }
    std::string operator()(const subjects::Link& link) const { return with_word("link", link.kind); }
    std::string operator()(const subjects::Meeting&) const { return "meeting"; }
    std::string operator()(const subjects::Section&) const { return "section"; }
    std::string operator()(const subjects::Place&) const { return "place"; }
    std::string operator()(const subjects::Thread&) const { return "thread"; }
    std::string operator()(const subjects::Act&) const { return "act"; }
    std::string operator()(const subjects::Row&) const { return "row"; }
};

/// What ids in a panel of a page begin with.
std::string scope_of(std::size_t panel) {
    return panel == 0 ? std::string() : fmt::format("{}-", IdOf()(subjects::Panel{panel}));
}

}  // namespace

std::string id_of(const Subject& subject) {
    return std::visit(IdOf(), subject);
}

std::string classes_of(const Subject& subject) {
    return std::visit(ClassesOf(), subject);
}

std::string id_of(const Group& group) {
    const std::string id = group.is_addressed ? id_of(group.subject) : std::string();
    return id.empty() ? id : fmt::format("{}{}", scope_of(group.panel), id);
}

std::string link_of(const Group& group) {
    if (group.link.starts_with('#')) return fmt::format("#{}{}", scope_of(group.panel), group.link.substr(1));
    const std::string id = group.link.empty() ? id_of(group.reference) : std::string();
    return id.empty() ? group.link : fmt::format("#{}{}", scope_of(group.panel), id);
}

}  // namespace fabula
