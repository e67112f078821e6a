#include "random_story.hpp"

#include <array>
#include <fmt/format.h>
#include <random>
#include <vector>

namespace fabula::testing {
namespace {

/// Raw numbers of the generator alone: the distributions of the standard library differ between libraries.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(limit)); }
    bool one_in(int n) { return below(n) == 0; }

    template <std::size_t N>
    const char* pick(const std::array<const char*, N>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(N)))];
    }

private:
    std::mt19937_64 engine_;
};

constexpr std::array names{"Ana",  "Bruno",   "Clara de Sousa",  "Dário",        "Elsa",          "Old Henrik Lund",
                           "Inês", "Jonas K", "Miss Klára Grün", "Luís Almeida", "Marta Quental", "Nils"};
constexpr std::array words{"letter",  "harbour", "forgives", "the",        "an",     "incomprehensibility",
                           "of",      "lost",    "winter",   "returns to", "bridge", "quietly",
                           "quarrel", "at"};
constexpr std::array kinds{"friendship", "love", "enmity", "marriage"};
constexpr std::array modes{"flashback", "dream", "vision"};
constexpr std::array truths{"rumour", "hope", "memory", "lie", "dream"};

std::string title(Dice& dice) {
    std::string text;
    for (int n = 2 + dice.below(11); n > 0; --n)
        text += fmt::format("{}{}", text.empty() ? "" : " ", dice.pick(words));
    return text;
}

std::string people(Dice& dice, int characters) {
    std::string list;
    const int first = dice.below(characters);
    for (int n = 0; n <= dice.below(4); ++n)
        list += fmt::format("{}c{}", n > 0 ? ", " : "", (first + n * 3) % characters);
    return list;
}

std::string event(Dice& dice, int number, int day, const StorySize& size) {
    std::string yaml = fmt::format("  - {{id: e{}, title: {}", number, title(dice));
    const int year = 1900 + day / 336;
    yaml += fmt::format(", when: {}-{:02}{}", year, 1 + day % 336 / 28,
                        dice.one_in(6) ? "~" : fmt::format("-{:02}", 1 + day % 28));
    if (!dice.one_in(15)) yaml += fmt::format(", who: [{}]", people(dice, size.characters));
    if (dice.one_in(4)) yaml += fmt::format(", text: {}", title(dice));
    if (dice.one_in(8)) yaml += fmt::format(", truth: {}", dice.pick(truths));
    if (dice.one_in(8)) yaml += fmt::format(", mode: {}", dice.pick(modes));
    if (dice.one_in(5)) yaml += fmt::format(", mentions: [{}]", people(dice, size.characters));
    if (dice.one_in(10)) yaml += fmt::format(", trial: c{}", dice.below(size.characters));
    return yaml + "}\n";
}

}  // namespace

std::string random_story(std::uint64_t seed, const StorySize& size) {
    Dice dice(seed);
    std::string yaml = "title: A made-up story\nauthor: Nobody\nmilestones: {trial: {name: trial}}\ncharacters:\n";
    for (int c = 0; c < size.characters; ++c) {
        const std::string name = fmt::format("{}{}", dice.pick(names), c < 12 ? "" : fmt::format(" {}", c));
        const std::string born = dice.one_in(3) ? fmt::format(", born: {}", 1860 + dice.below(30)) : "";
        yaml += fmt::format("  c{}: {{name: {}{}}}\n", c, name, born);
    }
    yaml += "events:\n";
    int day = 0;
    for (int e = 0; e < size.events; ++e) {
        if (!dice.one_in(3)) day += dice.below(40);
        if (dice.one_in(size.events)) day += 4000;
        yaml += event(dice, e, day, size);
    }
    if (size.relationships > 0) yaml += "relationships:\n";
    for (int r = 0; r < size.relationships; ++r) {
        const int a = dice.below(size.characters);
        const int b = (a + 1 + dice.below(size.characters - 1)) % size.characters;
        const std::string who = r % 2 == 0
                                    ? fmt::format("between: [c{}, c{}], from: e{}", a, b, dice.below(size.events))
                                    : fmt::format("from: c{}, to: c{}, since: e{}", a, b, dice.below(size.events));
        yaml += fmt::format("  - {{{}, kind: {}}}\n", who, dice.pick(kinds));
    }
    yaml += fmt::format("states:\n  - {{who: c0, is: pilot, from: e{}}}\n", dice.below(size.events));
    return yaml;
}

}  // namespace fabula::testing
