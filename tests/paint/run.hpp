#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>

namespace fabula {

/// A file with `bytes` in it that is gone when this is.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& ending, const std::string& bytes = {})
        : path_((std::filesystem::temp_directory_path() / ("fabula-XXXXXX." + ending)).string()) {
        close(mkstemps(path_.data(), static_cast<int>(ending.size()) + 1));
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

    [[nodiscard]] std::string read() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::string path_;
};

/// What a program says of itself and how it ends.
struct Ran {
    int status = -1;
    std::string output;
};

inline Ran run(const std::string& command) {
    Ran ran;
    std::FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        ran.output.append(buffer, got);
    ran.status = pclose(pipe);
    return ran;
}

}  // namespace fabula
