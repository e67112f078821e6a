// Words, figures and lengths of time. What pictures say about time and CLDR has no data for stands in a table here, in
// the languages that we have it in.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>

#include "source/number.hpp"
#include "view/cldr_formats.hpp"
#include "view/wording.hpp"

namespace fabula {
namespace {

/// The languages of the table below.
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

/// In English where the table does not have the language, which is a BCP 47 tag; empty for a key that it does not have.
std::string_view language_word(std::string_view language, std::string_view key) {
    const auto row = std::ranges::find(table, key, &Row::key);
    if (row == table.end()) return {};
    const auto column = column_of(language);
    return row->text[column == languages.end() ? 0 : static_cast<std::size_t>(column - languages.begin())];
}

/// Whether the table has the language.
bool has_words(std::string_view language) {
    return column_of(language) != languages.end();
}

std::string_view limit_key(Duration::Limit limit) {
    switch (limit) {
        case Duration::Limit::none:
            return {};
        case Duration::Limit::at_least:
            return "at-least";
        case Duration::Limit::more_than:
            return "more-than";
        case Duration::Limit::at_most:
            return "at-most";
        case Duration::Limit::less_than:
            return "less-than";
    }
    return {};
}

/// Fills in a pattern. A word without braces stands before what is filled in, or after it where the English one stands
/// after it.
std::string filled(std::string pattern, std::string_view english, std::string_view first, std::string_view second) {
    if (pattern.find('{') == std::string::npos)
        pattern = english.starts_with("{0}") && english.find("{1}") == std::string_view::npos ? "{0} " + pattern
                                                                                              : pattern + " {0}";
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::string_view rest = std::string_view(pattern).substr(i);
        const bool is_first = rest.starts_with("{0}");
        if (!is_first && !rest.starts_with("{1}")) {
            text += pattern[i];
            continue;
        }
        text += is_first ? first : second;
        i += 2;
    }
    return text;
}

}  // namespace

std::string Wording::duration(const Duration& duration) const {
    std::string text = duration.low == duration.high ? std::string() : number(duration.low, 1) + "\u2013";
    if (duration.unit == TimeUnit::clock) {
        text += number(duration.high, 1) + " " + word(story_.time().clock, story_.time().clock);
    } else {
        text += figures_->measured(duration);
    }
    if (duration.limit != Duration::Limit::none) text = phrase(limit_key(duration.limit), text);
    if (!duration.about) return text;
    const bool ours = has_words(story_.language()) || !story_.word("about", "").empty();
    return (ours ? word("about", "about") : "\u2248") + " " + text;
}

std::string Wording::later(const Duration& duration) const {
    return phrase("later", this->duration(duration));
}

std::string Wording::figure(double value) const {
    constexpr double least_grouped = 10'000;
    if (value == std::floor(value) && std::abs(value) < least_grouped) return number(value, 0);
    return figures_->grouped(value);
}

std::string Wording::years_ago(std::int64_t year) const {
    constexpr std::int64_t million = 1'000'000;
    const auto years = static_cast<double>(years_before_today(year));
    const bool ours = has_words(story_.language()) && years >= million;
    if (ours || !story_.word("years-ago", "").empty()) return phrase("years-ago", figures_->compact(years));
    return figures_->years_ago(years);
}

std::string Wording::century(std::int64_t year) const {
    const std::int64_t number = year / 100 + 1;
    std::string pattern = word("century", "{ordinal} century");
    const auto put = [&](std::string_view what, const std::string& by) {
        if (const auto at = pattern.find(what); at != std::string::npos) pattern.replace(at, what.size(), by);
    };
    put("{ordinal}", figures_->ordinal(number));
    put("{roman}", figures_->roman(number));
    put("{0}", fmt::to_string(number));
    return pattern;
}

std::string Wording::any_of(const std::vector<std::string>& texts) const {
    return figures_->any_of(texts);
}

std::string Wording::word(std::string_view key, std::string_view otherwise) const {
    if (const std::string_view own = story_.word(key, ""); !own.empty()) return std::string(own);
    const std::string_view usual = language_word(story_.language(), key);
    return std::string(usual.empty() ? otherwise : usual);
}

std::string Wording::phrase(std::string_view key, std::string_view first, std::string_view second) const {
    return filled(word(key, "{0}"), language_word("en", key), first, second);
}

}  // namespace fabula
