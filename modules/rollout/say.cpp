#include "modules/rollout/say.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::rollout {
namespace {

/// The last period whose count the stage speaks of: the running one, or the one that lapsed it.
const PeriodState* spoken_period(const StageAt& now) {
    if (now.periods.empty()) return nullptr;
    if (now.stage != Stage::lapsed) return &now.periods.back();
    for (auto i = now.periods.size(); i-- > 0;)
        if (now.periods[i].judgement == Judgement::settled) return &now.periods[i];
    return &now.periods.back();
}

int open_gaps(const BoardCell& cell) {
    return static_cast<int>(std::ranges::count_if(cell.history.lines, [&](const PlanLine& line) {
        return line.obligation == Obligation::mandatory && open_at(line, cell.today);
    }));
}

/// What counts towards the floor, as far as the reader may know it.
Shown delivered(const BoardCell& cell, const PeriodState& state, Standing standing) {
    if (cell.floor.measure == Measure::recipients) return Reader::shown(state.count, standing);
    return Reader::shown_services(state.count, people_of(cell, state.period), standing);
}

Arguments floor_arguments(const Reader& reader, const Board& board, const BoardCell& cell) {
    Arguments out{{"since", written(cell.now.since)},
                  {"floor", std::to_string(cell.floor.at_least)},
                  {"measure", std::string(json::name_of(cell.floor.measure))},
                  {"count", "0"},
                  {"people", "told"},
                  {"first", written(cell.today)},
                  {"last", written(cell.today)}};
    if (const auto* period = spoken_period(cell.now)) {
        const auto said = delivered(cell, *period, reader.standing(board.organisation_of(cell).number));
        out["count"] = reader.text_of(said);
        // Services are not few because the people are.
        if (!said.count && cell.floor.measure == Measure::facts && ledger::hidden(people_of(cell, period->period))) out["people"] = "few";
        out["first"] = written(period->period.first);
        out["last"] = written(period->period.last);
    }
    return out;
}

/// Why it stopped is the centre's own word, for those who may see its plan.
Arguments stop_arguments(const Reader& reader, const Board& board, const BoardCell& cell) {
    const bool told = reader.standing(board.organisation_of(cell).number) == Standing::insider;
    return {{"since", written(cell.now.since)},
            {"ordered", cell.cell.deadline ? "yes" : "no"},
            {"deadline", cell.cell.deadline ? written(*cell.cell.deadline) : ""},
            {"told", told ? "yes" : "no"},
            {"why", told ? cell.history.stop_reason : ""}};
}

/// "0,5" or "0.5": without zeros that say nothing.
std::string rate_text(const Tongue& tongue, int hundredths) {
    auto text = std::to_string(hundredths / 100);
    if (const auto rest = hundredths % 100; rest != 0) {
        text += tongue.language() == "en" ? '.' : ',';
        text += rest % 10 == 0 ? std::to_string(rest / 10) : fmt::format("{:02}", rest);
    }
    return text;
}

}  // namespace

Said Tongue::say(std::string code, Arguments arguments) const {
    auto text = texts_->text(language_, code, arguments);
    return {std::move(code), std::move(arguments), std::move(text)};
}

std::string Tongue::title(const practices::PracticeRow& practice) const {
    for (const auto& wanted : {language(), std::string("ru")})
        if (const auto found = practice.titles.find(wanted); found != practice.titles.end()) return found->second;
    return practice.code;
}

Standing Reader::standing(Number<network::Organisation> organisation) const {
    const bool own = scope_.records == db::Reach::everything ||
                     (scope_.records == db::Reach::listed && std::ranges::binary_search(scope_.organisations, organisation.value));
    return own ? Standing::insider : Standing::outsider;
}

Shown Reader::shown(std::int64_t count, Standing standing) {
    if (standing == Standing::insider) return {count};
    if (ledger::hidden(count)) return {};
    return {ledger::rounded(count), count > 0};
}

Shown Reader::shown_services(std::int64_t services, std::int64_t people, Standing standing) {
    if (standing == Standing::outsider && ledger::hidden(people)) return {};
    return shown(services, standing);
}

std::string Reader::text_of(const Shown& shown) const {
    if (!shown.count) return "<5";
    const auto count = std::to_string(*shown.count);
    return shown.rounded ? say("rollout.at_least", {{"count", count}}).text : count;
}

std::string Tongue::owner(const std::string& stored) const {
    const auto key = "rollout.role." + stored;
    return texts_->has(key) ? texts_->text(language_, key) : stored;
}

std::string written(Date day) {
    const auto [year, month, of_month] = parts(day);
    return fmt::format("{:02}.{:02}.{}", of_month, month, year);
}

Named name_of(const Tongue& tongue, const practices::PracticeRow& practice) { return {practice.id.uuid, tongue.title(practice)}; }

Named name_of(const network::OrganisationRow& organisation) { return {organisation.organisation.id.uuid, organisation.organisation.short_title}; }

StageView state_view(const Cell& cell, const StageFlags& flags, Stage target, bool exempt) {
    StageView out;
    out.stage = cell.stage;
    out.sign = cell.sign;
    out.since = cell.since;
    out.target = target;
    out.deadline = cell.deadline;
    out.forecast = cell.forecast;
    out.reached_on = cell.reached_on;
    out.days_late = cell.days_late;
    out.exempt = exempt;
    out.flags = {flags.fact_before_ready, flags.gap_reopened};
    return out;
}

StageView state_view(const BoardCell& cell) {
    return state_view(cell.cell, cell.now.flags, cell.asked ? cell.asked->order->target : Stage::delivering, cell.asked && cell.asked->exempt);
}

MatrixCell matrix_cell(const BoardCell& cell) {
    const auto state = state_view(cell);
    MatrixCell out;
    out.stage = state.stage;
    out.sign = state.sign;
    out.since = state.since;
    out.deadline = state.deadline;
    out.forecast = state.forecast;
    out.reached_on = state.reached_on;
    out.days_late = state.days_late;
    out.exempt = state.exempt;
    out.flags = state.flags;
    if (cell.adoption) out.adoption = cell.adoption->id;
    return out;
}

ForecastView forecast_view(const Forecast& forecast) { return {forecast.ready, forecast.started, forecast.delivering, forecast.sustained}; }

std::map<std::string, Date> first_view(const FirstDays& first) {
    std::map<std::string, Date> out;
    for (const auto& [stage, name] : names(json::Type<Stage>{}))
        if (first[stage]) out.emplace(name, *first[stage]);
    return out;
}

Said reason(const Reader& reader, const Board& board, const BoardCell& cell) {
    const auto code = "rollout.reason." + std::string(json::name_of(cell.now.stage));
    const Arguments since{{"since", written(cell.now.since)}};
    switch (cell.now.stage) {
        case Stage::assigned:
        case Stage::chosen:
        case Stage::ready: return reader.say(code, since);
        case Stage::preparing: return reader.say(code, {{"gaps", std::to_string(open_gaps(cell))}});
        case Stage::started:
        case Stage::delivering:
        case Stage::lapsed: return reader.say(code, floor_arguments(reader, board, cell));
        case Stage::sustained: return reader.say(code, {{"since", written(cell.now.since)}, {"periods", std::to_string(cell.floor.sustained_periods)}});
        case Stage::stopped: return reader.say(code, stop_arguments(reader, board, cell));
    }
    return {};
}

std::int64_t people_of(const BoardCell& cell, const Period& period) {
    std::int64_t people = 0;
    for (const auto& bucket : cell.deliveries.days)
        if (bucket.day >= period.first && bucket.day <= std::min(period.last, cell.today)) people += bucket.new_people;
    return people;
}

std::vector<PeriodView> periods_view(const Reader& reader, const Board& board, const BoardCell& cell) {
    const auto standing = reader.standing(board.organisation_of(cell).number);
    std::vector<PeriodView> out;
    for (const auto& each : cell.now.periods) {
        const auto said = delivered(cell, each, standing);
        // That the floor was reached may not say more of the number than is told: nine of nine are told as "at least 5".
        const bool told = standing == Standing::insider || said.count.value_or(0) >= cell.floor.at_least;
        out.push_back({each.period.first, each.period.last, said, cell.floor.at_least, told ? each.reached_on : std::nullopt, each.judgement});
    }
    return out;
}

Said missing_said(const Tongue& tongue, const Element& element, int missing) {
    if (missing == 0) return tongue.say("rollout.missing.nothing");
    if (element.kind == LineKind::staff)
        return tongue.say(element.unit_of_missing, {{"rate", rate_text(tongue, missing)}});
    return tongue.say(element.unit_of_missing, {{"count", std::to_string(missing)}});
}

NeedView need_view(const Tongue& tongue, const Element& element, const NeedState& state) {
    return {element.need.id, element.kind, said_in(element.title, tongue.language()), element.need.obligation == Obligation::mandatory,
            state.held, state.missing, missing_said(tongue, element, state.missing)};
}

LineView line_view(const Tongue& tongue, const Line& line, const practices::Package& package) {
    const auto element = element_of(package, line.line.kind, line.line.need);
    LineView out;
    out.id = line.id;
    out.need = line.line.need;
    out.kind = line.line.kind;
    out.title = element ? said_in(element->title, tongue.language()) : line.title;
    if (const auto* step = step_that_closes(package, line.line.need); step && out.kind != LineKind::step) out.step = said_in(step->title, tongue.language());
    out.mandatory = line.line.obligation == Obligation::mandatory;
    out.owner = tongue.owner(line.owner);
    out.due = line.line.due;
    out.created_on = line.line.created_on;
    out.closed_on = line.line.closed_on;
    out.closed_by = line.closed_by;
    out.closes_by = closed_by(line.line.kind) == ClosedBy::registered ? Closing::by_register : Closing::by_proof;
    out.proof_kind = line.proof_kind;
    if (!line.proof_name.empty()) out.proof_name = line.proof_name;
    out.note = line.note;
    out.revision = line.revision;
    return out;
}

}  // namespace ryadom::rollout
