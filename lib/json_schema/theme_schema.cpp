// theme_json_schema: from the tables of keys to JSON Schema.

#include "theme/theme_schema.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

#include "fabula/json_schema.hpp"
#include "fabula/theme.hpp"
#include "fabula/view.hpp"

#include "json_schema/table_schema.hpp"
#include "view/drawing/json_text.hpp"

namespace fabula::json_schemas {
namespace {

using yaml::Field;
using yaml::Kind;
using yaml::Schema;
namespace theme_form = theme_schema::form;

constexpr std::string_view colour_pattern = "^#?[0-9A-Fa-f]{6}$";
constexpr std::string_view length_pattern = R"(^[0-9]*\.?[0-9]*([eE][-+]?[0-9]+)? *(mm|cm|in|pt)?$)";
constexpr std::string_view feature_pattern = "^[0-9A-Za-z]{4}(=[0-9]{1,3})?$";

/// The settings of one view, each with its values.
Json settings_of(const View& view) {
    Json settings = Json::object();
    for (const SettingDescription& setting : view.settings) {
        const std::string key(setting.key.substr(view.name.size() + 1));
        settings[key] = {{"title", key}, {"description", setting.meaning}};
        settings[key].update(setting.values.empty() ? text() : Json{{"enum", setting.values}});
    }
    return {{"title", view.name},
            {"description", view.summary},
            {"type", "object"},
            {"properties", std::move(settings)},
            {"additionalProperties", false}};
}

/// What a theme says of views, whose settings no table of themes knows.
void add_settings_of_views(Json& theme) {
    Json all = Json::object();
    for (const View& view : views())
        all[std::string(view.name)] = settings_of(view);
    Json& key = theme["properties"]["views"];
    key.erase("propertyNames");
    key["properties"] = std::move(all);
    key["additionalProperties"] = {{"type", "object"}, {"maxProperties", 0}};  // of no view is nothing said
}

Json names_of_marks() {
    Json names = Json::array();
    for (const theme_schema::PrintersMark& mark : theme_schema::printers_marks)
        names.push_back(mark.name);
    return {{"enum", std::move(names)}};
}

Json text_definitions() {
    Json definitions = Json::object();
    const auto define = [&](std::string_view of_form, Json value) {
        definitions[name_of_form(of_form)] = std::move(value);
    };
    define({}, text());
    define(theme_form::colour, with_pattern(text(), colour_pattern, "A colour is written as \"#rrggbb\", in quotes"));
    define(theme_form::length,
           with_pattern(text(), length_pattern, "A length is a number of points, or 3mm, 1cm, 0.5in, 12pt"));
    define(theme_form::feature,
           with_pattern(text(), feature_pattern, "A feature is four letters, and what it is set to: ss01, liga=0"));
    define(theme_form::size, text());
    define(theme_form::printers_mark, names_of_marks());
    define(theme_form::number, {{"type", "number"}, {"minimum", 0}, {"maximum", theme_schema::longest_dash}});
    define(theme_form::settings, {{"type", "object"}});
    return definitions;
}

Json examples_for_theme(const Field& field) {
    Json examples = Json::array();
    if (!field.example.empty()) examples.push_back(field.example);
    if (field.form == theme_form::size) {
        for (const std::string& name : page_names())
            examples.push_back(name);
    }
    if (field.form == theme_form::colour && field.kind == Kind::text) examples.push_back("#18181b");
    return examples;
}

Json schema_of_themes() {
    const TableManner manner{
        .examples = examples_for_theme,
        .finish =
            [](const Schema& schema, Json& map) {
                if (&schema != &theme_schema::theme) return;
                add_settings_of_views(map);
                map["type"] = {"object", "null"};  // an empty file says nothing
            },
    };
    return json_schema(theme_schema::theme, manner, text_definitions());
}

}  // namespace
}  // namespace fabula::json_schemas

namespace fabula {

std::string theme_json_schema() {
    return drawing::json_text(json_schemas::schema_of_themes()) + '\n';
}

}  // namespace fabula
