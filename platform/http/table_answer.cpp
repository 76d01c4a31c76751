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

documents::PrintWords print_words(const Call& call) {
    // The number of pages is known after they are laid out: the places for it go through the catalogue as they are.
    return {std::string(json::name_of(call.language())), call.text("http.sheet", {{"page", "{page}"}, {"pages", "{pages}"}}),
            call.text("http.print_cut", {{"rows", std::to_string(documents::longest_print)}})};
}

namespace {

Download table_file(documents::Table table, documents::Format format, const documents::PrintWords& words) {
    auto name = table.name + "." + std::string(json::name_of(format));
    const auto disposition = format == documents::Format::pdf ? Disposition::show : Disposition::save;
    return {std::string(documents::content_type(format)), std::move(name), documents::file_of(std::move(table), format, words), disposition};
}

}  // namespace

Download as_file(const Call& call, documents::Table table, documents::Format format) { return table_file(std::move(table), format, print_words(call)); }

Written<Download> as_file(const Call& call, Written<documents::Table> written, documents::Format format) {
    return {[work = std::move(written.work), format, words = print_words(call)](db::Tx& tx) { return table_file(work(tx), format, words); }};
}

}  // namespace ryadom::http
