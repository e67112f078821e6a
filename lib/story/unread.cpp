// unread_of: what a reader had to leave out of a story, found from its errors and the tree of the file.

#include <algorithm>
#include <iterator>
#include <string_view>

#include "story/parts.hpp"

namespace fabula {
namespace {

bool holds(const Span& outer, const Span& inner) {
    return outer.source == inner.source && outer.offset <= inner.offset &&
           inner.offset + inner.length <= outer.offset + outer.length;
}

/// From the first byte of a key to the last of its value.
Span with_value(const yaml::Entry& entry) {
    Span span = entry.key->span;
    const Span& value = entry.value->span;
    if (value.source == span.source && value.offset >= span.offset)
        span.length = value.offset + value.length - span.offset;
    return span;
}

constexpr std::string_view lists_of_entries[] = {"events", "sections", "states",     "relationships",
                                                 "links",  "beats",    "characters", "places",
                                                 "groups", "things",   "threads",    "milestones"};

bool lists_entries(std::string_view key) {
    return std::ranges::find(lists_of_entries, key) != std::end(lists_of_entries);
}

/// Follows the tree down to a place. `list` is the key that `node` is the value of.
void find_in(const yaml::Node& node, std::string_view list, const Diagnostic& fault, Unread& unread) {
    for (const yaml::Entry& entry : node.entries) {
        const Span whole = entry.key != nullptr ? with_value(entry) : entry.value->span;
        if (!holds(whole, fault.span)) continue;
        if (lists_entries(list)) unread.entry = whole;
        if (entry.key == nullptr) return find_in(*entry.value, {}, fault, unread);
        if (holds(entry.key->span, fault.span)) {
            unread.span = whole;
            if (fault.code == "unknown-key") unread.key = fault.instead;
        } else {
            unread.key = entry.key->text;
            find_in(*entry.value, entry.key->text, fault, unread);
        }
        return;
    }
}

}  // namespace

std::vector<Unread> unread_of(const yaml::Node& root, const Diagnostics& diagnostics) {
    std::vector<Unread> all;
    const auto add = [&](const Diagnostic& diagnostic) {
        if (diagnostic.span.line == 0) return;
        Unread& unread = all.emplace_back();
        unread.span = diagnostic.span;
        unread.meant = diagnostic.instead;
        find_in(root, {}, diagnostic, unread);
    };
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::error) continue;
        add(diagnostic);
        if (diagnostic.code != "unknown-id") continue;
        for (const Related& other : diagnostic.related) {  // that refer to it, too
            Diagnostic same = diagnostic;
            same.span = other.span;
            add(same);
        }
    }
    return all;
}

}  // namespace fabula
