// english_date_ahead: dates as English texts write them.

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "story/date.hpp"
#include "story/date_readers.hpp"
#include "story/date_tokens.hpp"
#include "story/length_phrase.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr double present = 2000;
constexpr double present_of_physics = 1950;  ///< "BP", before present: before radiocarbon was measured

/// Anything nearer than this is given as a date, or as so long before something else.
constexpr double nearest_distance = 10'000;

/// Units of years before the present, as geologists and astronomers write them.
constexpr std::pair<std::string_view, double> long_units[] = {{"ka", 1e3},  {"Ma", 1e6},  {"Ga", 1e9},  {"kya", 1e3},
                                                              {"mya", 1e6}, {"Mya", 1e6}, {"bya", 1e9}, {"Gya", 1e9}};

bool is_year(std::string_view word, std::string_view) {
    return word == "years" || word == "year";
}

/// The unit of a number of years, and how many words it has with the "ago" after it; 0: there is none.
struct UnitAhead {
    double factor = 1;
    std::size_t words = 0;
    double counted_from = present;
};

std::string year_before(double years, double counted_from) {
    const auto year = static_cast<std::int64_t>(counted_from - std::round(years));
    const std::int64_t size = std::abs(year);
    return fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", year < 0 ? "-" : "", size);
}

UnitAhead unit_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::string_view word = words.word(ahead);
    const std::string_view next = words.word(ahead + 1);
    if (word == "BP") return {1, 1, present_of_physics};
    if (is_year(word, {}) && next == "ago") return {1, 2};
    if (is_year(word, {}) && next == "BP") return {1, 2, present_of_physics};
    const auto* const row = std::find_if(std::begin(long_units), std::end(long_units),
                                         [&](const auto& known) { return known.first == word; });
    if (row == std::end(long_units)) return {};
    if (next == "BP") return {row->second, 2, present_of_physics};
    return {row->second, next == "ago" ? 2U : 1U};
}

/// "250 and 200", "250 to 200", as times before the present are given; the first is in the scale of the second.
CountAhead count_back(const PhraseCursor& words, std::size_t ahead) {
    CountAhead first = count_ahead(words, ahead, is_year);
    const std::string_view joint = words.word(ahead + first.words);
    const bool joined = joint == "and" || joint == "to" || is_dash(joint);
    if (first.words == 0 || !joined) return first;
    const CountAhead second = count_ahead(words, ahead + first.words + 1, is_year);
    if (second.words == 0) return first;
    if (first.scale == 1) first.amount.high *= second.scale;
    return {{second.amount.low, std::max(first.amount.high, second.amount.low), false}, first.words + 1 + second.words};
}

/// Looks at the words from the one `ahead` on for a year counted back from the present: "66 million years ago", "13.8
/// billion years ago", "66 Ma", "13.8 Ga". The present is the year 2000, as for astronomers; geologists count from
/// 1950, which makes no difference at this distance.
EnglishDate distant_date_ahead(const PhraseCursor& words, std::size_t ahead) {
    const CountAhead count = count_back(words, ahead);
    if (count.words == 0) return {};
    const UnitAhead unit = unit_ahead(words, ahead + count.words);
    if (unit.words == 0) return {};
    EnglishDate result;
    result.words = count.words + unit.words;
    const double low = count.amount.low * unit.factor;
    const double high = count.amount.high * unit.factor;
    if (high > most_years) {
        result.fault =
            DateFault{"these are too many years", fmt::format("years reach to {}", exact_number(most_years))};
    } else if (low < nearest_distance && unit.counted_from == present) {
        result.fault = DateFault{"nothing says from when ‘ago’ counts",
                                 "write the date, or so many years before something: 3 years before x"};
    } else if (low < high) {
        result.edtf = year_before(high, unit.counted_from) + "/" + year_before(low, unit.counted_from);
        result.between = true;
    } else {
        result.edtf = year_before(low, unit.counted_from) + (count.amount.about ? "~" : "");
    }
    return result;
}

constexpr std::pair<std::string_view, char> doubts[] = {
    {"c.", '~'},     {"ca.", '~'},     {"c", '~'},        {"ca", '~'},      {"circa", '~'},         {"about", '~'},
    {"around", '~'}, {"roughly", '~'}, {"nearly", '~'},   {"almost", '~'},  {"approximately", '~'}, {"approx.", '~'},
    {"approx", '~'}, {"perhaps", '?'}, {"possibly", '?'}, {"probably", '?'}};

enum class EnglishEra { none, before, after };

/// One date of a stretch, as far as it is written.
struct Piece {
    std::string year;  ///< as EDTF writes it; empty: not said
    std::string dual;  ///< the "/6" of 1675/6
    std::string mark;
    int month = 0;
    int day = 0;
    bool plain = false;  ///< a year of four digits and nothing else
    std::string edtf;    ///< instead of all that

    [[nodiscard]] std::string text() const {
        if (!edtf.empty()) return edtf;
        std::string result = year;
        if (month > 0) result += fmt::format("-{:02}", month);
        if (day > 0) result += fmt::format("-{:02}", day);
        return result + mark + dual;
    }
};

EnglishEra era_of(std::string_view word) {
    word = without_comma(word);
    for (const std::string_view name : {"BC", "BCE", "B.C.", "B.C.E.", "bc", "bce"})
        if (word == name) return EnglishEra::before;
    for (const std::string_view name : {"AD", "CE", "A.D.", "C.E.", "ad", "ce"})
        if (word == name) return EnglishEra::after;
    return EnglishEra::none;
}

/// A year AD or BC as EDTF counts it, with a year 0.
std::string edtf_year(int year, EnglishEra era) {
    const int counted = era == EnglishEra::before ? 1 - year : year;
    const int size = std::abs(counted);
    return fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", counted < 0 ? "-" : "", size);
}

/// "14", "14th"; nothing where it is not a day of a month.
std::optional<int> day_number_of(std::string_view word) {
    word = without_comma(word);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    }
    const auto day = word.size() <= 2 ? whole_number(word) : std::nullopt;
    return day && *day > 0 ? day : std::nullopt;
}

bool joins(std::string_view word) {
    return is_dash(word) || word == "to" || word == "until" || word == "till" || word == "through";
}

class EnglishDateReader {
public:
    EnglishDateReader(const PhraseCursor& words, std::size_t ahead, const DateWay& way)
        : words_(words), ahead_(ahead), way_(way), tokens_(date_tokens(words, ahead)) {}

    EnglishDate read() {
        bool doubted = false;
        for (const auto& [word, mark] : doubts) {
            if (token() != word) continue;
            doubt_ = mark;
            doubted = true;
            ++at_;
            break;
        }
        take("the");
        if (distant()) return std::move(result_);
        if (is_length_ahead(words_, ahead_)) return {};
        if (stage() || weekday() || share() || decade() || century() || dates(doubted)) return finished();
        return {};
    }

private:
    [[nodiscard]] std::string_view token(std::size_t further = 0) const {
        return at_ + further < tokens_.size() ? tokens_[at_ + further].text : std::string_view();
    }

    bool take(std::string_view expected) {
        if (token() != expected) return false;
        ++at_;
        return true;
    }

    bool fail(std::string message, std::string help) {
        result_.fault = DateFault{std::move(message), std::move(help)};
        return true;
    }

    [[nodiscard]] std::optional<int> month_at(std::size_t further = 0) const {
        return way_.calendar.standard ? english_month(token(further)) : std::nullopt;
    }

    [[nodiscard]] EnglishEra era_at(std::size_t further) const {
        return way_.calendar.standard ? era_of(token(further)) : EnglishEra::none;
    }

    /// The word that the reading has reached, after "about" and "the".
    [[nodiscard]] std::size_t word() const { return at_ < tokens_.size() ? tokens_[at_].word : 0; }

    bool distant() {
        if (!way_.calendar.standard || at_ >= tokens_.size()) return false;
        result_ = distant_date_ahead(words_, ahead_ + word());
        if (result_.words == 0) return false;
        result_.words += word();
        if (doubt_ != '\0' && !result_.between) result_.edtf += doubt_;
        return true;
    }

    /// "early 1990s" is not read, but it is common enough to say what to write instead.
    bool stage() {
        const auto found = stage_of_date_at(tokens_, at_);
        if (!found) return false;
        at_ = found->tokens;
        EnglishDateReader rest(words_, ahead_, way_);
        rest.at_ = at_;
        rest.take("the");
        if (!rest.decade() && !rest.century() && !rest.dates(true)) return false;
        at_ = rest.at_;
        const std::string& date = rest.result_.edtf;
        return fail(fmt::format("‘{}’ is not read of a date", found->word), help_for_stage(date, found->stage, way_));
    }

    bool weekday() {
        if (!way_.calendar.standard) return false;
        const NthWeekday found = nth_weekday_at(tokens_, at_, way_);
        if (found.tokens == 0) return false;
        at_ += found.tokens;
        if (found.edtf.empty())
            return fail("there is no such day of the week in this month", "write ‘last’ for the last of a month");
        result_.edtf = found.edtf;
        return true;
    }

    bool share() {
        ShareOfYear found = way_.calendar.standard ? share_of_year_at(tokens_, at_) : ShareOfYear{};
        at_ += found.tokens;
        result_.edtf = std::move(found.edtf);
        return found.tokens > 0;
    }

    /// "1990s".
    bool decade() {
        std::string_view text = without_comma(token());
        for (const std::string_view ending : {"’s", "'s", "s"}) {
            if (!text.ends_with(ending)) continue;
            text.remove_suffix(ending.size());
            return decade(text);
        }
        return false;
    }

    bool decade(std::string_view figures) {
        for (const std::string_view apostrophe : {"’", "'"})
            if (figures.size() == 2 + apostrophe.size() && figures.starts_with(apostrophe))
                figures.remove_prefix(apostrophe.size());
        if (!whole_number(figures) || !figures.ends_with('0')) return false;
        if (figures.size() == 2) {
            ++at_;
            return fail("of which century?", fmt::format("write 19{0}s, or 19{1}X", figures, figures.front()));
        }
        if (figures.size() != 4) return false;
        ++at_;
        const std::string_view ten = figures.substr(0, 3);
        if (ten.ends_with('0')) {
            return fail(fmt::format("‘{}s’ may be ten years or a hundred", figures),
                        fmt::format("write {}X for the ten, {}XX for the hundred", ten, figures.substr(0, 2)));
        }
        result_.edtf = fmt::format("{}X{}", ten, doubt_ == '\0' ? "" : std::string(1, doubt_));
        return true;
    }

    /// "19th century": from 1801 to 1900, as centuries are counted; the 18XX of EDTF begins a year earlier. "3rd
    /// millennium BC".
    bool century() {
        const auto number = ordinal_of(token());
        const std::string_view name = without_comma(token(1));
        const bool millennium = name == "millennium";
        if (!number || (!millennium && name != "century" && name != "cent." && name != "c.")) return false;
        const int years = millennium ? 1000 : 100;
        const EnglishEra era = era_at(2);
        at_ += era == EnglishEra::none ? 2 : 3;
        const std::string first = edtf_year((*number - 1) * years + 1, era);
        const std::string last = edtf_year(*number * years, era);
        result_.edtf = era == EnglishEra::before ? last + "/" + first : first + "/" + last;
        result_.between = true;
        return true;
    }

    /// One date, or two with a dash or "to" between. A year alone is EDTF already and left to its reader, unless an
    /// "about" comes before it.
    bool dates(bool doubted) {
        const std::size_t start = at_;
        if (doubted && tokens_.size() == at_ + 1 && token().size() < 4 && whole_number(token())) {
            const std::string year(token());
            ++at_;
            return fail("a year has four digits", fmt::format("write zeros before it, as {:0>4}", year));
        }
        auto first = piece(false);
        if (!first || result_.fault) return result_.fault.has_value();
        const std::size_t behind_first = at_;
        if (joins(token())) {
            ++at_;
            auto second = piece(true);
            if (result_.fault) return true;
            if (second && complete(*first, *second)) {
                doubt(*first);
                doubt(*second);
                result_.edtf = first->text() + "/" + second->text();
                return true;
            }
            if (second && second->month > 0 && second->day > 0 && second->year.empty()) return fail_without_year();
            at_ = behind_first;
        }
        if (first->plain && take("or")) return either(first->text());
        if (first->year.empty() && first->edtf.empty()) return without_year(*first, start);
        if ((first->plain || !first->edtf.empty()) && !doubted) return false;
        doubt(*first);
        result_.edtf = first->text();
        return true;
    }

    /// "1850 or 1851".
    bool either(const std::string& first) {
        const auto second = piece(true);
        if (!second || !second->plain) return false;
        result_.edtf = fmt::format("[{}, {}]", first, second->text());
        return true;
    }

    /// "14 July": a day, but of what year? "May" alone is something else.
    bool without_year(const Piece& piece, std::size_t start) {
        if (piece.month == 0 || piece.day == 0 || at_ < start + 2) return false;
        return fail_without_year();
    }

    bool fail_without_year() { return fail("of what year?", "write the year after it, as 14 July 1996"); }

    void doubt(Piece& piece) const {
        if (doubt_ == '\0') return;
        std::string& text = piece.edtf.empty() ? piece.mark : piece.edtf;
        const char last = text.empty() ? '\0' : text.back();
        if (last == doubt_ || last == '%') return;
        if (last == '~' || last == '?')
            text.back() = '%';
        else
            text += doubt_;
    }

    /// Completes each of the two dates by what only the other says. Whether they are a stretch.
    bool complete(Piece& first, Piece& second) {
        if (!first.edtf.empty() || !second.edtf.empty())
            return (!first.edtf.empty() || !first.year.empty()) && (!second.edtf.empty() || !second.year.empty());
        if (first.plain && second.year.empty() && second.month == 0 && second.day > 0) {
            second.year = fmt::format("{}{:02}", first.year.substr(0, 2), second.day);  // 1850–60
            second.day = 0;
        }
        if (second.year.empty()) return false;
        if (first.year.empty()) first.year = second.year;
        if (first.day > 0 && first.month == 0) first.month = second.month;
        if (second.day > 0 && second.month == 0) second.month = first.month;
        return (first.day == 0 || first.month > 0) && (second.day == 0 || second.month > 0);
    }

    std::optional<Piece> piece(bool second) {
        take("the");
        if (auto year = year_piece()) return year_first(std::move(*year));
        if (auto edtf = edtf_piece()) return edtf;
        Piece piece;
        const auto day = day_number_of(token());
        const std::size_t of = token(1) == "of" ? 2 : 1;
        if (day && month_at(of)) {
            piece.day = *day;
            at_ += of;
        } else if (day && (second || joins(token(1)))) {
            piece.day = *day;
            ++at_;
            if (auto year = second ? year_piece() : std::nullopt) take_year(piece, *year);
            return piece;
        }
        const auto month = month_at();
        if (!month) return std::nullopt;
        piece.month = *month;
        ++at_;
        take("of");
        if (const auto later = piece.day == 0 && !is_year(token()) && era_at(1) == EnglishEra::none
                                   ? day_number_of(token())
                                   : std::nullopt;
            later && *later <= 31) {
            piece.day = *later;
            ++at_;
        }
        if (auto year = year_piece())
            take_year(piece, *year);
        else if (is_short_year())
            return short_year();
        return piece;
    }

    /// "1996 July 14".
    Piece year_first(Piece piece) {
        const auto month = piece.plain ? month_at() : std::nullopt;
        if (!month) return piece;
        ++at_;
        piece.plain = false;
        piece.month = *month;
        if (const auto day = day_number_of(token())) {
            piece.day = *day;
            ++at_;
        }
        return piece;
    }

    static void take_year(Piece& piece, const Piece& year) {
        piece.year = year.year;
        piece.dual = year.dual;
        piece.mark = year.mark;
    }

    [[nodiscard]] static bool is_year(std::string_view word) {
        return word.size() >= 4 && whole_number(word.substr(0, 4));
    }

    [[nodiscard]] bool is_short_year() const {
        const auto number = whole_number(without_comma(token()));
        return number && *number > 31 && *number < 1000;
    }

    std::optional<Piece> short_year() {
        const std::string_view year = without_comma(token());
        ++at_;
        fail(fmt::format("‘{}’ is not a full year", year),
             fmt::format("write all its digits, as {}{:0>2}; or AD {} if that is meant", 19, year, year));
        return std::nullopt;
    }

    /// "1996", "1996?", "1675/6", "44 BC", "AD 79", and the 100 of "100–44 BC".
    std::optional<Piece> year_piece() {
        const EnglishEra before = era_at(0);
        const std::string_view number = without_comma(token(before == EnglishEra::after ? 1 : 0));
        const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
        const auto value = whole_number(number.substr(0, digits));
        if (value == 0 && digits == number.size() && era_at(1) != EnglishEra::none) {
            at_ += 2;
            fail("there is no year 0", "the year before AD 1 is 1 BC, which EDTF writes as 0000");
            return Piece{};
        }
        if (!value || *value == 0) return std::nullopt;
        std::string_view rest = number.substr(digits);
        Piece piece;
        if (rest.starts_with('/') && rest.size() <= 4 && whole_number(rest.substr(1))) {
            piece.dual = rest;
            rest = {};
        } else if (rest.starts_with('/') && rest.size() == 5 && whole_number(rest.substr(1)) == *value + 1) {
            piece.dual = "/" + std::string(rest.substr(2));  // 1699/1700: of four digits it would be a stretch
            rest = {};
        }
        if (rest == "?" || rest == "~" || rest == "%") {
            piece.mark = rest;
            rest = {};
        }
        if (!rest.empty() || before == EnglishEra::before) return std::nullopt;
        EnglishEra era = before == EnglishEra::after ? before : era_at(1);
        const std::size_t own = before == EnglishEra::after || era != EnglishEra::none ? 2 : 1;
        const bool shared = own == 1 && joins(token(1)) && whole_number(token(2)) && era_at(3) != EnglishEra::none;
        if (shared) era = era_at(3);
        if (era == EnglishEra::none && digits != 4) return std::nullopt;
        piece.plain = era == EnglishEra::none && piece.mark.empty() && piece.dual.empty();
        piece.year = piece.plain ? std::string(number.substr(0, digits)) : edtf_year(*value, era);
        at_ += own;
        return piece;
    }

    std::optional<Piece> edtf_piece() {
        const std::string_view text = without_comma(token());
        const bool fits = text.size() >= 4 && looks_like_date(text) &&
                          std::holds_alternative<CalendarDate>(parse_edtf_date(text, 0, way_));
        if (!fits) return std::nullopt;
        ++at_;
        Piece piece;
        piece.edtf = text;
        return piece;
    }

    /// The result and its number of words; nothing where a word was read only in part.
    EnglishDate finished() {
        if (at_ < tokens_.size() && at_ > 0 && tokens_[at_].word == tokens_[at_ - 1].word) return {};
        result_.words = at_ == 0 ? 0 : tokens_[at_ - 1].word + 1;
        return std::move(result_);
    }

    const PhraseCursor& words_;
    std::size_t ahead_;
    const DateWay& way_;
    std::vector<DateToken> tokens_;
    std::size_t at_ = 0;
    char doubt_ = '\0';
    EnglishDate result_;
};

}  // namespace

EnglishDate english_date_ahead(const PhraseCursor& words, std::size_t ahead, const DateWay& way) {
    if (!has_figures(words, ahead)) return {};
    return EnglishDateReader(words, ahead, way).read();
}

}  // namespace fabula
