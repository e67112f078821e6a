// Pango 1.50 looks fonts up in threads of its own, which still hold a font map when the fonts are there; one that
// empties the map meanwhile crashes in them. Here they are slow, as on a busy machine.
#include <atomic>
#include <chrono>
#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <gtest/gtest.h>
#include <thread>

#include "fonts.hpp"

namespace {

std::atomic<bool> slow = false;
std::atomic<int> lookups_ending = 0;
const std::thread::id test_thread = std::this_thread::get_id();

}  // namespace

/// Stands before fontconfig's own: the last that such a thread calls before it lets go of what it looked up.
extern "C" void FcConfigDestroy(FcConfig* config) {
    static const auto fontconfigs = reinterpret_cast<void (*)(FcConfig*)>(dlsym(RTLD_NEXT, "FcConfigDestroy"));
    fontconfigs(config);
    if (!slow || std::this_thread::get_id() == test_thread) return;
    ++lookups_ending;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    --lookups_ending;
}

namespace fabula::lookups_test {
namespace {

TEST(Lookups, HaveEndedWhenAMeasureIsGone) {
    slow = true;
    for (int i = 0; i < 10; ++i) {
        {
            Measure measure = measure_for("Kathy");
            static_cast<void>(measure.line("Kathy", {}));
            static_cast<void>(measure.line("Kathy", {.size = 9, .weight = Weight::bold}));
        }
        EXPECT_EQ(lookups_ending, 0);
    }
    slow = false;
}

}  // namespace
}  // namespace fabula::lookups_test
