#pragma once

#include "yaml/schema.hpp"

/// The tables of the keys of a story file: the only place that knows them. Reader, documentation and JSON Schema
/// follow.
namespace fabula::story_schema {

/// What the texts of a story file are (yaml::Field::form): phrases of time, lengths of time, ids; of an id that refers
/// to something, what that is.
namespace form {
inline constexpr std::string_view phrase = "phrase";
inline constexpr std::string_view length = "length of time";
inline constexpr std::string_view language = "language";
inline constexpr std::string_view rule = "rule";
inline constexpr std::string_view id = "id";
inline constexpr std::string_view character = "id of a character";
inline constexpr std::string_view group = "id of a group";
inline constexpr std::string_view place = "id of a place";
inline constexpr std::string_view thing = "id of a thing";
inline constexpr std::string_view thread = "id of a thread";
inline constexpr std::string_view event = "id of an event";
inline constexpr std::string_view calendar = "id of a calendar";
}  // namespace form

/// A key of every entry that rules of the checker can be silent about.
inline constexpr yaml::Field allow{.key = "allow",
                                   .kind = yaml::Kind::texts,
                                   .meaning = "codes of rules of the checker that are silent here",
                                   .form = form::rule};

inline constexpr std::string_view no_or_yes[] = {"no", "yes"};

/// A key of every entry that says something of time.
inline constexpr yaml::Field sure{.key = "sure",
                                  .kind = yaml::Kind::word,
                                  .meaning =
                                      "‘yes’: where not all can be true, something else than what this says of "
                                      "time gives way; ‘no’ where not said",
                                  .words = no_or_yes};

extern const yaml::Schema story;
extern const yaml::Schema time;
extern const yaml::Schema calendar;
extern const yaml::Schema calendar_month;
extern const yaml::Schema leap_rule;
extern const yaml::Schema era;
extern const yaml::Schema character;
extern const yaml::Schema absence;
extern const yaml::Schema lived_stretch;
extern const yaml::Schema group;
extern const yaml::Schema place;
extern const yaml::Schema thing;
extern const yaml::Schema milestone;
extern const yaml::Schema section;
/// Without the keys that a story's own milestones add.
extern const yaml::Schema event;
extern const yaml::Schema state;
extern const yaml::Schema relationship;
extern const yaml::Schema phase;
extern const yaml::Schema link;
extern const yaml::Schema thread;
extern const yaml::Schema beat;
extern const yaml::Schema page;
extern const yaml::Schema panel;

}  // namespace fabula::story_schema
