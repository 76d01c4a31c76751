// The files beside practice.yaml: limits, kinds by ending and by first bytes, and what a Markdown file names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/practices/package_problem.hpp"

namespace ryadom::practices {

inline constexpr std::size_t most_files = 500;
inline constexpr std::size_t most_bytes = 50U << 20;
inline constexpr std::size_t markdown_bytes = 512U << 10;
inline constexpr std::size_t picture_bytes = 10U << 20;

enum class FileKind { markdown, png, jpeg, webp, pdf };

/// By the ending of the path; nothing for a kind that a package may not hold.
std::optional<FileKind> kind_of(std::string_view path);
/// Whether the bytes are what the ending says.
bool has_content_of(FileKind kind, std::string_view bytes);

/// Name, kind, size and encoding of one file.
void check_file(const std::string& path, std::string_view bytes, Problems& problems);

/// Something that a Markdown text names, with its line from 1.
struct MarkdownMention {
    std::string text;
    int line = 0;
};
/// The targets of the images in a text: ![words](target "title").
std::vector<MarkdownMention> images_of(std::string_view markdown);
/// The names in {{ }} of a document template.
std::vector<MarkdownMention> placeholders_of(std::string_view markdown);
bool is_known_placeholder(std::string_view name);

}  // namespace ryadom::practices
