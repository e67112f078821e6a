#pragma once

#include "yaml/schema.hpp"

/// The tables of the keys of a story file: the only place that knows them. Reader, documentation and JSON Schema
/// follow.
namespace fabula::story_schema {

extern const yaml::Schema story;
extern const yaml::Schema time;
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

}  // namespace fabula::story_schema
