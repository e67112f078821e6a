// read_draft_file: a draft from a file or from standard input.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include "draft/draft_tree.hpp"

namespace fabula {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Reads up to `most` bytes; nothing where reading fails, with the reason in errno.
std::optional<std::string> read_bytes(std::FILE* file, std::size_t most) {
    std::string bytes;
    char buffer[1U << 16U];
    while (bytes.size() < most) {
        const std::size_t count = std::fread(buffer, 1, sizeof buffer, file);
        bytes.append(buffer, count);
        if (count == 0) break;
    }
    if (std::ferror(file) != 0) return std::nullopt;
    return bytes;
}

Diagnostic fault_of_opening(const std::string& path, int reason) {
    std::error_code ignored;
    const Span whole_file{};
    if (std::filesystem::is_directory(path, ignored)) {
        return make_diagnostic("file-is-folder", whole_file, "this is a folder", "name a file in it");
    }
    if (reason == ENOENT || reason == ENOTDIR) {
        return make_diagnostic("file-not-found", whole_file, "there is no such file",
                               "look at the spelling of its name and at the folder");
    }
    const bool forbidden = reason == EACCES || reason == EPERM;
    return make_diagnostic("file-unreadable", whole_file,
                           forbidden
                               ? "you are not allowed to read this file"
                               : fmt::format("the file cannot be read: {}", std::generic_category().message(reason)),
                           forbidden ? "ask its owner, or change its permissions" : "");
}

StoryDraft failed(const std::string& name, Diagnostic diagnostic, Findings& findings) {
    Sources sources;
    sources.add(name, {});
    findings.add(std::move(diagnostic));
    return DraftTree::make({}, std::move(sources));
}

}  // namespace

StoryDraft read_draft_file(const std::string& path, const ReadLimits& limits, Findings& findings) {
    const bool standard_input = path == "-";
    const std::string name = standard_input ? "<stdin>" : path;
    std::error_code ignored;
    if (!standard_input && std::filesystem::is_directory(path, ignored))
        return failed(name, fault_of_opening(path, EISDIR), findings);
    const File file(standard_input ? nullptr : std::fopen(path.c_str(), "rb"));
    if (!standard_input && file == nullptr) return failed(name, fault_of_opening(path, errno), findings);
    const std::optional<std::string> bytes = read_bytes(standard_input ? stdin : file.get(), limits.bytes + 1);
    if (!bytes) return failed(name, fault_of_opening(path, errno), findings);
    return read_draft(*bytes, name, limits, findings);
}

DraftResult read_draft_file(const std::string& path, const ReadLimits& limits) {
    Findings findings(limits.diagnostics);
    StoryDraft draft = read_draft_file(path, limits, findings);
    return {std::move(draft), std::move(findings).take()};
}

}  // namespace fabula
