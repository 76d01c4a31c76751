#include "modules/ledger/figures.hpp"
#include "modules/ledger/http.hpp"

#include <algorithm>

namespace ryadom::ledger {

struct CoverageQuery {
    Date from;
    Date to;
    std::optional<Id<practices::Practice>> practice;
};

struct DistrictCoverage {
    Id<network::District> district;
    std::int64_t population = 0;
    std::optional<std::int64_t> people;  ///< absent when hidden
    std::optional<double> per_thousand;
    bool hidden = false;
};

struct Coverage {
    std::vector<DistrictCoverage> districts;
    std::optional<std::int64_t> residence_unknown;
    bool rounded = false;
};

struct ServicesQuery {
    Date from;
    Date to;
    std::optional<Id<network::Organisation>> organisation;
};

struct ServiceRow {
    std::optional<Id<practices::Practice>> practice;
    Date month;
    std::int64_t facts = 0;
    std::int64_t people = 0;
    std::int64_t unnamed = 0;
    std::int64_t minutes = 0;
};

struct ServiceTable {
    std::vector<ServiceRow> rows;
};

constexpr auto describe(json::Type<CoverageQuery>) {
    using json::field;
    return json::object("CoverageQuery", field("from", &CoverageQuery::from, "First day of service"), field("to", &CoverageQuery::to, "Last day of service"),
                        field("practice", &CoverageQuery::practice, "Under this practice"));
}

constexpr auto describe(json::Type<DistrictCoverage>) {
    using json::field;
    using T = DistrictCoverage;
    return json::object("DistrictCoverage", field("district", &T::district, "District of residence"), field("population", &T::population, "Residents"),
                        field("people", &T::people, "Distinct people served; absent when hidden"), field("per_thousand", &T::per_thousand, "Of a thousand residents"),
                        field("hidden", &T::hidden, "Fewer than five people"));
}

constexpr auto describe(json::Type<Coverage>) {
    return json::object("Coverage", json::field("districts", &Coverage::districts, "Every district"),
                        json::field("residence_unknown", &Coverage::residence_unknown, "People without a district"),
                        json::field("rounded", &Coverage::rounded,
                                    "Numbers of people are rounded down to a multiple of five, for readers who do not see every record"));
}

constexpr auto describe(json::Type<ServicesQuery>) {
    using json::field;
    return json::object("ServicesQuery", field("from", &ServicesQuery::from, "First day of service"), field("to", &ServicesQuery::to, "Last day of service"),
                        field("organisation", &ServicesQuery::organisation, "Home provider with all below"));
}

constexpr auto describe(json::Type<ServiceRow>) {
    using json::field;
    using T = ServiceRow;
    return json::object("ServiceFigures", field("practice", &T::practice, "Practice; absent: none"), field("month", &T::month, "First day of the month"),
                        field("facts", &T::facts, "Facts"), field("people", &T::people, "Distinct people"),
                        field("unnamed", &T::unnamed, "Recipients without names"), field("minutes", &T::minutes, "Minutes"));
}

constexpr auto describe(json::Type<ServiceTable>) {
    return json::object("ServiceTable", json::field("rows", &ServiceTable::rows, "By practice and month"));
}

namespace {

using http::Call;
using http::Query;

constexpr int longest_range = 3660;
constexpr auto few = "<5";

Days days_of(Date from, Date to) {
    if (from > to) throw Refused(refuse_field("/to", "ledger.range_backwards").error());
    if (to - from > longest_range) throw Refused(refuse_field("/to", "ledger.range_too_long").error());
    return {from, to};
}

/// A district is nobody's own: whoever lives there may be served by any centre.
std::optional<std::int64_t> told(std::int64_t people, bool round) {
    if (hidden(people)) return std::nullopt;
    return round ? rounded(people) : people;
}

DistrictCoverage coverage_of(const network::DistrictRow& row, std::optional<std::int64_t> people) {
    DistrictCoverage out{row.district.id, row.district.population, people, {}, !people};
    if (people && row.district.population > 0) out.per_thousand = static_cast<double>(*people) * 1000 / static_cast<double>(row.district.population);
    return out;
}

Coverage get_coverage(Call& call, const Running& running, Residence& residence, const CoverageQuery& query) {
    const auto days = days_of(query.from, query.to);
    const auto district_of = residence.districts(call.database());
    return call.read([&](db::Tx& tx) {
        std::optional<std::uint16_t> practice;
        if (query.practice) practice = static_cast<std::uint16_t>(must(practices::find_practice(tx, *query.practice)).number.value);
        const auto people = people_by_district(running.feed().image(), *district_of, days, practice);
        Coverage out;
        out.rounded = tx.caller().scope.records != db::Reach::everything;
        for (const auto& row : network::all_districts(tx)) {
            const auto number = static_cast<std::size_t>(row.number.value);
            out.districts.push_back(coverage_of(row, told(number < people.size() ? people[number] : 0, out.rounded)));
        }
        out.residence_unknown = told(people[0], out.rounded);
        return out;
    });
}

/// Of the caller's own organisations only, so that nothing needs to be hidden.
ServiceTable get_services(Call& call, const Running& running, const ServicesQuery& query) {
    const auto days = days_of(query.from, query.to);
    return call.read([&](db::Tx& tx) {
        std::optional<std::vector<std::int64_t>> organisations;
        if (query.organisation) organisations = network::subtree(tx, network::own(tx, *query.organisation).value);
        std::map<std::int64_t, Id<practices::Practice>> ids;
        for (const auto& row : practices::all_practices(tx)) ids.emplace(row.number.value, row.id);
        const auto practices = ids.empty() ? std::size_t{1} : static_cast<std::size_t>(ids.rbegin()->first) + 1;
        ServiceTable out;
        for (const auto& [practice, month, count] :
             services_by_month(running.feed().image(), image_scope(tx.caller().scope), organisations, days, practices)) {
            const auto id = ids.find(practice);
            out.rows.push_back({id == ids.end() ? std::nullopt : std::optional(id->second), month, static_cast<std::int64_t>(count.facts),
                                std::int64_t{count.people}, static_cast<std::int64_t>(count.unnamed), static_cast<std::int64_t>(count.minutes)});
        }
        return out;
    });
}

/// What the map hides the file hides too.
documents::Row coverage_row(std::string title, std::int64_t population, const std::optional<std::int64_t>& people, const std::optional<double>& per_thousand) {
    using documents::Cell;
    return {std::move(title), population > 0 ? Cell(population) : Cell(), people ? Cell(*people) : Cell(few), documents::cell(per_thousand)};
}

documents::Table coverage_table(const Call& call, const Coverage& coverage, const CoverageQuery& query) {
    const auto title = [&](const char* key) { return call.text(std::string("ledger.export.") + key); };
    std::map<Uuid, std::string> districts;
    for (auto& row : call.read([](db::Tx& tx) { return network::all_districts(tx); })) districts.emplace(row.district.id.uuid, std::move(row.district.title));
    std::vector<documents::Row> rows;
    for (const auto& each : coverage.districts) rows.push_back(coverage_row(districts.at(each.district.uuid), each.population, each.people, each.per_thousand));
    rows.push_back(coverage_row(title("district_unknown"), 0, coverage.residence_unknown, std::nullopt));
    return {"coverage-" + to_string(query.from) + "-" + to_string(query.to),
            {{title("district"), 34}, {title("population"), 12}, {title(coverage.rounded ? "people_at_least" : "people"), 22},
             {title(coverage.rounded ? "per_thousand_at_least" : "per_thousand"), 26}},
            documents::these(std::move(rows)),
            {}};
}

documents::Table services_table(const Call& call, const ServiceTable& services, const ServicesQuery& query) {
    const auto title = [&](const char* key) { return call.text(std::string("ledger.export.") + key); };
    std::map<Uuid, practices::PracticeRow> practices;
    for (auto& row : call.read([](db::Tx& tx) { return practices::all_practices(tx); })) practices.emplace(row.id.uuid, std::move(row));
    std::vector<documents::Row> rows;
    for (const auto& each : services.rows) {
        const auto* practice = each.practice ? &practices.at(each.practice->uuid) : nullptr;
        rows.push_back({each.month, practice ? catalogue::title_in(practice->titles, call.language()) : title("no_practice"), practice ? practice->code : "",
                        each.facts, each.people, each.unnamed, each.minutes});
    }
    return {"services-" + to_string(query.from) + "-" + to_string(query.to),
            {{title("month"), 11}, {title("practice"), 44}, {title("practice_code"), 30}, {title("facts"), 10}, {title("people"), 14}, {title("unnamed"), 18},
             {title("minutes"), 12}},
            documents::these(std::move(rows)),
            {}};
}

}  // namespace

void add_figure_routes(http::Routes& routes, const Running& running) {
    const auto residence = std::make_shared<Residence>();
    routes.get("/api/v1/figures/coverage", "ledger.see", "Distinct people served per thousand residents, by district",
               [running, residence](Call& call, Query<CoverageQuery> query) { return get_coverage(call, running, *residence, query.value); }).pool = http::Pool::heavy;
    routes.get("/api/v1/figures/coverage/export", "ledger.see", "Coverage as a file", [running, residence](Call& call, Query<CoverageQuery> query) {
        return coverage_table(call, get_coverage(call, running, *residence, query.value), query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/figures/services", "ledger.see", "Facts, people and minutes by practice and month",
               [running](Call& call, Query<ServicesQuery> query) { return get_services(call, running, query.value); }).pool = http::Pool::heavy;
    routes.get("/api/v1/figures/services/export", "ledger.see", "Services by month as a file", [running](Call& call, Query<ServicesQuery> query) {
        return services_table(call, get_services(call, running, query.value), query.value);
    }).pool = http::Pool::heavy;
}

}  // namespace ryadom::ledger
