// A package that comes in, however it came, and the archive of one that goes out.
#pragma once

#include "modules/practices/install.hpp"
#include "modules/practices/parcel.hpp"
#include "modules/practices/store.hpp"

namespace ryadom::practices {

/// Read and held against this bank.
struct Parcel {
    Prepared prepared;
    ImportReport report;
    SignatureState signature;
};
/// Refuses what is no package or whose signature is wrong.
Parcel open_parcel(const http::Call& call, const std::string& archive);
http::Written<ImportReport> install_parcel(http::Call& call, Parcel parcel, const Installation& installation);

/// The archive as it came: the same bytes, with the signature of its publisher.
std::string archive_of(db::Tx& tx, const store::StoredVersion& version);

}  // namespace ryadom::practices
