#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/draft.hpp"

/// Stories told in C++:
///
///     StoryBuilder story("The Lamp at Skerry Point");
///     story.character("ada", {.name = "Ada", .born = {"1901"}});
///     story.character("finn", {.name = "Finn"});
///     story.event("wreck", {.title = "She pulls Finn from a wreck", .who = {"ada", "finn"}, .when = {"1920-11-19"}});
///     story.event("wedding", {.title = "They marry", .who = {"ada", "finn"}, .when = {"soon after wreck"}});
///     story.relationship({.between = {"ada", "finn"}, .kind = "love", .from = {"wreck"}});
///     const ReadResult result = resolve(story.draft());
///
/// Ids refer to what is added before or after; times are phrases as in a story file. Nothing is checked before
/// resolve(), which says of code what it says of a file. Texts that are empty and lists that are empty say nothing.
/// `more` takes every key of the story file that has no member here: `.more = {{"donation", "ruth"}, {"number", 2}}`.
namespace fabula {

struct CharacterDraft {
    std::string name{};
    std::string role{};
    std::string group{};
    std::vector<std::string> born{};  ///< phrases, as all times below: all of them hold
    std::vector<std::string> died{};
    std::string text{};
    std::optional<double> weight{};  ///< 0..10
    DraftValue::Map more{};
};

struct PlaceDraft {
    std::string name{};
    std::string in{};    ///< another place's id, or free text
    std::string zone{};  ///< of its clocks: "America/New_York"
    std::string text{};
    DraftValue::Map more{};
};

struct SectionDraft {
    std::string id{};
    std::string title{};
    std::vector<std::string> when{};
    std::string text{};
    DraftValue::Map more{};
};

struct EventDraft {
    std::string title{};
    std::vector<std::string> who{};
    std::vector<std::string> when{};
    std::vector<std::string> until{};
    std::string lasts{};  ///< "3 days"
    std::string place{};
    std::vector<std::string> birth{};     ///< who is born in it
    std::vector<std::string> death{};     ///< who dies in it
    std::vector<std::string> mentions{};  ///< who is spoken of and not there
    std::vector<std::string> thread{};
    std::optional<double> tension{};  ///< 0..10
    std::optional<double> weight{};   ///< 0..10
    std::string text{};
    std::string cite{};
    DraftValue::Map more{};
};

struct StateDraft {
    std::string who{};
    std::string is{};
    std::vector<std::string> from{};
    std::vector<std::string> until{};
    DraftValue::Map more{};
};

struct RelationshipDraft {
    std::vector<std::string> between{};
    std::string kind{};
    std::vector<std::string> from{};
    std::vector<std::string> until{};
    std::string text{};
    DraftValue::Map more{};
};

struct LinkDraft {
    std::string from{};
    std::string to{};
    std::string kind{};
    std::string text{};
    DraftValue::Map more{};
};

/// Puts a draft together, entry by entry. A copy is a draft of its own.
class StoryBuilder {
public:
    explicit StoryBuilder(std::string title);

    /// A key at the top of the story: "author", "language", "told", "time" ...
    StoryBuilder& set(std::string key, DraftValue value);

    StoryBuilder& character(std::string id, const CharacterDraft& character = {});
    StoryBuilder& group(std::string id, std::string name = {});
    StoryBuilder& place(std::string id, const PlaceDraft& place = {});
    StoryBuilder& thing(std::string id, std::string name = {});
    StoryBuilder& thread(std::string id, std::string name = {});
    StoryBuilder& milestone(std::string id, const DraftValue::Map& keys = {});

    /// Events that are added from now on stand in it.
    StoryBuilder& section(const SectionDraft& section);

    /// An event, after those added before. An empty `id`: nothing refers to it.
    StoryBuilder& event(std::string_view id, const EventDraft& event);

    StoryBuilder& state(const StateDraft& state);
    StoryBuilder& relationship(const RelationshipDraft& relationship);
    StoryBuilder& link(const LinkDraft& link);

    /// All that was said so far. Linear.
    [[nodiscard]] StoryDraft draft() const;

private:
    DraftValue root_;
    std::vector<std::pair<std::string, DraftValue>> named_;  ///< the maps from ids: "characters", "places" ...
    std::vector<DraftValue> sections_;
    std::vector<DraftValue> events_;  ///< those before the first section
    DraftValue lists_;                ///< states, relationships, links

    StoryBuilder& add_named(std::string_view list, std::string id, DraftValue keys);
};

}  // namespace fabula
