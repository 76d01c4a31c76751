// Decisions of an event: who does what by when, and whether it was done.
#include "modules/exchange/http.hpp"

#include "platform/audit/audit.hpp"
#include "platform/auth/password.hpp"

namespace ryadom::exchange {
namespace {

using http::Call;
using http::Written;

constexpr std::int64_t link_lasts = 30LL * 24 * 3600 * 1000;

store::DecisionSaid said(db::Tx& tx, const DecisionRequest& request) {
    store::DecisionSaid out{request.text, organisation_at(tx, request.owner, "/owner"), request.due, {}, {}};
    if (request.practice) out.practice = practice_at(tx, *request.practice, "/practice");
    if (!request.organisation) return out;
    if (!request.practice) throw Refused(refuse_field("/practice", "exchange.cell_wants_practice").error());
    out.organisation = organisation_at(tx, *request.organisation, "/organisation");
    return out;
}

Decision shown(db::Tx& tx, const store::EventRow& event, const Id<Decision>& id, i18n::Language language) {
    Titles titles(language);
    return decision_view(tx, must(store::find_decision(tx, id)), today_at(tx, event.host), titles);
}

/// A decision with its event; who may decide about it.
struct Found {
    store::DecisionRow row;
    store::EventRow event;
};
enum class By { host, host_or_owner };
Found found(db::Tx& tx, const Id<Decision>& id, By by) {
    auto row = must(store::find_decision(tx, id));
    auto event = must(store::find_event(tx, row.event));
    const auto& scope = tx.caller().scope;
    const bool owner = by == By::host_or_owner && scope.holds(row.owner.value);
    if (!owner && !scope.holds(event.host.value)) throw Refused(absent());
    return {std::move(row), std::move(event)};
}

void must_be_open(const store::DecisionRow& row) {
    if (row.decision.state != DecisionState::open) throw Refused(refuse("exchange.decision_closed").error());
}

Written<Decision> post_decision(Call& call, DecisionRequest request) {
    return call.write([request, id = call.id<Event>("event"), language = call.language()](db::Tx& tx) {
        const auto event = hosted(tx, id);
        must(takes_traces(event.event.state));
        if (request.due < event.event.starts_on) throw Refused(refuse_field("/due", "exchange.past_day").error());
        const auto decision = store::insert_decision(tx, event.number, said(tx, request));
        audit::record(tx, "exchange.decided", decision);
        return shown(tx, event, decision, language);
    });
}

/// Whoever holds a link was asked for this, by this day.
bool asks_the_same(const store::DecisionRow& row, const store::DecisionSaid& next) {
    return row.decision.text == next.text && row.owner == next.owner && row.decision.due == next.due;
}

Written<Decision> put_decision(Call& call, DecisionRequest request) {
    return call.write([request, id = call.id<Decision>("decision"), revision = call.revision(), language = call.language()](db::Tx& tx) {
        const auto [row, event] = found(tx, id, By::host);
        must_be_open(row);
        const auto next = said(tx, request);
        http::must_change(store::update_decision(tx, row.number, next, revision));
        if (!asks_the_same(row, next)) store::end_links(tx, row.number);
        audit::record(tx, "exchange.decision_changed", id);
        return shown(tx, event, id, language);
    });
}

Written<Decision> post_done(Call& call, DoneRequest request) {
    return call.write([request, id = call.id<Decision>("decision"), name = call.identity().account.name, language = call.language()](db::Tx& tx) {
        const auto [row, event] = found(tx, id, By::host_or_owner);
        must_be_open(row);
        store::answer_decision(tx, row.number, today_at(tx, event.host), request.answer, name);
        store::end_links(tx, row.number);
        audit::record(tx, "exchange.decision_done", id);
        return shown(tx, event, id, language);
    });
}

Written<Decision> post_drop(Call& call, Because because) {
    return call.write([because, id = call.id<Decision>("decision"), language = call.language()](db::Tx& tx) {
        const auto [row, event] = found(tx, id, By::host);
        must_be_open(row);
        store::drop_decision(tx, row.number, today_at(tx, event.host), because.reason);
        store::end_links(tx, row.number);
        audit::record(tx, "exchange.decision_dropped", id);
        return shown(tx, event, id, language);
    });
}

/// The link before it answers no more.
Written<AnswerLink> post_link(Call& call) {
    const auto token = auth::make_token(call.database().random());
    return call.write([token, hash = auth::token_hash(token), id = call.id<Decision>("decision")](db::Tx& tx) {
        const auto [row, event] = found(tx, id, By::host);
        must_be_open(row);
        if (event.event.state == EventState::cancelled) throw Refused(refuse("exchange.not_in_this_state").error());
        store::end_links(tx, row.number);
        const auto expires_at = tx.now() + link_lasts;
        store::insert_link(tx, row.number, hash, expires_at);
        audit::record(tx, "exchange.link_given", id);
        return AnswerLink{token, expires_at};
    });
}

Written<Decision> remove_link(Call& call) {
    return call.write([id = call.id<Decision>("decision"), language = call.language()](db::Tx& tx) {
        const auto [row, event] = found(tx, id, By::host);
        if (store::end_links(tx, row.number) == 0) throw Refused(refuse("exchange.no_link").error());
        audit::record(tx, "exchange.link_revoked", id);
        return shown(tx, event, id, language);
    });
}

}  // namespace

void add_decision_routes(http::Routes& routes) {
    routes.post("/api/v1/exchange/events/{event}/decisions", "exchange.host", "Write down a decision", post_decision);
    routes.put("/api/v1/exchange/decisions/{decision}", "exchange.host", "Change a decision that is open", put_decision);
    routes.act("/api/v1/exchange/decisions/{decision}/done", "exchange.host", "Say that a decision is done", post_done);
    routes.act("/api/v1/exchange/decisions/{decision}/drop", "exchange.host", "Drop a decision", post_drop);
    routes.act("/api/v1/exchange/decisions/{decision}/link", "exchange.host", "A link by which its owner answers once, without an account", post_link).replay =
        http::Replay::nothing;
    routes.remove("/api/v1/exchange/decisions/{decision}/link", "exchange.host", "Revoke the link of a decision", remove_link);
}

}  // namespace ryadom::exchange
