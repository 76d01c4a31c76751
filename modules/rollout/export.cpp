#include "modules/rollout/export.hpp"

namespace ryadom::rollout {
namespace {

using Value = documents::Cell;  // a cell of the rollout is another thing
using documents::cell;
using documents::Column;
using documents::Row;
using documents::Table;

constexpr int name_width = 30;
constexpr int title_width = 44;
constexpr int day_width = 12;

/// A text of the exports, "rollout.export.…".
std::string text(const Tongue& tongue, const std::string& key) { return tongue.say("rollout.export." + key).text; }

template <class Word>
std::string word(const Tongue& tongue, const char* group, Word value) {
    return tongue.say("rollout." + std::string(group) + "." + std::string(json::name_of(value))).text;
}

std::string said_of(const Tongue& tongue, const MatrixCell& matrix_cell) {
    auto out = word(tongue, "sign", matrix_cell.sign);
    out += " " + word(tongue, "stage", matrix_cell.stage) + ", " + written(matrix_cell.since);
    if (matrix_cell.deadline) out += ", " + tongue.say("rollout.export.until", {{"day", written(*matrix_cell.deadline)}}).text;
    if (matrix_cell.days_late > 0) out += ", " + tongue.say("rollout.export.late", {{"days", std::to_string(matrix_cell.days_late)}}).text;
    return out;
}

std::int64_t reached(const MatrixTotals& totals) {
    const auto found = totals.signs.find("reached");
    return found == totals.signs.end() ? 0 : found->second;
}

std::vector<Column> columns(const Tongue& tongue, std::initializer_list<std::pair<const char*, int>> wanted) {
    std::vector<Column> out;
    for (const auto& [key, width] : wanted) out.push_back({text(tongue, key), width});
    return out;
}

/// What a person looks for in the folder of downloads.
std::string file_name(const Tongue& tongue, const std::string& what, Date day) { return tongue.say("rollout.file." + what, {{"day", to_string(day)}}).text; }

std::string gaps(const StarterView& starter) {
    std::string out;
    for (const auto& gap : starter.gaps) out += (out.empty() ? "" : "; ") + gap.title + ": " + gap.missing.text;
    return out;
}

}  // namespace

Table matrix_table(const Tongue& tongue, const MatrixView& view) {
    std::vector<Column> head{{text(tongue, "centre"), name_width}};
    for (const auto& practice : view.practices) head.push_back({practice.title, name_width});
    head.push_back({text(tongue, "reached"), day_width});
    std::vector<Row> rows(view.centres.size(), Row(head.size()));
    for (std::size_t i = 0; i < view.centres.size(); ++i) {
        rows[i].front() = view.centres[i].title;
        rows[i].back() = reached(view.centre_totals[i]);
    }
    for (const auto& each : view.cells) rows[static_cast<std::size_t>(each.centre)][static_cast<std::size_t>(each.practice) + 1] = said_of(tongue, each);
    Row total{text(tongue, "reached")};
    for (const auto& each : view.practice_totals) total.emplace_back(reached(each));
    total.emplace_back(reached(view.total));
    return {file_name(tongue, "matrix", view.day), std::move(head), documents::these(std::move(rows)), std::move(total)};
}

Table adoptions_table(const Tongue& tongue, const std::vector<AdoptionItem>& items, Date day) {
    std::vector<Row> rows;
    for (const auto& [id, organisation, practice, chosen_on, state] : items)
        rows.push_back({organisation.title, practice.title, word(tongue, "stage", state.stage), state.since, word(tongue, "sign_name", state.sign),
                        state.deadline ? Value(word(tongue, "stage", state.target)) : Value(), cell(state.deadline), cell(state.forecast), cell(state.reached_on),
                        state.days_late > 0 ? Value(state.days_late) : Value()});
    return {file_name(tongue, "adoptions", day),
            columns(tongue, {{"centre", name_width}, {"practice", title_width}, {"stage", 14}, {"since", day_width}, {"sign", 24}, {"target", 14},
                             {"deadline", day_width}, {"forecast", day_width}, {"reached_on", day_width}, {"days_late", 14}}),
            documents::these(std::move(rows)),
            {}};
}

Table attention_table(const Tongue& tongue, const std::vector<AttentionView>& items, Date day) {
    std::vector<Row> rows;
    for (const auto& each : items)
        rows.push_back({each.organisation.title, each.practice.title, word(tongue, "sign_name", each.sign), each.said.text, each.since,
                        word(tongue, "stage", each.state.stage), cell(each.state.deadline), cell(each.state.forecast)});
    return {file_name(tongue, "attention", day),
            columns(tongue, {{"centre", name_width}, {"practice", title_width}, {"sign", 24}, {"trouble", 44}, {"since", day_width}, {"stage", 14},
                             {"deadline", day_width}, {"forecast", day_width}}),
            documents::these(std::move(rows)),
            {}};
}

Table starters_table(const Tongue& tongue, const std::vector<StarterView>& items, Date day) {
    std::vector<Row> rows;
    for (const auto& each : items)
        rows.push_back({each.organisation.title, text(tongue, each.ready ? "ready_yes" : "ready_no"), static_cast<std::int64_t>(each.gaps.size()), gaps(each), each.papers,
                        static_cast<double>(each.cost_kopecks) / 100, each.unknown_costs, each.stage ? Value(word(tongue, "stage", *each.stage)) : Value()});
    return {file_name(tongue, "readiness", day),
            columns(tongue, {{"centre", name_width}, {"ready", 10}, {"gap_count", 10}, {"gaps", 70}, {"papers", 14}, {"cost", 14}, {"unknown_costs", 12},
                             {"stage", 14}}),
            documents::these(std::move(rows)),
            {}};
}

Table assignments_table(const Tongue& tongue, const std::vector<NamedAssignment>& items, const Campaign& campaign) {
    std::vector<Row> rows;
    for (const auto& [centre, practice, assignment, state] : items)
        rows.push_back({centre, practice, assignment.wave, assignment.deadline, word(tongue, "stage", assignment.target),
                        state ? Value(word(tongue, "stage", state->stage)) : Value(), state ? Value(word(tongue, "sign_name", state->sign)) : Value(),
                        state && state->days_late > 0 ? Value(state->days_late) : Value(), cell(assignment.exempt_on), cell(assignment.exempt_reason)});
    return {tongue.say("rollout.file.order", {{"number", campaign.number}}).text,
            columns(tongue, {{"centre", name_width}, {"practice", title_width}, {"wave", 8}, {"deadline", day_width}, {"target", 14}, {"stage", 14},
                             {"sign", 24}, {"days_late", 14}, {"exempt_on", 14}, {"exempt_reason", 40}}),
            documents::these(std::move(rows)),
            {}};
}

std::vector<Column> fact_columns(const Tongue& tongue) {
    return columns(tongue, {{"day", day_width}, {"service", title_width}, {"recipient", 24}, {"sex", 6}, {"age", 9}, {"unnamed", 12}, {"minutes", 9},
                            {"channel", 16}, {"worker_position", 34}});
}

Row fact_row(const Tongue& tongue, const FactView& fact) {
    const auto ledger_word = [&](const char* group, auto value) { return tongue.say("ledger.export." + std::string(group) + "." + std::string(json::name_of(value))).text; };
    return {fact.day, fact.service, cell(fact.name), fact.sex ? Value(ledger_word("sex", *fact.sex)) : Value(), cell(fact.age),
            fact.unnamed_count > 0 ? Value(fact.unnamed_count) : Value(), fact.minutes, ledger_word("channel", fact.channel), cell(fact.worker_position)};
}

}  // namespace ryadom::rollout
