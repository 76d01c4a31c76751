#include "modules/matching/index.hpp"

#include "modules/matching/test/matching_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace ryadom::matching {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<RecordNumber> near(const Register& records, const Index& index, std::initializer_list<std::string_view> cells) {
    return index.near(records.read(std::vector<std::string_view>(cells)));
}

class IndexTest : public ::testing::Test {
  protected:
    IndexTest() {
        add(records, {"Иванова", "Наталья", "Петровна", "03.07.1948", "11223344595"});
        for (int i = 0; i < 300; ++i) add(records, {fmt::format("Сидоров{}", i), "Олег", "", fmt::format("{:02}.{:02}.{}", i % 28 + 1, i % 12 + 1, 1950 + i % 40), ""});
        records.settle();
    }
    Register records{usual_columns()};
};

TEST_F(IndexTest, somebody_who_is_entered_again_is_found_in_spite_of_a_fault) {
    const Index index(records);
    EXPECT_THAT(near(records, index, {"Ивановна", "Наталья", "", "03.07.1948", ""}), Contains(0U));
    EXPECT_THAT(near(records, index, {"Ivanova", "Наташа", "Петровна", "", ""}), Contains(0U));
    EXPECT_THAT(near(records, index, {"Зябликова", "Наталья", "Петровна", "07.03.1948", ""}), Contains(0U));
    EXPECT_THAT(near(records, index, {"Кузнецова", "Аграфена", "Никитична", "11.11.1911", ""}), IsEmpty());
    EXPECT_THAT(near(records, index, {"", "", "", "", ""}), IsEmpty());
}

TEST_F(IndexTest, a_record_that_is_added_is_found_at_once_and_after_many_more) {
    Index index(records);
    const auto added = add(records, {"Зябликова", "Аграфена", "Никитична", "11.11.1930", ""});
    index.add(added);
    EXPECT_THAT(near(records, index, {"Зябликова", "Груня", "", "11.11.1930", ""}), Contains(added));
    for (int i = 0; i < 2'500; ++i) index.add(add(records, {fmt::format("Орлов{}", i), "Пётр", "", fmt::format("01.01.{}", 1900 + i % 100), ""}));
    EXPECT_THAT(near(records, index, {"Зябликова", "Аграфена", "", "11.11.1930", ""}), Contains(added));
    EXPECT_THAT(near(records, index, {"Зябликова", "Аграфена", "", "11.11.1930", ""}), Not(Contains(0U)));
}

TEST_F(IndexTest, what_comes_of_a_crowd_is_bounded) {
    for (int i = 0; i < 3'000; ++i) add(records, {"Иванов", "Иван", "Иванович", "01.01.1950", ""});
    const Index index(records);
    const auto found = index.near(records.read(std::vector<std::string_view>{"Иванов", "Иван", "Иванович", "01.01.1950", ""}), 50);
    EXPECT_LE(found.size(), 50 * keys_for(records.columns()).size());
    EXPECT_FALSE(found.empty());
}

}  // namespace
}  // namespace ryadom::matching
