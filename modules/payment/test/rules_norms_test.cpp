// How new norms take the place of old ones.
#include "modules/payment/rules_norms.hpp"

#include <gmock/gmock.h>

namespace ryadom::payment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(int year, int month, int number) { return *make_date(year, month, number); }

template <class Thing>
Id<Thing> id(std::uint8_t last) {
    Id<Thing> out;
    out.uuid.bytes[15] = last;
    return out;
}
const auto shopping = id<catalogue::Service>(1);
const auto cleaning = id<catalogue::Service>(2);
const Known known{{shopping, cleaning}, {"minor"}};

NormValue tariff(const Id<catalogue::Service>& service, std::optional<Area> area = {}, std::int64_t amount = 100) {
    return {NormKind::tariff, service, area, {}, {}, amount, {}};
}
Norm standing(std::uint8_t number, NormValue value, Date from, std::optional<Date> to = {}) {
    return {id<Norm>(number), std::move(value), "приказ № 1", from, to, from, {}};
}
NewNorms from(Date first, std::vector<NormValue> values, std::optional<Date> last = {}) { return {first, last, "приказ № 2", std::move(values)}; }

std::vector<std::string> wrong(const std::vector<FieldError>& errors) {
    std::vector<std::string> out;
    for (const auto& each : errors) out.push_back(each.pointer + " " + each.code);
    return out;
}

TEST(NormRules, a_new_value_ends_the_former_one_the_day_before) {
    const std::vector held{standing(1, tariff(shopping), day(2026, 1, 1)), standing(2, tariff(cleaning), day(2026, 1, 1))};
    EXPECT_THAT(place(held, from(day(2027, 1, 1), {tariff(shopping)})).value(), ElementsAre(Ended{id<Norm>(1), day(2026, 12, 31)}));
}

TEST(NormRules, first_value_ends_nothing) { EXPECT_THAT(place({}, from(day(2027, 1, 1), {tariff(shopping)})).value(), IsEmpty()); }

TEST(NormRules, overlapping_periods_are_refused_with_their_place_and_days) {
    const std::vector held{standing(1, tariff(cleaning), day(2026, 1, 1)), standing(2, tariff(shopping), day(2026, 1, 1), day(2026, 12, 31)),
                           standing(3, tariff(shopping), day(2027, 7, 1))};
    const auto errors = place(held, from(day(2026, 6, 1), {tariff(cleaning), tariff(shopping)})).error().fields;
    EXPECT_THAT(wrong(errors), ElementsAre("/norms/1 payment.overlaps", "/norms/1 payment.overlaps"));
    EXPECT_EQ(errors[0].arguments.at("from"), "01.01.2026");
    EXPECT_EQ(errors[0].arguments.at("to"), "31.12.2026");
    EXPECT_EQ(errors[0].arguments.at("ground"), "приказ № 1");
    EXPECT_EQ(errors[1].arguments.at("to"), "…");
    EXPECT_TRUE(place(held, from(day(2027, 1, 1), {tariff(shopping)}, day(2027, 6, 30)))) << "the gap between them";
}

TEST(NormRules, the_same_first_day_is_an_overlap_until_the_wrong_one_is_withdrawn) {
    std::vector held{standing(1, tariff(shopping), day(2026, 1, 1))};
    EXPECT_FALSE(place(held, from(day(2026, 1, 1), {tariff(shopping)})));
    held[0].withdrawn = "опечатка";
    EXPECT_THAT(place(held, from(day(2026, 1, 1), {tariff(shopping)})).value(), IsEmpty());
}

TEST(NormRules, city_and_village_live_apart) {
    const std::vector held{standing(1, tariff(shopping, Area::city), day(2026, 1, 1)), standing(2, tariff(shopping, Area::village), day(2026, 1, 1))};
    EXPECT_THAT(place(held, from(day(2027, 1, 1), {tariff(shopping, Area::village)})).value(), ElementsAre(Ended{id<Norm>(2), day(2026, 12, 31)}));
    EXPECT_THAT(place(held, from(day(2027, 1, 1), {tariff(shopping)})).value(),
                ElementsAre(Ended{id<Norm>(1), day(2026, 12, 31)}, Ended{id<Norm>(2), day(2026, 12, 31)}));
}

TEST(NormRules, a_value_for_everywhere_gives_way_to_both_areas_only) {
    const std::vector held{standing(1, tariff(shopping), day(2026, 1, 1))};
    EXPECT_THAT(wrong(place(held, from(day(2027, 1, 1), {tariff(shopping, Area::city)})).error().fields), ElementsAre("/norms/0 payment.other_area_left_out"));
    EXPECT_THAT(place(held, from(day(2027, 1, 1), {tariff(shopping, Area::city), tariff(shopping, Area::village)})).value(),
                ElementsAre(Ended{id<Norm>(1), day(2026, 12, 31)}));
}

TEST(NormRules, each_kind_has_its_fields_and_no_others) {
    NormValue bare;
    EXPECT_THAT(wrong(faults(from(day(2027, 1, 1), {bare}), known)), ElementsAre("/norms/0/service core.required", "/norms/0/amount_kopecks core.required"));
    bare.kind = NormKind::payment_rule;
    bare.area = Area::city;
    EXPECT_THAT(wrong(faults(from(day(2027, 1, 1), {bare}), known)), ElementsAre("/norms/0/area payment.not_of_this_kind", "/norms/0/rule core.required"));
    NormValue minimum{NormKind::subsistence_minimum, {}, {}, PopulationGroup::child, {}, 100, {}};
    NormValue category{NormKind::free_category, {}, {}, {}, "minor", {}, {}};
    NormValue package{NormKind::free_care_package, {}, {}, {}, {}, {}, {}};
    NormValue rule{NormKind::payment_rule, {}, {}, {}, {}, {}, PaymentRule{150, 50, 75}};
    EXPECT_THAT(faults(from(day(2027, 1, 1), {tariff(shopping, Area::city), minimum, category, package, rule}), known), IsEmpty());
}

TEST(NormRules, unknown_things_repeated_places_and_days_in_disorder_are_named) {
    NormValue category{NormKind::free_category, {}, {}, {}, "rich", {}, {}};
    const auto given = from(day(2027, 1, 1), {tariff(shopping, Area::city), category, tariff(id<catalogue::Service>(7)), tariff(shopping)}, day(2026, 1, 1));
    EXPECT_THAT(wrong(faults(given, known)), ElementsAre("/valid_to payment.ends_before_it_begins", "/norms/1/category core.unknown_value",
                                                         "/norms/2/service core.absent", "/norms/3 payment.twice"));
}

}  // namespace
}  // namespace ryadom::payment
