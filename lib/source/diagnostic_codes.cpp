#include <algorithm>

#include "fabula/diagnostic.hpp"

// The table of all diagnostics. A new one is a new row, in the block of the stage that produces it; the order of the
// rows does not matter. The tests fail until a case produces it.

namespace fabula {
namespace {

constexpr Severity error = Severity::error;

constexpr DiagnosticCode rows[] = {
    // The text of a story or theme file.
    {"control-character", error, "the file has a control character that is not allowed in YAML", "yaml",
     "take the character out"},
    {"duplicate-key", error, "a map has the same key twice", "yaml",
     "keep one of the two, or put both values into one"},
    {"many-documents", error, "the file has more than one YAML document", "yaml",
     "take out the line ‘---’, or split the file"},
    {"not-utf8", error, "the file is not UTF-8", "yaml", "save the file as UTF-8"},
    {"too-deep", error, "lists and maps are nested deeper than the limit", "yaml", "a bracket may be left open"},
    {"too-large", error, "the file is larger than the limit", "yaml", "split the story"},
    {"too-many-aliases", error, "aliases repeat more values than the limit", "yaml", "write the values out"},
    {"too-many-nodes", error, "the file has more values than the limit", "yaml", "split the story"},
    {"alias-cycle", error, "an alias is inside the value that it repeats", "yaml",
     "write the value out that the alias would put inside itself"},
    {"yaml-syntax", error, "the file is not YAML", "yaml",
     "look at brackets, quotes and indentation at the place named"},
    {"yaml-tag", error, "a YAML tag is before a value", "yaml", "quote the text that begins with ‘!’"},

    {"more-findings", Severity::note, "the file has more faults than are listed", "source",
     "fix what is listed, then look again"},

    // The keys of a map and their values, in stories and themes alike.
    {"missing-key", error, "a key that has to be there is not", "yaml", "add the key"},
    {"missing-value", error, "a key has no value", "yaml", "write a value after the key, or take it out"},
    {"out-of-range", error, "a number is smaller or larger than it can be", "yaml", "the message says the range"},
    {"unknown-key", error, "a key that means nothing here", "yaml", "correct the key, the nearest is suggested"},
    {"unknown-value", error, "a value that is not one of those that the key takes", "yaml",
     "take one of the words listed"},
    {"wrong-type", error, "a value of another kind than the key takes", "yaml", "the message says what the key takes"},

    // When things happened.
    {"age-contradicts-birth", error, "ages, a birth and other points of time that cannot all be true", "time",
     "change one of the statements listed, or widen one as the finding says"},
    {"outside-section", error, "an event cannot happen within the time of its section", "time",
     "move the event to another section, or change its time or that of the section"},
    {"meaningless-phrase", error, "a part of the year or day where there are no years or days", "time",
     "take it out, or say it in the units of the clock or calendar"},
    {"skipped-time", error, "a time of day that clocks were put forward over", "time",
     "write a time before or after; the message names both"},
    {"contradiction", error, "statements about time that cannot all be true", "time",
     "change one of the statements listed, take one out, or widen one as the finding says"},

    // What a story says under ‘allow’. The rules of the checker have codes of their own: see check.hpp.
    {"allows-nothing", Severity::warning, "a rule is allowed to be broken where nothing breaks it", "check",
     "take the code out of ‘allow’, or move it to the entry that it is meant for"},
    {"unknown-rule", error, "‘allow’ names a rule that there is not", "check",
     "correct the code, the nearest is suggested"},

    // What a view could not show.
    {"no-characters", error, "the view shows characters, and nobody takes part in any event", "view",
     "name them under ‘characters’, and say with ‘who’ in each event who is there"},
    {"no-arcs", error, "the view shows relationships or links, and the story has none", "view",
     "write some under ‘relationships’ or ‘links’"},
    {"no-tension", error, "the view shows tension, and the story has none", "view",
     "give at least two events a ‘tension’ from 0 to 10"},
    {"nothing-to-tell-apart", Severity::warning, "a view is to show how events differ, and they do not", "view",
     "give events what the setting asks for, or take another"},
    {"no-page", error, "the view is composed by the story's ‘page’, and there is none", "view",
     "write ‘page’ with the views that it shows, or take one of them"},
    {"crowds-left-out", Severity::note, "scenes of very many characters say nothing of who meets whom", "view",
     "name those who matter in such scenes"},
    {"columns-left-out", Severity::warning, "the page is too small for all columns of a grid", "view",
     "take a larger page, or let it grow (‘--page auto’)"},
    {"events-left-out", Severity::warning, "the page is too small for all events", "view",
     "take a larger page, or let it grow; ‘weight’ says what matters"},
    {"lanes-left-out", Severity::warning, "the page is too small for all characters", "view",
     "take a larger page, or let it grow (‘--page auto’)"},
    {"labels-left-out", Severity::warning, "the page is too small for the titles of all events", "view",
     "take a larger page, or let it grow; what matters most keeps its title longest, and ‘weight’ says what that is"},
    {"cannot-flow", error, "the view cannot divide its story among pages", "render",
     "take a view that can (‘fabula views’ names them), or ‘--tile’"},
    {"no-tile", error, "the sheets are too small to tile a picture on", "render",
     "take a larger ‘--page’, or make the theme's ‘page.overlap’ smaller"},
    {"outside-safe-margin", Severity::warning, "text stands nearer to the cut than the theme's safe margin", "print",
     "make ‘page.safe’ smaller, the margins wider or the page larger"},
    {"too-many-pages", error, "a picture would take more pages than the limit", "render", "take larger paper"},
    {"page-too-small", Severity::warning, "the page is too small for the picture", "view",
     "take a larger page, or let it grow"},

    // Setting text.
    {"missing-character", Severity::warning, "no font has a character of the story", "text",
     "none of the fonts has this character: add one that does"},
    {"missing-font", Severity::warning, "the theme's font is not there, another is taken", "text",
     "correct the theme's ‘family’, or add the font"},
    {"no-font", error, "there is no font at all", "text", "install the fonts that go with the library"},

    // Themes.
    {"theme-cycle", error, "a theme extends itself", "theme", "take one ‘extends’ out"},
    {"unknown-theme", error, "a theme of that name is not there", "theme",
     "‘fabula themes’ lists the themes; or name a file"},
    {"unreadable-theme", error, "a theme file cannot be read", "theme", "look at the theme file's permissions"},
    {"no-spot-ink", error, "a theme prints with a spot ink and does not say which", "theme",
     "write ‘spot’ with the name of the ink and its colour, or take another ‘inks.output’"},
    {"not-grey", error, "a theme for one black ink has a colour", "theme",
     "take a grey, as much red as green and blue, or another ‘inks.output’"},
    {"wrong-dashes", error, "the lengths of a broken line are not pairs of on and off", "theme",
     "write pairs of lengths, one of them at least greater than 0: ‘[4, 2.2]’"},
    {"wrong-length", error, "a length of paper is not a number with a unit", "theme",
     "write it as ‘3mm’, ‘1cm’, ‘0.5in’ or ‘12pt’"},
    {"wrong-colour", error, "a colour is not written as \"#rrggbb\"", "theme",
     "write it as ‘\"#rrggbb\"’, with the quotes"},

    // What a picture was asked to be.
    {"cannot-paint", error, "the picture is more than the format or the machine can hold", "render",
     "take a smaller page, fewer dots to the inch or another format"},
    {"unknown-format", error, "a format that no painter writes", "render", "the message lists the formats"},
    {"unknown-page", error, "a size of paper that is not known", "render", "the message lists the sizes"},
    {"unknown-setting", error, "a setting that no view has, or a value that it cannot take", "render",
     "‘fabula views’ lists the settings"},
    {"unknown-view", error, "a view that is not there", "render", "‘fabula views’ lists the views"},

    // A story file and what it tells of.
    {"file-is-folder", error, "a folder was named where a file is needed", "story", "name a file"},
    {"file-not-found", error, "there is no such file", "story", "correct the name"},
    {"file-unreadable", error, "the file cannot be read", "story", "look at the file's permissions"},
    {"ambiguous-phrase", Severity::warning, "a phrase that can be meant in two ways", "story",
     "write ‘with summer’ for what has this id; quote a list of years of which one is meant"},
    {"bad-calendar", error, "a calendar that cannot count days", "story",
     "give it months with days, names that phrases do not use, and for an epoch a Gregorian day"},
    {"bad-date", error, "a date that there is not, or that is not written as EDTF", "story",
     "write the date in a form that the time language has; perhaps the month has no such day"},
    {"bad-id", error, "an id that cannot be one", "story",
     "take another id, see above; a milestone cannot be called like a key of events"},
    {"bad-language", error, "the language is not a BCP 47 tag", "story", "write a tag like ‘en’, ‘pt-BR’, ‘zh-Hant’"},
    {"bad-phrase", error, "a phrase of time that cannot be understood", "story",
     "compare with the grammar of the time language; several phrases are a list"},
    {"bad-panel", error, "a part of a page holds nothing, or more than one thing", "story",
     "give it one of ‘view’, ‘text’, ‘rows’ and ‘columns’"},
    {"unknown-beat", Severity::warning, "a beat is called nearly like one of the story's structure", "story",
     "correct the name of the beat, the nearest is suggested"},
    {"unknown-word", Severity::warning, "‘words’ has a key that no picture looks up", "story",
     "correct the key, the nearest is suggested"},
    {"bad-relationship", error, "a relationship does not say clearly who takes part, or when", "story",
     "say ‘between’, or ‘from’ and ‘to’; times either beside them or in ‘phases’"},
    {"duplicate-id", error, "two things have the same id", "story", "give one of the two another id"},
    {"frame-without-mode", error, "an event of the present has a frame", "story",
     "say ‘mode: flashback’, ‘dream’ or ‘vision’, or take ‘frame’ out"},
    {"milestone-repeated", error, "the same milestone happens twice to one character", "story",
     "give one of the two another ‘number’"},
    {"no-clock", error, "a phrase counts on a clock that the story does not have", "story",
     "say at the top what ‘at’ counts: ‘time: {clock: minute}’"},
    {"no-events", error, "a story in which nothing happens", "story", "write at least one event"},
    {"number-without-milestone", error, "an event has a number but is not a milestone", "story",
     "say which milestone it is, or take ‘number’ out"},
    {"told-twice", error, "the order of telling names an event twice, or is given in two ways", "story",
     "name each event once, either in the list or with numbers"},
    {"two-milestones", error, "an event is more than one milestone", "story",
     "make two events of it, the second ‘with’ the first"},
    {"unlinked-calendar", error, "dates of two calendars that nothing links", "story",
     "give the calendar an ‘epoch’, or write all dates in the calendar of the story"},
    {"unknown-id", error, "an id that nothing has", "story",
     "correct the id, the nearest is suggested; or add what it names"},
    {"mixed-telling", Severity::warning,
     "places in the telling that are in another order when they are read as decimals", "story",
     "leave out zeros after the point (3.5, not 3.05): 3.12 is scene 12 of chapter 3, after 3.9"},
    {"unknown-zone", error, "a time zone that the IANA database does not have", "story",
     "write it as ‘Europe/Paris’, the nearest is suggested"},
    {"unsupported-format", error, "the file is of a version of the format that cannot be read", "story",
     "the file is for a newer program"},
};

}  // namespace

const std::vector<DiagnosticCode>& diagnostic_codes() {
    static const std::vector<DiagnosticCode> sorted_rows = [] {
        std::vector<DiagnosticCode> table(std::begin(rows), std::end(rows));
        std::sort(table.begin(), table.end(),
                  [](const DiagnosticCode& first, const DiagnosticCode& second) { return first.code < second.code; });
        return table;
    }();
    return sorted_rows;
}

}  // namespace fabula
