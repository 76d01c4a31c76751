// Verdicts of one centre, of the whole region, and of a statement that is being written.
#include "modules/verdicts/http.hpp"

#include "modules/verdicts/export.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

using http::Call;
using http::Query;

enum class Numbers { told, withheld };

void one_subject(bool practice, bool service) {
    if (practice == service) throw Refused(refuse_field("/practice", "verdicts.one_subject").error());
}

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

CentreVerdicts get_verdicts(Call& call, const Judges& judges, const VerdictsQuery& query) {
    const auto found = find_subject(call, judges, query);
    const auto judged = must(call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return judge_subject(tx, judges.image(), found.subject, found.day); }));
    const auto numbers = numbers_for(call, found.subject.organisation);
    CentreVerdicts out{{query.organisation.uuid, found.organisation.organisation.short_title}, {}, {}, {}, found.day, {}, {}, numbers == Numbers::told, {}};
    (found.subject.way ? out.practice : out.service) = found.title;
    if (found.subject.way) out.adoption = found.subject.way->adoption;
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

/// Nothing is known of days to come.
std::optional<Date> known_day(const Call& call, std::optional<Date> day) {
    if (day && *day > call.today()) throw Refused(refuse_field("/day", "verdicts.future_day").error());
    return day;
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

/// What the cells of a region name, by number.
struct Named {
    std::map<std::int64_t, Id<network::Organisation>> organisations;
    std::map<std::int64_t, practices::PracticeRow> practices;
    std::map<std::int64_t, catalogue::Service> services;
    std::map<Uuid, std::shared_ptr<const standards::Content>> standards;  ///< in force, by version
};

Named named(db::Tx& tx, Date day) {
    Named out{organisation_ids(tx), {}, {}, {}};
    for (auto& row : practices::all_practices(tx)) out.practices.emplace(row.number.value, std::move(row));
    for (auto& row : catalogue::all_services(tx)) out.services.emplace(row.number.value, std::move(row.service));
    for (auto& each : standards::in_force(tx, day, day)) out.standards.emplace(each.id.uuid, std::move(each.content));
    return out;
}

/// Who and what a cell is of, without its verdicts; nothing when it is not asked for, or its practice is not in the bank any more.
std::optional<CellVerdicts> asked_cell(const JudgedCell& cell, const Named& named, const RegionQuery& query) {
    const auto& subject = cell.subject;
    CellVerdicts out{named.organisations.at(subject.organisation.value), {}, {}, cell.standard, {}};
    if (subject.service) out.service = named.services.at(subject.service->value).id;
    if (subject.way) {
        const auto practice = named.practices.find(subject.way->practice.value);
        if (practice == named.practices.end()) return std::nullopt;
        out.practice = practice->second.id;
    }
    const bool asked = (!query.organisation || *query.organisation == out.organisation) && (!query.practice || query.practice == out.practice) &&
                       (!query.service || query.service == out.service);
    return asked ? std::optional(std::move(out)) : std::nullopt;
}

/// The titles of one practice or service; each version that a cell is judged by adds what it alone asks for.
class TitleList {
  public:
    TitleList(db::Tx& tx, const Named& named, i18n::Language language) : tx_(tx), named_(named), language_(language) {}

    void add(const JudgedCell& cell, const CellVerdicts& view) {
        const auto& subject = cell.subject;
        const std::pair key{subject.service.has_value(), subject.service ? subject.service->value : subject.way->practice.value};
        const auto [place, added] = places_.emplace(key, titles_.size());
        if (added) {
            const auto& titles = subject.service ? named_.services.at(key.second).titles : named_.practices.at(key.second).titles;
            titles_.push_back({view.practice, view.service, catalogue::title_in(titles, language_), {}});
        }
        auto& list = titles_[place->second].statements;
        for (const auto& [id, outcome] : cell.statements)
            if (std::ranges::find(list, id, &StatementTitle::statement) == list.end()) list.push_back({id, title_of(cell, id)});
    }
    std::vector<JudgedTitles> take() { return std::move(titles_); }

  private:
    /// A version that was repealed since the region was computed is told by the ids of its statements.
    std::string title_of(const JudgedCell& cell, const std::string& id) {
        const auto package = package_of(tx_, cell.subject);
        const auto standard = cell.standard ? named_.standards.find(cell.standard->uuid) : named_.standards.end();
        const auto& statements = standard == named_.standards.end() ? package->standard.statements : standard->second->statements;
        const auto found = std::ranges::find(statements, id, &practices::Statement::id);
        return found == statements.end() ? id : title_in(found->title, language_);
    }

    db::Tx& tx_;
    const Named& named_;
    i18n::Language language_;
    std::map<std::pair<bool, std::int64_t>, std::size_t> places_;
    std::vector<JudgedTitles> titles_;
};

RegionVerdicts get_region(Call& call, const Judges& judges, const RegionQuery& query) {
    const auto region = judges.regions->at(call.database(), known_day(call, query.day));
    return call.read([&](db::Tx& tx) {
        const auto names = named(tx, region->day);
        TitleList titles(tx, names, call.language());
        RegionVerdicts out{region->day, region->computed_at, {}, {}};
        for (const auto& cell : region->cells) {
            auto view = asked_cell(cell, names, query);
            if (!view) continue;
            for (const auto& [id, outcome] : cell.statements) view->statements.push_back({id, outcome});
            titles.add(cell, *view);
            out.cells.push_back(std::move(*view));
        }
        out.titles = titles.take();
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
    const auto region = judges.regions->at(call.database(), known_day(call, query.day));
    return call.read([&](db::Tx& tx) {
        const auto organisations = organisation_ids(tx);
        const auto practices = practice_ids(tx);
        Places<network::Organisation> centres(organisations);
        Places<practices::Practice> columns(practices);
        VerdictMatrix out{region->day, region->computed_at, {}, {}, {}};
        for (const auto& cell : region->cells) {
            // The practice may have left the bank since.
            if (!cell.subject.way || !practices.contains(cell.subject.way->practice.value)) continue;
            JudgedCounts counts{centres.of(cell.subject.organisation), columns.of(cell.subject.way->practice), 0, 0, 0, 0};
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

/// What the statement is tried on: the reader's own centres only, since verdicts of others, asked for again and again, would give
/// their numbers away.
struct Tried {
    std::vector<Subject> subjects;
    std::optional<Number<practices::Practice>> practice;
};

Tried tried(Call& call, const Judges& judges, const PreviewRequest& request, Date day) {
    const auto own = [&](Number<network::Organisation> organisation) { return call.caller().scope.holds(organisation.value); };
    one_subject(request.practice.has_value(), request.service.has_value());
    Tried out;
    call.read([&](db::Tx& tx) {
        if (request.practice) out.practice = must(practices::find_practice(tx, *request.practice)).number;
        if (!request.service) return 0;
        const auto service = must(catalogue::find_service(tx, *request.service)).number;
        for (const auto centre : providers(tx, day))
            if (own(centre)) out.subjects.push_back({centre, {}, service});
        return 0;
    });
    if (!request.practice) return out;
    for (const auto& way : rollout::ways(judges.boards(), call.database(), request.day, call.now()))
        if (way.practice == out.practice && under_way(way) && own(way.organisation)) out.subjects.push_back(of_practice(way));
    return out;
}

Preview preview(Call& call, const Judges& judges, const PreviewRequest& request) {
    const auto day = known_day(call, request.day).value_or(call.today());
    const auto those = tried(call, judges, request, day);
    if (request.service && !standards::fits_service(request.statement.kind))
        throw Refused(refuse_field("/statement/kind", "standards.kind_of_service").error());
    auto judged = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        if (request.service) check(request.statement, {});
        else if (const auto latest = practices::latest_version(tx, *those.practice)) check(request.statement, *practices::package_of(tx, latest->number));
        return judge_draft(tx, judges.image(), those.subjects, request.statement, day);
    });
    std::ranges::stable_sort(judged, {}, [](const auto& each) { return share_of(each.second.tally); });
    return call.read([&](db::Tx& tx) {
        Preview out;
        for (const auto& [subject, verdict] : judged) {
            count(out, verdict.outcome);
            const auto organisation = must(network::find_organisation(tx, subject.organisation));
            out.centres.push_back({{organisation.organisation.id.uuid, organisation.organisation.short_title}, view_of(verdict, Numbers::told)});
        }
        return out;
    });
}

}  // namespace

std::string title_in(const practices::Line& line, i18n::Language language) {
    if (language == i18n::Language::kk && line.kk) return *line.kk;
    if (language == i18n::Language::en && line.en) return *line.en;
    return line.ru;
}

FoundSubject find_subject(Call& call, const Judges& judges, const VerdictsQuery& query) {
    one_subject(query.practice.has_value(), query.service.has_value());
    known_day(call, query.day);
    std::optional<Number<practices::Practice>> practice;
    auto found = call.read([&](db::Tx& tx) {
        const auto organisation = must(network::find_organisation(tx, query.organisation));
        FoundSubject out{organisation, {}, {}, {organisation.number, {}, {}}};
        out.day = query.day.value_or(local_date(call.now(), network::zone(tx, organisation.number.value)));
        if (query.practice) {
            const auto row = must(practices::find_practice(tx, *query.practice));
            practice = row.number;
            out.title = {row.id.uuid, catalogue::title_in(row.titles, call.language())};
            return out;
        }
        const auto row = must(catalogue::find_service(tx, *query.service));
        out.subject.service = row.number;
        out.title = {row.service.id.uuid, catalogue::title_in(row.service.titles, call.language())};
        const auto held = providers(tx, out.day);
        if (std::ranges::find(held, organisation.number) == held.end()) throw Refused(absent());
        return out;
    });
    if (!practice) return found;
    const auto ways = rollout::ways(judges.boards(), call.database(), query.day, call.now());
    const auto way = std::ranges::find_if(ways, [&](const rollout::Way& each) {
        return each.organisation == found.organisation.number && each.practice == *practice && under_way(each);
    });
    if (way == ways.end()) throw Refused(absent());
    found.subject.way = *way;
    return found;
}

void add_verdict_routes(http::Routes& routes, const Judges& judges) {
    routes.get("/api/v1/verdicts", "verdicts.see", "What a centre is held to in a practice or a listed service, statement by statement", [judges](Call& call, Query<VerdictsQuery> query) {
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
    add_export_routes(routes, [judges](Call& call, const VerdictMatrixQuery& query) { return get_matrix(call, judges, query); });
}

}  // namespace ryadom::verdicts
