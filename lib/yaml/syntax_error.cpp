#include "yaml/syntax_error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <yaml-cpp/exceptions.h>

namespace fabula::yaml {
namespace {

struct Row {
    std::string_view message;
    std::string_view words;
    std::string_view help;
};

constexpr std::string_view quote_it =
    "put the text in quotes if it holds ‘: ’, ‘ #’ or begins with one of [ ] { } , & * ! | > ' \" % @ `";
constexpr std::string_view indentation = "entries of one list or map begin in the same column; indent with spaces";

const Row rows[] = {
    {YAML::ErrorMsg::END_OF_MAP, "this does not belong to the map that it stands in", indentation},
    {YAML::ErrorMsg::END_OF_SEQ, "this does not belong to the list that it stands in", indentation},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "the map that was begun with ‘{’ does not go on like this",
     "separate entries with commas and end it with ‘}’"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "the list that was begun with ‘[’ does not go on like this",
     "separate entries with commas and end it with ‘]’"},
    {YAML::ErrorMsg::MAP_KEY, "a key cannot stand here", indentation},
    {YAML::ErrorMsg::MAP_VALUE, "a ‘:’ cannot stand here",
     "put the text in quotes if it holds ‘: ’, and write a space behind the ‘:’ of every key, also in the line before"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "a ‘-’ of a list cannot stand here", indentation},
    {YAML::ErrorMsg::FLOW_END, "this bracket closes nothing", quote_it},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "the line is indented with a tab", "indent with spaces"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "a quotation mark is opened and never closed", "close it"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "a quotation mark is opened and not closed before the document ends", "close it"},
    {YAML::ErrorMsg::CHAR_IN_SCALAR, "a text without quotes cannot hold this character", quote_it},
    {YAML::ErrorMsg::CHAR_IN_BLOCK, "only a number, ‘+’, ‘-’ or a comment can follow ‘|’ and ‘>’",
     "begin the text on the next line"},
    {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, "a text after ‘|’ or ‘>’ has to be indented", "indent it with spaces"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "a text without quotes cannot begin like this", quote_it},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, "‘*’ begins an alias, and no name follows", quote_it},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, "‘&’ begins an anchor, and no name follows", quote_it},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, "the name of an alias cannot hold this character", quote_it},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, "the name of an anchor cannot hold this character", quote_it},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, "this alias repeats an anchor that there is not",
     "define it before with ‘&’ and the name, or put the text in quotes"},
    {YAML::ErrorMsg::ALIAS_CONTENT, "nothing can follow an alias", quote_it},
    {YAML::ErrorMsg::MULTIPLE_ANCHORS, "a value has two anchors", "leave one of them away"},
    {YAML::ErrorMsg::MULTIPLE_TAGS, "a value has two tags", "leave the tags away"},
    {YAML::ErrorMsg::INVALID_HEX, "this escape needs hexadecimal digits",
     "inside double quotes a backslash is written twice"},
    {YAML::ErrorMsg::INVALID_ESCAPE, "there is no such escape", "inside double quotes a backslash is written twice"},
    {YAML::ErrorMsg::INVALID_UNICODE, "there is no character of this number",
     "inside double quotes a backslash is written twice"},
    {YAML::ErrorMsg::BAD_FILE, "brackets are nested too deeply", "close those that are open"},
};

}  // namespace

SyntaxAdvice syntax_advice(std::string_view message) {
    const auto row = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const Row& known) { return message.starts_with(known.message); });
    if (row == std::end(rows)) return {fmt::format("this is not YAML: {}", message), {}};
    return {std::string(row->words), std::string(row->help)};
}

}  // namespace fabula::yaml
