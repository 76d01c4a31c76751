// Tables as text: what spreadsheets of centres save and open. The reader takes one record at a time and says line and
// column of a fault; the writer makes sure that no cell becomes a formula.
#pragma once

#include "platform/core/refusal.hpp"

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ryadom::csv {

struct Limits {
    std::size_t bytes = 25U << 20;
    std::size_t records = 200'000;
    std::size_t columns = 100;
    std::size_t field = 4000;  ///< bytes
};

/// Why a text is no table that we read.
struct Fault {
    std::string code;  ///< "csv.open_quote"
    std::size_t line = 0;    ///< from 1; 0 when the whole text is meant
    std::size_t column = 0;  ///< the field's number from 1; 0 when the whole line is meant
    Arguments arguments() const;
    bool operator==(const Fault&) const = default;
};

/// The text in UTF-8: what is not UTF-8, with or without a byte order mark, is taken for Windows-1251. Refuses UTF-16,
/// NUL and what is too large.
std::expected<std::string, Fault> to_utf8(std::string_view bytes, const Limits& limits = {});

/// The one of ; , and tab that stands most often in the first line outside of quotes; ";" when none does.
char separator_of(std::string_view text);

struct Record {
    std::size_t line = 0;  ///< where it begins
    std::vector<std::string> fields;
    bool operator==(const Record&) const = default;
};

/// Reads RFC 4180 and its usual variants: any of the three separators, any line ends, quotes inside an unquoted field.
class Reader {
  public:
    /// The text must be UTF-8 and outlive the reader.
    explicit Reader(std::string_view text, const Limits& limits = {}) : Reader(text, separator_of(text), limits) {}
    Reader(std::string_view text, char separator, const Limits& limits = {})
        : text_(text), separator_(separator), limits_(limits) {}

    /// The next record that is not blank, nothing at the end. After a fault there is no next.
    std::expected<std::optional<Record>, Fault> next();
    /// How much of the text was read, in bytes.
    std::size_t position() const { return at_; }
    char separator() const { return separator_; }

  private:
    std::expected<Record, Fault> read_record();
    std::expected<std::string, Fault> read_field(std::size_t column);
    std::expected<std::string, Fault> read_quoted(std::size_t column);
    bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }
    void end_line();

    std::string_view text_;
    char separator_;
    Limits limits_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t records_ = 0;
};

/// What the writer did against formulas undone, so that a file read back is what was written.
std::string_view plain(std::string_view field);

class Writer {
  public:
    /// Begins with a byte order mark, so that spreadsheets take the text for UTF-8.
    explicit Writer(char separator = ';') : separator_(separator) {}
    void record(std::span<const std::string> fields);
    /// What was written since the last call.
    std::string take() { return std::exchange(text_, {}); }

  private:
    char separator_;
    std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace ryadom::csv
