#pragma once

#include "modules/programmes/papers.hpp"
#include "modules/programmes/store.hpp"

namespace ryadom::programmes::store {

/// Something with the data that a paper of it would hold.
struct Thing {
    Number<network::Organisation> organisation;
    Uuid id;
    std::string kind;
    std::string data_hash;
};
struct Issued {
    Uuid paper;
    std::string label;
};
std::optional<Issued> issued(db::Tx& tx, const Thing& thing);
void keep_issued(db::Tx& tx, const Thing& thing, Number<people::Person> person, const Issued& paper);

/// What register and lists say of somebody, in the words of a language.
Printed printed(db::Tx& tx, const people::PersonRow& person, const i18n::Voice& voice);

}  // namespace ryadom::programmes::store
