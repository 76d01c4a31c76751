#include "platform/core/text.hpp"

#include <gtest/gtest.h>

namespace ryadom {
namespace {

TEST(TextTest, counts_characters_and_not_bytes) {
    EXPECT_EQ(characters(""), 0U);
    EXPECT_EQ(characters("уход"), 4U);
    EXPECT_EQ(characters("№ 5 €𝄞"), 6U);
}

TEST(TextTest, cuts_between_characters) {
    EXPECT_EQ(shorten("уход", 8), "уход");
    EXPECT_EQ(shorten("уход", 7), "ухо…");
    EXPECT_EQ(shorten("уход", 6), "ухо…");
    EXPECT_EQ(shorten("€", 2), "…");
    EXPECT_EQ(shorten(std::string(61, 'x')), std::string(60, 'x') + "…");
}

TEST(TextTest, trims_blanks_at_both_ends_only) {
    EXPECT_EQ(trimmed(" \t дом, двор\r\n"), "дом, двор");
    EXPECT_EQ(trimmed(" \r\n\t"), "");
    EXPECT_EQ(trimmed(""), "");
}

}  // namespace
}  // namespace ryadom
