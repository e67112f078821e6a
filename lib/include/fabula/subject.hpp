#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

/// What the groups of a picture stand for. Views say it as one of these values, and who wants to know asks the value;
/// the ids and classes of the living document are derived from it, in one place.
namespace fabula {

/// Each thing that a group can stand for, with what its id and its classes follow from. Words of the story stand here
/// as the story has them.
namespace subjects {

/// A whole picture.
struct View {
    std::string name;  ///< that of the registry: "lifelines"

    friend bool operator==(const View&, const View&) = default;
};

/// A picture of all that a theme says.
struct Specimen {
    std::string theme;  ///< its name

    friend bool operator==(const Specimen&, const Specimen&) = default;
};

/// A picture among the others of a page.
struct Panel {
    std::size_t number = 1;  ///< from 1 on

    friend bool operator==(const Panel&, const Panel&) = default;
};

/// What a picture is made of besides the things of the story: most hold those of one sort.
enum class Part : std::uint8_t {
    title,
    legend,
    sections,
    axis,
    relationships,
    lanes,
    events,
    ties,     ///< between the marks of one event
    carried,  ///< what events of other pages leave of themselves on this one
    containers,
    lines,
    mentions,
    names,
    interludes,
    arcs,
    nodes,
    curve,
    uncertainty,
    anachronies,
    places,
    threads,
    acts,
    missing_beats,
    notes,
    sources,
    colophon,
    name,           ///< of a character, on its line
    state,          ///< what a character is for a while, on its line
    absence,        ///< that a character is away, on its line
    age,            ///< of a character, on its line
    continued,      ///< the mark of a line that goes on elsewhere
    set_aside,      ///< the mark of what has a statement that contradicts firmer ones
    asked,          ///< where such a statement would have put it
    block,          ///< of a specimen
    printer_marks,  ///< around the page
    assembly        ///< how a sheet joins its neighbours
};

/// How an event stands to what is so in the story's world.
enum class Truth : std::uint8_t { fact, rumour, hope, memory, lie, dream };

/// How an event stands to the present of the story.
enum class Mode : std::uint8_t { present, flashback, dream, vision };

struct Event {
    std::string id;
    bool is_birth = false;
    bool is_death = false;
    bool is_milestone = false;
    Truth truth = Truth::fact;
    Mode mode = Mode::present;

    friend bool operator==(const Event&, const Event&) = default;
};

/// The box of an event that lines run into. It has no id, as that of its event stands elsewhere.
struct Container {
    std::string event;  ///< the id

    friend bool operator==(const Container&, const Container&) = default;
};

/// A character: the line of a life, or the place where one stands.
struct Character {
    std::string id;

    friend bool operator==(const Character&, const Character&) = default;
};

/// The line of the events that no character takes part in.
struct Nobody {
    friend bool operator==(const Nobody&, const Nobody&) = default;
};

struct Relationship {
    std::size_t number = 1;  ///< in the story, from 1 on
    std::size_t phase = 0;   ///< from 1 on; 0: all of it
    std::string kind;        ///< the story's own word, or empty

    friend bool operator==(const Relationship&, const Relationship&) = default;
};

/// An arc between two events.
struct Link {
    std::size_t number = 1;  ///< in the picture, from 1 on
    std::string kind;        ///< the story's own word, or empty

    friend bool operator==(const Link&, const Link&) = default;
};

/// Two characters who take part in the same events.
struct Meeting {
    std::size_t number = 1;  ///< in the picture, from 1 on

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

struct Section {
    std::string id;

    friend bool operator==(const Section&, const Section&) = default;
};

struct Place {
    std::string id;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Thread {
    std::string id;

    friend bool operator==(const Thread&, const Thread&) = default;
};

struct Act {
    std::size_t number = 1;  ///< from 1 on

    friend bool operator==(const Act&, const Act&) = default;
};

/// One of the strips that a long picture is broken into.
struct Row {
    std::size_t number = 1;  ///< from 1 on

    friend bool operator==(const Row&, const Row&) = default;
};

}  // namespace subjects

/// What a group stands for; nothing where it means nothing of its own.
using Subject =
    std::variant<std::monostate, subjects::View, subjects::Specimen, subjects::Panel, subjects::Part, subjects::Event,
                 subjects::Container, subjects::Character, subjects::Nobody, subjects::Relationship, subjects::Link,
                 subjects::Meeting, subjects::Section, subjects::Place, subjects::Thread, subjects::Act, subjects::Row>;

/// The id of the group that shows it: "event-wedding", "lane-kathy". No two subjects of one picture have the same;
/// empty for what has none.
[[nodiscard]] std::string id_of(const Subject& subject);

/// Its classes, with spaces between them: "event death", "lane kathy"; may be empty. A word of the story is one class
/// (white space in it becomes dashes), and never one of Fabula's own: where it would be, "story-" stands before it.
[[nodiscard]] std::string classes_of(const Subject& subject);

}  // namespace fabula
