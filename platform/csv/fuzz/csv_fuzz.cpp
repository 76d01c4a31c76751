// Whatever can be read is written and read again as the same.
#include "platform/csv/csv.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace ryadom::csv;

void demand(bool met) {
    if (!met) std::abort();
}

std::vector<Record> records(std::string_view text, char separator, const Limits& limits) {
    std::vector<Record> out;
    Reader reader(text, separator, limits);
    for (auto next = reader.next(); next && *next; next = reader.next()) out.push_back(std::move(**next));
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = to_utf8({reinterpret_cast<const char*>(data), size});
    if (!text) {
        demand(!text.error().code.empty());
        return 0;
    }
    const Limits limits{.records = 1000, .columns = 20, .field = 200};
    const auto read = records(*text, separator_of(*text), limits);
    Writer writer;
    for (const auto& record : read) writer.record(record.fields);
    const auto written = to_utf8(writer.take());
    demand(written.has_value());
    const auto again = records(*written, ';', {});
    demand(again.size() == read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        demand(again[i].fields.size() == read[i].fields.size());
        for (std::size_t j = 0; j < read[i].fields.size(); ++j) demand(plain(again[i].fields[j]) == read[i].fields[j]);
    }
    return 0;
}
