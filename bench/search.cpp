// CPU of a question against Xapian 1.4 with the Russian stemmer and its words joined by OR, as its QueryParser does it: both find
// ten of the same 10,000 documents, which are mixed from the sentences of the starter library. What Xapian is asked for
// is less: no typos, no nearness, no marks in the text.
#include "bench/rounds.hpp"
#include "platform/json/value.hpp"
#include "platform/search/index.hpp"

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace {

using namespace ryadom;

constexpr int documents = 10'000;
constexpr int questions = 500;
constexpr int rounds = 7;

bool is_russian(const std::string& text) {
    return std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xd0; }) > static_cast<std::ptrdiff_t>(text.size() / 4);
}

/// Lines of text from the packages of the library.
std::vector<std::string> sentences() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(RYADOM_SOURCE_DIR "/practices")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            if (line.size() > 80 && is_russian(line)) out.push_back(line);
    }
    std::ranges::sort(out);
    return out;
}

std::vector<std::string> mixed(const std::vector<std::string>& from, int count, int parts, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
        std::string text;
        for (int part = 0; part < parts; ++part) text += from[random() % from.size()] + ' ';
        out.push_back(std::move(text));
    }
    return out;
}

/// Six words of a line, which is how people ask.
std::vector<std::string> asked(const std::vector<std::string>& from) {
    std::vector<std::string> out;
    for (const auto& line : mixed(from, questions, 1, 2)) {
        std::istringstream words(line);
        std::string text;
        std::string word;
        for (int i = 0; i < 6 && words >> word; ++i) text += word + ' ';
        out.push_back(std::move(text));
    }
    return out;
}

search::Index ours(const std::vector<std::string>& texts) {
    search::Index index;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Uuid id;
        id.bytes[14] = static_cast<std::uint8_t>(i >> 8);
        id.bytes[15] = static_cast<std::uint8_t>(i);
        index.put({"document", id, {{i18n::Language::ru, {}, {}, texts[i]}}, {}, {}, 0});
    }
    return index;
}

Xapian::Database theirs(const std::vector<std::string>& texts, const std::string& folder) {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("russian"));
    for (const auto& text : texts) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(text);
        document.set_data(text);
        database.add_document(document);
    }
    database.commit();
    return Xapian::Database(folder);
}

Xapian::QueryParser parser_of_theirs() {
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("russian"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_default_op(Xapian::Query::OP_OR);
    return parser;
}

struct Line {
    std::string id;
    std::string text;
};

std::vector<Line> lines_of(const std::string& path) {
    std::vector<Line> out;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto value = *json::parse(line);
        out.push_back({*value.find("id")->as<std::string>(), *value.find("text")->as<std::string>()});
    }
    return out;
}

/// What `ryadom search --docs D --queries Q` prints, from Xapian: for bench/search_quality.mjs.
void answer(const std::string& corpus, const std::string& asked, const std::string& folder) {
    const auto known = lines_of(corpus);
    std::vector<std::string> texts;
    for (const auto& each : known) texts.push_back(each.text);
    auto database = theirs(texts, folder);
    auto parser = parser_of_theirs();
    Xapian::Enquire enquire(database);
    for (const auto& each : lines_of(asked)) {
        enquire.set_query(parser.parse_query(each.text, 0));
        json::Array top;
        const auto set = enquire.get_mset(0, 10);
        for (auto hit = set.begin(); hit != set.end(); ++hit) top.emplace_back(known[*hit - 1].id);
        fmt::print("{}\n", json::write(json::Object{{"id", each.id}, {"top", std::move(top)}}));
    }
}

}  // namespace

int main(int count, char** words) {
    const auto folder = std::filesystem::temp_directory_path() / "ryadom-bench-search";
    if (count == 6) {
        answer(words[3], words[5], folder.string());
        std::filesystem::remove_all(folder);
        return 0;
    }
    const auto from = sentences();
    const auto texts = mixed(from, documents, 6, 1);
    const auto queries = asked(from);
    const auto index = ours(texts);
    auto database = theirs(texts, folder.string());
    fmt::print(stderr, "  {} sentences, {} documents\n", from.size(), database.get_doccount());
    auto parser = parser_of_theirs();
    Xapian::Enquire enquire(database);
    std::size_t found = 0;
    const auto per_question = [&](const auto& ask) {
        const auto begun = bench::cpu_seconds();
        for (const auto& text : queries) found += ask(text);
        return (bench::cpu_seconds() - begun) / questions * 1e6;
    };
    std::vector<bench::Contender> contenders{
        {"ours", [&] {
             return per_question([&](const std::string& text) {
                 search::Question question;
                 question.text = text;
                 question.languages = {i18n::Language::ru};
                 return index.ask(question).hits.size();
             });
         }},
        {"Xapian", [&] {
             return per_question([&](const std::string& text) {
                 enquire.set_query(parser.parse_query(text, 0));
                 std::size_t length = 0;
                 const auto set = enquire.get_mset(0, 10);
                 for (auto each = set.begin(); each != set.end(); ++each) length += each.get_document().get_data().size() > 0;
                 return length;
             });
         }}};
    bench::run(contenders, rounds, "µs a question");
    fmt::print(stderr, "  {} answers\n", found);
    std::filesystem::remove_all(folder);
    bench::report("CPU of a question over 10,000 documents, against Xapian", contenders[0].rounds, contenders[1].rounds, {bench::Goal::Kind::at_most, 1.5});
}
