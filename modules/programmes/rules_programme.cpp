#include "modules/programmes/rules_programme.hpp"

#include "modules/programmes/rules_words.hpp"

#include <algorithm>
#include <set>

namespace ryadom::programmes {
namespace {

constexpr int months_of_year = 12;

void tidy(std::optional<std::string>& text) {
    if (text && text->find_first_not_of(" \t\n\r") == std::string::npos) text.reset();
}

void check_days(std::vector<FieldError>& out, const Content& content, const Surroundings& around, const std::string& at) {
    if (content.until < content.since) out.push_back({at + "/until", "programmes.ends_before_it_begins", {}});
    else if (!around.most_months) out.push_back({at + "/until", "programmes.no_norm", {}});
    else if (content.until >= months_later(content.since, *around.most_months))
        out.push_back({at + "/until", "programmes.too_long", {{"day", written(months_later(content.since, *around.most_months) - 1)}}});
    if (content.review_on && (*content.review_on < content.since || *content.review_on > content.until)) out.push_back({at + "/review_on", "programmes.outside", {}});
    if (around.former_since && content.since < *around.former_since)
        out.push_back({at + "/since", "programmes.before_the_former", {{"day", written(*around.former_since)}}});
}

void check_line(std::vector<FieldError>& out, const Line& line, const Content& content, const Surroundings& around, const std::string& at) {
    const auto found = std::ranges::find_if(around.services, [&](const catalogue::ServiceRow& each) { return each.service.id == line.service; });
    if (found == around.services.end() || !catalogue::in_force(found->service, content.since)) out.push_back({at + "/service", "programmes.no_such_service", {}});
    else if (found->service.kind == "urgent") out.push_back({at + "/service", "programmes.urgent_has_no_programme", {}});
    if (line.since && (*line.since < content.since || *line.since > content.until)) out.push_back({at + "/since", "programmes.outside", {}});
    if (line.until && (*line.until < line.since.value_or(content.since) || *line.until > content.until)) out.push_back({at + "/until", "programmes.outside", {}});
    if (line.weekly_minutes && !content.care_level) out.push_back({at + "/weekly_minutes", "programmes.no_care_level", {}});
    if (line.weekly_minutes && line.every != Every::week) out.push_back({at + "/every", "programmes.package_is_weekly", {}});
}

void check_care(std::vector<FieldError>& out, const Content& content, const Surroundings& around, const std::string& at) {
    if (!content.care_level) return;
    const auto level = std::to_string(*content.care_level);
    if (!around.assessed_level) out.push_back({at, "programmes.level_not_assessed", {}});
    else if (*around.assessed_level != *content.care_level) out.push_back({at, "programmes.another_level", {{"level", std::to_string(*around.assessed_level)}}});
    if (!around.care.from || !around.care.to) return out.push_back({at, "programmes.no_care_norm", {{"level", level}}});
    const int minutes = package_minutes(content);
    const Arguments arguments{{"minutes", std::to_string(minutes)}, {"from", std::to_string(*around.care.from)}, {"to", std::to_string(*around.care.to)}};
    if (minutes < *around.care.from) out.push_back({at, "programmes.too_few_minutes", arguments});
    if (minutes > *around.care.to) out.push_back({at, "programmes.too_many_minutes", arguments});
}

const Line* line_of(const Content& content, const Id<catalogue::Service>& service) {
    const auto found = std::ranges::find(content.lines, service, &Line::service);
    return found == content.lines.end() ? nullptr : &*found;
}

}  // namespace

Content tidy(Content content) {
    tidy(content.conditions);
    for (auto& each : content.lines) tidy(each.note);
    for (auto& each : content.accompaniment) tidy(each.agency);
    std::erase_if(content.providers, [](const std::string& each) { return each.find_first_not_of(" \t") == std::string::npos; });
    return content;
}

int package_minutes(const Content& content) {
    int out = 0;
    for (const auto& each : content.lines) out += each.weekly_minutes.value_or(0);
    return out;
}

std::vector<FieldError> faults(const Content& content, const Surroundings& around, const std::string& pointer) {
    std::vector<FieldError> out;
    if (content.form == Form::urgent) out.push_back({pointer + "/form", "programmes.urgent_has_no_programme", {}});
    check_days(out, content, around, pointer);
    if (content.lines.empty()) out.push_back({pointer + "/lines", "programmes.no_services", {}});
    std::set<Id<catalogue::Service>> seen;
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
        const auto at = pointer + "/lines/" + std::to_string(i);
        check_line(out, content.lines[i], content, around, at);
        if (!seen.insert(content.lines[i].service).second) out.push_back({at + "/service", "programmes.twice", {}});
    }
    check_care(out, content, around, pointer + "/care_level");
    return out;
}

Difference difference(const Content& before, const Content& after) {
    Difference out;
    const auto check = [&](Heading heading, bool same) {
        if (!same) out.headings.push_back(heading);
    };
    check(Heading::form, before.form == after.form);
    check(Heading::since, before.since == after.since);
    check(Heading::until, before.until == after.until);
    check(Heading::review_on, before.review_on == after.review_on);
    check(Heading::care_level, before.care_level == after.care_level);
    check(Heading::conditions, before.conditions == after.conditions);
    check(Heading::providers, before.providers == after.providers);
    check(Heading::accompaniment, before.accompaniment == after.accompaniment);
    std::vector<LineDifference> same;
    for (const auto& line : after.lines) {
        const auto* former = line_of(before, line.service);
        if (!former) out.lines.push_back({Part::added, {}, line});
        else if (*former == line) same.push_back({Part::same, *former, line});
        else out.lines.push_back({Part::changed, *former, line});
    }
    for (const auto& line : before.lines)
        if (!line_of(after, line.service)) out.lines.push_back({Part::removed, line, {}});
    std::ranges::move(same, std::back_inserter(out.lines));
    return out;
}

VersionState state_on(const std::optional<Date>& approved_on, Date since, Date last_on, Date day) {
    if (!approved_on) return VersionState::draft;
    if (last_on < day) return VersionState::past;
    return since > day ? VersionState::coming : VersionState::in_force;
}

Checked<void> may_approve(const Version& draft, const std::optional<Version>& former, bool ended) {
    if (ended) return refuse("programmes.programme_ended");
    if (draft.approved_on) return refuse("programmes.approved_already");
    if (former && draft.content.since < former->content.since)
        return refuse("programmes.before_the_former", {{"day", written(former->content.since)}});
    return {};
}

Date months_later(Date day, int months) {
    const auto from = parts(day);
    const int index = from.month - 1 + months;
    const int year = from.year + index / months_of_year;
    const int month = index % months_of_year + 1;
    for (int number = from.day; number > 0; --number)
        if (const auto date = make_date(year, month, number)) return *date;
    return day;
}

}  // namespace ryadom::programmes
