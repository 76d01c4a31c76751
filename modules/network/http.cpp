#include "modules/network/http.hpp"

#include "modules/network/rules.hpp"
#include "modules/network/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::network {

struct TopQuery {
    std::optional<bool> second_top;
};

constexpr auto describe(json::Type<TopQuery>) {
    return json::object("TopQuery", json::field("second_top", &TopQuery::second_top, "Meant to stand at the top beside the body of the region"));
}

namespace {

using http::Call;
using http::Query;
using http::Written;

template <class Thing>
Thing created(Thing thing, const Id<Thing>& id) {
    thing.id = id;
    thing.revision = 1;
    return thing;
}

template <class Thing>
Thing revised(Thing thing) {
    ++thing.revision;
    return thing;
}

/// The outline comes by import of a GeoJSON file.
Written<District> post_district(Call& call, District district) {
    must(acceptable(district));
    return call.write([district](db::Tx& tx) {
        const auto id = store::insert_district(tx, district, "");
        audit::record(tx, "network.district_added", id);
        return created(district, id);
    });
}

Written<District> put_district(Call& call, District district) {
    district.id = call.id<District>("district");
    district.revision = call.revision();
    must(acceptable(district));
    return call.write([district](db::Tx& tx) {
        must(store::find_district(tx, district.id));
        http::must_change(store::update_district(tx, district));
        audit::record(tx, "network.district_changed", district.id);
        return revised(district);
    });
}

/// One server is one region: who forgot the organisation above is asked.
void refuse_second_top(db::Tx& tx, const Organisation& organisation, const TopQuery& query) {
    if (query.second_top.value_or(false) || !on_top(organisation)) return;
    const auto all = all_organisations(tx);
    const auto* body = body_of_region(all);
    if (!body || body->organisation.id == organisation.id) return;
    const Arguments title{{"title", body->organisation.short_title}};
    throw Refused({Refusal::Kind::conflict, "network.second_top", title, {{"/parent", "network.second_top", title}}});
}

Written<Organisation> post_organisation(Call& call, Query<TopQuery> query, Organisation organisation) {
    must(acceptable(organisation));
    return call.write([organisation, query](db::Tx& tx) {
        refuse_second_top(tx, organisation, query.value);
        const auto id = store::insert_organisation(tx, organisation);
        audit::record(tx, "network.organisation_added", id);
        return created(organisation, id);
    });
}

/// An organisation that stood below itself would have no end of branches.
void refuse_loop(db::Tx& tx, const Organisation& organisation) {
    if (!organisation.parent) return;
    const auto self = must(find_organisation(tx, organisation.id));
    const auto parent = find_organisation(tx, *organisation.parent);
    if (parent && std::ranges::binary_search(subtree(tx, self.number.value), parent->number.value))
        throw Refused(refuse_field("/parent", "network.parent_of_itself").error());
}

Written<Organisation> put_organisation(Call& call, Query<TopQuery> query, Organisation organisation) {
    organisation.id = call.id<Organisation>("organisation");
    organisation.revision = call.revision();
    must(acceptable(organisation));
    return call.write([organisation, query](db::Tx& tx) {
        // What stands at the top stays there.
        if (!on_top(must(find_organisation(tx, organisation.id)).organisation)) refuse_second_top(tx, organisation, query.value);
        refuse_loop(tx, organisation);
        http::must_change(store::update_organisation(tx, organisation));
        audit::record(tx, "network.organisation_changed", organisation.id);
        return revised(organisation);
    });
}

template <class Thing>
using Insert = Id<Thing> (*)(db::Tx&, Number<Organisation>, const Thing&);
template <class Thing>
using Update = std::int64_t (*)(db::Tx&, const Thing&);
template <class Thing>
using Owner = std::optional<Number<Organisation>> (*)(db::Tx&, const Id<Thing>&);
template <class Thing>
using List = std::vector<Thing> (*)(db::Tx&, Number<Organisation>);
template <class Thing>
using Remove = void (*)(db::Tx&, const Id<Thing>&, Date);

/// Departments, rooms, equipment and staff are kept alike: listed and added under their organisation, changed and removed by id.
template <class Thing>
struct Register {
    std::string plural;  ///< of the path: "rooms"
    std::string word;    ///< of the summaries: "room"
    List<Thing> list;
    Insert<Thing> insert;
    Update<Thing> update;
    Owner<Thing> owner;
    Remove<Thing> remove;  ///< nothing for staff, who leave on a day and stay in the register
};

template <class Thing>
void add_register(http::Routes& routes, const Register<Thing>& kind, const RegisterChanged& changed) {
    const auto all = "/api/v1/organisations/{organisation}/" + kind.plural;
    const auto one = "/api/v1/" + kind.plural + "/{id}";
    routes.get(all, "network.see", "The " + kind.plural + " of an organisation", [kind](Call& call) {
        return call.read([&](db::Tx& tx) { return http::Page<Thing>{kind.list(tx, own(tx, call.id<Organisation>("organisation"))), {}}; });
    });
    routes.post(all, "network.keep_register", "Add a " + kind.word, [kind, changed](Call& call, Thing thing) {
        must(acceptable(thing));
        return call.write([kind, changed, thing, id = call.id<Organisation>("organisation"), today = call.today()](db::Tx& tx) {
            const auto organisation = own(tx, id);
            const auto added = kind.insert(tx, organisation, thing);
            audit::record(tx, "network." + kind.word + "_added", added);
            changed(tx, organisation, today);
            return created(thing, added);
        });
    });
    routes.put(one, "network.keep_register", "Change a " + kind.word, [kind, changed](Call& call, Thing thing) {
        thing.id = call.id<Thing>("id");
        thing.revision = call.revision();
        must(acceptable(thing));
        return call.write([kind, changed, thing, today = call.today()](db::Tx& tx) {
            const auto organisation = must(kind.owner(tx, thing.id));
            http::must_change(kind.update(tx, thing));
            audit::record(tx, "network." + kind.word + "_changed", thing.id);
            changed(tx, organisation, today);
            return revised(thing);
        });
    });
    if (!kind.remove) return;
    routes.remove(one, "network.keep_register", "Remove a " + kind.word, [kind, changed](Call& call) {
        return call.write([kind, changed, id = call.id<Thing>("id"), today = call.today()](db::Tx& tx) {
            const auto organisation = must(kind.owner(tx, id));
            kind.remove(tx, id, today);
            audit::record(tx, "network." + kind.word + "_removed", id);
            changed(tx, organisation, today);
        });
    });
}

}  // namespace

void add_routes(http::Routes& routes, const RegisterChanged& changed) {
    routes.get("/api/v1/districts", "network.see", "All districts", [](Call& call) {
        return call.read([](db::Tx& tx) {
            http::Page<District> page;
            for (auto& row : all_districts(tx)) page.items.push_back(std::move(row.district));
            return page;
        });
    });
    routes.post("/api/v1/districts", "network.change", "Add a district", post_district);
    routes.put("/api/v1/districts/{district}", "network.change", "Change a district", put_district);

    routes.get("/api/v1/organisations", "network.see", "All organisations", [](Call& call) {
        return call.read([](db::Tx& tx) {
            http::Page<Organisation> page;
            for (auto& row : all_organisations(tx)) page.items.push_back(std::move(row.organisation));
            return page;
        });
    });
    routes.get("/api/v1/organisations/{organisation}", "network.see", "An organisation", [](Call& call) {
        return call.read([&](db::Tx& tx) { return must(find_organisation(tx, call.id<Organisation>("organisation"))).organisation; });
    });
    routes.post("/api/v1/organisations", "network.change", "Add an organisation", post_organisation);
    routes.put("/api/v1/organisations/{organisation}", "network.change", "Change an organisation", put_organisation);

    add_register<Department>(routes, {"departments", "department", store::departments, store::insert_department, store::update_department,
                                      store::organisation_of_department, store::remove_department}, changed);
    add_register<Room>(routes, {"rooms", "room", store::rooms, store::insert_room, store::update_room, store::organisation_of_room, store::remove_room}, changed);
    add_register<Equipment>(routes, {"equipment", "equipment", store::equipment, store::insert_equipment, store::update_equipment,
                                     store::organisation_of_equipment, store::remove_equipment}, changed);
    add_register<StaffMember>(routes, {"staff", "staff", store::staff, store::insert_staff, store::update_staff, store::organisation_of_staff, nullptr}, changed);
}

}  // namespace ryadom::network
