// A centre with priced services, people who pay and people of whom nothing was reckoned, and the ledger below them.
#pragma once

#include <gmock/gmock.h>

#include "modules/acts/module.hpp"
#include "modules/catalogue/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/payment/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/programmes/module.hpp"
#include "modules/requests/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/scales/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <fmt/format.h>

namespace ryadom::acts {

using policy::Role;

class ActsTest : public testing::ApiTest {
  protected:
    struct Place {
        std::string id;
        Number<network::Organisation> number;
    };
    struct Somebody {
        std::string id;
        Number<people::Person> number;
    };

    void SetUp() override {
        ledger::Running running{[](db::Tx&, Number<network::Organisation>) { return std::vector<ledger::Adopted>(); }, [this]() -> const ledger::Feed& { return *feed; },
                                [this]() -> ledger::Importer& { return *importer; }};
        Running closing{[this]() -> const ledger::Feed& { return *feed; },
                        [this](db::Database&, const db::Caller&, const Id<network::Organisation>&, const Period&) { return questions; }};
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(),
               payment::module(), practices::module(),
               requests::module([](const std::vector<std::int64_t>&, const std::vector<requests::Asked>& asked) { return std::vector<bool>(asked.size()); }),
               ledger::module(running), forms::module(), scales::module(), programmes::module(), module(closing)},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), running.adopted_by);
        set_region();
        suzun = add_centre("suzun");
        kargat = add_centre("kargat");
    }
    void TearDown() override {
        ApiTest::TearDown();
        importer.reset();
        feed.reset();
    }

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }
    template <class Work>
    auto write(const Work& work) {
        return must(database().write_now(db::Caller::system(), work));
    }
    static Date day(std::string_view text) { return *parse_date(text); }

    /// Shopping for 230.00, cleaning for 100.00, the package and its services free; the limit is 21,000.
    void set_region() {
        write([](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые'), ('urgent', 'Срочные')");
            for (const auto& [code, title] : {std::pair{"household.01", "Покупка продуктов"}, {"household.02", "Уборка"}, {"household.03", "Беседа"}})
                catalogue::ensure_service(tx, {{}, code, "household", {{"ru", title}}, "service", 30, *parse_date("2020-01-01"), {}});
            catalogue::ensure_service(tx, {{}, "urgent.56", "urgent", {{"ru", "Горячее питание"}}, "service", {}, *parse_date("2020-01-01"), {}});
        });
        for (const auto* code : {"household.01", "household.02", "household.03", "urgent.56"}) services[code] = *in_system([&](db::Tx& tx) { return catalogue::find_service(tx, std::string_view(code)); });
        payment::NewNorms norms{day("2026-01-01"), {}, "приказ № 1", {}};
        norms.norms.push_back({payment::NormKind::payment_rule, {}, {}, {}, {}, {}, payment::PaymentRule{150, 50, 75}});
        norms.norms.push_back({payment::NormKind::subsistence_minimum, {}, {}, payment::PopulationGroup::pensioner, {}, 1'400'000, {}});
        norms.norms.push_back({payment::NormKind::free_care_package, {}, {}, {}, {}, {}, {}});
        norms.norms.push_back(tariff("household.01", 23'000));
        norms.norms.push_back(tariff("household.02", 10'000));
        set(norms);
    }
    payment::NormValue tariff(const std::string& code, std::int64_t kopecks, std::optional<payment::Area> area = {}) {
        return {payment::NormKind::tariff, services.at(code).service.id, area, {}, {}, kopecks, {}};
    }
    void set(const payment::NewNorms& norms) {
        write([norms](db::Tx& tx) { (void)must(payment::set_norms(tx, norms, norms.valid_from)); });
    }

    Place add_centre(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true",
                                    fmt::format(R"({{"code":"{0}","kind":"centre","title":"КЦСОН {0}","short_title":"{0}","zone":"Asia/Novosibirsk","address":"","phone":"","director":"Смирнова О. В."}})", code));
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number; })};
    }
    Somebody add_person(const Place& place, const std::string& family, const std::string& given = "Елена") {
        const auto made = desk(place).post("/api/v1/persons", fmt::format(R"({{"organisation":"{}","person":{{"family_name":"{}","given_name":"{}","birth":"19{}-03-08","sex":"female"}},)"
                                                                          R"("namesake":"другая, паспорт проверен"}})", place.id, family, given, 30 + ++people_ % 60));
        EXPECT_EQ(made.status, 201) << made.text;
        const Id<people::Person> id{*parse_uuid(made.at("id"))};
        return {made.at("id"), in_system([&](db::Tx& tx) { return people::find_person(tx, id)->number; })};
    }

    /// Somebody who lives in the city on this a month, from a day on; the planned services do not limit what is delivered.
    payment::AssessmentInput input(std::int64_t monthly, std::string_view since, std::vector<payment::PaidService> planned = {}) {
        payment::AssessmentInput out;
        out.applied_on = out.effective_on = day(since);
        out.members.push_back({"сама", std::vector<std::int64_t>(payment::months_of_income, monthly), {}});
        out.services = std::move(planned);
        if (out.services.empty()) out.services.push_back({services.at("household.01").service.id, 100, false});
        return out;
    }
    void assess(const Place& place, const Somebody& person, const payment::AssessmentInput& input) {
        write([=](db::Tx& tx) {
            const auto row = *people::find_person(tx, Id<people::Person>{*parse_uuid(person.id)});
            const auto last = payment::assessment_on(tx, row.number, Date{2'932'896});
            payment::NewAssessment given{{*parse_uuid(place.id)}, input, last ? std::optional(last->id) : std::nullopt, last ? std::optional<std::string>("пересчёт") : std::nullopt};
            (void)must(payment::assess(tx, row, place.number, given, day("2026-12-31"), i18n::Language::ru));
        });
    }

    struct Delivered {
        std::string day;
        std::string code = "household.01";
        int quantity = 100;
    };
    /// Its number in the ledger.
    ledger::StoredFact row(const Place& place, const Somebody& person, const Delivered& what) {
        ledger::StoredFact out;
        out.person = person.number.value;
        out.service = services.at(what.code).number.value;
        out.performed_on = day(what.day);
        out.minutes = 30;
        out.quantity = what.quantity;
        out.channel = ledger::Channel::home;
        out.home_provider = out.performer_provider = place.number.value;
        out.source = "desk";
        out.recorded_on = out.performed_on;
        return out;
    }
    std::int64_t append(ledger::StoredFact fact) {
        const auto number = write([fact](db::Tx& tx) {
            auto made = fact;
            made.id = tx.make_id<ledger::Fact>();
            made.recorded_at = tx.now();
            return ledger::append(tx, made).value;
        });
        feed->catch_up();
        return number;
    }
    std::int64_t deliver(const Place& place, const Somebody& person, const Delivered& what) { return append(row(place, person, what)); }
    void take_back(const Place& place, const Somebody& person, const Delivered& what, std::int64_t fact) {
        auto reversal = row(place, person, what);
        reversal.reverses = fact;
        reversal.reason = "ошибка";
        append(reversal);
    }

    testing::Client desk(const Place& place) { return sign_in(Role::desk, place.number.value); }
    testing::Client director(const Place& place) { return sign_in(Role::director, place.number.value); }
    static std::string month(const Place& place, const std::string& day, const std::string& extra = "") {
        return fmt::format(R"({{"organisation":"{}","month":"{}"{}}})", place.id, day, extra);
    }
    static std::string accepted() { return R"(,"accepted":"так договорено с министерством")"; }
    /// Closes a month whatever is left to mend; its id.
    std::string close(const Place& place, const std::string& day) {
        const auto made = director(place).post("/api/v1/closings", month(place, day, accepted()));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("closing");
    }

    std::map<std::string, catalogue::ServiceRow> services;
    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::int64_t questions = 0;
    Place suzun;
    Place kargat;

  private:
    int people_ = 0;
};

}  // namespace ryadom::acts
