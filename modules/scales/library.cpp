// The library as other parts of the program take it.
#include "modules/scales/views.hpp"

namespace ryadom::scales {
namespace {

/// Before any day for which something is filled.
constexpr Date since_ever{0};

}  // namespace

std::vector<InForce> in_force(db::Tx& tx, Date day) {
    std::map<std::int64_t, std::vector<store::VersionRow>> scales;
    std::vector<std::int64_t> order;
    for (auto& row : store::all_versions(tx)) {
        auto& versions = scales[row.scale.value];
        if (versions.empty()) order.push_back(row.scale.value);
        versions.push_back(std::move(row));
    }
    std::vector<InForce> out;
    for (const auto number : order)
        if (const auto* row = on_day(scales[number], day)) out.push_back({row->scale, row->number, form_of(row->description)});
    return out;
}

void install(db::Tx& tx, const std::map<std::string, std::string>& descriptions) {
    for (const auto& [file, description] : descriptions) {
        const auto read = practices::read_form(description, file);
        if (!read) throw std::logic_error(file + ", line " + std::to_string(read.error().front().line) + ": " + read.error().front().code);
        // What the region has made of a scale stays.
        if (!store::versions_of_code(tx, read->form.id).empty()) continue;
        store::insert_version(tx, store::insert_scale(tx, read->form.id), 1, since_ever, description);
    }
}

}  // namespace ryadom::scales
