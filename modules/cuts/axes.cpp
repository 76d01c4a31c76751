#include "modules/cuts/axes.hpp"

#include "modules/cuts/rules.hpp"

#include <algorithm>
#include <map>

namespace ryadom::cuts {
namespace {

using ledger::image::CutRequest;
using ledger::image::left_out;
using ledger::image::Shares;

constexpr int longest_range = 3660;
constexpr std::size_t channels = 4;

/// The groups of one axis, and the group of every number of its dimension.
struct Axis {
    Shares CutRequest::* dimension = nullptr;
    std::vector<Group> groups;
    std::vector<std::uint32_t> group_of;
};

void put(Axis& axis, std::int64_t number, std::uint32_t group) {
    const auto at = static_cast<std::size_t>(number);
    if (at >= axis.group_of.size()) axis.group_of.resize(at + 1, left_out);
    axis.group_of[at] = group;
}

/// A group of its own.
void add(Axis& axis, std::int64_t number, Group group) {
    put(axis, number, static_cast<std::uint32_t>(axis.groups.size()));
    axis.groups.push_back(std::move(group));
}

class Axes {
  public:
    Axes(const http::Call& call, db::Tx& tx, const CutFilter& filter, std::size_t kinds) : call_(call), tx_(tx), filter_(filter), kinds_(kinds) {}

    Axis of(AxisName name) const {
        switch (name) {
            case AxisName::district: return districts();
            case AxisName::centre: return organisations(&CutRequest::homes);
            case AxisName::performer: return organisations(&CutRequest::performers);
            case AxisName::practice: return practices();
            case AxisName::service: return services();
            case AxisName::kind: return kinds_of_service();
            case AxisName::month:
            case AxisName::quarter:
            case AxisName::year: return times(name);
            case AxisName::age: return ages();
            case AxisName::sex: return sexes();
            case AxisName::channel: return ways();
        }
        throw std::logic_error("an axis without groups");
    }

  private:
    std::string text(std::string_view key) const { return call_.text("cuts." + std::string(key)); }

    Axis organisations(Shares CutRequest::* dimension) const {
        Axis out{dimension, {}, {}};
        for (const auto& row : network::all_organisations(tx_))
            add(out, row.number.value, {to_string(row.organisation.id), row.organisation.short_title, {}, false});
        return out;
    }

    Axis practices() const {
        Axis out{&CutRequest::practices, {}, {}};
        for (const auto& row : practices::all_practices(tx_)) add(out, row.number.value, {to_string(row.id), catalogue::title_in(row.titles, call_.language()), {}, false});
        add(out, 0, {"", text("no_practice"), {}, false});
        return out;
    }

    Axis services() const {
        Axis out{&CutRequest::services, {}, {}};
        for (const auto& row : catalogue::all_services(tx_))
            add(out, row.number.value, {to_string(row.service.id), catalogue::title_in(row.service.titles, call_.language()), {}, false});
        return out;
    }

    Axis kinds_of_service() const {
        Axis out{&CutRequest::services, {}, {}};
        std::map<std::string, std::uint32_t> groups;
        for (const auto& kind : catalogue::kinds(tx_)) {
            groups.emplace(kind.code, static_cast<std::uint32_t>(out.groups.size()));
            out.groups.push_back({kind.code, catalogue::title_in(kind.titles, call_.language()), {}, false});
        }
        for (const auto& row : catalogue::all_services(tx_)) put(out, row.number.value, groups.at(row.service.kind));
        return out;
    }

    Axis times(AxisName name) const {
        Axis out{&CutRequest::days, {}, {}};
        for (auto day = filter_.from; day <= filter_.to; day = day + 1) {
            auto group = time_group(name, day);
            if (out.groups.empty() || out.groups.back().key != group.key) out.groups.push_back({std::move(group.key), std::move(group.title), {}, true});
            put(out, day - filter_.from, static_cast<std::uint32_t>(out.groups.size() - 1));
        }
        return out;
    }

    Axis ways() const {
        Axis out{&CutRequest::channels, {}, {}};
        for (const auto& [channel, name] : names(json::Type<ledger::Channel>{}))
            add(out, static_cast<std::int64_t>(channel), {std::string(name), text("channel." + std::string(name)), {}, true});
        return out;
    }

    /// `group(kind)` for every kind of person that is known; the last group is whoever is not.
    template <class GroupOf>
    Axis by_kind(std::vector<Group> groups, const char* unknown, const GroupOf& group) const {
        Axis out{&CutRequest::kinds, std::move(groups), {}};
        put(out, 0, static_cast<std::uint32_t>(out.groups.size()));
        for (std::size_t kind = 1; kind < kinds_; ++kind) put(out, static_cast<std::int64_t>(kind), group(kind_of(kind)));
        out.groups.push_back({"", text(unknown), {}, false});
        return out;
    }

    Axis districts() const {
        std::map<std::size_t, std::uint32_t> places;
        std::vector<Group> groups;
        for (const auto& row : network::all_districts(tx_)) {
            places.emplace(static_cast<std::size_t>(row.number.value), static_cast<std::uint32_t>(groups.size()));
            groups.push_back({to_string(row.district.id), row.district.title, row.district.population, true});
        }
        const auto unknown = static_cast<std::uint32_t>(groups.size());
        return by_kind(std::move(groups), "unknown_district", [&](const PersonKind& kind) {
            const auto place = places.find(kind.district);
            return place == places.end() ? unknown : place->second;
        });
    }

    Axis ages() const {
        std::vector<Group> groups;
        for (const auto& [age, name] : names(json::Type<AgeGroup>{})) groups.push_back({std::string(name), text("age." + std::string(name)), {}, true});
        return by_kind(std::move(groups), "unnamed", [](const PersonKind& kind) { return static_cast<std::uint32_t>(kind.age); });
    }

    Axis sexes() const {
        std::vector<Group> groups;
        for (const auto& [sex, name] : names(json::Type<people::Sex>{})) groups.push_back({std::string(name), text("sex." + std::string(name)), {}, true});
        return by_kind(std::move(groups), "unnamed", [](const PersonKind& kind) { return static_cast<std::uint32_t>(kind.sex); });
    }

    const http::Call& call_;
    db::Tx& tx_;
    const CutFilter& filter_;
    std::size_t kinds_;
};

/// What an axis adds; numbers that it does not know are left out.
void share(CutRequest& request, const Axis& axis, std::size_t stride) {
    auto& shares = request.*axis.dimension;
    if (shares.empty()) shares.assign(axis.group_of.size(), 0);
    shares.resize(std::max(shares.size(), axis.group_of.size()), left_out);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto group = i < axis.group_of.size() ? axis.group_of[i] : left_out;
        shares[i] = group == left_out || shares[i] == left_out ? left_out : static_cast<std::uint32_t>(shares[i] + group * stride);
    }
}

/// Only the numbers for which `wanted` holds.
template <class Wanted>
void keep(Shares& shares, std::size_t numbers, const Wanted& wanted) {
    if (shares.empty()) shares.assign(numbers, 0);
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (!wanted(i)) shares[i] = left_out;
}

void keep_one(Shares& shares, std::int64_t number) {
    keep(shares, static_cast<std::size_t>(number) + 1, [&](std::size_t each) { return static_cast<std::int64_t>(each) == number; });
}

void keep_below(Shares& shares, db::Tx& tx, const Id<network::Organisation>& id) {
    const auto row = network::find_organisation(tx, id);
    if (!row) throw Refused(absent());
    const auto below = network::subtree(tx, row->number.value);
    keep(shares, static_cast<std::size_t>(below.back()) + 1, [&](std::size_t each) { return std::ranges::binary_search(below, static_cast<std::int64_t>(each)); });
}

template <class Found>
const Found& there(const std::optional<Found>& found) {
    if (!found) throw Refused(absent());
    return *found;
}

/// Filters of what the fact itself says.
void keep_facts(CutRequest& request, db::Tx& tx, const CutFilter& filter) {
    if (filter.centre) keep_below(request.homes, tx, *filter.centre);
    if (filter.performer) keep_below(request.performers, tx, *filter.performer);
    if (filter.practice) keep_one(request.practices, there(practices::find_practice(tx, *filter.practice)).number.value);
    if (filter.service) keep_one(request.services, there(catalogue::find_service(tx, *filter.service)).number.value);
    if (filter.channel) keep(request.channels, channels, [&](std::size_t each) { return each == static_cast<std::size_t>(*filter.channel); });
    if (!filter.kind) return;
    std::vector<bool> of_kind;
    for (const auto& row : catalogue::all_services(tx)) {
        of_kind.resize(std::max(of_kind.size(), static_cast<std::size_t>(row.number.value) + 1));
        of_kind[static_cast<std::size_t>(row.number.value)] = row.service.kind == *filter.kind;
    }
    keep(request.services, of_kind.size(), [&](std::size_t each) { return each < of_kind.size() && of_kind[each]; });
}

/// Filters of what the register says of the person. The residents of the district, if one is asked for.
std::optional<std::int64_t> keep_people(CutRequest& request, db::Tx& tx, const CutFilter& filter, std::size_t kinds) {
    const auto keep_kind = [&](const auto& wanted) { keep(request.kinds, kinds, [&](std::size_t each) { return each > 0 && wanted(kind_of(each)); }); };
    if (filter.age) keep_kind([&](const PersonKind& kind) { return kind.age == *filter.age; });
    if (filter.sex) keep_kind([&](const PersonKind& kind) { return kind.sex == *filter.sex; });
    if (!filter.district) return std::nullopt;
    for (const auto& row : network::all_districts(tx)) {
        if (row.district.id != *filter.district) continue;
        keep_kind([&](const PersonKind& kind) { return kind.district == static_cast<std::size_t>(row.number.value); });
        return row.district.population;
    }
    throw Refused(absent());
}

std::size_t kinds_of(const std::vector<Resident>& residents) {
    std::size_t district = 0;
    for (const auto& each : residents) district = std::max(district, std::size_t{each.district});
    return number_of({district, people::Sex::male, AgeGroup::from_75}) + 1;
}

void check(const CutQuery& query) {
    if (query.from > query.to) throw Refused(refuse_field("/to", "ledger.range_backwards").error());
    if (query.to - query.from > longest_range) throw Refused(refuse_field("/to", "ledger.range_too_long").error());
    if (query.columns == query.rows) throw Refused(refuse_field("/columns", "cuts.same_axis").error());
    if (query.measure == Measure::per_thousand && query.rows != AxisName::district && query.columns != AxisName::district && !query.district)
        throw Refused(refuse_field("/measure", "cuts.no_district").error());
}

}  // namespace

Plan plan_of(const http::Call& call, db::Tx& tx, const CutQuery& query, const std::vector<Resident>& residents) {
    check(query);
    const auto kinds = kinds_of(residents);
    const Axes axes(call, tx, query, kinds);
    Plan out;
    out.request.first = query.from;
    out.request.last = query.to;
    if (query.as_of) out.request.as_of.day = *query.as_of;
    auto rows = axes.of(query.rows);
    if (query.columns) {
        auto columns = axes.of(*query.columns);
        share(out.request, columns, 1);
        out.columns = std::move(columns.groups);
    } else {
        out.columns = {{"", "", {}, true}};
    }
    share(out.request, rows, out.columns.size());
    out.rows = std::move(rows.groups);
    out.request.rows = out.rows.size();
    out.request.columns = out.columns.size();
    keep_facts(out.request, tx, query);
    out.population = keep_people(out.request, tx, query, kinds);
    if (!out.request.kinds.empty()) out.request.people = traits(residents, query.from);
    return out;
}

}  // namespace ryadom::cuts
