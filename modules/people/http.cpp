// The desk's search and the cards within the scope.
#include "modules/people/http.hpp"

#include "modules/people/lookups.hpp"
#include "modules/people/requests.hpp"
#include "modules/people/requests_file.hpp"
#include "modules/people/rules_file.hpp"
#include "modules/people/store.hpp"
#include "modules/people/store_file.hpp"
#include "platform/audit/audit.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace ryadom::people {
namespace {

using http::Call;
using http::Written;

/// "ив-петр ел" asks for surnames that begin with "ив петр" and given names with "ел".
store::Search wanted(const SearchRequest& query) {
    store::Search out;
    out.birth = query.birth;
    std::istringstream words(query.query.value_or(""));
    std::string word;
    for (auto* part : {&out.family, &out.given})
        if (words >> word) *part = i18n::fold(word);
    for (std::string all; words >> word;) {
        all += " " + word;
        out.patronymic = i18n::fold(all);
    }
    return out;
}

bool fits(const Summary& person, const SearchRequest& query) {
    if (query.birth && person.birth != *query.birth) return false;
    return !query.query || i18n::fold(person.name).starts_with(wanted(query).family);
}

http::Page<Summary> found_by_number(db::Tx& tx, const SearchRequest& query) {
    const auto number = digits(*query.snils).value_or("");
    if (!sound_snils(number) && !sound_iin(number)) throw Refused(refuse_field("/snils", "people.wrong_number").error());
    http::Page<Summary> page{store::search_number(tx, number), {}};
    std::erase_if(page.items, [&](const Summary& each) { return !fits(each, query); });
    return page;
}

/// The cursor is the id of the last person of the page before: no name stands in an address.
store::Place place_of(db::Tx& tx, const std::optional<std::string>& cursor) {
    if (!cursor) return {};
    const auto uuid = parse_uuid(*cursor);
    const auto place = uuid ? store::place_of(tx, {*uuid}) : std::nullopt;
    if (!place) throw Refused(refuse_field("/cursor", "core.unknown_value", {{"value", *cursor}}).error());
    return *place;
}

void add_former(db::Tx& tx, const store::Search& asked, int limit, std::vector<Summary>& items) {
    for (auto& former : store::search_former(tx, asked, limit))
        if (std::ranges::find(items, former.id, &Summary::id) == items.end()) items.push_back(std::move(former));
}

http::Page<Summary> found(db::Tx& tx, const SearchRequest& query) {
    if (query.snils) return found_by_number(tx, query);
    const auto size = query.limit.value_or(50);
    http::Page<Summary> page{store::search(tx, wanted(query), place_of(tx, query.cursor), size + 1), {}};
    if (cut(page.items, size)) page.next = to_string(page.items.back().id);
    // Behind the last of those who are called so now come those who were.
    else add_former(tx, wanted(query), size, page.items);
    return page;
}

/// What was asked by, never what was asked.
json::Object detail_of(const SearchRequest& query) {
    json::Array by;
    if (query.query) by.emplace_back("name");
    if (query.birth) by.emplace_back("birth");
    if (query.snils) by.emplace_back("number");
    return json::Object{{"by", std::move(by)}};
}

Written<http::Page<Summary>> shown(Call& call, const SearchRequest& ask) {
    auto page = call.read([&](db::Tx& tx) { return found(tx, ask); });
    std::set<Uuid> persons;
    for (const auto& each : page.items) persons.insert(each.id.uuid);
    return call.write([page = std::move(page), persons = std::move(persons), detail = detail_of(ask)](db::Tx& tx) {
        audit::record_shown(tx, "people.searched", persons, detail);
        return page;
    });
}

Written<http::Page<Summary>> list(Call& call, http::Query<http::Paging> paging) { return shown(call, {{}, {}, {}, paging->cursor, paging->limit}); }

Written<http::Page<Summary>> search(Call& call, SearchRequest ask) { return shown(call, ask); }

/// A registration holds its person one level down.
template <class T>
T must_within(std::string_view pointer, Checked<T> checked) {
    if (!checked)
        for (auto& field : checked.error().fields) field.pointer.insert(0, pointer);
    return must(std::move(checked));
}

Written<Person> post_person(Call& call, Registration registration) {
    auto person = must(acceptable(std::move(registration.person), call.today(), "/person"));
    // Whoever may not register there is told nothing of who is known.
    call.read([&](db::Tx& tx) { return network::own(tx, registration.organisation); });
    auto newcomers = meet(call.database(), call.caller(), {{std::move(person), std::move(registration.namesake)}});
    return call.write([newcomer = newcomers.all().front(), organisation = registration.organisation](db::Tx& tx) {
        const auto home = network::own(tx, organisation);
        must(admit(newcomer, "", "/person"));
        auto row = must_within("/person", register_person(tx, newcomer, home));
        audit::record(tx, "people.registered", row.person.id, row.person.id.uuid, namesake_detail(newcomer.namesake()));
        return std::move(row.person);
    });
}

Written<Card> get_person(Call& call) {
    return call.write([id = call.id<Person>("person")](db::Tx& tx) {
        auto row = must(find_person(tx, id));
        audit::record(tx, "people.card_read", id, id.uuid);
        const auto revision = row.person.revision;
        return Card{std::move(row.person), store::attachments(tx, row.number), revision};
    });
}

bool enters_number(const Person& person, const Person& before) {
    return (person.snils && person.snils != before.snils) || (person.iin && person.iin != before.iin);
}

bool stands_here(db::Tx& tx, const Person& person) {
    const auto other = [&](const std::optional<PersonRow>& found) { return found && found->person.id != person.id; };
    return (person.snils && other(find_by_snils(tx, *person.snils))) || (person.iin && other(find_by_iin(tx, *person.iin)));
}

/// An address that stands in parts in the file is changed there.
void must_agree_with_file(db::Tx& tx, const PersonRow& before, const Person& person, Date today) {
    if (person.address == before.person.address || !residence_on(store::addresses_of(tx, before.number), today)) return;
    throw Refused(refuse_field("/address", "people.address_in_file").error());
}

void keep_name(db::Tx& tx, const PersonRow& before, const Person& person, Date renamed_on) {
    const auto& old = before.person;
    if (old.family_name == person.family_name && old.given_name == person.given_name && old.patronymic == person.patronymic) return;
    store::add_former_name(tx, before.number, {old.family_name, old.given_name, old.patronymic, renamed_on});
}

Written<Person> put_person(Call& call, http::Query<ChangeQuery> query, Person given) {
    const auto today = call.today();
    if (query->renamed_on && *query->renamed_on > today) throw Refused(refuse_field("/renamed_on", "people.day_in_the_future").error());
    auto person = must(acceptable(std::move(given), today, ""));
    person.id = call.id<Person>("person");
    person.revision = call.revision();
    const auto before = call.read([&](db::Tx& tx) { return must(find_person(tx, person.id)).person; });
    if (enters_number(person, before)) must(check_numbers(call.database(), call.caller(), person));
    return call.write([person = std::move(person), renamed_on = query->renamed_on, today](db::Tx& tx) {
        const auto row = must(find_person(tx, person.id));
        if (enters_number(person, row.person)) must(ask_seldom(tx));
        if (stands_here(tx, person)) throw Refused(refuse("people.known_here").error());
        must_agree_with_file(tx, row, person, today);
        http::must_change(store::update_person(tx, row.number, person) ? 1 : 0);
        if (renamed_on) keep_name(tx, row, person, *renamed_on);
        audit::record(tx, "people.changed", person.id, person.id.uuid);
        auto changed = person;
        ++changed.revision;
        return changed;
    });
}

}  // namespace

void add_routes(http::Routes& routes) {
    routes.get("/api/v1/persons", "people.see", "Persons whom the caller's organisations serve", list);
    // What is asked names a person: it stands in the body, since addresses stand in the logs of proxies and browsers.
    routes.act("/api/v1/persons/search", "people.see", "Find persons whom the caller's organisations serve", search).replay = http::Replay::nothing;
    routes.post("/api/v1/persons", "people.change", "Register a person", post_person).replay = http::Replay::done;
    routes.get("/api/v1/persons/{person}", "people.see", "The card of a person", get_person);
    routes.put("/api/v1/persons/{person}", "people.change", "Change the card of a person", put_person);
    add_file_routes(routes);
    add_consent_routes(routes);
    add_list_routes(routes);
    add_same_routes(routes);
    add_routes_across_centres(routes);
}

}  // namespace ryadom::people
