// Scales before and after: who has both ends, and what of it can be told.
#pragma once

#include "modules/evidence/comparison.hpp"
#include "modules/evidence/statistics.hpp"
#include "modules/forms/forms.hpp"

#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace ryadom::evidence {

/// A score of a form that is filled at the start and at the end. Points into its package.
struct Scale {
    const practices::Form* form = nullptr;
    const practices::Score* score = nullptr;
    std::optional<Better> better;  ///< by the package: its statement on the change of the score, else the score itself
};
std::vector<Scale> scales(const practices::Package& package);

/// A person's first form of the start and the first of the end on a later day. Courses that follow change nothing of it:
/// the figures of two days would tell them apart.
struct Course {
    std::int64_t centre = 0;  ///< where it ended, by its place among the centres; below zero: an organisation that is none of them
    Date ended_on;
    std::int64_t known = 0;  ///< grows in the order in which both ends were there; a correction changes nothing of it
    Pair pair;
};
struct Courses {
    std::vector<Course> whole;
    std::int64_t unpaired = 0;  ///< people with one end only
};
/// Of standing forms in which people who were merged are one.
Courses courses(std::span<const forms::Filled> filled, std::string_view score, const ledger::image::Axis& centres = {});

enum class Rows { of_centres, of_region_only };
/// The people behind each figure.
struct Told {
    std::vector<Pair> region;
    std::map<std::int64_t, std::vector<Pair>> centres;
};
/// People enter every figure five at a time, in the order in which their courses were known. While forms are only added,
/// whatever sum follows from the figures of centres, region and days, by whichever subtraction, is one of a multiple of five
/// people. A correction that changes a value, a day or whether there is a score, and a merge of cards, change or move one
/// course: the figures from before and after it, subtracted, can tell of that one and of who takes its place. Of the region
/// so many are told that none of its centres is small or three are in it: of two, each would learn of the other.
Told in_fives(std::vector<Course> courses, Rows rows);

/// What the scales of the practice say, as of the end of a day.
Outcomes outcomes(db::Tx& tx, const practices::PracticeRow& practice, const std::vector<rollout::Way>& ways, const ledger::image::Image& image, Date as_of);

/// Whoever improved on a score and ended on these days.
struct Improved {
    practices::Line form;
    practices::Line score;
    std::int64_t people = 0;
};
/// Of the scores with a better way, in the order of the package.
std::vector<Improved> improved_on(db::Tx& tx, Number<practices::Practice> practice, const practices::Package& package, const ledger::image::Image& image,
                                  Period days);

}  // namespace ryadom::evidence
