#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "modules/ledger/test/image_reference.hpp"

namespace ryadom::ledger::image {
namespace {

const Date june = *make_date(2025, 6, 1);

Fact fact(Position position) {
    Fact fact;
    fact.position = position;
    fact.home_provider = static_cast<std::uint16_t>(1 + position % 3);
    fact.person = static_cast<std::uint32_t>(position);
    fact.day = fact.recorded_on = june;
    fact.practice = 1;
    return fact;
}

Count everything(const Image& image, const AsOf& as_of = {}) {
    return totals(image, Scope::everything(), Date{0}, last_day, as_of);
}

template <class Change>
Fact changed(Change change) {
    auto result = fact(10);
    change(result);
    return result;
}

/// Asks for everything, over and over, of a ledger in which each batch holds 7 new people, then takes back
/// one.
std::size_t ask_until(const Image& image, const AdoptionMap& adoptions, const std::atomic<bool>& done) {
    std::size_t answers = 0;
    bool last = false;
    while (!last) {
        last = done.load();
        const auto batches = static_cast<std::uint64_t>(image.position()) / 8;
        const auto count = everything(image, {last_day, static_cast<Position>(batches * 8)});
        EXPECT_EQ(count.facts, batches * 6);
        EXPECT_EQ(count.people, batches * 6);
        std::uint64_t facts = 0;
        const auto matrix = matrix_deliveries(image, Scope::everything(), adoptions);
        for (std::uint32_t i = 0; i < matrix.size(); ++i)
            for (const auto& bucket : matrix.of(i)) facts += bucket.facts;
        EXPECT_EQ(facts % 6, 0U);
        EXPECT_GE(facts, batches * 6);
        ++answers;
    }
    return answers;
}

}  // namespace

TEST(ImageAppend, refuses_rows_out_of_order_or_range) {
    Image image;
    image.append(std::vector{fact(9)});
    const std::vector wrong{fact(9),
                            changed([](Fact& it) { it.home_provider = 0; }),
                            changed([](Fact& it) { it.person = 1U << 30; }),
                            changed([](Fact& it) { it.unnamed_count = 2; }),
                            changed([](Fact& it) { it.day = Date{-1}; }),
                            changed([](Fact& it) { it.recorded_on = last_day + 1; }),
                            changed([](Fact& it) { it.reverses = 4; })};
    for (const auto& row : wrong) EXPECT_THROW(image.append(std::span(&row, 1)), std::invalid_argument);
    EXPECT_EQ(everything(image).facts, 1U);
    EXPECT_EQ(image.position(), 9);
}

TEST(ImageAppend, shows_nothing_of_a_batch_that_failed) {
    Image image;
    auto reversal = fact(2);
    reversal.reverses = 99;
    EXPECT_THROW(image.append(std::vector{fact(1), reversal}), std::invalid_argument);
    EXPECT_EQ(everything(image).facts, 0U);
}

TEST(ImageAppend, refuses_merges_in_a_circle) {
    Image image;
    image.append(Merge{1, june, 1, 2});
    image.append(Merge{1, june, 2, 3});
    EXPECT_THROW(image.append(Merge{1, june, 3, 1}), std::invalid_argument);
    EXPECT_THROW(image.append(Merge{1, june, 2, 1}), std::invalid_argument);
    EXPECT_THROW(image.append(Merge{1, june, 4, 4}), std::invalid_argument);
    EXPECT_THROW(image.append(Merge{0, june, 5, 6}), std::invalid_argument);
}

TEST(ImageAppend, refuses_more_kinds_of_service_than_it_has_codes) {
    Image image;
    std::vector<Fact> facts;
    for (Position position = 1; position <= 0x1'0000; ++position) {
        facts.push_back(fact(position));
        facts.back().home_provider = 1;
        facts.back().service = static_cast<std::uint16_t>(position);
    }
    EXPECT_THROW(image.append(facts), std::length_error);
}

TEST(ImageAppend, counts_a_fact_until_its_reversal_is_known) {
    Image image;
    auto reversal = fact(2);
    reversal.reverses = 1;
    reversal.recorded_on = june + 5;
    image.append(std::vector{fact(1), reversal});
    EXPECT_EQ(everything(image).facts, 0U);
    EXPECT_EQ(everything(image, {june + 4}).facts, 1U);
    EXPECT_EQ(everything(image, {last_day, 1}).facts, 1U);
    EXPECT_EQ(everything(image, {june - 1}).facts, 0U);
    EXPECT_EQ(everything(image, {Date{-5}}).facts, 0U);
}

TEST(ImageAppend, keeps_unnamed_recipients_out_of_people) {
    Image image;
    auto group = fact(1);
    group.person = 0;
    group.unnamed_count = 25;
    image.append(std::vector{group, fact(2)});
    EXPECT_EQ(everything(image), (Count{2, 0, 25, 1}));
}

TEST(ImageAppend, takes_at_most_twenty_bytes_a_fact) {
    Image image;
    std::vector<Fact> facts;
    for (Position position = 1; position <= 300'000; ++position) {
        facts.push_back(fact(position));
        facts.back().recorded_on = june + static_cast<int>(position / 500);
    }
    image.append(facts);
    const auto footprint = image.footprint();
    EXPECT_EQ(footprint.facts, 300'000U);
    EXPECT_LE(footprint.column_bytes + footprint.index_bytes, 20 * footprint.facts);
}

TEST(ImageAppend, never_shows_half_a_batch_to_readers_at_the_same_time) {
    Image image;
    AdoptionMap adoptions(4, 2);
    const auto shared = adoptions.add_adoption(PeriodLength::month);
    adoptions.assign(1, 1, shared);
    adoptions.assign(2, 1, shared);
    adoptions.assign(3, 1, adoptions.add_adoption(PeriodLength::quarter));
    std::atomic<bool> done = false;
    std::size_t answers = 0;
    std::thread other([&] { ask_until(image, adoptions, done); });
    std::thread reader([&] { answers = ask_until(image, adoptions, done); });
    for (Position batch = 0; batch < 9'000; ++batch) {
        std::vector<Fact> facts;
        for (Position i = 1; i <= 8; ++i) facts.push_back(fact(batch * 8 + i));
        facts.back().reverses = batch * 8 + 3;
        image.append(facts);
    }
    done = true;
    reader.join();
    other.join();
    EXPECT_GT(answers, 0U);
    EXPECT_EQ(everything(image).facts, 54'000U);
}

}  // namespace ryadom::ledger::image
