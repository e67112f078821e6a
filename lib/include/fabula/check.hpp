#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

/// Whether a story can be true: rules that look at what happened and when, and find what an editor would ask about.
namespace fabula {

/// A rule of the checker, as users need to know it.
struct Rule {
    std::string_view code;     ///< "after-death"; also what `allow:` takes, besides contradiction_codes
    Severity severity;         ///< the worst that its findings can be; see check
    std::string_view meaning;  ///< what it finds, in one line
    std::string_view hint;     ///< what to do about it, in one line: the help of its findings
    std::string_view example;  ///< a whole story in YAML, as short as can be, in which it finds something
};

/// All rules, in the order in which they are applied. Their codes are not among diagnostic_codes().
[[nodiscard]] const std::vector<Rule>& rules();

/// What the rules find in a story, in reading order; at most `most` findings are listed, more are counted.
///
/// An error is a fault in all that the statements of the story allow. A warning is one that follows from the order of a
/// list alone, or that there can be a good reason for. A note is about what is left unsaid or unused.
///
/// What the story says under `allow:` is left out: each allowance silences a rule where the finding, or one of the
/// places related to it, lies within the entry that has the allowance. A code that no rule has is an error
/// (`unknown-rule`), an allowance that silences nothing a warning (`allows-nothing`).
///
/// Nothing is found that only follows from a statement that is set aside.
///
/// Precondition: the story was read without errors; `timetable` is that of `story`. Thread-safe.
/// Near-linear in events and those who take part; where something looks wrong, each moment that has to be asked about
/// costs a search of the network of statements, up to a limit, beyond which findings are warnings.
[[nodiscard]] Diagnostics check(const Story& story, const Timetable& timetable, std::size_t most = 200);

}  // namespace fabula
