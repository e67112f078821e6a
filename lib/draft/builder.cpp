// StoryBuilder: from members of C++ to the keys of a story file.
#include "fabula/builder.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace fabula {
namespace {

using Keys = std::initializer_list<std::pair<const char*, DraftValue>>;

/// A map of those keys that say anything, and of `more`.
DraftValue map_of(Keys keys, const DraftValue::Map& more = {}) {
    DraftValue map;
    for (const auto& [key, value] : keys)
        map.set_if_any(key, value);
    for (const auto& [key, value] : more)
        map.set(key, value);
    return map;
}

DraftValue number_or_nothing(const std::optional<double>& number) {
    return number ? DraftValue(*number) : DraftValue();
}

}  // namespace

StoryBuilder::StoryBuilder(std::string title) {
    root_.set("title", std::move(title));
}

StoryBuilder& StoryBuilder::set(std::string key, DraftValue value) {
    root_.set(std::move(key), std::move(value));
    return *this;
}

StoryBuilder& StoryBuilder::character(std::string id, const CharacterDraft& character) {
    return add_named("characters", std::move(id),
                     map_of({{"name", character.name},
                             {"role", character.role},
                             {"group", character.group},
                             {"born", character.born},
                             {"died", character.died},
                             {"text", character.text},
                             {"weight", number_or_nothing(character.weight)}},
                            character.more));
}

StoryBuilder& StoryBuilder::group(std::string id, std::string name) {
    return add_named("groups", std::move(id), map_of({{"name", std::move(name)}}));
}

StoryBuilder& StoryBuilder::place(std::string id, const PlaceDraft& place) {
    return add_named(
        "places", std::move(id),
        map_of({{"name", place.name}, {"in", place.in}, {"zone", place.zone}, {"text", place.text}}, place.more));
}

StoryBuilder& StoryBuilder::thing(std::string id, std::string name) {
    return add_named("things", std::move(id), map_of({{"name", std::move(name)}}));
}

StoryBuilder& StoryBuilder::thread(std::string id, std::string name) {
    return add_named("threads", std::move(id), map_of({{"name", std::move(name)}}));
}

StoryBuilder& StoryBuilder::milestone(std::string id, const DraftValue::Map& keys) {
    return add_named("milestones", std::move(id), map_of({}, keys));
}

StoryBuilder& StoryBuilder::section(const SectionDraft& section) {
    sections_.push_back(map_of(
        {{"id", section.id}, {"title", section.title}, {"when", section.when}, {"text", section.text}}, section.more));
    return *this;
}

StoryBuilder& StoryBuilder::event(std::string_view id, const EventDraft& event) {
    DraftValue keys = map_of({{"id", id},
                              {"title", event.title},
                              {"who", event.who},
                              {"when", event.when},
                              {"until", event.until},
                              {"lasts", event.lasts},
                              {"place", event.place},
                              {"birth", event.birth},
                              {"death", event.death},
                              {"mentions", event.mentions},
                              {"thread", event.thread},
                              {"tension", number_or_nothing(event.tension)},
                              {"weight", number_or_nothing(event.weight)},
                              {"text", event.text},
                              {"cite", event.cite}},
                             event.more);
    if (sections_.empty()) {
        events_.push_back(std::move(keys));
    } else {
        sections_.back().append("events", std::move(keys));
    }
    return *this;
}

StoryBuilder& StoryBuilder::state(const StateDraft& state) {
    lists_.append("states", map_of({{"who", state.who}, {"is", state.is}, {"from", state.from}, {"until", state.until}},
                                   state.more));
    return *this;
}

StoryBuilder& StoryBuilder::relationship(const RelationshipDraft& relationship) {
    lists_.append("relationships", map_of({{"between", relationship.between},
                                           {"kind", relationship.kind},
                                           {"from", relationship.from},
                                           {"until", relationship.until},
                                           {"text", relationship.text}},
                                          relationship.more));
    return *this;
}

StoryBuilder& StoryBuilder::link(const LinkDraft& link) {
    lists_.append("links",
                  map_of({{"from", link.from}, {"to", link.to}, {"kind", link.kind}, {"text", link.text}}, link.more));
    return *this;
}

StoryDraft StoryBuilder::draft() const {
    DraftValue root = root_;
    for (const auto& [list, entries] : named_)
        root.set(list, entries);
    root.set_if_any("events", events_);
    root.set_if_any("sections", sections_);
    for (const std::string_view list : {"states", "relationships", "links"}) {
        if (const DraftValue* const entries = lists_.find(list)) root.set(std::string(list), *entries);
    }
    return StoryDraft(root);
}

StoryBuilder& StoryBuilder::add_named(std::string_view list, std::string id, DraftValue keys) {
    auto found = std::ranges::find(named_, list, &std::pair<std::string, DraftValue>::first);
    if (found == named_.end()) found = named_.insert(named_.end(), {std::string(list), {}});
    found->second.set(std::move(id), std::move(keys));
    return *this;
}

}  // namespace fabula
