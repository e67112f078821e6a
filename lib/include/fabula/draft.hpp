#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/source.hpp"

/// What someone wrote: keys, ids and phrases as text, which may be wrong. A draft comes from YAML, from code
/// (builder.hpp), or from anything else that can say what a story file can; resolve() in story.hpp makes a Story of it.
namespace fabula {

namespace yaml {
struct Document;
}

/// A value on its way into a draft: nothing, a text, a number, a list, or a map in the order in which it was filled.
class DraftValue {
public:
    using List = std::vector<DraftValue>;
    using Map = std::vector<std::pair<std::string, DraftValue>>;

    DraftValue() = default;
    DraftValue(std::string text) : value_(std::move(text)) {}
    DraftValue(std::string_view text) : value_(std::string(text)) {}
    DraftValue(const char* text) : value_(std::string(text)) {}
    DraftValue(double number) : value_(number) {}
    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    DraftValue(Number number) : value_(static_cast<double>(number)) {}
    DraftValue(List list) : value_(std::move(list)) {}
    DraftValue(Map map) : value_(std::move(map)) {}
    /// A list of texts; of one text that text alone, as people write it.
    DraftValue(const std::vector<std::string>& texts);

    /// A text that is no number, whatever it looks like: "7" in quotation marks.
    [[nodiscard]] static DraftValue quoted(std::string text);

    [[nodiscard]] bool is_quoted() const noexcept { return quoted_; }

    [[nodiscard]] const std::variant<std::monostate, std::string, double, List, Map>& value() const { return value_; }

    /// Puts `value` under `key`, after what is there; a value that is no map becomes one.
    DraftValue& set(std::string key, DraftValue value);

    /// As set, where `value` says anything: no nothing, empty text, empty list or empty map.
    DraftValue& set_if_any(std::string key, DraftValue value);

    /// Puts `value` at the end of the list under `key`, which is made where it is missing.
    DraftValue& append(std::string_view key, DraftValue value);

    /// The value under `key`; null where this is no map or has no such key.
    [[nodiscard]] const DraftValue* find(std::string_view key) const;

private:
    std::variant<std::monostate, std::string, double, List, Map> value_;
    bool quoted_ = false;
};

/// Limits on what a story file may be, against hostile input. Going past one is an error that names it.
struct ReadLimits {
    std::size_t bytes = 64U << 20U;
    std::size_t depth = 64;
    std::size_t nodes = 4'000'000;
    std::size_t aliased_nodes = 100'000;  ///< nodes reached by following aliases, counted each time
    std::size_t diagnostics = 200;        ///< more are counted, not listed
};

/// What someone wrote, and where. Nothing changes it; copies share it, so they are cheap. Every draft has a text that
/// spans point into: one that was made in code has itself as canonical YAML.
class StoryDraft {
public:
    /// The empty draft.
    StoryDraft();

    /// What `root` says, which should be a map with the keys of a story file. What cannot be written as YAML, such as a
    /// key that is there twice or a text that is not UTF-8, resolve() reports. Linear.
    explicit StoryDraft(const DraftValue& root);

    /// The text that it was read from, or that it would be written as.
    [[nodiscard]] const Sources& sources() const noexcept { return sources_; }

private:
    friend struct DraftTree;  // draft/draft_tree.hpp

    std::shared_ptr<const yaml::Document> tree_;
    Sources sources_;
    Diagnostics faults_;  ///< of one that was made in code
};

/// A draft as far as it could be read. Where `diagnostics` has errors it says nothing, but has its text.
struct DraftResult {
    StoryDraft draft;
    Diagnostics diagnostics;
};

/// Reads a draft from YAML text (UTF-8, a byte-order mark is passed over). `name` stands for the file in diagnostics.
/// Never throws for bad input: every fault is a diagnostic. Thread-safe. Linear in the size of the text.
[[nodiscard]] DraftResult read_draft(std::string_view yaml, std::string name = "<text>", const ReadLimits& limits = {});

/// As read_draft, from a file; "-" is standard input.
[[nodiscard]] DraftResult read_draft_file(const std::string& path, const ReadLimits& limits = {});

/// The draft as canonical YAML: keys in the order in which they were written, two spaces for each level, lists of texts
/// in brackets, quotation marks where they are needed. Comments, aliases and the author's own layout are not kept.
/// Read again it is the same draft. Linear.
[[nodiscard]] std::string to_yaml(const StoryDraft& draft);

}  // namespace fabula
