// Orders: drafted, filled with practices and centres, signed; after that only deadlines move, with a reason.
#include "modules/rollout/http.hpp"
#include "modules/rollout/order_paper.hpp"
#include "modules/rollout/progress.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>
#include <map>

namespace ryadom::rollout {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t most_pairs = 1000;  ///< in one go: a write is short

store::Drafts drafts(const Call& call) { return call.allowed("rollout.order") ? store::Drafts::shown : store::Drafts::hidden; }

store::CampaignRow visible(db::Tx& tx, const Id<Campaign>& id, store::Drafts shown) {
    auto row = must(store::find_campaign(tx, id));
    if (row.campaign.state == CampaignState::draft && shown == store::Drafts::hidden) throw Refused(absent());
    return row;
}

store::CampaignRow draft(db::Tx& tx, const Id<Campaign>& id) {
    auto row = must(store::find_campaign(tx, id));
    if (row.campaign.state != CampaignState::draft) throw Refused(refuse("rollout.signed_already").error());
    return row;
}

/// An order is found by its number and its year.
void must_be_free(db::Tx& tx, const std::string& number, Date day, const Id<Campaign>& own) {
    if (const auto other = store::same_number(tx, number, day, own))
        throw Refused(refuse_field("/number", "rollout.number_taken", {{"day", written(*other)}}).error());
}

/// No order asks for anything by a day before its own.
void must_follow(Date deadline, const std::optional<Date>& order) {
    if (order && deadline < *order) throw Refused(refuse_field("/deadline", "rollout.deadline_before_order", {{"day", written(*order)}}).error());
}

void must_precede(Date order, const std::vector<store::AssignmentRow>& list) {
    const auto first = std::ranges::min_element(list, {}, [](const store::AssignmentRow& each) { return each.assignment.deadline; });
    if (first != list.end() && first->assignment.deadline < order)
        throw Refused(refuse_field("/signed_on", "rollout.order_after_deadline",
                                   {{"day", written(first->assignment.deadline)}, {"wave", std::to_string(first->assignment.wave)}})
                          .error());
}

store::AssignmentRow in_force(db::Tx& tx, const Id<Assignment>& id) {
    auto row = must(store::find_assignment(tx, id));
    if (row.state != CampaignState::signed_) throw Refused(refuse("rollout.not_signed").error());
    return row;
}

Campaign with_progress(Campaign campaign, const std::map<Uuid, CampaignProgress>& known) {
    if (const auto found = known.find(campaign.id.uuid); found != known.end()) campaign.progress = found->second;
    return campaign;
}

std::shared_ptr<const Board> board_now(Call& call, Boards& boards) { return boards.at(call.database(), std::nullopt, call.now()); }

http::Page<Campaign> list_campaigns(Call& call, Boards& boards, const http::Paging& paging) {
    const auto progress = progress_of(assignment_states(*board_now(call, boards)));
    const auto before = http::place(paging.cursor).value_or(INT64_MAX);
    return call.read([&](db::Tx& tx) {
        auto rows = store::campaigns(tx, drafts(call), before, paging.size() + 1);
        http::Page<Campaign> page;
        if (cut(rows, paging.size())) page.next = std::to_string(rows.back().number.value);
        for (auto& row : rows) page.items.push_back(with_progress(std::move(row.campaign), progress));
        return page;
    });
}

Campaign one_campaign(Call& call, Boards& boards) {
    const auto id = call.id<Campaign>("campaign");
    const auto progress = progress_of(assignment_states(*board_now(call, boards), id));
    return call.read([&](db::Tx& tx) { return with_progress(visible(tx, id, drafts(call)).campaign, progress); });
}

http::Page<AssignmentProgress> progress(Call& call, Boards& boards) {
    const auto id = call.id<Campaign>("campaign");
    const auto board = board_now(call, boards);
    call.read([&](db::Tx& tx) { return visible(tx, id, drafts(call)); });
    http::Page<AssignmentProgress> page;
    for (const auto& state : assignment_states(*board, id)) page.items.push_back(progress_view(state));
    return page;
}

Written<Campaign> post_campaign(Call& call, Campaign campaign) {
    return call.write([campaign, today = call.today()](db::Tx& tx) {
        must_be_free(tx, campaign.number, campaign.signed_on.value_or(today), {});
        auto row = store::insert_campaign(tx, campaign);
        audit::record(tx, "rollout.campaign_added", row.campaign.id);
        return std::move(row.campaign);
    });
}

Written<Campaign> put_campaign(Call& call, Campaign campaign) {
    campaign.id = call.id<Campaign>("campaign");
    campaign.revision = call.revision();
    return call.write([campaign, today = call.today()](db::Tx& tx) {
        const auto row = draft(tx, campaign.id);
        must_be_free(tx, campaign.number, campaign.signed_on.value_or(today), campaign.id);
        if (campaign.signed_on) must_precede(*campaign.signed_on, store::assignments_of(tx, row.number));
        http::must_change(store::update_campaign(tx, campaign));
        audit::record(tx, "rollout.campaign_changed", campaign.id);
        return store::find_campaign(tx, campaign.id)->campaign;
    });
}

Written<void> remove_campaign(Call& call) {
    return call.write([id = call.id<Campaign>("campaign")](db::Tx& tx) {
        store::remove_campaign(tx, draft(tx, id));
        audit::record(tx, "rollout.campaign_removed", id);
    });
}

/// Ids of practices by number: there are few, and each is named by many assignments.
std::map<std::int64_t, Id<practices::Practice>> practice_ids(db::Tx& tx) {
    std::map<std::int64_t, Id<practices::Practice>> out;
    for (const auto& row : practices::all_practices(tx)) out.emplace(row.number.value, row.id);
    return out;
}

Assignment shown(const store::AssignmentRow& row, const std::map<std::int64_t, Id<practices::Practice>>& ids) {
    auto out = row.assignment;
    if (const auto found = ids.find(row.practice.value); found != ids.end()) out.practice = found->second;
    return out;
}

http::Page<Assignment> assignments(db::Tx& tx, Number<Campaign> campaign) {
    const auto ids = practice_ids(tx);
    http::Page<Assignment> page;
    for (const auto& row : store::assignments_of(tx, campaign)) page.items.push_back(shown(row, ids));
    return page;
}

struct NamedOrder {
    Campaign campaign;
    std::vector<NamedAssignment> items;
};
NamedOrder named_order(const Call& call, Boards& boards) {
    const Tongue tongue(call.texts(), call.language());
    const auto id = call.id<Campaign>("campaign");
    const auto board = boards.at(call.database(), std::nullopt, call.now());
    std::map<Uuid, StageView> states;
    for (const auto& each : assignment_states(*board, id)) states.emplace(each.assignment.uuid, progress_view(each).state);
    return call.read([&](db::Tx& tx) {
        const auto row = visible(tx, id, drafts(call));
        std::map<Uuid, std::string> centres;
        for (auto& each : network::all_organisations(tx)) centres.emplace(each.organisation.id.uuid, std::move(each.organisation.short_title));
        std::map<std::int64_t, std::string> titles;
        for (const auto& each : practices::all_practices(tx)) titles.emplace(each.number.value, tongue.title(each));
        NamedOrder out{row.campaign, {}};
        const auto state_of = [&](const Id<Assignment>& assignment) {
            const auto found = states.find(assignment.uuid);
            return found == states.end() ? std::nullopt : std::optional(found->second);
        };
        for (const auto& each : store::assignments_of(tx, row.number))
            out.items.push_back({centres[each.assignment.organisation.uuid], titles[each.practice.value], each.assignment, state_of(each.assignment.id)});
        return out;
    });
}

documents::Table export_assignments(Call& call, Boards& boards) {
    const auto order = named_order(call, boards);
    return assignments_table({call.texts(), call.language()}, order.items, order.campaign);
}

documents::Paper print_order(Call& call, Boards& boards) {
    const auto order = named_order(call, boards);
    return order_paper({call.texts(), call.language()}, order.campaign, order.items);
}

/// What the request names, as numbers; an unknown one is named by its place.
struct Numbers {
    std::vector<Number<practices::Practice>> practices;
    std::vector<store::Centre> organisations;
};
Numbers numbers_of(db::Tx& tx, const AssignRequest& request) {
    Numbers out;
    std::map<Uuid, std::int64_t> practice_numbers;
    for (const auto& row : practices::all_practices(tx)) practice_numbers.emplace(row.id.uuid, row.number.value);
    std::map<Uuid, std::int64_t> organisation_numbers;
    for (const auto& row : network::all_organisations(tx)) organisation_numbers.emplace(row.organisation.id.uuid, row.number.value);
    const auto take = [](const auto& ids, const auto& numbers, auto& into, const std::string& pointer) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto found = numbers.find(ids[i].uuid);
            if (found == numbers.end()) throw Refused(refuse_field(pointer + std::to_string(i), "core.absent").error());
            into.push_back({found->second});
        }
    };
    take(request.practices, practice_numbers, out.practices, "/practices/");
    take(request.organisations, organisation_numbers, out.organisations, "/organisations/");
    return out;
}

Written<http::Page<Assignment>> assign(Call& call, AssignRequest request) {
    if (request.practices.size() * request.organisations.size() > most_pairs)
        must(Checked<void>(refuse_field("/organisations", "rollout.too_many_pairs", {{"most", std::to_string(most_pairs)}})));
    const auto target = request.target.value_or(Stage::delivering);
    if (target >= Stage::lapsed || target == Stage::assigned) must(Checked<void>(refuse_field("/target", "rollout.no_target")));
    return call.write([request, target, id = call.id<Campaign>("campaign")](db::Tx& tx) {
        const auto row = draft(tx, id);
        must_follow(request.deadline, row.campaign.signed_on);
        const auto numbers = numbers_of(tx, request);
        Assignment said;
        said.wave = request.wave;
        said.deadline = request.deadline;
        said.target = target;
        for (const auto practice : numbers.practices)
            for (const auto organisation : numbers.organisations) store::put_assignment(tx, row.number, organisation, practice, said);
        audit::record(tx, "rollout.assigned", id);
        return assignments(tx, row.number);
    });
}

Written<void> remove_assignment(Call& call) {
    return call.write([id = call.id<Assignment>("assignment")](db::Tx& tx) {
        const auto row = must(store::find_assignment(tx, id));
        if (row.state != CampaignState::draft) throw Refused(refuse("rollout.signed_already").error());
        store::remove_assignment(tx, row.number);
        audit::record(tx, "rollout.assignment_removed", id);
    });
}

Written<Campaign> sign(Call& call, SignRequest request) {
    return call.write([request, id = call.id<Campaign>("campaign"), today = call.today()](db::Tx& tx) {
        const auto row = draft(tx, id);
        const auto list = store::assignments_of(tx, row.number);
        if (list.empty()) throw Refused(refuse("rollout.nothing_assigned").error());
        const auto day = request.signed_on.value_or(row.campaign.signed_on.value_or(today));
        if (day > today) throw Refused(refuse_field("/signed_on", "rollout.future_day").error());
        must_precede(day, list);
        must_be_free(tx, row.campaign.number, day, id);
        store::sign_campaign(tx, row.number, day);
        std::map<std::int64_t, Date> days;
        for (const auto& each : list) {
            const auto [known, first] = days.try_emplace(each.organisation.value);
            if (first) {
                known->second = today_at(tx, each.organisation);
                store::pulse(tx, each.organisation);
            }
            store::change_assignment(tx, each.number, ChangeKind::signed_, known->second, each.assignment.deadline, each.assignment.deadline, "");
        }
        audit::record(tx, "rollout.campaign_signed", id);
        return store::find_campaign(tx, id)->campaign;
    });
}

Written<Assignment> change(const Call& call, ChangeKind kind, std::optional<Date> deadline, const std::string& reason) {
    return call.write([kind, deadline, reason, id = call.id<Assignment>("assignment")](db::Tx& tx) {
        const auto row = in_force(tx, id);
        if (deadline) must_follow(*deadline, row.signed_on);
        if (kind == ChangeKind::exempted && row.assignment.exempt_on) throw Refused(refuse("rollout.exempt_already").error());
        if (kind == ChangeKind::obliged && !row.assignment.exempt_on) throw Refused(refuse("rollout.not_exempt").error());
        store::change_assignment(tx, row.number, kind, today_at(tx, row.organisation), row.assignment.deadline,
                                 deadline.value_or(row.assignment.deadline), reason);
        audit::record(tx, "rollout.assignment_" + std::string(json::name_of(kind)), id);
        store::pulse(tx, row.organisation);
        return shown(*store::find_assignment(tx, id), practice_ids(tx));
    });
}

}  // namespace

void add_campaign_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/campaigns", "rollout.see", "Orders, the newest first", [boards](Call& call, http::Query<http::Paging> paging) {
        return list_campaigns(call, *boards, paging.value);
    });
    routes.get("/api/v1/campaigns/{campaign}", "rollout.see", "An order", [boards](Call& call) { return one_campaign(call, *boards); });
    routes.get("/api/v1/campaigns/{campaign}/progress", "rollout.see", "Where the centres of an order stand", [boards](Call& call) { return progress(call, *boards); });
    routes.post("/api/v1/campaigns", "rollout.order", "Draft an order", post_campaign);
    routes.put("/api/v1/campaigns/{campaign}", "rollout.order", "Change a draft", put_campaign);
    routes.remove("/api/v1/campaigns/{campaign}", "rollout.order", "Throw a draft away", remove_campaign);
    routes.get("/api/v1/campaigns/{campaign}/assignments", "rollout.see", "What an order assigns", [](Call& call) {
        return call.read([&](db::Tx& tx) { return assignments(tx, visible(tx, call.id<Campaign>("campaign"), drafts(call)).number); });
    });
    routes.get("/api/v1/campaigns/{campaign}/assignments/export", "rollout.see", "What an order assigns, as a file", [boards](Call& call) {
        return export_assignments(call, *boards);
    });
    routes.get("/api/v1/campaigns/{campaign}/paper", "rollout.see", "An order as a paper to sign", [boards](Call& call) {
        return print_order(call, *boards);
    }).pool = http::Pool::heavy;
    routes.act("/api/v1/campaigns/{campaign}/assignments", "rollout.order", "Assign practices to centres in a draft", assign);
    routes.remove("/api/v1/assignments/{assignment}", "rollout.order", "Take an assignment out of a draft", remove_assignment);
    routes.act("/api/v1/campaigns/{campaign}/sign", "rollout.order", "Sign an order", sign);
    routes.act("/api/v1/assignments/{assignment}/deadline", "rollout.order", "Move a deadline", [](Call& call, DeadlineRequest request) {
        return change(call, ChangeKind::deadline, request.deadline, request.reason);
    });
    routes.act("/api/v1/assignments/{assignment}/exempt", "rollout.order", "Exempt a centre from an order", [](Call& call, ReasonRequest request) {
        return change(call, ChangeKind::exempted, std::nullopt, request.reason);
    });
    routes.act("/api/v1/assignments/{assignment}/oblige", "rollout.order", "End an exemption", [](Call& call, ReasonRequest request) {
        return change(call, ChangeKind::obliged, std::nullopt, request.reason);
    });
    routes.get("/api/v1/assignments/{assignment}/changes", "rollout.see", "What became of an assignment", [](Call& call) {
        return call.read([&](db::Tx& tx) {
            const auto row = must(store::find_assignment(tx, call.id<Assignment>("assignment")));
            if (row.state == CampaignState::draft) throw Refused(absent());
            return http::Page<AssignmentChange>{store::changes_of(tx, row.number), {}};
        });
    });
}

}  // namespace ryadom::rollout
