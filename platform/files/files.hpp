// Contents in the database, each once, named by its SHA-256. Who may see a content is decided by the row of the module
// that names it: a hash comes from such a row and never from outside.
#pragma once

#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ryadom::files {

db::Schema schema();

/// 64 lower-case hex digits. Hashing takes its time: it comes before the transaction.
std::string hash_of(std::string_view content);

/// Keeps the content; one that is there already is left as it is.
void put(db::Tx& tx, std::string_view hash, std::string_view content);
std::optional<std::string> get(db::Tx& tx, std::string_view hash);
bool exists(db::Tx& tx, std::string_view hash);

/// What a content is by its first bytes, whatever its name says. Everything that a browser might run is plain text or
/// a stream of bytes here.
std::string_view content_type(std::string_view content);

/// Whether it is something that people hand in as a paper: a picture, a PDF, or a text or table of an office, whose ending must
/// say the same as its content.
bool is_paper(std::string_view content, std::string_view name);

/// Goes with every download as Content-Security-Policy, beside "attachment" and "nosniff".
constexpr std::string_view content_policy = "sandbox; default-src 'none'";

}  // namespace ryadom::files
