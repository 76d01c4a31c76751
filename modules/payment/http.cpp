// What a person is able to pay: within the scope of the person, every look in the log.
#include "modules/payment/http.hpp"

#include "modules/payment/store.hpp"
#include "platform/audit/audit.hpp"

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

}  // namespace

void add_routes(http::Routes& routes) {
    add_norm_routes(routes);
    routes.get("/api/v1/persons/{person}/payment", "payment.see", "What a person is able to pay, the last assessment first", list);
    // Incomes of a family are kept for no repetition.
    routes.post("/api/v1/persons/{person}/payment", "payment.assess", "Record what a person is able to pay", post_assessment).replay = http::Replay::done;
    routes.act("/api/v1/persons/{person}/payment/preview", "payment.assess", "Reckon it without recording", preview).replay = http::Replay::nothing;
    routes.get("/api/v1/payment/assessments/{assessment}", "payment.see", "One assessment with its calculation", get_assessment);
}

}  // namespace ryadom::payment
