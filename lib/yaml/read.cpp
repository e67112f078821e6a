// read: from YAML text to a Document, through yaml-cpp's events.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "fabula/source.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"
#include "yaml/text.hpp"

namespace fabula::yaml {
namespace {

/// A complaint of the YAML parser in words for someone who writes stories, and what to do about it.
struct SyntaxAdvice {
    std::string message;
    std::string help;
};

struct AdviceRow {
    std::string_view message;
    std::string_view words;
    std::string_view help;
};

constexpr std::string_view quote_it =
    "put the text in quotes if it holds ‘: ’, ‘ #’ or begins with one of [ ] { } , & * ! | > ' \" % @ `";
constexpr std::string_view indentation = "entries of one list or map begin in the same column; indent with spaces";

const AdviceRow advice_rows[] = {
    {YAML::ErrorMsg::END_OF_MAP, "this does not belong to the map around it", indentation},
    {YAML::ErrorMsg::END_OF_SEQ, "this does not belong to the list around it", indentation},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "the map that ‘{’ begins cannot go on like this",
     "separate entries with commas and end it with ‘}’"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "the list that ‘[’ begins cannot go on like this",
     "separate entries with commas and end it with ‘]’"},
    {YAML::ErrorMsg::MAP_KEY, "a key is not allowed here", indentation},
    {YAML::ErrorMsg::MAP_VALUE, "a ‘:’ is not allowed here",
     "put the text in quotes if it holds ‘: ’, and a space after the ‘:’ of every key, also in the line before"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "a ‘-’ of a list is not allowed here", indentation},
    {YAML::ErrorMsg::FLOW_END, "this bracket closes nothing", quote_it},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "the line is indented with a tab", "indent with spaces"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "a quotation mark is opened and never closed", "close it"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "a quotation mark is opened and not closed before the document ends", "close it"},
    {YAML::ErrorMsg::CHAR_IN_SCALAR, "a text without quotes cannot hold this character", quote_it},
    {YAML::ErrorMsg::CHAR_IN_BLOCK, "only a number, ‘+’, ‘-’ or a comment can follow ‘|’ and ‘>’",
     "begin the text on the next line"},
    {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, "a text after ‘|’ or ‘>’ has to be indented", "indent it with spaces"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "a text without quotes cannot begin like this", quote_it},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, "‘*’ begins an alias, and no name follows", quote_it},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, "‘&’ begins an anchor, and no name follows", quote_it},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, "the name of an alias cannot hold this character", quote_it},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, "the name of an anchor cannot hold this character", quote_it},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, "this alias names an anchor that does not exist",
     "define it before with ‘&’ and the name, or put the text in quotes"},
    {YAML::ErrorMsg::ALIAS_CONTENT, "nothing can follow an alias", quote_it},
    {YAML::ErrorMsg::MULTIPLE_ANCHORS, "a value has two anchors", "remove one of them"},
    {YAML::ErrorMsg::MULTIPLE_TAGS, "a value has two tags", "remove the tags"},
    {YAML::ErrorMsg::INVALID_HEX, "this escape needs hexadecimal digits",
     "inside double quotes a backslash is written twice"},
    {YAML::ErrorMsg::INVALID_ESCAPE, "there is no such escape", "inside double quotes a backslash is written twice"},
    {YAML::ErrorMsg::INVALID_UNICODE, "there is no character with this number",
     "inside double quotes a backslash is written twice"},
    {YAML::ErrorMsg::BAD_FILE, "brackets are nested too deeply", "close those that are open"},
};

/// `message` is one of yaml-cpp's; an unknown one is passed on.
SyntaxAdvice syntax_advice(std::string_view message) {
    const auto row = std::find_if(std::begin(advice_rows), std::end(advice_rows),
                                  [&](const AdviceRow& known) { return message.starts_with(known.message); });
    if (row == std::end(advice_rows)) return {fmt::format("this is not YAML: {}", message), {}};
    return {std::string(row->words), std::string(row->help)};
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Thrown out of the parser when it is useless to read on; the fault has been reported.
struct Stop {};

/// Builds the tree while yaml-cpp reports what it meets.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const Sources& sources, std::uint32_t source, const Limits& limits, Findings& findings)
        : sources_(sources), source_(source), text_(sources.text(source)), limits_(limits), findings_(findings) {
        if (text_.starts_with(byte_order_mark)) parsed_from_ = byte_order_mark.size();
    }

    /// What yaml-cpp has to parse: its marks count from here.
    [[nodiscard]] std::string parsed_text() const { return hide_question_marks(text_.substr(parsed_from_)); }

    [[nodiscard]] Span span_of(const YAML::Mark& mark) const {
        return mark.is_null() ? Span{.source = source_} : sources_.span(source_, offset_of(mark), 1);
    }

    [[nodiscard]] std::optional<std::size_t> unclosed_quote_before(const YAML::Mark& mark) const {
        return unclosed_quote(text_, mark.is_null() ? text_.size() : offset_of(mark));
    }

    [[nodiscard]] Document take() && { return std::move(document_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (document_.root == nullptr && open_.empty()) return;
        const std::string_view between = text_.substr(cursor_, offset_of(mark) + 3 - cursor_);
        const bool marked = between.find("---") != between.npos || between.find("...") != between.npos;
        if (marked) {
            findings_.add("many-documents", span_of(mark), "a second document begins here, and a file can hold one",
                          "take out the line ‘---’, or put the rest into a file of its own");
        } else {
            findings_.add("yaml-syntax", span_of(mark), "this does not belong to the list, map or text above it",
                          "entries of one list or map begin in the same column; indent with spaces");
        }
        throw Stop{};
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        ++weight_;
        const std::size_t offset = skip_properties(text_, offset_of(mark));
        for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
            if (offset < cursor_ || !text_.substr(offset).starts_with(word)) continue;
            Node& node = add_node(offset, offset + word.size());
            const bool is_name = word == "Null" || word == "NULL";
            if (is_name || awaits_key()) {
                node.kind = Node::Kind::scalar;
                node.text = word;
            }
            return finish(node, anchor, 1);
        }
        const std::size_t place = missing_value_place();
        finish(add_node(place, place), anchor, 1);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const std::size_t offset = offset_of(mark);
        const std::size_t end = alias_end(text_, offset);
        const Anchored target = anchor < anchored_.size() ? anchored_[anchor] : Anchored{};
        if (target.node == nullptr) {
            findings_.add("alias-cycle", sources_.span(source_, offset, end - offset),
                          "this alias repeats the value that contains it", "write the value out");
            throw Stop{};
        }
        aliased_nodes_ += target.weight;
        weight_ += target.weight;
        if (aliased_nodes_ > limits_.aliased_nodes) {
            findings_.add("too-many-aliases", sources_.span(source_, offset, end - offset),
                          fmt::format("with this alias, aliases repeat more than {} values", limits_.aliased_nodes),
                          "write the values out, or raise the limit");
            throw Stop{};
        }
        Node& node = add_node(offset, end);
        const Span place = node.span;
        node = *target.node;
        node.span = place;
        finish(node, YAML::NullAnchor, target.weight);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& parsed_value) override {
        check_tag(mark, tag);
        std::string value = show_question_marks(parsed_value);
        const std::size_t offset = skip_properties(text_, offset_of(mark));
        const std::optional<std::size_t> end = scalar_end(text_, offset, value);
        if (!end) {
            findings_.add("yaml-syntax", sources_.span(source_, offset, 1), "this quotation mark is never closed",
                          "close it");
            throw Stop{};
        }
        ++weight_;
        Node& node = add_node(offset, *end);
        node.kind = Node::Kind::scalar;
        node.quoted = offset < text_.size() && std::string_view("'\"|>").find(text_[offset]) != std::string_view::npos;
        node.text = std::move(value);
        finish(node, anchor, 1);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::sequence, '[');
    }

    void OnSequenceEnd() override { close(']'); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::map, '{');
    }

    void OnMapEnd() override { close('}'); }

private:
    /// A sequence or map that is not complete yet.
    struct Open {
        Node* node = nullptr;
        const Node* key = nullptr;  ///< of the map's entry whose value comes next
        YAML::anchor_t anchor = YAML::NullAnchor;
        bool bracketed = false;
        std::size_t weight_before = 0;
    };

    /// A complete value that aliases can repeat, and how many nodes it has, repeated ones included.
    struct Anchored {
        const Node* node = nullptr;
        std::size_t weight = 0;
    };

    [[nodiscard]] std::size_t offset_of(const YAML::Mark& mark) const {
        return std::min(parsed_from_ + static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    }

    [[nodiscard]] bool awaits_key() const {
        return !open_.empty() && open_.back().node->kind == Node::Kind::map && open_.back().key == nullptr;
    }

    /// Where a missing value could stand: at the dash of a list, or after the key.
    [[nodiscard]] std::size_t missing_value_place() const {
        const bool in_list = !open_.empty() && open_.back().node->kind == Node::Kind::sequence;
        if (!in_list) return cursor_;
        const std::size_t dash = skip_between(text_, cursor_, "");
        return dash < text_.size() && text_[dash] == '-' ? dash + 1 : cursor_;
    }

    void check_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        findings_.add("yaml-tag", span_of(mark), "a ‘!’ begins a YAML tag, and tags mean nothing here",
                      "take it out, or put the text in quotes");
    }

    Node& add_node(std::size_t from, std::size_t until) {
        if (document_.nodes.size() >= limits_.nodes) {
            findings_.add("too-many-nodes", sources_.span(source_, from, until - from),
                          fmt::format("the file has more than {} values", limits_.nodes),
                          "split the story, or raise the limit");
            throw Stop{};
        }
        Node& node = document_.nodes.emplace_back();
        node.span = sources_.span(source_, from, until - from);
        cursor_ = std::max(cursor_, until);
        return node;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind, char bracket) {
        check_tag(mark, tag);
        const std::size_t offset = skip_properties(text_, offset_of(mark));
        const bool bracketed = offset < text_.size() && text_[offset] == bracket;
        const std::size_t weight_before = weight_++;
        Node& node = add_node(offset, offset + (bracketed ? 1 : 0));
        node.kind = kind;
        if (open_.size() >= limits_.depth) {
            findings_.add("too-deep", node.span,
                          fmt::format("lists and maps are nested more than {} deep here", limits_.depth),
                          "a story needs fewer than ten; is a bracket left open?");
            throw Stop{};
        }
        open_.push_back({.node = &node, .anchor = anchor, .bracketed = bracketed, .weight_before = weight_before});
    }

    void close(char bracket) {
        const Open closed = open_.back();
        open_.pop_back();
        if (closed.bracketed) {
            const std::size_t end = skip_between(text_, cursor_, ",:?");
            if (end < text_.size() && text_[end] == bracket) cursor_ = end + 1;
        }
        closed.node->span.length = static_cast<std::uint32_t>(std::max<std::size_t>(cursor_, closed.node->span.offset) -
                                                              closed.node->span.offset);
        if (closed.node->kind == Node::Kind::map) drop_duplicates(*closed.node);
        finish(*closed.node, closed.anchor, weight_ - closed.weight_before);
    }

    /// Puts a complete value where it belongs.
    void finish(const Node& node, YAML::anchor_t anchor, std::size_t node_weight) {
        if (anchor != YAML::NullAnchor) {
            if (anchored_.size() <= anchor) anchored_.resize(anchor + 1);
            anchored_[anchor] = {&node, node_weight};
        }
        if (open_.empty()) {
            document_.root = &node;
            return;
        }
        Open& parent = open_.back();
        if (parent.node->kind == Node::Kind::sequence) {
            parent.node->entries.push_back({nullptr, &node});
        } else if (parent.key == nullptr) {
            check_key(node);
            parent.key = &node;
        } else {
            if (parent.key->kind == Node::Kind::scalar) parent.node->entries.push_back({parent.key, &node});
            parent.key = nullptr;
        }
    }

    void check_key(const Node& key) {
        if (key.kind == Node::Kind::scalar) return;
        findings_.add(
            "wrong-type", key.span, "a key has to be a word",
            key.kind == Node::Kind::null ? "write one before the ‘:’" : "if this is a text, put it in quotes");
    }

    // Sorts instead of comparing each key with each, because a map may have millions of keys.
    void drop_duplicates(Node& map) {
        std::vector<Entry>& entries = map.entries;
        std::vector<std::size_t> order(entries.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto key = [&](std::size_t index) -> const std::string& { return entries[index].key->text; };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t first, std::size_t second) { return key(first) < key(second); });
        bool any = false;
        std::vector<bool> repeated(entries.size());
        for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
            if (key(order[i]) != key(order[first])) {
                first = i;
                continue;
            }
            any = true;
            repeated[order[i]] = true;
            report_duplicate(*entries[order[first]].key, *entries[order[i]].key);
        }
        if (!any) return;
        std::vector<Entry> kept;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!repeated[i]) kept.push_back(entries[i]);
        }
        entries = std::move(kept);
    }

    void report_duplicate(const Node& first, const Node& second) {
        Diagnostic diagnostic =
            make_diagnostic("duplicate-key", second.span, fmt::format("the key ‘{}’ is here twice", second.text),
                            "take one of them out, or put both values into one");
        diagnostic.related.push_back({first.span, "it is here first"});
        findings_.add(std::move(diagnostic));
    }

    const Sources& sources_;
    std::uint32_t source_;
    std::string_view text_;
    const Limits& limits_;
    Findings& findings_;
    std::size_t parsed_from_ = 0;
    std::size_t cursor_ = 0;  ///< one past what has been understood so far
    std::size_t weight_ = 0;  ///< nodes so far, repeated ones counted each time
    std::size_t aliased_nodes_ = 0;
    std::vector<Open> open_;
    std::vector<Anchored> anchored_;
    Document document_;
};

Document empty_document(std::uint32_t source) {
    Document document;
    document.nodes.emplace_back().span = Span{.source = source};
    document.root = &document.nodes.front();
    return document;
}

}  // namespace

Document read(const Sources& sources, std::uint32_t source, const Limits& limits, Findings& findings) {
    if (!check_text(sources, source, limits, findings)) return {};
    TreeBuilder builder(sources, source, limits, findings);
    try {
        std::istringstream stream(builder.parsed_text());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop&) {
        return {};
    } catch (const YAML::Exception& exception) {
        if (const auto quote = builder.unclosed_quote_before(exception.mark)) {
            Diagnostic diagnostic =
                make_diagnostic("yaml-syntax", sources.span(source, *quote, 1),
                                "the text that this quotation mark begins is not closed in its line",
                                "close it, or take the quotation mark out");
            diagnostic.related.push_back({builder.span_of(exception.mark), "up to here it cannot be read otherwise"});
            findings.add(std::move(diagnostic));
            return {};
        }
        SyntaxAdvice advice = syntax_advice(exception.msg);
        findings.add("yaml-syntax", builder.span_of(exception.mark), std::move(advice.message), std::move(advice.help));
        return {};
    }
    Document document = std::move(builder).take();
    return document.root == nullptr ? empty_document(source) : std::move(document);
}

}  // namespace fabula::yaml
