#include "terminal.hpp"

#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace fabula::cli {
namespace {

/// As https://no-color.org asks: any value but an empty one says no.
bool wants_colour() {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) != 0 && (refused == nullptr || *refused == '\0') &&
           (terminal == nullptr || std::string_view(terminal) != "dumb");
}

}  // namespace

void complain(std::string_view message) {
    std::cerr << "fabula: " << message << '\n';
}

void show(const Diagnostics& diagnostics, const Sources& sources) {
    const bool colour = wants_colour();
    for (const Diagnostic& diagnostic : sorted(diagnostics))
        std::cerr << format_diagnostic(diagnostic, sources, colour);
}

std::size_t terminal_width() {
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

Exit exit_for(const Diagnostics& diagnostics) {
    Exit exit = Exit::done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::error) continue;
        if (diagnostic.code == "cannot-paint") return Exit::not_written;
        if (diagnostic.span.source == 0) return Exit::story_has_errors;
        exit = Exit::wrong_usage;
    }
    return exit;
}

}  // namespace fabula::cli
