#include "platform/documents/typography.hpp"

#include <gtest/gtest.h>

namespace ryadom::documents {
namespace {

/// With "~" for the no-break space.
std::string shown(std::string_view text) {
    auto out = typeset(text);
    for (auto at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0", at)) out.replace(at, 2, "~");
    return out;
}

TEST(typography, holds_numbers_with_their_sign_unit_and_month) {
    EXPECT_EQ(shown("приказ № 12 от 29 ноября"), "приказ №~12 от~29~ноября");
    EXPECT_EQ(shown("10 000 человек, 45 %, 640 ₽, 640 ₸"), "10~000~человек, 45~%, 640~₽, 640~₸");
    EXPECT_EQ(shown("§ 5 и 3 Балаково"), "§~5 и~3 Балаково");
    EXPECT_EQ(shown("форма А4 лежит"), "форма А4 лежит");
    EXPECT_EQ(shown("12 3456"), "12 3456") << "not a group of three";
}

TEST(typography, holds_initials_with_the_name) {
    EXPECT_EQ(shown("слушали Иванову Е. П. и А. Б. Сәрсенова"), "слушали Иванову~Е.~П. и~А.~Б.~Сәрсенова");
    EXPECT_EQ(shown("Е.П. Иванова, Ә. Қ. Өтебаева"), "Е.П.~Иванова, Ә.~Қ.~Өтебаева");
    EXPECT_EQ(shown("Конец. И. о. директора"), "Конец. И. о. директора") << "no surname";
}

TEST(typography, holds_short_prepositions_with_their_word) {
    EXPECT_EQ(shown("В центре и на дому (с родными) под опекой"), "В~центре и~на~дому (с~родными) под опекой");
    EXPECT_EQ(shown("«О школе» ко мне"), "«О~школе» ко~мне");
}

TEST(typography, holds_a_dash_with_the_word_before) {
    EXPECT_EQ(shown("Школа — это курс"), "Школа~— это курс");
    EXPECT_EQ(shown("из-за"), "из-за");
}

TEST(typography, holds_abbreviations_with_what_they_name) {
    EXPECT_EQ(shown("ст. 5, г. Саратов, ул. Мира, д. 5; (п. 3)"), "ст.~5, г.~Саратов, ул.~Мира, д.~5; (п.~3)");
    EXPECT_EQ(shown("и т. п. затем"), "и~т. п. затем");
}

TEST(typography, leaves_line_ends_and_takes_out_control_characters) {
    EXPECT_EQ(shown("в\nдоме\tтут\r\n\x01."), "в\nдоме тут\n.");
    EXPECT_EQ(shown(""), "");
    EXPECT_EQ(shown(" в  доме "), " в  доме ");
}

TEST(typography, done_twice_is_the_same) {
    const auto once = typeset("приказ № 12 от 29 ноября — Е. П. Иванова, 10 000 ₸");
    EXPECT_EQ(typeset(once), once);
}

}  // namespace
}  // namespace ryadom::documents
