// People of the invented region on their way from an application to a contract: some at each step, so that every list has rows.
#include "app/generate/facts_plan.hpp"
#include "app/generate/writer.hpp"

#include "modules/payment/payment.hpp"
#include "modules/people/store.hpp"
#include "modules/programmes/actions.hpp"
#include "modules/scales/model_assessment.hpp"
#include "modules/scales/store_assessment.hpp"
#include "platform/audit/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ryadom::generate {
namespace {

using programmes::EventKind;
using programmes::Form;

/// How far somebody has come; days are counted back from the last.
enum class Way { fresh, overdue, papers, decide, plan, approve, contract, urgent, delivered, refused, withdrawn, served, served_with_care, served_and_reviewed };
constexpr std::array ways{Way::fresh, Way::served, Way::overdue, Way::urgent, Way::decide, Way::served_with_care, Way::approve, Way::papers, Way::plan, Way::contract,
                          Way::served_and_reviewed, Way::delivered, Way::refused, Way::withdrawn};
constexpr std::size_t most_in_a_centre = 3 * ways.size();
constexpr std::size_t one_of = 6;  ///< at most so many of a centre's people

int days_before(Way way) {
    switch (way) {
        case Way::fresh: return 1;
        case Way::overdue: return 12;
        case Way::papers: return 6;
        case Way::decide: return 7;
        case Way::plan: return 10;
        case Way::approve: return 11;
        case Way::contract: return 16;
        case Way::urgent: return 0;
        case Way::delivered: return 5;
        case Way::refused: return 40;
        case Way::withdrawn: return 30;
        case Way::served:
        case Way::served_with_care:
        case Way::served_and_reviewed: return 50;
    }
    return 0;
}

struct Holiday {
    int year;
    const char* first;
    const char* last;
};
/// As the Government moved them; of 2027 only what the Labour Code names.
constexpr std::array<Holiday, 19> holidays{{{2025, "2025-01-01", "2025-01-08"}, {2025, "2025-05-01", "2025-05-02"}, {2025, "2025-05-08", "2025-05-09"}, {2025, "2025-06-12", "2025-06-13"},
                                            {2025, "2025-11-03", "2025-11-04"}, {2025, "2025-12-31", "2025-12-31"}, {2026, "2026-01-01", "2026-01-09"}, {2026, "2026-02-23", "2026-02-23"},
                                            {2026, "2026-03-09", "2026-03-09"}, {2026, "2026-05-01", "2026-05-01"}, {2026, "2026-05-11", "2026-05-11"}, {2026, "2026-06-12", "2026-06-12"},
                                            {2026, "2026-11-04", "2026-11-04"}, {2026, "2026-12-31", "2026-12-31"}, {2027, "2027-01-01", "2027-01-08"}, {2027, "2027-02-23", "2027-02-23"},
                                            {2027, "2027-03-08", "2027-03-08"}, {2027, "2027-05-01", "2027-05-09"}, {2027, "2027-11-04", "2027-11-04"}}};

void set_calendar(db::Tx& tx) {
    for (const int year : {2025, 2026, 2027}) {
        programmes::CalendarYear out{year, year == 2027 ? "ТК РФ, ст. 112; переносы ещё не объявлены" : "Постановление Правительства РФ о переносе выходных дней", {}, 0};
        for (const auto& each : holidays)
            if (each.year == year)
                for (Date day = *parse_date(each.first); day <= *parse_date(each.last); day = day + 1) out.days.push_back({day, programmes::SpecialDayKind::off});
        if (year == 2025) out.days.push_back({*make_date(2025, 11, 1), programmes::SpecialDayKind::working});
        programmes::set_year(tx, out);
    }
}

/// Hours a week of the levels of long-term care.
void set_care(db::Tx& tx, Date first, Date today) {
    constexpr std::array<std::pair<int, int>, 3> hours{{{7, 14}, {14, 21}, {21, 28}}};
    programmes::NewNorms care{first, "Порядок предоставления социального пакета долговременного ухода (вымышленная область)", {}};
    for (int level = 1; level <= 3; ++level) {
        const auto [from, to] = hours[static_cast<std::size_t>(level - 1)];
        care.norms.push_back({programmes::NormKind::care_minutes_from, level, from * 60});
        care.norms.push_back({programmes::NormKind::care_minutes_to, level, to * 60});
    }
    programmes::set_norms(tx, care, today);
}

programmes::Line line(db::Tx& tx, std::string_view code, int times, programmes::Every every, std::optional<int> minutes = {}) {
    programmes::Line out;
    out.service = must(catalogue::find_service(tx, code)).service.id;
    out.times = times;
    out.every = every;
    out.weekly_minutes = minutes;
    return out;
}

programmes::Content content_of(db::Tx& tx, Way way, Dice& dice, Date since, const std::string& centre) {
    using enum programmes::Every;
    programmes::Content out;
    out.since = since;
    out.until = way == Way::served_and_reviewed ? since + 70 : since + 364;
    out.providers = {centre};
    out.lines = {line(tx, "household.01", static_cast<int>(dice.between(1, 3)), week), line(tx, "household.07", 1, week), line(tx, "medical.26", 2, week)};
    if (dice.chance(0.5)) out.lines.push_back(line(tx, "household.11", 1, month));
    if (dice.chance(0.4)) out.lines.push_back(line(tx, "psychological.34", static_cast<int>(dice.between(2, 6)), term));
    if (dice.chance(0.5)) out.accompaniment.push_back({"Социально-медицинское", "Запись и сопровождение на диспансеризацию", "Поликлиника"});
    if (way == Way::served_with_care) {
        out.care_level = 1;
        out.conditions = "Социальный пакет долговременного ухода: помощник по уходу приходит каждый день";
        out.lines.push_back(line(tx, "household.04", 7, week, 210));
        out.lines.push_back(line(tx, "household.17", 7, week, 210));
        out.lines.push_back(line(tx, "household.05", 7, week, 140));
    }
    return out;
}

}  // namespace

/// One person with what has been written of it so far.
struct Writer::Applying {
    std::size_t person = 0;
    Way way = Way::fresh;
    Id<programmes::Application> application;
    Id<programmes::Programme> programme;
    Uuid assessment;
};

void Writer::register_application(db::Tx& tx, Applying& one, Date day) {
    Dice dice(seed_, fmt::format("application {}", one.person));
    const auto& planned = region_.persons[one.person];
    const auto row = must(people::store::find_person(tx, persons_[one.person]));
    programmes::NewApplication given{organisations_[slot(planned.organisation)].organisation.id, day, {}};
    const bool urgent = one.way == Way::urgent || one.way == Way::delivered;
    given.wish.form = urgent ? Form::urgent : dice.chance(0.8) ? Form::home : Form::semi_residential;
    given.wish.channel = dice.chance(0.6) ? programmes::Channel::in_person : dice.chance(0.5) ? programmes::Channel::portal : programmes::Channel::agency;
    given.wish.circumstances = {urgent ? "no_work_or_means" : dice.chance(0.5) ? "lost_self_care" : "no_care"};
    if (dice.chance(0.25)) given.wish.applicant = programmes::Applicant{row.person.family_name + " Анна", "дочь, по доверенности", {}};
    for (const auto* code : urgent ? std::array{"urgent.56", "urgent.57"} : std::array{"household.01", "household.07"})
        given.wish.services.push_back(must(catalogue::find_service(tx, std::string_view(code))).service.id);
    one.application = programmes::receive(tx, row.person.id, given).application.id;
}

void Writer::assess_need(db::Tx& tx, Applying& one, Date day) {
    scales::store::StoredAssessment said;
    said.person = persons_[one.person].value;
    said.organisation = organisations_[slot(region_.persons[one.person].organisation)].number.value;
    said.assessed_on = said.recorded_on = day;
    said.circumstances = {"no_care"};
    if (one.way == Way::served_with_care) said.level = 1;
    said.conclusion = "Нуждается в помощи на дому: покупки, уборка, контроль давления";
    one.assessment = scales::store::insert(tx, said, {}).uuid;
    audit::record(tx, "scales.assessed", one.assessment, must(people::store::find_person(tx, persons_[one.person])).person.id.uuid);
    programmes::move(tx, one.application, {EventKind::assessed, day, {}, {}}, one.assessment);
}

void Writer::draft_programme(db::Tx& tx, Applying& one, Date since) {
    Dice dice(seed_, fmt::format("programme {}", one.person));
    const auto& organisation = organisations_[slot(region_.persons[one.person].organisation)].organisation;
    const auto person = must(people::store::find_person(tx, persons_[one.person])).person.id;
    const programmes::NewProgramme given{organisation.id, one.application, content_of(tx, one.way, dice, since, organisation.short_title)};
    one.programme = programmes::draft(tx, person, given).programme.id;
}

void Writer::conclude_contract(db::Tx& tx, const Applying& one, Date day) {
    if (!payment::assessment_on(tx, persons_[one.person], day)) assess_payment(tx, one.person, day, 0);
    const auto row = must(programmes::store::find_programme(tx, one.programme));
    const auto until = programmes::store::versions(tx, row.number).front().last_on;
    programmes::conclude(tx, one.programme, {organisations_[slot(region_.persons[one.person].organisation)].organisation.id, {}, day, day, until, {}});
}

/// What followed once services had begun: a second version, or a draft of one, and marks.
void Writer::follow_up(const std::shared_ptr<Applying>& one) {
    const Date last = region_.until;
    const auto next = [this, one](db::Tx& tx, Date since, std::string reason) {
        const auto row = must(programmes::store::find_programme(tx, one->programme));
        auto content = programmes::store::versions(tx, row.number).front().content;
        content.since = since;
        if (one->way == Way::served_and_reviewed) content.until = since + 364;
        content.lines.front().times += 1;
        content.lines.erase(content.lines.begin() + 1);
        programmes::draft_version(tx, one->programme, {content, std::move(reason)});
    };
    if (one->way == Way::served_with_care) {
        on(last - 12, [next, last](db::Tx& tx) { next(tx, last - 9, "Ухудшилось состояние: чаще нужны продукты, уборку взяла семья"); });
        on(last - 10, [one, last](db::Tx& tx) { programmes::approve(tx, one->programme, {2, last - 10}); });
    }
    if (one->way == Way::served_and_reviewed) {
        on(last - 5, [this, one, last](db::Tx& tx) {
            const auto row = must(programmes::store::find_programme(tx, one->programme));
            const auto lines = programmes::store::versions(tx, row.number).front().content.lines;
            programmes::mark(tx, one->programme, {last - 5, {{lines[0].service, programmes::Outcome::fulfilled, {}, {}},
                                                             {lines[1].service, programmes::Outcome::partly, "absent", "Три недели в больнице"}}});
        });
        on(last - 2, [next, last](db::Tx& tx) { next(tx, last + 3, "Пересмотр по результатам"); });
    }
}

void Writer::schedule_way(const std::shared_ptr<Applying>& one) {
    const Date received = region_.until - days_before(one->way);
    const auto way = one->way;
    on(received, [this, one, received](db::Tx& tx) { register_application(tx, *one, received); });
    const auto step = [this, one](Date day, EventKind kind, std::optional<std::string> reason = {}, std::optional<std::string> note = {}) {
        on(day, [one, day, kind, reason, note](db::Tx& tx) { programmes::move(tx, one->application, {kind, day, reason, note}); });
    };
    if (way == Way::fresh || way == Way::overdue || way == Way::urgent) return;
    if (way == Way::papers) return step(received + 2, EventKind::returned, {}, "Нет справки о составе семьи и документа о доходах");
    if (way == Way::withdrawn) return step(received + 3, EventKind::withdrawn, {}, "Родственники взяли уход на себя");
    if (way == Way::delivered) {
        step(received, EventKind::granted);
        return step(received + 1, EventKind::delivered);
    }
    on(received + 2, [this, one, received](db::Tx& tx) { assess_need(tx, *one, received + 2); });
    if (way == Way::decide) return;
    if (way == Way::refused) return step(received + 5, EventKind::refused, "no_circumstances", "Обстоятельств, которые ухудшают условия жизнедеятельности, при обследовании не установлено");
    step(received + 3, EventKind::granted);
    if (way == Way::plan) return;
    on(received + 6, [this, one, received](db::Tx& tx) { draft_programme(tx, *one, received + 8); });
    if (way == Way::approve) return;
    on(received + 7, [one, received](db::Tx& tx) { programmes::approve(tx, one->programme, {1, received + 7}); });
    if (way == Way::contract) return;
    on(received + 8, [this, one, received](db::Tx& tx) { conclude_contract(tx, *one, received + 8); });
    follow_up(one);
}

void Writer::schedule_programmes() {
    const Date begin = region_.from - 1;
    const Date last = region_.until;
    on(begin, [begin](db::Tx& tx) {
        set_calendar(tx);
        set_care(tx, *make_date(parts(begin).year, 1, 1), begin);
    });
    std::map<OrganisationIndex, std::size_t> met, taken;
    for (std::size_t i = 0; i < region_.persons.size(); ++i) {
        const auto& planned = region_.persons[i];
        if (planned.row.death || planned.twin_of || planned.registered > last - 55 || full_years(planned.row.birth, last) < 18) continue;
        auto& count = taken[planned.organisation];
        if (met[planned.organisation]++ % one_of != 0 || count >= most_in_a_centre) continue;
        auto one = std::make_shared<Applying>();
        one->person = i;
        one->way = ways[count++ % ways.size()];
        schedule_way(one);
    }
}

}  // namespace ryadom::generate
