#include "modules/story/rules.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <tuple>

namespace ryadom::story {
namespace {

constexpr auto last_number = std::numeric_limits<std::int64_t>::max();

template <class Number>
bool read_number(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Kind kind_of(Source source) {
    switch (source) {
        case Source::death: return Kind::death;
        case Source::fact: return Kind::fact;
        case Source::form: return Kind::form;
        case Source::request:
        case Source::request_withdrawal: return Kind::request;
        case Source::consent:
        case Source::consent_withdrawal: return Kind::consent;
        case Source::attachment:
        case Source::detachment: return Kind::attachment;
        case Source::renaming:
        case Source::card: break;
    }
    return Kind::card;
}

std::string written(const Place& place) { return fmt::format("{}.{}.{}", to_string(place.day), static_cast<int>(place.source), place.number); }

std::optional<Place> read_place(std::string_view text) {
    const auto first = text.find('.');
    const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto day = parse_date(text.substr(0, first));
    int source = 0;
    std::int64_t number = 0;
    if (!day || !read_number(text.substr(first + 1, second - first - 1), source) || !read_number(text.substr(second + 1), number)) return std::nullopt;
    if (source < 0 || source > static_cast<int>(Source::card)) return std::nullopt;
    return Place{*day, static_cast<Source>(source), number};
}

bool above(const Place& first, const Place& second) {
    return std::tuple(second.day, static_cast<int>(first.source), second.number) < std::tuple(first.day, static_cast<int>(second.source), first.number);
}

Rest rest_of(Source source, const std::optional<Place>& behind) {
    if (!behind) return {*parse_date("9999-01-01"), last_number};
    if (source == behind->source) return {behind->day, behind->number};
    return {behind->day, source > behind->source ? last_number : 0};
}

}  // namespace ryadom::story
