#include "app/commands/search.hpp"

#include "modules/find/find.hpp"
#include "platform/json/describe.hpp"
#include "platform/search/index.hpp"

#include <fmt/format.h>

#include <fstream>

namespace ryadom::app {

struct Line {
    std::string id;
    std::string text;
};

struct Found {
    std::string id;
    std::vector<std::string> top;
};

constexpr auto describe(json::Type<Line>) {
    using json::field;
    return json::object("SearchLine", field("id", &Line::id, "Id", json::length(1, 1000)), field("text", &Line::text, "Text", json::length(0, 100'000'000)));
}

constexpr auto describe(json::Type<Found>) {
    using json::field;
    return json::object("SearchFound", field("id", &Found::id, "Id"), field("top", &Found::top, "Ids of documents"));
}

namespace {

template <class Each>
void each_line(const std::string& path, Each each) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::string text;
    for (std::int64_t number = 1; std::getline(file, text); ++number) {
        if (text.empty()) continue;
        const auto value = json::parse(text);
        auto line = json::read<Line>(value ? *value : json::Value());
        if (!line) throw std::runtime_error(fmt::format("{}:{}: not {{\"id\",\"text\"}}", path, number));
        each(std::move(*line));
    }
}

/// Ids of a corpus are any words: the index gets their number instead.
Uuid numbered(std::uint32_t number) {
    Uuid out;
    for (std::size_t i = 0; i < 4; ++i) out.bytes.at(15 - i) = static_cast<std::uint8_t>(number >> (8 * i));
    return out;
}

std::uint32_t number_of(const Uuid& uuid) {
    std::uint32_t out = 0;
    for (std::size_t i = 12; i < 16; ++i) out = (out << 8) | uuid.bytes.at(i);
    return out;
}

}  // namespace

int search_corpus(const SearchArguments& arguments) {
    const auto language = json::parse_name<i18n::Language>(arguments.language);
    if (!language) throw std::runtime_error("--language is ru, kk or en");
    search::Index index(search::Synonyms(find::trade_synonyms()));
    std::vector<std::string> ids;
    each_line(arguments.documents, [&](Line line) {
        index.put({"document", numbered(static_cast<std::uint32_t>(ids.size())), {{*language, {}, {}, std::move(line.text)}}, {}, {}, 0});
        ids.push_back(std::move(line.id));
    });
    each_line(arguments.questions, [&](Line line) {
        search::Question question;
        question.text = std::move(line.text);
        question.languages = {*language};
        Found found{std::move(line.id), {}};
        for (const auto& hit : index.ask(question).hits) found.top.push_back(ids[number_of(hit.id)]);
        fmt::print("{}\n", json::to_json(found));
    });
    return 0;
}

}  // namespace ryadom::app
