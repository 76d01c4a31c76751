// Acts of a closed month, what was corrected, who signed; and the months of one person.
#include "modules/acts/http.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::acts {

struct BillsQuery {
    std::optional<Id<network::Organisation>> organisation;
    std::optional<std::string> cursor;
};
constexpr auto describe(json::Type<BillsQuery>) {
    return json::object("PersonBillsQuery", json::field("organisation", &BillsQuery::organisation, "Who serves the person: of it the months that are not closed yet"),
                        json::field("cursor", &BillsQuery::cursor, "Where to go on", json::length(0, 30)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

constexpr int months_of_a_page = 12;
/// Of the months that are not closed yet: earlier ones nobody waits for.
constexpr std::size_t open_months = 3;
constexpr Date no_day{2'932'896};  // 31.12.9999

Written<Page<ActSummary>> list_acts(Call& call, Query<ActsQuery> query) {
    const auto closing = closing_of(call);
    const int size = query->limit.value_or(http::Paging{}.size());
    Page<ActSummary> page;
    call.read([&](db::Tx& tx) {
        auto rows = store::summaries(tx, closing.number, query.value, http::place(query->cursor).value_or(0), size + 1);
        if (cut(rows, size)) page.next = std::to_string(rows.back().serial);
        for (auto& row : rows) page.items.push_back(std::move(row.summary));
        return 0;
    });
    return call.write([page = std::move(page)](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& each : page.items) persons.insert(each.person.uuid);
        if (!persons.empty()) audit::record_shown(tx, "acts.listed", persons);
        return page;
    });
}

Written<Page<CorrectionView>> list_corrections(Call& call, Query<http::Paging> paging) {
    const auto closing = closing_of(call);
    Page<CorrectionView> page;
    call.read([&](db::Tx& tx) {
        auto rows = store::corrections_after(tx, closing.number, http::place(paging->cursor).value_or(0), paging->size() + 1);
        if (cut(rows, paging->size())) page.next = std::to_string(rows.back().serial);
        for (auto& row : rows) page.items.push_back(std::move(row.view));
        return 0;
    });
    return call.write([page = std::move(page)](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& each : page.items) persons.insert(each.person.uuid);
        if (!persons.empty()) audit::record_shown(tx, "acts.corrections_seen", persons);
        return page;
    });
}

Written<ActView> get_act(Call& call) {
    auto view = call.read([&](db::Tx& tx) {
        auto row = must(store::find(tx, call.id<Act>("act")));
        row.view.marks = store::marks_of(tx, row.number);
        return std::move(row.view);
    });
    return call.write([view = std::move(view)](db::Tx& tx) {
        audit::record(tx, "acts.read", view.id, view.person.uuid);
        return view;
    });
}

void check(const NewMarks& marks, Date today) {
    std::vector<FieldError> errors;
    const bool told = marks.reason && marks.reason->find_first_not_of(' ') != std::string::npos;
    if (marks.kind != MarkKind::signed_on_paper && !told) errors.push_back({"/reason", "core.required", {}});
    if (marks.day > today) errors.push_back({"/day", "acts.in_the_future", {}});
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

Written<Marked> post_marks(Call& call, NewMarks marks) {
    check(marks, call.today());
    return call.write([marks = std::move(marks)](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& id : marks.acts) {
            const auto act = must(store::find(tx, id));
            if (marks.day < act.view.content.month) throw Refused(refuse_field("/day", "acts.before_month").error());
            store::mark(tx, act, marks);
            persons.insert(act.view.person.uuid);
        }
        audit::record_shown(tx, "acts.marked", persons, json::Object{{"kind", std::string(json::name_of(marks.kind))}});
        return Marked{static_cast<int>(marks.acts.size())};
    });
}

PersonMonth month_of(db::Tx& tx, store::ActRow&& act, Number<people::Person> person) {
    PersonMonth out;
    out.month = act.view.content.month;
    out.state = MonthState::closed;
    out.organisation = act.view.organisation;
    out.act = act.view.id;
    out.label = act.view.content.label;
    out.standing = store::standing_of(store::marks_of(tx, act.number));
    out.bill = std::move(act.view.content.bill);
    out.corrections = store::corrections_of(tx, person, act.organisation, out.month);
    return out;
}

/// What the months that are not closed come to so far.
std::vector<PersonMonth> open_of(db::Tx& tx, const Id<network::Organisation>& organisation, Number<people::Person> person, i18n::Language language) {
    const auto number = network::own(tx, organisation);
    std::vector<PersonMonth> out;
    for (const auto& month : months(store::closings(tx, number), local_date(tx.now(), network::zone(tx, number.value)))) {
        if (month.state == MonthState::closed || out.size() == open_months) break;
        auto bill = bill_of_person(tx, number, person, period_of(month.month, PeriodLength::month), language);
        if (bill.facts > 0) out.push_back({month.month, month.state, organisation, {}, {}, {}, std::move(bill), {}});
    }
    return out;
}

Written<Page<PersonMonth>> list_bills(Call& call, Query<BillsQuery> query) {
    const auto id = call.id<people::Person>("person");
    Page<PersonMonth> page;
    call.read([&](db::Tx& tx) {
        const auto person = must(people::find_person(tx, id)).number;
        if (!query->cursor && query->organisation) page.items = open_of(tx, *query->organisation, person, call.language());
        const auto before = http::place(query->cursor);
        auto rows = store::acts_of_person(tx, person, before ? Date{static_cast<std::int32_t>(*before)} : no_day, months_of_a_page + 1);
        if (cut(rows, months_of_a_page)) page.next = std::to_string(rows.back().view.content.month.days);
        for (auto& row : rows) page.items.push_back(month_of(tx, std::move(row), person));
        return 0;
    });
    return call.write([page = std::move(page), id](db::Tx& tx) {
        audit::record(tx, "acts.bills_seen", id, id.uuid);
        return page;
    });
}

}  // namespace

void add_act_routes(http::Routes& routes) {
    routes.get("/api/v1/closings/{closing}/acts", "acts.see", "Acts of a closed month, by number", list_acts);
    routes.get("/api/v1/closings/{closing}/corrections", "acts.see", "What a month corrects of earlier ones", list_corrections);
    routes.get("/api/v1/acts/{act}", "acts.see", "An act", get_act);
    routes.act("/api/v1/acts/marks", "acts.mark", "Note that acts were signed on paper, or that this was refused", post_marks);
    routes.get("/api/v1/persons/{person}/bills", "acts.see", "Months of a person: what was delivered and what is paid, the newest first", list_bills);
}

}  // namespace ryadom::acts
