// When a version is sound, minutes of levels of long-term care, and what two versions differ in.
#include "modules/programmes/rules_contract.hpp"
#include "modules/programmes/rules_programme.hpp"

#include <gmock/gmock.h>

namespace ryadom::programmes {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }

Id<catalogue::Service> id(std::uint8_t number) {
    Id<catalogue::Service> out;
    out.uuid.bytes[15] = number;
    return out;
}
const auto shopping = id(1), cleaning = id(2), feeding = id(3), parcel = id(4), ended = id(5);

Surroundings around() {
    Surroundings out;
    for (const auto& each : {shopping, cleaning, feeding, parcel, ended}) {
        catalogue::ServiceRow row;
        row.service.id = each;
        row.service.kind = each == parcel ? "urgent" : "household";
        row.service.valid_from = day("2020-01-01");
        if (each == ended) row.service.valid_to = day("2024-12-31");
        out.services.push_back(row);
    }
    out.most_months = 36;
    out.care = {420, 840};
    out.assessed_level = 1;
    return out;
}

Line line(const Id<catalogue::Service>& service, int times = 2, std::optional<int> minutes = {}) {
    Line out;
    out.service = service;
    out.times = times;
    out.weekly_minutes = minutes;
    return out;
}

Content year() {
    Content out;
    out.since = day("2026-12-01");
    out.until = day("2027-11-30");
    out.lines = {line(shopping), line(cleaning)};
    return out;
}

std::vector<std::string> found(const Content& content, const Surroundings& surroundings = around()) {
    std::vector<std::string> out;
    for (const auto& each : faults(content, surroundings, "")) out.push_back(each.pointer + " " + each.code);
    return out;
}

TEST(Version, of_a_year_is_sound) { EXPECT_THAT(found(year()), IsEmpty()); }

TEST(Version, lasts_no_longer_than_the_norm_allows) {
    auto content = year();
    content.until = day("2029-11-30");
    EXPECT_THAT(found(content), IsEmpty()) << "three years to the day";
    content.until = day("2029-12-01");
    EXPECT_THAT(found(content), ElementsAre("/until programmes.too_long"));
    auto without = around();
    without.most_months.reset();
    EXPECT_THAT(found(year(), without), ElementsAre("/until programmes.no_norm"));
    content.until = day("2026-11-30");
    EXPECT_THAT(found(content), ElementsAre("/until programmes.ends_before_it_begins"));
}

TEST(Version, has_services_of_the_catalogue_once_within_its_days) {
    auto content = year();
    content.lines = {line(shopping), line(shopping), line(parcel), line(ended), line(id(9)), line(cleaning)};
    content.lines.back().until = day("2028-01-01");
    content.lines.front().since = day("2026-11-01");
    EXPECT_THAT(found(content), ElementsAre("/lines/0/since programmes.outside", "/lines/1/service programmes.twice", "/lines/2/service programmes.urgent_has_no_programme",
                                            "/lines/3/service programmes.no_such_service", "/lines/4/service programmes.no_such_service", "/lines/5/until programmes.outside"));
    content = year();
    content.lines.clear();
    content.form = Form::urgent;
    content.review_on = day("2028-01-01");
    EXPECT_THAT(found(content), ElementsAre("/form programmes.urgent_has_no_programme", "/review_on programmes.outside", "/lines programmes.no_services"));
}

TEST(Version, does_not_begin_before_the_former_one) {
    auto surroundings = around();
    surroundings.former_since = day("2026-12-02");
    EXPECT_THAT(found(year(), surroundings), ElementsAre("/since programmes.before_the_former"));
}

TEST(CarePackage, stays_within_the_minutes_of_its_level) {
    struct Row {
        int minutes;
        std::vector<std::string> faults;
    };
    for (const auto& [minutes, expected] : std::vector<Row>{{419, {"/care_level programmes.too_few_minutes"}}, {420, {}}, {840, {}}, {841, {"/care_level programmes.too_many_minutes"}}}) {
        auto content = year();
        content.care_level = 1;
        content.lines = {line(shopping), line(feeding, 7, minutes - 200), line(cleaning, 2, 200)};
        EXPECT_EQ(package_minutes(content), minutes);
        EXPECT_THAT(found(content), ::testing::ElementsAreArray(expected)) << minutes;
    }
}

TEST(CarePackage, follows_the_assessment_and_needs_its_norm) {
    auto content = year();
    content.lines = {line(feeding, 7, 500)};
    EXPECT_THAT(found(content), ElementsAre("/lines/0/weekly_minutes programmes.no_care_level"));
    content.care_level = 2;
    EXPECT_THAT(found(content), ElementsAre("/care_level programmes.another_level"));
    auto without = around();
    without.assessed_level.reset();
    without.care = {};
    EXPECT_THAT(found(content, without), ElementsAre("/care_level programmes.level_not_assessed", "/care_level programmes.no_care_norm"));
    content.care_level = 1;
    content.lines.front().every = Every::month;
    EXPECT_THAT(found(content), ElementsAre("/lines/0/every programmes.package_is_weekly"));
}

TEST(Versions, differ_in_headings_and_services) {
    const auto before = year();
    auto after = before;
    EXPECT_THAT(difference(before, after).headings, IsEmpty());
    after.until = day("2028-11-30");
    after.providers = {"КЦСОН"};
    after.lines = {line(feeding), line(shopping, 3)};
    const auto seen = difference(before, after);
    EXPECT_THAT(seen.headings, ElementsAre(Heading::until, Heading::providers));
    EXPECT_THAT(seen.lines, ElementsAre(LineDifference{Part::added, {}, line(feeding)}, LineDifference{Part::changed, line(shopping), line(shopping, 3)},
                                        LineDifference{Part::removed, line(cleaning), {}}));
    const auto same = difference(before, before);
    EXPECT_THAT(same.lines, ElementsAre(LineDifference{Part::same, line(shopping), line(shopping)}, LineDifference{Part::same, line(cleaning), line(cleaning)}));
}

TEST(Versions, stand_by_their_days) {
    const auto today = day("2026-11-23");
    EXPECT_EQ(state_on({}, day("2026-11-01"), day("2027-11-01"), today), VersionState::draft);
    EXPECT_EQ(state_on(today, day("2026-12-01"), day("2027-11-30"), today), VersionState::coming);
    EXPECT_EQ(state_on(today, day("2026-11-23"), day("2026-11-23"), today), VersionState::in_force);
    EXPECT_EQ(state_on(today, day("2025-11-23"), day("2026-11-22"), today), VersionState::past);
}

TEST(Versions, are_approved_once_and_not_of_an_ended_programme) {
    Version draft{1, VersionState::draft, year(), {}, {}, {}, {}, {}, {}, 1};
    EXPECT_TRUE(may_approve(draft, {}, false));
    EXPECT_EQ(may_approve(draft, {}, true).error().code, "programmes.programme_ended");
    auto former = draft;
    former.content.since = day("2027-01-01");
    EXPECT_EQ(may_approve(draft, former, false).error().code, "programmes.before_the_former");
    draft.approved_on = day("2026-11-23");
    EXPECT_EQ(may_approve(draft, {}, false).error().code, "programmes.approved_already");
}

TEST(MonthsLater, ends_with_a_shorter_month) {
    EXPECT_EQ(months_later(day("2026-01-31"), 1), day("2026-02-28"));
    EXPECT_EQ(months_later(day("2026-12-01"), 36), day("2029-12-01"));
    EXPECT_EQ(months_later(day("2024-02-29"), 12), day("2025-02-28"));
    EXPECT_EQ(months_later(day("2026-11-30"), 1), day("2026-12-30"));
}

TEST(Contracts, hold_within_their_programme) {
    const auto today = day("2026-11-23");
    const auto faults_of = [&](const char* concluded, const char* since, const char* until, bool in_force = true, std::optional<Date> death = {}) {
        NewContract given;
        given.concluded_on = day(concluded);
        given.since = day(since);
        given.until = day(until);
        std::vector<std::string> out;
        for (const auto& each : faults(given, in_force, day("2027-11-30"), death, today)) out.push_back(each.pointer + " " + each.code);
        return out;
    };
    EXPECT_THAT(faults_of("2026-11-23", "2026-11-23", "2027-11-30"), IsEmpty());
    EXPECT_THAT(faults_of("2026-11-24", "2026-11-23", "2027-12-01"),
                ElementsAre("/concluded_on programmes.in_the_future", "/since programmes.before_the_contract", "/until programmes.after_the_programme"));
    EXPECT_THAT(faults_of("2026-11-23", "2026-11-25", "2026-11-24", false), ElementsAre("/since programmes.no_programme_on_that_day", "/until programmes.ends_before_it_begins"));
    EXPECT_THAT(faults_of("2026-11-23", "2026-11-23", "2027-01-01", true, day("2026-11-20")), ElementsAre("/since programmes.after_death"));
}

TEST(Contracts, end_once_within_their_days_for_a_listed_reason) {
    const auto today = day("2026-11-23");
    Contract contract;
    contract.since = day("2026-11-01");
    contract.until = contract.last_on = day("2027-10-31");
    EXPECT_TRUE(may_end(contract, {today, "moved", {}}, {"moved"}, today));
    EXPECT_EQ(may_end(contract, {today + 1, "moved", {}}, {"moved"}, today).error().fields.front().code, "programmes.in_the_future");
    EXPECT_EQ(may_end(contract, {day("2026-10-31"), "moved", {}}, {"moved"}, today).error().fields.front().code, "programmes.outside");
    EXPECT_EQ(may_end(contract, {today, "bored", {}}, {"moved"}, today).error().fields.front().code, "core.unknown_value");
    contract.ended_on = today;
    EXPECT_EQ(may_end(contract, {today, "moved", {}}, {"moved"}, today).error().code, "programmes.contract_ended_already");
}

}  // namespace
}  // namespace ryadom::programmes
