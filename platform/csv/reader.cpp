#include "platform/csv/csv.hpp"

#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <array>

namespace ryadom::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool blank(const Record& record) {
    return std::ranges::all_of(record.fields, [](const std::string& field) {
        return field.find_first_not_of(" \t") == std::string::npos;
    });
}

}  // namespace

Arguments Fault::arguments() const { return {{"line", std::to_string(line)}, {"column", std::to_string(column)}}; }

std::expected<std::string, Fault> to_utf8(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.bytes) return std::unexpected(Fault{"csv.too_large", 0, 0});
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return std::unexpected(Fault{"csv.encoding", 0, 0});
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
        const auto lines = std::ranges::count(bytes.substr(0, nul), '\n');
        return std::unexpected(Fault{"csv.encoding", static_cast<std::size_t>(lines) + 1, 0});
    }
    return i18n::valid_utf8(bytes) ? std::string(bytes) : i18n::from_cp1251(bytes);
}

char separator_of(std::string_view text) {
    constexpr std::array separators{';', ',', '\t'};
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false;
    for (const char letter : text) {
        if (letter == '"') quoted = !quoted;
        if (quoted) continue;
        if (letter == '\n' || letter == '\r') break;
        if (const auto* found = std::ranges::find(separators, letter); found != separators.end())
            ++counts[static_cast<std::size_t>(found - separators.begin())];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

std::expected<std::optional<Record>, Fault> Reader::next() {
    while (at_ < text_.size()) {
        auto record = read_record();
        if (!record) {
            at_ = text_.size();
            return std::unexpected(std::move(record.error()));
        }
        if (!blank(*record)) return std::move(*record);
    }
    return std::optional<Record>();
}

std::expected<Record, Fault> Reader::read_record() {
    if (++records_ > limits_.records) return std::unexpected(Fault{"csv.too_many_lines", line_, 0});
    Record record{line_, {}};
    for (;;) {
        const auto column = record.fields.size() + 1;
        if (column > limits_.columns) return std::unexpected(Fault{"csv.too_many_columns", line_, column});
        auto field = read_field(column);
        if (!field) return std::unexpected(std::move(field.error()));
        record.fields.push_back(std::move(*field));
        if (at_line_end()) break;
        ++at_;  // the separator
    }
    end_line();
    return record;
}

void Reader::end_line() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

std::expected<std::string, Fault> Reader::read_field(std::size_t column) {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(column);
    const auto begin = at_;
    while (!at_line_end() && text_[at_] != separator_) ++at_;
    if (at_ - begin > limits_.field) return std::unexpected(Fault{"csv.field_too_long", line_, column});
    return std::string(text_.substr(begin, at_ - begin));
}

std::expected<std::string, Fault> Reader::read_quoted(std::size_t column) {
    const auto line = line_;
    std::string field;
    for (++at_;;) {
        const auto quote = text_.find('"', at_);
        if (quote == std::string_view::npos) return std::unexpected(Fault{"csv.open_quote", line, column});
        const auto piece = text_.substr(at_, quote - at_);
        line_ += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
        field += piece;
        if (field.size() > limits_.field) return std::unexpected(Fault{"csv.field_too_long", line, column});
        at_ = quote + 1;
        if (at_ >= text_.size() || text_[at_] != '"') break;
        field += '"';
        ++at_;
    }
    if (!at_line_end() && text_[at_] != separator_) return std::unexpected(Fault{"csv.text_after_quote", line_, column});
    return field;
}

}  // namespace ryadom::csv
