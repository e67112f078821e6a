#include "view/language_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fabula {
namespace {

constexpr std::array<std::string_view, 7> languages{"en", "de", "fr", "es", "it", "nl", "pt"};

struct Row {
    std::string_view key;
    std::array<std::string_view, languages.size()> text;
};

// {0}: what is filled in, of two the first. Of `century` {0} is its number in figures, {roman} in Roman ones, {ordinal}
// as the language counts. Of `part-of-day` {0} is the part and {1} the day, of `season` {0} the season and {1} the
// year.
constexpr std::array<Row, 30> table{{
    {"circa", {"c.", "um", "v.", "c.", "c.", "ca.", "c."}},
    {"about", {"about", "etwa", "environ", "unos", "circa", "ongeveer", "cerca de"}},
    {"after", {"after {0}", "nach {0}", "après {0}", "después de {0}", "dopo {0}", "na {0}", "depois de {0}"}},
    {"before", {"before {0}", "vor {0}", "avant {0}", "antes de {0}", "prima di {0}", "voor {0}", "antes de {0}"}},
    {"by", {"by {0}", "bis {0}", "jusqu’à {0}", "hasta {0}", "fino a {0}", "tot {0}", "até {0}"}},
    {"to", {"{0} to {1}", "{0} bis {1}", "{0} à {1}", "{0} a {1}", "{0} a {1}", "{0} tot {1}", "{0} a {1}"}},
    {"season", {"{0} {1}", "{0} {1}", "{0} {1}", "{0} de {1}", "{0} {1}", "{0} {1}", "{0} de {1}"}},
    {"spring", {"spring", "Frühling", "printemps", "primavera", "primavera", "voorjaar", "primavera"}},
    {"summer", {"summer", "Sommer", "été", "verano", "estate", "zomer", "verão"}},
    {"autumn", {"autumn", "Herbst", "automne", "otoño", "autunno", "najaar", "outono"}},
    {"winter", {"winter", "Winter", "hiver", "invierno", "inverno", "winter", "inverno"}},
    {"part-of-day",
     {"{0} of {1}", "{1}, {0}", "{0} du {1}", "{0} del {1}", "{0} del {1}", "{0} van {1}", "{0} de {1}"}},
    {"dawn", {"dawn", "Morgengrauen", "aube", "amanecer", "alba", "dageraad", "madrugada"}},
    {"morning", {"morning", "Vormittag", "matin", "mañana", "mattina", "ochtend", "manhã"}},
    {"noon", {"noon", "Mittag", "midi", "mediodía", "mezzogiorno", "middag", "meio-dia"}},
    {"afternoon", {"afternoon", "Nachmittag", "après-midi", "tarde", "pomeriggio", "namiddag", "tarde"}},
    {"evening", {"evening", "Abend", "soir", "noche", "sera", "avond", "noite"}},
    {"night", {"night", "Nacht", "nuit", "noche", "notte", "nacht", "noite"}},
    {"midnight", {"midnight", "Mitternacht", "minuit", "medianoche", "mezzanotte", "middernacht", "meia-noite"}},
    {"decade", {"{0}s", "{0}er Jahre", "années {0}", "años {0}", "anni {0}", "jaren {0}", "anos {0}"}},
    {"century",
     {"{ordinal} century", "{0}. Jahrhundert", "{roman}e siècle", "siglo {roman}", "{roman} secolo", "{0}e eeuw",
      "século {roman}"}},
    {"years-ago",
     {"{0} years ago", "vor {0} Jahren", "il y a {0} d’années", "hace {0} de años", "{0} di anni fa",
      "{0} jaar geleden", "há {0} de anos"}},
    {"later", {"{0} later", "{0} später", "{0} plus tard", "{0} después", "{0} dopo", "{0} later", "{0} depois"}},
    {"at-least",
     {"at least {0}", "mindestens {0}", "au moins {0}", "al menos {0}", "almeno {0}", "minstens {0}",
      "pelo menos {0}"}},
    {"more-than",
     {"more than {0}", "mehr als {0}", "plus de {0}", "más de {0}", "più di {0}", "meer dan {0}", "mais de {0}"}},
    {"at-most",
     {"at most {0}", "höchstens {0}", "au plus {0}", "como mucho {0}", "al massimo {0}", "hoogstens {0}",
      "no máximo {0}"}},
    {"less-than",
     {"less than {0}", "weniger als {0}", "moins de {0}", "menos de {0}", "meno di {0}", "minder dan {0}",
      "menos de {0}"}},
    {"on-day", {"day {0}", "Tag {0}", "jour {0}", "día {0}", "giorno {0}", "dag {0}", "dia {0}"}},
    {"on-hour", {"hour {0}", "Stunde {0}", "heure {0}", "hora {0}", "ora {0}", "uur {0}", "hora {0}"}},
    {"on-year", {"year {0}", "Jahr {0}", "an {0}", "año {0}", "anno {0}", "jaar {0}", "ano {0}"}},
}};

auto column_of(std::string_view language) {
    return std::ranges::find(languages, language.substr(0, language.find('-')));
}

}  // namespace

std::string_view language_word(std::string_view language, std::string_view key) {
    const auto row = std::ranges::find(table, key, &Row::key);
    if (row == table.end()) return {};
    const auto column = column_of(language);
    return row->text[column == languages.end() ? 0 : static_cast<std::size_t>(column - languages.begin())];
}

bool has_words(std::string_view language) {
    return column_of(language) != languages.end();
}

}  // namespace fabula
