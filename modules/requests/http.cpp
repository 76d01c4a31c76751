// The desk's requests: who waits, who came, who waits no longer.
#include "modules/requests/http.hpp"

#include "modules/requests/rules.hpp"
#include "modules/requests/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ryadom::requests {

struct WaitingFilter {
    Id<network::Organisation> organisation;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};

constexpr auto describe(json::Type<WaitingFilter>) {
    using json::field;
    using T = WaitingFilter;
    return json::object("WaitingFilter", field("organisation", &T::organisation, "Of this centre and its branches"),
                        field("cursor", &T::cursor, "Where the page before ended"), field("limit", &T::limit, "Rows of a page", json::range(1, 200)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

/// The place of a row in the order of waiting, as one number.
std::int64_t place_of(const Asked& asked) { return (std::int64_t{asked.asked_on.days} << 40) + asked.number; }

Date today_at(db::Tx& tx, std::int64_t organisation) { return local_date(tx.now(), network::zone(tx, organisation)); }

void leave_out_answered(std::vector<store::Row>& rows, const std::vector<std::int64_t>& organisations, const Answered& answered) {
    std::vector<Asked> asked;
    for (const auto& row : rows) asked.push_back(row.asked);
    const auto done = answered(organisations, asked);
    std::size_t place = 0;
    std::erase_if(rows, [&](const store::Row&) { return done[place++]; });
}

std::vector<Request> shown(db::Tx& tx, const std::vector<store::Row>& rows) {
    std::set<std::int64_t> persons;
    std::map<std::int64_t, Date> today;
    for (const auto& row : rows) {
        persons.insert(row.asked.person);
        if (!today.contains(row.asked.organisation)) today[row.asked.organisation] = today_at(tx, row.asked.organisation);
    }
    std::map<std::int64_t, people::Brief> briefs;
    for (auto& brief : people::briefs(tx, {persons.begin(), persons.end()})) briefs.emplace(brief.number.value, std::move(brief));
    std::vector<Request> out;
    for (const auto& [asked, id, organisation, service, words] : rows) {
        const auto& brief = briefs.at(asked.person);
        Asker person{brief.sex, full_years(brief.birth, asked.asked_on), {}, brief.name};
        if (brief.name) person.id = brief.id;
        const int days = asked.withdrawn_on.value_or(today.at(asked.organisation)) - asked.asked_on;
        out.push_back({id, organisation, std::move(person), service, asked.asked_on, days, asked.recorded_on, asked.withdrawn_on, {}, words});
        if (asked.withdrawn_on) out.back().reason = asked.withdrawal_reason;
    }
    return out;
}

Page<Request> page_of(db::Tx& tx, const WaitingFilter& filter, const Answered& answered) {
    const auto organisations = network::subtree(tx, network::own(tx, filter.organisation).value);
    auto rows = store::standing(tx, organisations);
    const auto after = http::place(filter.cursor).value_or(-1);
    std::erase_if(rows, [&](const store::Row& row) { return place_of(row.asked) <= after; });
    leave_out_answered(rows, organisations, answered);
    const int size = filter.limit.value_or(50);
    Page<Request> page;
    if (rows.size() > static_cast<std::size_t>(size)) rows.erase(rows.begin() + size + 1, rows.end());
    if (cut(rows, size)) page.next = std::to_string(place_of(rows.back().asked));
    page.items = shown(tx, rows);
    return page;
}

Written<Page<Request>> noted(Call& call, Page<Request> page, std::optional<Uuid> person = {}) {
    return call.write([page = std::move(page), person](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& each : page.items)
            if (each.person.id) persons.insert(each.person.id->uuid);
        if (!persons.empty() || person) audit::record_shown(tx, "requests.seen", persons, {}, person);
        return page;
    });
}

Written<Page<Request>> list(Call& call, const WaitingFilter& filter, const Answered& answered) {
    return noted(call, call.read([&](db::Tx& tx) { return page_of(tx, filter, answered); }));
}

Written<Page<Request>> list_of_person(Call& call, const Answered& answered) {
    const auto id = call.id<people::Person>("person");
    auto page = call.read([&](db::Tx& tx) {
        auto rows = store::standing_of(tx, must(people::find_person(tx, id)).number);
        leave_out_answered(rows, tx.caller().scope.organisations, answered);
        return Page<Request>{shown(tx, rows), {}};
    });
    return noted(call, std::move(page), id.uuid);
}

Request one(db::Tx& tx, const Id<Request>& id) { return std::move(shown(tx, {must(store::find(tx, id))}).front()); }

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

Written<Request> post_request(Call& call, NewRequest request) {
    return call.write([request](db::Tx& tx) {
        const auto home = network::own(tx, request.organisation);
        const auto person = people::find_person(tx, request.person);
        const auto service = catalogue::find_service(tx, request.service);
        std::vector<FieldError> errors;
        if (!person) errors.push_back({"/person", "core.absent", {}});
        if (!service) errors.push_back({"/service", "core.absent", {}});
        must_be_sound(std::move(errors));
        const auto today = today_at(tx, home.value);
        must_be_sound(faults(request, person->person, today));
        const auto id = store::insert(tx, {person->number.value, service->number.value, home.value, request.asked_on, today});
        if (!id) throw Refused(refuse("requests.stands_already").error());
        audit::record(tx, "requests.recorded", *id, request.person.uuid);
        return one(tx, *id);
    });
}

Written<Request> post_withdrawal(Call& call, WithdrawRequest withdrawal) {
    return call.write([withdrawal, id = call.id<Request>("request")](db::Tx& tx) {
        const auto row = must(store::find(tx, id));
        const auto reasons = store::reasons(tx);
        const auto found = std::ranges::find(reasons, withdrawal.reason, &Reason::code);
        const auto today = today_at(tx, row.asked.organisation);
        must_be_sound(faults(withdrawal, found == reasons.end() ? std::nullopt : std::optional(*found), row.asked.asked_on, today));
        if (row.asked.withdrawn_on) throw Refused(refuse("requests.withdrawn_already").error());
        withdraw(tx, row.asked, {withdrawal.withdrawn_on, withdrawal.reason, withdrawal.words}, today);
        auto out = one(tx, id);
        audit::record(tx, "requests.withdrawn", id, out.person.id ? std::optional(out.person.id->uuid) : std::nullopt);
        return out;
    });
}

}  // namespace

void add_routes(http::Routes& routes, const Answered& answered) {
    routes.get("/api/v1/requests", "requests.see", "Who waits for a first service, the longest wait first", [answered](Call& call, Query<WaitingFilter> filter) {
        return list(call, filter.value, answered);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/requests/reasons", "requests.see", "Why a request can be withdrawn", [](Call& call) {
        return call.read([](db::Tx& tx) { return Page<Reason>{store::reasons(tx), {}}; });
    });
    routes.get("/api/v1/persons/{person}/requests", "requests.record", "What a person waits for",
               [answered](Call& call) { return list_of_person(call, answered); });
    // Answers hold the name of who waits: a repeated request is told only that it was done.
    routes.post("/api/v1/requests", "requests.record", "Record a request", post_request).replay = http::Replay::done;
    routes.post("/api/v1/requests/{request}/withdraw", "requests.record", "Note that nobody waits any longer, and why", post_withdrawal).replay =
        http::Replay::done;
}

}  // namespace ryadom::requests
