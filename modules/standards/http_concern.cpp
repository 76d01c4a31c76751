// Whom a standard concerns: the adoptions of its practice, and what is new for the caller's own centre.
#include "modules/standards/http.hpp"

#include <algorithm>
#include <set>

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
};
constexpr auto describe(json::Type<News>) {
    using json::field;
    return json::object("StandardNews", field("standard", &News::standard, "Standard"), field("code", &News::code, "Code"),
                        field("title", &News::title, "Title"), field("version", &News::version, "The version that came or comes into force"));
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

/// New versions for practices that the caller's centres run. Who sees the whole region makes the news.
http::Page<News> news(Call& call, rollout::Boards& boards) {
    std::set<std::int64_t> practices;
    for (const auto& way : ways_of(call, boards))
        if (call.caller().scope.records == db::Reach::listed && call.caller().scope.holds(way.organisation.value) && way.stage != rollout::Stage::stopped)
            practices.insert(way.practice.value);
    return call.read([&](db::Tx& tx) {
        http::Page<News> page;
        for (const auto& version : store::approved_since(tx, call.today() - days_of_news)) {
            const auto standard = store::standard(tx, version.standard);
            if (standard.practice && practices.contains(standard.practice->value))
                page.items.push_back({standard.id, standard.code, version.title, summary_of(tx, version, call.today())});
        }
        return page;
    });
}

}  // namespace

void add_concern_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/standards/{standard}/adoptions", "standards.see", "Adoptions that a standard binds",
               [boards](Call& call) { return affected(call, *boards); });
    routes.get("/api/v1/standards/news", "standards.see", "New versions for the practices of the own centre",
               [boards](Call& call) { return news(call, *boards); });
}

}  // namespace ryadom::standards
