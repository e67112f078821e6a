#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "fabula/draft.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"

namespace fabula {

/// What a StoryDraft holds: the tree of a YAML text in which every value knows its place. Null where the text is no
/// YAML.
struct DraftTree {
    [[nodiscard]] static const yaml::Node* root(const StoryDraft& draft) {
        return draft.tree_ == nullptr ? nullptr : draft.tree_->root;
    }

    /// What was wrong with it where it was made in code.
    [[nodiscard]] static const Diagnostics& faults(const StoryDraft& draft) { return draft.faults_; }

    [[nodiscard]] static StoryDraft make(yaml::Document document, Sources sources) {
        StoryDraft draft;
        draft.tree_ = std::make_shared<const yaml::Document>(std::move(document));
        draft.sources_ = std::move(sources);
        return draft;
    }
};

/// read_draft, for those who go on looking for faults.
[[nodiscard]] StoryDraft read_draft(std::string_view text, std::string name, const ReadLimits& limits,
                                    Findings& findings);
[[nodiscard]] StoryDraft read_draft_file(const std::string& path, const ReadLimits& limits, Findings& findings);

/// `root` as canonical YAML, as to_yaml describes it (write_yaml.cpp).
[[nodiscard]] std::string yaml_of(const DraftValue& root);

}  // namespace fabula
