#include "modules/practices/package_files.hpp"

#include <algorithm>
#include <array>

#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

using namespace std::string_view_literals;

int line_at(std::string_view text, std::size_t position) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

/// Counts lines forward only, so that a file of many mentions stays linear.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    int at(std::size_t position) {
        line_ += line_at(text_.substr(done_), position - done_) - 1;
        done_ = position;
        return line_;
    }

  private:
    std::string_view text_;
    std::size_t done_ = 0;
    int line_ = 1;
};

std::string trimmed(std::string_view text) {
    while (!text.empty() && is_space(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && is_space(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return std::string(text);
}

/// Up to the line feed, and no further than any mention reaches: marks that never close must not cost their
/// square.
std::string_view rest_of_line(std::string_view text, std::size_t position) {
    constexpr std::size_t longest_mention = 2000;
    const auto near = text.substr(position, longest_mention);
    return near.substr(0, near.find('\n'));
}

bool is_text(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf") || !is_utf8(bytes)) return false;
    return std::ranges::none_of(bytes, [](char c) {
        return (c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    });
}

}  // namespace

std::optional<FileKind> kind_of(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, FileKind>, 5> endings{{{".md", FileKind::markdown},
                                                                            {".png", FileKind::png},
                                                                            {".jpg", FileKind::jpeg},
                                                                            {".webp", FileKind::webp},
                                                                            {".pdf", FileKind::pdf}}};
    for (const auto& [ending, kind] : endings)
        if (path.ends_with(ending)) return kind;
    return std::nullopt;
}

bool has_content_of(FileKind kind, std::string_view bytes) {
    switch (kind) {
        case FileKind::markdown:
            return is_text(bytes);
        case FileKind::png:
            return bytes.starts_with("\x89PNG\r\n\x1a\n");
        case FileKind::jpeg:
            return bytes.starts_with("\xff\xd8\xff");
        case FileKind::webp:
            return bytes.starts_with("RIFF") && bytes.substr(0, 16).substr(8).starts_with("WEBPVP8");
        case FileKind::pdf:
            return bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.");
    }
    return false;
}

void check_file(const std::string& path, std::string_view bytes, Problems& problems) {
    if (!is_path(path))
        return problems.file_error(excerpt(path, 120), "practices.file.name", {{"path", excerpt(path, 120)}});
    const auto kind = kind_of(path);
    if (!kind) return problems.file_error(path, "practices.file.type", {{"path", path}});
    const auto limit = *kind == FileKind::markdown ? markdown_bytes : picture_bytes;
    if (bytes.size() > limit)
        return problems.file_error(path, "practices.file.too_large", {{"limit", std::to_string(limit)}});
    if (has_content_of(*kind, bytes)) return;
    problems.file_error(path, *kind == FileKind::markdown ? "practices.file.encoding" : "practices.file.type",
                        {{"path", path}});
}

std::vector<MarkdownMention> images_of(std::string_view markdown) {
    std::vector<MarkdownMention> out;
    LineCounter lines(markdown);
    for (std::size_t at = markdown.find("!["sv); at != std::string_view::npos;
         at = markdown.find("!["sv, at + 2)) {
        const auto one_line = rest_of_line(markdown, at);
        const auto middle = one_line.find("](");
        if (middle == std::string_view::npos) continue;
        const auto target = one_line.substr(middle + 2);
        const auto end = target.find(')');
        if (end == std::string_view::npos) continue;
        const auto words = trimmed(target.substr(0, end));
        out.push_back({words.substr(0, words.find(' ')), lines.at(at)});
    }
    return out;
}

std::vector<MarkdownMention> placeholders_of(std::string_view markdown) {
    std::vector<MarkdownMention> out;
    LineCounter lines(markdown);
    for (std::size_t at = markdown.find("{{"sv); at != std::string_view::npos;
         at = markdown.find("{{"sv, at + 2)) {
        const auto one_line = rest_of_line(markdown, at + 2);
        const auto end = one_line.find("}}");
        if (end != std::string_view::npos) out.push_back({trimmed(one_line.substr(0, end)), lines.at(at)});
    }
    return out;
}

bool is_known_placeholder(std::string_view name) {
    constexpr std::array names{"centre_name"sv,          "centre_address"sv,    "centre_phone"sv,
                               "director_name"sv,        "practice_title"sv,    "recipient_name"sv,
                               "recipient_birth_date"sv, "recipient_address"sv, "recipient_phone"sv,
                               "representative_name"sv,  "worker_name"sv,       "worker_position"sv,
                               "document_number"sv,      "document_date"sv,     "contract_number"sv,
                               "contract_date"sv,        "start_date"sv,        "end_date"sv,
                               "item_title"sv,           "inventory_number"sv,  "item_price"sv,
                               "course_title"sv,         "course_hours"sv};
    return std::ranges::find(names, name) != names.end();
}

}  // namespace ryadom::practices
