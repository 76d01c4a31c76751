#include <fmt/format.h>

#include <iterator>

#include "modules/practices/package.hpp"
#include "modules/practices/package_writer.hpp"

namespace ryadom::practices {
namespace {

/// Characters that canonical text never holds as themselves, beside those below U+0020.
bool is_escaped(char32_t character) {
    return (character >= 0x7f && character <= 0x9f) || character == 0x2028 || character == 0x2029 ||
           character == 0xfeff;
}

bool fits_a_block(std::string_view text) {
    if (!text.contains('\n') || text.contains('\t') || text.contains(" \n") || text.ends_with(' '))
        return false;
    // A reader would take spaces at the start for the indentation of the block, and line feeds at an end for
    // nothing.
    if (text.starts_with(' ') || text.starts_with('\n') || text.ends_with('\n')) return false;
    for (auto rest = text; !rest.empty();)
        if (const auto character = next_character(rest);
            is_escaped(character) || (is_control(character) && character != '\n'))
            return false;
    return true;
}

void write_block(std::string_view text, std::size_t indent, std::string& out) {
    out += "|-";
    for (const auto line : split(text, '\n')) {
        out += '\n';
        if (!line.empty()) out.append(indent + 2, ' ').append(line);
    }
}

void write_quoted(std::string_view text, std::string& out) {
    out += '"';
    while (!text.empty()) {
        const auto before = text;
        const auto character = next_character(text);
        if (character == '"')
            out += "\\\"";
        else if (character == '\\')
            out += "\\\\";
        else if (character == '\t')
            out += "\\t";
        else if (character == '\n')
            out += "\\n";
        else if (character < 0x20 || is_escaped(character))
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(character));
        else
            out += before.substr(0, before.size() - text.size());
    }
    out += '"';
}

}  // namespace

void write_string(std::string_view text, std::size_t indent, std::string& out) {
    if (fits_a_block(text))
        write_block(text, indent, out);
    else
        write_quoted(text, out);
}

std::string write_package(const Package& package) { return write_document(package); }

}  // namespace ryadom::practices
