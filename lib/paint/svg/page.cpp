#include "paint/svg/page.hpp"

#include <fmt/format.h>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "paint/output.hpp"
#include "paint/safe_text.hpp"
#include "paint/svg/reading.hpp"
#include "paint/svg/shape.hpp"
#include "paint/svg/text.hpp"
#include "source/number.hpp"

namespace fabula::painting {
namespace {

std::string element(std::string_view name, std::string_view text) {
    return text.empty() ? std::string() : fmt::format("<{0}>{1}</{0}>", name, xml_text(text));
}

std::string_view cap_name(LineCap cap) {
    return cap == LineCap::round ? "round" : "square";
}

std::string_view join_name(LineJoin join) {
    return join == LineJoin::bevel ? "bevel" : "miter";
}

/// What strokes have unless they say otherwise; the limit of miters is Cairo's.
constexpr LineJoin usual_join = LineJoin::round;
constexpr std::string_view usual_strokes = R"( stroke-linejoin="round" stroke-miterlimit="10")";

/// Letters as wide as they were measured, and not as wide as suits a coarse screen.
constexpr std::string_view usual_text = R"( text-rendering="geometricPrecision")";

/// All of a stroke but its colour, as far as it is not as usual.
std::string stroke_attributes(const Path& path) {
    const Stroke& stroke = *path.stroke;
    std::string out;
    if (stroke.width != 1) out += fmt::format(R"( stroke-width="{}")", svg_number(stroke.width));
    if (!stroke.dash.empty()) out += fmt::format(R"( stroke-dasharray="{}")", dash_array(path));
    if (stroke.cap != LineCap::butt) out += fmt::format(R"( stroke-linecap="{}")", cap_name(stroke.cap));
    if (stroke.join != usual_join) out += fmt::format(R"( stroke-linejoin="{}")", join_name(stroke.join));
    return out;
}

void collect_ids(const Group& group, std::set<std::string, std::less<>>& ids) {
    if (std::string id = id_of(group); !id.empty()) ids.insert(std::move(id));
    for (const Node& node : group.children) {
        if (const auto* const inner = std::get_if<Group>(&node)) collect_ids(*inner, ids);
    }
}

/// One scene, or a page's furniture, as elements.
class GroupWriter {
public:
    GroupWriter(const Group& root, const SvgReading* reading, std::string ids, SvgTexts& texts, SvgColours& colours)
        : root_(root), reading_(reading), ids_(std::move(ids)), texts_(texts), colours_(colours) {
        collect_ids(root, known_);
    }

    [[nodiscard]] std::string write() && {
        group(root_, {});
        return std::move(out_);
    }

private:
    /// What is known of a group from those around it.
    struct Surroundings {
        bool told = false;    ///< one of them tells of it, or hides it
        bool hidden = false;  ///< one of them hides it
        bool linked = false;  ///< one of them is a link
    };

    void group(const Group& group, Surroundings around) {
        const SvgTold* const own = reading_ != nullptr && !around.told ? reading_->told_by(id_of(group)) : nullptr;
        const bool hides = reading_ != nullptr && !around.told && !reading_->tells(group);
        const auto address = around.linked ? std::nullopt : address_of(link_of(group));
        // The element that is linked from elsewhere is the outer one.
        std::string names = named(group);
        if (address) {
            out_ += fmt::format(R"(<a{} href="{}"{}>)", std::exchange(names, {}), xml_id(*address),
                                hides || around.hidden ? R"( tabindex="-1" aria-hidden="true")" : "");
        }
        std::string attributes = names + (own != nullptr ? own->attributes : std::string());
        if (hides && !address) attributes += R"( aria-hidden="true")";
        out_ += fmt::format("<g{}>", attributes);
        // The root has the title of the picture, which has said it.
        if (&group != &root_) out_ += element("title", own != nullptr ? own->title : group.title);
        out_ += element("desc", own != nullptr ? own->description : group.description);
        out_ += '\n';
        children(group, {.told = around.told || own != nullptr || hides || reading_ == nullptr,
                         .hidden = around.hidden || hides,
                         .linked = around.linked || address});
        out_ += address ? "</g></a>\n" : "</g>\n";
    }

    void children(const Group& parent, Surroundings around) {
        const std::vector<Node>& nodes = parent.children;
        for (std::size_t i = 0; i < nodes.size();) {
            if (const auto* const inner = std::get_if<Group>(&nodes[i])) {
                group(*inner, around);
                ++i;
                continue;
            }
            // What stands loose among groups that tell something is scenery.
            if (!around.told) out_ += "<g aria-hidden=\"true\">";
            while (i < nodes.size() && !std::holds_alternative<Group>(nodes[i]))
                i = std::holds_alternative<Path>(nodes[i]) ? shape(nodes, i) : texts(nodes, i);
            if (!around.told) out_ += "</g>\n";
        }
    }

    std::size_t shape(const std::vector<Node>& nodes, std::size_t at) {
        const auto& path = std::get<Path>(nodes[at]);
        if (path.steps.empty() || (!path.fill && !path.stroke)) return at + 1;
        std::string attributes =
            colours_.attributes({path.fill, path.stroke ? std::optional(path.stroke->colour) : std::nullopt});
        if (path.stroke) attributes += stroke_attributes(path);
        out_ += shape_element(path, attributes) + "\n";
        return at + 1;
    }

    std::size_t texts(const std::vector<Node>& nodes, std::size_t at) {
        std::vector<Text> lines;
        for (; at < nodes.size() && std::holds_alternative<Text>(nodes[at]); ++at)
            lines.push_back(std::get<Text>(nodes[at]));
        out_ += texts_.elements(lines);
        return at;
    }

    /// Of two groups with one id, the first has it.
    [[nodiscard]] std::string named(const Group& group) {
        std::string names;
        if (const std::string id = id_of(group); !id.empty() && named_.insert(id).second)
            names += fmt::format(R"( id="{}{}")", ids_, xml_id(id));
        if (const std::string classes = classes_of(group.subject); !classes.empty())
            names += fmt::format(R"( class="{}")", xml_text(classes));
        return names;
    }

    /// Where a link leads; nothing where it must not be followed, or leads nowhere.
    [[nodiscard]] std::optional<std::string> address_of(const std::string& link) const {
        if (!link.starts_with('#')) return link_address(link);
        return known_.contains(std::string_view(link).substr(1)) ? std::optional("#" + ids_ + link.substr(1))
                                                                 : std::nullopt;
    }

    const Group& root_;
    const SvgReading* reading_;
    std::string ids_;
    std::set<std::string, std::less<>> known_;
    std::set<std::string> named_;
    SvgTexts& texts_;
    SvgColours& colours_;
    std::string out_;
};

class PageWriter {
public:
    PageWriter(const Document& document, std::size_t page, const SvgOptions& options, SvgHome home)
        : document_(document),
          page_(document.pages[page]),
          options_(options),
          home_(home),
          ids_(ids_of_page(document, page, options)),
          colours_(document.palette),
          texts_(document, base_of(document, page_), options, ids_, colours_) {}

    [[nodiscard]] PaintResult write() && {
        std::string body = fmt::format("<g{}{}{}>\n", texts_.base_attributes(), usual_text, usual_strokes) + paper();
        for (const Placement& placement : page_.pictures)
            body += picture(placement);
        if (!page_.furniture.children.empty()) {
            body += "<g aria-hidden=\"true\">" +
                    GroupWriter(page_.furniture, nullptr, ids_ + "sheet-", texts_, colours_).write() + "</g>\n";
        }
        body += "</g>\n";
        const std::string fonts = texts_.font_rules();
        if (!texts_.error().empty()) return failed(texts_.error());
        return {head(fonts) + lists_ + body + "</svg>\n", {}};
    }

private:
    std::string paper() {
        const Colour colour = document_.scenes.front().paper;
        if (colour.alpha == 0) return {};
        Path sheet = rectangle(page_.bleed);
        return shape_element(sheet, R"( aria-hidden="true")" + colours_.attributes({colour, std::nullopt})) + "\n";
    }

    /// What a placement shows, read in its turn.
    std::string picture(const Placement& placement) {
        const Scene& scene = document_.scenes[placement.scene];
        const std::string ids = &placement == page_.pictures.data() ? ids_ : fmt::format("{}{}-", ids_, ++others_);
        const SvgReading reading(scene, ids);
        for (const std::string& id : reading.order())
            order_ += fmt::format("{}{}{}", order_.empty() ? "" : " ", ids, xml_id(id));
        lists_ += reading.lists();
        std::string attributes;
        if (placement.window) {
            const Box& window = *placement.window;
            clips_ += fmt::format(R"(<clipPath id="{}clip"><rect x="{}" y="{}" width="{}" height="{}"/></clipPath>)",
                                  ids, svg_number(window.left), svg_number(window.top), svg_number(window.width()),
                                  svg_number(window.height()));
            attributes += fmt::format(" clip-path=\"url(#{}clip)\"", ids);
        }
        std::string moved =
            GroupWriter(scene.root, scene.landmarks.empty() ? nullptr : &reading, ids, texts_, colours_).write();
        if (placement.shift.x != 0 || placement.shift.y != 0) {
            moved = fmt::format("<g transform=\"translate({} {})\">{}</g>\n", svg_number(placement.shift.x),
                                svg_number(placement.shift.y), moved);
        }
        return attributes.empty() ? moved : fmt::format("<g{}>{}</g>\n", attributes, moved);
    }

    /// `direction`, so that a page written from right to left does not turn what is placed from left to right.
    std::string head(const std::string& fonts) const {
        const Scene& scene = document_.scenes.front();
        const std::string width = number(page_.width, 4);
        const std::string height = number(page_.height, 4);
        std::string out = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="{}picture" )"
            R"(width="{}pt" height="{}pt" viewBox="0 0 {} {}" xml:lang="{}" direction="ltr")",
            ids_, width, height, width, height, xml_text(scene.language));
        out += order_.empty() ? R"( role="img")" : fmt::format(R"( role="graphics-document" aria-owns="{}")", order_);
        if (home_ == SvgHome::html) out += fmt::format(R"( aria-label="{}")", xml_text(scene.title));
        out += ">\n";
        if (home_ == SvgHome::file) out += element("title", scene.title) + element("desc", scene.subject) + "\n";
        const std::string rules = fonts + colours_.rules(ids_ + "picture", options_.scheme == SvgScheme::automatic);
        if (!rules.empty()) out += fmt::format("<style>\n{}</style>\n", rules);
        const std::string shapes = clips_ + texts_.shapes();
        if (!shapes.empty()) out += fmt::format("<defs>\n{}</defs>\n", shapes);
        return out;
    }

    const Document& document_;
    const PrintedPage& page_;
    const SvgOptions& options_;
    SvgHome home_;
    std::string ids_;
    SvgColours colours_;
    SvgTexts texts_;
    std::string lists_;
    std::string order_;
    std::string clips_;
    int others_ = 0;
};

}  // namespace

PaintResult svg_page(const Document& document, std::size_t page, const SvgOptions& options, SvgHome home) {
    return PageWriter(document, page, options, home).write();
}

}  // namespace fabula::painting
