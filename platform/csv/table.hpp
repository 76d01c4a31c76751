// Tables that people send: headings in any of the languages, cells as values, and what is wrong told by row and column,
// as a file that is mended and sent again. A module keeps its columns, its rules and what it stores.
#pragma once

#include "platform/core/text.hpp"
#include "platform/csv/csv.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/time/time.hpp"

#include <algorithm>
#include <climits>
#include <functional>
#include <initializer_list>

namespace ryadom::csv {

enum class Need {
    always,  ///< a row cannot be told without it
    added,   ///< a new record needs it; one that stands keeps what it has
    free
};

constexpr auto names(json::Type<Need>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Need::always, "always"sv}, std::pair{Need::added, "added"sv}, std::pair{Need::free, "free"sv}};
}

/// Known by its name or by its title in any of the languages.
struct Column {
    std::string_view name;   ///< in English, as the field that it fills
    std::string_view title;  ///< key of the catalogues
    Need need = Need::free;
};
using Columns = std::vector<const Column*>;

Columns columns_in(const auto& list) {
    Columns out;
    for (const auto& column : list) out.push_back(&column);
    return out;
}

/// The column of that name; nothing for none.
constexpr const Column* find_column(const auto& list, std::string_view name) {
    for (const auto& column : list)
        if (column.name == name) return &column;
    return nullptr;
}

/// What is wrong with a cell.
struct CellFault {
    const Column* column = nullptr;  ///< nothing: the row as a whole
    std::string code;
    Arguments arguments;
    bool operator==(const CellFault&) const = default;
};
using Faults = std::vector<CellFault>;
/// A fault that quotes what stands in the cell.
inline std::unexpected<CellFault> unreadable(std::string code, std::string_view cell) {
    return std::unexpected(CellFault{nullptr, std::move(code), {{"value", shorten(cell)}}});
}

/// The headings of a table.
struct Head {
    std::vector<std::string> fields;  ///< as they came
    Columns columns;                  ///< in the order of the file; nothing for one that a file of errors added

    const Column* find(std::string_view name) const;
    /// Without what surrounds it; empty where the row or the table has none.
    std::string_view cell(const Record& record, std::string_view name) const;
};
/// Every unknown, repeated or missing column is a field error at "/header".
Checked<Head> read_head(Record record, const Columns& columns, const i18n::Voice& voice);

/// The text of a file in UTF-8.
Checked<std::string> text_of(std::string_view bytes);
/// Gives `take` every row; a refusal says why the text is no such table.
Checked<Head> read_rows(std::string_view text, const Columns& columns, const i18n::Voice& voice, const std::function<void(Record)>& take);

struct Table {
    Head head;
    std::vector<Record> rows;
};
Checked<Table> read_table(std::string_view bytes, const Columns& columns, const i18n::Voice& voice, std::size_t most_rows);

/// Things that rows name by a code or by a title.
template <class T>
class Names {
  public:
    void add_code(std::string_view code, const T& thing) {
        codes_.insert_or_assign(std::string(code), thing);
        words_.insert_or_assign(thing, std::string(code));
    }
    /// A title that two things have names neither.
    void add_title(std::string_view title, const T& thing) {
        const auto [at, fresh] = titles_.emplace(i18n::fold(title), thing);
        if (!fresh && at->second != thing) at->second.reset();
        words_.emplace(thing, title);
    }

    /// `absent` is the code of the fault when there is none.
    std::expected<T, CellFault> find(std::string_view words, const char* absent) const {
        if (const auto code = codes_.find(words); code != codes_.end()) return code->second;
        const auto title = titles_.find(i18n::fold(words));
        if (title != titles_.end() && title->second) return *title->second;
        return unreadable(title == titles_.end() ? absent : "csv.several", words);
    }
    /// The code or title of a thing.
    std::string words_of(const T& thing) const {
        const auto known = words_.find(thing);
        return known == words_.end() ? std::string() : known->second;
    }

  private:
    std::map<std::string, T, std::less<>> codes_;
    std::map<std::string, std::optional<T>> titles_;  ///< nothing: several have it
    std::map<T, std::string> words_;
};

/// The cells of a row as values: an empty one is no value, and what cannot be read or is needed and missing is a fault.
class Row {
  public:
    /// A year of two digits is read from the year of `today`. All three outlive the row.
    Row(const Record& record, const Head& head, Date today, Faults& faults);

    std::optional<std::string> text(const Column& column, std::size_t longest = 4000);  ///< in characters
    /// "31700", also "31 700".
    std::optional<int> whole(const Column& column, const json::Limits& limits = json::range(INT_MIN, INT_MAX));
    /// "1,5" or "1.5" as 150.
    std::optional<int> hundredths(const Column& column);
    std::optional<Date> day(const Column& column);
    /// What `read` makes of the text of the cell: a value, or a fault that stands at the column.
    template <class Read>
    auto as(const Column& column, const Read& read) {
        using Made = std::invoke_result_t<const Read&, const std::string&>;
        std::optional<typename Made::value_type> out;
        if (const auto cell = text(column)) {
            auto made = read(*cell);
            if (made) out = std::move(*made);
            else fault(column, std::move(made.error().code), std::move(made.error().arguments));
        }
        return out;
    }
    template <class T>
    std::optional<T> named(const Column& column, const Names<T>& names, const char* absent) {
        return as(column, [&](const std::string& words) { return names.find(words, absent); });
    }
    /// One of the words, which are folded.
    template <class T>
    std::optional<T> word(const Column& column, std::initializer_list<std::pair<std::string_view, T>> words) {
        return as(column, [&](const std::string& cell) -> std::expected<T, CellFault> {
            const auto* const found = std::ranges::find(words, i18n::fold(cell), [](const auto& each) { return each.first; });
            if (found != words.end()) return found->second;
            return unreadable("core.unknown_value", cell);
        });
    }
    void fault(const Column& column, std::string code, Arguments arguments = {}) { faults_.push_back({&column, std::move(code), std::move(arguments)}); }
    int this_year() const { return this_year_; }

  private:
    const Record& record_;
    const Head& head_;
    int this_year_;
    Faults& faults_;
};

/// A row with what is wrong with it.
struct RowReport {
    Record record;
    Faults faults;
};

/// One fault, as answers of the API tell it.
struct RowError {
    std::int64_t line = 0;
    std::string column;
    std::string code;
    std::string text;
};
constexpr auto describe(json::Type<RowError>) {
    using T = RowError;
    return json::object("RowError", json::field("line", &T::line, "Line of the file"), json::field("column", &T::column, "Title of the column; empty: the whole row"),
                        json::field("code", &T::code, "Code", json::words(i18n::code_words)), json::field("text", &T::text, "What is wrong"));
}
std::vector<RowError> errors_of(const std::vector<RowReport>& rows, const i18n::Voice& voice);

/// The rows as they came with line and reasons: mended, the file can be sent again, and does not grow by it.
std::string error_file(const Head& head, const std::vector<RowReport>& rows, const i18n::Voice& voice);

}  // namespace ryadom::csv
