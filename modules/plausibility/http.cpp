// Questions as their readers see them: a part of the region's, with what was said, and the facts behind one.
#include "modules/plausibility/http.hpp"

#include "modules/plausibility/module.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::plausibility {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

constexpr int most_months = 12;

int month_number(Date day) {
    const auto [year, month, date] = parts(day);
    return year * 12 + month;
}

Period months_of(std::optional<Date> from, std::optional<Date> to, Date today) {
    const auto last = period_of(to.value_or(today), PeriodLength::month);
    const auto before = previous(previous(last, PeriodLength::month), PeriodLength::month);
    const auto first = from ? period_of(*from, PeriodLength::month) : before;
    if (last.first < first.first) throw Refused(refuse_field("/to", "plausibility.ends_before_begin").error());
    if (month_number(last.first) - month_number(first.first) >= most_months)
        throw Refused(refuse_field("/from", "plausibility.too_many_months", {{"most", std::to_string(most_months)}}).error());
    return {first.first, last.last};
}

/// A question with what was said to it.
struct Chosen {
    const Question* question;
    std::vector<WordView> words;
    Standing standing = Standing::open;
};

/// What the caller may see of the questions of these months, of the organisation and those below it if there is one.
std::vector<Chosen> chosen(db::Tx& tx, const Asked& asked, const Period& months, const std::optional<Id<network::Organisation>>& organisation) {
    std::optional<std::vector<std::int64_t>> below;
    if (organisation) below = network::subtree(tx, network::own(tx, *organisation).value);
    auto words = store::words(tx, months);
    std::vector<Chosen> out;
    for (const auto& question : asked.questions) {
        if (question.day < months.first || months.last < question.day) continue;
        if (!tx.caller().scope.holds(question.organisation) || (below && !std::ranges::binary_search(*below, question.organisation))) continue;
        Chosen each{&question, {}, Standing::open};
        if (const auto said = words.find(store::key_of(question)); said != words.end()) each.words = std::move(said->second);
        if (!each.words.empty()) each.standing = standing(LastWord{each.words.back().said, each.words.back().value}, question.value);
        out.push_back(std::move(each));
    }
    return out;
}

std::map<std::int64_t, people::Brief> briefs_of(db::Tx& tx, const std::vector<Chosen>& list) {
    std::set<std::int64_t> numbers;
    for (const auto& each : list)
        if (each.question->person) numbers.insert(each.question->person);
    std::map<std::int64_t, people::Brief> out;
    if (numbers.empty()) return out;
    for (auto& brief : people::briefs(tx, {numbers.begin(), numbers.end()})) out.emplace(brief.number.value, std::move(brief));
    return out;
}

PersonView view_of(const people::Brief& brief) {
    PersonView out{brief.sex, {}, brief.name};
    if (brief.name) out.id = brief.id;
    return out;
}

std::vector<QuestionView> views_of(db::Tx& tx, const Asked& asked, std::vector<Chosen> list) {
    const auto briefs = briefs_of(tx, list);
    std::map<std::int64_t, network::Organisation> organisations;
    std::vector<QuestionView> out;
    for (auto& each : list) {
        const auto& question = *each.question;
        auto [organisation, added] = organisations.try_emplace(question.organisation);
        if (added) organisation->second = must(network::find_organisation(tx, Number<network::Organisation>{question.organisation})).organisation;
        QuestionView view;
        view.id = id_of(question);
        view.kind = question.kind;
        view.day = question.day;
        view.organisation = organisation->second.id;
        view.centre = organisation->second.short_title;
        if (const auto worker = asked.workers.find(question.worker); worker != asked.workers.end()) view.worker = worker->second.name;
        if (const auto person = briefs.find(question.person); person != briefs.end()) view.person = view_of(person->second);
        view.value = question.value;
        view.limit = limit_of(question.kind, asked.thresholds);
        view.standing = each.standing;
        view.words = std::move(each.words);
        out.push_back(std::move(view));
    }
    return out;
}

Page<QuestionView> page_of(db::Tx& tx, const Asked& asked, const Period& months, const QuestionsQuery& query) {
    auto list = chosen(tx, asked, months, query.organisation);
    std::erase_if(list, [&](const Chosen& each) {
        return (query.kind && each.question->kind != *query.kind) || (query.standing && each.standing != *query.standing);
    });
    const auto from = std::clamp<std::int64_t>(http::place(query.cursor).value_or(0), 0, std::ssize(list));
    list.erase(list.begin(), list.begin() + from);
    const int size = query.limit.value_or(http::Paging{}.size());
    Page<QuestionView> page;
    if (cut(list, size)) page.next = std::to_string(from + size);
    page.items = views_of(tx, asked, std::move(list));
    return page;
}

Written<Page<QuestionView>> list_questions(Call& call, Desk& desk, const QuestionsQuery& query) {
    const auto months = months_of(query.from, query.to, call.today());
    const auto asked = desk.asked(call.database(), months);
    auto page = call.read([&](db::Tx& tx) { return page_of(tx, *asked, months, query); });
    return call.write([page = std::move(page)](db::Tx& tx) {
        std::set<Uuid> persons;
        for (const auto& each : page.items)
            if (each.person && each.person->id) persons.insert(each.person->id->uuid);
        if (!persons.empty()) audit::record_shown(tx, "plausibility.seen", persons);
        return page;
    });
}

void count(Standing standing, Summary& to) {
    switch (standing) {
        case Standing::open: ++to.open; return;
        case Standing::answered: ++to.answered; return;
        case Standing::explained: ++to.explained; return;
    }
}

Summary get_summary(Call& call, Desk& desk, const SummaryQuery& query) {
    const auto months = months_of(query.from, query.to, call.today());
    const auto asked = desk.asked(call.database(), months);
    return call.read([&](db::Tx& tx) {
        Summary out;
        for (const auto& each : chosen(tx, *asked, months, query.organisation)) count(each.standing, out);
        return out;
    });
}

Written<Page<ledger::Fact>> get_facts(Call& call, Desk& desk, const QuestionFactsQuery& query) {
    const auto found = find_question(call, desk, query.question, query.day);
    auto positions = desk.facts_behind(*found.asked, found.question, ledger::image_scope(call.caller().scope));
    const auto from = std::clamp<std::int64_t>(http::place(query.cursor).value_or(0), 0, std::ssize(positions));
    positions.erase(positions.begin(), positions.begin() + from);
    const int size = query.limit.value_or(http::Paging{}.size());
    Page<ledger::Fact> page;
    if (cut(positions, size)) page.next = std::to_string(from + size);
    page.items = call.read([&](db::Tx& tx) { return ledger::facts_at(tx, positions); });
    return call.write([page = std::move(page)](db::Tx& tx) {
        ledger::record_reading(tx, page.items);
        return page;
    });
}

}  // namespace

std::int64_t open_questions(Desk& desk, db::Database& database, const db::Caller& caller, const Id<network::Organisation>& organisation, const Period& days) {
    const auto asked = desk.asked(database, days);
    return database.read_as(caller, [&](db::Tx& tx) {
        return static_cast<std::int64_t>(std::ranges::count(chosen(tx, *asked, days, organisation), Standing::open, &Chosen::standing));
    });
}

FoundQuestion find_question(Call& call, Desk& desk, const std::string& id, Date day) {
    const auto asked = desk.asked(call.database(), period_of(day, PeriodLength::month));
    const auto found = std::ranges::find_if(asked->questions, [&](const Question& each) {
        return each.day == day && call.caller().scope.holds(each.organisation) && id_of(each) == id;
    });
    if (found == asked->questions.end()) throw Refused(absent());
    return {asked, *found};
}

void add_question_routes(http::Routes& routes, const std::shared_ptr<Desk>& desk) {
    routes.get("/api/v1/questions", "plausibility.see", "Facts that are hard to believe, as questions, the newest first", [desk](Call& call, Query<QuestionsQuery> query) {
        return list_questions(call, *desk, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/questions/summary", "plausibility.see", "How many questions are open", [desk](Call& call, Query<SummaryQuery> query) {
        return get_summary(call, *desk, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/questions/facts", "plausibility.see", "The facts behind a question", [desk](Call& call, Query<QuestionFactsQuery> query) {
        return get_facts(call, *desk, query.value);
    }).pool = http::Pool::heavy;
}

}  // namespace ryadom::plausibility
