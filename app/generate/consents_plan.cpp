#include "app/generate/consents_plan.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

using people::ConsentChannel;
namespace store = people::store;

/// In the order in which it is thrown.
struct ConsentsPlan {
    explicit ConsentsPlan(Dice& dice) : remote(dice.chance(0.25)), photos(dice.chance(0.5)), by_word(dice.chance(0.2)), tired(dice.chance(0.15)), days(static_cast<int>(dice.between(20, 200))) {}
    bool remote;
    bool photos;
    bool by_word;
    bool tired;  ///< of photos, after so many days
    int days;
};

}  // namespace

std::vector<store::ConsentTextRow> consent_texts(db::Tx& tx) {
    std::vector<store::ConsentTextRow> out;
    for (const auto& each : store::consent_texts(tx)) out.push_back(*store::find_consent_text(tx, each.id));
    return out;
}

void write_consents(db::Tx& tx, const std::vector<store::ConsentTextRow>& texts, Number<people::Person> person, const PersonPlan& plan,
                    const people::PersonalFile& file, Dice dice) {
    const ConsentsPlan agreed(dice);
    const auto give = [&](std::string_view purpose, bool by_word) {
        const auto row = std::ranges::find_if(texts, [&](const store::ConsentTextRow& each) { return each.text.purpose == purpose; });
        if (row == texts.end()) return;
        people::ConsentGiven given{row->text.id, std::max(row->text.since, plan.registered), by_word ? ConsentChannel::oral : ConsentChannel::paper, {}, {}};
        if (by_word) given.witness = "Работник стойки";
        if (!file.representatives.empty()) {
            const auto& who = file.representatives.front();
            given.giver = people::ConsentGiver{{}, who.name, who.authority, who.document};
        }
        store::insert_consent(tx, person, *row, 1, given);
    };
    give("health_data", false);
    if (agreed.remote) give("remote_session", false);
    if (agreed.photos) give("photos", agreed.by_word);
}

std::optional<Date> photos_withdrawn_on(const Region& region, const PersonPlan& plan, Dice dice) {
    const ConsentsPlan agreed(dice);
    if (!agreed.photos || !agreed.tired || plan.row.death) return std::nullopt;
    const auto day = std::max(plan.registered, region.from) + agreed.days;
    return day < region.until ? std::optional(day) : std::nullopt;
}

void withdraw_photos(db::Tx& tx, Number<people::Person> person, Date day) {
    for (const auto& each : store::consents_of(tx, person))
        if (each.consent.purpose == "photos" && each.consent.given.given_on <= day)
            store::insert_withdrawal(tx, person, each.number, {day, ConsentChannel::paper, "Не хочет, чтобы снимки показывали"});
}

}  // namespace ryadom::generate
