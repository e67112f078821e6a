// never-appears: a character that nothing happens to.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "time/each_phrase.hpp"

namespace fabula::checking {

namespace {

using Marks = std::vector<bool>;  // by character

void mark(Marks& marks, const std::vector<Reference>& characters) {
    for (const Reference& character : characters)
        marks[character.index] = true;
}

/// Who is in an event, or spoken of in one.
Marks in_events(const Story& story) {
    Marks marks(story.characters().size());
    for (const Event& event : story.events()) {
        mark(marks, event.who);
        mark(marks, event.mentions);
        for (const Knowledge& learned : event.knows) {
            if (learned.who) marks[learned.who->index] = true;
        }
    }
    return marks;
}

/// Who is at least needed to say something of others: a father, someone by whose age time is counted.
Marks in_other_entries(const Story& story) {
    Marks marks(story.characters().size());
    for (const State& state : story.states())
        marks[state.who.index] = true;
    for (const Relationship& relationship : story.relationships())
        mark(marks, relationship.between);
    const auto note = [&marks](const Anchor& anchor) {
        if (anchor.kind == Anchor::Kind::birth) marks[anchor.to.index] = true;
    };
    timing::for_each_phrase(story, [&](const Phrase& phrase) {
        if (const auto* age = std::get_if<AgePhrase>(&phrase.value)) marks[age->of.index] = true;
        if (const auto* same = std::get_if<SameAgePhrase>(&phrase.value)) marks[same->as.index] = true;
        if (const auto* relative = std::get_if<RelativePhrase>(&phrase.value)) note(relative->anchor);
        if (const auto* between = std::get_if<BetweenPhrase>(&phrase.value)) {
            note(between->first);
            note(between->second);
        }
    });
    return marks;
}

void find_never_appears(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    const Marks appears = in_events(story);
    const Marks is_named = in_other_entries(story);
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        if (appears[c] || context.left_out.may_name(story.characters()[c].id)) continue;
        const Character& character = story.characters()[c];
        report.add(is_named[c] ? Severity::note : Severity::warning,
                   {.span = character.span,
                    .message = fmt::format("‘{}’ takes part in no event, and none mentions them", character.id)});
    }
}

}  // namespace

CheckedRule never_appears() {
    return {{.code = "never-appears",
             .severity = Severity::warning,
             .meaning = "a character takes part in no event and is mentioned in none",
             .hint = "add them to ‘who’ or ‘mentions’ of an event, or take them out",
             .example = R"(title: The wreck
characters: {ada: , finn: }
events: [{title: Ada looks out on the sea, who: ada}]
)"},
            find_never_appears};
}

}  // namespace fabula::checking
