#include "platform/search/shelf.hpp"

#include "platform/search/store.hpp"

#include <mutex>

namespace ryadom::search {

void Shelf::follow(db::Tx& tx) {
    const auto last = store::last_position(tx);
    {
        const std::shared_lock lock(mutex_);
        if (position_ && *position_ >= last) return;
    }
    const std::unique_lock lock(mutex_);
    if (!position_) {
        for (const auto& document : store::all(tx)) index_.put(document);
        position_ = last;
        return;
    }
    // Documents are read as they are now, which a later change of the same one only repeats.
    for (const auto& change : store::changes_after(tx, *position_)) {
        if (const auto document = store::find(tx, change.kind, change.id)) index_.put(*document);
        else index_.remove(change.kind, change.id);
        position_ = change.position;
    }
}

Answer Shelf::ask(db::Tx& tx, Question question, const std::function<bool(std::string_view)>& allowed) {
    follow(tx);
    question.visible = [&tx, &allowed](const Document& document) {
        return (document.organisation == 0 || tx.caller().scope.holds(document.organisation)) && (document.permission.empty() || allowed(document.permission));
    };
    const std::shared_lock lock(mutex_);
    return index_.ask(question);
}

}  // namespace ryadom::search
