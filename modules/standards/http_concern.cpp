// Whom a standard concerns: the adoptions of its practice, and what is new for the caller's own centre.
#include "modules/standards/http.hpp"

#include <algorithm>
#include <map>

namespace ryadom::standards {
namespace {

using http::Call;

constexpr int days_of_news = 60;

struct AffectedAdoption {
    Id<rollout::Adoption> adoption;
    Id<network::Organisation> organisation;
    std::string organisation_title;
    std::string stage;
    Date since;
};
constexpr auto describe(json::Type<AffectedAdoption>) {
    using T = AffectedAdoption;
    using json::field;
    return json::object("AffectedAdoption", field("adoption", &T::adoption, "Adoption"), field("organisation", &T::organisation, "Centre"),
                        field("organisation_title", &T::organisation_title, "Name of the centre"), field("stage", &T::stage, "Stage"),
                        field("since", &T::since, "Since"));
}

struct News {
    Id<Standard> standard;
    std::string code;
    practices::Line title;
    VersionSummary version;
    std::optional<int> adoptions;  ///< of the caller's centres; absent for a listed service
};
constexpr auto describe(json::Type<News>) {
    using json::field;
    return json::object("StandardNews", field("standard", &News::standard, "Standard"), field("code", &News::code, "Code"),
                        field("title", &News::title, "Title"), field("version", &News::version, "The version that waits for comments, or came or comes into force"),
                        field("adoptions", &News::adoptions, "Own adoptions that it concerns; absent for a listed service"));
}

std::string stage_word(rollout::Stage stage) {
    switch (stage) {
        case rollout::Stage::assigned: return "assigned";
        case rollout::Stage::chosen: return "chosen";
        case rollout::Stage::preparing: return "preparing";
        case rollout::Stage::ready: return "ready";
        case rollout::Stage::started: return "started";
        case rollout::Stage::delivering: return "delivering";
        case rollout::Stage::sustained: return "sustained";
        case rollout::Stage::lapsed: return "lapsed";
        case rollout::Stage::stopped: return "stopped";
    }
    return {};
}

std::vector<rollout::Way> ways_of(Call& call, rollout::Boards& boards) { return rollout::ways(boards, call.database(), std::nullopt, call.now()); }

http::Page<AffectedAdoption> affected(Call& call, rollout::Boards& boards) {
    const auto ways = ways_of(call, boards);
    return call.read([&](db::Tx& tx) {
        const auto view = must(store::find_standard(tx, call.id<Standard>("standard")));
        std::map<std::int64_t, network::OrganisationRow> centres;
        for (auto& each : network::all_organisations(tx)) centres.emplace(each.number.value, std::move(each));
        http::Page<AffectedAdoption> page;
        for (const auto& way : ways) {
            if (!view.practice || way.practice != *view.practice || way.stage == rollout::Stage::stopped) continue;
            const auto& centre = centres.at(way.organisation.value).organisation;
            page.items.push_back({way.adoption, centre.id, centre.short_title, stage_word(way.stage), way.since});
        }
        return page;
    });
}

/// How many adoptions of the caller's centres there are of each practice.
std::map<std::int64_t, int> own_adoptions(Call& call, rollout::Boards& boards) {
    std::map<std::int64_t, int> out;
    for (const auto& way : ways_of(call, boards))
        if (call.caller().scope.holds(way.organisation.value) && way.stage != rollout::Stage::stopped) ++out[way.practice.value];
    return out;
}

/// Versions that still wait for a comment of the caller's centres.
std::vector<store::VersionRow> unanswered_by(const Call& call, db::Tx& tx) {
    if (!call.allowed("standards.comment")) return {};
    auto out = store::asked_until(tx, call.today());
    std::erase_if(out, [&](const store::VersionRow& version) {
        return std::ranges::any_of(store::commenters(tx, version.number), [&](std::int64_t organisation) { return call.caller().scope.holds(organisation); });
    });
    return out;
}

/// What waits for a comment, and new versions for practices that the caller's centres run and for listed services, which any of
/// them may provide. Who sees the whole region makes the news.
http::Page<News> news(Call& call, rollout::Boards& boards) {
    if (call.caller().scope.records != db::Reach::listed) return {};
    const auto adoptions = own_adoptions(call, boards);
    return call.read([&](db::Tx& tx) {
        http::Page<News> page;
        const auto add = [&](const store::VersionRow& version, bool concerns_all) {
            const auto standard = store::standard(tx, version.standard);
            News one{standard.id, standard.code, version.title, summary_of(tx, version, call.today()), {}};
            if (standard.practice) {
                const auto own = adoptions.find(standard.practice->value);
                if (own == adoptions.end() && !concerns_all) return;
                one.adoptions = own == adoptions.end() ? 0 : own->second;
            }
            if (one.version.stage != Stage::superseded && one.version.stage != Stage::repealed) page.items.push_back(std::move(one));
        };
        for (const auto& version : unanswered_by(call, tx)) add(version, true);
        for (const auto& version : store::approved_since(tx, call.today() - days_of_news)) add(version, false);
        return page;
    });
}

}  // namespace

void add_concern_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/standards/{standard}/adoptions", "standards.see", "Adoptions that a standard binds",
               [boards](Call& call) { return affected(call, *boards); });
    routes.get("/api/v1/standards/news", "standards.see", "Versions that wait for a comment of the own centre, and new ones that concern it",
               [boards](Call& call) { return news(call, *boards); });
}

}  // namespace ryadom::standards
