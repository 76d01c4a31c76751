// Parameters kept without their register judge a pair as the register did.
#include "modules/matching/test/matching_test.hpp"

#include "modules/matching/matching.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ryadom::matching {
namespace {

/// People of a few names, one in four entered twice, the second time with a slip.
Register some_people() {
    constexpr std::array families{"Иванова", "Петрова", "Сидорова", "Щербакова", "Кузнецова", "Морозова", "Волкова"};
    constexpr std::array slips{"Ивонова", "Пертова", "Сидорва", "Щербокова", "Кузницова", "Марозова", "Волкава"};
    constexpr std::array given{"Нина", "Галина", "Вера", "Анна", "Тамара"};
    constexpr std::array patronymics{"Ивановна", "Петровна", "Сергеевна"};
    Register out(usual_columns());
    std::mt19937 random(5);
    for (int i = 0; i < 800; ++i) {
        const auto family = random() % families.size();
        const auto* name = given[random() % given.size()];
        const auto* patronymic = patronymics[random() % patronymics.size()];
        const auto birth = "19" + std::to_string(30 + random() % 60) + "-" + std::to_string(10 + random() % 3) + "-" + std::to_string(10 + random() % 19);
        add(out, {families[family], name, patronymic, birth, ""});
        if (i % 4 == 0) add(out, {slips[family], name, patronymic, birth, ""});
    }
    out.settle();
    return out;
}

TEST(ParametersTest, what_is_written_is_read_back_and_judges_alike) {
    auto records = some_people();
    const auto linkage = link(records, seeded(3), {});
    const auto kept = parameters_of(records, linkage.model);
    const auto read = read_parameters(write_parameters(kept));
    ASSERT_TRUE(read);
    EXPECT_EQ(write_parameters(*read), write_parameters(kept));
    const Judge judge(*read);
    auto round = judge.round(static_cast<double>(records.size()));
    const Weigher weigher(linkage.model, records.columns());
    Comparer comparer(records);
    int pairs = 0;
    for (const auto& pair : linkage.pairs) {
        if (++pairs > 100) break;
        const auto values = [&](RecordNumber record) {
            std::vector<std::string_view> cells;
            for (std::size_t i = 0; i < records.columns().size(); ++i) cells.push_back(records.value(record, i).text);
            return judge.read(cells);
        };
        // A birth is known by how rare one is in the mean, and here each is as rare as another within one or two bearers.
        EXPECT_NEAR(round.judge(values(pair.one), values(pair.other)).weight, weigher.weight_of(comparer.compare(pair.one, pair.other)), 1.5);
    }
    EXPECT_GT(pairs, 100);
}

TEST(ParametersTest, the_larger_the_register_the_less_a_likeness_says) {
    const auto& judge = shipped_judge();
    const auto cells = [&](std::string_view family) {
        std::vector<std::string_view> out;
        for (const auto& column : judge.columns()) out.push_back(column.kind == Kind::family_name ? family : column.kind == Kind::given_name ? "Валентина" : column.kind == Kind::birth_date ? "1948-07-03" : "");
        return judge.read(out);
    };
    const auto one = cells("Щербакова");
    const auto other = cells("Щербокова");
    const auto small = judge.round(30'000).judge(one, other);
    const auto large = judge.round(3'000'000).judge(one, other);
    // Not by the whole logarithm: namesakes become as much more likely.
    EXPECT_GT(small.weight - large.weight, 2);
    EXPECT_LE(small.weight - large.weight, std::log(100.0) + 1e-9);
    ASSERT_FALSE(small.reasons.empty());
    EXPECT_EQ(judge.columns()[small.reasons.front().column].kind, Kind::birth_date);
}

TEST(ParametersTest, wrong_parameters_are_named_by_their_place) {
    EXPECT_FALSE(read_parameters("{"));
    const auto refused = read_parameters(R"({"records":10,"threshold":0,"ties":{},"columns":[]})");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.size(), 2U);
    EXPECT_EQ(refused.error().fields.front().pointer, "/ties");
}

TEST(ParametersTest, first_letters_are_one_for_all_ways_of_writing) {
    EXPECT_EQ(first_letter("щербакова"), first_letter("шербакова"));
    EXPECT_EQ(first_letter("эмма"), first_letter("емма"));
    EXPECT_EQ(first_letter("valentina"), first_letter("валентина"));
    EXPECT_EQ(first_letter(""), char16_t{0});
}

}  // namespace
}  // namespace ryadom::matching
