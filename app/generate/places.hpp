// Villages and streets as the region has them.
#pragma once

#include <array>

namespace ryadom::generate {

constexpr std::array villages{"с. Ключи",  "с. Светлое",  "д. Ельники",  "с. Новосельцы", "пос. Заречье", "с. Каменка",
                              "д. Боровая", "с. Озерки",  "пос. Кедровый", "с. Петровка",  "с. Луговое",   "д. Малая Протока"};
constexpr std::array streets{"Лесная", "Центральная", "Набережная", "Школьная", "Зелёная", "Молодёжная", "Садовая",  "Полевая",
                             "Озёрная", "Берёзовая",  "Рабочая",    "Мира",     "Победы",  "Солнечная",  "Луговая",  "Новая"};

}  // namespace ryadom::generate
