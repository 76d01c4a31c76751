// The patterns of docs/package.md, sections 1, 3, 5 and 6.
#include <algorithm>

#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower_or_digit(char c) { return is_lower(c) || is_digit(c); }

/// [a-z][a-z0-9]*([-_][a-z0-9]+)* with the given separators.
bool is_words(std::string_view text, std::string_view separators) {
    if (text.empty() || !is_lower(text.front())) return false;
    bool after_separator = false;
    for (const char c : text) {
        const bool separator = separators.find(c) != std::string_view::npos;
        if (!separator && !is_lower_or_digit(c)) return false;
        if (separator && after_separator) return false;
        after_separator = separator;
    }
    return !after_separator;
}

std::optional<int> version_number(std::string_view text) {
    if (text.size() > 5) return std::nullopt;
    const auto value = parse_integer(text);
    if (!value || *value < 0) return std::nullopt;
    return static_cast<int>(*value);
}

bool is_name_of_the_archive(std::string_view part) {
    // The reader of an archive gives these names a meaning of their own.
    return part == "manifest" || part == "signature" || part == "practice.yaml";
}

bool is_path_part(std::string_view part) {
    if (part.empty() || !is_lower_or_digit(part.front()) || part.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(
        part, [](char c) { return is_lower_or_digit(c) || c == '.' || c == '_' || c == '-'; });
}

}  // namespace

bool is_id(std::string_view text) { return text.size() <= 64 && is_words(text, "-_"); }

bool is_practice_code(std::string_view text) {
    const auto parts = split(text, '.');
    return text.size() <= 100 && parts.size() >= 3 && std::ranges::all_of(parts, [](std::string_view part) {
               return !part.empty() && is_lower(part.front()) &&
                      std::ranges::all_of(part, [](char c) { return is_lower_or_digit(c) || c == '-'; });
           });
}

std::optional<VersionNumber> parse_version(std::string_view text) {
    const auto parts = split(text, '.');
    if (parts.size() != 3) return std::nullopt;
    const auto major = version_number(parts[0]);
    const auto minor = version_number(parts[1]);
    const auto patch = version_number(parts[2]);
    if (!major || !minor || !patch) return std::nullopt;
    return VersionNumber{*major, *minor, *patch};
}

std::optional<std::vector<Comparator>> parse_versions(std::string_view text) {
    using enum Comparator::Sign;
    constexpr std::array<std::pair<std::string_view, Comparator::Sign>, 5> signs{
        {{">=", at_least}, {"<=", at_most}, {"=", equal}, {">", greater}, {"<", less}}};
    std::vector<Comparator> out;
    for (const auto part : split(text, ' ')) {
        const auto sign =
            std::ranges::find_if(signs, [&](const auto& each) { return part.starts_with(each.first); });
        if (sign == signs.end() || out.size() == 4) return std::nullopt;
        const auto version = parse_version(part.substr(sign->first.size()));
        if (!version) return std::nullopt;
        out.push_back({sign->second, *version});
    }
    return out;
}

bool satisfies(const VersionNumber& version, const std::vector<Comparator>& comparators) {
    return std::ranges::all_of(comparators, [&](const Comparator& each) {
        using enum Comparator::Sign;
        if (each.sign == equal) return version == each.version;
        if (each.sign == greater) return version > each.version;
        if (each.sign == at_least) return version >= each.version;
        if (each.sign == less) return version < each.version;
        return version <= each.version;
    });
}

bool is_licence(std::string_view text) {
    return !text.empty() && text.size() <= 50 && std::ranges::all_of(text, [](char c) {
        return is_lower_or_digit(c) || is_upper(c) || c == '.' || c == '+' || c == '-';
    });
}

bool is_region(std::string_view text) {
    const auto parts = split(text, '-');
    if (parts.size() > 2 || parts[0].size() != 2 || !std::ranges::all_of(parts[0], is_upper)) return false;
    if (parts.size() == 1) return true;
    return !parts[1].empty() && parts[1].size() <= 3 &&
           std::ranges::all_of(parts[1], [](char c) { return is_upper(c) || is_digit(c); });
}

bool is_service_code(std::string_view text) {
    const auto parts = split(text, '.');
    if (parts.size() != 2 || text.size() > 100 || parts[0].empty()) return false;
    if (!std::ranges::all_of(parts[0], [](char c) { return is_lower(c) || c == '_'; })) return false;
    if (parts[1].size() == 2 && std::ranges::all_of(parts[1], is_digit)) return true;
    return is_words(parts[1], "-") && parts[1].find('-') != std::string_view::npos;
}

bool is_email(std::string_view text) {
    const auto parts = split(text, '@');
    return parts.size() == 2 && !parts[0].empty() && !parts[1].empty() && text.size() <= 254 &&
           text.find_first_of(" \t<>\"'") == std::string_view::npos;
}

bool is_phone(std::string_view text) {
    if (!text.starts_with('+')) return false;
    text.remove_prefix(1);
    return text.size() >= 6 && text.size() <= 30 && std::ranges::all_of(text, [](char c) {
               return is_digit(c) || std::string_view(" ()-").contains(c);
           });
}

bool is_url(std::string_view text) {
    return text.starts_with("https://") && text.size() > 8 &&
           text.find_first_of(" \t\"<>\\") == std::string_view::npos;
}

bool is_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return false;
    if (!is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) || !is_digit(text[4])) return false;
    return (text[0] - '0') * 10 + (text[1] - '0') < 24 && text[3] < '6';
}

bool is_path(std::string_view text) {
    const auto parts = split(text, '/');
    if (text.size() > 120 || parts.size() > 4 || is_name_of_the_archive(text)) return false;
    return std::ranges::all_of(parts, is_path_part);
}

bool is_cover(std::string_view text) {
    const auto parts = split(text, '/');
    if (parts.size() > 3 || !std::ranges::all_of(parts, [](auto part) { return !part.empty(); }))
        return false;
    return std::ranges::all_of(
        text, [](char c) { return is_lower_or_digit(c) || std::string_view("_-./").contains(c); });
}

bool is_reserved_role(std::string_view text) {
    constexpr std::array<std::string_view, 8> words{"director",  "methodist", "accountant", "desk",
                                                    "recipient", "relative",  "volunteer",  "partner"};
    return std::ranges::find(words, text) != words.end();
}

}  // namespace ryadom::practices
