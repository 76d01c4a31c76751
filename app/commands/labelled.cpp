#include "app/commands/labelled.hpp"

#include "platform/core/text.hpp"
#include "platform/csv/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <regex>
#include <stdexcept>
#include <unordered_map>

namespace ryadom::app {

constexpr auto describe(json::Type<Truth>) {
    using json::field;
    return json::object("Truth", field("column", &Truth::column, "Column that is the same for one person"),
                        field("expression", &Truth::expression, "Regular expression on the id"), field("pairs", &Truth::pairs, "File of pairs of ids"));
}

constexpr auto describe(json::Type<ColumnMap>) {
    using json::field;
    return json::object("ColumnMap", field("id", &ColumnMap::id, "Column of the id"), field("columns", &ColumnMap::columns, "Kinds of columns"),
                        field("truth", &ColumnMap::truth, "Where the truth stands"), field("once", &ColumnMap::once, "Nobody stands twice in a register"));
}

namespace {

using matching::RecordNumber;

constexpr csv::Limits file_limits{std::size_t{16} << 30U, 50'000'000, 1'000, 1'000'000};
/// A truth of which one person has more records is no truth: a column was mistaken for it.
constexpr std::size_t most_records_of_a_person = 10'000;

[[noreturn]] void fail(const std::filesystem::path& file, std::size_t line, std::string_view words) {
    throw std::runtime_error(line == 0 ? fmt::format("{}: {}", file.string(), words) : fmt::format("{}:{}: {}", file.string(), line, words));
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string out{std::istreambuf_iterator<char>(in), {}};
    if (!in || std::filesystem::is_directory(path)) fail(path, 0, "cannot be read");
    return out;
}

std::string kinds() {
    std::string out;
    for (const auto& [kind, name] : names(json::Type<matching::Kind>{})) out += fmt::format("{}{}", out.empty() ? "" : ", ", name);
    return out;
}

std::string words_of(const FieldError& error) {
    std::string out = error.pointer + ": ";
    if (error.code == "core.unknown_value") return fmt::format("{}there is no kind {}; there are {}", out, error.arguments.at("value"), kinds());
    out += error.code;
    for (const auto& [name, value] : error.arguments) out += fmt::format(" {}={}", name, value);
    return out;
}

/// A table with its headings, row by row.
class Table {
  public:
    explicit Table(std::filesystem::path path) : path_(std::move(path)) {
        auto text = csv::to_utf8(content_of(path_), file_limits);
        if (!text) fault(text.error());
        text_ = std::move(*text);
        reader_.emplace(text_, file_limits);
        if (!next()) fail(path_, 0, "holds no heading");
        for (const auto& field : fields_) headings_.emplace_back(trimmed(field));
    }
    bool next() {
        auto record = reader_->next();
        if (!record) fault(record.error());
        if (!*record) return false;
        line_ = (*record)->line;
        fields_ = std::move((*record)->fields);
        if (!headings_.empty() && fields_.size() != headings_.size())
            fail(path_, line_, fmt::format("{} fields where the heading has {}", fields_.size(), headings_.size()));
        return true;
    }
    std::string_view cell(std::size_t column) const { return trimmed(csv::plain(fields_[column])); }
    std::size_t find(std::string_view heading) const {
        const auto found = std::ranges::find(headings_, heading);
        if (found == headings_.end()) fail(path_, 1, fmt::format("there is no column {}; there are {}", heading, fmt::join(headings_, ", ")));
        return static_cast<std::size_t>(found - headings_.begin());
    }
    std::size_t columns() const { return headings_.size(); }
    std::size_t line() const { return line_; }
    const std::filesystem::path& path() const { return path_; }

  private:
    [[noreturn]] void fault(const csv::Fault& fault) const { fail(path_, fault.line, fault.column == 0 ? fault.code : fmt::format("field {}: {}", fault.column, fault.code)); }

    std::filesystem::path path_;
    std::string text_;
    std::optional<csv::Reader> reader_;
    std::vector<std::string> headings_;
    std::vector<std::string> fields_;
    std::size_t line_ = 0;
};

/// Gives the person of each row a number by what the map says.
class Labels {
  public:
    Labels(const ColumnMap& map, bool pairs) : map_(&map), pairs_(pairs) {
        const auto truth = map.truth.value_or(Truth{});
        if (!pairs && !truth.column && !truth.expression) throw std::runtime_error("the map says no truth (column, expression or pairs), and --truth is not given");
        if ((pairs || truth.expression) && !map.id) throw std::runtime_error("the map says no id, which the truth is told by");
        if (!truth.expression) return;
        try {
            expression_ = std::regex(*truth.expression, std::regex::ECMAScript | std::regex::optimize);
        } catch (const std::regex_error& error) {
            throw std::runtime_error(fmt::format("truth/expression: {}", error.what()));
        }
    }
    void open(const Table& table) {
        const auto truth = map_->truth.value_or(Truth{});
        id_ = map_->id ? table.find(*map_->id) : 0;
        if (!pairs_ && truth.column) person_ = table.find(*truth.column);
    }
    RecordNumber add(const Table& table, RecordNumber record, std::uint8_t source) {
        if (map_->id && !ids_.emplace(key(table.cell(id_), source), record).second) fail(table.path(), table.line(), fmt::format("the id {} stands there again", table.cell(id_)));
        if (pairs_) return record;
        const auto label = map_->truth->column ? std::string(table.cell(person_)) : matched(table);
        // Nobody knows who it is: somebody else than all others.
        return label.empty() ? record : people_.try_emplace(label, record).first->second;
    }
    std::optional<RecordNumber> find(std::string_view id, std::uint8_t source) const {
        const auto found = ids_.find(key(id, source));
        return found == ids_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    static std::string key(std::string_view id, std::uint8_t source) { return fmt::format("{} {}", source, id); }
    std::string matched(const Table& table) const {
        const std::string id(table.cell(id_));
        std::smatch found;
        // The library follows an expression by calling itself, a letter at a time.
        constexpr std::size_t longest_id = 1'000;
        if (id.size() > longest_id || !std::regex_search(id, found, *expression_)) fail(table.path(), table.line(), fmt::format("the expression does not match the id {}", shorten(id)));
        return found.size() > 1 ? found[1].str() : found[0].str();
    }

    const ColumnMap* map_;
    bool pairs_;
    std::optional<std::regex> expression_;
    std::size_t id_ = 0;
    std::size_t person_ = 0;
    std::unordered_map<std::string, RecordNumber> people_;
    std::unordered_map<std::string, RecordNumber> ids_;
};

void read_records(Table& table, const ColumnMap& map, Labels& labels, Labelled& out, std::uint8_t source, bool several) {
    std::vector<std::size_t> places;
    for (const auto& [heading, kind] : map.columns) places.push_back(table.find(heading));
    labels.open(table);
    std::vector<std::string_view> cells(places.size());
    while (table.next()) {
        for (std::size_t i = 0; i < places.size(); ++i) cells[i] = table.cell(places[i]);
        const auto record = out.records.add(cells);
        out.truth.push_back(labels.add(table, record, source));
        if (several) out.source.push_back(source);
    }
}

RecordNumber root_of(std::vector<RecordNumber>& truth, RecordNumber record) {
    while (truth[record] != record) record = truth[record] = truth[truth[record]];
    return record;
}

/// The first two columns of the file are ids: of the first and of the second register where there are two.
void read_pairs(const std::filesystem::path& path, const Labels& labels, Labelled& out) {
    Table table(path);
    if (table.columns() < 2) fail(path, 1, "pairs need two columns of ids");
    while (table.next()) {
        std::array<RecordNumber, 2> pair{};
        for (std::size_t i = 0; i < 2; ++i) {
            const auto found = labels.find(table.cell(i), static_cast<std::uint8_t>(out.source.empty() ? 0 : i));
            if (!found) fail(path, table.line(), fmt::format("no record has the id {}", table.cell(i)));
            pair.at(i) = root_of(out.truth, *found);
        }
        const auto [low, high] = std::minmax(pair[0], pair[1]);
        out.truth[high] = low;
    }
    for (RecordNumber record = 0; record < out.truth.size(); ++record) out.truth[record] = root_of(out.truth, record);
}

void check_truth(const std::vector<RecordNumber>& truth) {
    std::vector<std::size_t> records(truth.size());
    for (const auto person : truth)
        if (++records[person] > most_records_of_a_person) throw std::runtime_error(fmt::format("the truth makes one person of more than {} records: it is another column", most_records_of_a_person));
}

}  // namespace

ColumnMap read_map(const std::filesystem::path& path) {
    const auto value = json::parse_yaml(content_of(path));
    if (!value) fail(path, static_cast<std::size_t>(value.error().line), fmt::format("{} {}", value.error().code, value.error().detail));
    json::Reader reader;
    auto out = reader.read<ColumnMap>(*value);
    if (!reader.errors().empty()) fail(path, reader.lines().empty() ? 0 : static_cast<std::size_t>(reader.lines().front()), words_of(reader.errors().front()));
    if (out.columns.empty() || out.columns.size() > matching::most_columns) fail(path, 0, fmt::format("names {} columns; 1 to {} can be compared", out.columns.size(), matching::most_columns));
    if (out.truth && out.truth->pairs) out.truth->pairs = (path.parent_path() / *out.truth->pairs).string();
    return out;
}

Labelled read_labelled(const std::vector<std::string>& files, const ColumnMap& map, const std::filesystem::path& pairs) {
    matching::Columns columns;
    for (const auto& [heading, kind] : map.columns) columns.push_back({heading, kind});
    Labelled out{matching::Register(std::move(columns)), {}, {}};
    const std::filesystem::path of_map = map.truth ? map.truth->pairs.value_or("") : "";
    const auto& told = pairs.empty() ? of_map : pairs;
    Labels labels(map, !told.empty());
    for (std::size_t i = 0; i < files.size(); ++i) {
        Table table(files[i]);
        read_records(table, map, labels, out, static_cast<std::uint8_t>(i), files.size() > 1);
    }
    if (!told.empty()) read_pairs(told, labels, out);
    check_truth(out.truth);
    out.records.settle();
    return out;
}

}  // namespace ryadom::app
