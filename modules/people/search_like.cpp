#include "modules/people/search_like.hpp"

#include "modules/people/near.hpp"
#include "modules/people/store.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace ryadom::people {
namespace {

using matching::RecordValues;

/// Whoever fits worse than one in a thousand was not meant.
constexpr double least = -6.9;
/// From here on somebody was found, and dates with a wrong digit are not tried: half a hundred more days.
constexpr double found_for_sure = 0;
/// As many words as there are names.
constexpr std::size_t most_words = 3;

/// Which word is the family name, the given name and the patronymic, -1 for none: the orders in which people say them, the most usual first.
struct Order {
    std::array<int, 3> word;
};
std::vector<Order> orders_of(std::size_t words) {
    if (words == 1) return {{{0, -1, -1}}, {{-1, 0, -1}}};
    if (words == 2) return {{{0, 1, -1}}, {{1, 0, -1}}, {{-1, 0, 1}}};
    return {{{0, 1, 2}}, {{2, 0, 1}}, {{1, 0, 2}}};
}

class Asking {
  public:
    Asking(db::Tx& tx, const std::vector<std::string>& words, std::optional<Date> birth) : tx_(tx), words_(words), birth_(birth) {
        words_.resize(std::min(words_.size(), most_words));
        for (const auto& [order] : orders_of(words_.size())) readings_.push_back(read(word(order[0]), word(order[1]), word(order[2])));
        for (const auto& each : words_) letters_.push_back(letter_of(each));
    }

    std::vector<Found> run() {
        if (birth_) {
            look(*birth_);
            if (const auto exchanged = with_day_and_month_exchanged(*birth_)) look(*exchanged);
            look_by_name();
            judge();
            if (found_.empty() || found_.front().judgement.weight < found_for_sure) {
                for (const auto day : near_dates(*birth_)) look(day);
                judge();
            }
        } else if (words_.size() > 1) {
            for (const auto person : store::people_of_few(tx_)) shortlist_.insert(person);
            judge();
        }
        return std::move(found_);
    }

  private:
    std::string_view word(int at) const { return at < 0 ? std::string_view() : std::string_view(words_[static_cast<std::size_t>(at)]); }

    RecordValues read(std::string_view family, std::string_view given, std::string_view patronymic) const {
        Described somebody;
        somebody.given_name = given;
        if (!patronymic.empty()) somebody.patronymic = patronymic;
        somebody.birth = birth_;
        return values_of(judge_, somebody, std::string(family));
    }

    /// With which letter the word begins; one typed on the other layout begins with what was meant.
    char16_t letter_of(std::string_view word) const {
        const auto family = std::ranges::find(judge_.columns(), matching::Kind::family_name, &matching::Column::kind) - judge_.columns().begin();
        const auto letters = read(word, {}, {}).at(static_cast<std::size_t>(family)).letters;
        return letters.empty() ? char16_t{0} : letters.front();
    }

    /// All words but one begin as a name of the card does, each name once.
    bool may_be(const store::FoldedNames& names) const {
        std::array<char16_t, 3> initials{matching::first_letter(names.family), matching::first_letter(names.given), matching::first_letter(names.patronymic)};
        std::size_t agreed = 0;
        for (const auto letter : letters_)
            if (const auto found = std::ranges::find(initials, letter); letter != 0 && found != initials.end()) {
                *found = 0;
                ++agreed;
            }
        return agreed + 1 >= letters_.size() && (agreed > 0 || letters_.size() == 1);
    }

    void look(Date day) {
        store::each_born(tx_, day, [&](std::int64_t person, const store::FoldedNames& names) {
            if (may_be(names)) shortlist_.insert(person);
        });
    }

    /// Whoever is called exactly so and was born on nearly that day.
    void look_by_name() {
        if (words_.size() < 2) return;
        constexpr int most_of_a_name = 2'000;
        for (const auto& order : orders_of(words_.size())) {
            if (order.word[0] < 0 || order.word[1] < 0) continue;
            store::each_called(tx_, i18n::fold(word(order.word[0])), i18n::fold(word(order.word[1])), most_of_a_name, [&](std::int64_t person, Date born) {
                if (is_near(*birth_, born)) shortlist_.insert(person);
            });
        }
    }

    void judge() {
        std::vector<std::int64_t> fresh;
        std::ranges::set_difference(shortlist_, judged_, std::back_inserter(fresh));
        judged_ = shortlist_;
        auto round = judge_.round(static_cast<double>(std::max<std::int64_t>(store::persons_so_far(tx_), 1)));
        for (auto& row : store::compared(tx_, fresh)) {
            Found out;
            out.judgement = best(round, row);
            out.row = std::move(row);
            if (out.judgement.weight >= least) found_.push_back(std::move(out));
        }
        std::ranges::stable_sort(found_, std::greater(), [](const Found& each) { return each.judgement.weight; });
    }

    /// By the order of words, and the surname of now or before, that fit best.
    matching::Judgement best(matching::Judge::Round& round, const store::Compared& row) const {
        matching::Judgement out;
        out.weight = -1e9;
        const auto try_family = [&](const std::string& family) {
            const auto theirs = values_of(judge_, described(row.person), family);
            for (const auto& mine : readings_)
                if (auto judged = round.judge(mine, theirs); judged.weight > out.weight) out = std::move(judged);
        };
        try_family(row.person.family_name);
        for (const auto& family : row.former_families) try_family(family);
        return out;
    }

    db::Tx& tx_;
    const matching::Judge& judge_ = matching::shipped_judge();
    std::vector<std::string> words_;
    std::optional<Date> birth_;
    std::vector<RecordValues> readings_;
    std::vector<char16_t> letters_;
    std::set<std::int64_t> shortlist_;
    std::set<std::int64_t> judged_;
    std::vector<Found> found_;
};

}  // namespace

std::vector<Found> who_is_meant(db::Tx& tx, const std::vector<std::string>& words, std::optional<Date> birth, std::size_t most) {
    if (words.empty()) return {};
    auto out = Asking(tx, words, birth).run();
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace ryadom::people
