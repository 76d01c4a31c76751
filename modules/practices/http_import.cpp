// A package comes from another region as one file.
#include "modules/practices/http.hpp"
#include "modules/practices/install.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::practices {
namespace {

using http::Call;
using http::Query;
using http::Written;

std::vector<PublicKey> trusted_keys(db::Tx& tx) {
    std::vector<PublicKey> out;
    for (const auto& key : store::keys(tx))
        if (const auto parsed = parse_public_key(key.key)) out.push_back(*parsed);
    return out;
}

/// Without the signature of a trusted key only a person's explicit word takes the package in.
void demand_signature(const SignatureState& state, const ImportQuery& query) {
    if (query.accept_unsigned.value_or(false)) return;
    switch (state.kind) {
        case SignatureState::Kind::valid: return;
        case SignatureState::Kind::unsigned_: throw Refused(refuse("practices.unsigned").error());
        case SignatureState::Kind::unknown_key:
        case SignatureState::Kind::wrong: throw Refused(refuse("practices.unknown_key", {{"key", state.key_id}}).error());
    }
}

Installation installation_of(const ImportQuery& query, const SignatureState& state) {
    Installation out;
    out.codes = query.add_codes.value_or(false) ? NewCodes::add : NewCodes::refuse;
    if (state.kind != SignatureState::Kind::valid) {
        out.event = "practices.installed_unsigned";
        out.detail = R"({"signature":")" + std::string(json::name_of(state.kind)) + R"(","key":")" + state.key_id + "\"}";
    }
    return out;
}

Written<ImportReport> import_package(Call& call, http::Upload upload, Query<ImportQuery> query) {
    const auto wording = wording_of(call);
    const auto archived = read_archive(upload.bytes, call.read(trusted_keys));
    if (!archived) throw Refused(wording.refusal(archived.error()));
    auto prepared = prepare(*archived, open_archive(upload.bytes)->signature);
    auto report = call.read([&](db::Tx& tx) { return preview(tx, prepared, wording); });
    report.signature = archived->signature.kind;
    if (!archived->signature.key_id.empty()) report.key_id = archived->signature.key_id;
    report.warnings = wording.worded(archived->warnings);
    if (query->dry_run.value_or(false)) return call.write([report](db::Tx&) { return report; });
    demand_signature(archived->signature, query.value);
    const auto stored = store_large_files(call.database(), call.caller(), std::move(prepared));
    return call.write([stored, report, installation = installation_of(query.value, archived->signature)](db::Tx& tx) {
        auto done = report;
        done.installed = install(tx, *stored, installation);
        return done;
    });
}

}  // namespace

void add_import_routes(http::Routes& routes) {
    routes.act("/api/v1/practices/import", "practices.install", "Install a package, or only say what it would change", import_package).pool =
        http::Pool::heavy;
}

}  // namespace ryadom::practices
