#include <gtest/gtest.h>

#include "modules/ledger/test/image_reference.hpp"

namespace ryadom::ledger::image {
namespace {

std::vector<DayBucket> copy(std::span<const DayBucket> buckets) { return {buckets.begin(), buckets.end()}; }

void expect_equal(const MatrixDeliveries& matrix, const std::vector<std::vector<DayBucket>>& expected) {
    ASSERT_EQ(matrix.size(), expected.size());
    for (std::uint32_t i = 0; i < expected.size(); ++i) {
        const auto found = matrix.of(i);
        ASSERT_TRUE(std::ranges::equal(found, expected[i])) << "adoption " << i;
    }
}

Fact fact(Position position, std::uint16_t home, std::uint32_t person, Date day) {
    Fact fact;
    fact.position = position;
    fact.home_provider = home;
    fact.person = person;
    fact.day = fact.recorded_on = day;
    fact.practice = 1;
    return fact;
}

AdoptionMap two_centres() {
    AdoptionMap adoptions(3, 2);
    adoptions.assign(1, 1, adoptions.add_adoption(PeriodLength::month));
    adoptions.assign(2, 1, adoptions.add_adoption(PeriodLength::month));
    return adoptions;
}

const Date may = *make_date(2025, 5, 10);

}  // namespace

class ImageHistories : public testing::TestWithParam<unsigned> {};

TEST_P(ImageHistories, have_the_matrix_of_the_plain_reference_at_every_moment) {
    History history(GetParam());
    Image image;
    std::vector<Event> all;
    const auto adoptions = random_adoptions(history);
    for (int stage = 0; stage < 10; ++stage) {
        for (const auto& event : history.events(2'000)) {
            append(image, event);
            all.push_back(event);
        }
        for (int i = 0; i < 6; ++i) {
            const auto seen = random_seen(history);
            const auto as_of = i ? random_as_of(history, image.position()) : AsOf{};
            const Reference reference(all, seen, as_of);
            const auto expected = reference.matrix(adoptions);
            expect_equal(matrix_deliveries(image, scope_of(seen), adoptions, as_of), expected);
            const auto again = matrix_deliveries(image, scope_of(seen), adoptions, as_of);
            expect_equal(again, expected);
            EXPECT_EQ(again.scanned_partitions(), 0U);
        }
    }
}

TEST_P(ImageHistories, have_the_deliveries_of_one_adoption_of_the_plain_reference) {
    History history(GetParam());
    Image image;
    const auto all = history.events(20'000);
    for (const auto& event : all) append(image, event);
    for (int i = 0; i < 20; ++i) {
        const auto practice = static_cast<std::uint16_t>(history.pick(0, 6));
        const std::vector<std::uint16_t> organisations{2, static_cast<std::uint16_t>(history.pick(3, 12))};
        AdoptionMap one(test_organisations, test_practices);
        const auto adoption = one.add_adoption(PeriodLength::quarter);
        for (const auto organisation : organisations) one.assign(organisation, practice, adoption);
        const auto seen = random_seen(history);
        const auto as_of = random_as_of(history, image.position());
        EXPECT_EQ(deliveries(image, scope_of(seen), practice, organisations, PeriodLength::quarter, as_of),
                  Reference(all, seen, as_of).matrix(one)[0]);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ImageHistories, testing::Values(1U, 2U, 3U, 4U, 5U));

TEST(ImageMatrix, scans_only_the_home_providers_that_changed) {
    Image image;
    image.append(std::vector{fact(1, 1, 7, may), fact(2, 2, 8, may)});
    const auto adoptions = two_centres();
    EXPECT_EQ(matrix_deliveries(image, Scope::everything(), adoptions).scanned_partitions(), 2U);
    image.append(std::vector{fact(3, 2, 9, may + 1)});
    const auto matrix = matrix_deliveries(image, Scope::everything(), adoptions);
    EXPECT_EQ(matrix.scanned_partitions(), 1U);
    EXPECT_EQ(copy(matrix.of(1)), (std::vector<DayBucket>{{may, 1, 1}, {may + 1, 1, 1}}));
    // A later "today" knows nothing new, so it finds the same results.
    EXPECT_EQ(matrix_deliveries(image, Scope::everything(), adoptions, {may + 30}).scanned_partitions(), 0U);
}

TEST(ImageMatrix, lives_on_after_its_results_were_replaced) {
    Image image;
    image.append(std::vector{fact(1, 1, 7, may)});
    const auto adoptions = two_centres();
    const auto matrix = matrix_deliveries(image, Scope::everything(), adoptions);
    for (Position position = 2; position < 12; ++position) {
        image.append(std::vector{fact(position, 1, 7, may)});
        matrix_deliveries(image, Scope::everything(), adoptions);
    }
    EXPECT_EQ(copy(matrix.of(0)), (std::vector<DayBucket>{{may, 1, 1}}));
}

TEST(ImageMatrix, counts_a_remote_service_for_both_adoptions_and_once_within_one) {
    Image image;
    auto remote = fact(1, 1, 7, may);
    remote.performer_provider = 2;
    image.append(std::vector{remote, fact(2, 2, 7, may - 1)});
    const auto apart = matrix_deliveries(image, Scope::everything(), two_centres());
    EXPECT_EQ(copy(apart.of(0)), (std::vector<DayBucket>{{may, 1, 1}}));
    EXPECT_EQ(copy(apart.of(1)), (std::vector<DayBucket>{{may - 1, 1, 1}, {may, 1, 0}}));
    const std::vector<std::uint16_t> subtree{1, 2};
    EXPECT_EQ(deliveries(image, Scope::everything(), 1, subtree, PeriodLength::month),
              (std::vector<DayBucket>{{may - 1, 1, 1}, {may, 1, 0}}));
}

TEST(ImageMatrix, counts_merged_people_once_until_the_merge_is_undone) {
    Image image;
    image.append(std::vector{fact(1, 1, 7, may), fact(2, 1, 8, may + 1)});
    image.append(Merge{2, may + 2, 8, 7});
    const auto adoptions = two_centres();
    const auto bucket = [&](const AsOf& as_of) {
        return matrix_deliveries(image, Scope::everything(), adoptions, as_of).of(0)[1];
    };
    EXPECT_EQ(bucket({}).new_people, 0U);
    EXPECT_EQ(bucket({may + 1}).new_people, 1U);
    image.append(Merge{3, may + 3, 8, 0});
    EXPECT_EQ(bucket({}).new_people, 1U);
    EXPECT_EQ(bucket({may + 2}).new_people, 0U);
}

TEST(ImageMatrix, is_empty_where_the_scope_is) {
    Image image;
    image.append(std::vector{fact(1, 1, 7, may)});
    const auto matrix = matrix_deliveries(image, Scope::of({}), two_centres());
    EXPECT_TRUE(matrix.of(0).empty());
    EXPECT_THROW((void)matrix.of(2), std::out_of_range);
}

TEST(ImageMatrix, refuses_an_adoption_without_room) {
    AdoptionMap adoptions(3, 2);
    EXPECT_THROW(adoptions.assign(1, 1, 0), std::out_of_range);
    const auto adoption = adoptions.add_adoption(PeriodLength::month);
    EXPECT_THROW(adoptions.assign(3, 1, adoption), std::out_of_range);
    EXPECT_EQ(adoptions.at(900, 900), AdoptionMap::none);
}

}  // namespace ryadom::ledger::image
