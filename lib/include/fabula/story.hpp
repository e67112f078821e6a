#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/calendar.hpp"
#include "fabula/diagnostic.hpp"
#include "fabula/draft.hpp"
#include "fabula/phrase.hpp"
#include "fabula/source.hpp"

/// What a story file says, validated; every value knows its place. Knows nothing of when things happened in
/// numbers (timetable.hpp), nor of fonts, pages or geometry.
namespace fabula {

using CharacterIndex = std::size_t;
using EventIndex = std::size_t;
using SectionIndex = std::size_t;

// ---- who, where, what -----------------------------------------------------------------------------------------

/// A while in which a character is away from the story's world, frozen or on the way through time.
struct Absence {
    Span span;
    std::vector<Phrase> from;                ///< none: since birth
    std::vector<Phrase> until;               ///< none: until death
    std::optional<Located<Duration>> lives;  ///< how much older it gets meanwhile; none: as much as the calendar
    std::string text;

    friend bool operator==(const Absence&, const Absence&) = default;
};

/// A stretch of story time that a character lives through in one go.
struct LivedStretch {
    Span span;
    std::vector<Phrase> from;   ///< none: since birth
    std::vector<Phrase> until;  ///< none: until death

    friend bool operator==(const LivedStretch&, const LivedStretch&) = default;
};

struct Character {
    std::string id;
    Span span;         ///< of the id
    std::string name;  ///< the id where the file gives none
    std::string role;
    std::optional<Reference> group;
    std::vector<Phrase> born;  ///< all hold
    std::vector<Phrase> died;  ///< as stated with the character; a death event says it too
    std::vector<Absence> absent;
    std::vector<LivedStretch> clock;  ///< in the order in which this character lives them; none: that of time
    std::string text;
    std::optional<Located<double>> weight;  ///< 0..10: how much the author has the character matter
    bool sure = false;                      ///< what it says of time gives way to nothing that is not sure

    friend bool operator==(const Character&, const Character&) = default;
};

struct CharacterGroup {
    std::string id;
    Span span;
    std::string name;

    friend bool operator==(const CharacterGroup&, const CharacterGroup&) = default;
};

/// How long the way to another place takes at least.
struct Travel {
    Reference to;
    Located<Duration> takes;

    friend bool operator==(const Travel&, const Travel&) = default;
};

struct Place {
    std::string id;
    Span span;
    std::string name;
    std::string in;                     ///< free text, or another place's id
    std::optional<std::size_t> within;  ///< the place that `in` is the id of
    std::vector<Travel> travel;         ///< as stated here; it holds both ways
    std::optional<Located<std::string>>
        zone;  ///< of its clocks, an IANA name: "America/New_York"; none: that of `within`, of the story, or UTC
    std::string text;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Thing {
    std::string id;
    Span span;
    std::string name;
    std::vector<std::string> gone;  ///< fates after which it cannot be used, besides the usual words for it
    std::vector<std::string> back;  ///< fates after which it can be used again
    std::string text;

    friend bool operator==(const Thing&, const Thing&) = default;
};

/// A kind of event that comes in a numbered series, one series a character.
struct MilestoneKind {
    std::string id;  ///< also the event key that uses it: `donation: ruth`
    Span span;
    std::string name;
    std::optional<Located<int>> last;  ///< the highest number there can be
    std::string mark;                  ///< a mark's name in the theme; empty: the theme's default

    friend bool operator==(const MilestoneKind&, const MilestoneKind&) = default;
};

// ---- what happened --------------------------------------------------------------------------------------------

/// A thing taking part in an event; `fate` is what became of it there ("lost", "found"), empty where just present.
struct ThingUse {
    Reference thing;
    std::string fate;

    friend bool operator==(const ThingUse&, const ThingUse&) = default;
};

struct Milestone {
    Reference kind;                      ///< into Story::milestones
    Reference of;                        ///< the character
    std::optional<Located<int>> number;  ///< as stated; the reader fills in the next of the series where none is

    friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// How an event stands to what is so in the story's world.
enum class Truth { fact, rumour, hope, memory, lie, dream };

/// How a scene stands to the present of the story.
enum class Mode { present, flashback, dream, vision };

/// In dreams and visions nobody really is there, dies or is born.
[[nodiscard]] constexpr bool is_real(Mode mode) noexcept {
    return mode == Mode::present || mode == Mode::flashback;
}

/// Who learns of which event.
struct Knowledge {
    std::optional<Reference> who;  ///< none: all who take part
    Reference event;

    friend bool operator==(const Knowledge&, const Knowledge&) = default;
};

struct Event {
    std::string id;     ///< made up by the reader ("event-7") where the file gives none
    Span span;          ///< of the id, or of the event where it has none
    std::string title;  ///< may be empty for a milestone or a death
    std::optional<SectionIndex> section;
    std::vector<Reference> who;       ///< stated and implied (birth, death, milestone), each once, in the order stated
    std::vector<Reference> mentions;  ///< characters spoken of who are not there
    std::vector<ThingUse> things;
    std::optional<Reference> place;
    std::vector<Phrase> when;  ///< all hold
    std::optional<Located<Duration>> lasts;
    std::vector<Phrase> until;  ///< all hold of the end
    std::string text;
    std::string cite;
    std::string url;
    std::string outcome;
    std::optional<Located<double>> tension;  ///< 0..10
    std::optional<Located<double>> weight;   ///< 0..10: how much the author has the event matter
    std::vector<Reference> threads;          ///< the threads that it belongs to
    Truth truth = Truth::fact;
    Mode mode = Mode::present;
    std::optional<Reference> frame;  ///< the event in which this flashback, dream or vision is told or had
    std::vector<Reference> reveals;  ///< events
    std::vector<Knowledge> knows;    ///< what is learned in it, and by whom
    std::vector<Reference> acts_on;  ///< events that those who take part know of by now
    std::optional<Milestone> milestone;
    std::vector<Reference> births;             ///< who is born in it
    std::vector<Reference> deaths;             ///< who dies in it
    std::optional<Located<std::string>> told;  ///< place in the telling as written: `told: 3.12` is chapter 3, scene 12
    bool sure = false;                         ///< what it says of time gives way to nothing that is not sure

    friend bool operator==(const Event&, const Event&) = default;
};

struct Section {
    std::string id;
    Span span;
    std::string title;  ///< the id where the file gives none
    std::vector<Phrase> when;
    std::vector<EventIndex> events;  ///< in the order of the file
    std::string text;
    bool sure = false;  ///< what it says of time gives way to nothing that is not sure

    friend bool operator==(const Section&, const Section&) = default;
};

/// What a character is for a while.
struct State {
    Reference who;
    std::string is;
    Span span;
    std::vector<Phrase> from;   ///< none: from birth or first appearance
    std::vector<Phrase> until;  ///< none: until the next state of the same character, or the end
    bool sure = false;          ///< what it says of time gives way to nothing that is not sure

    friend bool operator==(const State&, const State&) = default;
};

struct RelationshipPhase {
    std::vector<Phrase> from;
    std::vector<Phrase> until;
    std::string text;

    friend bool operator==(const RelationshipPhase&, const RelationshipPhase&) = default;
};

struct Relationship {
    Span span;
    std::vector<Reference> between;  ///< two or more characters; directed: exactly from, to
    bool directed = false;
    std::string kind;
    std::string text;
    double strength = 1;                    ///< 0..10
    std::vector<RelationshipPhase> phases;  ///< at least one
    bool sure = false;                      ///< what it says of time gives way to nothing that is not sure

    friend bool operator==(const Relationship&, const Relationship&) = default;
};

/// An arc between two events.
struct Link {
    Span span;
    Reference from;
    Reference to;
    std::string kind;
    std::string text;

    friend bool operator==(const Link&, const Link&) = default;
};

// ---- how it is told and shown --------------------------------------------------------------------------------

/// A thread of the story, as a subplot, that some events belong to.
struct Thread {
    std::string id;
    Span span;
    std::string name;
    std::string text;

    friend bool operator==(const Thread&, const Thread&) = default;
};

/// An event as a turning point of the plot.
struct Beat {
    Span span;
    std::string name;  ///< "midpoint": one of the story's structure, or its own
    Reference event;
    std::string act;  ///< the act that begins with it; empty: none, or as the structure says
    std::string text;

    friend bool operator==(const Beat&, const Beat&) = default;
};

/// A setting of a view as a page states it.
struct PanelSetting {
    Located<std::string> key;
    std::string value;

    friend bool operator==(const PanelSetting&, const PanelSetting&) = default;
};

/// A part of a page: a view, a text, or further parts.
struct PagePanel {
    enum class Arrangement { rows, columns };
    Span span;
    double share = 1;  ///< of the room, by those of its neighbours
    std::string title;
    std::optional<Located<std::string>> view;
    std::string text;
    std::vector<PanelSetting> settings;
    Arrangement arrangement = Arrangement::rows;
    std::vector<PagePanel> inner;

    friend bool operator==(const PagePanel&, const PagePanel&) = default;
};

/// The `page:` block: views on one sheet, as it is stated.
struct PageLayout {
    std::optional<Located<std::string>> paper;  ///< the size of the sheet
    PagePanel all;
    std::vector<std::string> notes;
    std::vector<std::string> sources;
    std::string colophon;

    friend bool operator==(const PageLayout&, const PageLayout&) = default;
};

/// One entry of `words:`; see Story::word.
struct Word {
    std::string key;
    std::string value;

    friend bool operator==(const Word&, const Word&) = default;
};

/// What a file says that is an error and was left out of the story, such as a misspelt id or an unknown key.
struct Unread {
    Span span;          ///< of an unknown key, its value too
    Span entry;         ///< all of the event, character or other entry that it is part of; of the story itself: line 0
    std::string key;    ///< whose value it is, or would be if the key were spelt right; empty where nobody can tell
    std::string meant;  ///< an id, word or key that it is likely to stand for; empty where nothing is near

    friend bool operator==(const Unread&, const Unread&) = default;
};

/// That a rule of the checker is silent here.
struct Allowance {
    Located<std::string> code;
    Span within;  ///< all of the entry that says so; of the story itself: line 0

    friend bool operator==(const Allowance&, const Allowance&) = default;
};

/// The `time:` block.
struct TimeSettings {
    std::string clock;         ///< the name of the story's own unit ("minute"); empty: calendar and ages
    double tolerance = 0.25;   ///< of `about`, as a share of the value
    std::size_t calendar = 0;  ///< of Story::calendars: that of dates that name none, and of what is shown
    bool old_style = false;    ///< bare dates are Julian, in years that begin on 25 March
    bool southern = false;     ///< its seasons are those of the southern half of the earth
    std::string zone;          ///< of clocks at no place with a zone, an IANA name; empty: UTC
    Span span;

    friend bool operator==(const TimeSettings&, const TimeSettings&) = default;
};

/// What a story says. Only resolve() and the readers make a Story of it, since only they know that every reference
/// leads somewhere.
struct StoryContent {
    int format = 1;
    std::string title;
    std::string subtitle;
    std::string author;
    std::string published;
    std::string language = "en";  ///< BCP 47
    std::vector<Word> words;
    TimeSettings time;
    std::vector<Calendar> calendars = built_in_calendars();  ///< those of the world, then the story's own
    std::vector<Character> characters;                       ///< this and the lists below: in the order of the file
    std::vector<CharacterGroup> groups;
    std::vector<Place> places;
    std::vector<Thing> things;
    std::vector<MilestoneKind> milestones;
    std::vector<Section> sections;  ///< empty where events stand at the top
    std::vector<Event> events;      ///< of all sections
    std::vector<State> states;
    std::vector<Relationship> relationships;
    std::vector<Link> links;
    std::vector<Thread> threads;
    std::optional<Located<std::string>> structure;  ///< the name of a PlotStructure (structure.hpp)
    std::vector<Beat> beats;
    std::optional<PageLayout> page;
    std::vector<Allowance> allowances;  ///< in the order of the file
    std::vector<Unread> unread;         ///< likewise
    std::vector<EventIndex> told;       ///< the syuzhet: the events told, in the order told; never empty
    Sources sources;                    ///< the text the spans point into
};

/// A story that holds together: every index leads to what it names, and nothing can change it. Copies share what they
/// say, so they are cheap, and may be read from several threads.
class Story {
public:
    /// The empty story: no events, nothing told.
    Story();

    [[nodiscard]] int format() const noexcept { return content_->format; }  ///< Of the story file.
    [[nodiscard]] const std::string& title() const noexcept { return content_->title; }
    [[nodiscard]] const std::string& subtitle() const noexcept { return content_->subtitle; }
    [[nodiscard]] const std::string& author() const noexcept { return content_->author; }
    [[nodiscard]] const std::string& published() const noexcept { return content_->published; }
    [[nodiscard]] const std::string& language() const noexcept { return content_->language; }  ///< BCP 47.
    [[nodiscard]] const std::vector<Word>& words() const noexcept { return content_->words; }
    [[nodiscard]] const TimeSettings& time() const noexcept { return content_->time; }
    [[nodiscard]] const std::vector<Calendar>& calendars() const noexcept {
        return content_->calendars;
    }  ///< those of the world, then the story's own
    [[nodiscard]] const std::vector<Character>& characters() const noexcept {
        return content_->characters;
    }  ///< This and the lists below are in the order of the file.
    [[nodiscard]] const std::vector<CharacterGroup>& groups() const noexcept { return content_->groups; }
    [[nodiscard]] const std::vector<Place>& places() const noexcept { return content_->places; }
    [[nodiscard]] const std::vector<Thing>& things() const noexcept { return content_->things; }
    [[nodiscard]] const std::vector<MilestoneKind>& milestones() const noexcept { return content_->milestones; }
    [[nodiscard]] const std::vector<Section>& sections() const noexcept {
        return content_->sections;
    }  ///< Empty where events stand at the top.
    [[nodiscard]] const std::vector<Event>& events() const noexcept { return content_->events; }  ///< Of all sections.
    [[nodiscard]] const std::vector<State>& states() const noexcept { return content_->states; }
    [[nodiscard]] const std::vector<Relationship>& relationships() const noexcept { return content_->relationships; }
    [[nodiscard]] const std::vector<Link>& links() const noexcept { return content_->links; }
    [[nodiscard]] const std::vector<Thread>& threads() const noexcept { return content_->threads; }
    [[nodiscard]] const std::optional<Located<std::string>>& structure() const noexcept {
        return content_->structure;
    }  ///< The name of a PlotStructure (structure.hpp).
    [[nodiscard]] const std::vector<Beat>& beats() const noexcept { return content_->beats; }
    [[nodiscard]] const std::optional<PageLayout>& page() const noexcept { return content_->page; }
    [[nodiscard]] const std::vector<Allowance>& allowances() const noexcept { return content_->allowances; }
    /// What had to be left out. Whoever asks what a story does not say has to take it into account.
    [[nodiscard]] const std::vector<Unread>& unread() const noexcept { return content_->unread; }
    [[nodiscard]] const std::vector<EventIndex>& told() const noexcept {
        return content_->told;
    }  ///< The syuzhet: the events told, in the order told; never empty but in an empty story.
    [[nodiscard]] const Sources& sources() const noexcept {
        return content_->sources;
    }  ///< The text that the spans point into.

    /// The story's own word for `key` ("death"), or `otherwise` where it has none.
    [[nodiscard]] std::string_view word(std::string_view key, std::string_view otherwise) const;

private:
    friend Story story_of(StoryContent content);  // story/parts.hpp

    explicit Story(StoryContent content);

    std::shared_ptr<const StoryContent> content_;
};

/// A story as far as it could be read, and what is wrong with it. `story` is only to be used where there are no errors;
/// `story.sources` always holds the text, so that the diagnostics can be shown.
struct ReadResult {
    Story story;
    Diagnostics diagnostics;
};

/// Checks a draft and makes a story of it: every id, phrase and number is looked at, and all faults are found in one
/// run, whoever made the draft. Never throws for bad input. Thread-safe. Linear.
[[nodiscard]] ReadResult resolve(const StoryDraft& draft, std::size_t most_diagnostics = 200);

/// Reads a story from YAML text (UTF-8, a byte-order mark is passed over). `name` stands for the file in diagnostics.
/// Never throws for bad input: every fault is a diagnostic. Thread-safe. Linear in the size of the text.
[[nodiscard]] ReadResult read_story(std::string_view yaml, std::string name = "<text>", const ReadLimits& limits = {});

/// As read_story, from a file; "-" is standard input.
[[nodiscard]] ReadResult read_story_file(const std::string& path, const ReadLimits& limits = {});

/// The story as indented text, one fact a line: for tests, debugging and `fabula dump --stage story`.
[[nodiscard]] std::string dump(const Story& story);

}  // namespace fabula
