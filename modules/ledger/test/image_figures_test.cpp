#include <gtest/gtest.h>

#include "modules/ledger/test/image_reference.hpp"

namespace ryadom::ledger::image {
namespace {

Axis random_axis(History& history, std::uint16_t numbers) {
    Axis axis;
    if (history.pick(0, 2) == 0) return axis;
    for (std::uint16_t i = 0; i + 1 < numbers; ++i)
        axis.group_of.push_back(history.pick(0, 4) ? history.number(std::uint32_t{4}) : Axis::left_out);
    return axis;
}

CountRequest random_request(History& history, Position last) {
    CountRequest request;
    request.first = history.random_day();
    request.last = history.pick(0, 3) ? history.random_day() : last_day;
    request.organisations = random_axis(history, test_organisations);
    request.practices = random_axis(history, test_practices);
    request.services = random_axis(history, test_services);
    request.counted_by = history.pick(0, 1) ? Provider::home : Provider::performer;
    request.months = history.pick(0, 1) ? Months::apart : Months::together;
    if (request.last == last_day) request.months = Months::together;
    request.as_of = random_as_of(history, last);
    return request;
}

std::optional<std::size_t> group(const Axis& axis, std::size_t number) {
    if (axis.group_of.empty()) return 0;
    if (number >= axis.group_of.size() || axis.group_of[number] == Axis::left_out) return std::nullopt;
    return axis.group_of[number];
}

int month_number(Date day) { return parts(day).year * 12 + parts(day).month; }

using Cell = std::array<std::size_t, 4>;

std::map<Cell, Count> plain_counts(const Reference& reference, const CountRequest& request) {
    std::map<Cell, Count> counts;
    std::set<std::pair<Cell, std::uint32_t>> people;
    for (const auto& fact : reference.facts()) {
        if (fact.day < request.first || fact.day > request.last) continue;
        const auto provider =
            request.counted_by == Provider::home ? fact.home_provider : fact.performer_provider;
        const auto organisation = group(request.organisations, provider);
        const auto practice = group(request.practices, fact.practice);
        const auto service = group(request.services, fact.service);
        if (!organisation || !practice || !service) continue;
        const auto month =
            request.months == Months::apart ? month_number(fact.day) - month_number(request.first) : 0;
        const Cell cell{*organisation, *practice, *service, static_cast<std::size_t>(month)};
        auto& count = counts[cell];
        ++count.facts;
        count.minutes += fact.minutes;
        count.unnamed += fact.unnamed_count;
        if (fact.person && people.emplace(cell, reference.human(fact.person)).second) ++count.people;
    }
    return counts;
}

void expect_equal(const Counts& found, std::map<Cell, Count> expected) {
    std::size_t index = 0;
    for (const auto& count : found.cells) {
        auto rest = index++;
        const auto month = rest % found.months;
        const auto service = (rest /= found.months) % found.services;
        const auto practice = (rest /= found.services) % found.practices;
        const Cell cell{rest / found.practices, practice, service, month};
        ASSERT_EQ(count, expected[cell]);
        expected.erase(cell);
    }
    EXPECT_TRUE(expected.empty());
}

bool wanted(const Fact& fact, const PositionRequest& request) {
    const auto among = [&](std::uint16_t organisation) {
        return std::ranges::binary_search(*request.organisations, organisation);
    };
    return fact.day >= request.first && fact.day <= request.last && fact.position < request.before &&
           (!request.practice || *request.practice == fact.practice) &&
           (!request.service || *request.service == fact.service) &&
           (!request.organisations || among(fact.home_provider) || among(fact.performer_provider));
}

PositionRequest random_positions(History& history, Position last) {
    PositionRequest request;
    request.first = history.random_day();
    request.last = history.random_day();
    if (history.pick(0, 2)) request.practice = history.number(test_practices);
    if (history.pick(0, 2) == 0) request.service = history.number(test_services);
    if (history.pick(0, 2)) request.organisations = {3, static_cast<std::uint16_t>(history.pick(4, 12))};
    request.limit = static_cast<std::size_t>(history.pick(0, 40));
    request.as_of = random_as_of(history, last);
    return request;
}

}  // namespace

class ImageFigures : public testing::TestWithParam<unsigned> {
  protected:
    ImageFigures() : history(GetParam()), all(history.events(20'000)) {
        for (const auto& event : all) append(image, event);
    }
    History history;
    Image image;
    std::vector<Event> all;
};

TEST_P(ImageFigures, equal_the_plain_reference_in_every_grouping) {
    for (int i = 0; i < 25; ++i) {
        const auto seen = random_seen(history);
        const auto request = random_request(history, image.position());
        expect_equal(counts(image, scope_of(seen), request),
                     plain_counts(Reference(all, seen, request.as_of), request));
    }
}

TEST_P(ImageFigures, equal_the_plain_reference_in_total) {
    for (int i = 0; i < 15; ++i) {
        const auto seen = random_seen(history);
        CountRequest request;
        request.first = history.random_day();
        request.last = history.random_day();
        request.as_of = random_as_of(history, image.position());
        const auto expected = plain_counts(Reference(all, seen, request.as_of), request);
        const auto found = totals(image, scope_of(seen), request.first, request.last, request.as_of);
        EXPECT_EQ(found, expected.empty() ? Count{} : expected.begin()->second);
    }
}

TEST_P(ImageFigures, list_the_facts_behind_them_newest_first_page_by_page) {
    for (int i = 0; i < 15; ++i) {
        const auto seen = random_seen(history);
        auto request = random_positions(history, image.position());
        const Reference reference(all, seen, request.as_of);
        for (int page = 0; page < 3; ++page) {
            std::vector<Position> expected;
            for (const auto& fact : reference.facts())
                if (wanted(fact, request)) expected.push_back(fact.position);
            std::ranges::reverse(expected);
            if (expected.size() > request.limit) expected.resize(request.limit);
            EXPECT_EQ(positions(image, scope_of(seen), request), expected);
            if (!expected.empty()) request.before = expected.back();
        }
    }
}

TEST_P(ImageFigures, add_up_the_facts_that_are_listed) {
    for (int i = 0; i < 15; ++i) {
        const auto seen = random_seen(history);
        const auto request = random_positions(history, image.position());
        const Reference reference(all, seen, request.as_of);
        Count expected;
        std::set<std::uint32_t> people;
        for (const auto& fact : reference.facts()) {
            if (!wanted(fact, request)) continue;
            ++expected.facts;
            expected.minutes += fact.minutes;
            expected.unnamed += fact.unnamed_count;
            if (fact.person && people.insert(reference.human(fact.person)).second) ++expected.people;
        }
        EXPECT_EQ(totals(image, scope_of(seen), request), expected);
    }
}

TEST_P(ImageFigures, give_back_every_column_of_the_facts) {
    const auto seen = random_seen(history);
    const auto as_of = random_as_of(history, image.position());
    std::map<Position, Fact> found;
    each_fact(image, scope_of(seen), Date{0}, last_day, as_of,
              [&](const Fact& fact) { EXPECT_TRUE(found.emplace(fact.position, fact).second); });
    const Reference reference(all, seen, as_of);
    ASSERT_EQ(found.size(), reference.facts().size());
    for (const auto& fact : reference.facts()) EXPECT_EQ(found[fact.position], fact);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ImageFigures, testing::Values(11U, 12U, 13U, 14U));

TEST(ImageCounts, refuse_a_table_that_is_too_large) {
    const Image image;
    CountRequest request;
    request.last = last_day;
    request.organisations.group_of = {0, 65'000};
    request.services.group_of = {0, 65'000};
    EXPECT_THROW((void)counts(image, Scope::everything(), request), std::length_error);
}

TEST(ImageCounts, of_nothing_are_zero) {
    const Image image;
    EXPECT_EQ(totals(image, Scope::everything(), Date{0}, last_day), Count{});
    EXPECT_EQ(totals(image, Scope::everything(), last_day, Date{0}), Count{});
    EXPECT_EQ(totals(image, Scope::everything(), Date{-30}, Date{-1}), Count{});
}

}  // namespace ryadom::ledger::image
