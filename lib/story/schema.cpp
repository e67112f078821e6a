#include "story/schema.hpp"

namespace fabula::story_schema {
namespace {

using yaml::Field;
using yaml::Kind;

constexpr std::string_view truths[] = {"fact", "rumour", "hope", "memory", "lie", "dream"};

/// So far milestones are counted: there is room to count on from there.
constexpr double most_counted = 1e9;

constexpr std::string_view modes[] = {"present", "flashback", "dream", "vision"};

constexpr Field allow{
    .key = "allow", .kind = Kind::texts, .meaning = "codes of rules of the checker that are silent here"};

constexpr Field time_fields[] = {
    {.key = "clock", .meaning = "the unit of the story's own clock, as ‘minute’, ‘scene’ or ‘page’"},
    {.key = "tolerance",
     .kind = Kind::number,
     .meaning = "how far ‘about’ reaches, as a share of the value",
     .least = 0,
     .most = 1},
};

constexpr Field character_fields[] = {
    {.key = "name", .meaning = "as it is written in the picture; the id where there is none"},
    {.key = "role", .meaning = "what the character is in the story, as ‘narrator’"},
    {.key = "group", .meaning = "the id of a group"},
    {.key = "born", .kind = Kind::texts, .meaning = "phrases: when the character was born"},
    {.key = "died", .kind = Kind::texts, .meaning = "phrases: when the character died"},
    {.key = "absent",
     .kind = Kind::list,
     .meaning = "whiles in which the character is away or frozen",
     .entries = &absence},
    {.key = "clock",
     .kind = Kind::list,
     .meaning = "the stretches of time in the order in which the character lives them",
     .entries = &lived_stretch},
    {.key = "text", .meaning = "a note"},
    allow,
};

constexpr Field absence_fields[] = {
    {.key = "from", .kind = Kind::texts, .meaning = "phrases: since when; birth where not said"},
    {.key = "until", .kind = Kind::texts, .meaning = "phrases: until when; death where not said"},
    {.key = "lives",
     .meaning = "how much older one gets meanwhile, as ‘0 days’; as much as the calendar where not said"},
    {.key = "text", .meaning = "a note"},
};

constexpr Field lived_stretch_fields[] = {
    {.key = "from", .kind = Kind::texts, .meaning = "phrases: since when; birth where not said"},
    {.key = "until", .kind = Kind::texts, .meaning = "phrases: until when; death where not said"},
};

constexpr Field group_fields[] = {
    {.key = "name", .meaning = "the id where there is none"},
    allow,
};

constexpr Field place_fields[] = {
    {.key = "name", .meaning = "the id where there is none"},
    {.key = "in", .meaning = "what the place is a part of: the id of a place, or any text"},
    {.key = "travel",
     .kind = Kind::named,
     .meaning = "how long the way to other places takes at least, as ‘norfolk: 4 hours’"},
    {.key = "text", .meaning = "a note"},
    allow,
};

constexpr Field thing_fields[] = {
    {.key = "name", .meaning = "the id where there is none"},
    {.key = "gone",
     .kind = Kind::texts,
     .meaning = "words for what became of it after which it cannot be used, besides ‘lost’"},
    {.key = "back",
     .kind = Kind::texts,
     .meaning = "words for what became of it after which it can be used again, besides ‘found’"},
    {.key = "text", .meaning = "a note"},
    allow,
};

constexpr Field milestone_fields[] = {
    {.key = "name", .meaning = "the id where there is none"},
    {.key = "last",
     .kind = Kind::whole_number,
     .meaning = "the highest number there can be",
     .least = 1,
     .most = most_counted},
    {.key = "mark", .meaning = "the name of a mark of the theme"},
    allow,
};

constexpr Field event_fields[] = {
    {.key = "id", .meaning = "the name by which phrases and lists call the event"},
    {.key = "title", .meaning = "what happens, in a few words"},
    {.key = "who", .kind = Kind::texts, .meaning = "the ids of the characters who take part"},
    {.key = "mentions", .kind = Kind::texts, .meaning = "the ids of characters who are spoken of and not there"},
    {.key = "things",
     .kind = Kind::texts_or_map,
     .meaning = "the ids of things, or a map from ids to what becomes of them"},
    {.key = "place", .meaning = "the id of a place"},
    {.key = "when", .kind = Kind::texts, .meaning = "phrases: when it begins; all hold"},
    {.key = "lasts", .meaning = "how long it takes, as ‘3 days’"},
    {.key = "until", .kind = Kind::texts, .meaning = "phrases: when it ends; all hold"},
    {.key = "text", .meaning = "a note"},
    {.key = "cite", .meaning = "where it is told, as ‘chapter 6’"},
    {.key = "url", .meaning = "a link"},
    {.key = "outcome", .meaning = "how it ends"},
    {.key = "tension", .kind = Kind::number, .meaning = "from 0 to 10, for the plot view", .least = 0, .most = 10},
    {.key = "truth",
     .kind = Kind::word,
     .meaning = "how it stands to what is so; ‘fact’ where not said",
     .words = truths},
    {.key = "mode",
     .kind = Kind::word,
     .meaning = "how the scene stands to the present of the story; ‘present’ where not said",
     .words = modes},
    {.key = "frame", .meaning = "the id of the event in which a flashback, dream or vision is told or had"},
    {.key = "reveals", .kind = Kind::texts, .meaning = "the ids of events whose truth comes out"},
    {.key = "knows",
     .kind = Kind::texts_or_lists,
     .meaning = "the ids of events that those who take part learn of, or a map from characters to them"},
    {.key = "acts-on", .kind = Kind::texts, .meaning = "the ids of events that those who take part know of by now"},
    {.key = "birth", .kind = Kind::texts, .meaning = "the ids of the characters who are born in it"},
    {.key = "death", .kind = Kind::texts, .meaning = "the ids of the characters who die in it"},
    {.key = "number",
     .kind = Kind::whole_number,
     .meaning = "of a milestone; the next of the series where there is none",
     .least = 1,
     .most = most_counted},
    {.key = "told", .kind = Kind::number, .meaning = "its place in the telling"},
    allow,
};

constexpr Field section_fields[] = {
    {.key = "id", .meaning = "the name by which phrases call the section"},
    {.key = "title", .meaning = "its heading; the id where there is none"},
    {.key = "when", .kind = Kind::texts, .meaning = "phrases: when it happens; all hold"},
    {.key = "text", .meaning = "a note"},
    {.key = "events", .kind = Kind::list, .meaning = "what happens in it", .entries = &event},
    allow,
};

constexpr Field state_fields[] = {
    {.key = "who", .kind = Kind::texts, .meaning = "the ids of characters", .required = true},
    {.key = "is", .meaning = "what they are for a while, as ‘student’", .required = true},
    {.key = "from", .kind = Kind::texts, .meaning = "phrases: since when; birth or first appearance where not said"},
    {.key = "until", .kind = Kind::texts, .meaning = "phrases: until when; the next state or the end where not said"},
    allow,
};

constexpr Field phase_fields[] = {
    {.key = "from", .kind = Kind::texts, .meaning = "phrases: since when"},
    {.key = "until", .kind = Kind::texts, .meaning = "phrases: until when"},
    {.key = "text", .meaning = "a note"},
};

constexpr Field relationship_fields[] = {
    {.key = "between", .kind = Kind::texts, .meaning = "the ids of two or more characters"},
    {.key = "from",
     .kind = Kind::texts,
     .meaning = "with ‘to’: the id of a character; with ‘between’: phrases, since when"},
    {.key = "to", .meaning = "the id of the character at the other end"},
    {.key = "kind", .meaning = "as ‘friendship’"},
    {.key = "since", .kind = Kind::texts, .meaning = "phrases: since when"},
    {.key = "until", .kind = Kind::texts, .meaning = "phrases: until when"},
    {.key = "phases", .kind = Kind::list, .meaning = "where it breaks and begins again", .entries = &phase},
    {.key = "strength", .kind = Kind::number, .meaning = "from 0 to 10; 1 where not said", .least = 0, .most = 10},
    {.key = "text", .meaning = "a note"},
    allow,
};

constexpr Field link_fields[] = {
    {.key = "from", .meaning = "the id of an event", .required = true},
    {.key = "to", .meaning = "the id of an event", .required = true},
    {.key = "kind", .meaning = "cause, foreshadow, echo, reveal, parallel, or your own"},
    {.key = "text", .meaning = "a note"},
    allow,
};

constexpr Field story_fields[] = {
    {.key = "fabula", .kind = Kind::whole_number, .meaning = "the version of the format: 1", .least = 1},
    {.key = "title", .meaning = "the title of the story", .required = true},
    {.key = "subtitle", .meaning = "a second line under the title"},
    {.key = "author", .meaning = "who wrote it"},
    {.key = "published", .meaning = "when"},
    {.key = "language", .meaning = "a BCP 47 tag, as ‘en’"},
    {.key = "words", .kind = Kind::named, .meaning = "the story's own words for what legends and labels say"},
    {.key = "time", .kind = Kind::map, .meaning = "how time is counted", .entries = &time},
    {.key = "characters", .kind = Kind::named, .meaning = "who", .entries = &character},
    {.key = "groups", .kind = Kind::named, .meaning = "groups of characters", .entries = &group},
    {.key = "places", .kind = Kind::named, .meaning = "where", .entries = &place},
    {.key = "things", .kind = Kind::named, .meaning = "things that matter", .entries = &thing},
    {.key = "milestones",
     .kind = Kind::named,
     .meaning = "kinds of event that come in numbered series",
     .entries = &milestone},
    {.key = "sections", .kind = Kind::list, .meaning = "the parts of the story", .entries = &section},
    {.key = "events", .kind = Kind::list, .meaning = "what happens outside sections", .entries = &event},
    {.key = "states", .kind = Kind::list, .meaning = "what characters are for a while", .entries = &state},
    {.key = "relationships", .kind = Kind::list, .meaning = "between characters", .entries = &relationship},
    {.key = "links", .kind = Kind::list, .meaning = "between events", .entries = &link},
    {.key = "told",
     .kind = Kind::list,
     .meaning = "the ids of events in the order told; that of the file where not said"},
    allow,
};

}  // namespace

const yaml::Schema story{"a story", story_fields};
const yaml::Schema time{"‘time’", time_fields};
const yaml::Schema character{"a character", character_fields};
const yaml::Schema absence{"an absence", absence_fields};
const yaml::Schema lived_stretch{"a stretch of a clock", lived_stretch_fields};
const yaml::Schema group{"a group", group_fields};
const yaml::Schema place{"a place", place_fields};
const yaml::Schema thing{"a thing", thing_fields};
const yaml::Schema milestone{"a milestone", milestone_fields};
const yaml::Schema section{"a section", section_fields};
const yaml::Schema event{"an event", event_fields};
const yaml::Schema state{"a state", state_fields};
const yaml::Schema relationship{"a relationship", relationship_fields};
const yaml::Schema phase{"a phase", phase_fields};
const yaml::Schema link{"a link", link_fields};

}  // namespace fabula::story_schema
