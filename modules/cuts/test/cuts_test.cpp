// Every cut is what SQL counts, and who is told how much.
#include "modules/cuts/test/cuts_fixture.hpp"

#include "modules/cuts/model.hpp"

#include <fmt/format.h>

namespace ryadom::cuts {
namespace {

using ::testing::ElementsAre;

constexpr auto from = "2025-01-01";
constexpr auto to = "2026-06-30";

/// The facts that count as of a day, each with the key of its group on every axis, in the order of the enumeration.
constexpr db::Sql counted_facts =
    "select coalesce(cast(d.id as text), ''), cast(h.id as text), cast(e.id as text), coalesce(cast(r.id as text), ''), cast(s.id as text), k.code, "
    "substr(cast(f.performed_on as text), 1, 7), "
    "substr(cast(f.performed_on as text), 1, 4) || '-Q' || cast((cast(substr(cast(f.performed_on as text), 6, 2) as bigint) + 2) / 3 as text), "
    "substr(cast(f.performed_on as text), 1, 4), "
    "case when p.birth is null then '' else cast(cast(substr(cast(f.performed_on as text), 1, 4) as bigint) - cast(substr(cast(p.birth as text), 1, 4) as bigint) - "
    "case when substr(cast(f.performed_on as text), 6) < substr(cast(p.birth as text), 6) then 1 else 0 end as text) end, "
    "coalesce(p.sex, ''), f.channel, coalesce(f.person, 0), f.minutes, f.unnamed_count "
    "from v_ledger_fact f join v_network_organisation h on h.number = f.home_provider join v_network_organisation e on e.number = f.performer_provider "
    "join v_catalogue_service s on s.number = f.service join v_catalogue_kind k on k.number = s.kind left join v_practices_practice r on r.number = f.practice "
    "left join v_people_person p on p.number = f.person left join v_network_district d on d.number = p.district "
    "left join v_ledger_fact b on b.reverses = f.number "
    "where f.reverses is null and f.performed_on between $1 and $2 and f.recorded_on <= $3 and (b.number is null or b.recorded_on > $3)";

constexpr std::size_t axes = names(json::Type<AxisName>{}).size();

struct PlainFact {
    std::array<std::string, axes> keys;
    std::int64_t person = 0;
    std::int64_t minutes = 0;
    std::int64_t unnamed = 0;
    const std::string& at(AxisName axis) const { return keys.at(static_cast<std::size_t>(axis)); }
};

std::string age_group(const std::string& years) {
    if (years.empty()) return "";
    const int age = std::stoi(years);
    return age < 18 ? "0-17" : age < 60 ? "18-59" : age < 75 ? "60-74" : "75plus";
}

PlainFact read_fact(const db::Row& row) {
    PlainFact out;
    for (std::size_t i = 0; i < axes; ++i) out.keys.at(i) = row.get<std::string>(static_cast<int>(i));
    auto& age = out.keys.at(static_cast<std::size_t>(AxisName::age));
    age = age_group(age);
    out.person = row.get<std::int64_t>(12);
    out.minutes = row.get<std::int64_t>(13);
    out.unnamed = row.get<std::int64_t>(14);
    return out;
}

/// A number for each cell, each row (column ""), each column and all, in words.
using Table = std::map<std::string, std::int64_t>;

Table plain_table(const std::vector<PlainFact>& facts, AxisName rows, std::optional<AxisName> columns, Measure measure) {
    Table out;
    std::map<std::string, std::set<std::int64_t>> people;
    for (const auto& fact : facts) {
        const auto row = "row " + fact.at(rows);
        const auto column = columns ? "column " + fact.at(*columns) : "column ";
        for (const auto& place : std::set{row + " " + column, row, column, std::string("all")}) {
            if (fact.person) people[place].insert(fact.person);
            out[place] += measure == Measure::services ? 1 : measure == Measure::minutes ? fact.minutes : measure == Measure::unnamed ? fact.unnamed : 0;
        }
    }
    if (measure == Measure::people)
        for (auto& [place, number] : out) number = std::ssize(people[place]);
    std::erase_if(out, [](const auto& each) { return each.second == 0; });
    return out;
}

/// The same out of the answer; nothing is not told.
Table table_of(const testing::Answer& answer) {
    Table out;
    const auto put = [&](const std::string& place, const std::string& path) {
        if (const auto text = answer.at(path); !text.empty() && std::stod(text) > 0) out[place] = std::llround(std::stod(text));
    };
    const auto* columns = answer.body.find("columns")->as<json::Array>();
    const auto* rows = answer.body.find("rows")->as<json::Array>();
    for (std::size_t row = 0; row < rows->size(); ++row) {
        const auto at = fmt::format("rows/{}/", row);
        put("row " + answer.at(at + "key"), at + "total/value");
        for (std::size_t column = 0; column < columns->size(); ++column)
            put("row " + answer.at(at + "key") + " column " + answer.at(fmt::format("columns/{}/key", column)), fmt::format("{}values/{}/value", at, column));
    }
    for (std::size_t column = 0; column < columns->size(); ++column) put("column " + answer.at(fmt::format("columns/{}/key", column)), fmt::format("columns/{}/total/value", column));
    put("all", "total/value");
    return out;
}

/// Facts and reversals of all kinds, out of a seed.
class RandomLedger {
  public:
    RandomLedger(db::Tx& tx, unsigned seed) : tx_(tx), random_(seed), numbers_(CutsTest::numbers(tx)) {}

    void fill(int facts) {
        for (auto& person : persons_)
            person = CutsTest::add_person(tx_, *parse_date("1935-01-01") + pick(0, 31'000), pick(0, 2) ? "female" : "male",
                                          pick(0, 5) ? std::optional(one_of(numbers_.districts)) : std::nullopt);
        for (int i = 0; i < facts; ++i) {
            const auto fact = random_fact();
            standing_.emplace_back(CutsTest::append(tx_, fact), fact);
            if (pick(0, 7) == 0) take_back();
        }
    }

  private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    std::int64_t one_of(const std::vector<std::int64_t>& numbers) { return numbers.at(static_cast<std::size_t>(pick(0, static_cast<int>(numbers.size()) - 1))); }

    ledger::StoredFact random_fact() {
        static constexpr std::array channels{ledger::Channel::centre, ledger::Channel::home, ledger::Channel::remote};
        auto out = CutsTest::fact(one_of(numbers_.organisations), pick(0, 9) ? std::optional(persons_.at(static_cast<std::size_t>(pick(0, 59)))) : std::nullopt,
                                  *parse_date(from) + pick(-20, 560));
        out.service = one_of(numbers_.services);
        out.minutes = pick(5, 120);
        out.channel = channels.at(static_cast<std::size_t>(pick(0, 2)));
        if (pick(0, 4) == 0) out.performer_provider = one_of(numbers_.organisations);
        if (pick(0, 2)) {
            out.practice = one_of(numbers_.practices);
            out.practice_version = *out.practice;
        }
        out.recorded_on = out.performed_on + (pick(0, 3) ? 0 : pick(1, 60));
        return out;
    }

    void take_back() {
        const auto at = standing_.begin() + pick(0, static_cast<int>(standing_.size()) - 1);
        auto reversal = at->second;
        reversal.reverses = at->first;
        reversal.reason = "ошибка";
        reversal.recorded_on = reversal.recorded_on + pick(0, 90);
        CutsTest::append(tx_, reversal);
        standing_.erase(at);
    }

    db::Tx& tx_;
    std::mt19937 random_;
    CutsTest::Numbers numbers_;
    std::array<std::int64_t, 60> persons_{};
    std::vector<std::pair<std::int64_t, ledger::StoredFact>> standing_;
};

}  // namespace

class CutsApiTest : public CutsTest {
  protected:
    static std::string target(const std::string& rest, const char* route = "") {
        return std::string("/api/v1/figures/cuts") + route + "?from=" + from + "&to=" + to + rest;
    }

    void fill(unsigned seed, int facts) {
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) { RandomLedger(tx, seed).fill(facts); return 0; }));
        feed->catch_up();
    }

    std::vector<PlainFact> in_sql(Date known_by = *parse_date("2100-01-01")) {
        return in_system([&](db::Tx& tx) { return tx.list(counted_facts, read_fact, *parse_date(from), *parse_date(to), known_by); });
    }

    /// One person, one fact a day, from the first day on.
    void add_facts(std::int64_t home, int people, int days) {
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            const auto all = numbers(tx);
            for (int i = 0; i < people; ++i) {
                const auto person = add_person(tx, *parse_date("1950-01-01"), "female", all.districts.front());
                for (int day = 0; day < days; ++day) {
                    auto delivered = fact(home, person, *parse_date(from) + day);
                    delivered.service = all.services.front();
                    append(tx, delivered);
                }
            }
            return 0;
        }));
        feed->catch_up();
    }
};

TEST_P(CutsApiTest, every_two_axes_say_what_sql_counts) {
    fill(7, 900);
    const auto facts = in_sql();
    const auto client = sign_in(Role::coordinator);
    constexpr std::array measures{Measure::people, Measure::services, Measure::minutes, Measure::unnamed};
    std::size_t turn = 0;
    for (const auto& [rows, row_name] : names(json::Type<AxisName>{}))
        for (const auto& [columns, column_name] : names(json::Type<AxisName>{})) {
            if (rows == columns) continue;
            const auto measure = measures.at(turn++ % measures.size());
            const auto answer = client.get(target(fmt::format("&rows={}&columns={}&measure={}", row_name, column_name, json::name_of(measure))));
            ASSERT_EQ(answer.status, 200) << answer.text;
            ASSERT_EQ(table_of(answer), plain_table(facts, rows, columns, measure)) << row_name << " " << column_name;
        }
}

TEST_P(CutsApiTest, as_of_a_past_day_knows_what_was_recorded_until_then) {
    fill(11, 500);
    const auto client = sign_in(Role::coordinator);
    for (const auto* day : {"2025-02-01", "2025-07-15", "2026-01-01"}) {
        const auto answer = client.get(target(std::string("&rows=month&measure=people&as_of=") + day));
        EXPECT_EQ(table_of(answer), plain_table(in_sql(*parse_date(day)), AxisName::month, {}, Measure::people)) << day;
    }
}

TEST_P(CutsApiTest, a_filter_on_any_axis_leaves_out_the_rest) {
    fill(13, 900);
    const auto facts = in_sql();
    const auto client = sign_in(Role::coordinator);
    for (const auto axis : {AxisName::district, AxisName::centre, AxisName::performer, AxisName::practice, AxisName::service, AxisName::kind, AxisName::age, AxisName::sex, AxisName::channel}) {
        const auto key = std::ranges::find_if(facts, [&](const PlainFact& each) { return !each.at(axis).empty(); })->at(axis);
        std::vector<PlainFact> wanted;
        std::ranges::copy_if(facts, std::back_inserter(wanted), [&](const PlainFact& each) { return each.at(axis) == key; });
        const auto answer = client.get(target(fmt::format("&rows={}&columns=year&measure=people&{}={}", json::name_of(axis), json::name_of(axis), key)));
        ASSERT_EQ(answer.status, 200) << answer.text;
        EXPECT_EQ(table_of(answer), plain_table(wanted, axis, AxisName::year, Measure::people)) << json::name_of(axis);
    }
}

TEST_P(CutsApiTest, a_cell_opens_the_very_facts_page_by_page) {
    fill(17, 600);
    const auto client = sign_in(Role::coordinator);
    const auto query = "&rows=age&columns=year&measure=services&row=60-74&column=2025";
    std::set<std::string> found;
    std::string next;
    do {
        const auto page = client.get(target(std::string(query) + "&limit=7" + (next.empty() ? "" : "&cursor=" + next), "/facts"));
        ASSERT_EQ(page.status, 200) << page.text;
        for (int i = 0; !page.at(fmt::format("items/{}/id", i)).empty(); ++i) EXPECT_TRUE(found.insert(page.at(fmt::format("items/{}/id", i))).second);
        next = page.at("next");
    } while (next != "null");
    const auto expected = std::ranges::count_if(in_sql(), [](const PlainFact& each) { return each.at(AxisName::age) == "60-74" && each.at(AxisName::year) == "2025"; });
    EXPECT_EQ(std::ssize(found), expected);
    EXPECT_EQ(client.get(target("&rows=age&measure=people&row=100-120", "/facts")).status, 404);
}

TEST_P(CutsApiTest, a_director_counts_the_own_records_exactly_and_the_region_in_round_numbers) {
    add_facts(suzun.number, 3, 2);
    add_facts(baltic.number, 13, 1);
    const auto director = sign_in(Role::director, suzun.number);
    EXPECT_EQ(director.get(target("&rows=centre&measure=people")).at("total/value"), "3");
    EXPECT_EQ(director.get("/api/v1/figures/cuts?rows=centre&measure=people&reach=region&from=2026-01-15&to=2026-02-10").at("from"), "2026-01-01");
    EXPECT_EQ(director.get("/api/v1/figures/cuts?rows=centre&measure=people&reach=region&from=2026-01-15&to=2026-02-10").at("to"), "2026-02-28");
    EXPECT_EQ(director.get("/api/v1/figures/cuts?rows=centre&measure=people&from=2026-01-15&to=2026-02-10").at("from"), "2026-01-15") << "the own ones by the day";
    const auto region = director.get(target("&rows=centre&measure=people&reach=region"));
    EXPECT_EQ(region.at("rounded"), "true");
    EXPECT_EQ(region.at("total/value"), "15") << "16 in truth";
    EXPECT_THAT((std::array{region.at("rows/0/total/value"), region.at("rows/1/total/hidden")}), ElementsAre("", "true")) << "the other centre's number would tell it";
    EXPECT_EQ(region.at("rows/0/total/hidden"), "true");
    EXPECT_EQ(director.get(target("&rows=centre&measure=minutes&reach=region")).at("rows/1/total/hidden"), "true") << "what few received is as telling";
    const auto exact = sign_in(Role::coordinator).get(target("&rows=centre&measure=people&reach=region"));
    EXPECT_EQ(exact.at("rounded"), "false");
    EXPECT_EQ(exact.at("total/value"), "16");
}

TEST_P(CutsApiTest, the_facts_behind_a_cell_stay_within_the_scope) {
    add_facts(baltic.number, 13, 1);
    const auto facts = sign_in(Role::director, suzun.number).get(target("&rows=centre&measure=people&reach=region&row=" + baltic.id, "/facts"));
    EXPECT_EQ(facts.status, 200) << facts.text;
    EXPECT_EQ(facts.at("items/0/id"), "");
}

TEST_P(CutsApiTest, people_of_a_thousand_residents_of_each_district) {
    add_facts(suzun.number, 9, 1);
    const auto client = sign_in(Role::coordinator);
    const auto answer = client.get(target("&rows=district&measure=per_thousand"));
    EXPECT_EQ(answer.at("rows/0/total/value"), "1") << "9 of 9000: " << answer.text;
    EXPECT_EQ(answer.at("rows/1/total/value"), "0");
    EXPECT_EQ(answer.at("total/value"), "0.225") << "9 of 40000";
    EXPECT_THAT(client.get(target("&rows=month&measure=per_thousand")).errors(), ElementsAre("/measure cuts.no_district"));
}

TEST_P(CutsApiTest, refuses_a_question_that_has_no_answer) {
    const auto client = sign_in(Role::coordinator);
    EXPECT_THAT(client.get(target("&rows=month&columns=month&measure=people")).errors(), ElementsAre("/columns cuts.same_axis"));
    EXPECT_THAT(client.get("/api/v1/figures/cuts?rows=month&measure=people&from=2026-02-01&to=2026-01-01").errors(), ElementsAre("/to ledger.range_backwards"));
    EXPECT_THAT(client.get("/api/v1/figures/cuts?rows=month&measure=people&from=2000-01-01&to=2026-01-01").errors(), ElementsAre("/to ledger.range_too_long"));
    EXPECT_EQ(client.get(target("&rows=month&measure=people&practice=0190d7a5-0000-7000-8000-00000000dead")).status, 404);
}

TEST_P(CutsApiTest, the_file_holds_the_same_table_with_its_totals) {
    add_facts(suzun.number, 9, 40);
    const auto file = sign_in(Role::coordinator).get(target("&rows=centre&columns=month&measure=people&format=csv", "/export"));
    ASSERT_EQ(file.status, 200) << file.text;
    EXPECT_NE(file.text.find(R"("suzun";"9";"9";"0")"), std::string::npos) << file.text;
    EXPECT_NE(file.text.find(R"("Всего";"9";"9";"0")"), std::string::npos) << file.text;
}

TEST_P(CutsApiTest, texts_are_there_in_every_language) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(CutsApiTest);

}  // namespace ryadom::cuts
