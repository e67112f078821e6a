#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "fabula/fabula.hpp"

/// Pictures and figures of stories in one view, as the tests of that view want them.
namespace fabula::testing {

/// Draws a story, given as YAML, in the view called `view`.
struct Draw {
    std::string view;

    SceneResult operator()(const std::string& yaml, const std::vector<Setting>& settings = {},
                           std::string page = {}) const {
        RenderOptions options;
        options.view = view;
        options.settings = settings;
        options.page = std::move(page);
        return make_scene(read_story(yaml), options);
    }
};

/// The layout's figures of the same.
struct Figures {
    std::string view;

    nlohmann::json operator()(const std::string& yaml, const std::vector<Setting>& settings = {}) const {
        return nlohmann::json::parse(Draw{view}(yaml, settings).figures);
    }
};

/// The codes of what was found on the way.
inline std::vector<std::string> codes(const SceneResult& result) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : result.diagnostics)
        codes.push_back(diagnostic.code);
    return codes;
}

}  // namespace fabula::testing
