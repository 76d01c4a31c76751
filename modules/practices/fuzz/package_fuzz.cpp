// Three ways into the package reader: a document, an archive as it is, and an archive around the input's
// document. What can be read must be written in the one form and be read again as the same.
#include <cstdint>
#include <cstdlib>

#include "modules/practices/archive.hpp"
#include "modules/practices/compare.hpp"
#include "modules/practices/complete.hpp"
#include "modules/practices/package.hpp"

namespace {

using namespace ryadom::practices;

void demand(bool met) {
    if (!met) std::abort();
}

void read_document(std::string_view text) {
    PackageFiles files{{"practice.yaml", std::string(text)}, {"leaflet.md", "x"}, {"lessons/first.md", "x"}};
    const auto read = read_package(files);
    if (!read) return demand(!read.error().empty());
    files["practice.yaml"] = write_package(read->package);
    const auto again = read_package(files);
    demand(again.has_value());
    demand(again->package == read->package);
    demand(write_package(again->package) == files.at("practice.yaml"));
    demand(compare(read->package, again->package).empty());
    complete(*again, files);
    const auto archive = write_archive(files_to_pack(*again, files));
    demand(read_archive(archive, {}).has_value());
}

void read_bytes(std::string_view bytes) {
    const auto content = open_archive(bytes);
    if (!content) return demand(!content.error().empty());
    // Whatever is taken as an archive is the archive of its content.
    if (!content->signature) demand(write_archive(content->files) == bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    if (data[0] % 2 == 0)
        read_document(bytes);
    else
        read_bytes(bytes);
    return 0;
}
