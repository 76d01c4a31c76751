#include "modules/story/store.hpp"

#include "modules/people/merges.hpp"
#include "modules/practices/practices.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace ryadom::story::store {
namespace {

using Text = std::optional<std::string>;

constexpr db::Sql deaths = "select number, death from v_people_person where number = $1 and (death < $2 or (death = $2 and number < $3)) order by death desc limit $4";
constexpr db::Sql facts =
    db::sql<"select f.number, f.performed_on, f.id, o.id, w.name, s.title_ru, s.title_kk, s.title_en, f.minutes from v_ledger_fact f "
    "join v_catalogue_service s on s.number = f.service join v_network_organisation o on o.number = f.performer_provider "
    "left join v_network_staff w on w.number = f.worker "
    "where ", people::of_human<"f.person">, "and (f.performed_on < $2 or (f.performed_on = $2 and f.number < $3)) and f.reverses is null "
    "and not exists (select 1 from v_ledger_fact r where r.reverses = f.number) order by f.performed_on desc, f.number desc limit $4">;
constexpr db::Sql forms =
    db::sql<"select f.number, f.filled_on, f.id, o.id, u.name, f.practice_version, f.form from v_forms_filled f "
    "join v_network_organisation o on o.number = f.organisation left join v_auth_account u on u.number = f.account "
    "where ", people::of_human<"f.person">, "and (f.filled_on < $2 or (f.filled_on = $2 and f.number < $3)) "
    "and not exists (select 1 from v_forms_filled n where n.replaces = f.number) order by f.filled_on desc, f.number desc limit $4">;
constexpr db::Sql requests =
    db::sql<"select r.number, r.asked_on, r.id, o.id, s.title_ru, s.title_kk, s.title_en from v_requests_request r "
    "join v_catalogue_service s on s.number = r.service join v_network_organisation o on o.number = r.organisation "
    "where ", people::of_human<"r.person">, "and (r.asked_on < $2 or (r.asked_on = $2 and r.number < $3)) order by r.asked_on desc, r.number desc limit $4">;
constexpr db::Sql request_withdrawals =
    db::sql<"select w.number, w.withdrawn_on, r.id, o.id, s.title_ru, s.title_kk, s.title_en, w.words from v_requests_request r "
    "join v_requests_withdrawal w on w.request = r.number join v_catalogue_service s on s.number = r.service "
    "join v_network_organisation o on o.number = r.organisation "
    "where ", people::of_human<"r.person">, "and (w.withdrawn_on < $2 or (w.withdrawn_on = $2 and w.number < $3)) order by w.withdrawn_on desc, w.number desc limit $4">;
constexpr db::Sql consents =
    db::sql<"select c.number, c.given_on, c.id, u.name, t.title_ru, t.title_kk, t.title_en from v_people_consent c "
    "join v_people_consent_text t on t.number = c.text left join v_auth_account u on u.number = c.account "
    "where ", people::of_human<"c.person">, "and (c.given_on < $2 or (c.given_on = $2 and c.number < $3)) order by c.given_on desc, c.number desc limit $4">;
constexpr db::Sql consent_withdrawals =
    db::sql<"select w.number, w.withdrawn_on, c.id, u.name, t.title_ru, t.title_kk, t.title_en, w.reason from v_people_consent_withdrawal w "
    "join v_people_consent c on c.number = w.consent join v_people_consent_text t on t.number = c.text left join v_auth_account u on u.number = w.account "
    "where ", people::of_human<"w.person">, "and (w.withdrawn_on < $2 or (w.withdrawn_on = $2 and w.number < $3)) order by w.withdrawn_on desc, w.number desc limit $4">;
constexpr db::Sql renamings =
    "select number, until_on, family_name from v_people_former_name where person = $1 and (until_on < $2 or (until_on = $2 and number < $3)) "
    "order by until_on desc, number desc limit $4";
constexpr db::Sql attachments =
    db::sql<"select a.number, a.since, o.id, a.reason from v_people_attachment a join v_network_organisation o on o.number = a.organisation "
    "where ", people::of_human<"a.person">, "and not a.derived and (a.since < $2 or (a.since = $2 and a.number < $3)) order by a.since desc, a.number desc limit $4">;
constexpr db::Sql detachments =
    db::sql<"select a.number, a.until_on, o.id from v_people_attachment a join v_network_organisation o on o.number = a.organisation "
    "where ", people::of_human<"a.person">, "and not a.derived and (a.until_on < $2 or (a.until_on = $2 and a.number < $3)) order by a.until_on desc, a.number desc limit $4">;
// Records come in the order of their instants, so that the number alone is where a page goes on.
constexpr db::Sql card_changes =
    db::sql<"select r.number, r.at, r.action, o.id from v_audit_record r left join v_network_organisation o on o.number = r.organisation "
    "where r.person in (select id from v_people_person p where ", people::of_human<"p.number">, ") and r.number < $2 and r.at < $3 and r.action in ('people.registered', 'people.changed', 'people.file_changed') "
    "order by r.number desc limit $4">;

/// Three columns from `first` on, in the reader's language where there is one, else in Russian.
std::string title_at(const db::Row& row, int first, i18n::Language language) {
    const int column = language == i18n::Language::kk ? first + 1 : language == i18n::Language::en ? first + 2 : first;
    return row.get<Text>(column).value_or(row.get<std::string>(first));
}

/// A row whose first columns are its number and its day.
Row begun(const db::Row& row, Source source) {
    Row out{{row.get<Date>(1), source, row.get<std::int64_t>(0)}, {}};
    out.event.place = written(out.place);
    out.event.day = out.place.day;
    out.event.kind = kind_of(source);
    return out;
}

using Where = std::optional<Id<network::Organisation>>;

/// Titles of forms: a version is opened once a page.
class FormTitles {
  public:
    FormTitles(db::Tx& tx, i18n::Language language) : tx_(tx), language_(language) {}
    std::string of(std::int64_t version, const std::string& form) {
        auto& package = packages_[version];
        if (!package) package = practices::package_of(tx_, {version});
        const auto found = std::ranges::find(package->forms, form, &practices::Form::id);
        if (found == package->forms.end()) return form;
        const auto& title = found->title;
        if (language_ == i18n::Language::kk) return title.kk.value_or(title.ru);
        return language_ == i18n::Language::en ? title.en.value_or(title.ru) : title.ru;
    }

  private:
    db::Tx& tx_;
    i18n::Language language_;
    std::map<std::int64_t, std::shared_ptr<const practices::Package>> packages_;
};

/// Reads the statement of a source; `tell` writes what the row says into the event.
template <class Tell>
std::vector<Row> told(db::Tx& tx, db::Sql sql, Source source, const Ask& ask, const Tell& tell) {
    return tx.list(sql, [&](const db::Row& row) {
        auto out = begun(row, source);
        tell(row, out.event);
        return out;
    }, ask.person, ask.rest.day, ask.rest.number, ask.limit);
}

std::vector<Row> fact_rows(db::Tx& tx, const Ask& ask, const i18n::Voice& voice) {
    return told(tx, facts, Source::fact, ask, [&](const db::Row& row, Event& event) {
        event.thing = row.get<Uuid>(2);
        event.organisation = row.get<Where>(3);
        event.who = row.get<Text>(4);
        event.text = voice.text("story.fact", {{"service", title_at(row, 5, voice.language)}, {"minutes", std::to_string(row.get<std::int64_t>(8))}});
    });
}

std::vector<Row> form_rows(db::Tx& tx, const Ask& ask, const i18n::Voice& voice) {
    FormTitles titles(tx, voice.language);
    std::vector<std::pair<std::int64_t, std::string>> named;
    auto out = told(tx, forms, Source::form, ask, [&](const db::Row& row, Event& event) {
        event.thing = row.get<Uuid>(2);
        event.organisation = row.get<Where>(3);
        event.who = row.get<Text>(4);
        named.emplace_back(row.get<std::int64_t>(5), row.get<std::string>(6));
    });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].event.text = voice.text("story.form", {{"form", titles.of(named[i].first, named[i].second)}});
    return out;
}

std::vector<Row> request_rows(db::Tx& tx, Source source, const Ask& ask, const i18n::Voice& voice) {
    const bool withdrawn = source == Source::request_withdrawal;
    return told(tx, withdrawn ? request_withdrawals : requests, source, ask, [&](const db::Row& row, Event& event) {
        event.thing = row.get<Uuid>(2);
        event.organisation = row.get<Where>(3);
        event.text = voice.text(withdrawn ? "story.request_withdrawn" : "story.request", {{"service", title_at(row, 4, voice.language)}});
        if (withdrawn) event.detail = row.get<Text>(7);
    });
}

std::vector<Row> consent_rows(db::Tx& tx, Source source, const Ask& ask, const i18n::Voice& voice) {
    const bool withdrawn = source == Source::consent_withdrawal;
    return told(tx, withdrawn ? consent_withdrawals : consents, source, ask, [&](const db::Row& row, Event& event) {
        event.thing = row.get<Uuid>(2);
        event.who = row.get<Text>(3);
        event.text = voice.text(withdrawn ? "story.consent_withdrawn" : "story.consent", {{"consent", title_at(row, 4, voice.language)}});
        if (withdrawn) event.detail = row.get<Text>(7);
    });
}

std::vector<Row> attachment_rows(db::Tx& tx, Source source, const Ask& ask, const i18n::Voice& voice) {
    const bool ended = source == Source::detachment;
    return told(tx, ended ? detachments : attachments, source, ask, [&](const db::Row& row, Event& event) {
        event.organisation = row.get<Where>(2);
        event.text = voice.text(ended ? "story.detached" : "story.attached");
        if (!ended) event.detail = row.get<Text>(3);
    });
}

}  // namespace

std::vector<Row> rows_of(db::Tx& tx, Source source, const Ask& ask, const i18n::Voice& voice) {
    switch (source) {
        case Source::death: return told(tx, deaths, source, ask, [&](const db::Row&, Event& event) { event.text = voice.text("story.death"); });
        case Source::fact: return fact_rows(tx, ask, voice);
        case Source::form: return form_rows(tx, ask, voice);
        case Source::request:
        case Source::request_withdrawal: return request_rows(tx, source, ask, voice);
        case Source::consent:
        case Source::consent_withdrawal: return consent_rows(tx, source, ask, voice);
        case Source::renaming:
            return told(tx, renamings, source, ask, [&](const db::Row& row, Event& event) {
                event.text = voice.text("story.renamed", {{"name", row.get<std::string>(2)}});
            });
        case Source::attachment:
        case Source::detachment: return attachment_rows(tx, source, ask, voice);
        case Source::card: break;
    }
    return {};
}

std::vector<Row> card_rows(db::Tx& tx, const Ask& ask, const i18n::Voice& voice, const std::string& zone) {
    // Numbers go with days here: what is left of the day itself is what stands before the number.
    const auto before = start_of_day(ask.rest.number > 0 ? ask.rest.day + 1 : ask.rest.day, zone);
    const auto number = ask.rest.number > 0 ? ask.rest.number : std::numeric_limits<std::int64_t>::max();
    return tx.list(card_changes, [&](const db::Row& row) {
        Row out{{local_date(row.get<Instant>(1), zone), Source::card, row.get<std::int64_t>(0)}, {}};
        out.event.place = written(out.place);
        out.event.day = out.place.day;
        const auto action = row.get<std::string>(2);
        out.event.text = voice.text("story." + action.substr(action.find('.') + 1));
        out.event.organisation = row.get<Where>(3);
        return out;
    }, ask.person, number, before, ask.limit);
}

}  // namespace ryadom::story::store
