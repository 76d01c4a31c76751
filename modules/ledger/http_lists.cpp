// Facts on screen: lists, one fact, and what the entry form offers.
#include "modules/ledger/http.hpp"

#include "modules/ledger/fact_list.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::ledger {

struct OfferedPractice {
    Id<practices::Practice> id;
    catalogue::Titles titles;
    std::vector<Channel> channels;
    bool counts_unnamed = false;
};

struct OfferedService {
    Id<catalogue::Service> id;
    std::string code;
    std::string kind;
    catalogue::Titles titles;
    std::string unit;
    std::optional<int> norm_minutes;
    std::vector<OfferedPractice> practices;
};

struct OfferedWorker {
    Id<network::StaffMember> id;
    std::string name;
    std::string position;
};

struct EntryContext {
    Date today;
    std::vector<OfferedService> services;
    std::vector<OfferedWorker> workers;
    std::optional<Id<network::StaffMember>> me;
};

constexpr auto describe(json::Type<OfferedPractice>) {
    using json::field;
    return json::object("OfferedPractice", field("id", &OfferedPractice::id, "Practice"), field("titles", &OfferedPractice::titles, "Title by language"),
                        field("channels", &OfferedPractice::channels, "Channels that its package allows"),
                        field("counts_unnamed", &OfferedPractice::counts_unnamed, "A fact may count unnamed recipients"));
}

constexpr auto describe(json::Type<OfferedService>) {
    using json::field;
    using T = OfferedService;
    return json::object("OfferedService", field("id", &T::id, "Service"), field("code", &T::code, "Code"), field("kind", &T::kind, "Kind"),
                        field("titles", &T::titles, "Title by language"), field("unit", &T::unit, "Unit"),
                        field("norm_minutes", &T::norm_minutes, "Minutes by the norm"),
                        field("practices", &T::practices, "Practices of the centre that it belongs to"));
}

constexpr auto describe(json::Type<OfferedWorker>) {
    using json::field;
    return json::object("OfferedWorker", field("id", &OfferedWorker::id, "Staff member"), field("name", &OfferedWorker::name, "Name"),
                        field("position", &OfferedWorker::position, "Position"));
}

constexpr auto describe(json::Type<EntryContext>) {
    using json::field;
    using T = EntryContext;
    return json::object("EntryContext", field("today", &T::today, "The day at the centre"), field("services", &T::services, "Services in force, by code"),
                        field("workers", &T::workers, "Who works there today"), field("me", &T::me, "The caller among them"));
}

struct EntryContextQuery {
    Id<network::Organisation> organisation;
};

constexpr auto describe(json::Type<EntryContextQuery>) {
    return json::object("EntryContextQuery", json::field("organisation", &EntryContextQuery::organisation, "Home provider"));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

Page<Fact> read_page(db::Tx& tx, const Running& running, const FactFilter& filter) {
    const int limit = filter.limit.value_or(50);
    if (!of_range(filter)) return indexed_page(tx, filter, limit);
    auto positions = positions_of(tx, running.feed().image(), filter, static_cast<std::size_t>(limit) + 1);
    Page<Fact> page;
    if (cut(positions, limit)) page.next = std::to_string(positions.back());
    for (auto& row : store::facts_at(tx, positions)) page.items.push_back(std::move(row.fact));
    return page;
}

Written<Page<Fact>> list_facts(Call& call, const Running& running, const FactFilter& filter) {
    if (of_range(filter)) running.feed().await(patience);
    auto page = call.read([&](db::Tx& tx) { return read_page(tx, running, filter); });
    const auto person = filter.person ? std::optional(filter.person->uuid) : std::nullopt;
    return call.write([page = std::move(page), person](db::Tx& tx) {
        record_reading(tx, page.items, person);
        return page;
    });
}

/// How much of a person there is, is something of the person.
Written<FactTotals> get_totals(Call& call, const Running& running, const FactFilter& filter) {
    if (of_range(filter)) running.feed().await(patience);
    const auto sums = call.read([&](db::Tx& tx) { return totals(tx, running.feed().image(), filter); });
    const auto person = filter.person ? std::optional(filter.person->uuid) : std::nullopt;
    return call.write([sums, person](db::Tx& tx) {
        record_reading(tx, {}, person);
        return sums;
    });
}

Written<Fact> get_fact(Call& call) {
    auto fact = call.read([&](db::Tx& tx) { return must(store::find_fact(tx, call.id<Fact>("id"))); });
    return call.write([fact = std::move(fact)](db::Tx& tx) {
        record_reading(tx, {fact}, fact.person && fact.person->id ? std::optional(fact.person->id->uuid) : std::nullopt);
        return fact;
    });
}

/// The practices of a centre on a day, by number of the catalogue's service.
std::multimap<std::int64_t, OfferedPractice> offered_practices(db::Tx& tx, const AdoptedBy& adopted_by, Number<network::Organisation> home, Date today) {
    std::multimap<std::int64_t, OfferedPractice> out;
    const auto adopted = adopted_by(tx, home);
    if (adopted.empty()) return out;
    std::map<std::int64_t, practices::PracticeRow> rows;
    for (auto& row : practices::all_practices(tx)) rows.emplace(row.number.value, std::move(row));
    for (const auto& each : adopted) {
        const auto row = rows.find(each.practice.value);
        if (row == rows.end() || each.since > today || (each.until && *each.until < today)) continue;
        for (const auto& use : practices::services_of(tx, each.version)) {
            OfferedPractice offered{row->second.id, row->second.titles, {}, use.counts_unnamed};
            for (const auto& channel : use.channels) offered.channels.push_back(*json::parse_name<Channel>(channel));
            out.emplace(use.service.value, std::move(offered));
        }
    }
    return out;
}

EntryContext entry_context(db::Tx& tx, const AdoptedBy& adopted_by, const Id<network::Organisation>& id) {
    const auto home = network::own(tx, id);
    EntryContext out;
    out.today = local_date(tx.now(), network::zone(tx, home.value));
    const auto offered = offered_practices(tx, adopted_by, home, out.today);
    for (auto& row : catalogue::all_services(tx)) {
        if (!catalogue::in_force(row.service, out.today)) continue;
        OfferedService service{row.service.id, row.service.code, row.service.kind, row.service.titles, row.service.unit, row.service.norm_minutes, {}};
        const auto [first, last] = offered.equal_range(row.number.value);
        for (auto at = first; at != last; ++at) service.practices.push_back(at->second);
        out.services.push_back(std::move(service));
    }
    const auto me = network::staff_of_account(tx, tx.caller().account);
    for (auto& worker : store::workers_of(tx, home.value, out.today)) {
        if (me && me->value == worker.number) out.me = worker.id;
        out.workers.push_back({worker.id, std::move(worker.name), std::move(worker.position)});
    }
    return out;
}

}  // namespace

std::set<Uuid> persons_named(const std::vector<Fact>& facts) {
    std::set<Uuid> out;
    for (const auto& fact : facts)
        if (fact.person && fact.person->id) out.insert(fact.person->id->uuid);
    return out;
}

void record_reading(db::Tx& tx, const std::vector<Fact>& facts, std::optional<Uuid> person) {
    const auto shown = persons_named(facts);
    if (!shown.empty() || person) audit::record_shown(tx, "ledger.facts_seen", shown, {}, person);
}

void add_list_routes(http::Routes& routes, const Running& running) {
    routes.get("/api/v1/facts", "ledger.see", "Facts, newest first: of a person, one's own, or of a range of days",
               [running](Call& call, Query<FactFilter> filter) { return list_facts(call, running, filter.value); });
    routes.get("/api/v1/facts/totals", "ledger.see", "What the facts of a list add up to", [running](Call& call, Query<FactFilter> filter) {
        return get_totals(call, running, filter.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/facts/context", "ledger.record", "What the entry form of a centre offers",
               [adopted_by = running.adopted_by](Call& call, Query<EntryContextQuery> query) {
                   return call.read([&](db::Tx& tx) { return entry_context(tx, adopted_by, query->organisation); });
               });
    routes.get("/api/v1/facts/{id}", "ledger.see", "A fact", get_fact);
}

}  // namespace ryadom::ledger
