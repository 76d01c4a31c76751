// The search of the whole server.
#pragma once

#include <string_view>

namespace ryadom::find {

/// Lines of search::Synonyms: what the trade calls by several names.
std::string_view trade_synonyms();

}  // namespace ryadom::find
