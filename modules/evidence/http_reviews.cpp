// What adopters say, beside what their facts say.
#include "modules/evidence/http.hpp"
#include "modules/evidence/rules.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::evidence {
namespace {

using http::Call;
using http::Written;

/// Where the centres of a practice are today.
std::vector<rollout::Way> ways_of(const Call& call, const SharedBoards& boards) { return rollout::ways(*boards, call.database(), std::nullopt, call.now()); }

const rollout::Way* way_of(const std::vector<rollout::Way>& ways, const store::ReviewRow& row) {
    const auto found = std::ranges::find_if(ways, [&](const rollout::Way& way) { return way.organisation == row.organisation && way.practice == row.practice; });
    return found == ways.end() ? nullptr : &*found;
}

std::int64_t recipients(db::Tx& tx, const ledger::image::Image& image, const store::ReviewRow& row, Date since, Date today) {
    ledger::image::Selection selection;
    selection.first = since;
    selection.last = today;
    selection.practice = static_cast<std::uint16_t>(row.practice.value);
    std::vector<std::uint16_t> organisations;
    for (const auto number : network::subtree(tx, row.organisation.value)) organisations.push_back(static_cast<std::uint16_t>(number));
    selection.organisations = std::move(organisations);
    return ledger::image::totals(image, ledger::image::Scope::everything(), selection).people;
}

/// The words with the figures of today beside them.
Review with_figures(db::Tx& tx, const ledger::image::Image& image, const std::vector<rollout::Way>& ways, store::ReviewRow row, Date today) {
    auto review = std::move(row.review);
    const auto* way = way_of(ways, row);
    if (!way) return review;
    review.stage = word_of(way->stage);
    review.stage_since = way->since;
    const auto start = way->first[rollout::Stage::started];
    if (!start) return review;
    review.months_running = months_between(*start, today);
    const auto people = recipients(tx, image, row, *start, today);
    if (!ledger::hidden(people)) review.recipients = ledger::rounded(people);
    return review;
}

http::Page<Review> list_reviews(Call& call, const SharedBoards& boards, const ImageSource& image, const ReviewQuery& query) {
    const auto ways = ways_of(call, boards);
    const http::Paging paging{query.cursor, query.limit};
    const auto before = http::place(paging.cursor).value_or(INT64_MAX);
    // Whole subtrees of other centres are counted, which the caller's own scope would not show; only the numbers leave.
    return call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        const auto practice = practice_of(tx, call);
        std::optional<Number<network::Organisation>> organisation;
        if (query.organisation) organisation = must(network::find_organisation(tx, *query.organisation)).number;
        auto rows = store::reviews(tx, practice.number, organisation, before, paging.size() + 1);
        http::Page<Review> page;
        if (cut(rows, paging.size())) page.next = std::to_string(rows.back().number.value);
        for (auto& row : rows) page.items.push_back(with_figures(tx, image(), ways, std::move(row), call.today()));
        return page;
    });
}

Written<Review> post_review(Call& call, const SharedBoards& boards, const ReviewRequest& request) {
    const auto ways = ways_of(call, boards);
    const auto id = call.id<rollout::Adoption>("adoption");
    std::optional<Date> start;
    for (const auto& way : ways)
        if (way.adoption == id) start = way.first[rollout::Stage::started];
    return call.write([request, id, start, today = call.today()](db::Tx& tx) {
        const auto adoption = must(store::find_adoption(tx, id));
        network::own(tx, adoption.organisation);
        if (!start) throw Refused(refuse("evidence.not_started").error());
        const auto review = store::add_review(tx, adoption, request, months_between(*start, today), today);
        audit::record(tx, "evidence.reviewed", review);
        return must(store::find_review(tx, review)).review;
    });
}

Written<Review> post_answer(Call& call, AnswerRequest request) {
    return call.write([request, practice_id = call.id<practices::Practice>("practice"), today = call.today()](db::Tx& tx) {
        const auto practice = must(practices::find_practice(tx, practice_id));
        const auto row = must(store::find_review(tx, request.review));
        if (row.practice != practice.number) throw Refused(absent());
        if (!tx.caller().scope.holds(store::owner_of(tx, practice.number))) throw Refused(refuse("evidence.owner_answers").error());
        store::answer(tx, row.number, request.text, today);
        audit::record(tx, "evidence.answered", request.review);
        return must(store::find_review(tx, request.review)).review;
    });
}

}  // namespace

void add_review_routes(http::Routes& routes, const SharedBoards& boards, const ImageSource& image) {
    routes.get("/api/v1/practices/{practice}/reviews", "evidence.see", "What centres say that adopted", [boards, image](Call& call, http::Query<ReviewQuery> query) {
        return list_reviews(call, boards, image, query.value);
    });
    routes.act("/api/v1/adoptions/{adoption}/review", "evidence.review", "Say what was changed, what it cost, what went wrong",
               [boards](Call& call, ReviewRequest request) { return post_review(call, boards, request); });
    routes.act("/api/v1/practices/{practice}/review-answers", "evidence.answer", "Answer a review as the owner of the practice", post_answer);
}

}  // namespace ryadom::evidence
