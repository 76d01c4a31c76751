#include "platform/time/time.hpp"

#include <gtest/gtest.h>

namespace ryadom {

TEST(Date, that_no_calendar_has_is_refused) {
    EXPECT_FALSE(parse_date("2026-02-31"));
    EXPECT_FALSE(parse_written_date("31.02.2026", 2026));
    EXPECT_TRUE(parse_written_date("29.02.2024", 2026));
    EXPECT_FALSE(parse_date("2026-2-3"));
    EXPECT_FALSE(parse_date("20261123"));
}

TEST(Date, is_written_both_ways) {
    const auto date = parse_written_date(" 23.11.2026 ", 2026);
    ASSERT_TRUE(date);
    EXPECT_EQ(to_string(*date), "2026-11-23");
    EXPECT_EQ(parse_date("2026-11-23"), date);
}

TEST(Date, is_read_as_the_form_of_the_page_reads_it) {
    EXPECT_EQ(parse_written_date("7/3/1948", 2026), parse_date("1948-03-07"));
    EXPECT_EQ(parse_written_date("23.11.26", 2026), parse_date("2026-11-23"));
    EXPECT_EQ(parse_written_date("7.3.48", 2026), parse_date("1948-03-07"));
    EXPECT_EQ(parse_written_date("01.02.46", 2026), parse_date("2046-02-01"));
    EXPECT_FALSE(parse_written_date("23.11.026", 2026));
    EXPECT_FALSE(parse_written_date(".11.2026", 2026));
    EXPECT_FALSE(parse_written_date("23.11", 2026));
}

TEST(Instant, is_read_from_every_form_the_engines_write) {
    const auto canonical = parse_instant("2026-11-23T17:32:57.120Z");
    ASSERT_TRUE(canonical);
    EXPECT_EQ(parse_instant("2026-11-23 17:32:57.12+00"), canonical);
    EXPECT_EQ(parse_instant("2026-11-24T00:32:57.12+07:00"), canonical);
    EXPECT_EQ(to_string(*canonical), "2026-11-23T17:32:57.120Z");
    EXPECT_FALSE(parse_instant("2026-11-23T17:32:57"));
    EXPECT_FALSE(parse_instant("2026-11-23T25:32:57Z"));
}

TEST(Instant, before_the_epoch_keeps_its_day) { EXPECT_EQ(to_string(Instant{-1}), "1969-12-31T23:59:59.999Z"); }

TEST(Zone, decides_which_day_it_is) {
    const auto instant = *parse_instant("2026-11-23T17:30:00Z");
    EXPECT_EQ(to_string(local_date(instant, "Asia/Novosibirsk")), "2026-11-24");
    EXPECT_EQ(to_string(local_date(instant, "Europe/Moscow")), "2026-11-23");
    EXPECT_FALSE(known_zone("Asia/Nowhere"));
}

TEST(Zone, follows_the_change_of_kazakhstan_in_2024) {
    EXPECT_EQ(to_string(start_of_day(*parse_date("2024-02-29"), "Asia/Almaty")), "2024-02-28T18:00:00.000Z");
    EXPECT_EQ(to_string(start_of_day(*parse_date("2024-03-02"), "Asia/Almaty")), "2024-03-01T19:00:00.000Z");
}

TEST(Period, spans_whole_months_and_quarters) {
    const auto day = *parse_date("2026-12-15");
    EXPECT_EQ(to_string(period_of(day, PeriodLength::month).last), "2026-12-31");
    EXPECT_EQ(to_string(period_of(day, PeriodLength::quarter).first), "2026-10-01");
    EXPECT_EQ(to_string(next(period_of(day, PeriodLength::quarter), PeriodLength::quarter).last), "2027-03-31");
    EXPECT_EQ(to_string(previous(period_of(*parse_date("2026-01-31"), PeriodLength::month), PeriodLength::month).first),
              "2025-12-01");
}

TEST(Age, changes_on_the_birthday) {
    const auto birth = *parse_date("1950-11-23");
    EXPECT_EQ(full_years(birth, *parse_date("2026-11-22")), 75);
    EXPECT_EQ(full_years(birth, *parse_date("2026-11-23")), 76);
}

}  // namespace ryadom
