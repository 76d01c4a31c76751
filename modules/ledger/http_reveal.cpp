// The name behind a fact, for one who sees the fact and not the person. It is asked for by the fact, so that no list has
// to give away ids of people.
#include "modules/ledger/http.hpp"
#include "modules/ledger/store.hpp"

namespace ryadom::ledger {

struct RevealRequest {
    std::string reason;
};

struct RevealedName {
    std::string name;
};

constexpr auto describe(json::Type<RevealRequest>) {
    return json::object("RevealRequest", json::field("reason", &RevealRequest::reason, "Why the name is needed", json::length(1, 1000)));
}

constexpr auto describe(json::Type<RevealedName>) {
    return json::object("RevealedName", json::field("name", &RevealedName::name, "Full name"));
}

namespace {

using http::Call;
using http::Written;

Written<RevealedName> reveal(Call& call, RevealRequest ask) {
    const auto id = call.id<Fact>("id");
    const auto person = call.read([&](db::Tx& tx) { return must(store::find_row(tx, id)).fact.person; });
    if (!person) throw Refused(refuse("ledger.nobody_named").error());
    const auto found = must(call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return people::full_name_of(tx, {*person}); }));
    return call.write([id, ask, found](db::Tx& tx) {
        must(people::note_reveal(tx, found.id, id.uuid, ask.reason));
        return RevealedName{found.name};
    });
}

}  // namespace

void add_reveal_routes(http::Routes& routes) {
    routes.act("/api/v1/facts/{id}/reveal", "people.reveal", "The name behind a fact, for a reason that is logged", reveal).replay = http::Replay::nothing;
}

}  // namespace ryadom::ledger
