// Every statement of the module.
#pragma once

#include "modules/evidence/model.hpp"
#include "modules/rollout/rollout.hpp"

#include <map>

namespace ryadom::evidence::store {

struct AdoptionRow {
    Number<rollout::Adoption> number;
    Id<network::Organisation> organisation;
    Number<network::Organisation> organisation_number;
    Number<practices::Practice> practice;
};
std::optional<AdoptionRow> find_adoption(db::Tx& tx, const Id<rollout::Adoption>& id);

struct ReviewRow {
    Number<Review> number;
    Number<practices::Practice> practice;
    Number<network::Organisation> organisation;
    Review review;  ///< without what is computed
};
/// Newest first: the standing ones of a practice, or all of one centre.
std::vector<ReviewRow> reviews(db::Tx& tx, Number<practices::Practice> practice, std::optional<Number<network::Organisation>> organisation,
                               std::int64_t before, int limit);
std::optional<ReviewRow> find_review(db::Tx& tx, const Id<Review>& id);
/// Takes the place of the one that stood.
Id<Review> add_review(db::Tx& tx, const AdoptionRow& adoption, const ReviewRequest& request, int months, Date day);
void answer(db::Tx& tx, Number<Review> review, std::string_view text, Date day);
/// Who published the practice; 0: the library.
std::int64_t owner_of(db::Tx& tx, Number<practices::Practice> practice);

Ground add_ground(db::Tx& tx, Number<practices::Practice> practice, std::string_view name, std::string_view sha);
std::optional<Number<Ground>> find_ground(db::Tx& tx, Number<practices::Practice> practice, const Id<Ground>& id);
struct GroundContent {
    std::string name;
    std::string sha;
};
std::optional<GroundContent> ground_of(db::Tx& tx, Number<practices::Practice> practice, const Id<Judgement>& judgement);

struct JudgementRow {
    Number<Judgement> number;
    Judgement judgement;
};
std::vector<JudgementRow> judgements(db::Tx& tx, Number<practices::Practice> practice, std::int64_t before, int limit);
/// The one that stands of each axis.
std::vector<Judgement> standing_judgements(db::Tx& tx, Number<practices::Practice> practice);
/// Of every practice with a judgement that stands: the lowest level, and of how many axes.
std::vector<PracticeLevel> lowest_levels(db::Tx& tx);
Id<Judgement> add_judgement(db::Tx& tx, Number<practices::Practice> practice, const JudgementRequest& request, std::optional<Number<Ground>> ground, Date day);

/// By qualification and day.
std::vector<Rate> rates(db::Tx& tx);
void put_rate(db::Tx& tx, const Rate& rate);

/// Centres that a signed order asks for the practice.
std::vector<Number<network::Organisation>> assigned(db::Tx& tx, Number<practices::Practice> practice);
/// What the practice costs to start, as the bank states it for the version.
std::optional<std::int64_t> start_cost(db::Tx& tx, Number<practices::Version> version);

struct Held {
    std::int64_t staff = 0;
    std::string qualification;
    Date from;
    std::optional<Date> to;
};
std::vector<Held> qualifications(db::Tx& tx);

}  // namespace ryadom::evidence::store
