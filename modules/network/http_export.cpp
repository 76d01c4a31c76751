// The registers as files. Codes of kinds and qualifications stay codes: they are the words of packages.
#include "modules/network/http.hpp"
#include "modules/network/store.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::network {
namespace {

using documents::Cell;
using documents::cell;
using documents::Column;
using documents::Row;
using documents::Table;
using http::Call;
using http::Written;

std::vector<Column> columns(const Call& call, std::initializer_list<std::pair<const char*, int>> wanted) {
    std::vector<Column> out;
    for (const auto& [key, width] : wanted) out.push_back({call.text("network.export." + std::string(key)), width});
    return out;
}

Table organisations(Call& call) {
    const auto [list, districts] = call.read([](db::Tx& tx) { return std::pair{all_organisations(tx), all_districts(tx)}; });
    std::map<Uuid, std::string> codes;
    for (const auto& row : list) codes.emplace(row.organisation.id.uuid, row.organisation.code);
    std::map<Uuid, std::string> titles;
    for (const auto& row : districts) titles.emplace(row.district.id.uuid, row.district.title);
    std::vector<Row> rows;
    for (const auto& [number, each, district] : list)
        rows.push_back({each.code, each.title, each.short_title, call.text("network.export.kind." + std::string(json::name_of(each.kind))),
                        each.parent ? Cell(codes[each.parent->uuid]) : Cell(), each.district ? Cell(titles[each.district->uuid]) : Cell(), each.zone,
                        each.address, each.phone, each.director, cell(each.closed_on)});
    return {"organisations-" + to_string(call.today()),
            columns(call, {{"code", 16}, {"title", 50}, {"short_title", 30}, {"kind", 20}, {"parent", 16}, {"district", 30}, {"zone", 20}, {"address", 40},
                           {"phone", 18}, {"director", 30}, {"closed_on", 12}}),
            documents::these(std::move(rows)),
            {}};
}

std::string qualifications(const StaffMember& member) {
    std::string out;
    for (const auto& each : member.qualifications) out += (out.empty() ? "" : ", ") + each.code;
    return out;
}

std::vector<Row> staff_rows(db::Tx& tx, Number<Organisation> organisation) {
    std::vector<Row> rows;
    for (const auto& each : store::staff(tx, organisation))
        rows.push_back({each.name, each.position, each.rate / 100.0, each.hired_on, cell(each.left_on), qualifications(each)});
    return rows;
}

std::vector<Row> room_rows(db::Tx& tx, Number<Organisation> organisation) {
    std::vector<Row> rows;
    for (const auto& each : store::rooms(tx, organisation)) rows.push_back({each.title, each.kind, each.capacity});
    return rows;
}

std::vector<Row> equipment_rows(db::Tx& tx, Number<Organisation> organisation) {
    std::map<Uuid, std::string> rooms;
    for (auto& each : store::rooms(tx, organisation)) rooms.emplace(each.id.uuid, std::move(each.title));
    std::vector<Row> rows;
    for (const auto& each : store::equipment(tx, organisation))
        rows.push_back({each.title, each.kind, each.count, each.room ? Cell(rooms[each.room->uuid]) : Cell()});
    return rows;
}

using ReadRows = std::vector<Row> (*)(db::Tx&, Number<Organisation>);

/// A register names people or says what stands where: the log says that it went out.
Written<Table> register_table(Call& call, const std::string& plural, std::vector<Column> head, ReadRows read) {
    const auto id = call.id<Organisation>("organisation");
    auto rows = call.read([&](db::Tx& tx) { return read(tx, own(tx, id)); });
    Table table{plural + "-" + to_string(call.today()), std::move(head), documents::these(std::move(rows)), {}};
    return call.write([table = std::move(table), event = "network." + plural + "_exported", id](db::Tx& tx) {
        audit::record(tx, event, id);
        return table;
    });
}

}  // namespace

void add_export_routes(http::Routes& routes) {
    const std::string of = "/api/v1/organisations/{organisation}/";
    routes.get("/api/v1/organisations/export", "network.see", "All organisations as a file", organisations);
    routes.get(of + "staff/export", "network.see", "The staff of an organisation as a file", [](Call& call) {
        return register_table(call, "staff", columns(call, {{"name", 36}, {"position", 36}, {"rate", 9}, {"hired_on", 12}, {"left_on", 12}, {"qualifications", 50}}), staff_rows);
    });
    routes.get(of + "rooms/export", "network.see", "The rooms of an organisation as a file", [](Call& call) {
        return register_table(call, "rooms", columns(call, {{"room", 40}, {"kind", 24}, {"capacity", 9}}), room_rows);
    });
    routes.get(of + "equipment/export", "network.see", "The equipment of an organisation as a file", [](Call& call) {
        return register_table(call, "equipment", columns(call, {{"item", 50}, {"kind", 24}, {"count", 9}, {"room", 40}}), equipment_rows);
    });
}

}  // namespace ryadom::network
