// Findings on their way: done with proof, looked at again, accepted or back with a new term.
#include "modules/control/http.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::control {
namespace {

using http::Call;
using http::Written;

struct FindingFilter {
    std::optional<std::string> cursor;
    std::optional<int> limit;
    std::optional<Id<network::Organisation>> organisation;
    std::optional<store::Which> which;
    std::optional<Date> day;
};
constexpr auto describe(json::Type<FindingFilter>) {
    using T = FindingFilter;
    using json::field;
    return json::object("ControlFindingFilter", field("cursor", &T::cursor, "Where to go on", json::length(0, 500)),
                        field("limit", &T::limit, "How many rows", json::range(1, 200)), field("organisation", &T::organisation, "Of this centre only"),
                        field("which", &T::which, "All, not yet accepted, or with their term over"),
                        field("day", &T::day, "As of the end of this day; absent: now"));
}

struct ProofQuery {
    std::string name;
};
constexpr auto describe(json::Type<ProofQuery>) {
    return json::object("ControlProofQuery", json::field("name", &ProofQuery::name, "Name of the file", json::length(1, 200)));
}

/// Items of the versions that a list speaks of, each text read once.
class Items {
  public:
    explicit Items(db::Tx& tx) : tx_(tx) {}
    Item of(Number<standards::Version> version, const std::string& key) {
        auto [place, added] = known_.try_emplace(version.value);
        if (added) place->second = checklist(*standards::text_of(tx_, version));
        const auto* item = find_item(place->second, key);
        if (!item) throw std::logic_error("a finding about an item that the standard does not have");
        return *item;
    }

  private:
    db::Tx& tx_;
    std::map<std::int64_t, std::vector<Item>> known_;
};

Finding finding_of(Items& items, store::FindingRow row, Date today) {
    row.finding.item = items.of(row.version, row.item);
    count_days(row.finding, today);
    return std::move(row.finding);
}

/// The days of whoever wrote and of whoever reads may differ by one, as their zones do: the state of now counts both.
store::FindingRow find_now(db::Tx& tx, const Id<Finding>& id, Date today) { return must(store::find_finding(tx, id, today + 1)); }

FindingView view_of(db::Tx& tx, const Id<Finding>& id, Date today) {
    const auto row = find_now(tx, id, today);
    Items items(tx);
    return {finding_of(items, row, today), store::steps(tx, row.number), store::files(tx, row.number)};
}

http::Page<Finding> list(Call& call, http::Query<FindingFilter> filter) {
    return call.read([&](db::Tx& tx) {
        const int size = filter->limit.value_or(50);
        const auto day = filter->day.value_or(call.today());
        std::optional<store::Centre> organisation;
        if (filter->organisation) organisation = network::own(tx, *filter->organisation);
        auto rows = store::findings(tx, organisation, filter->which.value_or(store::Which::all), day, http::place(filter->cursor).value_or(INT64_MAX), size + 1);
        http::Page<Finding> page;
        if (cut(rows, size)) page.next = std::to_string(rows.back().number.value);
        Items items(tx);
        for (auto& row : rows) page.items.push_back(finding_of(items, std::move(row), day));
        return page;
    });
}

FindingView one(Call& call) {
    return call.read([&](db::Tx& tx) { return view_of(tx, call.id<Finding>("finding"), call.today()); });
}

Written<FindingView> post_proof(Call& call, http::Query<ProofQuery> query, http::Upload upload) {
    return call.write([file = handed(std::move(upload), query->name), id = call.id<Finding>("finding"), today = call.today()](db::Tx& tx) {
        const auto row = find_now(tx, id, today);
        if (row.finding.state != State::open) throw Refused(refuse("control.not_open").error());
        keep(tx, file);
        store::insert_file(tx, row, file.name, file.sha, today);
        audit::record(tx, "control.proof_added", id);
        return view_of(tx, id, today);
    });
}

Written<FindingView> done(Call& call, DoneRequest request) {
    return call.write([request, id = call.id<Finding>("finding"), today = call.today()](db::Tx& tx) {
        const auto row = find_now(tx, id, today);
        must(may_be_done(row.finding.state, store::fresh_files(tx, row.number)));
        store::insert_step(tx, row, {StepKind::done, request.note.value_or(""), row.finding.due, today, {}});
        audit::record(tx, "control.done", id);
        return view_of(tx, id, today);
    });
}

Written<FindingView> recheck(Call& call, RecheckRequest request) {
    return call.write([request, id = call.id<Finding>("finding"), today = call.today()](db::Tx& tx) {
        const auto row = find_now(tx, id, today);
        must(may_recheck(row.finding.state, request));
        const auto due = request.accepted ? row.finding.due : today + *request.days;
        store::insert_step(tx, row, {request.accepted ? StepKind::accepted : StepKind::again, request.note.value_or(""), due, today, {}});
        audit::record(tx, request.accepted ? "control.accepted" : "control.sent_back", id);
        return view_of(tx, id, today);
    });
}

}  // namespace

void add_finding_routes(http::Routes& routes) {
    const std::string all = "/api/v1/control/findings";
    routes.get(all, "control.see", "Findings with their terms, the latest first", list);
    routes.get(all + "/{finding}", "control.see", "A finding, step by step", one);
    routes.act(all + "/{finding}/proof", "control.declare", "Add a file that shows what was put right", post_proof);
    routes.act(all + "/{finding}/done", "control.declare", "Say that it is put right, by its proof", done);
    routes.act(all + "/{finding}/recheck", "control.inspect", "Accept it, or send it back with a new term", recheck);
}

}  // namespace ryadom::control
