// What is said to a question: the centre answers, the region takes the answer or asks again.
#include "modules/plausibility/http.hpp"

#include "platform/audit/audit.hpp"

namespace ryadom::plausibility {
namespace {

using http::Call;
using http::Page;
using http::Written;

std::optional<LastWord> last_word(db::Tx& tx, const Question& question) {
    const auto words = store::words(tx, {question.day, question.day});
    const auto said = words.find(store::key_of(question));
    if (said == words.end()) return std::nullopt;
    return LastWord{said->second.back().said, said->second.back().value};
}

void say(db::Tx& tx, const Question& question, Said said, std::string_view text, std::string_view action) {
    store::say(tx, question, said, text);
    const auto organisation = must(network::find_organisation(tx, Number<network::Organisation>{question.organisation}));
    audit::record(tx, action, organisation.organisation.id, std::nullopt,
                  json::write(json::Object{{"question", id_of(question)}, {"kind", std::string(json::name_of(question.kind))}, {"day", to_string(question.day)}}));
}

void ask_again(db::Tx& tx, const Question& question, std::string_view text) {
    if (const auto last = last_word(tx, question); last && last->said == Said::asked_again) throw Refused(refuse("plausibility.said_already").error());
    say(tx, question, Said::asked_again, text, "plausibility.asked_again");
}

/// Of an answer: one that waits, to what the question counts now.
void take_answer(db::Tx& tx, const Question& question, std::string_view text) {
    const auto stands = standing(last_word(tx, question), question.value);
    if (stands == Standing::explained) throw Refused(refuse("plausibility.said_already").error());
    if (stands != Standing::answered) throw Refused(refuse("plausibility.not_answered").error());
    say(tx, question, Said::explained, text, "plausibility.explained");
}

Written<void> post_answer(Call& call, Desk& desk, AnswerRequest request) {
    return call.write([question = find_question(call, desk, request.question, request.day).question, text = std::move(request.text)](db::Tx& tx) {
        if (standing(last_word(tx, question), question.value) == Standing::explained) throw Refused(refuse("plausibility.explained_already").error());
        say(tx, question, Said::answered, text, "plausibility.answered");
    });
}

Written<void> post_decision(Call& call, Desk& desk, const DecisionRequest& request) {
    const bool again = request.decision == Decision::asked_again;
    if (again && !request.text) throw Refused(refuse_field("/text", "plausibility.say_what_is_unclear").error());
    return call.write([question = find_question(call, desk, request.question, request.day).question, again, text = request.text.value_or("")](db::Tx& tx) {
        if (again) ask_again(tx, question, text);
        else take_answer(tx, question, text);
    });
}

Page<ThresholdsView> list_thresholds(const Call& call, const http::Paging& paging) {
    return call.read([&](db::Tx& tx) {
        Page<ThresholdsView> page;
        page.items = store::thresholds_before(tx, http::place(paging.cursor).value_or(INT64_MAX), paging.size() + 1);
        if (cut(page.items, paging.size())) page.next = std::to_string(page.items.back().revision);
        return page;
    });
}

Written<ThresholdsView> put_thresholds(const Call& call, const Thresholds& thresholds) {
    return call.write([thresholds, revision = call.revision()](db::Tx& tx) {
        http::must_change(store::thresholds(tx).revision == revision ? 1 : 0);
        store::put_thresholds(tx, thresholds);
        audit::record(tx, "plausibility.thresholds_set", std::nullopt, std::nullopt, json::to_json(thresholds));
        return store::thresholds(tx);
    });
}

}  // namespace

void add_word_routes(http::Routes& routes, const std::shared_ptr<Desk>& desk) {
    routes.act("/api/v1/questions/answers", "plausibility.answer", "Say how it was", [desk](Call& call, AnswerRequest request) {
        return post_answer(call, *desk, std::move(request));
    }).pool = http::Pool::heavy;
    routes.act("/api/v1/questions/decisions", "plausibility.decide", "Take an answer, or ask again", [desk](Call& call, DecisionRequest request) {
        return post_decision(call, *desk, request);
    }).pool = http::Pool::heavy;
}

void add_threshold_routes(http::Routes& routes) {
    routes.get("/api/v1/questions/thresholds", "plausibility.see", "From where on the region asks",
               [](Call& call) { return call.read([](db::Tx& tx) { return store::thresholds(tx); }); });
    routes.put("/api/v1/questions/thresholds", "plausibility.set", "Set from where on the region asks",
               [](Call& call, Thresholds thresholds) { return put_thresholds(call, thresholds); });
    routes.get("/api/v1/questions/thresholds/changes", "plausibility.see", "Thresholds that stood before, the newest first",
               [](Call& call, http::Query<http::Paging> paging) { return list_thresholds(call, paging.value); });
}

}  // namespace ryadom::plausibility
