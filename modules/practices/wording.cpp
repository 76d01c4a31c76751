#include "modules/practices/wording.hpp"

#include "modules/practices/package_text.hpp"

#include <set>

namespace ryadom::practices {
namespace {

constexpr std::size_t shown_characters = 200;  // of a text before and after: whole paragraphs hide what changed

std::optional<int> if_known(int place) { return place > 0 ? std::optional(place) : std::nullopt; }

}  // namespace

std::string Wording::sentence(const Problem& problem) const {
    auto arguments = place_arguments(problem);
    arguments["text"] = text(problem.code, problem.arguments);
    return text(place_key(problem), arguments);
}

std::string Wording::sentence(const Difference& difference) const {
    auto arguments = difference_arguments(difference);
    for (const auto* name : {"before", "after"}) arguments[name] = excerpt(arguments[name], shown_characters);
    arguments["section"] = text(section_key(difference));
    return text(difference_key(difference), arguments);
}

std::vector<WordedProblem> Wording::worded(const std::vector<Problem>& problems) const {
    std::vector<WordedProblem> out;
    out.reserve(problems.size());
    for (const auto& each : problems)
        out.push_back({each.level, each.code, each.pointer, each.file, if_known(each.line), if_known(each.column), sentence(each)});
    return out;
}

std::vector<WordedDifference> Wording::worded(std::vector<Difference> differences) const {
    std::vector<WordedDifference> out;
    out.reserve(differences.size());
    for (auto& each : differences) {
        auto words = sentence(each);
        out.push_back({std::move(each), std::move(words)});
    }
    return out;
}

Refusal Wording::refusal(const std::vector<Problem>& problems) const {
    Refusal out{Refusal::Kind::invalid, "practices.package_refused", {}, {}};
    for (const auto& each : problems) {
        if (each.level != Problem::Level::error) continue;
        auto arguments = place_arguments(each);
        arguments["text"] = text(each.code, each.arguments);
        arguments["problem"] = each.code;
        out.fields.push_back({each.pointer, std::string(place_key(each)), std::move(arguments)});
    }
    return out;
}

std::vector<Difference> compare_hashes(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after) {
    std::set<std::string> paths;
    for (const auto* side : {&before, &after})
        for (const auto& [path, hash] : *side)
            if (path != document_path) paths.insert(path);
    std::vector<Difference> out;
    for (const auto& path : paths) {
        const auto was = before.find(path);
        const auto is = after.find(path);
        if (was == before.end()) out.push_back({Difference::Kind::added, "files", path, "", "", is->second});
        else if (is == after.end()) out.push_back({Difference::Kind::removed, "files", path, "", was->second, ""});
        else if (was->second != is->second) out.push_back({Difference::Kind::changed, "files", path, "", was->second, is->second});
    }
    return out;
}

}  // namespace ryadom::practices
