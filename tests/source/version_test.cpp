#include "fabula/version.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

namespace fabula::version_test {
namespace {

std::string file(const std::string& path) {
    std::ifstream stream(std::string(FABULA_SOURCE_DIR "/") + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Version, IsThatOfItsParts) {
    const std::string parts = std::to_string(FABULA_VERSION_MAJOR) + "." + std::to_string(FABULA_VERSION_MINOR) + "." +
                              std::to_string(FABULA_VERSION_PATCH);
    EXPECT_EQ(parts, FABULA_VERSION);
    EXPECT_EQ(version(), FABULA_VERSION);
}

TEST(Version, IsThatOfThePythonPackageAndTheNewestInTheChangelog) {
    EXPECT_NE(file("pyproject.toml").find("\nversion = \"" FABULA_VERSION "\""), std::string::npos);
    const std::string changes = file("CHANGELOG.md");
    EXPECT_EQ(changes.find("\n## "), changes.find("\n## " FABULA_VERSION));
}

}  // namespace
}  // namespace fabula::version_test
