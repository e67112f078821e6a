// Relationships: a line in the kind's pattern between two who run next to each other while it lasts.
#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/storyline/bonds.hpp"
#include "view/storyline/curves.hpp"
#include "view/storyline/draw.hpp"

namespace fabula::storylines {

void draw_relationships(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    for (const Bond& bond : bonds_of(row, plan, context)) {
        const Relationship& relationship = context.story.relationships()[bond.relationship];
        std::string title = relationship.kind;
        for (const Reference& who : relationship.between)
            title += (title.empty() ? "" : " ") + context.story.characters()[who.index].name;
        Group& group = add_group(parent, subjects::Relationship{bond.relationship + 1, 0, relationship.kind},
                                 std::move(title), relationship.text);
        group.is_addressed = false;  // it may have several stretches
        const KindStyle style = context.kinds.relationship(relationship.kind);
        const double width = style.width > 0 ? style.width : context.theme.strokes.relationship;
        const StepCurve curve(row.placement.columns, bond.first, bond.heights, origin);
        const auto& columns = row.placement.columns;
        draw_curve(group, curve.part(columns[bond.first].from, columns[bond.last].until),
                   {style.pattern, width * 0.8, style.colour.value_or(context.theme.colours.relationship)},
                   context.theme);
    }
}

}  // namespace fabula::storylines
