// The answer of an agency that has no account: whoever holds the link sees one decision, and answers it once.
#include "modules/exchange/http.hpp"

#include "platform/audit/audit.hpp"
#include "platform/auth/password.hpp"
#include "platform/auth/throttle.hpp"

namespace ryadom::exchange {
namespace {

using http::Call;
using http::Written;

store::LinkRow standing(db::Tx& tx, const std::string& token_hash) {
    auto link = store::find_link(tx, token_hash);
    if (!link) throw Refused({Refusal::Kind::absent, "exchange.link_used", {}, {}});
    return std::move(*link);
}

/// Counts the try before it is judged; a link that stands forgives it.
void must_stand(const Call& call, const std::string& token, auth::Throttle& throttle) {
    const auto& peer = call.request().peer;
    if (const auto seconds = throttle.wait("answer", peer, call.now()))
        throw Refused({Refusal::Kind::too_many, "exchange.wait", {{"seconds", std::to_string(*seconds)}}, {}});
    throttle.count("answer", peer, call.now());
    call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return standing(tx, auth::token_hash(token)); });
    throttle.forgive("answer", peer);
}

AskedDecision show(Call& call, const AnswerQuestion& ask, auth::Throttle& throttle) {
    must_stand(call, ask.token, throttle);
    return call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        const auto link = standing(tx, auth::token_hash(ask.token));
        const auto row = must(store::find_decision(tx, link.decision));
        const auto event = must(store::find_event(tx, row.event));
        Titles titles(call.language());
        AskedDecision out{row.decision.text, row.decision.owner.title, row.decision.due, event.event.topic, event.event.ends_on, {}, {}, link.expires_at};
        if (row.practice) out.practice = titles.of(tx, *row.practice).title;
        if (row.decision.organisation) out.organisation = row.decision.organisation->title;
        return out;
    });
}

Written<void> answer(Call& call, const Answer& said, auth::Throttle& throttle) {
    must_stand(call, said.token, throttle);
    return call.write([said, hash = auth::token_hash(said.token)](db::Tx& tx) {
        const auto link = standing(tx, hash);
        const auto row = must(store::find_decision(tx, link.decision));
        const auto event = must(store::find_event(tx, row.event));
        store::answer_decision(tx, row.number, said.done ? std::optional(today_at(tx, event.host)) : std::nullopt, said.answer, said.answered_by);
        store::end_links(tx, row.number);
        audit::record(tx, "exchange.answered_by_link", row.decision.id);
    });
}

}  // namespace

void add_answer_routes(http::Routes& routes) {
    const auto throttle = std::make_shared<auth::Throttle>();
    routes.act("/api/v1/exchange/answers/show", http::anybody, "The decision that a link asks about", [throttle](Call& call, AnswerQuestion ask) {
        return show(call, ask, *throttle);
    }).replay = http::Replay::nothing;
    routes.act("/api/v1/exchange/answers", http::anybody, "Answer a decision by its link, once", [throttle](Call& call, Answer said) {
        return answer(call, said, *throttle);
    }).replay = http::Replay::nothing;
}

}  // namespace ryadom::exchange
