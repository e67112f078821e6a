// thing-gone: what is lost cannot be used until it is found.
#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string_view>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

// What a fate can begin with, in English; a thing's own `gone` and `back` come in addition.
constexpr std::string_view gone_words[] = {"burned",  "burnt", "destroyed", "disappeared", "dissolved",  "eaten",
                                           "gone",    "lost",  "mislaid",   "missing",     "misplaced",  "shattered",
                                           "smashed", "sunk",  "sunken",    "thrown away", "thrown out", "vanished"};
constexpr std::string_view stolen_words[] = {"robbed", "stolen"};
constexpr std::string_view back_words[] = {
    "back",     "brought back", "found",    "given back", "mended",  "rebuilt",  "recovered", "reappears", "reforged",
    "regained", "remade",       "repaired", "replaced",   "rescued", "restored", "retrieved", "returned",  "salvaged"};
constexpr std::string_view before_them[] = {"gets ", "got ", "is ", "was "};

enum class Fate { here, gone, stolen, back };

/// Whether `fate` is `words` or goes on after them: "lost in the fire"; case does not count.
bool begins_with(std::string_view fate, std::string_view words) {
    const auto lower = [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; };
    if (words.empty() || fate.size() < words.size()) return false;
    if (!std::ranges::equal(fate.substr(0, words.size()), words, {}, lower, lower)) return false;
    return fate.size() == words.size() || !is_letter(fate[words.size()]);
}

template <typename Words>
bool begins_with_any(std::string_view fate, const Words& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return begins_with(fate, word); });
}

Fate fate_of(const ThingUse& use, const Thing& thing) {
    std::string_view fate = use.fate;
    if (begins_with_any(fate, thing.gone)) return Fate::gone;
    if (begins_with_any(fate, thing.back)) return Fate::back;
    for (const std::string_view word : before_them) {
        if (fate.starts_with(word)) fate.remove_prefix(word.size());
    }
    if (begins_with_any(fate, gone_words)) return Fate::gone;
    if (begins_with_any(fate, stolen_words)) return Fate::stolen;
    return begins_with_any(fate, back_words) ? Fate::back : Fate::here;
}

/// What becomes of one thing, in the order of time.
class Fates {
public:
    Fates(const CheckContext& context, Report& report, const Thing& thing, const std::vector<UseOfThing>& uses)
        : context_(context), report_(report), thing_(thing), uses_(uses), had_it_(context.story.characters().size()) {
        for (const UseOfThing& use : uses_) {
            if (fate_of(*use.use, thing_) == Fate::back) returns_.push_back(use.event);
        }
    }

    void check() {
        for (const UseOfThing& use : uses_) {
            const Fate fate = fate_of(*use.use, thing_);
            if (fate == Fate::here && gone_ != nullptr) judge(use);
            if (fate == Fate::back) gone_ = nullptr;
            const bool goes = fate == Fate::gone || fate == Fate::stolen;
            if (goes) {
                gone_ = &use;
                is_stolen_ = fate == Fate::stolen;
            } else {
                note_who_has_it(use);
            }
        }
    }

private:
    void note_who_has_it(const UseOfThing& use) {
        for (const Reference& who : context_.story.events()[use.event].who)
            had_it_[who.index] = true;
    }

    /// After a theft the thief has it, and whoever gets it from there: only that those who had it before have it again
    /// needs an explanation.
    bool can_be_with_a_thief(const UseOfThing& use) const {
        const auto& who = context_.story.events()[use.event].who;
        return is_stolen_ &&
               !(!who.empty() && std::ranges::all_of(who, [this](const Reference& one) { return had_it_[one.index]; }));
    }

    /// How sure it is that it did not come back between `gone` and `use`.
    Sureness still_gone(const UseOfThing& use) const {
        Order& order = context_.order;
        Sureness sureness = order.after(order.start(use.event), order.end(gone_->event));
        constexpr std::size_t most_asked = 16;
        if (returns_.size() > most_asked) sureness = std::min(sureness, Sureness::likely);
        for (std::size_t i = 0; i < std::min(returns_.size(), most_asked) && sureness != Sureness::no; ++i) {
            const Point back = order.start(returns_[i]);
            sureness = std::min(sureness, std::max(order.after(back, order.start(use.event)),
                                                   order.after(order.start(gone_->event), back)));
        }
        return sureness;
    }

    void judge(const UseOfThing& use) {
        if (can_be_with_a_thief(use)) return;
        const Event& event = context_.story.events()[use.event];
        report_.add(still_gone(use),
                    {.span = use.use->thing.span,
                     .message = fmt::format("‘{}’ is there in {} after it was ‘{}’ in {}", thing_.id,
                                            called(event, context_.story), gone_->use->fate,
                                            called(context_.story.events()[gone_->event], context_.story)),
                     .related = {{gone_->use->thing.span, fmt::format("it is ‘{}’ here", gone_->use->fate)}},
                     .about = {thing_.span}});
    }

    const CheckContext& context_;
    Report& report_;
    const Thing& thing_;
    const std::vector<UseOfThing>& uses_;
    std::vector<EventIndex> returns_;
    const UseOfThing* gone_ = nullptr;
    bool is_stolen_ = false;
    std::vector<bool> had_it_;  // by character
};

void find_thing_gone(const CheckContext& context, Report& report) {
    const auto uses = uses_of_things(context);
    for (std::size_t thing = 0; thing < uses.size(); ++thing) {
        if (uses[thing].size() > 1) Fates(context, report, context.story.things()[thing], uses[thing]).check();
    }
}

}  // namespace

CheckedRule thing_gone() {
    return {{.code = "thing-gone",
             .severity = Severity::error,
             .meaning = "a thing is used while it is lost, stolen or destroyed",
             .hint = "say with a fate like ‘found’ where it comes back, or move one of the two",
             .example = R"(title: The tape
characters: {kathy: }
things: {tape: }
events:
  - {id: lost, title: The tape is gone, who: kathy, things: {tape: lost}, when: 1984}
  - {id: dance, title: Kathy dances to it, who: kathy, things: tape, when: 1985}
)"},
            find_thing_gone};
}

}  // namespace fabula::checking
