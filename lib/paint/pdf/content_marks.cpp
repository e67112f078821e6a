#include "paint/pdf/content_marks.hpp"

namespace fabula {

ContentMarks::ContentMarks(const Document& document) {
    for (const Scene& scene : document.scenes) {
        Groups& groups = scenes_.emplace_back();
        groups.are_one = scene.landmarks.empty();
        for (std::size_t i = 0; i < scene.landmarks.size(); ++i) {
            if (!scene.landmarks[i].id.empty()) groups.landmarks.try_emplace(scene.landmarks[i].id, i);
        }
    }
}

void ContentMarks::begin_page(cairo_t* context) {
    context_ = context;
    content_.emplace_back();
}

void ContentMarks::end_page() {
    close();
}

void ContentMarks::begin_scene(std::size_t scene) {
    scene_ = scene;
    if (scenes_[scene].are_one) part_ = LandmarkOf{.scene = scene};
}

void ContentMarks::end_scene() {
    close();  // before the clip and the place of the scene go
    part_.reset();
    scene_.reset();
}

void ContentMarks::enter(std::string_view group) {
    if (!part_) part_ = landmark_of(group);
}

void ContentMarks::leave(std::string_view group) {
    const auto landmark = landmark_of(group);
    if (landmark && part_ == landmark) part_.reset();
}

void ContentMarks::draw() {
    if (open_ && open_->part == part_) return;
    close();
    open(part_);
}

std::optional<LandmarkOf> ContentMarks::landmark_of(std::string_view group) const {
    if (!scene_ || group.empty()) return std::nullopt;
    const auto& groups = scenes_[*scene_].landmarks;
    const auto found = groups.find(group);
    return found == groups.end() ? std::nullopt : std::optional(LandmarkOf{*scene_, found->second});
}

void ContentMarks::open(std::optional<LandmarkOf> part) {
    cairo_tag_begin(context_, part ? landmark_role : artifact_role, nullptr);
    content_.back().push_back(part);
    open_ = Open{part};
}

void ContentMarks::close() {
    if (!open_) return;
    cairo_tag_end(context_, open_->part ? landmark_role : artifact_role);
    open_.reset();
}

}  // namespace fabula
