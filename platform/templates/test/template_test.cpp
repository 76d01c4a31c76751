#include "platform/templates/template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ryadom::templates {
namespace {

using documents::Block;
using documents::Heading;
using documents::KeyValues;
using documents::List;
using documents::PaperTable;
using documents::Paragraph;
using documents::Signatures;
using i18n::Language;
using testing::ElementsAre;
using testing::SizeIs;

const Fields& fields() {
    static const Fields all{{"title", Type::text, "t"},
                            {"client", Type::name, "t"},
                            {"sum", Type::money, "t"},
                            {"day", Type::date, "t"},
                            {"free", Type::flag, "t"},
                            {"visits", Type::number, "t"},
                            {"services", Type::list, "t", {{"title", Type::text, "t"}, {"price", Type::money, "t"}, {"parts", Type::list, "t", {{"name", Type::text, "t"}}}}}};
    return all;
}

json::Value name(const char* family, const char* given, const char* patronymic, const char* sex) {
    return json::Object{{"family", family}, {"given", given}, {"patronymic", patronymic}, {"sex", sex}};
}

json::Value data() {
    const auto part = [](const char* text) { return json::Value(json::Object{{"name", text}}); };
    const json::Value meal(json::Object{{"title", "Обед"}, {"price", std::int64_t{15'000}}, {"parts", json::Array{part("суп"), part("каша")}}});
    const json::Value walk(json::Object{{"title", "Прогулка"}, {"price", std::int64_t{0}}, {"parts", json::Array{}}});
    return json::Object{{"title", "О помощи"}, {"client", name("Петрова", "Любовь", "Ильинична", "female")}, {"sum", std::int64_t{123'450}}, {"day", "2026-11-05"}, {"free", true},
                        {"visits", 21}, {"services", json::Array{meal, walk}}};
}

std::vector<Block> drawn(std::string_view text, const json::Value& with = data(), Language language = Language::ru) {
    const auto ready = read(text, fields(), language);
    if (!ready) {
        for (const auto& each : ready.error()) ADD_FAILURE() << each.place.line << ":" << each.place.column << " " << each.code;
        return {};
    }
    return draw(**ready, with)->blocks;
}

std::string line(std::string_view text, const json::Value& with = data(), Language language = Language::ru) {
    const auto blocks = drawn(text, with, language);
    return blocks.empty() ? "" : std::get<Paragraph>(blocks.front()).text;
}

std::vector<std::string> problems(std::string_view text, Language language = Language::ru) {
    std::vector<std::string> out;
    const auto ready = read(text, fields(), language);
    if (ready) return out;
    for (const auto& each : ready.error()) out.push_back(std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.code.substr(std::string("templates.").size()));
    return out;
}

TEST(Template, lines_say_what_they_are_by_their_first_sign) {
    const auto blocks = drawn("# Договор\n## Часть\n> Директору\n>< посреди\n< без отступа\n! важно\n~ мелко\nПросто текст\n---\n...\n===\n___ Директор | {{client|short}}\n___ Заказчик\n");
    ASSERT_THAT(blocks, SizeIs(12));
    EXPECT_EQ(std::get<Heading>(blocks[0]).level, 1);
    EXPECT_EQ(std::get<Heading>(blocks[0]).align, documents::Align::centre);
    EXPECT_EQ(std::get<Heading>(blocks[1]).level, 2);
    EXPECT_EQ(std::get<Paragraph>(blocks[2]).align, documents::Align::right);
    EXPECT_EQ(std::get<Paragraph>(blocks[3]).align, documents::Align::centre);
    EXPECT_EQ(std::get<Paragraph>(blocks[4]).indent, documents::Indent::none);
    EXPECT_EQ(std::get<Paragraph>(blocks[5]).look, documents::Look::strong);
    EXPECT_EQ(std::get<Paragraph>(blocks[6]).look, documents::Look::note);
    EXPECT_EQ(std::get<Paragraph>(blocks[7]).indent, documents::Indent::first_line);
    EXPECT_TRUE(std::holds_alternative<documents::Rule>(blocks[8]));
    EXPECT_TRUE(std::holds_alternative<documents::Spacer>(blocks[9]));
    EXPECT_TRUE(std::holds_alternative<documents::PageBreak>(blocks[10]));
    const auto& signatures = std::get<Signatures>(blocks[11]).lines;
    ASSERT_THAT(signatures, SizeIs(2));
    EXPECT_EQ(signatures[0].name, "Петрова\u00a0Л.\u00a0И.");
    EXPECT_EQ(signatures[1].post, "Заказчик");
}

TEST(Template, names_and_values_lists_and_their_parts) {
    const auto blocks = drawn("Получатель :: {{client}}\nДата :: {{day}}\n\n1. первое\n  1. часть\n2. второе\n- точка\n");
    ASSERT_THAT(blocks, SizeIs(3));
    EXPECT_EQ(std::get<KeyValues>(blocks[0]).pairs, (std::vector<std::pair<std::string, std::string>>{{"Получатель", "Петрова Любовь Ильинична"}, {"Дата", "05.11.2026"}}));
    const auto& list = std::get<List>(blocks[1]);
    EXPECT_EQ(list.marks, documents::Marks::numbers);
    ASSERT_THAT(list.items, SizeIs(2));
    EXPECT_EQ(list.items[0].parts.at(0).text, "часть");
    EXPECT_EQ(std::get<List>(blocks[2]).marks, documents::Marks::bullets);
}

TEST(Template, a_table_over_a_list) {
    const auto blocks = drawn("| № | Услуга | Цена |\n| - | ---- | -: |\n{{#each services}}\n| {{@number}} | {{title}} | {{price|roubles}} |\n{{/each}}\n|= | Итого | {{sum}} |\n");
    ASSERT_THAT(blocks, SizeIs(1));
    const auto& table = std::get<PaperTable>(blocks[0]);
    ASSERT_THAT(table.columns, SizeIs(3));
    EXPECT_EQ(table.columns[1].title, "Услуга");
    EXPECT_EQ(table.columns[1].share, 4);
    EXPECT_EQ(table.columns[2].align, documents::Align::right);
    EXPECT_THAT(table.rows, ElementsAre(ElementsAre("1", "Обед", "150\u00a0рублей 00\u00a0копеек"), ElementsAre("2", "Прогулка", "0\u00a0рублей 00\u00a0копеек")));
    EXPECT_THAT(table.total, ElementsAre("", "Итого", "1\u00a0234,50"));
}

TEST(Template, conditions_and_lists_in_a_line) {
    EXPECT_EQ(line("{{#if free}}Бесплатно{{else}}За плату{{/if}}."), "Бесплатно.");
    EXPECT_EQ(line("{{#each services}}{{title}}{{#if @last}}.{{else}}; {{/if}}{{/each}}"), "Обед; Прогулка.");
    EXPECT_EQ(line("{{#each services}}{{#each parts}}{{title}}: {{name}}. {{/each}}{{/each}}"), "Обед: суп. Обед: каша.");
    EXPECT_THAT(drawn("{{#if free}}\nда\n{{else}}\nнет\nсовсем\n{{/if}}\n"), SizeIs(1));
    EXPECT_THAT(drawn("{{#each services}}\n{{#if price}}\n{{title}} стоит {{price}}\n{{/if}}\n{{/each}}\n"), SizeIs(1));
}

TEST(Template, filters_say_it_as_a_form_needs_it) {
    EXPECT_EQ(line("прошу {{client|genitive}}"), "прошу Петровой Любови Ильиничны");
    EXPECT_EQ(line("{{client|dative|short}}"), "Петровой\u00a0Л.\u00a0И.");
    EXPECT_EQ(line("{{client|instrumental|initials_first}}"), "Л.\u00a0И.\u00a0Петровой");
    EXPECT_EQ(line("{{day|long}}"), "«5»\u00a0ноября 2026\u00a0г.");
    EXPECT_EQ(line("{{sum|roubles_in_words|capital}}"), "Одна тысяча двести тридцать четыре рубля 50\u00a0копеек");
    EXPECT_EQ(line("{{visits}} ({{visits|words_feminine}}) {{visits|plural:услуга,услуги,услуг}}"), "21 (двадцать одна) услуга");
    EXPECT_EQ(line("{{services|count}} {{services|count|plural:услуга, услуги, услуг}}"), "2 услуги");
    EXPECT_EQ(line("{{title|or:____}} {{day|or:____}}", json::Object{}), "____ ____");
    EXPECT_EQ(line("{{sum|tenge_in_words}}", data(), Language::kk), "бір мың екі жүз отыз төрт теңге 50\u00a0тиын");
}

TEST(Template, a_name_in_doubt_is_told) {
    const auto ready = read("{{client|genitive}} {{client|dative}} {{client}}", fields(), Language::ru);
    ASSERT_TRUE(ready);
    const auto out = draw(**ready, json::Object{{"client", name("Воробей", "Иван", "", "male")}});
    EXPECT_THAT(out->doubts, ElementsAre("Воробей Иван"));
}

TEST(Template, what_stands_in_a_field_never_becomes_layout) {
    for (const auto* hostile : {"# заголовок", "{{sum}}", "| a | b |", "a\n# b\n===", "\\", "x :: y", "- точка"}) {
        const json::Value with(json::Object{{"title", hostile}, {"services", json::Array{json::Object{{"title", hostile}}}}});
        EXPECT_EQ(line("{{title}}", with), hostile);
        const auto blocks = drawn("| A | B |\n{{#each services}}\n| {{title}} | x |\n{{/each}}\n", with);
        EXPECT_THAT(std::get<PaperTable>(blocks.at(0)).rows.at(0), ElementsAre(hostile, "x"));
        EXPECT_EQ(std::get<KeyValues>(drawn("Поле :: {{title}}", with).at(0)).pairs.at(0).second, hostile);
    }
}

TEST(Template, a_sign_can_be_meant_as_it_is) {
    EXPECT_EQ(line("\\# не заголовок"), "# не заголовок");
    EXPECT_EQ(line("\\{{title}}"), "{{title}}");
    EXPECT_EQ(line("a \\:: b | c"), "a :: b | c");
    EXPECT_EQ(line("C:\\путь"), "C:\\путь");
    EXPECT_THAT(std::get<PaperTable>(drawn("| a \\| b | c |").at(0)).columns, SizeIs(2));
}

TEST(Template, every_problem_has_its_line_and_column) {
    EXPECT_THAT(problems("# {{tittle}}\n\n  Сумма: {{sum|long}} и {{sum"), ElementsAre("1:3 unknown_field", "3:10 filter_type", "3:25 unclosed_tag"));
    EXPECT_THAT(problems("{{sum|wrods}} {{visits|plural}} {{visits|plural:а,б,в,г}} {{}}"),
                ElementsAre("1:1 unknown_filter", "1:15 filter_arguments", "1:33 filter_arguments", "1:59 empty_tag"));
    EXPECT_THAT(problems("{{#if free}}\nx\n"), ElementsAre("1:1 unclosed_block"));
    EXPECT_THAT(problems("x\n{{/each}}\ny {{/if}}"), ElementsAre("2:1 unexpected", "3:3 unexpected"));
    EXPECT_THAT(problems("{{#each free}}{{/each}} {{services}} {{@number}} {{name}}"), testing::Contains("1:1 not_a_list"));
    EXPECT_THAT(problems("{{services}}"), ElementsAre("1:1 list_as_text"));
    EXPECT_THAT(problems("{{@number}}"), ElementsAre("1:1 only_in_list"));
    EXPECT_THAT(problems("| a | b |\n| {{title}} |"), ElementsAre("2:1 cells"));
    EXPECT_THAT(problems("|= a |\n| - |"), testing::Contains("1:1 no_head"));
    EXPECT_THAT(problems("{{client|genitive}}", Language::kk), ElementsAre("1:1 filter_language"));
    EXPECT_THAT(problems("  \n \n"), ElementsAre("1:1 empty"));
}

TEST(Template, a_table_ends_where_the_block_ends_in_which_it_began) {
    // The second head would be a row of two cells were the table still open.
    EXPECT_THAT(drawn("{{#if free}}\n| a | b |\n| {{title}} | x |\n{{/if}}\n| c |\n| {{title}} |\n"), SizeIs(2));
    EXPECT_THAT(drawn("| a |\n\n| b | c |\n"), SizeIs(2));
}

TEST(Template, nothing_grows_without_bound) {
    std::string deep;
    for (int i = 0; i < 9; ++i) deep += "{{#if free}}\n";
    EXPECT_THAT(problems(deep), testing::Contains(testing::EndsWith("too_deep")));
    EXPECT_THAT(problems(std::string(longest_text + 1, 'x')), ElementsAre("1:1 too_long"));
    EXPECT_THAT(problems(std::string(3000, '\n')), ElementsAre("1:1 too_many_lines"));
    EXPECT_THAT(problems("a\xff"), ElementsAre("1:1 not_text"));
    json::Array many(200, json::Value(json::Object{{"title", "x"}}));
    const auto ready = read("{{#each services}}{{#each services}}{{#each services}}{{title}}{{/each}}{{/each}}{{/each}}", fields(), Language::ru);
    ASSERT_TRUE(ready);
    EXPECT_EQ(draw(**ready, json::Object{{"services", many}}).error().code, "templates.paper_too_long");
}

TEST(Template, data_that_do_not_fit_are_a_fault_of_the_program) {
    EXPECT_EQ(misfit(fields(), data()), "");
    EXPECT_EQ(missing(fields(), data()), "");
    EXPECT_EQ(misfit(fields(), json::Object{{"sum", "12"}}), "sum: no money");
    EXPECT_EQ(misfit(fields(), json::Object{{"other", 1}}), "other: no such field");
    EXPECT_EQ(misfit(fields(), json::Object{{"services", json::Array{json::Object{{"price", 1.5}}}}}), "services/0/price: no money");
    EXPECT_EQ(missing(fields(), json::Object{{"title", "x"}}), "client");
    const auto ready = read("{{title}}", fields(), Language::ru);
    EXPECT_THROW((void)draw(**ready, json::Object{{"title", 1}}), std::logic_error);
}

TEST(Template, an_editor_is_told_what_filters_there_are) {
    EXPECT_THAT(filters(Language::ru), SizeIs(testing::Gt(filters(Language::kk).size())));
    for (const auto& each : filters(Language::ru)) {
        EXPECT_FALSE(each.name.empty());
        const auto field = each.takes == Type::name ? "client" : each.takes == Type::money ? "sum" : each.takes == Type::date ? "day" : each.takes == Type::number ? "visits" : each.takes == Type::list ? "services" : "title";
        EXPECT_THAT(problems("{{" + std::string(field) + "|" + std::string(each.example) + "}}"), SizeIs(0)) << each.name;
    }
}

}  // namespace
}  // namespace ryadom::templates
