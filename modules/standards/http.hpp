#pragma once

#include "modules/rollout/rollout.hpp"
#include "modules/standards/store.hpp"
#include "platform/http/module.hpp"
#include "platform/http/routes.hpp"

namespace ryadom::standards {

using SharedBoards = std::shared_ptr<rollout::Boards>;

void add_standard_routes(http::Routes& routes);
void add_version_routes(http::Routes& routes);
void add_comment_routes(http::Routes& routes);
void add_waiver_routes(http::Routes& routes);
void add_concern_routes(http::Routes& routes, const SharedBoards& boards);

/// A version that only its authors and its pilot centres see yet is absent for everybody else.
store::VersionRow visible_version(const http::Call& call, db::Tx& tx, const Id<Version>& id);
/// Where a version stands among the others of its standard.
VersionSummary summary_of(const store::StandardRow& standard, const std::vector<store::VersionRow>& versions, const store::VersionRow& row, Date today);
/// The same for one version alone.
VersionSummary summary_of(db::Tx& tx, const store::VersionRow& row, Date today);
/// Who looks, and when: a draft is shown to its authors and pilot centres alone.
struct Onlooker {
    Date today;
    bool author = false;
};
inline Onlooker onlooker(const http::Call& call) { return {call.today(), call.allowed("standards.write")}; }
/// Nothing when none of the versions may be seen.
std::optional<StandardView> view_of(const Onlooker& onlooker, db::Tx& tx, const store::StandardRow& row);

}  // namespace ryadom::standards
