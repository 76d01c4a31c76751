// Verdicts of one centre, of the whole region, and of a statement that is being written.
#include "modules/verdicts/http.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

using http::Call;
using http::Query;

enum class Numbers { told, withheld };

VerdictView view_of(const Verdict& verdict, Numbers numbers) {
    VerdictView out{verdict.period.first, verdict.period.last, verdict.outcome, verdict.threshold_percent, {}, {}, {}, {}, verdict.waived_until, verdict.running};
    if (numbers == Numbers::withheld) return out;
    out.numerator = verdict.tally.numerator;
    out.denominator = verdict.tally.denominator;
    out.missing = missing(verdict.tally, verdict.threshold_percent);
    for (const auto& [reason, count] : verdict.tally.excluded) out.excluded.push_back({reason, count});
    return out;
}

Numbers numbers_for(const Call& call, Number<network::Organisation> organisation) {
    return call.caller().scope.holds(organisation.value) ? Numbers::told : Numbers::withheld;
}

std::string title_of(const practices::PracticeRow& practice, i18n::Language language) { return catalogue::title_in(practice.titles, language); }

CentreVerdicts get_verdicts(Call& call, const Judges& judges, const VerdictsQuery& query) {
    const auto found = find_way(call, judges, query.organisation, query.practice, query.day);
    const auto judged = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return judge_practice(tx, judges.image(), found.way, found.day); });
    const auto numbers = numbers_for(call, found.way.organisation);
    CentreVerdicts out{{query.organisation.uuid, found.organisation.organisation.short_title}, {query.practice.uuid, title_of(found.practice, call.language())},
                       found.way.adoption, found.day, {}, {}, numbers == Numbers::told, {}};
    if (const auto& standard = judged.requirements.standard) {
        out.standard = standard->id;
        out.in_force_since = standard->since;
    }
    for (const auto& each : judged.statements) {
        StatementView view{each.statement, view_of(each.verdict, numbers), {}};
        for (const auto& verdict : each.trend) view.trend.push_back(view_of(verdict, numbers));
        out.statements.push_back(std::move(view));
    }
    return out;
}

std::map<std::int64_t, Id<network::Organisation>> organisation_ids(db::Tx& tx) {
    std::map<std::int64_t, Id<network::Organisation>> out;
    for (const auto& row : network::all_organisations(tx)) out.emplace(row.number.value, row.organisation.id);
    return out;
}

std::map<std::int64_t, Id<practices::Practice>> practice_ids(db::Tx& tx) {
    std::map<std::int64_t, Id<practices::Practice>> out;
    for (const auto& row : practices::all_practices(tx)) out.emplace(row.number.value, row.id);
    return out;
}

RegionVerdicts get_region(Call& call, const Judges& judges, const RegionQuery& query) {
    const auto region = judges.regions->at(call.database(), query.day, call.now());
    return call.read([&](db::Tx& tx) {
        const auto organisations = organisation_ids(tx);
        const auto practices = practice_ids(tx);
        RegionVerdicts out{region->day, region->computed_at, {}};
        for (const auto& cell : region->cells) {
            const auto practice = practices.find(cell.practice.value);
            if (practice == practices.end() || (query.practice && practice->second != *query.practice)) continue;
            CellVerdicts view{organisations.at(cell.organisation.value), practice->second, cell.standard, {}};
            for (const auto& [id, outcome] : cell.statements) view.statements.push_back({id, outcome});
            out.cells.push_back(std::move(view));
        }
        return out;
    });
}

/// The place in a list of ids that grows as numbers come up.
template <class T>
class Places {
  public:
    explicit Places(const std::map<std::int64_t, Id<T>>& ids) : ids_(ids) {}
    int of(Number<T> number) {
        const auto [place, added] = places_.try_emplace(number.value, static_cast<int>(list_.size()));
        if (added) list_.push_back(ids_.at(number.value));
        return place->second;
    }
    std::vector<Id<T>> list() && { return std::move(list_); }

  private:
    const std::map<std::int64_t, Id<T>>& ids_;
    std::map<std::int64_t, int> places_;
    std::vector<Id<T>> list_;
};

void count(JudgedCounts& counts, Outcome outcome) {
    switch (outcome) {
        case Outcome::met: ++counts.met; return;
        case Outcome::failed: ++counts.failed; return;
        case Outcome::waived: ++counts.waived; return;
        case Outcome::no_data: ++counts.no_data; return;
    }
}

VerdictMatrix get_matrix(Call& call, const Judges& judges, const VerdictMatrixQuery& query) {
    const auto region = judges.regions->at(call.database(), query.day, call.now());
    return call.read([&](db::Tx& tx) {
        const auto organisations = organisation_ids(tx);
        const auto practices = practice_ids(tx);
        Places<network::Organisation> centres(organisations);
        Places<practices::Practice> columns(practices);
        VerdictMatrix out{region->day, region->computed_at, {}, {}, {}};
        for (const auto& cell : region->cells) {
            JudgedCounts counts{centres.of(cell.organisation), columns.of(cell.practice), 0, 0, 0, 0};
            for (const auto& [id, outcome] : cell.statements) count(counts, outcome);
            out.cells.push_back(counts);
        }
        out.centres = std::move(centres).list();
        out.practices = std::move(columns).list();
        return out;
    });
}

/// How much of what is asked was met; whoever has nothing to count comes last.
double share_of(const Tally& tally) {
    return tally.denominator == 0 ? 2.0 : static_cast<double>(tally.numerator) / static_cast<double>(tally.denominator);
}

void count(Preview& preview, Outcome outcome) {
    switch (outcome) {
        case Outcome::met: ++preview.met; return;
        case Outcome::failed: ++preview.failed; return;
        case Outcome::no_data:
        case Outcome::waived: ++preview.no_data; return;
    }
}

/// A statement means something beside the services and forms of its practice, so the package is read with it as its only one.
void check(const practices::Statement& statement, practices::Package package) {
    constexpr std::string_view own = "/standard/statements/0";
    package.standard.statements = {statement};
    const auto read = practices::read_package_json(*json::parse(json::to_json(package), {64, 8 << 20}));
    if (read) return;
    Refusal refusal{Refusal::Kind::invalid, "core.invalid", {}, {}};
    for (const auto& problem : read.error())
        if (problem.level == practices::Problem::Level::error && problem.pointer.starts_with(own))
            refusal.fields.push_back({"/statement" + problem.pointer.substr(own.size()), problem.code, problem.arguments});
    if (!refusal.fields.empty()) throw Refused(std::move(refusal));
}

Preview preview(Call& call, const Judges& judges, const PreviewRequest& request) {
    const auto practice = must(call.read([&](db::Tx& tx) { return practices::find_practice(tx, request.practice); }));
    const auto day = request.day.value_or(call.today());
    std::vector<rollout::Way> ways;
    for (auto& way : rollout::ways(judges.boards(), call.database(), request.day, call.now()))
        // Asked again and again, verdicts of other centres would give their numbers away.
        if (way.practice == practice.number && under_way(way) && call.caller().scope.holds(way.organisation.value)) ways.push_back(std::move(way));
    auto judged = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        if (const auto latest = practices::latest_version(tx, practice.number)) check(request.statement, *practices::package_of(tx, latest->number));
        return judge_draft(tx, judges.image(), ways, request.statement, day);
    });
    std::ranges::stable_sort(judged, {}, [](const auto& each) { return share_of(each.second.tally); });
    return call.read([&](db::Tx& tx) {
        Preview out;
        for (const auto& [way, verdict] : judged) {
            count(out, verdict.outcome);
            const auto organisation = must(network::find_organisation(tx, way.organisation));
            out.centres.push_back({{organisation.organisation.id.uuid, organisation.organisation.short_title}, view_of(verdict, Numbers::told)});
        }
        return out;
    });
}

}  // namespace

FoundWay find_way(Call& call, const Judges& judges, const Id<network::Organisation>& organisation, const Id<practices::Practice>& practice, std::optional<Date> day) {
    auto found = call.read([&](db::Tx& tx) {
        FoundWay out{must(network::find_organisation(tx, organisation)), must(practices::find_practice(tx, practice)), {}, {}};
        out.day = day.value_or(local_date(call.now(), network::zone(tx, out.organisation.number.value)));
        return out;
    });
    const auto ways = rollout::ways(judges.boards(), call.database(), day, call.now());
    const auto way = std::ranges::find_if(ways, [&](const rollout::Way& each) {
        return each.organisation == found.organisation.number && each.practice == found.practice.number && under_way(each);
    });
    if (way == ways.end()) throw Refused(absent());
    found.way = *way;
    return found;
}

void add_verdict_routes(http::Routes& routes, const Judges& judges) {
    routes.get("/api/v1/verdicts", "verdicts.see", "What a centre is held to in a practice, statement by statement", [judges](Call& call, Query<VerdictsQuery> query) {
        return get_verdicts(call, judges, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/verdicts/region", "verdicts.see", "Verdicts of every centre", [judges](Call& call, Query<RegionQuery> query) {
        return get_region(call, judges, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/verdicts/matrix", "verdicts.see", "How many statements each centre keeps in each practice", [judges](Call& call, Query<VerdictMatrixQuery> query) {
        return get_matrix(call, judges, query.value);
    }).pool = http::Pool::heavy;
    routes.act("/api/v1/verdicts/preview", "verdicts.preview", "What a statement would mean for the centres, before it is asked of them",
                [judges](Call& call, PreviewRequest request) { return preview(call, judges, request); }).pool = http::Pool::heavy;
    add_row_routes(routes, judges);
}

}  // namespace ryadom::verdicts
