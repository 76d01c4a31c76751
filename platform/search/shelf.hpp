// The index of one database: it brings itself up to what the asker's transaction sees, then answers.
#pragma once

#include "platform/search/index.hpp"

#include <shared_mutex>

namespace ryadom::search {

class Shelf {
  public:
    explicit Shelf(Synonyms synonyms) : index_(std::move(synonyms)) {}
    /// Answers within the caller's scope, of what is found on that day; what asks for a permission is found by those only who
    /// are said to hold it.
    Answer ask(db::Tx& tx, Question question, Date today, const std::function<bool(std::string_view)>& allowed);
    /// Reads what was committed since the last question, so that the first one does not wait for all of it.
    void follow(db::Tx& tx);

  private:
    std::shared_mutex mutex_;
    Index index_;
    std::optional<std::int64_t> position_;  ///< of the last change that the index holds
};

}  // namespace ryadom::search
