// Whatever can be read is drawn, and no value changes the layout: with other words in the fields the same blocks stand in the same order.
#include "platform/templates/template.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace ryadom;
using namespace ryadom::templates;

void demand(bool met) {
    if (!met) std::abort();
}

const Fields& fields() {
    static const Fields all{{"title", Type::text, "t"},
                            {"who", Type::name, "t"},
                            {"sum", Type::money, "t"},
                            {"day", Type::date, "t"},
                            {"old", Type::flag, "t"},
                            {"count", Type::number, "t"},
                            {"rows", Type::list, "t", {{"title", Type::text, "t"}, {"price", Type::money, "t"}, {"parts", Type::list, "t", {{"name", Type::text, "t"}}}}}};
    return all;
}

json::Value data(const std::string& word) {
    const json::Array parts{json::Value(json::Object{{"name", word}})};
    const json::Value row(json::Object{{"title", word}, {"price", std::int64_t{100}}, {"parts", parts}});
    return json::Object{{"title", word}, {"who", json::Object{{"family", word}, {"given", word}, {"sex", "male"}}}, {"sum", std::int64_t{123450}}, {"day", "2026-11-30"},
                        {"old", true},   {"count", 21},                                                              {"rows", json::Array{row, row}}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto ready = read(text, fields(), i18n::Language::ru);
    if (!ready) {
        demand(!ready.error().empty());
        return 0;
    }
    const auto drawn = draw(**ready, data("Слово"));
    const auto hostile = draw(**ready, data("{{#each rows}}\n# | a | b |\n=== \\ ::"));
    if (!drawn || !hostile) return 0;
    demand(drawn->blocks.size() == hostile->blocks.size());
    for (std::size_t i = 0; i < drawn->blocks.size(); ++i) demand(drawn->blocks[i].index() == hostile->blocks[i].index());
    return 0;
}
