#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "paint/pdf/pass.hpp"

namespace fabula::painting {

/// The logical structure of a document (ISO 32000-1, 14.7): what is read, in which order, whatever order it was drawn
/// in. The landmarks of each scene become elements under one Document: H1 the title, a Sect with an H2 for each section
/// and its events (an H1 where nothing is the title), P all others, each with what there is to tell as alternative
/// text.
class Structure {
public:
    explicit Structure(const PdfDraft& draft);

    /// The standard role of content on a page, by its number there; nothing: it is an artifact (14.8.2.2).
    [[nodiscard]] std::optional<std::string> role(std::size_t page, std::size_t number) const;

    /// Adds a link to what is read after the landmark that shows `group`, or at the end.
    void add_link(PdfObject annotation, const PdfObject& page, std::size_t scene, const std::string& group);

    /// Puts it into the document. Once, after all links.
    void write();

private:
    struct Element {
        PdfObject object;
        std::string role;
    };

    void add_scene(std::size_t scene);
    void add_whole_scene(std::size_t scene);
    void add_content();
    PdfObject add_element(PdfObject parent, const std::string& role, const std::string& text,
                          const std::string& language = {});

    const PdfDraft& draft_;
    PdfObject root_;
    PdfObject whole_;
    std::map<LandmarkOf, Element> elements_;
    PdfObject numbers_;  ///< of the parent tree
    std::size_t next_key_ = 0;
};

}  // namespace fabula::painting
