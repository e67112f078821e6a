// Files that are there, and files that are not.

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "reading_story.hpp"

namespace fabula::file_test {
namespace {

std::string code_of(const std::string& path) {
    const ReadResult result = read_story_file(path);
    return result.diagnostics.empty() ? "" : result.diagnostics.front().code;
}

TEST(StoryFile, IsReadUnderItsOwnName) {
    const std::string path = FABULA_SOURCE_DIR "/tests/story/every-key.yaml";
    const ReadResult result = read_story_file(path);
    EXPECT_TRUE(result.diagnostics.empty());
    EXPECT_EQ(result.story.sources().name(0), path);
}

TEST(StoryFile, ThatIsNotThere) {
    EXPECT_EQ(code_of("/nowhere/story.yaml"), "file-not-found");
    EXPECT_EQ(code_of(""), "file-not-found");
    const ReadResult result = read_story_file("nowhere.yaml");
    EXPECT_EQ(format_diagnostic(result.diagnostics.at(0), result.story.sources()),
              "nowhere.yaml: error: there is no such file [file-not-found]\n"
              "      = look at the spelling of its name and at the folder\n");
}

TEST(StoryFile, ThatIsAFolder) {
    EXPECT_EQ(code_of("/"), "file-is-folder");
}

TEST(StoryFile, ThatMayNotBeRead) {
    if (geteuid() == 0) {
        EXPECT_EQ(code_of("/proc/self/mem"), "file-unreadable");  // root may read all that can be read
        return;
    }
    const auto path = std::filesystem::temp_directory_path() / "fabula-forbidden.yaml";
    std::ofstream(path) << "title: X\n";
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const std::string code = code_of(path.string());
    std::filesystem::remove(path);
    EXPECT_EQ(code, "file-unreadable");
}

TEST(StoryFile, ThatIsLargerThanTheLimitIsNotReadToItsEnd) {
    const ReadResult result = read_story_file("/dev/zero", {.bytes = 1000});
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].code, "too-large");
}

}  // namespace
}  // namespace fabula::file_test
