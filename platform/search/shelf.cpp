#include "platform/search/shelf.hpp"

#include "platform/search/store.hpp"

#include <mutex>

namespace ryadom::search {

void Shelf::follow(db::Tx& tx) {
    const auto known = [this] {
        const std::shared_lock lock(mutex_);
        return position_;
    }();
    if (known && store::changes_after(tx, *known).empty()) return;
    const std::unique_lock lock(mutex_);
    if (!position_) {
        const auto last = store::last_position(tx);
        for (const auto& document : store::all(tx)) index_.put(document);
        position_ = last;
        return;
    }
    // Documents are read as they are now, which a later change of the same one only repeats.
    for (auto some = store::changes_after(tx, *position_); !some.empty(); some = store::changes_after(tx, *position_))
        for (const auto& change : some) {
            if (const auto document = store::find(tx, change.kind, change.id)) index_.put(*document);
            else index_.remove(change.kind, change.id);
            position_ = change.position;
        }
}

Answer Shelf::ask(db::Tx& tx, Question question, Date today, const std::function<bool(std::string_view)>& allowed) {
    follow(tx);
    question.visible = [&tx, today, &allowed](const Document& document) {
        const bool is_time = (!document.from || *document.from <= today) && (!document.until || today <= *document.until);
        return is_time && (document.organisation == 0 || tx.caller().scope.holds(document.organisation)) && (document.permission.empty() || allowed(document.permission));
    };
    const std::shared_lock lock(mutex_);
    return index_.ask(question);
}

}  // namespace ryadom::search
