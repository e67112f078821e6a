#include "fabula/draft.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "fabula/story.hpp"

namespace fabula::draft_test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string canonical(std::string_view yaml) {
    return to_yaml(read_draft(yaml).draft);
}

TEST(Draft, IsWrittenAsCanonicalYaml) {
    EXPECT_EQ(
        canonical("# a comment\n{title: 'The tape', told: [b, a], characters: {kathy: {name: Kathy H., born: 1996?}, "
                  "ruth: }, sections: [{id: s, events: [{title: \"a: b\", tension: 7}, {death: ruth}]}]}"),
        "title: The tape\n"
        "told: [b, a]\n"
        "characters:\n"
        "  kathy:\n"
        "    name: Kathy H.\n"
        "    born: \"1996?\"\n"
        "  ruth:\n"
        "sections:\n"
        "  - id: s\n"
        "    events:\n"
        "      - title: \"a: b\"\n"
        "        tension: 7\n"
        "      - death: ruth\n");
}

TEST(Draft, ThatIsCanonicalStaysAsItIs) {
    const std::string once = canonical("a: [1, [2, {b: ~}], []]\nc: {}\nd: |\n  two\n  lines\ne: '7'\nf: -5\n");
    EXPECT_EQ(canonical(once), once);
    EXPECT_THAT(once, HasSubstr("e: \"7\"\nf: -5\n"));
}

TEST(Draft, OfNothingIsNothing) {
    EXPECT_EQ(to_yaml(StoryDraft()), "");
    EXPECT_EQ(canonical(""), "");
    EXPECT_EQ(canonical("a: [\n"), "");
}

/// A dump without the lines and columns: those of another layout differ.
std::string without_places(const std::string& dumped) {
    return std::regex_replace(dumped, std::regex(" (@|within: )[0-9]+:[0-9]+"), "");
}

std::vector<std::filesystem::path> story_files() {
    std::vector<std::filesystem::path> files;
    for (const char* const folder : {"examples/stories", "tests/stories", "tests/story/broken"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::string(FABULA_SOURCE_DIR "/") + folder)) {
            if (entry.path().extension() == ".yaml") files.push_back(entry.path());
        }
    }
    return files;
}

/// The codes of what is wrong, in no order: lines differ.
std::vector<std::string> codes(const ReadResult& read) {
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : read.diagnostics)
        found.push_back(diagnostic.code);
    std::ranges::sort(found);
    return found;
}

TEST(Draft, WrittenAndReadAgainIsTheSameStory) {
    const auto files = story_files();
    ASSERT_GT(files.size(), 30U);
    for (const auto& path : files) {
        const DraftResult draft = read_draft_file(path.string());
        if (has_errors(draft.diagnostics)) continue;  // no YAML, or not one document
        const ReadResult first = resolve(draft.draft);
        const ReadResult again = read_story(to_yaml(draft.draft));
        EXPECT_EQ(without_places(dump(again.story)), without_places(dump(first.story))) << path;
        EXPECT_EQ(codes(again), codes(first)) << path;
    }
}

/// Values of every kind, with texts that are hard to write.
class RandomDraft {
public:
    explicit RandomDraft(std::uint64_t seed) : random_(seed) {}

    DraftValue value(int depth) {
        switch (below(depth > 0 ? 7 : 3)) {
            case 0:
                return {};
            case 1:
                return static_cast<double>(below(2000)) / 8 - 100;
            case 2:
                return text();
            case 3:
            case 4: {
                DraftValue::List list;
                for (std::size_t i = below(4); i > 0; --i)
                    list.push_back(value(depth - 1));
                return list;
            }
            default: {
                DraftValue::Map map;
                for (std::size_t i = below(4); i > 0; --i)
                    map.emplace_back("k" + std::to_string(i) + text(), value(depth - 1));
                return map;
            }
        }
    }

    std::string text() {
        static const std::vector<std::string> parts{
            "a",      "null",   "~",   "-",          " ",      ":",     ": ",   " #",    "#",      "[",
            "]",      "{",      "}",   ",",          "'",      "\"",    "\\",   "\n",    "\t",     "\x01",
            "\u0085", "\u2028", "é",   "李",         "?",      "09:30", "1e3",  "!",     "%",      "&",
            "*",      "|",      ">",   "@",          "`",      "yes",   "7",    ".",     "=",      "\ufeff",
            "\u200b", "--- ",   "...", "- ",         "? ",     "<<",    "0x10", "1996~", "\u009f", "\u2029",
            "x y",    "(",      ")",   "\U0001F600", "\u202e", "\x7f"};
        std::string result;
        for (std::size_t i = below(5); i > 0; --i)
            result += parts[below(parts.size())];
        return result;
    }

private:
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

    std::mt19937_64 random_;
};

TEST(Draft, MadeInCodeIsReadAgainAsItself) {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        DraftValue root;
        root.set("x", RandomDraft(seed).value(4));
        const StoryDraft draft(root);
        const std::string yaml(draft.sources().text(0));
        const DraftResult again = read_draft(yaml);
        ASSERT_THAT(again.diagnostics, IsEmpty()) << yaml;
        ASSERT_EQ(to_yaml(again.draft), yaml);
    }
}

TEST(Draft, KeepsEveryTextThatIsPutIntoIt) {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        const std::string text = RandomDraft(seed).text();
        DraftValue root;
        root.set("title", text).set("events", DraftValue::List{DraftValue::Map{{"title", "a"}}});
        const ReadResult read = resolve(StoryDraft(root));
        if (text == "~") continue;  // the word for nothing
        EXPECT_EQ(read.story.title(), text);
    }
}

}  // namespace
}  // namespace fabula::draft_test
