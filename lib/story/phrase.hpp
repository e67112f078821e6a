#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/story.hpp"

#include "source/findings.hpp"
#include "story/ids.hpp"
#include "yaml/document.hpp"

/// The language of time: phrases like "soon after boat" or "age 16..18 of kathy".
namespace fabula {

/// What phrases are read against.
struct PhraseContext {
    const Sources& sources;
    const Ids& ids;
    const std::vector<Calendar>& calendars;
    std::size_t calendar;    ///< that of dates that name none
    std::string_view clock;  ///< the name of the story's own unit of time, or empty
    Findings& findings;
    bool old_style = false;                           ///< bare dates are in years that begin on 25 March
    std::optional<std::size_t> above = std::nullopt;  ///< the event above that of the phrase: "later" counts from it
};

/// What phrases are about: only a birth can be at the same age as somebody.
enum class PhrasesOf { moment, birth };

/// Reads the phrases in `nodes`, which are scalars; what cannot be understood is reported and left out. `subject` is
/// the character whose age is meant where a phrase does not say it. A part of the year or day beside a date ("spring
/// 1996") makes two phrases; a time of day beside a day makes one.
///
/// "summer" alone is the part of the year, also where something has that id; a warning says so. After a word that asks
/// for an id ("with summer", "age 5 of summer") it is the id.
[[nodiscard]] std::vector<Phrase> read_phrases(const std::vector<const yaml::Node*>& nodes,
                                               const PhraseContext& context,
                                               const std::optional<Reference>& subject = std::nullopt,
                                               PhrasesOf what = PhrasesOf::moment);

/// Reads "3 days", "about 2..3 weeks", "1 hour 30 minutes".
[[nodiscard]] std::optional<Duration> read_duration(const yaml::Node& node, const PhraseContext& context);

/// The phrase in the words that read_phrases reads.
[[nodiscard]] std::string format_phrase(const Phrase& phrase, const Story& story);

}  // namespace fabula
