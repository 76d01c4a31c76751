// A generator of our own after the description of Febrl's (Christen 2005): originals out of frequency tables, then changes.
#include "app/registers/faults.hpp"
#include "app/registers/registers.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <string_view>

namespace ryadom::registers {
namespace {

using generate::Dice;

constexpr std::array given_names{
    "joshua",  "emily",    "charlie", "sophie",  "jack",    "lachlan",  "isabella", "thomas",   "chloe",    "william",  "jessica", "benjamin", "samuel",
    "ella",    "olivia",   "matthew", "daniel",  "hannah",  "georgia",  "james",    "liam",     "ruby",     "mitchell", "jayden",  "ethan",    "grace",
    "nicholas", "amelia",  "alexander", "lucy",  "harrison", "madison", "caitlin",  "oscar",    "zoe",      "connor",   "mia",     "dylan",    "sienna",
    "riley",   "lauren",   "luke",    "taylor",  "abbey",   "harry",    "sarah",    "adam",     "holly",    "ryan",     "alicia",  "finn",     "tahlia",
    "jake",    "imogen",   "angus",   "phoebe",  "lewis",   "jasmine",  "blake",    "erin",     "toby",     "bianca",   "callum",  "kayla",    "hugo",
    "claire",  "patrick",  "natalia", "kyle",    "eliza",   "marcus",   "brooke",   "hamish",   "jade",     "aidan",    "stella",  "declan",   "paige",
    "kane",    "molly",    "tyson",   "tara",    "brodie",  "lily",     "xavier",   "zara",     "bailey",   "gemma",    "seth",    "alana",    "jared",
    "maddison", "reuben",  "jorja",   "trent",   "keely",   "darcy",    "mikayla",  "flynn",    "bethany"};
constexpr std::array surnames{"white",    "clarke",  "ryan",     "campbell", "green",   "webb",    "mason",   "matthews", "stubbs",  "chandler", "thorpe",
                              "nguyen",   "smith",   "jones",    "brown",    "wilson",  "taylor",  "johnson", "martin",   "reid",    "morrison", "miles",
                              "hall",     "coleman", "bishop",   "vincent",  "shepherd", "stanley", "blackwell", "godfrey", "robson",  "berry",    "dixon",
                              "mccarthy", "hughes",  "donaldson", "priest",  "hawkins", "parr",    "lowe",    "paine",    "bradshaw", "leong",   "maynard"};
constexpr std::array street_names{"wallaby", "kent",   "mountain", "hemming", "spring", "burnage", "macross", "sinclair", "howarth", "furphy", "gowrie", "ebden",
                                  "garling", "lazar",  "heard",    "kavel",   "brewster", "madsen", "officer", "baynton", "elliott", "allott", "copland", "verco"};
constexpr std::array street_kinds{"street", "place", "crescent", "circuit", "close", "avenue", "court", "drive"};
constexpr std::array suburb_beginnings{"clev", "mars", "gran", "utak", "tow", "eat", "cor", "ban", "watt", "charm", "asp", "yag", "rose", "wool", "alb", "palm"};
constexpr std::array suburb_endings{"eland", "den", "ville", "arra", "radgi", "field", "io", "haven", "ley", "oona", " bay", "ton", " park", "erston", "rise", " hills"};
constexpr std::array states{"nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"};
constexpr std::array<double, 8> people_of_states{34, 25, 20, 9, 7, 3, 1.5, 0.5};
constexpr std::array syllables{"ka", "lo", "mer", "vin", "tas", "bro", "del", "hin", "pet", "sku", "fro", "wes", "gar", "lin", "zil", "ben", "ger", "cot", "mun", "rae", "thu", "od"};
constexpr std::array tails{"", "s", "man", "ski", "ton", "er", "ini", "ell", "opoulos", "wood", "ke", "berg"};

enum Column { given, surname, number, street, building, suburb, postcode, state, birth, age, phone, social, columns };

/// How often a field is changed, and in which ways: a letter, another value, nothing left.
struct Habit {
    double chosen, slip, other, emptied, space;
};
constexpr std::array<Habit, columns> habits{{{0.13, 0.86, 0.05, 0.05, 0.04},
                                             {0.15, 0.86, 0.05, 0.05, 0.04},
                                             {0.08, 0.70, 0.12, 0.18, 0},
                                             {0.11, 0.62, 0.10, 0.06, 0.22},
                                             {0.10, 0.50, 0.12, 0.14, 0.24},
                                             {0.10, 0.58, 0.20, 0.08, 0.14},
                                             {0.06, 0.70, 0.25, 0.05, 0},
                                             {0.05, 0.45, 0.30, 0.25, 0},
                                             {0.09, 0.52, 0.33, 0.15, 0},
                                             {0.04, 0.50, 0.25, 0.25, 0},
                                             {0.04, 0.60, 0.30, 0.10, 0},
                                             {0.05, 0.65, 0.35, 0, 0}}};
constexpr std::array<double, columns> missing{0.02, 0.01, 0.03, 0.02, 0.15, 0.01, 0, 0.06, 0.02, 0.20, 0.04, 0};

using Fields = std::vector<std::string>;

/// Few values often, many seldom: the most usual given name is borne by three in a hundred, the last one by seven in a thousand.
template <class Range>
std::string frequent(Dice& dice, const Range& range) {
    return std::string(range[static_cast<std::size_t>(std::pow(dice.part(), 1.35) * static_cast<double>(range.size()))]);
}

std::string rare_name(Dice& dice) { return fmt::format("{}{}{}", dice.pick(syllables), dice.pick(syllables), dice.pick(tails)); }

std::string value(Dice& dice, int column) {
    switch (column) {
        case given: return dice.chance(0.85) ? frequent(dice, given_names) : rare_name(dice);
        case surname: return dice.chance(0.4) ? frequent(dice, surnames) : rare_name(dice);
        case number: return std::to_string(static_cast<int>(400 * dice.part() * dice.part() * dice.part()) + 1);
        case street: return fmt::format("{}{} {}", frequent(dice, street_names), dice.chance(0.5) ? dice.pick(syllables) : "", dice.pick(street_kinds));
        case building: return fmt::format("{}{} {}", dice.pick(syllables), dice.pick(suburb_endings), dice.pick(std::array{"village", "centre", "cottage", "park", "lodge"}));
        case suburb: return fmt::format("{}{}", frequent(dice, suburb_beginnings), dice.pick(suburb_endings));
        case postcode: return std::to_string(dice.between(2000, 7400));
        case state: return states.at(dice.weighted(people_of_states));
        case birth: return fmt::format("19{:02}{:02}{:02}", dice.between(0, 99), dice.between(1, 12), dice.between(1, 28));
        case age: return std::to_string(dice.between(20, 40));
        case phone: return fmt::format("0{} {:08}", dice.between(2, 8), dice.between(0, 99'999'999));
        default: return std::to_string(dice.between(1'000'000, 9'999'999));
    }
}

Fields original(Dice& dice) {
    Fields out;
    for (int column = 0; column < columns; ++column) out.push_back(dice.chance(missing.at(static_cast<std::size_t>(column))) ? "" : value(dice, column));
    return out;
}

void respace(Dice& dice, std::string& text) {
    const auto blank = text.find(' ');
    if (blank != std::string::npos && dice.chance(0.6)) text.erase(blank, 1);
    else if (text.size() > 2) text.insert(static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(text.size()) - 1)), " ");
}

void change(Dice& dice, Fields& fields, std::size_t column) {
    if (column == given && dice.chance(0.06)) return std::swap(fields[given], fields[surname]);
    if (column == street && dice.chance(0.05)) return std::swap(fields[street], fields[building]);
    const auto& habit = habits.at(column);
    const std::array ways{habit.slip, habit.other, habit.emptied, habit.space};
    auto& field = fields[column];
    switch (field.empty() ? 1 : dice.weighted(ways)) {
        case 0: field = column == birth || column == postcode || column == phone || column == social ? with_wrong_digit(dice, field) : with_slip(dice, field); break;
        case 1: field = value(dice, static_cast<int>(column)); break;
        case 2: field.clear(); break;
        default: respace(dice, field);
    }
}

Fields duplicate(Dice& dice, Fields fields, const EnglishOptions& options) {
    std::array<double, columns> chosen{};
    for (std::size_t i = 0; i < columns; ++i) chosen.at(i) = habits.at(i).chosen;
    const auto changes = dice.between(1, options.most_changes);
    for (std::int64_t done = 0; done < changes;) {
        const auto column = dice.weighted(chosen);
        chosen.at(column) = 0;
        const auto times = dice.between(1, std::min<std::int64_t>(options.most_changes_of_field, changes - done));
        for (std::int64_t i = 0; i < times; ++i, ++done) change(dice, fields, column);
    }
    return fields;
}

}  // namespace

Register english(generate::Seed seed, const EnglishOptions& options) {
    Dice dice(seed, "english register");
    Register out{{"rec_id", "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth", "age", "phone_number",
                  "soc_sec_id"},
                 {}};
    std::vector<Fields> originals;
    std::vector<int> copies(static_cast<std::size_t>(options.originals));
    const auto keep = [&](const std::string& id, Fields fields) {
        fields.insert(fields.begin(), id);
        out.rows.push_back(std::move(fields));
    };
    for (int i = 0; i < options.originals; ++i) keep(fmt::format("rec-{}-org", i), originals.emplace_back(original(dice)));
    for (int made = 0; made < options.duplicates;) {
        const auto of = static_cast<std::size_t>(dice.between(0, options.originals - 1));
        // Most have few, some have many.
        const auto wanted = options.most_duplicates - static_cast<int>(static_cast<double>(options.most_duplicates) * std::sqrt(dice.part()));
        for (int i = 0; i < wanted && made < options.duplicates && copies[of] < options.most_duplicates; ++i, ++made)
            keep(fmt::format("rec-{}-dup-{}", of, copies[of]++), duplicate(dice, originals[of], options));
    }
    dice.shuffle(out.rows);
    return out;
}

}  // namespace ryadom::registers
