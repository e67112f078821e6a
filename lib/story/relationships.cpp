// read_states, read_relationships, read_links: what characters are for a while, what there is between them, and what
// one event has to do with another.

#include <algorithm>
#include <fmt/format.h>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {

void read_states(const yaml::MapReader& root, const StoryReading& reading) {
    for (const yaml::Entry& entry : root.entries("states")) {
        const yaml::MapReader map(*entry.value, story_schema::state, reading.findings);
        reading.note_allowances(map, map.span());
        for (const Reference& who : reading.references(map, "who", IdSort::character)) {
            reading.story.states.push_back({.who = who,
                                            .is = map.text("is"),
                                            .span = map.span(),
                                            .from = reading.phrases(map, "from", who),
                                            .until = reading.phrases(map, "until", who),
                                            .sure = StoryReading::is_sure(map)});
        }
    }
}

namespace {

constexpr std::string_view two_ways =
    "name the characters with ‘between: [x, y]’, or with ‘from: x’ and ‘to: y’ where it has a direction";

/// Reads one relationship. Faults are reported at the relationship, or at the key that is too much.
class RelationshipReader {
public:
    RelationshipReader(const yaml::MapReader& map, const StoryReading& reading) : map_(map), reading_(reading) {}

    void read() {
        Relationship relationship;
        relationship.span = map_.span();
        relationship.directed = map_.find("to") != nullptr;
        relationship.kind = map_.text("kind");
        relationship.text = map_.text("text");
        relationship.strength = map_.number("strength").value_or(Located<double>{1, {}}).value;
        relationship.between = relationship.directed ? from_and_to() : between();
        relationship.phases = phases(relationship.directed);
        if (!joins_two(relationship.between)) return;  // reported
        if (relationship.phases.empty()) relationship.phases.emplace_back();
        relationship.sure = StoryReading::is_sure(map_);
        reading_.story.relationships.push_back(std::move(relationship));
    }

private:
    void fail(const Span& span, std::string message, std::string_view help) const {
        reading_.findings.add("bad-relationship", span, std::move(message), std::string(help));
    }

    static bool joins_two(const std::vector<Reference>& between) {
        return std::ranges::any_of(between, [&](const Reference& who) { return who.index != between.front().index; });
    }

    std::vector<Reference> from_and_to() const {
        std::vector<Reference> result;
        const yaml::Node* from = map_.find("from");
        if (const yaml::Node* extra = map_.find("between")) {
            fail(extra->span, "a relationship has both ‘between’ and ‘to’", two_ways);
        } else if (from == nullptr) {
            fail(map_.find("to")->span, "a relationship has ‘to’ but no ‘from’", two_ways);
        } else if (from->kind != yaml::Node::Kind::scalar) {
            fail(from->span, "a relationship with ‘to’ comes from one character", two_ways);
        } else if (const auto one = reading_.ids.refer(IdSort::character, from->text, from->span)) {
            result.push_back(*one);
        }
        if (const auto other = reading_.reference(map_, "to", IdSort::character)) result.push_back(*other);
        if (result.size() == 2 && result[0].index == result[1].index) {
            fail(result[1].span, "a relationship is between two characters, and this is one", two_ways);
        }
        return result;
    }

    static bool is_one(const std::vector<const yaml::Node*>& ids) {
        return std::all_of(ids.begin(), ids.end(), [&](const yaml::Node* id) { return id->text == ids.front()->text; });
    }

    std::vector<Reference> between() const {
        const yaml::Node* node = map_.find("between");
        std::vector<Reference> result = reading_.references(map_, "between", IdSort::character);
        if (node == nullptr) {
            fail(map_.span(), "a relationship does not say between whom it is", two_ways);
        } else if (is_one(map_.texts("between"))) {
            fail(node->span, "a relationship is between two characters or more, and this is one", two_ways);
        }
        return result;
    }

    std::vector<RelationshipPhase> phases(bool directed) const {
        const yaml::Node* listed_phases = map_.find("phases");
        if (listed_phases == nullptr) return {whole(directed)};
        for (const std::string_view key : {"from", "since", "until"}) {
            const yaml::Node* extra = directed && key == "from" ? nullptr : map_.find(key);
            if (extra != nullptr) {
                fail(extra->span, fmt::format("a relationship has both ‘phases’ and ‘{}’", key),
                     "write the times in the phases alone");
            }
        }
        std::vector<RelationshipPhase> result;
        for (const yaml::Entry& entry : listed_phases->entries) {
            const yaml::MapReader phase(*entry.value, story_schema::phase, reading_.findings);
            result.push_back({reading_.phrases(phase, "from"), reading_.phrases(phase, "until"), phase.text("text")});
        }
        if (result.empty()) fail(listed_phases->span, "a relationship has no phase", "write one, or take ‘phases’ out");
        return result;
    }

    /// A relationship without phases is one phase.
    RelationshipPhase whole(bool directed) const {
        const yaml::Node* from = directed ? nullptr : map_.find("from");
        const yaml::Node* since = map_.find("since");
        if (from != nullptr && since != nullptr) {
            fail(since->span, "a relationship has both ‘from’ and ‘since’", "take one of them out");
        }
        return {reading_.phrases(map_, from != nullptr ? "from" : "since"), reading_.phrases(map_, "until"), {}};
    }

    const yaml::MapReader& map_;
    const StoryReading& reading_;
};

}  // namespace

void read_relationships(const yaml::MapReader& root, const StoryReading& reading) {
    for (const yaml::Entry& entry : root.entries("relationships")) {
        const yaml::MapReader map(*entry.value, story_schema::relationship, reading.findings);
        if (!map.is_map()) continue;
        RelationshipReader(map, reading).read();
        reading.note_allowances(map, map.span());
    }
}

void read_links(const yaml::MapReader& root, const StoryReading& reading) {
    for (const yaml::Entry& entry : root.entries("links")) {
        const yaml::MapReader map(*entry.value, story_schema::link, reading.findings);
        reading.note_allowances(map, map.span());
        const auto from = reading.reference(map, "from", IdSort::event);
        const auto to = reading.reference(map, "to", IdSort::event);
        if (!from || !to) continue;
        reading.story.links.push_back(
            {.span = map.span(), .from = *from, .to = *to, .kind = map.text("kind"), .text = map.text("text")});
    }
}

}  // namespace fabula
