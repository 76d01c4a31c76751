#include "platform/csv/csv.hpp"
#include "platform/documents/writers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::documents {
namespace {

struct Text {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return decimal(number); }
    std::string operator()(Date day) const { return to_string(day); }
};

enum class At { head, rows, end };

class Lines {
  public:
    explicit Lines(Table table) : table_(std::move(table)) {}

    std::optional<std::string> operator()() {
        if (at_ == At::end) return std::nullopt;
        if (std::exchange(at_, At::rows) == At::head) write_head();
        const auto rows = table_.rows();
        for (const auto& row : rows) write(row);
        if (rows.empty()) {
            at_ = At::end;
            if (!table_.total.empty()) write(table_.total);
        }
        return writer_.take();
    }

  private:
    void write_head() {
        std::vector<std::string> titles;
        for (const auto& column : table_.columns) titles.push_back(column.title);
        writer_.record(titles);
    }
    void write(const Row& row) {
        std::vector<std::string> fields;
        for (const auto& cell : row) fields.push_back(std::visit(Text{}, cell));
        writer_.record(fields);
    }

    Table table_;
    csv::Writer writer_;
    At at_ = At::head;
};

}  // namespace

std::string decimal(double value) {
    auto out = fmt::format("{:.2f}", value);
    std::ranges::replace(out, '.', ',');
    return out;
}

Pieces csv_of(Table table) { return Lines(std::move(table)); }

}  // namespace ryadom::documents
