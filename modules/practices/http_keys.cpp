// The keys of publishers whom the region trusts.
#include "modules/practices/http.hpp"
#include "modules/practices/keys.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::practices {
namespace {

using http::Call;
using http::Page;
using http::Written;

Page<PublisherKey> get_keys(Call& call) {
    return call.read([](db::Tx& tx) { return Page<PublisherKey>{store::keys(tx), {}}; });
}

Written<PublisherKey> post_key(Call& call, PublisherKey key) {
    must(check_key(key.key));
    return call.write([key](db::Tx& tx) { return trust(tx, key.title, key.key); });
}

Written<void> delete_key(Call& call) {
    return call.write([id = call.id<PublisherKey>("key")](db::Tx& tx) {
        must(store::find_key(tx, id));
        store::remove_key(tx, id);
        audit::record(tx, "practices.key_removed", id);
    });
}

}  // namespace

void add_key_routes(http::Routes& routes) {
    routes.get("/api/v1/practices/keys", "practices.see", "The keys of trusted publishers", get_keys);
    routes.post("/api/v1/practices/keys", "practices.trust", "Trust the key of a publisher", post_key);
    routes.remove("/api/v1/practices/keys/{key}", "practices.trust", "Trust a key no longer", delete_key);
}

}  // namespace ryadom::practices
