// Which signed texts are believed. Pure.
#pragma once

#include "modules/travel/model.hpp"

namespace ryadom::travel {

/// "1a2b 3c4d …": the first half of the key's hash, which two people can read to each other.
std::string fingerprint(const practices::PublicKey& key);

Signed sign(std::string text, const practices::SigningKey& key);

/// What the key before says of the one after it.
KeyChange change_of(const practices::SigningKey& before, const practices::PublicKey& after);
/// Whether whoever trusted `from` may trust `to`: the changes lead from one to the other, each signed by the key before it.
bool leads(const std::vector<KeyChange>& changes, const practices::PublicKey& from, const practices::PublicKey& to);

/// The feed of a bank; its sequence counts publications and withdrawals, neither of which is ever undone.
Feed feed_of(std::string server, const practices::SigningKey& key, const std::vector<practices::PublishedVersion>& versions, std::vector<KeyChange> keys = {});

/// What an earlier feed of the same publisher said.
struct Known {
    practices::PublicKey key;
    std::int64_t sequence = 0;
    std::string entries_sha256;  ///< empty: nothing yet
};
std::string entries_sha256(const Feed& feed);

/// A feed that is signed by the key that it names; whether that key is trusted is for the reader.
/// Refuses with travel.not_a_feed, travel.altered.
Checked<Feed> open_feed(std::string_view body);
/// A key that the trusted one led to is as good. Refuses also with travel.other_key, travel.went_back, travel.rewritten.
Checked<Feed> open_feed(std::string_view body, const Known& known);

/// Counts that are signed by the key that they name and meant for this publisher.
Checked<Returns> open_returns(const Signed& returned, const practices::PublicKey& publisher);

}  // namespace ryadom::travel
