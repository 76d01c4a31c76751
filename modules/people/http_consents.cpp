// Consents of a person: what stands, what was withdrawn, and the paper to sign.
#include "modules/people/http.hpp"

#include "modules/people/papers.hpp"
#include "modules/people/requests_consents.hpp"
#include "modules/people/rules.hpp"
#include "modules/people/rules_consents.hpp"
#include "modules/people/store.hpp"
#include "modules/people/store_consents.hpp"
#include "modules/people/store_file.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <set>

namespace ryadom::people {
namespace {

using http::Call;
using http::Written;

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

std::string name_of(const Person& person) { return full_name(person.family_name, person.given_name, person.patronymic); }

http::Page<Consent> page_of(db::Tx& tx, Number<Person> person) {
    http::Page<Consent> out;
    for (auto& each : store::consents_of(tx, person)) out.items.push_back(std::move(each.consent));
    return out;
}

/// Those whose names stand in the answer besides the person's.
std::set<Uuid> givers(const http::Page<Consent>& page) {
    std::set<Uuid> out;
    for (const auto& each : page.items)
        if (each.given.giver && each.given.giver->person && each.given.giver->name) out.insert(each.given.giver->person->uuid);
    return out;
}

Written<http::Page<Consent>> list(Call& call) {
    return call.write([id = call.id<Person>("person")](db::Tx& tx) {
        auto page = page_of(tx, must(find_person(tx, id)).number);
        audit::record_shown(tx, "people.consents_read", givers(page), {}, id.uuid);
        return page;
    });
}

const store::ConsentRow* last_to(const std::vector<store::ConsentRow>& consents, const std::string& purpose) {
    const auto found = std::ranges::find(consents, purpose, [](const store::ConsentRow& each) { return each.consent.purpose; });
    return found == consents.end() ? nullptr : &*found;
}

/// A representative of the register is kept by the name of that day, as far as the caller knows it.
void keep_name(db::Tx& tx, ConsentGiven& given) {
    if (!given.giver || !given.giver->person) return;
    const auto row = find_person(tx, *given.giver->person);
    given.giver->name = row ? std::optional(name_of(row->person)) : std::nullopt;
}

Written<http::Page<Consent>> give(Call& call, ConsentGiven ask) {
    return call.write([ask = tidy(std::move(ask)), id = call.id<Person>("person"), today = call.today()](db::Tx& tx) {
        const auto row = must(find_person(tx, id));
        const auto text = store::find_consent_text(tx, ask.text);
        if (!text) throw Refused(refuse_field("/text", "core.absent").error());
        const auto before = store::consents_of(tx, row.number);
        const auto* last = last_to(before, text->text.purpose);
        // The same words are agreed to once; other words take the place of those before.
        if (last && last->consent.state == ConsentState::stands && last->text == text->number) throw Refused(refuse("people.consent_stands").error());
        const auto file = store::file_of(tx, row.number);
        must_be_sound(faults(ask, {text->text, row.person, file.representatives, last ? &last->consent : nullptr}, today));
        auto given = ask;
        keep_name(tx, given);
        store::insert_consent(tx, row.number, *text, last ? last->turn + 1 : 1, given);
        auto page = page_of(tx, row.number);
        audit::record_shown(tx, "people.consent_given", givers(page), json::Object{{"purpose", text->text.purpose}}, id.uuid);
        return page;
    });
}

Written<http::Page<Consent>> withdraw(Call& call, ConsentWithdrawal given) {
    given.reason = tidy_text(given.reason);
    return call.write([given = std::move(given), id = call.id<Person>("person"), consent = call.path("consent"), today = call.today()](db::Tx& tx) {
        const auto row = must(find_person(tx, id));
        const auto before = store::consents_of(tx, row.number);
        const auto found = std::ranges::find(before, consent, [](const store::ConsentRow& each) { return to_string(each.consent.id); });
        if (found == before.end()) throw Refused(absent());
        if (found->consent.state != ConsentState::stands) throw Refused(refuse("people.consent_stands_no_more").error());
        must_be_sound(faults(given, found->consent, today));
        store::insert_withdrawal(tx, row.number, found->number, given);
        auto page = page_of(tx, row.number);
        audit::record_shown(tx, "people.consent_withdrawn", givers(page), json::Object{{"purpose", found->consent.purpose}}, id.uuid);
        return page;
    });
}

std::vector<network::OrganisationRow> serving(db::Tx& tx, Number<Person> person) {
    std::vector<network::OrganisationRow> out;
    for (const auto& each : store::attachments(tx, person))
        if (!each.until)
            if (auto found = network::find_organisation(tx, each.organisation)) out.push_back(std::move(*found));
    return out;
}

/// What a consent on paper is made of, looked up for one transaction.
struct ToPrint {
    Number<Person> person;
    std::string purpose;
    std::vector<network::OrganisationRow> organisations;
    std::set<Uuid> shown;  ///< whose names stand on it besides the person's
    i18n::Language language = i18n::Language::ru;
    json::Value data;
};

ToPrint to_print(db::Tx& tx, const Id<Person>& id, const Id<ConsentText>& text, std::optional<int> place, i18n::Voice voice) {
    const auto row = must(find_person(tx, id));
    const auto found = must(store::find_consent_text(tx, text));
    const auto file = store::file_of(tx, row.number);
    ToPrint out{row.number, found.text.purpose, serving(tx, row.number), {}, language_of(found.text, voice.language), {}};
    ConsentSheet sheet{row.person, file, nullptr, {}, {}};
    for (const auto& each : out.organisations) sheet.organisations.push_back(each.organisation.title);
    if (place) {
        if (static_cast<std::size_t>(*place) >= file.representatives.size()) throw Refused(absent());
        sheet.representative = &file.representatives[static_cast<std::size_t>(*place)];
        sheet.representative_name = sheet.representative->name.value_or("");
        if (const auto& other = sheet.representative->person)
            if (const auto known = find_person(tx, *other)) {
                sheet.representative_name = name_of(known->person);
                out.shown.insert(other->uuid);
            }
    }
    voice.language = out.language;
    out.data = consent_data(found.text, sheet, voice);
    return out;
}

/// Without a number: to be read, or to be filled by hand.
Written<documents::Paper> print(Call& call, http::Query<ConsentPaperQuery> query) {
    return call.write([id = call.id<Person>("person"), text = call.id<ConsentText>("text"), place = query->representative, voice = call.voice(), today = call.today()](db::Tx& tx) {
        const auto sheet = to_print(tx, id, text, place, voice);
        if (sheet.organisations.empty()) throw Refused(absent());
        audit::record_shown(tx, "people.consent_printed", sheet.shown, json::Object{{"purpose", sheet.purpose}}, id.uuid);
        return must(papers::draft(tx, consent_kind(), {sheet.organisations.front().number, {}, today, sheet.language, sheet.data}, *voice.texts));
    });
}

Written<ConsentPaper> issue(Call& call, IssueConsent ask) {
    return call.write([ask, id = call.id<Person>("person"), voice = call.voice(), today = call.today()](db::Tx& tx) {
        const auto organisation = network::own(tx, ask.organisation);
        const auto sheet = to_print(tx, id, ask.text, ask.representative, voice);
        const auto paper = must(papers::issue(tx, consent_kind(), {organisation, papers::About{sheet.person.value, id.uuid}, today, sheet.language, sheet.data}));
        audit::record_shown(tx, "people.consent_issued", sheet.shown, json::Object{{"purpose", sheet.purpose}}, id.uuid);
        return ConsentPaper{paper.id.uuid, paper.label, paper.doubts};
    });
}

}  // namespace

void add_consent_routes(http::Routes& routes) {
    const std::string person = "/api/v1/persons/{person}";
    routes.get(person + "/consents", "people.see", "What the person agreed to, and what was withdrawn", list);
    routes.post(person + "/consents", "people.change", "Record a consent of the person", give).replay = http::Replay::done;
    routes.act(person + "/consents/{consent}/withdraw", "people.change", "Withdraw a consent; nothing is deleted", withdraw).replay = http::Replay::done;
    routes.get(person + "/consent-papers/{text}", "people.see", "A consent on paper, to be read or filled by hand", print);
    routes.post(person + "/consent-papers", "people.change", "Issue a consent with a number, to be signed", issue).replay = http::Replay::done;
}

}  // namespace ryadom::people
