#include "modules/practices/keys.hpp"

#include "modules/practices/store.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::practices {

Checked<void> check_key(std::string_view text) {
    if (!parse_public_key(text)) return refuse_field("/key", "practices.key_form");
    return {};
}

PublisherKey trust(db::Tx& tx, std::string_view title, std::string_view text) {
    const auto key = parse_public_key(text);
    if (!key) throw Refused(refuse_field("/key", "practices.key_form").error());
    const PublisherKey row{tx.make_id<PublisherKey>(), key_id(*key), std::string(title), to_text(*key), tx.now()};
    store::insert_key(tx, row);
    audit::record(tx, "practices.key_trusted", row.id);
    return row;
}

}  // namespace ryadom::practices
