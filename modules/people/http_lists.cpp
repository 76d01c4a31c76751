// What the region words once for all centres: lists of circumstances and categories, texts of consents.
#include "modules/people/http.hpp"

#include "modules/people/requests_consents.hpp"
#include "modules/people/rules_consents.hpp"
#include "modules/people/store_consents.hpp"
#include "modules/people/store_file.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::people {
namespace {

using http::Call;
using http::Written;

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

std::string detail_of(const ListedWord& word) { return json::write(json::Object{{"list", std::string(json::name_of(word.kind))}, {"code", word.code}}); }

Written<ListedWord> post_word(Call& call, ListedWord given) {
    auto word = tidy(std::move(given));
    must_be_sound(faults(word));
    word.revision = 1;
    return call.write([word = std::move(word)](db::Tx& tx) {
        if (store::find_word(tx, word.kind, word.code)) throw Refused(refuse_field("/code", "people.word_stands").error());
        store::insert_word(tx, word);
        audit::record(tx, "people.list_word_added", std::nullopt, std::nullopt, detail_of(word));
        return word;
    });
}

/// The code and the day from which it holds stay: files name it.
Written<ListedWord> put_word(Call& call, ListedWordChange given) {
    const auto kind = json::parse_name<ListKind>(call.path("list"));
    if (!kind) throw Refused(absent());
    return call.write([given = std::move(given), kind = *kind, code = call.path("code"), revision = call.revision()](db::Tx& tx) {
        auto word = must(store::find_word(tx, kind, code));
        word.titles = given.titles;
        word.until = given.until;
        word.revision = revision;
        word = tidy(std::move(word));
        must_be_sound(faults(word));
        http::must_change(store::update_word(tx, word) ? 1 : 0);
        audit::record(tx, "people.list_word_changed", std::nullopt, std::nullopt, detail_of(word));
        ++word.revision;
        return word;
    });
}

Written<ConsentText> post_text(Call& call, ConsentText given) {
    return call.write([text = tidy(std::move(given))](db::Tx& tx) {
        const auto last = store::last_consent_text(tx, text.purpose);
        must_be_sound(faults(text, last ? std::optional(last->since) : std::nullopt));
        auto stored = store::insert_consent_text(tx, text, last ? last->version + 1 : 1);
        audit::record(tx, "people.consent_text_added", stored.id);
        return stored;
    });
}

}  // namespace

void add_list_routes(http::Routes& routes) {
    routes.get("/api/v1/person-lists", "people.lists", "The region's lists of circumstances and categories", [](Call& call) {
        return call.read([](db::Tx& tx) { return http::Page<ListedWord>{store::listed_words(tx), {}}; });
    });
    routes.post("/api/v1/person-lists", "people.set_lists", "Add a word to a list of the region", post_word);
    routes.put("/api/v1/person-lists/{list}/{code}", "people.set_lists", "Rename a word of a list, or end it", put_word);
    routes.get("/api/v1/consent-texts", "people.lists", "Texts of consents, every version", [](Call& call) {
        return call.read([](db::Tx& tx) { return http::Page<ConsentText>{store::consent_texts(tx), {}}; });
    });
    routes.post("/api/v1/consent-texts", "people.set_lists", "Write the next version of a text of consent", post_text);
}

}  // namespace ryadom::people
