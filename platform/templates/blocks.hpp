// Lines whose words are known, put together to the blocks of a paper.
#pragma once

#include "platform/templates/tree.hpp"

namespace ryadom::templates {

class Blocks {
  public:
    /// Lines of one kind that follow each other are one list, table and so on.
    void add(const Line& line, std::vector<std::string> cells);
    std::vector<documents::Block> take() { return std::move(out_); }
    const std::string& title() const { return title_; }

  private:
    template <class Group>
    Group& group();
    void item(const Line& line, std::string text);
    void row(const Line& line, std::vector<std::string> cells);

    std::vector<documents::Block> out_;
    bool open_ = false;  ///< the last block may go on
    std::string title_;
};

}  // namespace ryadom::templates
