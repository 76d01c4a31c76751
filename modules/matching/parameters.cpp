#include "modules/matching/parameters.hpp"

#include <algorithm>

namespace ryadom::matching {
namespace {

constexpr std::array tie_names = {"same", "moved", "twin", "relative", "namesake"};
static_assert(tie_names.size() == ties);

/// As it stands in the text.
struct StoredTie {
    double share = 0;
    double crossed = 0;
};
struct StoredColumn {
    std::string name;
    Kind kind = Kind::text;
    std::uint32_t bearers = 0;
    double other = 0;
    std::vector<double> chance;                            ///< by level
    std::map<std::string, std::vector<double>> agreement;  ///< by tie that the column tells
    std::map<std::string, std::uint32_t> common;
};
struct Stored {
    double records = 0;
    double threshold = 0;
    std::map<std::string, StoredTie> ties;
    std::vector<StoredColumn> columns;
};

constexpr auto describe(json::Type<StoredTie>) {
    using json::field;
    return json::object("MatchingTie", field("share", &StoredTie::share, "Of all pairs"), field("crossed", &StoredTie::crossed, "Family and given name exchanged"));
}
constexpr auto describe(json::Type<StoredColumn>) {
    using json::field;
    using json::length;
    return json::object("MatchingColumn", field("name", &StoredColumn::name, "Name"), field("kind", &StoredColumn::kind, "Kind"),
                        field("bearers", &StoredColumn::bearers, "Records that have a value"), field("other", &StoredColumn::other, "Part of them that a value has which is not listed"),
                        field("chance", &StoredColumn::chance, "Of strangers, by level", length(levels, levels)),
                        field("agreement", &StoredColumn::agreement, "By tie and level"), field("common", &StoredColumn::common, "Bearers of common values"));
}
constexpr auto describe(json::Type<Stored>) {
    using json::field;
    return json::object("MatchingParameters", field("records", &Stored::records, "Of the register"), field("threshold", &Stored::threshold, "Weight of one person"),
                        field("ties", &Stored::ties, "What two records may be to each other", json::length(ties, ties)),
                        field("columns", &Stored::columns, "Columns", json::length(1, most_columns)));
}

StoredColumn stored(const KnownColumn& column, const Model& model, std::size_t at) {
    StoredColumn out{column.column.name, column.column.kind, column.bearers, column.other, {model.chance[at].begin(), model.chance[at].end()}, {}, {column.common.begin(), column.common.end()}};
    for (std::size_t tie = 0; tie < ties; ++tie)
        if (const auto& relation = model.relations[tie]; relation.telling[at]) out.agreement.emplace(tie_names[tie], std::vector(relation.agreement[at].begin(), relation.agreement[at].end()));
    return out;
}

/// What the description cannot say: a level for each part, and nothing whose logarithm is not finite.
std::vector<FieldError> faults(const Stored& text) {
    std::vector<FieldError> errors;
    const auto check = [&](const std::vector<double>& parts, const std::string& place) {
        if (parts.size() != levels || std::ranges::any_of(parts, [](double part) { return !(part > 0 && part <= 1); })) errors.push_back({place, "core.range", {}});
    };
    for (const auto* name : tie_names)
        if (!text.ties.contains(name)) errors.push_back({std::string("/ties/") + name, "core.required", {}});
    for (std::size_t at = 0; at < text.columns.size(); ++at) {
        const auto place = "/columns/" + std::to_string(at);
        for (const auto& [tie, parts] : text.columns[at].agreement) check(parts, place + "/agreement/" + tie);
    }
    return errors;
}

ByLevel by_level(const std::vector<double>& parts) {
    ByLevel out{};
    std::ranges::copy(parts, out.begin());
    return out;
}

}  // namespace

Parameters parameters_of(const Register& records, const Model& model, std::size_t most) {
    Parameters out{static_cast<double>(records.size()), model, {}};
    for (std::size_t at = 0; at < records.columns().size(); ++at) {
        const auto kind = records.columns()[at].kind;
        out.columns.push_back(records.known(at, is_name(kind) || kind == Kind::sex ? most : 0));
    }
    return out;
}

std::string write_parameters(const Parameters& parameters) {
    Stored out{parameters.records, parameters.model.threshold, {}, {}};
    for (std::size_t tie = 0; tie < ties; ++tie) out.ties.emplace(tie_names[tie], StoredTie{parameters.model.relations[tie].share, parameters.model.relations[tie].crossed});
    for (std::size_t at = 0; at < parameters.columns.size(); ++at) out.columns.push_back(stored(parameters.columns[at], parameters.model, at));
    return json::to_json(out);
}

Checked<Parameters> read_parameters(std::string_view text) {
    const auto document = json::parse(text);
    if (!document) return refuse(document.error().code);
    auto read = json::read<Stored>(*document);
    if (!read) return std::unexpected(std::move(read.error()));
    if (auto errors = faults(*read); !errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    Parameters out{read->records, {}, {}};
    out.model.threshold = read->threshold;
    for (std::size_t tie = 0; tie < ties; ++tie) {
        const auto& of = read->ties.at(tie_names[tie]);
        out.model.relations[tie].share = of.share;
        out.model.relations[tie].crossed = of.crossed;
    }
    for (std::size_t at = 0; at < read->columns.size(); ++at) {
        const auto& column = read->columns[at];
        out.columns.push_back({{column.name, column.kind}, column.bearers, column.other, {column.common.begin(), column.common.end()}});
        out.model.chance[at] = by_level(column.chance);
        for (std::size_t tie = 0; tie < ties; ++tie)
            if (const auto found = column.agreement.find(tie_names[tie]); found != column.agreement.end()) {
                out.model.relations[tie].telling.set(at);
                out.model.relations[tie].agreement[at] = by_level(found->second);
            }
    }
    return out;
}

}  // namespace ryadom::matching
