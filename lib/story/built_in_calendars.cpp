// The calendars that every story has.

#include <algorithm>

#include "fabula/calendar.hpp"

#include "story/lunar_years.hpp"

namespace fabula {
namespace {

std::vector<CalendarMonth> roman_months() {
    return {{"January", 31}, {"February", 28}, {"March", 31},     {"April", 30},   {"May", 31},      {"June", 30},
            {"July", 31},    {"August", 31},   {"September", 30}, {"October", 31}, {"November", 30}, {"December", 31}};
}

/// The week of seven days, beginning with the weekday of `first`, the first day of year 1.
std::vector<std::string> week_from(std::int64_t first) {
    std::vector<std::string> week = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    constexpr std::int64_t monday = -3;  // 1969-12-29
    const std::int64_t weekday = ((first - monday) % 7 + 7) % 7;
    std::rotate(week.begin(), week.begin() + weekday, week.end());
    return week;
}

Calendar made(std::string id, std::string name, std::int64_t epoch, std::vector<CalendarMonth> months) {
    Calendar calendar;
    calendar.id = std::move(id);
    calendar.name = std::move(name);
    calendar.months = std::move(months);
    calendar.week = week_from(epoch);
    calendar.epoch = epoch;
    calendar.built_in = true;
    return calendar;
}

Calendar make_gregorian() {
    Calendar calendar = made("gregorian", "Gregorian calendar", -719162, roman_months());
    calendar.standard = true;
    calendar.leap = LeapRule{.month = 2, .except = 100, .unless = 400};
    return calendar;
}

Calendar make_julian() {
    Calendar calendar = made("julian", "Julian calendar", -719164, roman_months());
    calendar.standard = true;
    calendar.leap = LeapRule{.month = 2};
    return calendar;
}

// The epochs are those of Reingold and Dershowitz, "Calendrical Calculations", as are the rules of leap years.

Calendar make_hebrew() {
    constexpr std::int64_t first_of_year_1 = -2092590;  // Julian 3761 BC, October 7
    Calendar calendar = made("hebrew", "Hebrew calendar", first_of_year_1,
                             {{"Tishri", 30, {"Tishrei"}},
                              {"Heshvan", 29, {"Cheshvan", "Marheshvan", "Marcheshvan"}},
                              {"Kislev", 30},
                              {"Tevet", 29, {"Teveth", "Tebeth"}},
                              {"Shevat", 30, {"Shvat", "Shebat"}},
                              {"Adar I", 0, {"Adar Rishon", "Adar Alef", "Adar 1"}},
                              {"Adar", 29, {"Adar II", "Adar Sheni", "Adar Bet", "Adar 2"}},
                              {"Nisan", 30, {"Nissan"}},
                              {"Iyar", 29, {"Iyyar"}},
                              {"Sivan", 30},
                              {"Tammuz", 29, {"Tamuz"}},
                              {"Av", 30, {"Ab"}},
                              {"Elul", 29}});
    calendar.system = CalendarSystem::hebrew;
    return calendar;
}

std::vector<CalendarMonth> islamic_months() {
    return {
        {"Muharram", 30},
        {"Safar", 29},
        {"Rabi I", 30, {"Rabi al-Awwal", "Rabi' al-Awwal", "Rabi’ al-Awwal", "Rabi' I", "Rabi’ I"}},
        {"Rabi II", 29, {"Rabi al-Thani", "Rabi' al-Thani", "Rabi’ al-Thani", "Rabi al-Akhir", "Rabi' II", "Rabi’ II"}},
        {"Jumada I", 30, {"Jumada al-Ula", "Jumada al-Awwal"}},
        {"Jumada II", 29, {"Jumada al-Akhira", "Jumada al-Thani", "Jumada al-Thaniya"}},
        {"Rajab", 30},
        {"Shaban", 29, {"Sha'ban", "Sha’ban", "Shaaban"}},
        {"Ramadan", 30, {"Ramadhan", "Ramazan"}},
        {"Shawwal", 29},
        {"Dhu al-Qada", 30, {"Dhu al-Qa'da", "Dhu al-Qa’da", "Dhu al-Qidah", "Dhul-Qadah", "Dhul Qadah"}},
        {"Dhu al-Hijja", 29, {"Dhu al-Hijjah", "Dhul-Hijjah", "Dhul Hijjah"}}};
}

Calendar make_islamic() {
    constexpr std::int64_t first_of_year_1 = -492148;  // Julian 622-07-16
    Calendar calendar = made("islamic", "Islamic civil calendar", first_of_year_1, islamic_months());
    calendar.leap = LeapRule{.month = 12, .years = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}, .cycle = 30};
    return calendar;
}

/// The first day of year 1 of calendars that know only some years, as if these repeated for ever.
std::int64_t first_of_year_1(CalendarSystem system, std::int64_t first_of_its_namesake) {
    const LunarRange& range = lunar_range(system);
    const std::int64_t years = range.years.last - range.years.first + 1;
    const std::int64_t cycles = (range.years.first - 1 + years - 1) / years;
    return first_of_its_namesake - cycles * range.days;
}

Calendar make_umm_al_qura() {
    constexpr std::int64_t first_of_1506 = 41174;
    Calendar calendar = made("umm-al-qura", "Umm al-Qura calendar",
                             first_of_year_1(CalendarSystem::umm_al_qura, first_of_1506), islamic_months());
    calendar.system = CalendarSystem::umm_al_qura;
    calendar.years = lunar_range(calendar.system).years;
    return calendar;
}

Calendar make_persian() {
    constexpr std::int64_t first_of_year_1 = -492268;  // Julian 622-03-18
    Calendar calendar = made("persian", "Persian calendar", first_of_year_1,
                             {{"Farvardin", 31},
                              {"Ordibehesht", 31},
                              {"Khordad", 31},
                              {"Tir", 31},
                              {"Mordad", 31, {"Amordad"}},
                              {"Shahrivar", 31},
                              {"Mehr", 30},
                              {"Aban", 30},
                              {"Azar", 30},
                              {"Dey", 30, {"Dei"}},
                              {"Bahman", 30},
                              {"Esfand", 29}});
    // As ICU counts: 8 leap years in 33, as by the equinox in Tehran for the years 1206 to 1498.
    calendar.leap = LeapRule{.month = 12, .years = {1, 5, 9, 13, 17, 22, 26, 30}, .cycle = 33};
    return calendar;
}

Calendar make_coptic() {
    constexpr std::int64_t first_of_year_1 = -615558;  // Julian 284-08-29
    Calendar calendar = made("coptic", "Coptic calendar", first_of_year_1,
                             {{"Tout", 30, {"Thout", "Thoth"}},
                              {"Baba", 30, {"Paopi"}},
                              {"Hator", 30, {"Hathor"}},
                              {"Kiahk", 30, {"Koiak"}},
                              {"Toba", 30, {"Tobi"}},
                              {"Amshir", 30, {"Meshir"}},
                              {"Baramhat", 30, {"Paremhat"}},
                              {"Baramouda", 30, {"Parmouti"}},
                              {"Bashans", 30, {"Pashons"}},
                              {"Paona", 30, {"Paoni"}},
                              {"Epep", 30, {"Epip"}},
                              {"Mesra", 30, {"Mesori"}},
                              {"Nasie", 5, {"Pi Kogi Enavot"}}});
    calendar.leap = LeapRule{.month = 13, .from = 3};
    return calendar;
}

Calendar make_ethiopic() {
    constexpr std::int64_t first_of_year_1 = -716367;  // Julian 8-08-29
    Calendar calendar = made("ethiopic", "Ethiopic calendar", first_of_year_1,
                             {{"Meskerem", 30},
                              {"Tikimt", 30, {"Tekemt", "Teqemt"}},
                              {"Hidar", 30, {"Hedar"}},
                              {"Tahsas", 30, {"Tahsas"}},
                              {"Tir", 30, {"Ter"}},
                              {"Yekatit", 30},
                              {"Megabit", 30},
                              {"Miyazya", 30, {"Miazia"}},
                              {"Ginbot", 30, {"Genbot"}},
                              {"Sene", 30},
                              {"Hamle", 30},
                              {"Nehase", 30},
                              {"Pagume", 5, {"Pagumen", "Pagume"}}});
    calendar.leap = LeapRule{.month = 13, .from = 3};
    return calendar;
}

Calendar make_indian() {
    constexpr std::int64_t first_of_year_1 = -690593;  // Gregorian 79-03-22
    Calendar calendar = made("indian", "Indian national calendar", first_of_year_1,
                             {{"Chaitra", 30},
                              {"Vaishakha", 31, {"Vaisakha"}},
                              {"Jyeshtha", 31, {"Jyaistha"}},
                              {"Ashadha", 31, {"Asadha"}},
                              {"Shravana", 31, {"Sravana"}},
                              {"Bhadra", 31, {"Bhadrapada"}},
                              {"Ashvin", 30, {"Asvina", "Ashvina"}},
                              {"Kartika", 30, {"Kartik"}},
                              {"Agrahayana", 30, {"Margashirsha"}},
                              {"Pausha", 30, {"Pausa"}},
                              {"Magha", 30},
                              {"Phalguna", 30}});
    calendar.leap = LeapRule{.month = 1, .except = 100, .unless = 400, .from = -78};  // those of the Gregorian year
    return calendar;
}

/// The eras of the modern state, by their first days as the government published them, with Gregorian months as since
/// 1873.
Calendar make_japanese() {
    Calendar calendar = gregorian();
    calendar.id = "japanese";
    calendar.name = "Japanese calendar";
    calendar.standard = false;
    const auto on = [](const CalendarDay& day) { return day_number(gregorian(), day); };
    calendar.eras = {{"Meiji", 1868, false, on({1868, 9, 8}), on({1912, 7, 30})},
                     {"Taisho", 1912, false, on({1912, 7, 30}), on({1926, 12, 25})},
                     {"Showa", 1926, false, on({1926, 12, 25}), on({1989, 1, 7})},
                     {"Heisei", 1989, false, on({1989, 1, 8}), on({2019, 4, 30})},
                     {"Reiwa", 2019, false, on({2019, 5, 1})}};
    return calendar;
}

/// Twelve months, and after each the leap month of its name, in the years that have it; of 29 or 30 days.
std::vector<CalendarMonth> chinese_months() {
    struct Name {
        std::string ordinal;
        std::string pinyin;
    };
    const Name names[] = {{"First", "Zhengyue"}, {"Second", "Eryue"},      {"Third", "Sanyue"},
                          {"Fourth", "Siyue"},   {"Fifth", "Wuyue"},       {"Sixth", "Liuyue"},
                          {"Seventh", "Qiyue"},  {"Eighth", "Bayue"},      {"Ninth", "Jiuyue"},
                          {"Tenth", "Shiyue"},   {"Eleventh", "Shiyiyue"}, {"Twelfth", "Shieryue"}};
    std::vector<CalendarMonth> months;
    int number = 0;
    for (const Name& name : names) {
        const std::string count = std::to_string(++number);
        months.push_back({name.ordinal + " Month", 30, {"Month " + count, "month " + count, name.pinyin}, number});
        months.push_back(
            {"Leap " + name.ordinal + " Month",
             0,
             {"leap " + count, "Leap " + count, "leap month " + count, "Leap Month " + count, "Run " + name.pinyin},
             12 + number});
    }
    return months;
}

Calendar make_chinese() {
    constexpr std::int64_t first_of_1977 = 2605;
    Calendar calendar =
        made("chinese", "Chinese calendar", first_of_year_1(CalendarSystem::chinese, first_of_1977), chinese_months());
    calendar.system = CalendarSystem::chinese;
    calendar.years = lunar_range(calendar.system).years;
    return calendar;
}

Calendar make_french_republican() {
    constexpr std::int64_t first_of_year_1 = -64748;  // 1792-09-22
    Calendar calendar =
        made("french-republican", "French Republican calendar", first_of_year_1,
             {{"Vendémiaire", 30, {"Vendemiaire"}},
              {"Brumaire", 30},
              {"Frimaire", 30},
              {"Nivôse", 30, {"Nivose"}},
              {"Pluviôse", 30, {"Pluviose"}},
              {"Ventôse", 30, {"Ventose"}},
              {"Germinal", 30},
              {"Floréal", 30, {"Floreal"}},
              {"Prairial", 30},
              {"Messidor", 30},
              {"Thermidor", 30},
              {"Fructidor", 30},
              {"Complementary Days", 5, {"Sansculottides", "Complementary Day", "complementary days"}}});
    calendar.system = CalendarSystem::french_republican;
    calendar.leap = LeapRule{.month = 13};
    calendar.week = {"Primidi", "Duodi",   "Tridi",  "Quartidi", "Quintidi",
                     "Sextidi", "Septidi", "Octidi", "Nonidi",   "Décadi"};
    return calendar;
}

}  // namespace

const Calendar& gregorian() {
    static const Calendar calendar = make_gregorian();
    return calendar;
}

const Calendar& julian() {
    static const Calendar calendar = make_julian();
    return calendar;
}

const std::vector<Calendar>& built_in_calendars() {
    static const std::vector<Calendar> calendars = {
        gregorian(),   julian(),        make_hebrew(), make_islamic(),  make_umm_al_qura(), make_persian(),
        make_coptic(), make_ethiopic(), make_indian(), make_japanese(), make_chinese(),     make_french_republican()};
    return calendars;
}

}  // namespace fabula
