// What texts of a package must look like: code points, and the forms of docs/package.md. Written out by hand,
// because std::regex recurses on its input.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::practices {

/// Well-formed UTF-8 without surrogates and overlong forms.
bool is_utf8(std::string_view text);
/// Takes the next code point off well-formed UTF-8.
char32_t next_character(std::string_view& text);
/// At most `limit` code points, with an ellipsis if something was cut; control characters become spaces.
std::string excerpt(std::string_view text, std::size_t limit = 60);

bool is_control(char32_t character);
bool is_space(char32_t character);
bool has_space_at_end(std::string_view text);

struct VersionNumber {
    int major = 0;
    int minor = 0;
    int patch = 0;
    auto operator<=>(const VersionNumber&) const = default;
};
std::optional<VersionNumber> parse_version(std::string_view text);

struct Comparator {
    enum class Sign { equal, greater, at_least, less, at_most };
    Sign sign = Sign::equal;
    VersionNumber version;
};
/// One to four comparators (">=1.0.0 <2.0.0"), all of which must hold.
std::optional<std::vector<Comparator>> parse_versions(std::string_view text);
bool satisfies(const VersionNumber& version, const std::vector<Comparator>& comparators);

bool is_id(std::string_view text);
bool is_practice_code(std::string_view text);
bool is_licence(std::string_view text);
bool is_region(std::string_view text);
bool is_service_code(std::string_view text);
bool is_email(std::string_view text);
bool is_phone(std::string_view text);
bool is_url(std::string_view text);
bool is_clock(std::string_view text);
/// A path of a file of the package, `practice.yaml` not among them.
bool is_path(std::string_view text);
/// section, section/id or section/id/field
bool is_cover(std::string_view text);

/// "0" or "-?[1-9][0-9]*"; nothing also beyond 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// An integer or one with 1 or 2 digits after the point, in its only form; in hundredths.
std::optional<std::int64_t> parse_hundredths(std::string_view text);
std::int64_t to_hundredths(double value);
std::string write_hundredths(std::int64_t hundredths);

/// A word that `role` may be beside the ids of needs.staff.
bool is_reserved_role(std::string_view text);
/// Whether the table of the shipped codes has this one (docs/package.md, section 5).
bool is_shipped_code(std::string_view table, std::string_view code);

std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace ryadom::practices
