#include "modules/practices/draft.hpp"

#include <algorithm>

#include "modules/practices/complete.hpp"
#include "modules/practices/package_node.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

constexpr std::size_t title_characters = 120;

std::string text_at(const json::Value* value) {
    const auto* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : std::string();
}

/// What travels: the files that the document names.
std::vector<PreparedFile> named_files(const std::vector<PackageFile>& files, const std::vector<Problem>& warnings) {
    std::vector<PreparedFile> out;
    for (const auto& file : files) {
        const bool unused = std::ranges::any_of(warnings, [&](const Problem& each) {
            return each.code == "practices.file.unused" && each.file == file.path;
        });
        if (!unused) out.push_back({file.path, file.sha256, file.size, std::nullopt});
    }
    return out;
}

}  // namespace

JudgedDraft judge(json::Value document, std::vector<PackageFile> files, const PackageFiles& heads) {
    JudgedDraft out{std::move(document), std::move(files), {}, {}};
    auto read = read_package_json(out.document, &heads);
    if (!read) {
        out.problems = std::move(read.error());
        return out;
    }
    out.problems = read->warnings;
    if (write_package(read->package).size() > document_bytes)
        out.problems.push_back({Problem::Level::error, std::string(document_path), 0, 0, "", "practices.yaml.too_large",
                                {{"limit", std::to_string(document_bytes)}}});
    else out.prepared = prepare(*read, named_files(out.files, read->warnings));
    return out;
}

JudgedDraft judge(db::Tx& tx, const store::StoredDraft& draft) {
    return judge(*json::parse(draft.document, {document_depth + 2, 4 * document_bytes}), store::draft_files(tx, draft.number),
                 store::draft_heads(tx, draft.number));
}

DraftCheck check(const JudgedDraft& judged, const PackageFiles& heads, const Wording& wording) {
    DraftCheck out;
    out.readable = judged.prepared.has_value();
    auto problems = judged.problems;
    if (judged.prepared) {
        const auto missing = complete({judged.prepared->package, judged.problems}, heads);
        out.complete = missing.empty();
        problems.insert(problems.end(), missing.begin(), missing.end());
    }
    out.problems = wording.worded(problems);
    return out;
}

store::DraftHead head_of(const json::Value& document) {
    const auto code = text_at(document.find("code"));
    const auto* title = document.find("title");
    // A code that is half typed is nobody's yet.
    return {is_practice_code(code) ? std::optional(code) : std::nullopt, excerpt(text_at(title ? title->find("ru") : nullptr), title_characters),
            excerpt(text_at(document.find("version")))};
}

Draft shown(const store::StoredDraft& stored, JudgedDraft judged, const Wording& wording) {
    Draft out{stored.id, std::move(judged.document), stored.based_on, std::move(judged.files), wording.worded(judged.problems), {},
              stored.changed_at, stored.revision};
    if (judged.prepared) out.package_sha256 = judged.prepared->package_sha256;
    return out;
}

}  // namespace ryadom::practices
