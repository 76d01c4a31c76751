// What a person is able to pay: within the scope of the person, every look in the log.
#include "modules/payment/http.hpp"

#include "modules/payment/store.hpp"
#include "platform/audit/audit.hpp"

#include <map>
#include <set>

namespace ryadom::payment {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

Written<Page<Assessment>> list(Call& call, Query<http::Paging> paging) {
    const auto before = http::place(paging->cursor).value_or(INT64_MAX);
    return call.write([before, size = paging->size(), id = call.id<people::Person>("person")](db::Tx& tx) {
        auto rows = store::of_person(tx, must(people::find_person(tx, id)).number, before, size + 1);
        Page<Assessment> page;
        if (cut(rows, size)) page.next = std::to_string(rows.back().number);
        for (auto& row : rows) page.items.push_back(std::move(row.assessment));
        audit::record(tx, "payment.seen", id, id.uuid);
        return page;
    });
}

Written<Assessment> get_assessment(Call& call) {
    return call.write([id = call.id<Assessment>("assessment")](db::Tx& tx) {
        auto row = must(store::find(tx, id));
        audit::record(tx, "payment.read", id, people::briefs(tx, {row.person}).front().id.uuid);
        return std::move(row.assessment);
    });
}

Written<Assessment> post_assessment(Call& call, NewAssessment given) {
    return call.write([given = std::move(given), id = call.id<people::Person>("person"), today = call.today(), language = call.language()](db::Tx& tx) {
        const auto person = must(people::find_person(tx, id));
        auto recorded = must(assess(tx, person, network::own(tx, given.organisation), given, today, language));
        audit::record(tx, "payment.assessed", recorded.id, id.uuid);
        return recorded;
    });
}

/// Nothing of it stays; but whoever reckons without having looked learns what a look would show, and is noted once an hour.
Written<Preview> preview(Call& call, PreviewRequest ask) {
    const auto id = call.id<people::Person>("person");
    auto shown = call.read([&](db::Tx& tx) {
        const auto person = must(people::find_person(tx, id));
        if (auto errors = faults(ask.input, person.person.birth, call.today(), "/input"); !errors.empty())
            throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
        Preview out{must(reckon(tx, person, ask.input, call.language(), "/input")), {}};
        if (const auto last = store::last_of(tx, person.number)) out.changes = compare(last->assessment.calculation, out.calculation);
        return out;
    });
    return call.write([shown = std::move(shown), id](db::Tx& tx) {
        if (!store::looked_lately(tx, id)) audit::record(tx, "payment.seen", id, id.uuid);
        return shown;
    });
}

Page<Outdated> outdated_page(db::Tx& tx, const OutdatedFilter& filter, Date today) {
    const int size = filter.limit.value_or(50);
    auto rows = store::outdated(tx, network::own(tx, filter.organisation), today, http::place(filter.cursor).value_or(INT64_MAX), size + 1);
    Page<Outdated> page;
    if (cut(rows, size)) page.next = std::to_string(rows.back().number);
    std::vector<std::int64_t> persons;
    for (const auto& row : rows) persons.push_back(row.person);
    std::map<std::int64_t, std::string> names;
    for (auto& brief : people::briefs(tx, persons)) names.emplace(brief.number.value, brief.name.value_or(""));
    for (auto& row : rows) {
        row.outdated.name = names.at(row.person);
        page.items.push_back(std::move(row.outdated));
    }
    return page;
}

Written<Page<Outdated>> list_outdated(Call& call, Query<OutdatedFilter> filter) {
    auto page = call.read([&](db::Tx& tx) { return outdated_page(tx, filter.value, call.today()); });
    return call.write([page = std::move(page)](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& each : page.items) persons.insert(each.person.uuid);
        if (!persons.empty()) audit::record_shown(tx, "payment.listed", persons);
        return page;
    });
}

}  // namespace

void add_routes(http::Routes& routes) {
    add_norm_routes(routes);
    routes.get("/api/v1/persons/{person}/payment", "payment.see", "What a person is able to pay, the last assessment first", list);
    // Incomes of a family are kept for no repetition.
    routes.post("/api/v1/persons/{person}/payment", "payment.assess", "Record what a person is able to pay", post_assessment).replay = http::Replay::done;
    routes.act("/api/v1/persons/{person}/payment/preview", "payment.assess", "Reckon it without recording", preview).replay = http::Replay::nothing;
    routes.get("/api/v1/payment/outdated", "payment.see", "Whose payment rests on norms that hold no longer", list_outdated);
    routes.get("/api/v1/payment/assessments/{assessment}", "payment.see", "One assessment with its calculation", get_assessment);
}

}  // namespace ryadom::payment
