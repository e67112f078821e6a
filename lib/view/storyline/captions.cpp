// One pass: set_captions, and which lines matter.
#include "view/storyline/captions.hpp"

#include <algorithm>

#include "view/drawing/event_labels.hpp"

namespace fabula::storylines {
namespace {

Block set_name(const Character& character, Importance importance, Colour colour, const Typography& type,
               Measure& measure) {
    const bool main = importance == Importance::main;
    const TextStyle style{.size = main ? type.heading : type.text,
                          .weight = importance == Importance::minor ? Weight::regular : Weight::bold};
    TextLine line = measure.line(character.name, style);
    Block block;
    block.width = line.width;
    block.height = style.size;
    block.lines.push_back({std::move(line), 0, colour});
    return block;
}

}  // namespace

std::vector<Importance> importance_of_lines(const Story& story) {
    std::vector<std::size_t> parts(story.characters.size(), 0);
    for (const Event& event : story.events) {
        for (const Reference& who : event.who)
            ++parts[who.index];
    }
    const std::size_t most = parts.empty() ? 0 : std::ranges::max(parts);
    std::vector<Importance> importance;
    for (const std::size_t count : parts) {
        importance.push_back(3 * count >= most   ? Importance::main
                             : 9 * count >= most ? Importance::supporting
                                                 : Importance::minor);
    }
    return importance;
}

Captions set_captions(const Row& row, const std::vector<Importance>& importance, const std::vector<Colour>& colours,
                      const Typography& type, const Context& context) {
    const EventLabels labels(context.story, context.timetable, context.theme, context.wording,
                             {.notes = false, .dates = false});
    Captions captions;
    for (const Stay& stay : row.arrangement.stays)
        captions.titles.push_back(stay.goes_on ? Block{} : labels.set(stay.event, type, context.measure));
    for (CharacterIndex c = 0; c < context.story.characters.size(); ++c) {
        captions.names.push_back(
            context.timetable.lives[c].appears
                ? set_name(context.story.characters[c], importance[c], colours[c], type, context.measure)
                : Block{});
    }
    for (const Interlude& interlude : row.interludes) {
        captions.interludes.push_back(labels.set(interlude.event, type, context.measure));
        captions.interludes.back().width += interlude_indent;
    }
    return captions;
}

}  // namespace fabula::storylines
