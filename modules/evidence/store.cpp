// Reviews, and what is read of other modules.
#include "modules/evidence/store.hpp"

namespace ryadom::evidence::store {
namespace {

constexpr db::Sql adoption_by_id =
    "select a.number, o.id, a.organisation, a.practice from v_rollout_adoption a join v_network_organisation o on o.number = a.organisation where a.id = $1";
constexpr db::Text reviews_text(
    "select r.number, r.practice, r.organisation, r.id, o.id, o.short_title, r.written_on, r.months, r.changed, r.cost, r.cost_kopecks, r.trouble, r.advice, "
    "r.standing, r.answer, r.answered_on from v_evidence_review r join v_network_organisation o on o.number = r.organisation ");
constexpr db::Sql review_by_id = db::sql<reviews_text, "where r.id = $1">;
constexpr db::Sql standing_reviews = db::sql<reviews_text, "where r.practice = $1 and r.number < $2 and r.standing order by r.number desc limit $3">;
constexpr db::Sql reviews_of_centre =
    db::sql<reviews_text, "where r.organisation = $1 and r.practice = $2 and r.number < $3 order by r.number desc limit $4">;
constexpr db::Sql replace_review = "update evidence_review set standing = $1 where adoption = $2 and standing";
constexpr db::Sql insert_review =
    "insert into evidence_review (id, adoption, organisation, practice, written_on, months, changed, cost, cost_kopecks, trouble, advice, account, standing) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
constexpr db::Sql answer_review = "update evidence_review set answer = $1, answered_on = $2, answered_by = $3 where number = $4";
constexpr db::Sql owner_of_practice = "select organisation from v_practices_practice where number = $1";
constexpr db::Sql assigned_centres =
    "select distinct a.organisation from v_rollout_assignment a join v_rollout_campaign c on c.number = a.campaign "
    "where a.practice = $1 and c.state = 'signed' and a.exempt_on is null order by a.organisation";
constexpr db::Sql start_cost_of_version = "select start_cost from v_practices_version where number = $1";
constexpr db::Sql every_qualification = "select staff, code, valid_from, valid_to from v_network_qualification order by staff, code, valid_from";

ReviewRow read_review(const db::Row& row) {
    Review review;
    review.id = row.get<Id<Review>>(3);
    review.organisation = row.get<Id<network::Organisation>>(4);
    review.centre = row.get<std::string>(5);
    review.written_on = row.get<Date>(6);
    review.months = row.get<int>(7);
    review.changed = row.get<std::string>(8);
    review.cost = row.get<std::string>(9);
    review.cost_kopecks = row.get<std::optional<std::int64_t>>(10);
    review.trouble = row.get<std::string>(11);
    review.advice = row.get<Advice>(12);
    review.standing = row.get<bool>(13);
    review.answer = row.get<std::optional<std::string>>(14);
    review.answered_on = row.get<std::optional<Date>>(15);
    return {row.get<Number<Review>>(0), row.get<Number<practices::Practice>>(1), row.get<Number<network::Organisation>>(2), std::move(review)};
}

}  // namespace

std::optional<AdoptionRow> find_adoption(db::Tx& tx, const Id<rollout::Adoption>& id) {
    return tx.find(adoption_by_id, [](const db::Row& row) {
        return AdoptionRow{row.get<Number<rollout::Adoption>>(0), row.get<Id<network::Organisation>>(1), row.get<Number<network::Organisation>>(2),
                           row.get<Number<practices::Practice>>(3)};
    }, id);
}

std::vector<ReviewRow> reviews(db::Tx& tx, Number<practices::Practice> practice, std::optional<Number<network::Organisation>> organisation,
                               std::int64_t before, int limit) {
    if (organisation) return tx.list(reviews_of_centre, read_review, *organisation, practice, before, limit);
    return tx.list(standing_reviews, read_review, practice, before, limit);
}

std::optional<ReviewRow> find_review(db::Tx& tx, const Id<Review>& id) { return tx.find(review_by_id, read_review, id); }

Id<Review> add_review(db::Tx& tx, const AdoptionRow& adoption, const ReviewRequest& request, int months, Date day) {
    const auto id = tx.make_id<Review>();
    tx.run(replace_review, false, adoption.number);
    tx.run(insert_review, id, adoption.number, adoption.organisation_number, adoption.practice, day, months, request.changed, request.cost,
           request.cost_kopecks, request.trouble, request.advice, tx.caller().account, true);
    return id;
}

void answer(db::Tx& tx, Number<Review> review, std::string_view text, Date day) { tx.run(answer_review, text, day, tx.caller().account, review); }

std::int64_t owner_of(db::Tx& tx, Number<practices::Practice> practice) { return tx.value<std::int64_t>(owner_of_practice, practice).value_or(0); }

std::vector<Number<network::Organisation>> assigned(db::Tx& tx, Number<practices::Practice> practice) {
    return tx.list(assigned_centres, [](const db::Row& row) { return row.get<Number<network::Organisation>>(0); }, practice);
}

std::optional<std::int64_t> start_cost(db::Tx& tx, Number<practices::Version> version) {
    return tx.value<std::optional<std::int64_t>>(start_cost_of_version, version).value_or(std::nullopt);
}

std::vector<Held> qualifications(db::Tx& tx) {
    return tx.list(every_qualification, [](const db::Row& row) {
        return Held{row.get<std::int64_t>(0), row.get<std::string>(1), row.get<Date>(2), row.get<std::optional<Date>>(3)};
    });
}

}  // namespace ryadom::evidence::store
