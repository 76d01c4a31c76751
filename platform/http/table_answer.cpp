#include "platform/http/table_answer.hpp"

namespace ryadom::http {

TableQuery table_query(std::string_view query) {
    constexpr std::string_view wanted = "format=";
    TableQuery out;
    bool given = false;
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto pair = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        if (!pair.starts_with(wanted)) {
            out.rest += (out.rest.empty() ? "" : "&") + std::string(pair);
            continue;
        }
        if (std::exchange(given, true)) throw Refused({Refusal::Kind::malformed, "http.repeated_parameter", {{"detail", "format"}}, {}});
        const auto word = pair.substr(wanted.size());
        const auto format = json::parse_name<documents::Format>(word);
        if (!format) throw Refused(refuse_field("/format", "core.unknown_value", {{"value", std::string(word.substr(0, 40))}}).error());
        out.format = *format;
    }
    return out;
}

Download as_file(documents::Table table, documents::Format format) {
    auto name = table.name + "." + std::string(json::name_of(format));
    return {std::string(documents::content_type(format)), std::move(name), documents::file_of(std::move(table), format)};
}

Written<Download> as_file(Written<documents::Table> written, documents::Format format) {
    return {[work = std::move(written.work), format](db::Tx& tx) { return as_file(work(tx), format); }};
}

}  // namespace ryadom::http
