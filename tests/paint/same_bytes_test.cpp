#include <gtest/gtest.h>
#include <thread>

#include "scenes.hpp"

namespace fabula::same_bytes_test {
namespace {

class SameBytes : public testing::TestWithParam<Painter> {};

TEST_P(SameBytes, ComeOutTwiceInOneProcess) {
    const Scene scene = scene_of_everything();
    const PaintResult first = GetParam().paint(one_page(scene), {});
    ASSERT_TRUE(first.ok()) << first.error;
    EXPECT_EQ(first.bytes, GetParam().paint(one_page(scene), {}).bytes);
}

TEST_P(SameBytes, ComeOutAfterOtherPicturesWerePainted) {
    const Scene scene = scene_of_everything();
    const std::string first = GetParam().paint(one_page(scene), {}).bytes;
    for (const Painter& painter : painters())
        static_cast<void>(painter.paint(one_page(scene_of_words({"Анна", "राम"})), {}));
    EXPECT_EQ(first, GetParam().paint(one_page(scene), {}).bytes);
}

TEST_P(SameBytes, ComeOutOfSeveralThreadsAtOnce) {
    const Scene scene = scene_of_everything();
    const std::string alone = GetParam().paint(one_page(scene), {}).bytes;
    std::vector<std::string> results(3);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([&] { result = GetParam().paint(one_page(scene), {}).bytes; });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& result : results)
        EXPECT_TRUE(result == alone);
}

INSTANTIATE_TEST_SUITE_P(OfEachFormat, SameBytes, testing::ValuesIn(painters()),
                         [](const auto& format) { return std::string(format.param.format); });

}  // namespace
}  // namespace fabula::same_bytes_test
