#include "platform/core/uuid.hpp"

#include <gtest/gtest.h>

namespace ryadom {

TEST(Uuid, is_read_back_from_its_text) {
    const auto uuid = make_uuid({1'700'000'000'123}, system_random());
    EXPECT_EQ(parse_uuid(to_string(uuid)), uuid);
}

TEST(Uuid, carries_version_seven_and_the_time_in_front) {
    const auto text = to_string(make_uuid({0x0123456789ab}, system_random()));
    EXPECT_EQ(text.substr(0, 13), "01234567-89ab");
    EXPECT_EQ(text[14], '7');
}

TEST(Uuid, refuses_any_other_form) {
    for (const auto* text : {"", "0123456789abcdef0123456789abcdef", "01234567-89ab-7def-8123-456789abcdeg",
                             "01234567-89ab-7def-8123_456789abcdef", "01234567-89ab-7def-8123-456789abcdef0"})
        EXPECT_FALSE(parse_uuid(text)) << text;
}

}  // namespace ryadom
