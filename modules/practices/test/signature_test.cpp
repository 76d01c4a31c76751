#include "modules/practices/signature.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

namespace ryadom::practices {
namespace {

using enum SignatureState::Kind;

SigningKey key(unsigned char seed) {
    return make_signing_key([seed](std::span<std::byte> out) { std::ranges::fill(out, std::byte{seed}); });
}

TEST(Signature, of_the_same_manifest_and_key_is_the_same) {
    EXPECT_EQ(sign_manifest("abc", key(1)), sign_manifest("abc", key(1)));
    EXPECT_NE(sign_manifest("abc", key(1)), sign_manifest("abc", key(2)));
}

TEST(Signature, is_valid_for_its_manifest_and_key) {
    const auto state =
        verify_signature("abc", sign_manifest("abc", key(1)), {public_key(key(2)), public_key(key(1))});
    EXPECT_EQ(state.kind, valid);
    EXPECT_EQ(state.key_id, key_id(public_key(key(1))));
}

TEST(Signature, is_absent_where_there_is_none) {
    EXPECT_EQ(verify_signature("abc", std::nullopt, {public_key(key(1))}).kind, unsigned_);
}

TEST(Signature, of_a_key_that_is_not_trusted_names_the_key) {
    const auto state = verify_signature("abc", sign_manifest("abc", key(1)), {public_key(key(2))});
    EXPECT_EQ(state.kind, unknown_key);
    EXPECT_EQ(state.key_id, key_id(public_key(key(1))));
}

TEST(Signature, of_another_manifest_is_wrong) {
    EXPECT_EQ(verify_signature("abd", sign_manifest("abc", key(1)), {public_key(key(1))}).kind, wrong);
}

TEST(Signature, that_borrows_the_id_of_a_trusted_key_is_wrong) {
    auto forged = sign_manifest("abc", key(2));
    forged.replace(8, 16, key_id(public_key(key(1))));
    EXPECT_EQ(verify_signature("abc", forged, {public_key(key(1))}).kind, wrong);
}

TEST(Signature, in_another_form_is_wrong) {
    const auto good = sign_manifest("abc", key(1));
    const auto without_end = good.substr(0, good.size() - 1);
    for (const auto& each :
         {std::string(), std::string("\n"), without_end, good + "\n", " " + good, "rsa" + good.substr(7),
          good.substr(0, 24) + "  " + good.substr(25), without_end + "A\n",
          good.substr(0, good.size() - 3) + "\n", "ed25519 ABCDEF0123456789" + good.substr(24)})
        EXPECT_EQ(verify_signature("abc", each, {public_key(key(1))}).kind, wrong) << each;
}

TEST(Signature, keys_survive_the_way_through_text) {
    EXPECT_EQ(parse_signing_key(to_text(key(7)) + "\n")->seed, key(7).seed);
    EXPECT_EQ(parse_public_key(to_text(public_key(key(7)))), public_key(key(7)));
    EXPECT_FALSE(parse_public_key("AAAA"));
    EXPECT_FALSE(parse_public_key("not base64 at all"));
}

}  // namespace
}  // namespace ryadom::practices
