// StoryBuilder: from members of C++ to the keys of a story file.
#include "fabula/builder.hpp"

#include <algorithm>
#include <utility>

namespace fabula {
namespace {

void add_all(DraftValue& map, const DraftValue::Map& more) {
    for (const auto& [key, value] : more)
        map.set(key, value);
}

DraftValue named(std::string name) {
    DraftValue keys;
    keys.set_if_any("name", std::move(name));
    return keys;
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
    DraftValue keys = named(character.name);
    keys.set_if_any("role", character.role);
    keys.set_if_any("group", character.group);
    keys.set_if_any("born", character.born);
    keys.set_if_any("died", character.died);
    keys.set_if_any("text", character.text);
    add_all(keys, character.more);
    add_named("characters", std::move(id), std::move(keys));
    return *this;
}

StoryBuilder& StoryBuilder::group(std::string id, std::string name) {
    add_named("groups", std::move(id), named(std::move(name)));
    return *this;
}

StoryBuilder& StoryBuilder::place(std::string id, const PlaceDraft& place) {
    DraftValue keys = named(place.name);
    keys.set_if_any("in", place.in);
    keys.set_if_any("zone", place.zone);
    keys.set_if_any("text", place.text);
    add_all(keys, place.more);
    add_named("places", std::move(id), std::move(keys));
    return *this;
}

StoryBuilder& StoryBuilder::thing(std::string id, std::string name) {
    add_named("things", std::move(id), named(std::move(name)));
    return *this;
}

StoryBuilder& StoryBuilder::thread(std::string id, std::string name) {
    add_named("threads", std::move(id), named(std::move(name)));
    return *this;
}

StoryBuilder& StoryBuilder::milestone(std::string id, DraftValue::Map keys) {
    add_named("milestones", std::move(id), keys.empty() ? DraftValue() : DraftValue(std::move(keys)));
    return *this;
}

StoryBuilder& StoryBuilder::section(const SectionDraft& section) {
    DraftValue keys;
    keys.set_if_any("id", section.id);
    keys.set_if_any("title", section.title);
    keys.set_if_any("when", section.when);
    keys.set_if_any("text", section.text);
    add_all(keys, section.more);
    sections_.push_back(std::move(keys));
    return *this;
}

StoryBuilder& StoryBuilder::event(std::string_view id, const EventDraft& event) {
    DraftValue keys;
    keys.set_if_any("id", id);
    keys.set_if_any("title", event.title);
    keys.set_if_any("who", event.who);
    keys.set_if_any("when", event.when);
    keys.set_if_any("until", event.until);
    keys.set_if_any("lasts", event.lasts);
    keys.set_if_any("place", event.place);
    keys.set_if_any("birth", event.birth);
    keys.set_if_any("death", event.death);
    keys.set_if_any("mentions", event.mentions);
    keys.set_if_any("thread", event.thread);
    if (event.tension) keys.set("tension", *event.tension);
    keys.set_if_any("text", event.text);
    keys.set_if_any("cite", event.cite);
    add_all(keys, event.more);
    if (sections_.empty()) {
        events_.push_back(std::move(keys));
    } else {
        sections_.back().append("events", std::move(keys));
    }
    return *this;
}

StoryBuilder& StoryBuilder::state(const StateDraft& state) {
    DraftValue keys;
    keys.set_if_any("who", state.who);
    keys.set_if_any("is", state.is);
    keys.set_if_any("from", state.from);
    keys.set_if_any("until", state.until);
    add_all(keys, state.more);
    lists_.append("states", std::move(keys));
    return *this;
}

StoryBuilder& StoryBuilder::relationship(const RelationshipDraft& relationship) {
    DraftValue keys;
    keys.set_if_any("between", relationship.between);
    keys.set_if_any("kind", relationship.kind);
    keys.set_if_any("from", relationship.from);
    keys.set_if_any("until", relationship.until);
    keys.set_if_any("text", relationship.text);
    add_all(keys, relationship.more);
    lists_.append("relationships", std::move(keys));
    return *this;
}

StoryBuilder& StoryBuilder::link(const LinkDraft& link) {
    DraftValue keys;
    keys.set_if_any("from", link.from);
    keys.set_if_any("to", link.to);
    keys.set_if_any("kind", link.kind);
    keys.set_if_any("text", link.text);
    add_all(keys, link.more);
    lists_.append("links", std::move(keys));
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

void StoryBuilder::add_named(std::string_view list, std::string id, DraftValue keys) {
    auto found = std::ranges::find(named_, list, &std::pair<std::string, DraftValue>::first);
    if (found == named_.end()) found = named_.insert(named_.end(), {std::string(list), {}});
    found->second.set(std::move(id), std::move(keys));
}

}  // namespace fabula
