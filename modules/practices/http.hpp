#pragma once

#include "modules/practices/store.hpp"
#include "modules/practices/wording.hpp"
#include "platform/http/routes.hpp"

namespace ryadom::practices {

void add_bank_routes(http::Routes& routes);
void add_import_routes(http::Routes& routes);
void add_draft_routes(http::Routes& routes);
void add_draft_file_routes(http::Routes& routes);
void add_key_routes(http::Routes& routes);

inline Wording wording_of(const http::Call& call) { return {call.texts(), call.language()}; }

/// A content of a package to save, never to run.
http::Download file_download(http::Call& call, std::string name, std::string content);

/// Whether the caller may write versions of this practice: regional roles of any, a centre of its own.
bool may_write(const db::Tx& tx, const store::Owned& practice);

}  // namespace ryadom::practices
