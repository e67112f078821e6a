// One pass: set_captions.
#include "view/storyline/captions.hpp"

#include <algorithm>

#include "view/drawing/event_labels.hpp"

namespace fabula::storylines {
namespace {

Block name_block(const Character& character, Importance importance, Colour colour, const Typography& type,
                 Measure& measure) {
    const double size = importance == Importance::main ? type.heading : type.text;
    TextLine line = set_name(character, importance, size, measure);
    Block block;
    block.width = line.width;
    block.height = size;
    block.lines.push_back({std::move(line), 0, colour});
    return block;
}

}  // namespace

TextLine set_name(const Character& character, Importance importance, double size, Measure& measure) {
    constexpr double longest = 28;  // of the size
    const TextStyle style{.size = size, .weight = importance == Importance::minor ? Weight::regular : Weight::bold};
    return drawing::cut_line(measure, character.name, style, longest * size);
}

Captions set_captions(const Row& row, const Plan& plan, const Context& context) {
    const EventLabels labels(context.story, context.timetable, context.theme.colours, context.wording,
                             {.notes = false, .dates = false, .weekdays = false});
    Captions captions;
    for (const Meeting& meeting : row.arrangement.meetings) {
        const bool titled = !meeting.goes_on && plan.titled[meeting.event];
        captions.titles.push_back(titled ? labels.set(meeting.event, plan.type, context.measure) : Block{});
    }
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c) {
        captions.names.push_back(context.timetable.lives[c].appears
                                     ? name_block(context.story.characters()[c], plan.importance[c], plan.colours[c],
                                                  plan.type, context.measure)
                                     : Block{});
    }
    for (const Interlude& interlude : row.interludes) {
        const bool titled = plan.titled[interlude.event];
        captions.interludes.push_back(titled ? labels.set(interlude.event, plan.type, context.measure) : Block{});
    }
    return captions;
}

}  // namespace fabula::storylines
