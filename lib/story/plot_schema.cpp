// The tables of the keys of plot and page.

#include "story/schema.hpp"

namespace fabula::story_schema {
namespace {

using yaml::Field;
using yaml::Kind;

constexpr Field thread_fields[] = {
    {.key = "name", .meaning = "its name; the id where there is none", .example = "Tommy's temper"},
    {.key = "text", .meaning = "a note"},
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

const yaml::Schema thread{"a thread", thread_fields, "a thread of the story, as a subplot"};
const yaml::Schema beat{"a beat", beat_fields, "an event as a turning point of the plot"};
const yaml::Schema page{"‘page’", page_fields, "views on one sheet"};
const yaml::Schema panel{"a panel", panel_fields, "a part of a page"};

}  // namespace fabula::story_schema
