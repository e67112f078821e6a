#include "output.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "terminal.hpp"

namespace fabula::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail() {
    throw std::system_error(errno, std::generic_category());
}

/// An open file, closed at the end of its life.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {
        if (number_ < 0) fail();
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail();
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void allow(mode_t mode) const {
        if (::fchmod(number_, mode) != 0) fail();
    }

    /// Waits for the disk: a full one may say so only now.
    void flush_and_close() {
        const int number = std::exchange(number_, -1);
        const bool flushed = ::fsync(number) == 0;
        if (::close(number) != 0 || !flushed) fail();
    }

private:
    int number_;
};

/// A file beside the one to come, gone again unless it took its place.
class PartialFile {
public:
    explicit PartialFile(const fs::path& target)
        : target_(target),
          name_((target.parent_path() / ".fabula-XXXXXX").string()),
          file_(::mkostemp(name_.data(), O_CLOEXEC)) {}
    ~PartialFile() {
        if (!name_.empty()) ::unlink(name_.c_str());
    }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    void write(std::string_view bytes) const { file_.write(bytes); }

    void take_its_place(mode_t mode) {
        file_.allow(mode);
        file_.flush_and_close();
        if (::rename(name_.c_str(), target_.c_str()) != 0) fail();
        name_.clear();
    }

private:
    fs::path target_;
    std::string name_;
    Descriptor file_;
};

/// The permissions of the file that is replaced, or those a new file gets here.
mode_t mode_for(const fs::path& target) {
    struct stat existing{};
    if (::stat(target.c_str(), &existing) == 0) return existing.st_mode & 07777U;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

void write_file(const fs::path& path, std::string_view bytes) {
    const fs::file_status status = fs::status(path);
    if (fs::is_directory(status)) throw std::system_error(EISDIR, std::generic_category());
    if (fs::exists(status) && !fs::is_regular_file(status)) {  // a device or a pipe: there is nothing to keep whole
        Descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC)).write(bytes);
        return;
    }
    if (fs::exists(status) && ::access(path.c_str(), W_OK) != 0) fail();
    const fs::path target = fs::exists(status) ? fs::canonical(path) : path;  // a link stays a link
    const mode_t mode = mode_for(target);
    PartialFile part(target);
    part.write(bytes);
    part.take_its_place(mode);
}

}  // namespace

Exit write_output(const std::string& path, std::string_view bytes) {
    const bool to_standard_output = path == "-";
    try {
        if (to_standard_output) {
            Descriptor(::dup(STDOUT_FILENO)).write(bytes);
        } else {
            write_file(path, bytes);
        }
        return Exit::done;
    } catch (const std::system_error& failure) {
        complain(fmt::format("cannot write {}: {}", to_standard_output ? "standard output" : path,
                             failure.code().message()));
        return Exit::not_written;
    }
}

}  // namespace fabula::cli
