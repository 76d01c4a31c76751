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

/// The ending of a name without its dot, in small letters.
std::string ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return {};
    std::string out(name.substr(dot + 1));
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool is_phone_picture(std::string_view content) {
    constexpr std::size_t box = 4;
    const auto brand = content.substr(std::min(content.size(), box), 8);
    return brand == "ftypheic" || brand == "ftypheix" || brand == "ftypmif1";
}

/// An office's file: a zip with its main part inside, or the older container.
bool is_office(std::string_view content, std::string_view ending) {
    if (content.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return ending == "doc" || ending == "xls";
    if (!content.starts_with("PK\x03\x04")) return false;
    const auto holds = [&](std::string_view part) { return content.find(part) != std::string_view::npos; };
    if (ending == "docx") return holds("word/document.xml");
    if (ending == "xlsx") return holds("xl/workbook.xml");
    if (ending == "odt") return holds("application/vnd.oasis.opendocument.text");
    return ending == "ods" && holds("application/vnd.oasis.opendocument.spreadsheet");
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
    if (content.starts_with("RIFF") && content.substr(std::min<std::size_t>(content.size(), 8)).starts_with("WEBPVP8")) return "image/webp";
    if (is_phone_picture(content)) return "image/heic";
    if (content.starts_with("%PDF-")) return "application/pdf";
    return is_text(content) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

bool is_paper(std::string_view content, std::string_view name) {
    const auto type = content_type(content);
    if (type.starts_with("image/") || type == "application/pdf") return true;
    const auto ending = ending_of(name);
    // A table of an older program is in the one-byte letters of its time.
    if (ending == "csv") return std::ranges::all_of(content, [](char c) { return is_text_byte(static_cast<unsigned char>(c)); });
    return is_office(content, ending);
}

}  // namespace ryadom::files
