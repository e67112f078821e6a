// relationship-life: a relationship is between people who live.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

/// One side of one phase of a relationship.
class Side {
public:
    Side(const CheckContext& context, Report& report, std::size_t relationship, std::size_t phase, std::size_t side)
        : context_(context),
          report_(report),
          relationship_(context.story.relationships()[relationship]),
          phase_(relationship_.phases[phase]),
          from_(context.order.from(relationship, phase)),
          until_(context.order.until(relationship, phase)),
          who_(relationship_.between[side].index),
          can_be_absent_(relationship_.directed && side == 1) {}

    void check() const {
        const auto& birth = context_.lives.birth(who_);
        const auto& death = context_.lives.death(who_);
        const bool begins = !phase_.from.empty() && !context_.lives.goes_on(who_, from_.nominal);
        if (birth && begins) {
            add(context_.order.after(birth->when, from_), phase_.from, "begins before {} is born",
                {birth->stated_at, "the birth is here"});
        }
        const Sureness late = death && begins ? context_.order.after(from_, death->when) : Sureness::no;
        if (death) add(late, phase_.from, "begins after the death of {}", {death->stated_at, "the death is here"});
        if (!death || late != Sureness::no || phase_.until.empty()) return;
        if (context_.lives.goes_on(who_, until_.nominal)) return;
        add(context_.order.after(until_, death->when), phase_.until, "goes on after the death of {}",
            {death->stated_at, "the death is here"});
    }

private:
    void add(Sureness sureness, const std::vector<Phrase>& said, std::string_view fault, Related other) const {
        if (sureness == Sureness::no) return;
        const Character& who = context_.story.characters()[who_];
        const std::string kind = relationship_.kind.empty() ? "the relationship" : quoted(relationship_.kind);
        Finding finding{.span = said.front().span,
                        .message = kind + " " + fmt::format(fmt::runtime(fault), quoted(who.id)),
                        .related = {std::move(other)},
                        .about = {who.span, relationship_.span}};
        // One can mourn the dead and wait for the unborn.
        if (sureness == Sureness::certain && can_be_absent_) return report_.add(Severity::warning, std::move(finding));
        report_.add(sureness, std::move(finding));
    }

    const CheckContext& context_;
    Report& report_;
    const Relationship& relationship_;
    const RelationshipPhase& phase_;
    Point from_;
    Point until_;
    CharacterIndex who_;
    bool can_be_absent_;
};

void find_relationship_life(const CheckContext& context, Report& report) {
    for (std::size_t r = 0; r < context.story.relationships().size(); ++r) {
        const Relationship& relationship = context.story.relationships()[r];
        for (std::size_t phase = 0; phase < relationship.phases.size(); ++phase) {
            for (std::size_t side = 0; side < relationship.between.size(); ++side)
                Side(context, report, r, phase, side).check();
        }
    }
}

}  // namespace

CheckedRule relationship_life() {
    return {{.code = "relationship-life",
             .severity = Severity::error,
             .meaning = "a relationship begins before the birth, or goes on after the death, of one side",
             .hint = "change when it begins or ends",
             .example = R"(title: The lamp
characters: {ada: , finn: {died: 1934}}
events: [{id: wreck, title: A ship runs aground, who: [ada, finn], when: 1920-11-19}]
relationships: [{between: [ada, finn], kind: love, from: wreck, until: 1940}]
)"},
            find_relationship_life};
}

}  // namespace fabula::checking
