// The journal as a file. It is read while it is sent, so that its length is no matter.
#include "modules/ledger/fact_list.hpp"
#include "modules/ledger/http.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::ledger {
namespace {

using http::Call;
using http::Query;
using http::Written;

constexpr std::size_t page_rows = 1000;
constexpr auto exported_action = "ledger.facts_exported";

/// What the facts name by id.
struct Names {
    std::map<Uuid, std::string> organisations;
    std::map<Uuid, std::string> practices;
    std::map<Uuid, std::string> services;
    std::map<Uuid, std::string> codes;
};

Names names_of(db::Tx& tx, i18n::Language language) {
    Names out;
    for (auto& row : network::all_organisations(tx)) out.organisations.emplace(row.organisation.id.uuid, std::move(row.organisation.short_title));
    for (const auto& row : practices::all_practices(tx)) out.practices.emplace(row.id.uuid, catalogue::title_in(row.titles, language));
    for (const auto& row : catalogue::all_services(tx)) {
        out.services.emplace(row.service.id.uuid, catalogue::title_in(row.service.titles, language));
        out.codes.emplace(row.service.id.uuid, row.service.code);
    }
    return out;
}

std::string name_in(const std::map<Uuid, std::string>& names, const Uuid& id) {
    const auto found = names.find(id);
    return found == names.end() ? std::string() : found->second;
}

std::vector<documents::Column> columns(const Call& call) {
    const auto title = [&](const char* key) { return call.text(std::string("ledger.") + key); };
    return {{title("column_performed_on"), 11}, {title("export.recipient"), 24}, {title("column_sex"), 6}, {title("export.age"), 8},
            {title("column_unnamed_count"), 9}, {title("column_service"), 44}, {title("export.service_code"), 16}, {title("column_minutes"), 8},
            {title("column_quantity"), 10}, {title("column_channel"), 14}, {title("column_organisation"), 24}, {title("column_performer"), 24},
            {title("column_worker"), 24}, {title("column_practice"), 40}, {title("export.recorded_on"), 11}, {title("export.source"), 12},
            {title("column_external_id"), 16}};
}

/// In Russian and English they are words that the import reads.
struct FactWords {
    std::map<Channel, std::string> channels;
    std::map<people::Sex, std::string> sexes;
    Names names;

    documents::Row row(const Fact& fact) const {
        using documents::Cell;
        using documents::Row;
        const auto* person = fact.person ? &*fact.person : nullptr;
        return {fact.performed_on,
                person ? documents::cell(person->name) : Cell(),
                person ? Cell(sexes.at(person->sex)) : Cell(),
                person ? Cell(person->age) : Cell(),
                fact.unnamed_count > 0 ? Cell(fact.unnamed_count) : Cell(),
                name_in(names.services, fact.service.uuid),
                name_in(names.codes, fact.service.uuid),
                fact.minutes,
                fact.quantity / 100.0,
                channels.at(fact.channel),
                name_in(names.organisations, fact.organisation.uuid),
                fact.performer == fact.organisation ? Cell() : Cell(name_in(names.organisations, fact.performer.uuid)),
                documents::cell(fact.worker_name),
                fact.practice ? Cell(name_in(names.practices, fact.practice->uuid)) : Cell(),
                fact.recorded_on,
                fact.source,
                documents::cell(fact.external_id)};
    }
};

FactWords words_of(const Call& call, db::Tx& tx) {
    FactWords out;
    for (const auto& [channel, name] : names(json::Type<Channel>{})) out.channels.emplace(channel, call.text("ledger.export.channel." + std::string(name)));
    for (const auto& [sex, name] : names(json::Type<people::Sex>{})) out.sexes.emplace(sex, call.text("ledger.export.sex." + std::string(name)));
    out.names = names_of(tx, call.language());
    return out;
}

/// The cursor of a range is the place among the positions that were counted when it was asked for.
http::Page<Fact> range_page(db::Tx& tx, const std::vector<image::Position>& positions, const std::optional<std::string>& cursor) {
    const auto from = static_cast<std::size_t>(http::place(cursor).value_or(0));
    const auto to = std::min(positions.size(), from + page_rows);
    http::Page<Fact> page;
    for (auto& row : store::facts_at(tx, {positions.begin() + static_cast<std::ptrdiff_t>(from), positions.begin() + static_cast<std::ptrdiff_t>(to)}))
        page.items.push_back(std::move(row.fact));
    if (to < positions.size()) page.next = std::to_string(to);
    return page;
}

documents::Rows rows_of(Call& call, const Running& running, const FactFilter& filter, FactWords words) {
    const std::function<documents::Row(const Fact&)> row = [words = std::make_shared<const FactWords>(std::move(words))](const Fact& fact) {
        return words->row(fact);
    };
    std::function<void(const std::vector<Fact>&)> note;
    // The record of the export is itself about the one person that was asked for.
    if (!filter.person)
        note = [exported = people::Exported(call.database(), call.caller(), exported_action)](const std::vector<Fact>& page) mutable {
            exported.note(persons_named(page));
        };
    if (!of_range(filter))
        return http::paged<Fact>(call, [filter](db::Tx& tx, const std::optional<std::string>& cursor) {
            auto next = filter;
            next.cursor = cursor;
            return indexed_page(tx, next, static_cast<int>(page_rows));
        }, row, note);
    running.feed().await(patience);
    const auto positions = std::make_shared<const std::vector<image::Position>>(call.read([&](db::Tx& tx) {
        return positions_of(tx, running.feed().image(), filter, std::numeric_limits<std::size_t>::max());
    }));
    return http::paged<Fact>(call, [positions](db::Tx& tx, const std::optional<std::string>& cursor) { return range_page(tx, *positions, cursor); }, row, note);
}

/// What was asked for; whose names went out is noted as they go.
std::string detail_of(const FactFilter& filter) {
    json::Value out(json::Object{});
    if (filter.from) out.set("from", to_string(*filter.from));
    if (filter.to) out.set("to", to_string(*filter.to));
    if (filter.organisation) out.set("organisation", to_string(*filter.organisation));
    if (filter.practice) out.set("practice", to_string(*filter.practice));
    if (filter.service) out.set("service", to_string(*filter.service));
    if (filter.mine) out.set("mine", *filter.mine);
    return json::write(out);
}

std::string file_name(const FactFilter& filter) {
    std::string out = "facts";
    for (const auto& day : {filter.from, filter.to})
        if (day) out += "-" + to_string(*day);
    return out;
}

Written<documents::Table> export_facts(Call& call, const Running& running, FactFilter filter) {
    filter.cursor.reset();
    filter.limit.reset();
    if (filter.person) call.read([&](db::Tx& tx) { return must(people::find_person(tx, *filter.person)).number; });
    auto words = call.read([&](db::Tx& tx) { return words_of(call, tx); });
    documents::Table table{file_name(filter), columns(call), rows_of(call, running, filter, std::move(words)), {}};
    return call.write([table = std::move(table), filter](db::Tx& tx) {
        audit::record(tx, exported_action, std::nullopt, filter.person ? std::optional(filter.person->uuid) : std::nullopt, detail_of(filter));
        return table;
    });
}

}  // namespace

void add_export_routes(http::Routes& routes, const Running& running) {
    routes.get("/api/v1/facts/export", "ledger.see", "The facts of a list as a file",
               [running](Call& call, Query<FactFilter> filter) { return export_facts(call, running, filter.value); }).pool = http::Pool::heavy;
}

}  // namespace ryadom::ledger
