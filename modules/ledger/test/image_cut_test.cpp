#include <gtest/gtest.h>

#include <filesystem>

#include "modules/ledger/image_cut.hpp"
#include "modules/ledger/image_snapshot.hpp"
#include "modules/ledger/test/image_reference.hpp"

namespace ryadom::ledger::image {
namespace {

constexpr std::size_t rows = 5;
constexpr std::size_t columns = 4;
constexpr std::size_t dimensions = 7;
constexpr std::uint16_t person_kinds = 6;

/// One dimension gives the row, one the column, perhaps the same; any may leave out.
Shares random_shares(History& history, std::size_t numbers, bool row, bool column) {
    Shares out;
    if (!row && !column && history.pick(0, 2)) return out;
    const bool filters = history.pick(0, 2) == 0;
    for (std::size_t i = 0; i < numbers; ++i) {
        const auto share = (row ? history.number(rows) * columns : 0) + (column ? history.number(columns) : 0);
        out.push_back(filters && history.pick(0, 3) == 0 ? left_out : static_cast<std::uint32_t>(share));
    }
    return out;
}

std::vector<Trait> random_traits(History& history) {
    std::vector<Trait> out;
    for (std::uint32_t i = 0; i < test_people / 2; ++i)
        out.push_back({static_cast<std::uint16_t>(history.pick(0, person_kinds - 2)),
                       history.pick(0, 1) ? std::uint16_t{0xffff} : static_cast<std::uint16_t>(history.random_day().days)});
    return out;
}

CutRequest random_request(History& history, Position last) {
    CutRequest request;
    request.rows = rows;
    request.columns = columns;
    request.first = history.random_day();
    request.last = history.random_day();
    const auto row = history.number(dimensions);
    const auto column = history.number(dimensions);
    const auto shares = [&](std::size_t dimension, std::size_t numbers) { return random_shares(history, numbers, row == dimension, column == dimension); };
    request.homes = shares(0, test_organisations - 1);
    request.performers = shares(1, test_organisations);
    request.practices = shares(2, test_practices);
    request.services = shares(3, test_services - 1);
    request.channels = shares(4, 4);
    request.days = shares(5, static_cast<std::size_t>(std::max(0, request.last - request.first + 1)));
    request.kinds = shares(6, person_kinds);
    request.people = random_traits(history);
    request.as_of = random_as_of(history, last);
    return request;
}

std::optional<std::size_t> share(const Shares& shares, std::size_t number) {
    if (shares.empty()) return 0;
    if (number >= shares.size() || shares[number] == left_out) return std::nullopt;
    return shares[number];
}

std::size_t kind_of(const CutRequest& request, std::uint32_t human, Date day) {
    if (human == 0 || human >= request.people.size()) return 0;
    const auto& trait = request.people[human];
    return trait.kind + (day.days >= trait.change ? 1U : 0U);
}

/// The cell of a fact, if it has one.
std::optional<std::size_t> cell_of(const Reference& reference, const CutRequest& request, const Fact& fact) {
    if (fact.day < request.first || fact.day > request.last) return std::nullopt;
    const std::array found{share(request.homes, fact.home_provider),
                           share(request.performers, fact.performer_provider),
                           share(request.practices, fact.practice),
                           share(request.services, fact.service),
                           share(request.channels, fact.channel),
                           share(request.days, static_cast<std::size_t>(fact.day - request.first)),
                           request.kinds.empty() ? 0 : share(request.kinds, kind_of(request, fact.person ? reference.human(fact.person) : 0, fact.day))};
    std::size_t cell = 0;
    for (const auto& each : found) {
        if (!each) return std::nullopt;
        cell += *each;
    }
    return cell;
}

/// Counts of what a number says, and the people behind them.
class Plain {
  public:
    void add(std::size_t place, const Fact& fact, std::uint32_t human) {
        auto& count = counts_[place];
        ++count.facts;
        count.minutes += fact.minutes;
        count.unnamed += fact.unnamed_count;
        if (fact.person && people_.emplace(place, human).second) ++count.people;
    }
    std::vector<Count> all(std::size_t places) const {
        std::vector<Count> out;
        for (std::size_t i = 0; i < places; ++i) out.push_back(counts_.contains(i) ? counts_.at(i) : Count{});
        return out;
    }

  private:
    std::map<std::size_t, Count> counts_;
    std::set<std::pair<std::size_t, std::uint32_t>> people_;
};

CutTable plain_cut(const Reference& reference, const CutRequest& request) {
    Plain cells;
    Plain in_rows;
    Plain in_columns;
    Plain in_all;
    for (const auto& fact : reference.facts()) {
        const auto cell = cell_of(reference, request, fact);
        if (!cell) continue;
        const auto human = reference.human(fact.person);
        cells.add(*cell, fact, human);
        in_rows.add(*cell / columns, fact, human);
        in_columns.add(*cell % columns, fact, human);
        in_all.add(0, fact, human);
    }
    return {columns, cells.all(rows * columns), in_rows.all(rows), in_columns.all(columns), in_all.all(1).front()};
}

}  // namespace

class ImageCut : public testing::TestWithParam<unsigned> {
  protected:
    ImageCut() : history(GetParam()), all(history.events(10'000)) {
        for (const auto& event : all) append(image, event);
    }
    History history;
    Image image;
    std::vector<Event> all;
};

TEST_P(ImageCut, equals_the_plain_reference_on_every_axis_with_its_own_totals) {
    std::size_t filled = 0;
    for (int i = 0; i < 40; ++i) {
        const auto seen = random_seen(history);
        const auto request = random_request(history, image.position());
        const auto found = cut(image, scope_of(seen), request);
        const auto expected = plain_cut(Reference(all, seen, request.as_of), request);
        ASSERT_EQ(found.cells, expected.cells);
        ASSERT_EQ(found.row_totals, expected.row_totals);
        ASSERT_EQ(found.column_totals, expected.column_totals);
        ASSERT_EQ(found.total, expected.total);
        filled += found.total.facts > 0;
    }
    EXPECT_GT(filled, 5U);
}

TEST_P(ImageCut, lists_the_facts_behind_a_cell_page_by_page) {
    for (int i = 0; i < 15; ++i) {
        const auto seen = random_seen(history);
        const auto request = random_request(history, image.position());
        const Reference reference(all, seen, request.as_of);
        const CutPlace place{history.pick(0, 1) ? std::optional(history.number(rows)) : std::nullopt,
                             history.pick(0, 1) ? std::optional(history.number(columns)) : std::nullopt};
        std::vector<Position> expected;
        for (const auto& fact : reference.facts()) {
            const auto cell = cell_of(reference, request, fact);
            if (cell && (!place.row || *cell / columns == *place.row) && (!place.column || *cell % columns == *place.column)) expected.push_back(fact.position);
        }
        std::ranges::sort(expected, std::greater<>());
        std::vector<Position> found;
        auto before = std::numeric_limits<Position>::max();
        for (auto page = cut_positions(image, scope_of(seen), request, place, before, 100); !page.empty();
             page = cut_positions(image, scope_of(seen), request, place, before, 100)) {
            found.insert(found.end(), page.begin(), page.end());
            before = page.back();
        }
        ASSERT_EQ(found, expected);
    }
}

TEST(ImageCutTest, a_person_is_of_the_next_kind_from_the_day_of_the_change) {
    Image image;
    const auto day = *make_date(2026, 3, 8);
    std::vector<Fact> facts;
    for (int i = 0; i < 4; ++i) facts.push_back({.position = i + 1, .person = 1, .day = day + (i - 2), .recorded_on = day + 5, .home_provider = 1});
    image.append(facts);
    CutRequest request;
    request.first = day - 10;
    request.last = day + 10;
    request.rows = 2;
    request.people = {{}, {1, static_cast<std::uint16_t>(day.days)}};
    request.kinds = {left_out, 0, 1};
    const auto found = cut(image, Scope::everything(), request);
    EXPECT_EQ(found.at(0, 0).facts, 2U);
    EXPECT_EQ(found.at(1, 0).facts, 2U);
    EXPECT_EQ(found.total.people, 1U) << "who grew older is still one";
}

/// Three centres with full chunks, some of whose rows were taken back or recorded late.
class ImageCutOfChunks : public testing::Test {
  protected:
    ImageCutOfChunks() {
        std::vector<Fact> facts;
        for (Position i = 1; i <= 120'000; ++i) {
            const auto day = first + static_cast<int>(i / 400);
            facts.push_back({.position = i, .person = static_cast<std::uint32_t>(1 + random() % 900), .day = day, .recorded_on = day + static_cast<int>(random() % 3),
                             .worker = static_cast<std::uint32_t>(random() % 9), .minutes = static_cast<std::uint16_t>(1 + random() % 90),
                             .service = static_cast<std::uint16_t>(random() % 4), .practice = static_cast<std::uint16_t>(random() % 3),
                             .home_provider = static_cast<std::uint16_t>(1 + random() % 3), .performer_provider = static_cast<std::uint16_t>(random() % 8 ? 0 : 4)});
            auto& fact = facts.back();
            if (random() % 50 == 0) {
                fact.unnamed_count = static_cast<std::uint32_t>(1 + random() % 20);
                fact.person = 0;
            } else if (random() % 400 == 0 && i > 20'000) {
                const auto& target = facts[random() % 19'000];
                if (target.reverses == 0 && taken_back.insert(target.position).second) {
                    const auto recorded_on = fact.recorded_on;
                    fact = target;
                    fact.position = i;
                    fact.recorded_on = recorded_on;
                    fact.reverses = target.position;
                }
            }
        }
        image.append(facts);
    }
    static CutRequest request_of(Date from, Date to, int days_together) {
        CutRequest out;
        out.first = from;
        out.last = to;
        out.rows = 3;
        out.columns = 12;
        out.homes = {left_out, 0, 12, 24};
        for (auto day = from; day <= to; day = day + 1)
            out.days.push_back(static_cast<std::uint32_t>(days_together ? (day - from) / days_together : parts(day).month - 1));
        out.distinct = false;
        return out;
    }
    /// A share of every channel makes it look at every row.
    CutTable row_by_row(CutRequest request) const {
        request.channels.assign(256, 0);
        return cut(image, Scope::everything(), request);
    }

    const Date first = *make_date(2025, 1, 20);
    std::mt19937 random{11};
    std::set<Position> taken_back;
    Image image;
};

TEST_F(ImageCutOfChunks, come_to_the_same_by_whole_months_and_row_by_row) {
    const auto year = request_of(*make_date(2025, 1, 1), *make_date(2025, 12, 31), 0);
    const auto in_the_middle = request_of(first + 40, first + 200, 0);
    const auto by_weeks = request_of(first, first + 80, 7);
    auto late = year;
    late.as_of.day = first + 120;
    auto before = year;
    before.as_of.position = 61'000;
    for (const auto& request : {year, in_the_middle, by_weeks, late, before}) {
        const auto found = cut(image, Scope::everything(), request);
        const auto expected = row_by_row(request);
        ASSERT_GT(found.total.facts, 10'000U);
        EXPECT_EQ(found.cells, expected.cells);
        EXPECT_EQ(found.row_totals, expected.row_totals);
        EXPECT_EQ(found.column_totals, expected.column_totals);
        EXPECT_EQ(found.total, expected.total);
    }
    EXPECT_GT(taken_back.size(), 50U);
}

TEST_F(ImageCutOfChunks, counts_only_the_performer_whose_facts_are_asked_for) {
    auto request = request_of(*make_date(2025, 1, 1), *make_date(2025, 12, 31), 0);
    request.performers = {left_out, left_out, left_out, left_out, 0};
    const auto found = cut(image, Scope::everything(), request);
    EXPECT_GT(found.total.facts, 5'000U);
    EXPECT_LT(found.total.facts, 30'000U);
    EXPECT_EQ(found.cells, row_by_row(request).cells);
    EXPECT_EQ(cut(image, Scope::of({4}), request_of(request.first, request.last, 0)).cells, found.cells) << "the scope of the performer says the same";
}

TEST_F(ImageCutOfChunks, come_to_the_same_in_an_image_read_from_its_snapshot) {
    const auto request = request_of(*make_date(2025, 1, 1), *make_date(2025, 12, 31), 0);
    const auto file = std::filesystem::path(testing::TempDir()) / "image_cut_test.snapshot";
    const auto newest = [](Position) { return std::optional<Uuid>(Uuid{}); };
    write_snapshot(image, file, newest);
    const auto read = read_snapshot(file, newest);
    std::filesystem::remove(file);
    ASSERT_TRUE(read);
    EXPECT_EQ(cut(**read, Scope::everything(), request).cells, cut(image, Scope::everything(), request).cells);
    EXPECT_EQ((*read)->footprint().index_bytes, image.footprint().index_bytes) << "with the sums of its chunks";
}

TEST(ImageCutTest, refuses_a_table_that_has_no_room) {
    CutRequest request;
    request.rows = 5000;
    request.columns = 5000;
    EXPECT_THROW(cut(Image(), Scope::everything(), request), std::length_error);
}

INSTANTIATE_TEST_SUITE_P(Histories, ImageCut, testing::Values(1U, 2U, 3U, 4U));

}  // namespace ryadom::ledger::image
