// What several routes share: the checklist filled in, verdicts, files.
#include "modules/control/http.hpp"
#include "platform/files/files.hpp"
#include "platform/files/pictures.hpp"

#include <algorithm>

namespace ryadom::control {
namespace {

constexpr std::size_t largest_file = 25U << 20;

template <class Map>
auto find_in(const Map& map, const std::string& key) {
    const auto at = map.find(key);
    return at == map.end() ? std::nullopt : std::optional(at->second);
}

std::vector<File> of_item(const std::vector<File>& files, const std::string& item) {
    std::vector<File> out;
    std::ranges::copy_if(files, std::back_inserter(out), [&](const File& each) { return each.item == item; });
    return out;
}

}  // namespace

InspectionView view_of(db::Tx& tx, const store::InspectionRow& row, Date today) {
    const bool visit = row.inspection.kind == Kind::visit;
    const auto marks = store::marks(tx, row.number);
    const auto files = store::files(tx, row.number);
    std::map<std::string, store::ClosedMark> declared;
    std::vector<File> evidence;
    if (visit) {
        const auto day = row.inspection.closed_on.value_or(today);
        declared = store::closed_marks(tx, row.organisation, row.version, Kind::self_check, day);
        evidence = store::evidence(tx, row.organisation, row.version, day);
    }
    InspectionView out{row.inspection, {}};
    for (const auto& item : checklist(*standards::text_of(tx, row.version))) {
        ItemView view{item, find_in(marks, item.item), of_item(files, item.item), {}, of_item(evidence, item.item)};
        if (const auto said = find_in(declared, item.item)) view.declared = said->mark;
        out.items.push_back(std::move(view));
    }
    return out;
}

std::map<std::string, verdicts::Outcome> verdicts_of(const http::Call& call, const Facts& facts, const Looked& looked, std::optional<Date> day) {
    auto found = verdicts::outcomes(facts.image(), *facts.boards, call.database(), {looked.organisation, looked.practice, looked.service}, day, call.now());
    if (!found || found->standard != looked.version) return {};
    return std::move(found->statements);
}

std::optional<verdicts::Outcome> verdict_of(const std::map<std::string, verdicts::Outcome>& outcomes, const Item& item) {
    return item.part == Part::statement ? find_in(outcomes, item.id) : std::nullopt;
}

std::vector<standards::InForce> binding(db::Tx& tx, store::Centre organisation, const Services& provided, Date day) {
    const auto adopted = rollout::adopted_by(tx, organisation);
    auto out = standards::in_force(tx, day, day);
    std::erase_if(out, [&](const standards::InForce& each) {
        if (each.service) return std::ranges::find(provided, *each.service) == provided.end();
        return std::ranges::none_of(adopted, [&](const ledger::Adopted& run) {
            return run.practice == *each.practice && run.since <= day && (!run.until || day <= *run.until);
        });
    });
    return out;
}

Handed handed(http::Upload upload, std::string name) {
    Handed out;
    out.content = std::make_shared<const std::string>(must(files::without_metadata(upload.bytes, files::content_type(upload.bytes))));
    out.sha = files::hash_of(*out.content);
    out.paper = files::is_paper(*out.content, name);
    out.name = std::move(name);
    return out;
}

void keep(db::Tx& tx, const Handed& file) {
    if (file.content->empty() || file.content->size() > largest_file) throw Refused(refuse("control.file_size").error());
    if (!file.paper) throw Refused(refuse("control.file_kind").error());
    files::put(tx, file.sha, *file.content);
}

}  // namespace ryadom::control
