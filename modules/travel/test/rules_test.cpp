#include "modules/travel/pace.hpp"
#include "modules/travel/polling.hpp"
#include "modules/travel/rules.hpp"

#include <gmock/gmock.h>

#include <future>

namespace ryadom::travel {
namespace {


practices::SigningKey key_of(std::uint8_t seed) {
    practices::SigningKey key;
    key.seed.fill(seed);
    return key;
}

practices::PublishedVersion version(std::string code, std::string number, std::optional<std::string> withdrawn = {}) {
    return {std::move(code), std::move(number), {{"ru", "Школа ухода"}}, std::string(64, 'a'), 1000, {1'700'000'000'000}, std::move(withdrawn)};
}

std::string body(const Feed& feed, const practices::SigningKey& key) { return json::to_json(sign(json::to_json(feed), key)); }

Known known(const Feed& feed, const practices::SigningKey& key) { return {practices::public_key(key), feed.sequence, entries_sha256(feed)}; }

const auto ours = key_of(1);
const auto first = feed_of("Алтай", ours, {version("org.a.school", "1.0.0"), version("org.a.rental", "1.0.0")});

TEST(feed, is_read_as_it_was_written) {
    const auto read = open_feed(body(first, ours), known(first, ours));
    ASSERT_TRUE(read) << read.error().code;
    EXPECT_EQ(read->server, "Алтай");
    EXPECT_EQ(read->entries, first.entries);
}

TEST(feed, every_publication_and_every_withdrawal_moves_the_sequence_on) {
    EXPECT_EQ(first.sequence, 2);
    const auto more = feed_of("Алтай", ours, {version("org.a.school", "1.0.0"), version("org.a.school", "1.1.0"), version("org.a.rental", "1.0.0")});
    const auto less = feed_of("Алтай", ours, {version("org.a.school", "1.0.0"), version("org.a.rental", "1.0.0", "Ошибка")});
    EXPECT_GT(more.sequence, first.sequence);
    EXPECT_GT(less.sequence, first.sequence);
    EXPECT_TRUE(open_feed(body(more, ours), known(first, ours)));
    EXPECT_EQ(open_feed(body(first, ours), known(more, ours)).error().code, "travel.went_back");
}

TEST(feed, another_content_under_the_same_number_is_refused) {
    const auto other = feed_of("Алтай", ours, {version("org.a.school", "2.0.0"), version("org.a.rental", "1.0.0")});
    EXPECT_EQ(open_feed(body(other, ours), known(first, ours)).error().code, "travel.rewritten");
    auto renamed = first;
    renamed.server = "Алтайский край";
    EXPECT_TRUE(open_feed(body(renamed, ours), known(first, ours))) << "a server may change its name";
}

TEST(feed, another_key_is_refused_however_well_it_signs) {
    const auto theirs = key_of(2);
    const auto feed = feed_of("Алтай", theirs, {version("org.a.school", "9.0.0"), version("org.a.rental", "1.0.0"), version("org.a.third", "1.0.0")});
    EXPECT_TRUE(open_feed(body(feed, theirs)));
    EXPECT_EQ(open_feed(body(feed, theirs), known(first, ours)).error().code, "travel.other_key");
    auto pretending = feed;
    pretending.key = first.key;
    EXPECT_EQ(open_feed(body(pretending, theirs), known(first, ours)).error().code, "travel.altered");
}

TEST(feed, key_that_the_trusted_one_led_to_is_as_good) {
    const auto second = key_of(2);
    const auto third = key_of(3);
    const std::vector<KeyChange> changes{change_of(ours, practices::public_key(second)), change_of(second, practices::public_key(third))};
    const auto feed = feed_of("Алтай", third, {version("org.a.school", "1.0.0"), version("org.a.rental", "1.0.0")}, changes);
    for (const auto& trusted : {ours, second, third}) EXPECT_TRUE(open_feed(body(feed, third), known(first, trusted)));
    EXPECT_EQ(open_feed(body(feed, third), known(first, key_of(9))).error().code, "travel.other_key");
    EXPECT_EQ(open_feed(body(first, ours), known(first, third)).error().code, "travel.other_key") << "there is no way back to an old key";
}

TEST(feed, change_of_key_counts_only_as_the_key_before_it_signed_it) {
    const auto after = practices::public_key(key_of(2));
    const auto right = change_of(ours, after);
    const auto from = practices::public_key(ours);
    EXPECT_TRUE(leads({right}, from, after));
    EXPECT_TRUE(leads({}, from, from));
    EXPECT_FALSE(leads({}, from, after));
    EXPECT_FALSE(leads({right}, after, from));
    auto by_another = change_of(key_of(7), after);
    by_another.signed_by = right.signed_by;
    EXPECT_FALSE(leads({by_another}, from, after));
    auto to_another = right;
    to_another.key = practices::to_text(practices::public_key(key_of(8)));
    EXPECT_FALSE(leads({to_another}, from, practices::public_key(key_of(8))));
    const auto later = change_of(key_of(2), practices::public_key(key_of(3)));
    EXPECT_FALSE(leads({later, right}, from, practices::public_key(key_of(3)))) << "in their order only";
    auto broken = right;
    broken.signature = "ed25519";
    EXPECT_FALSE(leads({broken}, from, after));
}

TEST(feed, no_byte_of_the_body_can_change_what_is_read) {
    const auto whole = body(first, ours);
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (const int bit : {1, 2, 32}) {
            auto altered = whole;
            altered[i] = static_cast<char>(altered[i] ^ bit);
            const auto read = open_feed(altered, known(first, ours));
            // What stands between the strings of the envelope is not signed, and says nothing.
            if (read) {
                EXPECT_EQ(json::to_json(*read), json::to_json(first)) << i;
            }
        }
    for (std::size_t length = 0; length < whole.size(); length += 7) EXPECT_FALSE(open_feed(whole.substr(0, length)));
}

TEST(feed, entries_that_would_lead_elsewhere_are_no_feed) {
    for (const auto* code : {"../secrets", "org/a", "ORG.A", "org a", "org.a?x"}) {
        auto feed = first;
        feed.entries[0].code = code;
        EXPECT_EQ(open_feed(body(feed, ours)).error().code, "travel.not_a_feed") << code;
    }
    auto twice = first;
    twice.entries.push_back(twice.entries[0]);
    EXPECT_EQ(open_feed(body(twice, ours)).error().code, "travel.not_a_feed");
    auto other_format = first;
    other_format.format = "ryadom-feed-2";
    EXPECT_EQ(open_feed(body(other_format, ours)).error().code, "travel.not_a_feed");
}

TEST(returns, are_taken_only_by_the_publisher_they_name) {
    const auto subscriber = key_of(3);
    const Returns returns{std::string(returns_format), practices::to_text(practices::public_key(ours)), "Омск",
                          practices::to_text(practices::public_key(subscriber)), 5, {{"org.a.school", "1.0.0", Stage::delivering, 41}}, {}};
    const auto text = json::to_json(returns);
    EXPECT_EQ(open_returns(sign(text, subscriber), practices::public_key(ours))->counts, returns.counts);
    EXPECT_EQ(open_returns(sign(text, subscriber), practices::public_key(key_of(9))).error().code, "travel.not_counts");
    EXPECT_EQ(open_returns(sign(text, key_of(4)), practices::public_key(ours)).error().code, "travel.altered");
    // A feed that is handed in as counts, signed rightly.
    EXPECT_EQ(open_returns(sign(json::to_json(first), ours), practices::public_key(ours)).error().code, "travel.not_counts");
}

TEST(fingerprint, has_eight_groups_of_four_and_differs_by_key) {
    const auto text = fingerprint(practices::public_key(ours));
    EXPECT_EQ(text.size(), 39U);
    EXPECT_NE(text, fingerprint(practices::public_key(key_of(2))));
}

TEST(outgoing, lets_no_page_wait_behind_another_question) {
    std::promise<void> asked;
    std::promise<void> answers;
    Outgoing outgoing([&](const fetch::Ask&) -> fetch::Result {
        asked.set_value();
        answers.get_future().wait();
        return fetch::Answer{200, "", ""};
    }, {});
    auto slow = std::async(std::launch::async, [&] { return outgoing.ask({.url = "https://far.example"}); });
    asked.get_future().wait();
    EXPECT_TRUE(outgoing.busy());
    EXPECT_EQ(first_look(outgoing, "https://far.example").error().code, "travel.busy");
    EXPECT_EQ(download(outgoing, {}, {}).error().code, "travel.busy");
    answers.set_value();
    EXPECT_TRUE(slow.get());
    EXPECT_FALSE(outgoing.busy());
}

TEST(pace, counts_each_address_within_a_window) {
    Pace pace(2, 60'000);
    const Instant now{1'000'000};
    EXPECT_FALSE(pace.wait("203.0.113.7", now));
    EXPECT_FALSE(pace.wait("203.0.113.7", now + 10'000));
    EXPECT_EQ(pace.wait("203.0.113.7", now + 20'000), 40);
    EXPECT_FALSE(pace.wait("198.51.100.1", now + 20'000));
    EXPECT_FALSE(pace.wait("203.0.113.7", now + 60'000));
}

}  // namespace
}  // namespace ryadom::travel
