// A cell of a table as the value that a record's field holds in JSON, and back. Pure.
#pragma once

#include "modules/network/import_columns.hpp"

namespace ryadom::network {

/// Things that rows name by a code or by their name, with their ids as text.
class Names {
  public:
    void add_code(std::string_view code, const std::string& id);
    /// A name that two things have names neither.
    void add_title(std::string_view title, const std::string& id);

    struct Found {
        std::string id;  ///< empty: none
        bool several = false;
    };
    Found find(std::string_view words) const;
    /// The code or name of an id.
    std::string words_of(const std::string& id) const;

  private:
    std::map<std::string, std::string, std::less<>> codes_;
    std::map<std::string, Found> titles_;
    std::map<std::string, std::string> words_;
};

struct References {
    const Names& organisations;
    const Names& districts;
    const Names& departments;
    const Names& rooms;
};

struct CellFault {
    std::string code;
    Arguments arguments;
};

/// The text is trimmed and not empty.
std::expected<json::Value, CellFault> read_cell(Form form, const std::string& text, const References& references);
/// The value as a table would write it; nothing for no value.
std::string write_cell(Form form, const json::Value* value, const References& references);

}  // namespace ryadom::network
