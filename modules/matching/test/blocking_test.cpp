#include "modules/matching/blocking.hpp"

#include "modules/matching/test/matching_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

namespace ryadom::matching {
namespace {

struct Fault {
    const char* name;
    std::vector<std::string_view> cells;
};

TEST(Blocking, records_of_one_person_meet_whatever_one_fault_parts_them) {
    const std::vector<Fault> faults{{"typo in the family name", {"Ивнаова", "Наталья", "Петровна", "03.07.1948", ""}},
                                    {"typo in the first letter", {"Шванова", "Наталья", "Петровна", "03.07.1948", ""}},
                                    {"typo in the given name", {"Иванова", "Натлья", "Петровна", "03.07.1948", ""}},
                                    {"transliteration", {"Ivanova", "Natalia", "Petrovna", "03.07.1948", ""}},
                                    {"other layout", {"Bdfyjdf", "Yfnfkmz", "Gtnhjdyf", "03.07.1948", ""}},
                                    {"diminutive", {"Иванова", "Наташа", "Петровна", "03.07.1948", ""}},
                                    {"married name", {"Зябликова", "Наталья", "Петровна", "03.07.1948", ""}},
                                    {"no patronymic", {"Иванова", "Наталья", "", "03.07.1948", ""}},
                                    {"day and month exchanged", {"Иванова", "Наталья", "Петровна", "07.03.1948", ""}},
                                    {"wrong year", {"Иванова", "Наталья", "Петровна", "03.07.1984", ""}},
                                    {"names exchanged", {"Наталья", "Иванова", "Петровна", "03.07.1948", ""}},
                                    {"no date", {"Иванова", "Наталья", "Петровна", "", ""}},
                                    {"only the number", {"Зябликова", "Аграфена", "", "", "112-233-445 95"}}};
    Register records(usual_columns());
    add(records, {"Иванова", "Наталья", "Петровна", "03.07.1948", "11223344595"});
    for (const auto& fault : faults) records.add(fault.cells);
    records.settle();
    const Blocks blocks(records, {});
    for (std::size_t i = 0; i < faults.size(); ++i) EXPECT_TRUE(blocks.met(0, static_cast<RecordNumber>(i + 1))) << faults[i].name;
}

/// Everybody has one of few names and dates: every coarse block is too large.
Register crowded(int count) {
    Register records(usual_columns());
    std::mt19937 random(5);
    for (int i = 0; i < count; ++i) {
        const auto birth = fmt::format("{:02}.{:02}.{}", random() % 28 + 1, random() % 12 + 1, 1940 + random() % 40);
        add(records, {fmt::format("Иванов{}", random() % 20), fmt::format("Пётр{}", random() % 10), "", birth, std::to_string(i + 10'000)});
    }
    records.settle();
    return records;
}

TEST(Blocking, the_pairs_to_a_record_do_not_grow_with_the_register) {
    BlockingOptions options;
    options.pairs_at_all = 0;
    options.pairs_to_a_record = 20;
    for (const int count : {2'000, 8'000}) {
        const auto records = crowded(count);
        EXPECT_LE(Blocks(records, options).pairs(), static_cast<std::uint64_t>(20 * count)) << count;
    }
}

TEST(Blocking, a_pair_comes_once_though_many_keys_have_it) {
    const auto records = crowded(1'000);
    const Blocks blocks(records, {});
    std::set<std::pair<RecordNumber, RecordNumber>> seen;
    for (std::size_t key = 0; key < blocks.keys(); ++key)
        blocks.each_pair(key, 0, blocks.count(key), [&](RecordNumber one, RecordNumber other) {
            EXPECT_NE(one, other);
            EXPECT_TRUE(seen.emplace(std::min(one, other), std::max(one, other)).second);
            EXPECT_TRUE(blocks.met(one, other));
        });
    EXPECT_LT(seen.size(), blocks.pairs());
}

}  // namespace
}  // namespace ryadom::matching
