#include "time/stated_distances.hpp"

#include "time/contradiction.hpp"

namespace fabula::timing {

namespace {

TemporalNetwork network_of(const Model& model, const Story& story) {
    TemporalNetwork network(model.moments.size(), model.axis);
    static_cast<void>(add_statements(network, model, story));
    return network;
}

}  // namespace

StatedDistances::StatedDistances(const Story& story)
    : model_(make_model(story)), differences_(network_of(model_, story)) {}

}  // namespace fabula::timing
