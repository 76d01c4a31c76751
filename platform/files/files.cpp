#include "platform/files/files.hpp"

#include "platform/core/bytes.hpp"

#include <algorithm>

namespace ryadom {
std::span<const EmbeddedFile> embedded_files_migrations();
}

namespace ryadom::files {
namespace {

constexpr db::Sql insert_blob =
    "insert into files_blob (sha256, size, stored_at, content) values ($1, $2, $3, $4) on conflict (sha256) do nothing";
constexpr db::Sql blob = "select content from v_files_blob where sha256 = $1";
constexpr db::Sql blob_number = "select number from v_files_blob where sha256 = $1";

constexpr bool is_text_byte(unsigned char byte) { return byte >= 0x20 ? byte != 0x7f : byte == '\n' || byte == '\r' || byte == '\t'; }

/// How many bytes follow the first one of a character; nothing when none begins with it.
std::optional<std::size_t> following(unsigned char first) {
    if (first < 0x80) return 0;
    if (first >= 0xc2 && first < 0xe0) return 1;
    if (first >= 0xe0 && first < 0xf0) return 2;
    if (first >= 0xf0 && first < 0xf5) return 3;
    return std::nullopt;
}

bool is_text(std::string_view content) {
    while (!content.empty()) {
        const auto first = static_cast<unsigned char>(content.front());
        const auto more = following(first);
        if (!more || *more >= content.size() || !is_text_byte(first)) return false;
        const auto tail = content.substr(1, *more);
        if (!std::ranges::all_of(tail, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; })) return false;
        content.remove_prefix(1 + *more);
    }
    return true;
}

}  // namespace

db::Schema schema() {
    return {"files", db::migrations(embedded_files_migrations()), {{"files_blob", db::Dimension::open, ""}}, {}, {}};
}

std::string hash_of(std::string_view content) { return hex(sha256(content)); }

void put(db::Tx& tx, std::string_view hash, std::string_view content) {
    // Asked first, so that a content that is there is not sent to the engine again.
    if (exists(tx, hash)) return;
    tx.run(insert_blob, hash, static_cast<std::int64_t>(content.size()), tx.now(), db::Bytes{content});
}

std::optional<std::string> get(db::Tx& tx, std::string_view hash) {
    return tx.find(blob, [](const db::Row& row) { return row.bytes(0); }, hash);
}

bool exists(db::Tx& tx, std::string_view hash) { return tx.value<std::int64_t>(blob_number, hash).has_value(); }

std::string_view content_type(std::string_view content) {
    if (content.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (content.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (content.starts_with("RIFF") && content.substr(0, 16).substr(8).starts_with("WEBPVP8")) return "image/webp";
    if (content.starts_with("%PDF-")) return "application/pdf";
    return is_text(content) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

}  // namespace ryadom::files
