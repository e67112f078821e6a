#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/source.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"
#include "yaml/schema.hpp"

/// Values and maps of a document, checked against the tables of their keys.
namespace fabula::yaml {

/// Whether the value is what the field takes; reports it where it is not. `name` stands for the key in messages.
[[nodiscard]] bool check_value(const Node& value, const Field& field, std::string_view name, Findings& findings);

/// A scalar as a number; nothing where it is not a number, not finite, or quoted.
[[nodiscard]] std::optional<double> to_number(const Node& value);

/// "a text", "a list" ...: what a node is, for messages.
[[nodiscard]] std::string_view describe(const Node& node);

/// "a number from 0 to 10", "a list" ...: what a field takes, for messages.
[[nodiscard]] std::string takes(const Field& field);

/// A map checked against its schema. Making one reports unknown keys, missing ones, missing values, values of another
/// kind, and numbers and words that are not allowed. Whatever is wrong then reads as if it had not been written.
class MapReader {
public:
    /// `node` should be a map; where it is not, that is reported and the reader is empty.
    /// `node`, `schema` and `findings` outlive the reader.
    MapReader(const Node& node, const Schema& schema, Findings& findings);

    /// Whether the node is a map at all.
    [[nodiscard]] bool is_map() const noexcept { return node_.kind == Node::Kind::map; }

    /// The place of the map.
    [[nodiscard]] const Span& span() const noexcept { return node_.span; }

    /// The value of `key`, or null. Precondition of this and of those below: the schema has the key.
    [[nodiscard]] const Node* find(std::string_view key) const;

    /// The value of `key` as text; empty where there is none.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::optional<Located<std::string>> located_text(std::string_view key) const;

    [[nodiscard]] std::optional<Located<double>> number(std::string_view key) const;
    [[nodiscard]] std::optional<Located<int>> whole_number(std::string_view key) const;

    /// Which of Field::words.
    [[nodiscard]] std::optional<std::size_t> word(std::string_view key) const;

    /// The scalars of a Kind::texts, texts_or_map or texts_or_lists, in order; none where it is a map.
    [[nodiscard]] std::vector<const Node*> texts(std::string_view key) const;

    /// The entries of a map or list.
    [[nodiscard]] std::span<const Entry> entries(std::string_view key) const;

    /// Whether `key` is there with a value that could not be taken, or an unknown key stands that is likely to mean it:
    /// that was reported, and what follows from it need not be.
    [[nodiscard]] bool has_lost(std::string_view key) const;

    /// Which of Schema::fields are there and right, in their order.
    [[nodiscard]] std::vector<std::size_t> present() const;

private:
    /// An entry and which field it is.
    struct Found {
        std::size_t field = 0;
        const Entry* entry = nullptr;
    };

    [[nodiscard]] bool is_right(const Found& found) const;
    void check_entry(const Entry& entry, const Entry* before);
    void report_unknown(const Node& key);
    void report_comma(const Entry& text, const Node& key);
    void report_missing();

    const Node& node_;
    const Schema& schema_;
    Findings& findings_;
    std::vector<std::string_view> lost_;
    std::vector<Found> found_;  ///< in the order of the schema; a schema may have far more fields than a map has keys
};

}  // namespace fabula::yaml
