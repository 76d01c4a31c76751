#include "modules/people/near.hpp"

#include "modules/people/rules.hpp"

#include <algorithm>
#include <set>

namespace ryadom::people {

std::optional<Date> with_day_and_month_exchanged(Date date) {
    const auto [year, month, day] = parts(date);
    return day == month ? std::nullopt : make_date(year, day, month);
}

bool is_near(Date one, Date other) {
    const auto [year, month, day] = parts(one);
    const auto [other_year, other_month, other_day] = parts(other);
    return int{year == other_year} + int{month == other_month} + int{day == other_day} >= 2 || (year == other_year && month == other_day && day == other_month);
}

std::vector<std::string> near_numbers(const std::string& number) {
    std::vector<std::string> out;
    const auto keep = [&](const std::string& near) {
        if (near != number && sound_snils(near)) out.push_back(near);
    };
    for (std::size_t at = 0; at < number.size(); ++at) {
        auto near = number;
        for (char digit = '0'; digit <= '9'; ++digit) {
            near[at] = digit;
            keep(near);
        }
        near = number;
        if (at + 1 < near.size()) std::swap(near[at], near[at + 1]);
        keep(near);
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

std::vector<Date> near_dates(Date date) {
    const auto written = to_string(date);
    std::set<Date> out;
    const auto keep = [&](const std::string& near) {
        if (const auto read = parse_date(near)) out.insert(*read);
    };
    for (std::size_t at = 0; at < written.size(); ++at) {
        if (written[at] == '-') continue;
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto near = written;
            near[at] = digit;
            keep(near);
        }
        const auto next = at + 1 < written.size() && written[at + 1] == '-' ? at + 2 : at + 1;
        auto near = written;
        if (next < near.size()) std::swap(near[at], near[next]);
        keep(near);
    }
    out.erase(date);
    return {out.begin(), out.end()};
}

}  // namespace ryadom::people
