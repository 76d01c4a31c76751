// What a draft amounts to: how far it reads, what its list shows, the package that it would be.
#pragma once

#include "modules/practices/store.hpp"
#include "modules/practices/wording.hpp"

namespace ryadom::practices {

/// A draft's document held against its files.
struct JudgedDraft {
    json::Value document;
    std::vector<PackageFile> files;
    std::vector<Problem> problems;     ///< errors and warnings
    std::optional<Prepared> prepared;  ///< when there is no error
};

/// `heads` as store::draft_heads gives them.
JudgedDraft judge(json::Value document, std::vector<PackageFile> files, const PackageFiles& heads);
JudgedDraft judge(db::Tx& tx, const store::StoredDraft& draft);

/// What is wrong, and what a complete package has beside.
DraftCheck check(const JudgedDraft& judged, const PackageFiles& heads, const Wording& wording);

store::DraftHead head_of(const json::Value& document);
Draft shown(const store::StoredDraft& stored, JudgedDraft judged, const Wording& wording);

}  // namespace ryadom::practices
