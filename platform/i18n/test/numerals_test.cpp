#include "platform/i18n/numerals.hpp"

#include <gtest/gtest.h>

namespace ryadom::i18n {
namespace {

using enum Language;

TEST(Numerals, russian_numbers_follow_the_gender_of_what_they_count) {
    EXPECT_EQ(spelled(ru, 0), "ноль");
    EXPECT_EQ(spelled(ru, 1), "один");
    EXPECT_EQ(spelled(ru, 1, Gender::feminine), "одна");
    EXPECT_EQ(spelled(ru, 2, Gender::neuter), "два");
    EXPECT_EQ(spelled(ru, 22, Gender::feminine), "двадцать две");
    EXPECT_EQ(spelled(ru, 1221), "одна тысяча двести двадцать один");
    EXPECT_EQ(spelled(ru, 2'000'011), "два миллиона одиннадцать");
    EXPECT_EQ(spelled(ru, -5), "минус пять");
    EXPECT_EQ(spelled(ru, INT64_MIN), "-9223372036854775808");
}

TEST(Numerals, kazakh_and_english_numbers) {
    EXPECT_EQ(spelled(kk, 0), "нөл");
    EXPECT_EQ(spelled(kk, 19), "он тоғыз");
    EXPECT_EQ(spelled(kk, 100), "жүз");
    EXPECT_EQ(spelled(kk, 1245), "бір мың екі жүз қырық бес");
    EXPECT_EQ(spelled(kk, 3'000'000), "үш миллион");
    EXPECT_EQ(spelled(en, 21), "twenty-one");
}

TEST(Numerals, words_after_numbers) {
    const std::vector<std::string> services{"услуга", "услуги", "услуг"};
    for (const auto& [number, word] : std::vector<std::pair<int, std::string>>{{0, "услуг"}, {1, "услуга"}, {2, "услуги"}, {4, "услуги"}, {5, "услуг"}, {11, "услуг"},
                                                                              {12, "услуг"}, {21, "услуга"}, {111, "услуг"}, {122, "услуги"}, {-1, "услуга"}})
        EXPECT_EQ(counted(ru, number, services), word) << number;
    EXPECT_EQ(counted(ru, 5, {"тенге"}), "тенге");
    EXPECT_EQ(counted(en, 1, {"service", "services"}), "service");
    EXPECT_EQ(counted(en, 0, {"service", "services"}), "services");
    EXPECT_EQ(counted(kk, 5, {"қызмет"}), "қызмет");
}

TEST(Numerals, days_in_words) {
    const auto day = *make_date(2026, 11, 5);
    EXPECT_EQ(long_date(ru, day), "«5»\u00a0ноября 2026\u00a0г.");
    EXPECT_EQ(long_date(kk, day), "2026\u00a0жылғы «5»\u00a0қараша");
    EXPECT_EQ(long_date(en, day), "5\u00a0November 2026");
    EXPECT_EQ(month_of(ru, day), "ноябрь 2026\u00a0г.");
    EXPECT_EQ(month_of(kk, day), "2026\u00a0жылғы қараша");
    EXPECT_EQ(month_of(en, day), "November 2026");
}

TEST(Numerals, sums_in_figures_and_in_words) {
    EXPECT_EQ(amount(ru, 123'456'789), "1\u00a0234\u00a0567,89");
    EXPECT_EQ(amount(en, -5), "\u22120.05");
    EXPECT_EQ(amount(ru, INT64_MIN), "\u221292\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,08");
    EXPECT_EQ(amount_with_words(ru, 123'450, Currency::rouble), "1\u00a0234\u00a0рубля 50\u00a0копеек");
    EXPECT_EQ(amount_spelled(ru, 123'401, Currency::rouble), "одна тысяча двести тридцать четыре рубля 01\u00a0копейка");
    EXPECT_EQ(amount_spelled(ru, 2'100, Currency::rouble), "двадцать один рубль 00\u00a0копеек");
    EXPECT_EQ(amount_spelled(ru, 0, Currency::rouble), "ноль рублей 00\u00a0копеек");
    EXPECT_EQ(amount_spelled(ru, 200'200, Currency::tenge), "две тысячи два тенге 00\u00a0тиынов");
    EXPECT_EQ(amount_spelled(kk, 123'450, Currency::tenge), "бір мың екі жүз отыз төрт теңге 50\u00a0тиын");
    EXPECT_EQ(amount_spelled(en, 100, Currency::rouble), "one rouble 00\u00a0kopecks");
}

}  // namespace
}  // namespace ryadom::i18n
