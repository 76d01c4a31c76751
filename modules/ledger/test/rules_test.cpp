#include "modules/ledger/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }

Candidate good() {
    Candidate out;
    out.today = day("2026-11-23");
    out.performed_on = day("2026-11-20");
    out.minutes = 30;
    out.person = Lifetime{day("1950-03-08"), {}};
    out.service_from = day("2020-01-01");
    return out;
}

std::vector<std::string> found(const Candidate& candidate) {
    std::vector<std::string> out;
    for (const auto& error : faults(candidate, "/2")) out.push_back(error.pointer + " " + error.code);
    return out;
}

TEST(fact_rules, ordinary_fact_is_accepted) { EXPECT_THAT(found(good()), IsEmpty()); }

TEST(fact_rules, future_is_that_of_the_home_provider) {
    auto fact = good();
    fact.performed_on = fact.today;
    EXPECT_THAT(found(fact), IsEmpty());
    fact.performed_on = fact.today + 1;
    EXPECT_THAT(found(fact), ElementsAre("/2/performed_on ledger.in_future"));
}

TEST(fact_rules, day_lies_within_the_life_of_the_person) {
    auto fact = good();
    fact.person = Lifetime{day("2026-11-21"), {}};
    EXPECT_THAT(found(fact), ElementsAre("/2/performed_on ledger.before_birth"));
    fact.person = Lifetime{day("1950-01-01"), day("2026-11-19")};
    EXPECT_THAT(found(fact), ElementsAre("/2/performed_on ledger.after_death"));
    fact.person = Lifetime{day("1950-01-01"), day("2026-11-20")};
    EXPECT_THAT(found(fact), IsEmpty());
}

TEST(fact_rules, minutes_and_quantity_are_sane) {
    auto fact = good();
    fact.minutes = 0;
    fact.quantity = 0;
    EXPECT_THAT(found(fact), ElementsAre("/2/minutes core.too_small", "/2/quantity core.too_small"));
    fact.minutes = 1441;
    fact.quantity = 100'001;
    EXPECT_THAT(found(fact), ElementsAre("/2/minutes core.too_large", "/2/quantity core.too_large"));
    fact.minutes = 1440;
    fact.quantity = 100'000;
    EXPECT_THAT(found(fact), IsEmpty());
}

TEST(fact_rules, service_is_in_force_on_the_day) {
    auto fact = good();
    fact.service_to = day("2026-11-19");
    EXPECT_THAT(found(fact), ElementsAre("/2/service ledger.service_not_in_force"));
    fact.service_to = fact.performed_on;
    EXPECT_THAT(found(fact), IsEmpty());
    fact.service_from = day("2026-11-21");
    EXPECT_THAT(found(fact), ElementsAre("/2/service ledger.service_not_in_force"));
}

TEST(fact_rules, request_comes_before_the_service) {
    auto fact = good();
    fact.request_on = fact.performed_on;
    EXPECT_THAT(found(fact), IsEmpty());
    fact.request_on = fact.performed_on + 1;
    EXPECT_THAT(found(fact), ElementsAre("/2/request_on ledger.request_after_service"));
}

TEST(fact_rules, worker_works_for_the_performer_on_the_day) {
    auto fact = good();
    fact.worker = WorkerPlace::elsewhere;
    EXPECT_THAT(found(fact), ElementsAre("/2/worker ledger.worker_elsewhere"));
    fact.worker = WorkerPlace::not_that_day;
    EXPECT_THAT(found(fact), ElementsAre("/2/worker ledger.worker_not_that_day"));
}

TEST(fact_rules, recipient_is_a_person_or_a_number_and_never_both_or_none) {
    auto fact = good();
    fact.unnamed_count = 5;
    EXPECT_THAT(found(fact), ElementsAre("/2/person ledger.one_recipient"));
    fact.person.reset();
    EXPECT_THAT(found(fact), IsEmpty());
    fact.unnamed_count.reset();
    EXPECT_THAT(found(fact), ElementsAre("/2/person ledger.one_recipient"));
}

TEST(fact_rules, nothing_is_delivered_by_a_closed_organisation) {
    auto fact = good();
    fact.home_closed_on = fact.performed_on;
    EXPECT_THAT(found(fact), ElementsAre("/2/organisation ledger.organisation_closed"));
}

PracticeUse use(std::int64_t practice, std::int64_t version, std::vector<std::string> channels = {"centre"}) {
    return {practice, version, 7, std::move(channels), false, day("2026-01-01"), {}};
}

DerivationRequest wanted() { return {7, Channel::centre, day("2026-11-20"), {}}; }

TEST(practice_derivation, one_that_fits_is_taken) { EXPECT_THAT(derive({use(1, 10)}, wanted()).choices, ElementsAre(Derived{1, 10, false})); }

TEST(practice_derivation, none_that_fits_means_no_practice) {
    auto other_service = wanted();
    other_service.service = 8;
    const auto none = derive({use(1, 10)}, other_service);
    EXPECT_THAT(none.choices, IsEmpty());
    EXPECT_EQ(none.fault, DerivationFault::none);
    auto at_home = wanted();
    at_home.channel = Channel::home;
    EXPECT_THAT(derive({use(1, 10)}, at_home).choices, IsEmpty());
}

TEST(practice_derivation, several_that_fit_are_asked_for_unless_one_is_named) {
    const std::vector uses{use(1, 10), use(2, 20)};
    EXPECT_EQ(derive(uses, wanted()).fault, DerivationFault::ambiguous);
    auto named = wanted();
    named.named = 2;
    EXPECT_THAT(derive(uses, named).choices, ElementsAre(Derived{2, 20, false}));
}

TEST(practice_derivation, of_two_versions_of_one_practice_that_of_the_home_provider_counts) {
    EXPECT_THAT(derive({use(1, 11), use(1, 10)}, wanted()).choices, ElementsAre(Derived{1, 11, false}));
}

TEST(practice_derivation, named_practice_must_be_adopted_and_allow_the_channel) {
    auto named = wanted();
    named.named = 3;
    EXPECT_EQ(derive({use(1, 10)}, named).fault, DerivationFault::not_adopted);
    named.named = 1;
    EXPECT_EQ(derive({use(1, 10, {"home"})}, named).fault, DerivationFault::channel);
}

TEST(practice_derivation, adoption_counts_on_its_days_only) {
    auto ended = use(1, 10);
    ended.until = day("2026-11-19");
    EXPECT_THAT(derive({ended}, wanted()).choices, IsEmpty());
    auto later = use(1, 10);
    later.since = day("2026-11-21");
    EXPECT_THAT(derive({later}, wanted()).choices, IsEmpty());
}

TEST(reversal_rules, fact_is_taken_back_once_and_a_reversal_never) {
    EXPECT_TRUE(may_reverse({false, false}));
    EXPECT_EQ(may_reverse({false, true}).error().code, "ledger.already_reversed");
    EXPECT_EQ(may_reverse({true, false}).error().code, "ledger.reversal_stays");
}

}  // namespace
}  // namespace ryadom::ledger
