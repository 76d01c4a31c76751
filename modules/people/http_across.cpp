// What reaches over the edge of the scope. Reads of the whole register run here as the system and give away what the
// route says and no more; the write that logs them runs as the caller, and nothing is answered unless it is durable.
#include "modules/people/http.hpp"
#include "modules/people/lookups.hpp"
#include "modules/people/merges.hpp"
#include "modules/people/requests.hpp"
#include "modules/people/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::people {
namespace {

using http::Call;
using http::Written;

constexpr std::int64_t lookup_holds = 1'800'000;

std::vector<FieldError> faults(const LookupRequest& ask) {
    if (ask.number) {
        const auto number = digits(*ask.number).value_or("");
        if (sound_snils(number) || sound_iin(number)) return {};
        return {{"/number", "people.wrong_number", {}}};
    }
    std::vector<FieldError> errors;
    if (!ask.family_name) errors.push_back({"/family_name", "people.number_or_full_name", {}});
    if (!ask.given_name) errors.push_back({"/given_name", "people.number_or_full_name", {}});
    if (!ask.birth) errors.push_back({"/birth", "people.number_or_full_name", {}});
    return errors;
}

std::vector<store::Stranger> strangers(db::Tx& tx, const LookupRequest& ask) {
    if (ask.number) return store::strangers_by_number(tx, *digits(*ask.number));
    auto found = store::strangers_by_name(tx, i18n::fold(*ask.family_name), *ask.birth);
    std::erase_if(found, [&](const store::Stranger& each) {
        return i18n::fold(each.given_name) != i18n::fold(*ask.given_name) ||
               i18n::fold(each.patronymic.value_or("")) != i18n::fold(ask.patronymic.value_or(""));
    });
    return found;
}

LookupAnswer answer(db::Tx& tx, const store::Stranger& found) {
    LookupAnswer out{note_lookup(tx, found.number), initials(found.family_name, found.given_name, found.patronymic),
                     parts(found.birth).year, found.organisation, {}};
    if (find_person(tx, found.id)) out.person = found.id;
    audit::record(tx, "people.looked_up", out.lookup, found.id.uuid);
    return out;
}

Written<http::Page<LookupAnswer>> look_up(Call& call, LookupRequest ask) {
    if (auto errors = faults(ask); !errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    auto found = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return strangers(tx, ask); });
    return call.write([found = std::move(found)](db::Tx& tx) {
        must(ask_seldom(tx));
        http::Page<LookupAnswer> page;
        for (const auto& each : found) page.items.push_back(answer(tx, each));
        if (found.empty()) audit::record(tx, "people.looked_up", note_lookup(tx, std::nullopt));
        return page;
    });
}

void must_be_reason(const std::string& reason) {
    if (!sound_reason(reason)) throw Refused(refuse_field("/reason", "people.reason_too_short").error());
}

std::string detail_of(const std::string& reason) { return json::write(json::Object{{"reason", reason}}); }

Written<Card> attach(Call& call, ServiceRequest ask) {
    must_be_reason(ask.reason);
    return call.write([ask, lookup = call.id<store::Lookup>("lookup"), today = call.today()](db::Tx& tx) {
        const auto number = must(store::find_lookup(tx, lookup, tx.now() + -lookup_holds));
        if (!store::attach(tx, number, network::own(tx, ask.organisation), today, ask.reason)) throw Refused(refuse("people.attached_already").error());
        auto row = must(store::find_person(tx, number));
        audit::record(tx, "people.attached", row.person.id, row.person.id.uuid, detail_of(ask.reason));
        const auto revision = row.person.revision;
        return Card{std::move(row.person), store::attachments(tx, number), revision};
    });
}

Written<void> detach(Call& call, ServiceRequest ask) {
    must_be_reason(ask.reason);
    return call.write([ask, id = call.id<Person>("person"), today = call.today()](db::Tx& tx) {
        const auto row = must(find_person(tx, id));
        if (store::detach(tx, row.number, network::own(tx, ask.organisation), today) == 0) throw Refused(refuse("people.not_attached").error());
        audit::record(tx, "people.detached", id, id.uuid, detail_of(ask.reason));
    });
}

Read line_of(const Call& call, const store::Look& look) {
    Read read{look.at, look.action, call.text("audit." + look.action), look.account, look.organisation, {}};
    if (const auto detail = json::parse(look.detail))
        if (const auto* reason = detail->find("reason"))
            if (const auto* text = reason->as<std::string>()) read.reason = *text;
    return read;
}

http::Page<Read> reads(Call& call, http::Query<http::Paging> paging) {
    const auto id = call.id<Person>("person");
    const auto person = call.read([&](db::Tx& tx) {
        return call.allowed("people.see_all_reads") ? must(store::number_of(tx, id)) : must(find_person(tx, id)).number;
    });
    // Colleagues of other organisations looked too: their lines are outside the scope of a director.
    auto looks = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        return store::looks(tx, person, http::place(paging->cursor).value_or(INT64_MAX), paging->size() + 1);
    });
    http::Page<Read> page;
    if (cut(looks, paging->size())) page.next = std::to_string(looks.back().number);
    for (const auto& look : looks) page.items.push_back(line_of(call, look));
    return page;
}

}  // namespace

std::optional<FullName> full_name_of(db::Tx& tx, Number<Person> number) {
    const auto found = store::find_person(tx, human_of(tx, number));
    if (!found) return std::nullopt;
    const auto& person = found->person;
    return FullName{person.id, full_name(person.family_name, person.given_name, person.patronymic)};
}

Checked<void> note_reveal(db::Tx& tx, const Id<Person>& person, const Uuid& record, const std::string& reason) {
    if (!sound_reason(reason)) return refuse_field("/reason", "people.reason_too_short");
    if (auto seldom = ask_seldom(tx); !seldom) return seldom;
    note_lookup(tx, std::nullopt);
    audit::record(tx, "people.name_revealed", record, person.uuid, detail_of(reason));
    return {};
}

void add_routes_across_centres(http::Routes& routes) {
    routes.act("/api/v1/persons/lookup", "people.look_up", "Ask whether some centre serves a person", look_up).replay = http::Replay::nothing;
    routes.act("/api/v1/persons/{lookup}/attach", "people.look_up", "Serve the person that a lookup found", attach).replay = http::Replay::done;
    routes.act("/api/v1/persons/{person}/detach", "people.change", "Serve the person no longer", detach);
    routes.get("/api/v1/persons/{person}/reads", "people.see_reads", "Who looked at the card and what was done with it", reads);
}

}  // namespace ryadom::people
