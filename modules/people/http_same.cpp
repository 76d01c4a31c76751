// Who on the register is like somebody that is being typed, and the decision that it is one of them.
#include "modules/people/http.hpp"

#include "modules/people/requests_same.hpp"
#include "modules/people/rules.hpp"
#include "modules/people/same.hpp"
#include "modules/people/search_like.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace ryadom::people {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t most_shown = 5;
constexpr std::size_t most_meant = 20;

Described described(AlikeRequest ask) {
    const auto number = [](const std::optional<std::string>& written) { return written ? digits(*written) : std::nullopt; };
    return {tidied(ask.family_name.value_or("")), tidied(ask.given_name.value_or("")), tidy_text(ask.patronymic), ask.birth, ask.sex, number(ask.snils), number(ask.iin), tidy_text(ask.phone)};
}

AlikePerson shown(const Call& call, const Found& found) {
    const auto& person = found.row.person;
    AlikePerson out{person.id, full_name(person.family_name, person.given_name, person.patronymic), person.birth, {}, percent(found.judgement.weight), is_asked(found), found.same_number, {}};
    const auto& columns = matching::shipped_judge().columns();
    for (const auto& reason : found.judgement.reasons) {
        const auto& column = columns[reason.column];
        // That both are women is no difference, however common it is.
        if (reason.bits < 0 && reason.level >= matching::Level::slip) continue;
        out.reasons.push_back({column.name, call.text(matching::text_key(column.kind, reason.level)), reason.bits < 0});
    }
    return out;
}

/// The death stands with the card.
std::vector<Found> with_deaths(db::Tx& tx, std::vector<Found> found) {
    for (auto& each : found) each.row.person = must(find_person(tx, each.row.person.id)).person;
    return found;
}

Written<http::Page<AlikePerson>> told(Call& call, const std::vector<Found>& found, const char* by) {
    http::Page<AlikePerson> page;
    std::set<Uuid> persons;
    for (const auto& each : found) {
        page.items.push_back(shown(call, each));
        page.items.back().death = each.row.person.death;
        persons.insert(each.row.person.id.uuid);
    }
    return call.write([page = std::move(page), persons = std::move(persons), by](db::Tx& tx) {
        audit::record_shown(tx, "people.searched", persons, json::Object{{"by", json::Array{by}}});
        return page;
    });
}

Written<http::Page<AlikePerson>> alike(Call& call, AlikeRequest ask) {
    return told(call, call.read([&](db::Tx& tx) { return with_deaths(tx, who_is_alike(tx, described(ask), shown_from, most_shown)); }), "alike");
}

std::vector<std::string> words_of(const std::string& query) {
    std::istringstream stream(query);
    return {std::istream_iterator<std::string>(stream), {}};
}

Written<http::Page<AlikePerson>> meant(Call& call, MeantRequest ask) {
    return told(call, call.read([&](db::Tx& tx) { return with_deaths(tx, who_is_meant(tx, words_of(ask.query), ask.birth, most_meant)); }), "meant");
}

/// Whoever was about to be entered is this person: kept beside the decisions that somebody is not.
Written<void> recognise(Call& call, AlikeRequest ask) {
    return call.write([somebody = described(std::move(ask)), id = call.id<Person>("person")](db::Tx& tx) {
        const auto row = must(find_person(tx, id));
        auto all = who_is_alike(tx, somebody, -1e9, SIZE_MAX);
        const auto found = std::ranges::find_if(all, [&](const Found& each) { return each.row.person.id == id; });
        Likeness known{row.number, id, 0, "[]", true};
        if (found != all.end()) known = {row.number, id, found->judgement.weight, reasons_for_the_record(found->judgement.reasons), true};
        store::insert_decision(tx, {}, known, store::Verdict::same, {});
        audit::record(tx, "people.recognised", id, id.uuid);
    });
}

}  // namespace

void add_same_routes(http::Routes& routes) {
    // What is asked names a person: it stands in the body, since addresses stand in the logs of proxies and browsers.
    routes.act("/api/v1/persons/alike", "people.see", "Who is like somebody that is being typed, and why", alike).replay = http::Replay::nothing;
    routes.act("/api/v1/persons/meant", "people.see", "Whom a search may have meant that finds nobody as it is written", meant).replay = http::Replay::nothing;
    routes.act("/api/v1/persons/{person}/recognise", "people.change", "Say that whoever was about to be entered is this person", recognise);
}

}  // namespace ryadom::people
