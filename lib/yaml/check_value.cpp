// check_value: whether a value is what its key takes.

#include "yaml/check_value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "source/nearest.hpp"
#include "source/number.hpp"

namespace fabula::yaml {
namespace {

/// The keys of a map as the list that it could be.
std::string as_list(const Node& map) {
    constexpr std::size_t most = 5;
    std::string keys;
    for (std::size_t i = 0; i < std::min(map.entries.size(), most); ++i)
        keys += fmt::format("{}{}", i == 0 ? "" : ", ", map.entries[i].key->text);
    return fmt::format("write a list: [{}{}]", keys, map.entries.size() > most ? ", ..." : "");
}

std::string advice_on_type(const Node& value, const Field& field) {
    const bool takes_number = field.kind == Kind::number || field.kind == Kind::whole_number;
    if (takes_number && value.quoted) return "leave the quotes away";
    return field.kind == Kind::texts && value.kind == Node::Kind::map ? as_list(value) : "";
}

bool report_type(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    findings.add("wrong-type", value.span,
                 fmt::format("‘{}’ takes {}, and this is {}", name, takes(field), describe(value)),
                 advice_on_type(value, field));
    return false;
}

bool check_number(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    const std::optional<double> number = to_number(value);
    const bool whole = field.kind == Kind::whole_number;
    if (!number || (whole && *number != std::floor(*number))) return report_type(value, field, name, findings);
    double least = field.least;
    double most = field.most;
    if (whole) {
        least = std::max(least, double{std::numeric_limits<int>::min()});
        most = std::min(most, double{std::numeric_limits<int>::max()});
    }
    if (*number >= least && *number <= most) return true;
    findings.add("out-of-range", value.span,
                 fmt::format("‘{}’ takes {}, and this is {}", name, takes(field), value.text));
    return false;
}

bool check_word(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    if (value.kind != Node::Kind::scalar) return report_type(value, field, name, findings);
    if (std::find(field.words.begin(), field.words.end(), value.text) != field.words.end()) return true;
    findings.add_misspelt("unknown-value", {value.text, value.span},
                          fmt::format("‘{}’ cannot be ‘{}’: it takes {}", name, value.text, takes(field)), field.words);
    return false;
}

/// Values of a list that are no texts are reported; the others are there to be read.
void check_texts(const Node& list, std::string_view name, Findings& findings) {
    for (const Entry& entry : list.entries) {
        if (entry.value->kind == Node::Kind::scalar) continue;
        const bool missing = entry.value->kind == Node::Kind::null;
        findings.add(missing ? "missing-value" : "wrong-type", entry.value->span,
                     missing
                         ? fmt::format("an entry of ‘{}’ is empty", name)
                         : fmt::format("the entries of ‘{}’ are texts, and this is {}", name, describe(*entry.value)));
    }
}

std::string range(const Field& field) {
    const bool has_least = std::isfinite(field.least);
    const bool has_most = std::isfinite(field.most);
    if (has_least && has_most) return fmt::format(" from {} to {}", number(field.least, 3), number(field.most, 3));
    if (has_least) return fmt::format(" of at least {}", number(field.least, 3));
    return has_most ? fmt::format(" of at most {}", number(field.most, 3)) : "";
}

}  // namespace

bool check_value(const Node& value, const Field& field, std::string_view name, Findings& findings) {
    const bool scalar = value.kind == Node::Kind::scalar;
    const bool list = value.kind == Node::Kind::sequence;
    const bool map = value.kind == Node::Kind::map;
    switch (field.kind) {
        case Kind::text:
            return scalar || report_type(value, field, name, findings);
        case Kind::number:
        case Kind::whole_number:
            return check_number(value, field, name, findings);
        case Kind::word:
            return check_word(value, field, name, findings);
        case Kind::texts:
        case Kind::texts_or_map:
        case Kind::texts_or_lists:
            if (list) check_texts(value, name, findings);
            if (scalar || list || (map && field.kind != Kind::texts)) return true;
            return report_type(value, field, name, findings);
        case Kind::map:
        case Kind::named:
            return map || report_type(value, field, name, findings);
        case Kind::list:
            return list || report_type(value, field, name, findings);
    }
    return false;
}

std::optional<double> to_number(const Node& value) {
    if (value.kind != Node::Kind::scalar || value.quoted) return std::nullopt;
    double number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stopped, error] = std::from_chars(value.text.data(), end, number);
    if (error != std::errc() || stopped != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string_view describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return "empty";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::map:
            return "a map";
        case Node::Kind::scalar:
            break;
    }
    return to_number(node) ? "a number" : "a text";
}

std::string takes(const Field& field) {
    switch (field.kind) {
        case Kind::text:
            return "a text";
        case Kind::number:
            return "a number" + range(field);
        case Kind::whole_number:
            return "a whole number" + range(field);
        case Kind::word:
            return listed(field.words, "or");
        case Kind::texts:
            return "a text or a list of texts";
        case Kind::texts_or_map:
        case Kind::texts_or_lists:
            return "a text, a list of texts or a map";
        case Kind::map:
        case Kind::named:
            return "a map";
        case Kind::list:
            break;
    }
    return "a list";
}

}  // namespace fabula::yaml
