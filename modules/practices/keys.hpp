// Trust in a publisher's key: from the screen and from the command line.
#pragma once

#include "modules/practices/model.hpp"

namespace ryadom::practices {

Checked<void> check_key(std::string_view text);
/// Refuses what is not a key, and ends in the constraint practices_key_key_id_unique for one that is trusted already.
PublisherKey trust(db::Tx& tx, std::string_view title, std::string_view text);

}  // namespace ryadom::practices
