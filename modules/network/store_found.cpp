#include "modules/network/found.hpp"
#include "platform/db/database.hpp"
#include "platform/search/search.hpp"

namespace ryadom::network {
namespace {

constexpr std::string_view room_kind = "room";

constexpr db::Sql room_by_id =
    "select r.title, o.number, o.id, o.short_title from v_network_room r join v_network_organisation o on o.number = r.organisation "
    "where r.id = $1 and r.removed_on is null";
constexpr db::Sql rooms_of = "select id from v_network_room where organisation = $1 and removed_on is null";

search::Document document_of(const Organisation& organisation) {
    return {"organisation", organisation.id.uuid,
            {{i18n::Language::ru, organisation.short_title, organisation.code + ' ' + organisation.director, organisation.title + (organisation.address.empty() ? "" : ". ") + organisation.address}},
            "/organisations/" + to_string(organisation.id), "network.see", 0};
}

}  // namespace

void tell_search(db::Tx& tx, const Id<Room>& room) {
    const auto document = tx.find(room_by_id, [&](const db::Row& row) {
        return search::Document{std::string(room_kind), room.uuid, {{i18n::Language::ru, row.get<std::string>(0), {}, row.get<std::string>(3)}},
                                "/organisations/" + row.get<std::string>(2) + "/rooms", "network.see", row.get<std::int64_t>(1)};
    }, room);
    if (document) search::put(tx, *document);
    else search::remove(tx, room_kind, room.uuid);
}

void tell_search(db::Tx& tx, const Id<Organisation>& id) {
    const auto row = find_organisation(tx, id);
    if (!row) return;
    search::put(tx, document_of(row->organisation));
    for (const auto& room : tx.list(rooms_of, [](const db::Row& each) { return each.get<Id<Room>>(0); }, row->number)) tell_search(tx, room);
}

void tell_search(db::Database& database) {
    const auto system = db::Caller::system();
    // One write for each, since a write is short.
    for (const auto& row : database.read_as(system, [](db::Tx& tx) { return all_organisations(tx); }))
        must(database.write_now(system, [id = row.organisation.id](db::Tx& tx) { tell_search(tx, id); }));
}

}  // namespace ryadom::network
