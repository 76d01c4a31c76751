// What a verdict counted, row by row; names only where the reader serves the person, and each in the log.
#include "modules/verdicts/http.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

using http::Call;
using http::Query;

/// A page of what was counted, and the titles of what it may name.
struct Counted {
    std::vector<Item> items;
    std::optional<std::string> next;
    std::map<std::string, practices::Line> titles;  ///< of rooms and equipment
    bool confidential = false;                      ///< of a form that only its author and who delivers may read
};

std::map<std::string, practices::Line> titles_of(const practices::Package& package) {
    std::map<std::string, practices::Line> out;
    for (const auto& room : package.needs.rooms) out.emplace(room.id, room.title);
    for (const auto& equipment : package.needs.equipment) out.emplace(equipment.id, equipment.title);
    return out;
}

bool of_confidential_form(const practices::Package& package, const practices::Statement& statement) {
    const auto form = std::ranges::find(package.forms, statement.rule.form.value_or(""), &practices::Form::id);
    return form != package.forms.end() && form->confidential.value_or(false);
}

/// The page of those that are wanted, in the order in which the measure names them.
std::vector<Item> page_of(const practices::Statement& statement, const Inputs& inputs, const Period& period, const FoundSubject& found, const RowsQuery& query) {
    const auto from = http::place(query.cursor).value_or(0);
    const auto limit = query.limit.value_or(http::Paging{}.size());
    std::vector<Item> out;
    std::int64_t at = 0;
    measure(statement, inputs, period, found.day, [&](const Item& item) {
        if (query.part && item.part != *query.part) return;
        if (at >= from && at <= from + limit) out.push_back(item);
        ++at;
    });
    return out;
}

Counted counted(db::Tx& tx, const Judges& judges, const FoundSubject& found, const RowsQuery& query) {
    Book book(tx, found.day);
    const auto package = package_of(tx, found.subject);
    const auto now = book.of(found.subject, *package, found.day);
    const auto* asked = now.find(query.statement);
    if (!asked) throw Refused(absent());
    const auto period = period_of(query.first, asked->period);
    const auto then = book.of(found.subject, *package, std::min(period.last, found.day));
    const auto* statement = then.find(query.statement);
    if (!statement || period.first > found.day) throw Refused(absent());
    Sources sources(tx, judges.image(), network::subtree(tx, found.subject.organisation.value), period.first, found.day);
    auto ground = std::move(grounds_of(sources, std::span(&found.subject, 1)).front());
    if (!binds(ground, found.subject, now, found.day)) throw Refused(absent());
    Counted out{page_of(*statement, ground.inputs(*statement), period, found, query), {}, titles_of(*package), of_confidential_form(*package, *statement)};
    const auto limit = query.limit.value_or(http::Paging{}.size());
    if (cut(out.items, limit)) out.next = std::to_string(http::place(query.cursor).value_or(0) + limit);
    return out;
}

struct Known {
    std::map<std::int64_t, people::Brief> people;
    std::map<ledger::image::Position, ledger::Fact> facts;
    std::map<Uuid, std::string> services;
};

Known known_of(db::Tx& tx, const std::vector<Item>& items, i18n::Language language) {
    Known out;
    std::vector<std::int64_t> numbers;
    std::vector<ledger::image::Position> positions;
    for (const auto& item : items) {
        if (item.person) numbers.push_back(item.person);
        if (item.position) positions.push_back(item.position);
    }
    auto facts = ledger::facts_at(tx, positions);
    // Whoever may see the centre sees each fact that counts for it.
    if (facts.size() != positions.size()) throw std::logic_error("a counted fact is out of the reach of its centre");
    for (std::size_t i = 0; i < facts.size(); ++i) out.facts.emplace(positions[i], std::move(facts[i]));
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (auto& brief : people::briefs(tx, numbers)) out.people.emplace(brief.number.value, std::move(brief));
    for (const auto& row : catalogue::all_services(tx)) out.services.emplace(row.service.id.uuid, catalogue::title_in(row.service.titles, language));
    return out;
}

void name_person(RowView& view, const people::Brief& brief, Date day) {
    if (brief.name) view.person = brief.id;
    view.name = brief.name;
    view.age = full_years(brief.birth, day);
    view.sex = brief.sex;
}

RowView view_of(const Item& item, const Known& known, const Counted& page, i18n::Language language) {
    RowView view{item.part, item.reason, item.day, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    // What was measured stays between the person and who may read the form; that it was measured is no secret.
    if (page.confidential) return view;
    view.value = item.value;
    if (const auto person = known.people.find(item.person); person != known.people.end()) name_person(view, person->second, item.day);
    if (const auto fact = known.facts.find(item.position); fact != known.facts.end()) {
        view.fact = fact->second.id;
        view.worker = fact->second.worker_name;
        if (const auto service = known.services.find(fact->second.service.uuid); service != known.services.end()) view.service = service->second;
    }
    if (const auto title = page.titles.find(item.item); title != page.titles.end()) view.item = title_in(title->second, language);
    return view;
}

http::Written<http::Page<RowView>> get_rows(Call& call, const Judges& judges, const RowsQuery& query) {
    call.read([&](db::Tx& tx) { return network::own(tx, query.organisation); });
    const auto found = find_subject(call, judges, {query.organisation, query.practice, query.service, query.day});
    const auto page = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return counted(tx, judges, found, query); });
    http::Page<RowView> out{{}, page.next};
    std::set<Uuid> shown;
    call.read([&](db::Tx& tx) {
        const auto known = known_of(tx, page.items, call.language());
        for (const auto& item : page.items) out.items.push_back(view_of(item, known, page, call.language()));
        return 0;
    });
    for (const auto& row : out.items)
        if (row.person) shown.insert(row.person->uuid);
    return call.write([out = std::move(out), shown = std::move(shown)](db::Tx& tx) {
        if (!shown.empty()) audit::record_shown(tx, "verdicts.rows_seen", shown);
        return out;
    });
}

}  // namespace

void add_row_routes(http::Routes& routes, const Judges& judges) {
    routes.get("/api/v1/verdicts/rows", "verdicts.see", "What a verdict counted, row by row", [judges](Call& call, Query<RowsQuery> query) {
        return get_rows(call, judges, query.value);
    }).pool = http::Pool::heavy;
}

}  // namespace ryadom::verdicts
