#include "source/number.hpp"

#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace fabula::number_test {
namespace {

TEST(Number, IsRoundedToItsDigits) {
    EXPECT_EQ(number(1.005, 2), "1");  // the double is a little less
    EXPECT_EQ(number(1.239, 2), "1.24");
    EXPECT_EQ(number(2.5, 0), "2");  // to even
    EXPECT_EQ(number(3.5, 0), "4");
    EXPECT_EQ(number(99.996, 2), "100");
}

TEST(Number, HasNoZerosAtItsEnd) {
    EXPECT_EQ(number(1.5, 3), "1.5");
    EXPECT_EQ(number(100, 3), "100");
    EXPECT_EQ(number(0, 3), "0");
}

TEST(Number, IsNeverNegativeZero) {
    EXPECT_EQ(number(-0.0, 2), "0");
    EXPECT_EQ(number(-0.001, 2), "0");
    EXPECT_EQ(number(-0.3, 0), "0");
    EXPECT_EQ(exact_number(-0.0), "0");
    EXPECT_EQ(number(-0.01, 2), "-0.01");
}

TEST(Number, HasNoExponent) {
    EXPECT_EQ(number(1e20, 2), "100000000000000000000");
    EXPECT_EQ(number(1e-20, 2), "0");
    EXPECT_EQ(exact_number(1e-7), "0.0000001");
    EXPECT_EQ(number(std::numeric_limits<double>::max(), 17).size(), 309U);
    EXPECT_EQ(exact_number(std::numeric_limits<double>::denorm_min()).find('e'), std::string::npos);
}

TEST(Number, ThatIsNotFiniteIsSaidToBe) {
    EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN(), 2), "nan");
    EXPECT_EQ(number(std::numeric_limits<double>::infinity(), 2), "inf");
    EXPECT_EQ(exact_number(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST(Number, TakesTooManyOrTooFewDigitsAsTheNearestItCan) {
    EXPECT_EQ(number(1.25, -1), number(1.25, 0));
    EXPECT_EQ(number(0.1, 400), number(0.1, 17));
}

TEST(ExactNumber, ReadsBackAsTheSame) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 10'000; ++i) {
        const double value = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 600) - 400);
        EXPECT_EQ(std::strtod(exact_number(value).c_str(), nullptr), value);
    }
    EXPECT_EQ(exact_number(0.1), "0.1");
}

}  // namespace
}  // namespace fabula::number_test
