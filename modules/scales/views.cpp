#include "modules/scales/views.hpp"

#include "modules/scales/rules.hpp"
#include "platform/core/bytes.hpp"

#include <algorithm>
#include <mutex>

namespace ryadom::scales {
namespace {

constexpr std::size_t kept_forms = 1024;

ListedScale listed_one(std::span<const store::VersionRow> versions, Date today) {
    std::vector<Date> begin;
    for (const auto& each : versions) begin.push_back(each.valid_from);
    const auto place = in_force(begin, today);
    const auto& row = versions[place.value_or(0)];
    const auto form = form_of(row.description);
    ListedScale out;
    out.id = row.id;
    out.code = row.code;
    out.titles = forms::titles(form->title);
    out.kind = form->kind;
    out.confidential = form->confidential.value_or(false);
    out.items_licensed = form->items_licensed.value_or(false);
    out.version = row.version;
    out.valid_from = row.valid_from;
    if (place && *place + 1 < versions.size()) out.next_from = versions[*place + 1].valid_from;
    out.questions = static_cast<int>(form->fields.size());
    return out;
}

std::optional<Titles> by_language(const std::optional<practices::Text>& text) { return text ? std::optional(forms::titles(*text)) : std::nullopt; }

}  // namespace

std::shared_ptr<const practices::Form> form_of(const std::string& description) {
    static std::mutex mutex;
    static std::map<Sha256, std::shared_ptr<const practices::Form>> known;
    const auto digest = sha256(description);
    {
        const std::lock_guard lock(mutex);
        if (const auto found = known.find(digest); found != known.end()) return found->second;
    }
    auto read = practices::read_form(description, "");
    if (!read) throw std::runtime_error("a stored description of a scale cannot be read");
    auto form = std::make_shared<const practices::Form>(std::move(read->form));
    const std::lock_guard lock(mutex);
    if (known.size() >= kept_forms) known.clear();
    return known.emplace(digest, std::move(form)).first->second;
}

std::vector<Date> begins(const std::vector<store::VersionRow>& versions) {
    std::vector<Date> out;
    for (const auto& each : versions) out.push_back(each.valid_from);
    return out;
}

const store::VersionRow* on_day(const std::vector<store::VersionRow>& versions, Date day) {
    const auto place = in_force(begins(versions), day);
    return place ? &versions[*place] : nullptr;
}

std::vector<ListedScale> listed(const std::vector<store::VersionRow>& versions, Date today) {
    std::vector<ListedScale> out;
    for (std::size_t first = 0; first < versions.size();) {
        std::size_t end = first;
        while (end < versions.size() && versions[end].scale == versions[first].scale) ++end;
        out.push_back(listed_one(std::span(versions).subspan(first, end - first), today));
        first = end;
    }
    return out;
}

std::optional<ScaleView> view_of(const std::vector<store::VersionRow>& versions, int version, Date today) {
    if (versions.empty()) return std::nullopt;
    const auto* now = on_day(versions, today);
    const auto wanted = std::ranges::find(versions, version, &store::VersionRow::version);
    const store::VersionRow* row = version == 0 ? (now ? now : &versions.front()) : wanted == versions.end() ? nullptr : &*wanted;
    if (!row) return std::nullopt;
    const auto form = form_of(row->description);
    ScaleView out;
    out.id = row->id;
    out.code = row->code;
    out.titles = forms::titles(form->title);
    out.version = row->version;
    out.valid_from = row->valid_from;
    out.in_force = row == now;
    if (form->source) out.source = forms::titles(form->source->text);
    out.wording = by_language(form->wording);
    out.description = row->description;
    out.sheet = forms::sheet_of(*form);
    for (const auto& each : versions) out.versions.push_back({each.version, each.valid_from, each.published_at, each.author});
    std::ranges::reverse(out.versions);
    return out;
}

const Views::Known& Views::version(Number<Version> number) {
    const auto [found, added] = versions_.try_emplace(number.value);
    if (added) {
        found->second.row = store::version(tx_, number);
        found->second.form = form_of(found->second.row.description);
    }
    return found->second;
}

bool Views::readable(const store::Row& row, std::int64_t account) {
    if (!version(row.filled.version).form->confidential.value_or(false)) return true;
    if (account == tx_.caller().account) return true;
    const auto [known, added] = fills_too_.try_emplace({row.filled.person, row.filled.scale.value});
    if (added) known->second = store::has_filled(tx_, row.filled.person, row.filled.scale, tx_.caller().account);
    return known->second;
}

/// With the change since the one before, where the caller reads that one too and both have a number.
std::vector<forms::ScoreView> Views::scores(const store::Row& row, const practices::Form& form) {
    std::vector<forms::ScoreView> out;
    std::vector<forms::Result> before;
    if (row.previous && readable(row, *row.previous_account)) before = store::results_of(tx_, *row.previous);
    for (const auto& result : store::results_of(tx_, row.number)) {
        auto view = forms::view_of(form, result);
        const auto same = std::ranges::find(before, result.score, &forms::Result::score);
        if (same != before.end() && same->hundredths && result.hundredths)
            view.change = forms::change_of(form, result.score, *same->hundredths, *result.hundredths, *row.previous_on);
        out.push_back(std::move(view));
    }
    return out;
}

FilledScale Views::filled(const store::Row& row, WithAnswers with_answers) {
    const auto& [version_row, form] = version(row.filled.version);
    FilledScale out;
    out.id = row.id;
    out.organisation = row.organisation;
    out.scale = version_row.id;
    out.titles = forms::titles(form->title);
    out.version = version_row.version;
    out.filled_on = row.filled.filled_on;
    out.recorded_on = row.filled.recorded_on;
    out.author = row.author;
    out.confidential = form->confidential.value_or(false);
    out.readable = readable(row);
    out.corrected = row.corrected;
    out.times = row.times;
    if (!out.readable) return out;
    out.reason = row.filled.reason;
    out.scores = scores(row, *form);
    if (with_answers == WithAnswers::yes) out.answers = store::answers_of(tx_, row.number);
    return out;
}

}  // namespace ryadom::scales
