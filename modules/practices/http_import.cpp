// A package comes from another region as one file.
#include "modules/practices/carried.hpp"
#include "modules/practices/http.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::practices {
namespace {

using http::Call;
using http::Query;
using http::Written;

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
    auto parcel = open_parcel(call, upload.bytes);
    if (query->dry_run.value_or(false)) return call.write([report = std::move(parcel.report)](db::Tx&) { return report; });
    demand_signature(parcel.signature, query.value);
    const auto installation = installation_of(query.value, parcel.signature);
    return install_parcel(call, std::move(parcel), installation);
}

}  // namespace

void add_import_routes(http::Routes& routes) {
    routes.act("/api/v1/practices/import", "practices.install", "Install a package, or only say what it would change", import_package).pool =
        http::Pool::heavy;
}

}  // namespace ryadom::practices
