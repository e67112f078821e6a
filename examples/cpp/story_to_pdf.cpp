// story_to_pdf STORY.yaml OUT.pdf: the library in a few lines.
#include <cstdlib>
#include <fabula/fabula.hpp>
#include <fstream>
#include <iostream>

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::cerr << "usage: story_to_pdf STORY.yaml OUT.pdf\n";
        return EXIT_FAILURE;
    }
    const fabula::ReadResult story = fabula::read_story_file(arguments[1]);
    const fabula::RenderResult picture = fabula::render(story, {.format = "pdf", .page = "A3-landscape"});
    for (const fabula::Diagnostic& diagnostic : picture.diagnostics) {
        std::cerr << fabula::format_diagnostic(diagnostic, picture.sources);
    }
    if (fabula::has_errors(picture.diagnostics)) return EXIT_FAILURE;

    std::ofstream file(arguments[2], std::ios::binary);
    file << picture.bytes;
    return file.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
