#include "platform/files/pictures.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace ryadom::files {
namespace {

using namespace std::string_view_literals;

/// Big end first.
std::uint32_t big(std::string_view bytes) {
    std::uint32_t out = 0;
    for (const char byte : bytes) out = out << 8U | static_cast<unsigned char>(byte);
    return out;
}

std::uint32_t little(std::string_view bytes) {
    std::uint32_t out = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) out = out << 8U | static_cast<unsigned char>(bytes[i]);
    return out;
}

class Cursor {
  public:
    explicit Cursor(std::string_view bytes) : left_(bytes) {}
    std::string_view left() const { return left_; }
    /// All of them or nothing.
    std::optional<std::string_view> take(std::size_t count) {
        if (count > left_.size()) return std::nullopt;
        const auto out = left_.substr(0, count);
        left_.remove_prefix(count);
        return out;
    }

  private:
    std::string_view left_;
};

// ---- JPEG: segments with a marker each, and the coded picture behind every start of scan (ITU T.81, B.1)

namespace marker {
constexpr unsigned char first_frame = 0xc0;
constexpr unsigned char last_frame = 0xcf;  ///< between them also the tables of codes
constexpr unsigned char first_restart = 0xd0;
constexpr unsigned char last_restart = 0xd7;
constexpr unsigned char start = 0xd8;
constexpr unsigned char end = 0xd9;
constexpr unsigned char scan = 0xda;
constexpr unsigned char quantisation = 0xdb;
constexpr unsigned char restart_interval = 0xdd;  ///< and the number of lines before it
constexpr unsigned char jfif = 0xe0;
constexpr unsigned char exif = 0xe1;
constexpr unsigned char adobe = 0xee;
}  // namespace marker

/// Those that stand before a segment, and the end.
std::optional<unsigned char> next_marker(Cursor& in) {
    auto byte = in.take(1);
    if (byte != "\xff"sv) return std::nullopt;
    while (byte == "\xff"sv) byte = in.take(1);
    if (!byte) return std::nullopt;
    const auto out = static_cast<unsigned char>(byte->front());
    if (out < marker::first_frame || (out >= marker::first_restart && out <= marker::start)) return std::nullopt;
    return out;
}

std::optional<std::string_view> next_segment(Cursor& in) {
    const auto length = in.take(2);
    if (!length || big(*length) < 2) return std::nullopt;
    return in.take(big(*length) - 2);
}

void put_segment(std::string& out, unsigned char name, std::string_view content) {
    const auto length = content.size() + 2;
    out += {'\xff', static_cast<char>(name), static_cast<char>(length >> 8U), static_cast<char>(length & 0xffU)};
    out += content;
}

/// The coded picture: up to the next marker that is neither a byte 255 of the picture nor a restart.
std::string_view coded(std::string_view left) {
    for (auto at = left.find('\xff'); at != std::string_view::npos && at + 1 < left.size(); at = left.find('\xff', at + 2)) {
        const auto next = static_cast<unsigned char>(left[at + 1]);
        if (next != 0 && (next < marker::first_restart || next > marker::last_restart)) return left.substr(0, at);
    }
    return left;
}

/// 2 to 8 where the picture is shown turned. Exif that cannot be read says nothing of that.
std::optional<char> turned(std::string_view exif) {
    constexpr std::uint32_t orientation = 0x0112;
    constexpr std::size_t entry_size = 12;
    if (!exif.starts_with("Exif\0\0"sv)) return std::nullopt;
    const auto tiff = exif.substr(6);
    if (tiff.size() < 8) return std::nullopt;
    const auto number = tiff.starts_with("II") ? little : big;
    const std::size_t place = number(tiff.substr(4, 4));
    if (place > tiff.size()) return std::nullopt;
    Cursor in(tiff.substr(place));
    const auto count = in.take(2);
    for (auto left = count ? number(*count) : 0; left > 0; --left) {
        const auto entry = in.take(entry_size);
        if (!entry) return std::nullopt;
        if (number(entry->substr(0, 2)) != orientation) continue;
        const auto value = number(entry->substr(8, 2));
        return value >= 2 && value <= 8 ? std::optional(static_cast<char>(value)) : std::nullopt;
    }
    return std::nullopt;
}

/// Exif with that one entry: a number of two bytes, once.
std::string only_turned(char value) {
    std::string out("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
    out += value;
    return out.append("\0\0\0\0\0\0"sv);
}

bool is_drawn(unsigned char name) {
    return (name >= marker::first_frame && name <= marker::last_frame) || (name >= marker::quantisation && name <= marker::restart_interval);
}

/// What of a segment is kept. JFIF goes without its small copy of the picture.
void keep_segment(std::string& out, unsigned char name, std::string_view content) {
    constexpr std::size_t jfif_fields = 12;
    constexpr std::size_t adobe_fields = 12;
    if (is_drawn(name)) return put_segment(out, name, content);
    if (name == marker::jfif && content.starts_with("JFIF\0"sv) && content.size() >= jfif_fields + 2)
        return put_segment(out, name, std::string(content.substr(0, jfif_fields)).append(2, '\0'));
    if (name == marker::adobe && content.starts_with("Adobe") && content.size() >= adobe_fields) return put_segment(out, name, content.substr(0, adobe_fields));
    if (name != marker::exif) return;
    if (const auto value = turned(content)) put_segment(out, name, only_turned(*value));
}

std::optional<std::string> plain_jpeg(std::string_view content) {
    Cursor in(content);
    if (in.take(2) != "\xff\xd8"sv) return std::nullopt;
    std::string out("\xff\xd8");
    bool drawn = false;
    while (const auto name = next_marker(in)) {
        if (*name == marker::end) return drawn ? std::optional(out + "\xff\xd9") : std::nullopt;
        const auto segment = next_segment(in);
        if (!segment) return std::nullopt;
        keep_segment(out, *name, *segment);
        if (*name != marker::scan) continue;
        drawn = true;
        put_segment(out, *name, *segment);
        out += *in.take(coded(in.left()).size());
    }
    return std::nullopt;
}

// ---- PNG: chunks with a checksum each

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";
constexpr std::array png_kept{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "cHRM"sv, "gAMA"sv, "iCCP"sv, "sBIT"sv, "sRGB"sv, "cICP"sv};

std::optional<std::string> plain_png(std::string_view content) {
    constexpr std::size_t header_size = 13;
    Cursor in(content);
    if (in.take(png_signature.size()) != png_signature) return std::nullopt;
    std::string out(png_signature);
    bool drawn = false;
    while (const auto head = in.take(8)) {
        const auto name = head->substr(4);
        const std::size_t size = big(head->substr(0, 4));
        const auto rest = in.take(size + 4);
        if (!rest) return std::nullopt;
        const bool first = out.size() == png_signature.size();
        if (first != (name == "IHDR") || (first && size != header_size)) return std::nullopt;
        if (std::ranges::find(png_kept, name) != png_kept.end()) out.append(*head).append(*rest);
        drawn = drawn || name == "IDAT";
        if (name == "IEND") return drawn && size == 0 ? std::optional(std::move(out)) : std::nullopt;
    }
    return std::nullopt;
}

// ---- WebP: chunks of even size in a RIFF

constexpr std::array webp_kept{"VP8X"sv, "VP8 "sv, "VP8L"sv, "ALPH"sv, "ANIM"sv, "ANMF"sv, "ICCP"sv};

void put_chunk(std::string& out, std::string_view head, std::string_view content) {
    constexpr unsigned says_exif_or_xmp = 0x0c;
    out += head;
    const auto at = out.size();
    out += content;
    if (head.starts_with("VP8X")) out[at] = static_cast<char>(static_cast<unsigned char>(out[at]) & ~says_exif_or_xmp);
}

/// The chunks that are kept.
std::optional<std::string> webp_chunks(std::string_view chunks) {
    constexpr std::size_t extended_size = 10;
    Cursor in(chunks);
    std::string out;
    bool drawn = false;
    while (!in.left().empty()) {
        const auto head = in.take(8);
        if (!head) return std::nullopt;
        const auto name = head->substr(0, 4);
        const std::size_t size = little(head->substr(4));
        const auto content = in.take(size + size % 2);
        if (!content || (name == "VP8X" && size != extended_size)) return std::nullopt;
        if (std::ranges::find(webp_kept, name) != webp_kept.end()) put_chunk(out, *head, *content);
        drawn = drawn || name == "VP8 " || name == "VP8L" || name == "ANMF";
    }
    return drawn && out.starts_with("VP8") ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::string> plain_webp(std::string_view content) {
    Cursor in(content);
    const auto head = in.take(12);
    if (!head || !head->starts_with("RIFF") || !head->ends_with("WEBP")) return std::nullopt;
    const std::size_t size = little(head->substr(4, 4));
    if (size < 4 || size - 4 > in.left().size()) return std::nullopt;
    const auto chunks = webp_chunks(in.left().substr(0, size - 4));
    if (!chunks) return std::nullopt;
    std::string out("RIFF");
    for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((chunks->size() + 4) >> shift & 0xffU);
    return out.append("WEBP").append(*chunks);
}

Checked<std::string> checked(std::optional<std::string> plain) {
    if (!plain) return refuse("files.picture_broken");
    return std::move(*plain);
}

}  // namespace

Checked<std::string> without_metadata(std::string_view content, std::string_view type) {
    if (type == "image/jpeg") return checked(plain_jpeg(content));
    if (type == "image/png") return checked(plain_png(content));
    if (type == "image/webp") return checked(plain_webp(content));
    if (type == "image/heic") return refuse("files.picture_heic");
    return std::string(content);
}

}  // namespace ryadom::files
