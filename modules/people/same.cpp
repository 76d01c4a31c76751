#include "modules/people/same.hpp"

#include "modules/people/lookups.hpp"
#include "modules/people/near.hpp"
#include "modules/people/rules.hpp"
#include "platform/audit/audit.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <stdexcept>

namespace ryadom::people {
namespace {

using matching::RecordValues;

/// The people of a place: whoever comes in is one of them, of whom a young register holds but a few.
constexpr std::int64_t fewest_people = 30'000;
/// Of one name: in the largest region the commonest names have no more on one index page after another.
constexpr int most_of_a_name = 2'000;

bool differ(const std::optional<std::string>& one, const std::optional<std::string>& other) { return one && other && *one != *other; }

/// Values of one person for the comparison with others: the number that the other one has too.
class Side {
  public:
    explicit Side(const Described& somebody) : somebody_(&somebody) {}

    RecordValues read(const matching::Judge& judge, const std::string& family, const std::optional<std::string>& number) const {
        const auto birth = somebody_->birth ? to_string(*somebody_->birth) : std::string();
        std::vector<std::string_view> cells;
        for (const auto& column : judge.columns()) cells.push_back(cell(column.kind, family, birth, number));
        return judge.read(cells);
    }

  private:
    std::string_view cell(matching::Kind kind, const std::string& family, const std::string& birth, const std::optional<std::string>& number) const {
        const auto text = [](const std::optional<std::string>& value) { return value ? std::string_view(*value) : std::string_view(); };
        switch (kind) {
            case matching::Kind::family_name: return family;
            case matching::Kind::given_name: return somebody_->given_name;
            case matching::Kind::patronymic: return text(somebody_->patronymic);
            case matching::Kind::birth_date: return birth;
            case matching::Kind::sex: return !somebody_->sex ? "" : *somebody_->sex == Sex::female ? "f" : "m";
            case matching::Kind::identifier: return text(number);
            case matching::Kind::phone: return text(somebody_->phone);
            case matching::Kind::locality:
            case matching::Kind::street:
            case matching::Kind::house:
            case matching::Kind::postcode:
            case matching::Kind::text:
            case matching::Kind::category: return {};
        }
        return {};
    }
    const Described* somebody_;
};

/// The letters with which the names begin, in whatever way they are written.
struct Initials {
    char16_t family = 0;
    char16_t given = 0;
    char16_t patronymic = 0;
};

bool agree(const Initials& one, const Initials& other) {
    const auto same = [](char16_t a, char16_t b) { return a == 0 || b == 0 || a == b; };
    const int agreed = int{same(one.family, other.family)} + int{same(one.given, other.given)} + int{same(one.patronymic, other.patronymic)};
    return agreed >= 2 || (one.family == other.given && one.given == other.family);
}

class Search {
  public:
    Search(db::Tx& tx, const Described& somebody)
        : tx_(tx), judge_(matching::shipped_judge()), somebody_(somebody), family_(i18n::fold(somebody.family_name)), given_(i18n::fold(somebody.given_name)),
          patronymic_(i18n::fold(somebody.patronymic.value_or(""))), side_(somebody),
          plain_(side_.read(judge_, somebody.family_name, {})), by_snils_(side_.read(judge_, somebody.family_name, somebody.snils)),
          by_iin_(side_.read(judge_, somebody.family_name, somebody.iin)) {}

    std::vector<Found> run() {
        find_born();
        find_called();
        find_numbered();
        auto round = begin();
        std::vector<Found> out;
        for (auto& row : store::compared(tx_, {shortlist_.begin(), shortlist_.end()})) out.push_back(found(round, std::move(row)));
        return out;
    }

    Found beside(store::Compared row) const {
        auto round = begin();
        return found(round, std::move(row));
    }

  private:
    matching::Judge::Round begin() const { return judge_.round(static_cast<double>(std::max(store::persons_so_far(tx_), fewest_people))); }

    void find_born() {
        if (!somebody_.birth) return;
        const auto letter = [&](matching::Kind kind) {
            const auto at = std::ranges::find(judge_.columns(), kind, &matching::Column::kind) - judge_.columns().begin();
            const auto& letters = plain_.at(static_cast<std::size_t>(at)).letters;
            return letters.empty() ? char16_t{0} : letters.front();
        };
        const Initials mine{letter(matching::Kind::family_name), letter(matching::Kind::given_name), letter(matching::Kind::patronymic)};
        const auto look = [&](Date day) {
            store::each_born(tx_, day, [&](std::int64_t person, const store::FoldedNames& names) {
                if (agree(mine, {matching::first_letter(names.family), matching::first_letter(names.given), matching::first_letter(names.patronymic)})) shortlist_.insert(person);
            });
        };
        look(*somebody_.birth);
        if (const auto exchanged = with_day_and_month_exchanged(*somebody_.birth)) look(*exchanged);
    }

    void find_called() {
        if (family_.empty() || given_.empty()) return;
        store::each_called(tx_, family_, given_, most_of_a_name, [&](std::int64_t person, Date birth) {
            if (!somebody_.birth || is_near(*somebody_.birth, birth)) shortlist_.insert(person);
        });
    }

    void find_numbered() {
        std::vector<std::string> numbers;
        if (const auto& number = somebody_.snils) {
            if (sound_snils(*number)) numbers.push_back(*number);
            else if (number->size() == 11) numbers = near_numbers(*number);
        }
        if (somebody_.iin) numbers.push_back(*somebody_.iin);
        for (const auto& number : numbers)
            for (const auto& each : store::strangers_by_number(tx_, number)) shortlist_.insert(each.number.value);
    }

    Found found(matching::Judge::Round& round, store::Compared row) const {
        const auto& other = row.person;
        const bool both_snils = somebody_.snils && other.snils;
        const bool both_iin = somebody_.iin && other.iin;
        const auto& mine = both_snils ? by_snils_ : both_iin ? by_iin_ : plain_;
        const auto theirs = described(other);
        const auto number = both_snils ? other.snils : both_iin ? other.iin : std::nullopt;
        Found out;
        out.judgement = round.judge(mine, Side(theirs).read(judge_, other.family_name, number));
        // Whoever has held another surname may be entered under it.
        for (const auto& family : row.former_families)
            if (auto formerly = round.judge(mine, Side(theirs).read(judge_, family, number)); formerly.weight > out.judgement.weight) out.judgement = std::move(formerly);
        out.same_number = (both_snils && *somebody_.snils == *other.snils) || (both_iin && *somebody_.iin == *other.iin);
        out.same_names = somebody_.birth == other.birth && i18n::fold(other.family_name) == family_ && i18n::fold(other.given_name) == given_ &&
                         i18n::fold(other.patronymic.value_or("")) == patronymic_ && !differ(somebody_.snils, other.snils) && !differ(somebody_.iin, other.iin);
        out.row = std::move(row);
        return out;
    }

    db::Tx& tx_;
    const matching::Judge& judge_;
    const Described& somebody_;
    std::string family_, given_, patronymic_;
    Side side_;
    RecordValues plain_, by_snils_, by_iin_;
    std::set<std::int64_t> shortlist_;
};

bool same_entry(const Person& one, const Person& other) {
    return one.family_name == other.family_name && one.given_name == other.given_name && one.patronymic == other.patronymic && one.birth == other.birth &&
           one.snils == other.snils && one.iin == other.iin;
}

/// What another centre's register says, told as the answer to a lookup is: counted, logged, and good for taking the person over.
Refusal told_elsewhere(db::Tx& tx, const std::vector<store::Stranger>& strangers) {
    must(ask_seldom(tx));
    Refusal out{Refusal::Kind::conflict, "people.same_elsewhere", {}, {}};
    for (const auto& each : strangers) {
        const auto lookup = note_lookup(tx, each.number);
        audit::record(tx, "people.looked_up", lookup, each.id.uuid);
        Arguments told{{"lookup", to_string(lookup)}, {"initials", initials(each.family_name, each.given_name, each.patronymic)}, {"birth_year", std::to_string(parts(each.birth).year)}};
        if (each.organisation) told["organisation"] = to_string(*each.organisation);
        out.fields.push_back({"", "people.same_elsewhere_known", std::move(told)});
    }
    return out;
}

std::vector<store::Stranger> strangers_of(db::Database& database, const std::vector<Likeness>& alike) {
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        std::vector<store::Stranger> out;
        for (const auto& each : alike)
            if (auto stranger = store::find_stranger(tx, each.number)) out.push_back(std::move(*stranger));
        return out;
    });
}

}  // namespace

Described described(const Person& person) {
    return {person.family_name, person.given_name, person.patronymic, person.birth, person.sex, person.snils, person.iin, person.phone};
}

std::vector<Found> who_is_alike(db::Tx& tx, const Described& somebody, double least, std::size_t most) {
    auto out = Search(tx, somebody).run();
    std::erase_if(out, [&](const Found& each) { return each.judgement.weight < least && !each.same_number && !each.same_names; });
    std::ranges::stable_sort(out, std::greater(), [](const Found& each) { return std::pair(each.same_number, each.judgement.weight); });
    if (out.size() > most) out.resize(most);
    return out;
}

matching::RecordValues values_of(const matching::Judge& judge, const Described& somebody, const std::string& family) { return Side(somebody).read(judge, family, {}); }

Found beside(db::Tx& tx, const Described& somebody, store::Compared row) { return Search(tx, somebody).beside(std::move(row)); }

std::string reasons_for_the_record(const std::vector<matching::Reason>& reasons) {
    json::Array out;
    const auto& columns = matching::shipped_judge().columns();
    for (const auto& reason : reasons) out.emplace_back(json::Object{{"column", columns[reason.column].name}, {"level", json::name_of(reason.level)}, {"against", reason.bits < 0}});
    return json::write(std::move(out));
}

bool is_asked(const Found& found) { return found.same_names || found.judgement.weight >= asked_from; }

int percent(double weight) { return std::clamp(static_cast<int>(std::lround(matching::probability(weight) * 100)), 1, 99); }

Refusal same_person(const std::vector<Id<Person>>& known, const std::string& place) {
    Refusal out{Refusal::Kind::conflict, "people.same_person", {}, {}};
    for (const auto& person : known) out.fields.push_back({place, "people.same_person_known", {{"person", to_string(person)}}});
    return out;
}

Newcomers::Newcomers(db::Database& database, const db::Caller& caller, std::vector<Entrant> entrants) {
    constexpr std::size_t most = 10;
    for (auto& [person, namesake] : entrants) {
        Newcomer newcomer;
        newcomer.person_ = tidy(std::move(person));
        newcomer.namesake_ = std::move(namesake);
        all_.push_back(std::move(newcomer));
    }
    if (all_.empty()) return;
    database.read(db::Caller::system(), [&](db::Tx& tx) {
        for (auto& newcomer : all_) {
            newcomer.alike_.clear();
            for (const auto& each : who_is_alike(tx, described(newcomer.person_), asked_from, most))
                // Whose number it is, the register knows by itself.
                if (!each.same_number && is_asked(each))
                    newcomer.alike_.push_back({each.row.number, each.row.person.id, each.judgement.weight, reasons_for_the_record(each.judgement.reasons), false});
        }
    });
    database.read(caller, [&](db::Tx& tx) {
        for (auto& newcomer : all_)
            for (auto& each : newcomer.alike_) each.open = find_person(tx, each.id).has_value();
    });
}

void Newcomers::forget_elsewhere() {
    for (auto& newcomer : all_) std::erase_if(newcomer.alike_, [](const Likeness& each) { return !each.open; });
}

const Newcomer& Newcomers::at(const Person& acceptable) const {
    const auto found = std::ranges::find_if(all_, [&](const Newcomer& each) { return same_entry(each.person(), acceptable); });
    if (found == all_.end()) throw std::logic_error("somebody new whom nobody held against the register");
    return *found;
}

Checked<void> admit(const Newcomer& newcomer, const std::string& pointer, std::string_view field) {
    if (newcomer.namesake() && !sound_reason(*newcomer.namesake())) return refuse_field(pointer + "/namesake", "people.reason_too_short");
    if (newcomer.namesake()) return {};
    std::vector<Id<Person>> open;
    for (const auto& each : newcomer.alike())
        if (each.open) open.push_back(each.id);
    if (!open.empty()) return std::unexpected(same_person(open, pointer + std::string(field)));
    if (newcomer.alike().empty()) return {};
    return std::unexpected(Refusal{Refusal::Kind::conflict, "people.same_elsewhere", {}, {}});
}

Newcomers meet(db::Database& database, const db::Caller& caller, std::vector<Entrant> entrants) {
    for (const auto& each : entrants) must(check_numbers(database, caller, each.person));
    Newcomers out(database, caller, std::move(entrants));
    for (const auto& newcomer : out.all()) {
        const auto& alike = newcomer.alike();
        if (newcomer.namesake() || alike.empty() || std::ranges::any_of(alike, &Likeness::open)) continue;
        throw Refused(must(database.write_now(caller, [strangers = strangers_of(database, alike)](db::Tx& tx) { return told_elsewhere(tx, strangers); })));
    }
    return out;
}

}  // namespace ryadom::people
