// What centres say of practices that they run, what the council of the region judged, and what an hour costs.
#include "app/generate/writer.hpp"

#include "modules/evidence/rules.hpp"
#include "modules/evidence/store.hpp"
#include "platform/audit/audit.hpp"

#include <array>

namespace ryadom::generate {
namespace {

using evidence::Advice;
using evidence::Axis;
using evidence::Basis;

constexpr std::array<std::pair<std::string_view, int>, 12> roubles_an_hour{{
    {"social_worker", 330}, {"social_work_specialist", 410}, {"care_aide", 310}, {"care_instructor", 430}, {"nurse", 450}, {"psychologist", 520},
    {"clinical_psychologist", 610}, {"special_teacher", 540}, {"speech_therapist", 540}, {"occupational_therapist", 560}, {"adaptive_pe_instructor", 440},
    {"rehabilitation_specialist", 530},
}};

struct Said {
    const char* changed;
    const char* cost;
    int roubles;
    const char* trouble;
    Advice advice;
};
/// Centres do not say the same, and not all of it is praise.
constexpr std::array<Said, 5> said{{
    {"Занятия перенесли на утро: днём людей возят родственники.", "Докупили мебель и сделали пандус своими силами.", 86'000,
     "Первые два месяца записывались одни и те же люди.", Advice::yes},
    {"Добавили выезд раз в неделю в дальние сёла.", "Бензин и вторая ставка на четверть.", 142'000,
     "Машина одна на три отделения, два выезда сорвались.", Advice::with_care},
    {"Ничего не меняли, шли по описанию.", "Хватило того, что было.", 0, "Специалист ушла в декрет, полтора месяца никто не вёл.", Advice::yes},
    {"Сократили курс с восьми занятий до шести.", "Распечатка памяток и чай.", 9'500,
     "Люди приходят на два занятия и бросают. Что с этим делать, не поняли.", Advice::no},
    {"Объединили с работой серебряных волонтёров.", "Обучение двух сотрудников в областном центре.", 64'000,
     "Долго ждали приказ учредителя, потеряли квартал.", Advice::with_care},
}};

bool runs(Fate fate) { return fate == Fate::delivering || fate == Fate::sustained || fate == Fate::lapsed || fate == Fate::stopped; }

void review(db::Tx& tx, const Id<rollout::Adoption>& id, const Said& words, Date start, Date day) {
    const auto adoption = must(evidence::store::find_adoption(tx, id));
    const auto sum = words.roubles == 0 ? std::nullopt : std::optional(words.roubles * 100LL);
    const auto made = evidence::store::add_review(tx, adoption, {words.changed, words.cost, sum, words.trouble, words.advice},
                                                  evidence::months_between(start, day), day);
    audit::record(tx, "evidence.reviewed", made);
    if (words.advice != Advice::no) return;
    const auto row = must(evidence::store::find_review(tx, made));
    evidence::store::answer(tx, row.number, "Шести занятий мало: навык закрепляется на седьмом и восьмом. Приезжайте посмотреть, как мы удерживаем группу.", day);
    audit::record(tx, "evidence.answered", made);
}

void judge(db::Tx& tx, Number<practices::Practice> practice, const std::string& file, Date day) {
    struct Level {
        Axis axis;
        int level;
        Basis basis;
        const char* text;
    };
    const auto ground = evidence::store::add_ground(tx, practice, "protokol-soveta.pdf", file);
    const auto number = evidence::store::find_ground(tx, practice, ground.id);
    for (const auto& each : {Level{Axis::description, 2, Basis::documents, "Шаги, кадры и оборудование описаны, три центра начали по описанию без выезда автора."},
                             Level{Axis::foundation, 2, Basis::published, "Цепочка от занятий к результату опирается на опубликованные обзоры."},
                             Level{Axis::results, 1, Basis::routine, "Видно в обычных данных: больше получателей после начала. Другие причины не исключены."},
                             Level{Axis::data, 1, Basis::routine, "Данные собраны в ходе работы, отдельно их никто не проверял."}}) {
        const auto made = evidence::store::add_judgement(tx, practice, {each.axis, each.level, each.basis, each.text, ground.id}, number, day);
        audit::record(tx, "evidence.judged", made);
    }
}

}  // namespace

void Writer::write_evidence(Date day) {
    constexpr int judged_practices = 2;
    std::vector<Work> works;
    works.emplace_back([day](db::Tx& tx) {
        for (const auto& [code, roubles] : roubles_an_hour) evidence::store::put_rate(tx, {std::string(code), roubles * 100LL, day - 400});
    });
    std::size_t next = 0;
    for (std::size_t i = 0; i < plan_.adoptions.size() && next < 3 * said.size(); ++i) {
        const auto& adoption = plan_.adoptions[i];
        if (!runs(adoption.fate) || !adoption.first_fact || *adoption.first_fact > day) continue;
        works.emplace_back([id = adoptions_[i], words = said[next++ % said.size()], start = *adoption.first_fact, day](db::Tx& tx) { review(tx, id, words, start, day); });
    }
    for (std::size_t i = 0; i < judged_practices && i < practices_.size(); ++i)
        works.emplace_back([practice = practices_[i].number, file = proof_, day](db::Tx& tx) { judge(tx, practice, file, day); });
    run(std::move(works));
}

}  // namespace ryadom::generate
