// Thirty districts and five towns; the figures have the proportions of a real region, the names are invented.
#include "app/generate/map.hpp"
#include "app/generate/region.hpp"

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

struct Figures {
    double thousands;
    int road_km;
    bool town;
};

/// In order of the road: the map gives its districts in the same order.
constexpr std::array<Figures, 35> figures{{{1635, 0, true},   {145, 15, false}, {32, 20, true},   {22, 20, true},   {102, 30, true},
                                           {24, 50, false},   {45, 50, false},  {55, 55, true},   {58, 60, false},  {40, 60, false},
                                           {35, 105, false},  {45, 110, false}, {54, 115, false}, {25, 130, false}, {20, 130, false},
                                           {22, 150, false},  {32, 155, false}, {16, 180, false}, {13, 200, false}, {13, 240, false},
                                           {27, 265, false},  {37, 310, false}, {14, 310, false}, {55, 315, false}, {38, 380, false},
                                           {13, 390, false},  {17, 400, false}, {20, 400, false}, {14, 420, false}, {9, 420, false},
                                           {11, 430, false},  {25, 450, false}, {35, 460, false}, {16, 480, false}, {10, 550, false}}};

struct Name {
    std::string_view code, title;
};
constexpr std::array<Name, 5> towns{{{"srednerechensk", "город Среднереченск"},
                                     {"uzlovoy_yar", "город Узловой Яр"},
                                     {"luchisty", "наукоград Лучистый"},
                                     {"kamenoborsk", "город Каменоборск"},
                                     {"priyarsk", "город Приярск"}}};
constexpr std::array<Name, 30> districts{{{"verkhnerechensky", "Верхнереченский"}, {"berezovoyarsky", "Берёзовоярский"},
                                          {"sosnovodolsky", "Сосноводольский"}, {"priozerny", "Приозёрный"},
                                          {"kamennolozhsky", "Каменноложский"}, {"dubravinsky", "Дубравинский"},
                                          {"maloozersky", "Малоозёрский"},     {"svetloborsky", "Светлоборский"},
                                          {"zlatopolyansky", "Златополянский"}, {"kedroborsky", "Кедроборский"},
                                          {"zhuravlinsky", "Журавлинский"},    {"olkhorechensky", "Ольхореченский"},
                                          {"yasnoklyuchevskoy", "Ясноключевской"},      {"topolinsky", "Тополинский"},
                                          {"elnichny", "Ельничный"},           {"razdolensky", "Раздоленский"},
                                          {"peschanologovsky", "Песчанологовский"}, {"lebedinoozersky", "Лебединоозёрский"},
                                          {"dolgoozerny", "Долгоозёрный"},    {"glubokodolsky", "Глубокодольский"},
                                          {"stepnorechensky", "Степнореченский"}, {"vostochnogrivsky", "Восточногривский"},
                                          {"polynkovsky", "Полынковский"},     {"zapadnoborsky", "Западноборский"},
                                          {"kovylnensky", "Ковыльненский"},    {"solonechny", "Солонечный"},
                                          {"nizhnetalsky", "Нижнетальский"},   {"belokamyshsky", "Белокамышский"},
                                          {"ivnyakovsky", "Ивняковский"},      {"severoluzhsky", "Северолужский"}}};

}  // namespace

std::vector<DistrictPlan> make_districts(Seed seed) {
    Dice dice(seed, "districts");
    const auto map = make_map(seed, static_cast<int>(figures.size()));
    auto names = districts;
    dice.shuffle(names);
    std::vector<DistrictPlan> out;
    std::size_t town = 0, rural = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const auto& [thousands, road, is_town] = figures[i];
        const auto& name = is_town ? towns.at(town++) : names.at(rural++);
        auto& plan = out.emplace_back();
        plan.row.code = name.code;
        plan.row.title = is_town ? std::string(name.title) : std::string(name.title) + " район";
        plan.row.population = static_cast<std::int64_t>(thousands * dice.around(1000, 60));
        const double elders = is_town ? dice.around(0.22, 0.015) : dice.around(0.275, 0.03);
        plan.row.elders = static_cast<std::int64_t>(static_cast<double>(plan.row.population) * elders);
        plan.row.road_km = road == 0 ? 0 : static_cast<int>(dice.around(road, road * 0.06));
        plan.row.tile_row = map[i].tile.row;
        plan.row.tile_column = map[i].tile.column;
        plan.outline = geometry(map[i].polygon);
    }
    return out;
}

}  // namespace ryadom::generate
