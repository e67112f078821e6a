// read_telling: the syuzhet, the order in which the events are told.

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "story/parts.hpp"
#include "story/phrase_words.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// Reads `told:` at the top of the file: a list of ids. What it leaves out is not told.
void read_list(const yaml::Node& list, const StoryReading& reading) {
    std::vector<Span> first(reading.story.events.size());
    constexpr yaml::Field id{.key = "told", .kind = yaml::Kind::text};
    for (const yaml::Entry& entry : list.entries) {
        if (!check_value(*entry.value, id, "told", reading.findings)) continue;
        const auto event = reading.ids.refer(IdSort::event, entry.value->text, entry.value->span);
        if (!event) continue;
        Span& known = first[event->index];
        if (known.line == 0) {
            known = event->span;
            reading.story.told.push_back(event->index);
            continue;
        }
        Diagnostic diagnostic =
            make_diagnostic("told-twice", event->span, fmt::format("‘{}’ is told already", entry.value->text),
                            "take it out; if it is told again, make an event of the telling");
        diagnostic.related.push_back({known, "it is here first"});
        reading.findings.add(std::move(diagnostic));
    }
    if (list.entries.empty()) {
        reading.findings.add("missing-value", list.span, "‘told’ names no event", "name some, or take it out");
    }
}

/// Text that is longer is not a place in a telling.
constexpr std::size_t longest_place = 40;

/// The whole numbers between the points of "3.12": chapter and scene.
using Place = std::vector<int>;

std::optional<Place> place_of(std::string_view text) {
    Place place;
    while (text.size() <= longest_place) {
        const std::size_t point = std::min(text.find('.'), text.size());
        const auto number = whole_number(text.substr(0, point));
        if (!number) return std::nullopt;
        place.push_back(*number);
        if (point == text.size()) return place;
        text.remove_prefix(point + 1);
    }
    return std::nullopt;
}

/// An event that says its place in the telling.
struct Numbered {
    EventIndex event = 0;
    const Located<std::string>* told = nullptr;
    Place place;
};

std::vector<Numbered> numbered_events(const StoryContent& story, Findings& findings) {
    std::vector<Numbered> result;
    for (EventIndex i = 0; i < story.events.size(); ++i) {
        const auto& told = story.events[i].told;
        if (!told) continue;
        if (auto place = place_of(told->value)) {
            result.push_back({i, &*told, std::move(*place)});
            continue;
        }
        const bool negative = told->value.starts_with('-');
        findings.add("wrong-type", told->span,
                     fmt::format("‘told’ takes a place in the telling, not ‘{}’", told->value),
                     negative ? "places are counted from 0: write 0.5 for what comes before 1"
                              : "write the number of the scene, or of chapter and scene: 7, 3.12");
    }
    return result;
}

/// Whether a text is a number with one point and a zero after it, which no scene begins with.
bool is_decimal_alone(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != text.npos && text.find('.', point + 1) == text.npos && text.size() > point + 2 &&
           text[point + 1] == '0';
}

/// Whether `first` comes before `second` where both are read as decimals.
bool before_as_decimal(const Numbered& first, const Numbered& second) {
    if (first.place[0] != second.place[0]) return first.place[0] < second.place[0];
    const auto fraction = [](const Numbered& numbered) {
        const std::string_view text = numbered.told->value;
        return text.substr(std::min(text.find('.'), text.size() - 1) + 1);
    };
    return fraction(first) < fraction(second);
}

/// Reports places that can only be decimals ("3.05"), if decimals would be in another order. `sorted` is in the order
/// of chapters and scenes.
void check_reading(const std::vector<Numbered>& sorted, Findings& findings) {
    const auto decimal = std::find_if(sorted.begin(), sorted.end(),
                                      [](const Numbered& numbered) { return is_decimal_alone(numbered.told->value); });
    if (decimal == sorted.end()) return;
    const auto turned = std::adjacent_find(
        sorted.begin(), sorted.end(),
        [](const Numbered& first, const Numbered& second) { return before_as_decimal(second, first); });
    if (turned == sorted.end()) return;
    const Numbered& later = *(turned + 1);
    Diagnostic diagnostic = make_diagnostic(
        "mixed-telling", later.told->span,
        fmt::format("‘{}’ is after ‘{}’ as chapter and scene, and before it as a decimal", later.told->value,
                    turned->told->value),
        "it is read as chapter and scene: leave out zeros after the point (3.5, not 3.05), or write as many "
        "digits everywhere (3.05, 3.12)");
    diagnostic.related.push_back({decimal->told->span, "the zero here is that of a decimal"});
    findings.add(std::move(diagnostic));
}

/// Orders events by their `told:`; those without it are not told.
void order_by_number(StoryContent& story, Findings& findings) {
    std::vector<Numbered> numbered = numbered_events(story, findings);
    std::stable_sort(numbered.begin(), numbered.end(),
                     [](const Numbered& first, const Numbered& second) { return first.place < second.place; });
    check_reading(numbered, findings);
    for (const Numbered& event : numbered)
        story.told.push_back(event.event);
}

}  // namespace

void read_telling(const yaml::MapReader& root, const StoryReading& reading) {
    StoryContent& story = reading.story;
    const auto numbered = std::find_if(story.events.begin(), story.events.end(),
                                       [](const Event& event) { return event.told.has_value(); });
    if (const yaml::Node* list = root.find("told")) {
        read_list(*list, reading);
        static_cast<void>(numbered_events(story, reading.findings));
        if (numbered == story.events.end()) return;
        Diagnostic diagnostic =
            make_diagnostic("told-twice", numbered->told->span, "the order of telling is given here and in a list",
                            "keep one of the two");
        diagnostic.related.push_back({list->span, "the list is here"});
        reading.findings.add(std::move(diagnostic));
    } else if (numbered != story.events.end()) {
        order_by_number(story, reading.findings);
    } else {
        story.told.resize(story.events.size());
        std::iota(story.told.begin(), story.told.end(), EventIndex{0});
    }
}

}  // namespace fabula
