// The tables of the keys of stories, except for calendars.

#include "story/schema.hpp"

namespace fabula::story_schema {
namespace {

using yaml::Field;
using yaml::Kind;

// What writers of other tools' files are used to: timelines in spreadsheets and JSON, outliners, family trees.
constexpr std::string_view also_born[] = {"birth", "birthdate", "birth-date", "birth_date", "birthday", "dob"};
constexpr std::string_view also_died[] = {"death", "deathdate", "death-date", "death_date", "dod", "dies"};
constexpr std::string_view also_group[] = {"family", "faction", "house", "team"};
constexpr std::string_view also_text[] = {"description", "desc", "notes", "note", "body", "summary", "comment"};
constexpr std::string_view also_name[] = {"label", "title", "full-name", "fullname"};
constexpr std::string_view also_title[] = {"name", "label", "headline", "event", "what"};
constexpr std::string_view also_who[] = {"characters", "character", "people", "person", "participants", "cast"};
constexpr std::string_view also_mentions[] = {"mentioned", "about"};
constexpr std::string_view also_things[] = {"objects", "items", "props", "thing", "object", "item"};
constexpr std::string_view also_place[] = {"location", "where", "setting", "places", "locations"};
constexpr std::string_view also_when[] = {"date",       "time",     "start", "start-date",
                                          "start_date", "datetime", "day",   "year"};
constexpr std::string_view also_until[] = {"end", "end-date", "end_date", "finish"};
constexpr std::string_view also_lasts[] = {"duration", "length", "for"};
constexpr std::string_view also_cite[] = {"source", "reference", "chapter", "page"};
constexpr std::string_view also_url[] = {"link", "href"};
constexpr std::string_view also_thread[] = {"threads", "storyline", "plotline", "subplot", "plot", "arc"};
constexpr std::string_view also_reveals[] = {"reveal"};
constexpr std::string_view also_characters[] = {"people", "cast", "persons", "who"};
constexpr std::string_view also_places[] = {"locations", "settings", "where"};
constexpr std::string_view also_things_of_story[] = {"objects", "items", "props"};
constexpr std::string_view also_sections[] = {"parts", "chapters", "acts", "eras"};
constexpr std::string_view also_events[] = {"scenes", "timeline", "entries"};
constexpr std::string_view also_relationships[] = {"relations", "connections"};
constexpr std::string_view also_threads[] = {"storylines", "plotlines", "subplots", "arcs"};
constexpr std::string_view also_author[] = {"by", "writer", "authors"};
constexpr std::string_view also_language[] = {"lang", "locale"};
constexpr std::string_view also_is[] = {"state", "status"};
constexpr std::string_view also_kind[] = {"type", "relation"};
constexpr std::string_view also_since[] = {"start", "begins"};
constexpr std::string_view also_between[] = {"who", "characters"};
constexpr std::string_view also_in[] = {"parent", "within", "region"};

constexpr std::string_view hemispheres[] = {"north", "south"};
constexpr std::string_view truths[] = {"fact", "rumour", "hope", "memory", "lie", "dream"};

/// The highest number of a milestone: numbers without overflow can still follow it.
constexpr double most_counted = 1e9;

/// The names of plot_structures().
constexpr std::string_view structures[] = {"three-act", "five-act", "heros-journey", "save-the-cat", "kishotenketsu"};

constexpr std::string_view modes[] = {"present", "flashback", "dream", "vision"};

constexpr Field time_fields[] = {
    {.key = "clock",
     .meaning = "the unit of the story's own clock, as ‘minute’, ‘scene’ or ‘page’",
     .example = "scene"},
    {.key = "tolerance",
     .kind = Kind::number,
     .meaning = "how far ‘about’ reaches, as a share of the value",
     .least = 0,
     .most = 1,
     .example = "0.1"},
    {.key = "calendar",
     .meaning = "the id of the calendar of dates that name none, and of those shown; ‘gregorian’ where not said",
     .form = form::calendar,
     .example = "julian"},
    {.key = "hemisphere",
     .kind = Kind::word,
     .meaning = "whose seasons ‘summer’ and ‘winter’ are; ‘north’ where not said",
     .words = hemispheres},
    {.key = "zone",
     .meaning = "the zone of clocks at no place that has one, by its IANA name; UTC where not said",
     .example = "Europe/Paris"},
};

constexpr Field weight{
    .key = "weight",
    .kind = Kind::number,
    .meaning = "from 0 to 10, how much it matters; where not said, it is worked out from what happens",
    .least = 0,
    .most = 10,
    .example = "9",
};

constexpr Field character_fields[] = {
    {.key = "name",
     .meaning = "as it is written in the picture; the id where there is none",
     .example = "Kathy H.",
     .also = also_name},
    {.key = "role", .meaning = "what the character is in the story, as ‘narrator’", .example = "narrator"},
    {.key = "group", .meaning = "the id of a group", .form = form::group, .example = "clones", .also = also_group},
    {.key = "born",
     .kind = Kind::texts,
     .meaning = "phrases: when the character was born",
     .form = form::phrase,
     .example = "with kathy",
     .also = also_born},
    {.key = "died",
     .kind = Kind::texts,
     .meaning = "phrases: when the character died",
     .form = form::phrase,
     .example = "age 31",
     .also = also_died},
    {.key = "absent",
     .kind = Kind::list,
     .meaning = "whiles in which the character is away or frozen",
     .entries = &absence},
    {.key = "clock",
     .kind = Kind::list,
     .meaning = "the stretches of time in the order in which the character lives them",
     .entries = &lived_stretch},
    {.key = "text", .meaning = "a note", .also = also_text},
    weight,
    sure,
    allow,
};

constexpr Field absence_fields[] = {
    {.key = "from",
     .kind = Kind::texts,
     .meaning = "phrases: since when; birth where not said",
     .form = form::phrase,
     .example = "storm"},
    {.key = "until",
     .kind = Kind::texts,
     .meaning = "phrases: until when; death where not said",
     .form = form::phrase,
     .example = "return"},
    {.key = "lives",
     .meaning = "how much older one gets meanwhile, as ‘0 days’; as much as the calendar where not said",
     .form = form::length,
     .example = "0 days"},
    {.key = "text", .meaning = "a note"},
};

constexpr Field lived_stretch_fields[] = {
    {.key = "from",
     .kind = Kind::texts,
     .meaning = "phrases: since when; birth where not said",
     .form = form::phrase,
     .example = "storm"},
    {.key = "until",
     .kind = Kind::texts,
     .meaning = "phrases: until when; death where not said",
     .form = form::phrase,
     .example = "return"},
};

constexpr Field group_fields[] = {
    {.key = "name", .meaning = "the id where there is none", .example = "Clones", .also = also_name},
    allow,
};

constexpr Field place_fields[] = {
    {.key = "name", .meaning = "the id where there is none", .example = "Hailsham", .also = also_name},
    {.key = "in",
     .meaning = "what the place is a part of: the id of a place, or any text",
     .example = "East Sussex",
     .also = also_in},
    {.key = "travel",
     .kind = Kind::named,
     .meaning = "how long the way to other places takes at least, as ‘norfolk: 4 hours’",
     .form = form::length,
     .names = form::place},
    {.key = "zone",
     .meaning = "the zone of its clocks, by its IANA name; that of the place it is in where not said",
     .example = "America/New_York"},
    {.key = "text", .meaning = "a note", .also = also_text},
    allow,
};

constexpr Field thing_fields[] = {
    {.key = "name", .meaning = "the id where there is none", .example = "the cassette", .also = also_name},
    {.key = "gone",
     .kind = Kind::texts,
     .meaning = "words for what became of it after which it cannot be used, besides ‘lost’",
     .example = "sold"},
    {.key = "back",
     .kind = Kind::texts,
     .meaning = "words for what became of it after which it can be used again, besides ‘found’",
     .example = "bought back"},
    {.key = "text", .meaning = "a note", .also = also_text},
    allow,
};

constexpr Field milestone_fields[] = {
    {.key = "name", .meaning = "the id where there is none", .example = "giving", .also = also_name},
    {.key = "last",
     .kind = Kind::whole_number,
     .meaning = "the highest number there can be",
     .least = 1,
     .most = most_counted,
     .example = "4"},
    {.key = "mark", .meaning = "the name of a mark of the theme", .example = "drop"},
    allow,
};

constexpr Field event_fields[] = {
    {.key = "id", .meaning = "the name by which phrases and lists call the event", .form = form::id, .example = "boat"},
    {.key = "title", .meaning = "what happens, in a few words", .example = "They find the boat", .also = also_title},
    {.key = "who",
     .kind = Kind::texts,
     .meaning = "the ids of the characters who take part",
     .form = form::character,
     .example = "kathy",
     .also = also_who},
    {.key = "mentions",
     .kind = Kind::texts,
     .meaning = "the ids of characters who are spoken of and not there",
     .form = form::character,
     .example = "ruth",
     .also = also_mentions},
    {.key = "things",
     .kind = Kind::texts_or_map,
     .meaning = "the ids of things, or a map from ids to what becomes of them",
     .form = form::thing,
     .names = form::thing,
     .example = "tape",
     .also = also_things},
    {.key = "place", .meaning = "the id of a place", .form = form::place, .example = "norfolk", .also = also_place},
    {.key = "when",
     .kind = Kind::texts,
     .meaning = "phrases: when it begins; all hold",
     .form = form::phrase,
     .example = "soon after boat",
     .also = also_when},
    {.key = "lasts",
     .meaning = "how long it takes, as ‘3 days’",
     .form = form::length,
     .example = "3 days",
     .also = also_lasts},
    {.key = "until",
     .kind = Kind::texts,
     .meaning = "phrases: when it ends; all hold",
     .form = form::phrase,
     .example = "before laura",
     .also = also_until},
    {.key = "text", .meaning = "a note", .also = also_text},
    {.key = "cite", .meaning = "where it is told, as ‘chapter 6’", .example = "chapter 6", .also = also_cite},
    {.key = "url", .meaning = "a link", .also = also_url},
    {.key = "outcome", .meaning = "how it ends", .example = "poor"},
    {.key = "tension",
     .kind = Kind::number,
     .meaning = "from 0 to 10, for the plot view",
     .least = 0,
     .most = 10,
     .example = "7"},
    weight,
    {.key = "thread",
     .kind = Kind::texts,
     .meaning = "the ids of the threads that it belongs to",
     .form = form::thread,
     .example = "love",
     .also = also_thread},
    {.key = "truth",
     .kind = Kind::word,
     .meaning = "how it stands to what is so; ‘fact’ where not said",
     .words = truths},
    {.key = "mode",
     .kind = Kind::word,
     .meaning = "how the scene stands to the present of the story; ‘present’ where not said",
     .words = modes},
    {.key = "frame",
     .meaning = "the id of the event in which a flashback, dream or vision is told or had",
     .form = form::event,
     .example = "trip"},
    {.key = "reveals",
     .kind = Kind::texts,
     .meaning = "the ids of events whose truth comes out",
     .form = form::event,
     .example = "rumour",
     .also = also_reveals},
    {.key = "knows",
     .kind = Kind::texts_or_lists,
     .meaning = "the ids of events that those who take part learn of, or a map from characters to them",
     .form = form::event,
     .names = form::character,
     .example = "rumour"},
    {.key = "acts-on",
     .kind = Kind::texts,
     .meaning = "the ids of events that those who take part know of by now",
     .form = form::event,
     .example = "rumour"},
    {.key = "birth",
     .kind = Kind::texts,
     .meaning = "the ids of the characters who are born in it",
     .form = form::character,
     .example = "ruth"},
    {.key = "death",
     .kind = Kind::texts,
     .meaning = "the ids of the characters who die in it",
     .form = form::character,
     .example = "ruth"},
    {.key = "number",
     .kind = Kind::whole_number,
     .meaning = "of a milestone; the next of the series where there is none",
     .least = 1,
     .most = most_counted,
     .example = "2"},
    {.key = "told",
     .meaning = "its place in the telling, as chapter and scene: 3.12 comes after 3.9",
     .example = "3.12"},
    sure,
    allow,
};

/// Or the key of a milestone.
constexpr std::string_view one_of_event[] = {"title", "birth", "death"};

constexpr Field section_fields[] = {
    {.key = "id", .meaning = "the name by which phrases call the section", .form = form::id, .example = "cottages"},
    {.key = "title",
     .meaning = "its heading; the id where there is none",
     .example = "The Cottages",
     .also = also_title},
    {.key = "when",
     .kind = Kind::texts,
     .meaning = "phrases: when it happens; all hold",
     .form = form::phrase,
     .example = "age 16..18 of kathy",
     .also = also_when},
    {.key = "text", .meaning = "a note", .also = also_text},
    {.key = "events", .kind = Kind::list, .meaning = "what happens in it", .entries = &event, .also = also_events},
    sure,
    allow,
};

constexpr Field state_fields[] = {
    {.key = "who",
     .kind = Kind::texts,
     .meaning = "the ids of characters",
     .required = true,
     .form = form::character,
     .example = "kathy",
     .also = also_who},
    {.key = "is",
     .meaning = "what they are for a while, as ‘student’",
     .required = true,
     .example = "carer",
     .also = also_is},
    {.key = "from",
     .kind = Kind::texts,
     .meaning = "phrases: since when; birth or first appearance where not said",
     .form = form::phrase,
     .example = "kathy-leaves",
     .also = also_since},
    {.key = "until",
     .kind = Kind::texts,
     .meaning = "phrases: until when; the next state or the end where not said",
     .form = form::phrase,
     .example = "1996",
     .also = also_until},
    sure,
    allow,
};

constexpr Field phase_fields[] = {
    {.key = "from", .kind = Kind::texts, .meaning = "phrases: since when", .form = form::phrase, .example = "pair-up"},
    {.key = "until",
     .kind = Kind::texts,
     .meaning = "phrases: until when",
     .form = form::phrase,
     .example = "break-up"},
    {.key = "text", .meaning = "a note"},
};

constexpr Field relationship_fields[] = {
    {.key = "between",
     .kind = Kind::texts,
     .meaning = "the ids of two or more characters",
     .form = form::character,
     .also = also_between},
    {.key = "from",
     .kind = Kind::texts,
     .meaning = "with ‘to’: the id of a character; with ‘between’: phrases, since when",
     .example = "kathy"},
    {.key = "to", .meaning = "the id of the character at the other end", .form = form::character, .example = "ruth"},
    {.key = "kind", .meaning = "as ‘friendship’", .example = "friendship", .also = also_kind},
    {.key = "since",
     .kind = Kind::texts,
     .meaning = "phrases: since when",
     .form = form::phrase,
     .example = "boat",
     .also = also_since},
    {.key = "until",
     .kind = Kind::texts,
     .meaning = "phrases: until when",
     .form = form::phrase,
     .example = "ruth-dies",
     .also = also_until},
    {.key = "phases", .kind = Kind::list, .meaning = "where it breaks and begins again", .entries = &phase},
    {.key = "strength",
     .kind = Kind::number,
     .meaning = "from 0 to 10; 1 where not said",
     .least = 0,
     .most = 10,
     .example = "3"},
    {.key = "text", .meaning = "a note", .also = also_text},
    sure,
    allow,
};

constexpr std::string_view one_of_relationship[] = {"between", "to"};

constexpr Field link_fields[] = {
    {.key = "from", .meaning = "the id of an event", .required = true, .form = form::event, .example = "tape-found"},
    {.key = "to", .meaning = "the id of an event", .required = true, .form = form::event, .example = "tape-again"},
    {.key = "kind",
     .meaning = "cause, foreshadow, echo, reveal, parallel, or your own",
     .example = "echo",
     .also = also_kind},
    {.key = "text", .meaning = "a note", .also = also_text},
    allow,
};

constexpr Field story_fields[] = {
    {.key = "fabula",
     .kind = Kind::whole_number,
     .meaning = "the version of the format: 1",
     .least = 1,
     .example = "1"},
    {.key = "title", .meaning = "the title of the story", .required = true, .example = "Never Let Me Go"},
    {.key = "subtitle", .meaning = "a second line under the title"},
    {.key = "author", .meaning = "who wrote it", .example = "Kazuo Ishiguro", .also = also_author},
    {.key = "published", .meaning = "when", .example = "2005"},
    {.key = "language",
     .meaning = "a BCP 47 tag, as ‘en’",
     .form = form::language,
     .example = "pt-BR",
     .also = also_language},
    {.key = "words", .kind = Kind::named, .meaning = "the story's own words for what legends and labels say"},
    {.key = "time", .kind = Kind::map, .meaning = "how time is counted", .entries = &time},
    {.key = "calendars",
     .kind = Kind::named,
     .meaning = "calendars of the story's own",
     .entries = &calendar,
     .names = form::id},
    {.key = "characters",
     .kind = Kind::named,
     .meaning = "who",
     .entries = &character,
     .names = form::id,
     .also = also_characters},
    {.key = "groups", .kind = Kind::named, .meaning = "groups of characters", .entries = &group, .names = form::id},
    {.key = "places",
     .kind = Kind::named,
     .meaning = "where",
     .entries = &place,
     .names = form::id,
     .also = also_places},
    {.key = "things",
     .kind = Kind::named,
     .meaning = "things that matter",
     .entries = &thing,
     .names = form::id,
     .also = also_things_of_story},
    {.key = "milestones",
     .kind = Kind::named,
     .meaning = "kinds of event that come in numbered series",
     .entries = &milestone,
     .names = form::id},
    {.key = "sections",
     .kind = Kind::list,
     .meaning = "the parts of the story",
     .entries = &section,
     .also = also_sections},
    {.key = "events",
     .kind = Kind::list,
     .meaning = "what happens outside sections",
     .entries = &event,
     .also = also_events},
    {.key = "states", .kind = Kind::list, .meaning = "what characters are for a while", .entries = &state},
    {.key = "relationships",
     .kind = Kind::list,
     .meaning = "between characters",
     .entries = &relationship,
     .also = also_relationships},
    {.key = "links", .kind = Kind::list, .meaning = "between events", .entries = &link},
    {.key = "threads",
     .kind = Kind::named,
     .meaning = "threads that events belong to, as subplots",
     .entries = &thread,
     .names = form::id,
     .also = also_threads},
    {.key = "structure",
     .kind = Kind::word,
     .meaning = "the structure of plot that the story is measured by; none where not said",
     .words = structures},
    {.key = "beats", .kind = Kind::list, .meaning = "the turning points of the plot", .entries = &beat},
    {.key = "page", .kind = Kind::map, .meaning = "views on one sheet, for the view ‘page’", .entries = &page},
    {.key = "told",
     .kind = Kind::list,
     .meaning = "the ids of events in the order told; that of the file where not said",
     .form = form::event},
    allow,
};

using yaml::Field;
using yaml::Kind;

constexpr Field thread_fields[] = {
    {.key = "name", .meaning = "its name; the id where there is none", .example = "Tommy's temper", .also = also_name},
    {.key = "text", .meaning = "a note", .also = also_text},
    allow,
};

constexpr Field beat_fields[] = {
    {.key = "beat",
     .meaning = "what it is in the plot: a beat of the structure, as ‘midpoint’, or your own",
     .required = true,
     .example = "midpoint"},
    {.key = "event", .meaning = "the id of the event", .required = true, .form = form::event, .example = "boat"},
    {.key = "act",
     .meaning = "the act that begins with it; that of the structure where not said",
     .example = "Act two"},
    {.key = "text", .meaning = "a note"},
};

constexpr Field panel_fields[] = {
    {.key = "view", .meaning = "the name of a view", .example = "lifelines"},
    {.key = "text", .meaning = "a text instead of a view"},
    {.key = "rows", .kind = Kind::list, .meaning = "parts under one another", .entries = &panel},
    {.key = "columns", .kind = Kind::list, .meaning = "parts side by side", .entries = &panel},
    {.key = "share",
     .kind = Kind::number,
     .meaning = "how much of the room it has, by its neighbours; 1 where not said",
     .least = 0.05,
     .most = 100,
     .example = "2"},
    {.key = "title", .meaning = "a heading over it", .example = "Who has to do with whom"},
    {.key = "set", .kind = Kind::named, .meaning = "settings of the view, as with --set"},
};

constexpr Field page_fields[] = {
    {.key = "paper", .meaning = "the size of the sheet, as with --page", .example = "A2-landscape"},
    {.key = "rows", .kind = Kind::list, .meaning = "parts under one another", .entries = &panel},
    {.key = "columns", .kind = Kind::list, .meaning = "parts side by side", .entries = &panel},
    {.key = "notes", .kind = Kind::texts, .meaning = "notes under the views"},
    {.key = "sources", .kind = Kind::texts, .meaning = "what it was drawn from"},
    {.key = "colophon", .meaning = "who made it, when, with what"},
};

}  // namespace

const yaml::Schema story{"a story", story_fields, "a story: who there is, what happens, and what is known of when"};
const yaml::Schema time{"‘time’", time_fields, "how time is counted"};
const yaml::Schema character{"a character", character_fields, "somebody who takes part: a person, an animal, a people"};
const yaml::Schema absence{"an absence", absence_fields, "a while in which a character is away or frozen"};
const yaml::Schema lived_stretch{"a stretch of a clock", lived_stretch_fields,
                                 "a stretch of time that a character lives through, after the one above it"};
const yaml::Schema group{"a group", group_fields, "characters who belong together"};
const yaml::Schema place{"a place", place_fields, "where things happen"};
const yaml::Schema thing{"a thing", thing_fields, "something that matters to the story"};
const yaml::Schema milestone{
    "a milestone", milestone_fields,
    "a kind of event that comes in a numbered series, one series a character; its id becomes a key of events"};
const yaml::Schema section{"a section", section_fields, "a part of the story"};
const yaml::Schema event{"an event", event_fields, "something that happens", one_of_event};
const yaml::Schema state{"a state", state_fields, "what somebody is for a while"};
const yaml::Schema relationship{"a relationship", relationship_fields,
                                "how characters stand to each other: between two or more, or from one to another",
                                one_of_relationship};
const yaml::Schema phase{"a phase", phase_fields, "a while in which a relationship lasts"};
const yaml::Schema link{"a link", link_fields, "what one event has to do with another"};
const yaml::Schema thread{"a thread", thread_fields, "a thread of the story, as a subplot"};
const yaml::Schema beat{"a beat", beat_fields, "an event as a turning point of the plot"};
const yaml::Schema page{"‘page’", page_fields, "views on one sheet"};
const yaml::Schema panel{"a panel", panel_fields, "a part of a page"};

}  // namespace fabula::story_schema
