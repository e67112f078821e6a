#include "text/direction.hpp"

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

namespace fabula {

namespace {

Direction direction_of_script(GUnicodeScript script) {
    const hb_script_t code = hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(script));
    return hb_script_get_horizontal_direction(code) == HB_DIRECTION_RTL ? Direction::right_to_left
                                                                        : Direction::left_to_right;
}

Direction direction_of_language(const std::string& language) {
    int count = 0;
    const PangoScript* const scripts = pango_language_get_scripts(pango_language_from_string(language.c_str()), &count);
    if (scripts == nullptr || count == 0) return Direction::left_to_right;
    return direction_of_script(static_cast<GUnicodeScript>(scripts[0]));
}

}  // namespace

Direction direction_of(const std::string& text, const std::string& language) {
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (g_unichar_isalpha(character) != 0) return direction_of_script(g_unichar_get_script(character));
    }
    return direction_of_language(language);
}

}  // namespace fabula
