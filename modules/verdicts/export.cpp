#include "modules/verdicts/export.hpp"

namespace ryadom::verdicts {

struct MatrixExportQuery {
    std::optional<Date> day;
    std::optional<std::string> practices;
    std::optional<std::string> district;
};
constexpr auto describe(json::Type<MatrixExportQuery>) {
    using T = MatrixExportQuery;
    return json::object("VerdictMatrixExportQuery", json::field("day", &T::day, "As of the end of this day; absent: now"),
                        json::field("practices", &T::practices, "Ids of practices, separated by commas; absent: all"),
                        json::field("district", &T::district, "Id of a district; absent: all", json::length(36, 36)));
}

namespace {

using documents::Column;
using documents::Row;
using documents::Table;

constexpr int name_width = 30;
constexpr int count_width = 12;

constexpr std::string_view all_met = "kept";

/// As the cell of the screen is called: a standard is kept where every requirement is met.
std::string_view state_of(const JudgedCounts& counts) {
    if (counts.failed > 0) return counts.met == 0 ? "broken" : "partly";
    if (counts.met > 0) return counts.no_data + counts.waived > 0 ? "waiting" : all_met;
    return counts.waived > 0 && counts.no_data == 0 ? "waived" : "unjudged";
}

/// "keeps a part: 2 of 3 requirements, 1 more with nothing to judge by"
std::string said_of(const i18n::Voice& voice, const JudgedCounts& counts) {
    const auto state = state_of(counts);
    const auto say = [&](const char* key, const Arguments& arguments) { return voice.text(std::string("verdicts.export.") + key, arguments); };
    auto out = voice.text("verdicts.export.state." + std::string(state));
    const auto judged = counts.met + counts.failed;
    if (judged > 0) out = say("score", {{"state", out}, {"met", std::to_string(counts.met)}, {"judged", std::to_string(judged)}});
    if (counts.no_data > 0 && state != "unjudged") out += ", " + say("no_data", {{"count", std::to_string(counts.no_data)}});
    if (counts.waived > 0 && state != "waived") out += ", " + say("waived", {{"count", std::to_string(counts.waived)}});
    return out;
}

/// The rows or the columns of the table, in the order of the screen.
struct Side {
    std::vector<std::string> titles;
    std::map<int, std::size_t> places;  ///< by index into the matrix; what is not asked for is not there
    std::vector<std::int64_t> kept;

    void add(int index, std::string title) {
        places.emplace(index, titles.size());
        titles.push_back(std::move(title));
        kept.push_back(0);
    }
};

template <class T>
std::map<Uuid, int> indexes(const std::vector<Id<T>>& ids) {
    std::map<Uuid, int> out;
    for (const auto& id : ids) out.emplace(id.uuid, static_cast<int>(out.size()));
    return out;
}

Side centres_of(db::Tx& tx, const VerdictMatrix& matrix, const std::optional<std::string>& district) {
    const auto found = indexes(matrix.centres);
    Side out;
    for (const auto& row : network::all_organisations(tx)) {
        const auto& organisation = row.organisation;
        const auto at = found.find(organisation.id.uuid);
        const bool asked = !district || (organisation.district && to_string(*organisation.district) == *district);
        if (asked && at != found.end()) out.add(at->second, organisation.short_title);
    }
    return out;
}

Side practices_of(db::Tx& tx, const VerdictMatrix& matrix, const std::optional<std::string>& wanted, i18n::Language language) {
    const auto found = indexes(matrix.practices);
    Side out;
    for (const auto& row : practices::all_practices(tx)) {
        const auto at = found.find(row.id.uuid);
        const bool asked = !wanted || wanted->find(to_string(row.id)) != std::string::npos;
        if (asked && at != found.end()) out.add(at->second, catalogue::title_in(row.titles, language));
    }
    return out;
}

/// One row a centre, one column a practice, how many keep the standard at the edges.
Table table_of(const i18n::Voice& voice, const VerdictMatrix& matrix, Side centres, Side practices) {
    const auto kept = voice.text("verdicts.export.kept");
    std::vector<Column> head{{voice.text("verdicts.export.centre"), name_width}};
    for (const auto& title : practices.titles) head.push_back({title, name_width});
    head.push_back({kept, count_width});
    std::vector<Row> rows(centres.titles.size(), Row(head.size()));
    std::int64_t all = 0;
    for (const auto& cell : matrix.cells) {
        const auto row = centres.places.find(cell.centre);
        const auto column = practices.places.find(cell.practice);
        if (row == centres.places.end() || column == practices.places.end()) continue;
        rows[row->second][column->second + 1] = said_of(voice, cell);
        const int counted = state_of(cell) == all_met ? 1 : 0;
        centres.kept[row->second] += counted;
        practices.kept[column->second] += counted;
        all += counted;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].front() = centres.titles[i];
        rows[i].back() = centres.kept[i];
    }
    Row total{kept};
    for (const auto count : practices.kept) total.emplace_back(count);
    total.emplace_back(all);
    return {voice.text("verdicts.export.file", {{"day", to_string(matrix.day)}}), std::move(head), documents::these(std::move(rows)), std::move(total)};
}

Table export_matrix(http::Call& call, const MatrixOf& matrix_of, const MatrixExportQuery& query) {
    const auto matrix = matrix_of(call, {query.day});
    return call.read([&](db::Tx& tx) {
        return table_of({&call.texts(), call.language()}, matrix, centres_of(tx, matrix, query.district),
                        practices_of(tx, matrix, query.practices, call.language()));
    });
}

}  // namespace

void add_export_routes(http::Routes& routes, MatrixOf matrix_of) {
    routes.get("/api/v1/verdicts/matrix/export", "verdicts.see", "How each centre keeps the standard of each practice, as a file",
               [matrix_of = std::move(matrix_of)](http::Call& call, http::Query<MatrixExportQuery> query) { return export_matrix(call, matrix_of, query.value); })
        .pool = http::Pool::heavy;
}

}  // namespace ryadom::verdicts
