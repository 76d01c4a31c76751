#include "modules/matching/linkage.hpp"

#include "modules/matching/quality.hpp"
#include "modules/matching/test/matching_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace ryadom::matching {
namespace {

using Row = std::array<std::string, 5>;

struct People {
    std::vector<Row> rows;
    std::vector<RecordNumber> person;
};

/// Some hundreds of people, every fourth entered twice with a slip in one of the columns.
People people(unsigned seed, int count = 400) {
    static constexpr std::array families{"Иванов", "Петров", "Сидоров", "Кузнецов", "Соколов", "Лебедев", "Козлов", "Новиков", "Морозов", "Волков", "Зайцев", "Павлов"};
    static constexpr std::array given{"Иван", "Пётр", "Сергей", "Николай", "Андрей", "Михаил", "Юрий", "Виктор"};
    std::mt19937 random(seed);
    People out;
    for (int i = 0; i < count; ++i) {
        const auto person = static_cast<RecordNumber>(i);
        const Row row{fmt::format("{}{}", families.at(random() % families.size()), random() % 5 == 0 ? "ский" : ""), given.at(random() % given.size()),
                      fmt::format("{}ович", given.at(random() % given.size())), fmt::format("{:02}.{:02}.{}", random() % 28 + 1, random() % 12 + 1, 1930 + random() % 60),
                      fmt::format("{:011}", 10'000'000'000 + random())};
        out.rows.push_back(row);
        out.person.push_back(person);
        if (i % 4 != 0) continue;
        auto again = row;
        switch (random() % 4) {
            case 0: again[0].erase(2, 2); break;
            case 1: again[1] = ""; break;
            case 2: again[3] = again[3].substr(3, 3) + again[3].substr(0, 3) + again[3].substr(6); break;
            default: again[4] = "";
        }
        out.rows.push_back(again);
        out.person.push_back(person);
    }
    return out;
}

Register register_of(const People& from) {
    Register records(usual_columns());
    for (const auto& row : from.rows) records.add(std::vector<std::string_view>(row.begin(), row.end()));
    records.settle();
    return records;
}

TEST(Linkage, people_are_found_without_a_label) {
    const auto from = people(1);
    auto records = register_of(from);
    const auto linkage = link(records, seeded(1), {});
    const auto found = confusion_of(from.person, linkage.person, {});
    EXPECT_GT(found.f1(), 0.97) << found.right << " " << found.wrong << " " << found.missed;
}

TEST(Linkage, the_order_of_records_changes_nothing) {
    const auto from = people(2);
    std::vector<std::size_t> order(from.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(3));
    People shuffled;
    for (const auto at : order) {
        shuffled.rows.push_back(from.rows[at]);
        shuffled.person.push_back(from.person[at]);
    }
    auto records = register_of(from);
    auto others = register_of(shuffled);
    const auto one = confusion_of(from.person, link(records, seeded(1), {}).person, {});
    const auto other = confusion_of(shuffled.person, link(others, seeded(1), {}).person, {});
    // What strangers have in common is drawn: the model may differ in its last digits.
    EXPECT_NEAR(one.f1(), other.f1(), 0.01);
}

TEST(Linkage, one_thread_finds_what_four_find) {
    const auto from = people(4);
    LinkageOptions options;
    std::vector<Linkage> found;
    for (const unsigned threads : {1U, 2U, 4U}) {
        options.blocking.threads = threads;
        auto records = register_of(from);
        found.push_back(link(records, seeded(1), options));
    }
    for (const auto& each : found) {
        EXPECT_EQ(each.candidates, found[0].candidates);
        EXPECT_EQ(each.pairs, found[0].pairs);
        EXPECT_EQ(each.person, found[0].person);
        EXPECT_EQ(each.model.threshold, found[0].model.threshold);
    }
}

TEST(Linkage, of_two_registers_only_pairs_across_are_looked_at) {
    const auto from = people(5);
    auto records = register_of(from);
    LinkageOptions options;
    options.once = true;
    for (std::size_t i = 0; i < from.rows.size(); ++i) options.source.push_back(i > 0 && from.person[i] == from.person[i - 1] ? 1 : 0);
    const auto linkage = link(records, seeded(1), options);
    for (const auto& pair : linkage.pairs) EXPECT_NE(options.source[pair.one], options.source[pair.other]);
    EXPECT_GT(confusion_of(from.person, linkage.person, options.source).f1(), 0.97);
}

TEST(Linkage, a_register_of_nobody_or_of_one_has_no_pairs) {
    for (const int count : {0, 1}) {
        Register records(usual_columns());
        for (int i = 0; i < count; ++i) add(records, {"Иванов", "Иван", "", "", ""});
        records.settle();
        const auto linkage = link(records, seeded(1), {});
        EXPECT_TRUE(linkage.pairs.empty());
        EXPECT_EQ(linkage.person.size(), static_cast<std::size_t>(count));
    }
}

TEST(Linkage, records_of_missing_values_only_are_nobodys) {
    Register records(usual_columns());
    for (int i = 0; i < 50; ++i) add(records, {"", "", "", "", ""});
    add(records, {"Иванов", "Иван", "", "01.02.1950", ""});
    records.settle();
    EXPECT_TRUE(link(records, seeded(1), {}).pairs.empty());
}

TEST(Clusters, a_third_record_that_contradicts_one_of_two_is_left_out) {
    const std::vector<Pair> pairs{{0, 1, 9}, {1, 2, 5}};
    const auto against = [](std::span<const RecordNumber>, std::span<const RecordNumber>) { return -3.0; };
    EXPECT_EQ(people_of(3, pairs, {}, against), (std::vector<RecordNumber>{0, 0, 2}));
    const auto in_favour = [](std::span<const RecordNumber>, std::span<const RecordNumber>) { return 3.0; };
    EXPECT_EQ(people_of(3, pairs, {}, in_favour), (std::vector<RecordNumber>{0, 0, 0}));
}

TEST(Clusters, who_stands_once_in_each_register_is_given_to_the_surest) {
    const std::vector<Pair> pairs{{0, 2, 9}, {1, 2, 5}};
    const std::vector<std::uint8_t> source{0, 0, 1};
    const auto in_favour = [](std::span<const RecordNumber>, std::span<const RecordNumber>) { return 3.0; };
    EXPECT_EQ(people_of(3, pairs, {0, source, true}, in_favour), (std::vector<RecordNumber>{0, 1, 0}));
}

TEST(Quality, pairs_are_counted_by_group) {
    const std::vector<RecordNumber> truth{0, 0, 0, 3, 3, 5};
    const std::vector<RecordNumber> found{0, 0, 2, 2, 2, 5};
    EXPECT_EQ(confusion_of(truth, found, {}), (Confusion{2, 2, 2}));
    const std::vector<std::uint8_t> source{0, 1, 1, 0, 1, 0};
    EXPECT_EQ(confusion_of(truth, found, source), (Confusion{2, 1, 1})) << "across two registers";
}

}  // namespace
}  // namespace ryadom::matching
