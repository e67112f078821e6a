#include "yaml/question_marks.hpp"

#include <algorithm>

namespace fabula::yaml {
namespace {

constexpr char stand_in = '\xFF';

bool is_any_of(std::string_view characters, char character) {
    return characters.find(character) != std::string_view::npos;
}

}  // namespace

std::string hide_question_marks(std::string_view text) {
    std::string hidden(text);
    bool begins = true;  // a question mark would begin a key here
    char previous = '\n';
    for (char& character : hidden) {
        if (character == '?' && !begins) character = stand_in;
        if (is_any_of(" \t", character)) {
            begins = begins || is_any_of("-:?", previous);
        } else {
            begins = is_any_of("\r\n[{,", character);
        }
        previous = character;
    }
    return hidden;
}

std::string show_question_marks(std::string scalar) {
    std::replace(scalar.begin(), scalar.end(), stand_in, '?');
    return scalar;
}

}  // namespace fabula::yaml
