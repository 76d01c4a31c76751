// Papers of applications, programmes and contracts: issued once for what stands, and opened again.
#include "modules/programmes/http.hpp"

#include "modules/programmes/actions.hpp"
#include "modules/programmes/store_papers.hpp"
#include "platform/audit/audit.hpp"
#include "platform/core/bytes.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::programmes {

struct IssueRequest {
    ApplicationPaper kind = ApplicationPaper::application;
};
constexpr auto describe(json::Type<IssueRequest>) {
    return json::object("IssueApplicationPaper", json::field("kind", &IssueRequest::kind, "Which paper"));
}

struct IssueVersion {
    int version = 1;
};
constexpr auto describe(json::Type<IssueVersion>) {
    return json::object("IssueProgrammePaper", json::field("version", &IssueVersion::version, "Version", json::range(1, 10'000)));
}

struct PaperShown {
    Uuid id;
    std::string label;
    std::vector<std::string> doubts;
};
constexpr auto describe(json::Type<PaperShown>) {
    using json::field;
    return json::object("ProgrammePaper", field("id", &PaperShown::id, "Id of the paper"), field("label", &PaperShown::label, "Number"),
                        field("doubts", &PaperShown::doubts, "Names to be read before signing"));
}

namespace {

using http::Call;
using http::Written;

/// Once for what stands: a paper of the same text would have two numbers.
PaperShown issue(db::Tx& tx, const papers::Kind& kind, store::Thing thing, const people::PersonRow& person, const json::Value& data, i18n::Language language) {
    thing.kind = kind.code;
    thing.data_hash = hex(sha256(json::write(data)));
    if (const auto before = store::issued(tx, thing)) return {before->paper, before->label, {}};
    const auto made = must(papers::issue(tx, kind, {thing.organisation, papers::About{person.number.value, person.person.id.uuid}, today_at(tx, thing.organisation), language, data}));
    store::keep_issued(tx, thing, person.number, {made.id.uuid, made.label});
    audit::record(tx, "programmes.paper_issued", made.id, person.person.id.uuid);
    return {made.id.uuid, made.label, made.doubts};
}

bool follows(ApplicationPaper paper, const Application& application) {
    const auto has = [&](EventKind kind) { return std::ranges::find(application.events, kind, &Event::kind) != application.events.end(); };
    switch (paper) {
        case ApplicationPaper::application: return true;
        case ApplicationPaper::refusal: return has(EventKind::refused);
        case ApplicationPaper::urgent_act: return has(EventKind::delivered);
    }
    throw std::logic_error("no such paper");
}

Written<PaperShown> post_application_paper(Call& call, IssueRequest given) {
    return call.write([given, id = call.id<Application>("application"), voice = call.voice()](db::Tx& tx) {
        const auto row = own_application(tx, id);
        const auto person = must(people::find_person(tx, row.application.person));
        const auto application = Views(tx).application(row);
        if (!follows(given.kind, application)) throw Refused(refuse("programmes.no_such_paper_yet").error());
        const auto data = application_data(application, store::printed(tx, person, voice), voice);
        return issue(tx, kind_of(given.kind), {row.organisation_number, id.uuid, {}, {}}, person, data, voice.language);
    });
}

const Version& version_of(const Programme& programme, int number) {
    const auto found = std::ranges::find(programme.versions, number, &Version::version);
    if (found == programme.versions.end()) throw Refused(absent());
    if (!found->approved_on) throw Refused(refuse("programmes.not_approved").error());
    return *found;
}

Written<PaperShown> post_programme_paper(Call& call, IssueVersion given) {
    return call.write([given, id = call.id<Programme>("programme"), voice = call.voice()](db::Tx& tx) {
        const auto row = own_programme(tx, id);
        const auto person = must(people::find_person(tx, row.programme.person));
        const auto programme = Views(tx).programme(row);
        const auto& version = version_of(programme, given.version);
        const auto data = programme_data(programme, version, store::printed(tx, person, voice), voice);
        return issue(tx, programme_paper(), {row.organisation_number, id.uuid, {}, {}}, person, data, voice.language);
    });
}

Written<PaperShown> post_contract_paper(Call& call) {
    return call.write([id = call.id<Contract>("contract"), voice = call.voice()](db::Tx& tx) {
        const auto row = must(store::find_contract(tx, id));
        const auto organisation = network::own(tx, row.contract.organisation);
        const auto person = must(people::find_person(tx, row.contract.person));
        const auto programme = Views(tx).programme(must(store::find_programme(tx, row.contract.programme)));
        const auto found = std::ranges::find_if(programme.versions, [&](const Version& each) { return each.approved_on && each.content.since <= row.contract.since; });
        if (found == programme.versions.end()) throw Refused(absent());
        const auto data = contract_data(row.contract, programme, *found, store::printed(tx, person, voice), voice);
        return issue(tx, contract_paper(), {organisation, id.uuid, {}, {}}, person, data, voice.language);
    });
}

}  // namespace

void add_paper_routes(http::Routes& routes) {
    routes.act("/api/v1/applications/{application}/papers", "programmes.register", "Issue the application, the refusal or the act of urgent services as a paper", post_application_paper).replay =
        http::Replay::done;
    routes.act("/api/v1/programmes/{programme}/papers", "programmes.contract", "Issue a version of a programme as a paper", post_programme_paper).replay = http::Replay::done;
    routes.act("/api/v1/contracts/{contract}/papers", "programmes.contract", "Issue a contract as a paper", [](Call& call) { return post_contract_paper(call); }).replay = http::Replay::done;
}

}  // namespace ryadom::programmes
