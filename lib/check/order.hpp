#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "time/model.hpp"
#include "time/network.hpp"
#include "time/words.hpp"

namespace fabula::checking {

/// How sure it is that something is so.
enum class Sureness {
    no,      ///< it is not so, or nothing says that it is
    likely,  ///< the order of a list, or another default, makes it so
    certain  ///< it is so in all that is stated
};

/// A moment of a story: which one, and where it is drawn.
struct Point {
    timing::Variable moment = 0;
    double nominal = 0;
};

/// Answers which moment comes first, and how sure that is. What can be seen from the nominal times costs nothing; the
/// rest asks the network of all that is stated, and that with the defaults, which are made when they are first needed.
/// Searches are bounded: beyond `most_bounds_searched` bounds looked at, the nominal times are taken for likely.
/// Not thread-safe.
class Order {
public:
    Order(const Story& story, const Timetable& timetable);

    [[nodiscard]] Point start(EventIndex event) const;
    [[nodiscard]] Point end(EventIndex event) const;
    [[nodiscard]] Point birth(CharacterIndex character) const;
    [[nodiscard]] Point death(CharacterIndex character) const;
    /// The ends of an absence of a character.
    [[nodiscard]] Point goes(CharacterIndex character, std::size_t absence) const;
    [[nodiscard]] Point comes_back(CharacterIndex character, std::size_t absence) const;
    [[nodiscard]] Point from(std::size_t state) const;
    [[nodiscard]] Point until(std::size_t state) const;
    [[nodiscard]] Point from(std::size_t relationship, std::size_t phase) const;
    [[nodiscard]] Point until(std::size_t relationship, std::size_t phase) const;

    /// Whether `later` comes after `earlier`. It is likely where a list has it there or at the same time, and nothing
    /// states that it is not after.
    [[nodiscard]] Sureness after(const Point& later, const Point& earlier);

    /// Whether two events happen at the same time: they begin together, or overlap, not just where one ends and the
    /// other begins.
    [[nodiscard]] Sureness at_once(EventIndex first, EventIndex second);

    /// Whether the end of one event and the start of the other are less than `length` apart, whichever is first.
    [[nodiscard]] Sureness closer_than(timing::Ticks length, EventIndex first, EventIndex second);

    /// Whether an event is sure to take no more than a day (a unit of a clock that counts no time).
    [[nodiscard]] bool is_short(EventIndex event);

    /// A length in words: "3 days".
    [[nodiscard]] std::string length(timing::Ticks ticks) const { return timing::length_text(ticks, model_, story_); }

    /// A duration at its shortest; nothing where the axis cannot count it.
    [[nodiscard]] std::optional<timing::Ticks> least_ticks(const Duration& duration) const;

private:
    enum class With { statements, defaults };

    [[nodiscard]] std::optional<timing::Difference> between(With with, timing::Variable from, timing::Variable to);
    [[nodiscard]] timing::TemporalNetwork network_of(With with) const;
    [[nodiscard]] bool overlap(With with, EventIndex first, EventIndex second);
    [[nodiscard]] bool closer_than(With with, timing::Ticks length, EventIndex first, EventIndex second);

    const Story& story_;
    const Timetable& timetable_;
    std::shared_ptr<const timing::Model> shared_model_;
    const timing::Model& model_;
    std::optional<timing::Differences> stated_;
    std::optional<timing::Differences> taken_;
    std::size_t bounds_searched_ = 0;
};

}  // namespace fabula::checking
