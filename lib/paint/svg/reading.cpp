#include "paint/svg/reading.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include "paint/safe_text.hpp"

namespace fabula::painting {
namespace {

std::string labelled(std::string_view text) {
    return text.empty() ? std::string() : fmt::format(R"( aria-label="{}")", xml_text(text));
}

std::string in_language(const Landmark& landmark) {
    return landmark.language.empty() ? std::string() : fmt::format(R"( xml:lang="{}")", xml_text(landmark.language));
}

const std::string& announced(const Landmark& landmark) {
    return landmark.description.empty() ? landmark.title : landmark.description;
}

/// The description without the title, where it begins with that: both are read.
std::string rest_of(const Landmark& landmark) {
    std::string_view rest = landmark.description;
    if (rest.starts_with(landmark.title)) rest.remove_prefix(landmark.title.size());
    const std::size_t begin = rest.find_first_not_of(". ");
    return begin == std::string_view::npos ? std::string() : std::string(rest.substr(begin));
}

}  // namespace

SvgReading::SvgReading(const Scene& scene, const std::string& ids) : ids_(ids) {
    const bool is_titled =
        std::ranges::find(scene.landmarks, Landmark::Kind::title, &Landmark::kind) != scene.landmarks.end();
    auto kind = Landmark::Kind::title;
    for (const Landmark& landmark : scene.landmarks) {
        if (landmark.kind != kind) end_list();
        kind = landmark.kind;
        switch (kind) {
            case Landmark::Kind::title:
                add_heading(landmark, 1);
                break;
            case Landmark::Kind::section:
                end_list();
                section_ = landmark.title;
                add_heading(landmark, is_titled ? 2 : 1);
                break;
            case Landmark::Kind::event:
            case Landmark::Kind::relationship:
                add_item(landmark);
                break;
            case Landmark::Kind::legend:
                add_legend(landmark);
                break;
        }
    }
    end_list();
}

const SvgTold* SvgReading::told_by(const std::string& id) const {
    const auto found = told_.find(id);
    return id.empty() || found == told_.end() ? nullptr : &found->second;
}

bool SvgReading::tells(const Group& group) const {
    return told_by(id_of(group)) != nullptr || std::ranges::any_of(group.children, [&](const Node& node) {
               const auto* const inner = std::get_if<Group>(&node);
               return inner != nullptr && tells(*inner);
           });
}

void SvgReading::add_heading(const Landmark& landmark, int level) {
    const std::string& label = landmark.kind == Landmark::Kind::title ? announced(landmark) : landmark.title;
    const std::string attributes =
        fmt::format(R"( role="heading" aria-level="{}"{}{})", level, labelled(label), in_language(landmark));
    const std::string about = landmark.kind == Landmark::Kind::title ? std::string() : landmark.description;
    if (!landmark.id.empty()) {
        told_.emplace(landmark.id, SvgTold{attributes, {}, about});
        order_.push_back(landmark.id);
        return;
    }
    order_.push_back(fmt::format("told-{}", ++made_));
    lists_ += fmt::format("<g id=\"{}{}\"{}>", ids_, order_.back(), attributes);
    if (!about.empty()) lists_ += fmt::format("<desc>{}</desc>", xml_text(about));
    lists_ += "</g>\n";
}

void SvgReading::add_legend(const Landmark& landmark) {
    if (landmark.id.empty()) return;
    told_.emplace(
        landmark.id,
        SvgTold{R"( role="group")" + labelled(landmark.title) + in_language(landmark), {}, landmark.description});
    order_.push_back(landmark.id);
}

void SvgReading::add_item(const Landmark& landmark) {
    if (!in_list_) begin_list(landmark);
    if (landmark.id.empty()) {
        lists_ += fmt::format("<g role=\"listitem\"><g role=\"img\"{}{}/></g>\n", labelled(announced(landmark)),
                              in_language(landmark));
        return;
    }
    lists_ += fmt::format("<g role=\"listitem\" aria-owns=\"{}{}\"/>\n", ids_, xml_id(landmark.id));
    told_.emplace(landmark.id, SvgTold{R"( role="img")" + in_language(landmark), landmark.title, rest_of(landmark)});
}

void SvgReading::begin_list(const Landmark& first) {
    order_.push_back(fmt::format("told-{}", ++made_));
    lists_ += fmt::format("<g id=\"{}{}\" role=\"list\"{}>\n", ids_, order_.back(),
                          labelled(first.kind == Landmark::Kind::event ? section_ : std::string()));
    in_list_ = true;
}

void SvgReading::end_list() {
    if (in_list_) lists_ += "</g>\n";
    in_list_ = false;
}

}  // namespace fabula::painting
