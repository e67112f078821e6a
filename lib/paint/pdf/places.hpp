#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "paint/pdf/pass.hpp"

namespace fabula {

/// A box of a page, in its points, in the units of the PDF.
[[nodiscard]] PdfPlace placed_on(const PdfDraft& draft, std::size_t page, const Box& box);

/// Where on which page the groups of a document's scenes stand.
class Places {
public:
    /// Goes through all scenes once. O(nodes).
    explicit Places(const PdfDraft& draft);

    /// The first place of a group, as far as a page shows it; nothing where none does.
    [[nodiscard]] std::optional<PdfPlace> of(std::size_t scene, const std::string& group) const;

    /// A group with a link, on each page that shows it.
    struct Link {
        std::size_t scene = 0;
        const Group* group = nullptr;
        PdfPlace place;
    };
    [[nodiscard]] const std::vector<Link>& links() const { return links_; }

private:
    void add(std::size_t scene, const Node& node);
    [[nodiscard]] std::vector<PdfPlace> shown(std::size_t scene, const Box& box) const;

    const PdfDraft& draft_;
    std::vector<std::map<std::string, Box>> boxes_;  ///< by scene
    std::vector<Link> links_;
};

}  // namespace fabula
