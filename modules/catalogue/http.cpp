#include "modules/catalogue/http.hpp"

#include "modules/catalogue/rules.hpp"
#include "modules/catalogue/store.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::catalogue {

struct ServiceFilter {
    std::optional<std::string> kind;
    std::optional<Date> day;
};

constexpr auto describe(json::Type<ServiceFilter>) {
    using json::field;
    return json::object("ServiceFilter", field("kind", &ServiceFilter::kind, "Only of this kind", json::length(1, 60)),
                        field("day", &ServiceFilter::day, "Only what a fact of this day may name"));
}

namespace {

using http::Call;
using http::Written;

void must_be_sound(const Service& service) {
    auto found = faults(service);
    if (!found.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(found)});
}

http::Page<Service> get_services(Call& call, http::Query<ServiceFilter> filter) {
    return call.read([&](db::Tx& tx) {
        http::Page<Service> page;
        for (auto& row : all_services(tx)) {
            const bool wanted = (!filter->kind || row.service.kind == *filter->kind) && (!filter->day || in_force(row.service, *filter->day));
            if (wanted) page.items.push_back(std::move(row.service));
        }
        return page;
    });
}

Written<Service> post_service(Call& call, Service service) {
    must_be_sound(service);
    return call.write([service](db::Tx& tx) {
        auto row = store::insert_service(tx, service);
        audit::record(tx, "catalogue.service_added", row.service.id);
        return std::move(row.service);
    });
}

Written<Service> put_service(Call& call, Service service) {
    service.id = call.id<Service>("service");
    service.revision = call.revision();
    must_be_sound(service);
    return call.write([service](db::Tx& tx) {
        must(find_service(tx, service.id));
        http::must_change(store::update_service(tx, service));
        audit::record(tx, "catalogue.service_changed", service.id);
        auto changed = service;
        ++changed.revision;
        return changed;
    });
}

}  // namespace

void add_routes(http::Routes& routes) {
    routes.get("/api/v1/service-kinds", "catalogue.see", "The kinds of services", [](Call& call) {
        return call.read([](db::Tx& tx) { return http::Page<ServiceKind>{kinds(tx), {}}; });
    });
    routes.get("/api/v1/services", "catalogue.see", "The services, all or of a kind or of a day", get_services);
    routes.post("/api/v1/services", "catalogue.change", "Add a service", post_service);
    routes.put("/api/v1/services/{service}", "catalogue.change", "Change a service", put_service);
}

}  // namespace ryadom::catalogue
