// Contracts on programmes. Every look is in the log.
#include "modules/programmes/http.hpp"

#include "modules/programmes/actions.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::programmes {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

Contract one(db::Tx& tx, const Id<Contract>& id) { return Views(tx).contracts({must(store::find_contract(tx, id))}).front(); }

Written<Page<Contract>> list(Call& call, Query<OfOrganisation> filter) {
    const int size = filter->limit.value_or(50);
    auto page = call.read([&](db::Tx& tx) {
        auto rows = store::contracts_of(tx, network::own(tx, filter->organisation), http::place(filter->cursor).value_or(INT64_MAX), size + 1);
        Page<Contract> out;
        if (cut(rows, size)) out.next = std::to_string(rows.back().number.value);
        out.items = Views(tx).contracts(rows);
        return out;
    });
    return call.write([page = std::move(page)](db::Tx& tx) {
        if (const auto persons = named(page.items); !persons.empty()) audit::record_shown(tx, "programmes.contracts_listed", persons);
        return page;
    });
}

Written<Contract> get_contract(Call& call) {
    return call.write([id = call.id<Contract>("contract")](db::Tx& tx) {
        auto out = one(tx, id);
        audit::record(tx, "programmes.contract_read", id, out.person.uuid);
        return out;
    });
}

Written<Contract> post_contract(Call& call, NewContract given) {
    return call.write([given = std::move(given), id = call.id<Programme>("programme")](db::Tx& tx) {
        return Views(tx).contracts({conclude(tx, id, given)}).front();
    });
}

Written<Contract> post_end(Call& call, EndContract given) {
    return call.write([given = std::move(given), id = call.id<Contract>("contract")](db::Tx& tx) {
        end(tx, id, given);
        return one(tx, id);
    });
}

}  // namespace

void add_contract_routes(http::Routes& routes) {
    routes.get("/api/v1/contracts", "programmes.see", "Contracts of an institution, the newest first", list);
    routes.post("/api/v1/programmes/{programme}/contracts", "programmes.contract", "Conclude a contract on a programme", post_contract).replay = http::Replay::done;
    routes.get("/api/v1/contracts/{contract}", "programmes.see", "A contract", get_contract);
    routes.act("/api/v1/contracts/{contract}/end", "programmes.contract", "End a contract before its time", post_end).replay = http::Replay::done;
}

}  // namespace ryadom::programmes
