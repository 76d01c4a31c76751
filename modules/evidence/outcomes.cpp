#include "modules/evidence/outcomes.hpp"

#include <algorithm>
#include <unordered_map>

namespace ryadom::evidence {
namespace {

namespace image = ledger::image;

using practices::Moment;

/// Scores are kept in hundredths: any change to the better is at least this.
constexpr double smallest_change = 0.01;

bool has(const practices::Form& form, Moment moment) { return std::ranges::find(form.moments, moment) != form.moments.end(); }

std::optional<Better> better_of(const practices::Package& package, const practices::Form& form, const practices::Score& score) {
    for (const auto& statement : package.standard.statements) {
        const auto& rule = statement.rule;
        if (statement.kind != practices::StatementKind::scale_change || rule.form != form.id || rule.score != score.id) continue;
        const bool up = rule.direction == practices::Direction::up;
        return Better{up ? Direction::higher_is_better : Direction::lower_is_better, rule.min_change.value_or(smallest_change)};
    }
    if (!score.better) return {};
    return Better{*score.better == practices::Better::higher ? Direction::higher_is_better : Direction::lower_is_better, smallest_change};
}

/// The standing forms of a practice with merged people as one. Scores of a form come one after another, so each form is
/// read once.
class Sheets {
  public:
    Sheets(db::Tx& tx, const image::Image& image, Number<practices::Practice> practice, Date last, Date as_of)
        : tx_(tx), practice_(practice), last_(last), as_of_(as_of), survivors_(image::survivors(image, {as_of})) {}

    const std::vector<forms::Filled>& of(const std::string& form) {
        if (form == form_) return filled_;
        form_ = form;
        filled_ = forms::filled(tx_, std::nullopt, practice_, form, Date{0}, last_, as_of_);
        for (auto& each : filled_)
            if (const auto merged = survivors_.find(static_cast<std::uint32_t>(each.person)); merged != survivors_.end()) each.person = merged->second;
        return filled_;
    }

  private:
    db::Tx& tx_;
    Number<practices::Practice> practice_;
    Date last_;
    Date as_of_;
    std::unordered_map<std::uint32_t, std::uint32_t> survivors_;
    std::string form_;
    std::vector<forms::Filled> filled_;
};

std::int64_t place_of(const image::Axis& centres, std::int64_t organisation) {
    const auto at = static_cast<std::size_t>(organisation);
    const bool found = at < centres.group_of.size() && centres.group_of[at] != image::Axis::left_out;
    return found ? static_cast<std::int64_t>(centres.group_of[at]) : -organisation;
}

/// The longest beginning of whole fives from which no centre learns, by taking its own people away, those of a small one.
std::size_t told_together(const std::vector<Course>& courses) {
    std::map<std::int64_t, std::int64_t> people;
    std::int64_t seen = 0;
    std::int64_t out = 0;
    for (const auto& course : courses) {
        ++people[course.centre];
        ++seen;
        const bool mixed = std::ssize(people) >= enough_to_mix || std::ranges::none_of(people, [](const auto& each) { return ledger::hidden(each.second); });
        if (mixed && ledger::rounded(seen) == seen) out = seen;
    }
    return static_cast<std::size_t>(out);
}

std::optional<ScaleChange> change_of(const std::vector<Pair>& pairs, const std::optional<Better>& better) {
    if (pairs.empty()) return {};
    const auto found = outcome(pairs, better);
    return ScaleChange{std::ssize(pairs),
                       rounded(found.before),
                       rounded(found.after),
                       rounded(found.mean),
                       rounded(found.interval.from),
                       rounded(found.interval.to),
                       found.improved_percent ? std::optional(rounded(*found.improved_percent)) : std::nullopt};
}

ScaleOutcome outcome_of(const Scale& scale, const Courses& found, const std::vector<Candidate>& centres) {
    ScaleOutcome out;
    out.form = scale.form->id;
    out.form_title = scale.form->title;
    out.score = scale.score->id;
    out.title = scale.score->title;
    out.confidential = scale.form->confidential.value_or(false);
    if (scale.better) {
        out.better = scale.better->direction == Direction::higher_is_better ? practices::Better::higher : practices::Better::lower;
        if (scale.better->at_least > smallest_change) out.at_least = scale.better->at_least;
    }
    const auto told = in_fives(found.whole, out.confidential ? Rows::of_region_only : Rows::of_centres);
    out.region = change_of(told.region, scale.better);
    if (!ledger::hidden(found.unpaired)) out.unpaired = ledger::rounded(found.unpaired);
    for (const auto& [place, pairs] : told.centres) {
        if (place < 0) continue;
        const auto& centre = centres[static_cast<std::size_t>(place)];
        out.centres.push_back({centre.organisation, centre.centre, *change_of(pairs, scale.better)});
    }
    return out;
}

}  // namespace

std::vector<Scale> scales(const practices::Package& package) {
    std::vector<Scale> out;
    for (const auto& form : package.forms) {
        if (!has(form, Moment::start) || !has(form, Moment::end)) continue;
        for (const auto& score : form.scores)
            if (score.method != practices::Method::bands) out.push_back({&form, &score, better_of(package, form, score)});
    }
    return out;
}

Courses courses(std::span<const forms::Filled> filled, std::string_view score, const image::Axis& centres) {
    struct Sheet {
        const forms::Filled* form;
        double value;
    };
    std::vector<Sheet> sheets;
    for (const auto& form : filled)
        if (form.moment == Moment::start || form.moment == Moment::end)
            for (const auto& [id, value] : form.scores)
                if (id == score) sheets.push_back({&form, value});
    std::ranges::sort(sheets, {}, [](const Sheet& sheet) { return std::pair(sheet.form->filled_on, sheet.form->root); });
    struct Own {
        const Sheet* start = nullptr;
        bool whole = false;
    };
    std::unordered_map<std::int64_t, Own> people;
    Courses out;
    for (const auto& sheet : sheets) {
        auto& own = people[sheet.form->person];
        const bool begins = sheet.form->moment == Moment::start;
        if (begins && !own.start) own.start = &sheet;
        if (begins || !own.start || own.whole || own.start->form->filled_on >= sheet.form->filled_on) continue;
        own.whole = true;
        out.whole.push_back({place_of(centres, sheet.form->organisation), sheet.form->filled_on, std::max(own.start->form->root, sheet.form->root),
                             {own.start->value, sheet.value}});
    }
    out.unpaired = std::ssize(people) - std::ssize(out.whole);
    return out;
}

Told in_fives(std::vector<Course> courses, Rows rows) {
    std::ranges::sort(courses, {}, &Course::known);
    std::map<std::int64_t, std::vector<Pair>> centres;
    for (const auto& course : courses) centres[course.centre].push_back(course.pair);
    courses.resize(told_together(courses));
    Told out;
    for (const auto& course : courses) out.region.push_back(course.pair);
    if (rows == Rows::of_region_only) return out;
    for (auto& [centre, pairs] : centres) {
        pairs.resize(static_cast<std::size_t>(ledger::rounded(std::ssize(pairs))));
        if (!pairs.empty()) out.centres.emplace(centre, std::move(pairs));
    }
    return out;
}

Outcomes outcomes(db::Tx& tx, const practices::PracticeRow& practice, const std::vector<rollout::Way>& ways, const image::Image& image, Date as_of) {
    const auto centres = candidates(tx, practice.number, ways);
    const auto places = centres_of(centres, network::all_organisations(tx));
    const auto package = practices::package_of(tx, must(practices::latest_version(tx, practice.number)).number);
    Sheets sheets(tx, image, practice.number, as_of, as_of);
    Outcomes out{as_of, {}};
    for (const auto& scale : scales(*package)) out.scales.push_back(outcome_of(scale, courses(sheets.of(scale.form->id), scale.score->id, places), centres));
    return out;
}

std::vector<Improved> improved_on(db::Tx& tx, Number<practices::Practice> practice, const practices::Package& package, const image::Image& image, Period days) {
    Sheets sheets(tx, image, practice, days.last, image::last_day);
    std::vector<Improved> out;
    for (const auto& scale : scales(package)) {
        if (!scale.better) continue;
        Improved each{scale.form->title, scale.score->title, 0};
        for (const auto& course : courses(sheets.of(scale.form->id), scale.score->id).whole)
            if (course.ended_on >= days.first && improved(course.pair, *scale.better)) ++each.people;
        out.push_back(std::move(each));
    }
    return out;
}

}  // namespace ryadom::evidence
