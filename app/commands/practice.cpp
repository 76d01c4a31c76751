#include "app/commands/practice.hpp"

#include "app/application.hpp"
#include "app/commands/practice_files.hpp"
#include "modules/practices/compare.hpp"
#include "modules/practices/complete.hpp"
#include "modules/practices/install.hpp"
#include "modules/practices/keys.hpp"
#include "modules/practices/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace ryadom {
std::span<const EmbeddedFile> embedded_practices_strings();
std::span<const EmbeddedFile> embedded_http_strings();
}

namespace ryadom::app {
namespace {

using namespace practices;
namespace fs = std::filesystem;

i18n::Language language() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto* value = std::getenv(name); value && *value)
            return json::parse_name<i18n::Language>(std::string_view(value).substr(0, 2)).value_or(i18n::Language::en);
    return i18n::Language::en;
}

/// What a command says, and to whom.
class Console {
  public:
    Console() {
        texts_.add(embedded_http_strings());
        texts_.add(embedded_practices_strings());
    }

    const Wording& wording() const { return wording_; }
    void say(const std::vector<Problem>& problems) const {
        for (const auto& each : problems)
            fmt::print(stderr, "{}: {}\n", json::name_of(each.level), wording_.sentence(each));
    }
    int refuse(const std::vector<Problem>& problems) const {
        say(problems);
        return 1;
    }
    int refuse(const Refusal& refusal) const {
        fmt::print(stderr, "{}\n", wording_.text(refusal.code, refusal.arguments));
        for (const auto& field : refusal.fields) fmt::print(stderr, "  {}\n", wording_.text(field.code, field.arguments));
        return 1;
    }

  private:
    i18n::Catalogue texts_;
    Wording wording_{texts_, language()};
};

Settings settings_of(const PracticeArguments& arguments) {
    Settings settings;
    settings.location = arguments.location;
    return settings;
}

int check(const PracticeArguments& arguments, const Console& console) {
    const auto loaded = load_package(arguments.paths.at(0));
    if (!loaded) return console.refuse(loaded.error());
    console.say(loaded->read.warnings);
    const auto missing = arguments.complete ? complete(loaded->read, loaded->files) : std::vector<Problem>();
    return missing.empty() ? 0 : console.refuse(missing);
}

int pack(const PracticeArguments& arguments, const Console& console) {
    const auto loaded = load_package(arguments.paths.at(0));
    if (!loaded) return console.refuse(loaded.error());
    console.say(loaded->read.warnings);
    const auto files = files_to_pack(loaded->read, loaded->files);
    const auto key = arguments.key.empty() ? std::nullopt : std::optional(read_signing_key(arguments.key));
    const auto path = arguments.paths.size() > 1 ? arguments.paths[1] : archive_name(loaded->read.package);
    replace_file(path, write_archive(files, key ? &*key : nullptr));
    fmt::print("{}  {}\n", hex(package_digest(make_manifest(files))), path);
    return 0;
}

int diff(const PracticeArguments& arguments, const Console& console) {
    const auto before = load_package(arguments.paths.at(0));
    if (!before) return console.refuse(before.error());
    const auto after = load_package(arguments.paths.at(1));
    if (!after) return console.refuse(after.error());
    auto differences = compare(before->read.package, after->read.package);
    std::ranges::move(compare_files(before->files, after->files), std::back_inserter(differences));
    for (const auto& each : differences) fmt::print("{}\n", console.wording().sentence(each));
    return differences.empty() ? 0 : 1;
}

int keygen(const PracticeArguments& arguments) {
    const auto& path = arguments.paths.at(0);
    const auto key = make_signing_key(system_random());
    create_file(path, secret_text(key), Readers::owner);
    create_file(path + ".pub", to_text(public_key(key)) + "\n", Readers::everybody);
    fmt::print("{}  {}.pub\n", key_id(public_key(key)), path);
    return 0;
}

int sign(const PracticeArguments& arguments, const Console& console) {
    const auto& path = arguments.paths.at(0);
    const auto loaded = load_package(path);
    if (!loaded) return console.refuse(loaded.error());
    if (!loaded->archive) throw std::runtime_error(path + ": is a folder; pack it first");
    const auto key = read_signing_key(arguments.paths.at(1));
    replace_file(path, write_archive(loaded->files, &key));
    fmt::print("{}  {}\n", key_id(public_key(key)), path);
    return 0;
}

/// The signature as the keys of this database see it.
SignatureState signature_of(const LoadedPackage& loaded, db::Database& database) {
    if (!loaded.archive) return {};
    const auto content = open_archive(*loaded.archive);
    std::vector<PublicKey> trusted;
    for (const auto& key : database.read_as(db::Caller::system(), store::keys))
        if (const auto parsed = parse_public_key(key.key)) trusted.push_back(*parsed);
    return verify_signature(content->manifest, content->signature, trusted);
}

void print(const ImportReport& report) {
    fmt::print("{} {}: {}\n", report.code, report.version, json::name_of(report.outcome));
    for (const auto& each : report.differences) fmt::print("  {}\n", each.text);
    for (const auto& each : report.services) fmt::print("  {} {} {}\n", each.added ? "+" : "=", each.code, each.title);
    for (const auto& each : report.unknown_codes) fmt::print("  ? {} {}\n", each.vocabulary, each.code);
    for (const auto& each : report.dependencies)
        fmt::print("  {} {} {}\n", each.met ? "=" : each.mandatory ? "!" : "?", each.code, each.versions);
    fmt::print("  {} {}\n", json::name_of(report.signature), report.key_id.value_or(""));
}

Prepared prepare_loaded(const LoadedPackage& loaded, const SignatureState& signature) {
    auto prepared = prepare(loaded.read, loaded.files);
    if (loaded.archive) prepared.signature = open_archive(*loaded.archive)->signature;
    if (prepared.signature) prepared.signer = signature.key_id;
    return prepared;
}

int demand(const SignatureState& state, const Console& console) {
    if (state.kind == SignatureState::Kind::wrong)
        return console.refuse({Refusal::Kind::conflict, "practices.archive.signature", {}, {}});
    const auto* code = state.kind == SignatureState::Kind::unsigned_ ? "practices.unsigned" : "practices.unknown_key";
    return console.refuse({Refusal::Kind::conflict, code, {{"key", state.key_id}}, {}});
}

int install(const PracticeArguments& arguments, const Console& console) {
    const auto loaded = load_package(arguments.paths.at(0));
    if (!loaded) return console.refuse(loaded.error());
    console.say(loaded->read.warnings);
    Application application(settings_of(arguments));
    auto& database = application.database();
    const auto signature = signature_of(*loaded, database);
    auto prepared = prepare_loaded(*loaded, signature);
    auto report = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return preview(tx, prepared, console.wording()); });
    report.signature = signature.kind;
    if (!signature.key_id.empty()) report.key_id = signature.key_id;
    print(report);
    if (arguments.dry_run) return 0;
    const bool trusted = signature.kind == SignatureState::Kind::valid;
    if (signature.kind == SignatureState::Kind::wrong || (!trusted && !arguments.accept_unsigned)) return demand(signature, console);
    const auto stored = store_large_files(database, db::Caller::system(), std::move(prepared));
    const Installation installation{0, arguments.add_codes ? NewCodes::add : NewCodes::refuse,
                                    trusted ? "practices.installed" : "practices.installed_unsigned", R"({"source":"command line"})"};
    const auto done = database.write_now(db::Caller::system(), [stored, installation](db::Tx& tx) { return practices::install(tx, *stored, installation); });
    return done ? 0 : console.refuse(done.error());
}

int trust(const PracticeArguments& arguments, const Console& console) {
    const fs::path path = arguments.paths.at(0);
    const auto text = read_file(path);
    if (const auto good = check_key(text); !good) return console.refuse(good.error());
    const auto title = arguments.title.empty() ? path.stem().string() : arguments.title;
    Application application(settings_of(arguments));
    try {
        const auto done = application.database().write_now(db::Caller::system(), [title, text](db::Tx& tx) { return practices::trust(tx, title, text); });
        if (!done) return console.refuse(done.error());
        fmt::print("{}  {}\n", done->key_id, done->title);
        return 0;
    } catch (const db::Error& error) {
        if (error.kind() != db::Error::Kind::unique) throw;
        return console.refuse({Refusal::Kind::conflict, "constraint." + error.constraint(), {}, {}});
    }
}

int list(const PracticeArguments& arguments) {
    Application application(settings_of(arguments));
    application.database().read(db::Caller::system(), [](db::Tx& tx) {
        for (const auto& practice : all_practices(tx))
            fmt::print("{} {}  {}\n", practice.code, latest_version(tx, practice.number)->version, practice.titles.at("ru"));
    });
    return 0;
}

std::size_t paths_of(PracticeAction action) {
    switch (action) {
        case PracticeAction::diff:
        case PracticeAction::sign: return 2;
        case PracticeAction::check:
        case PracticeAction::pack:
        case PracticeAction::install:
        case PracticeAction::keygen:
        case PracticeAction::trust: return 1;
        case PracticeAction::list: return 0;
    }
    return 0;
}

}  // namespace

int practice_command(PracticeAction action, const PracticeArguments& arguments) {
    if (arguments.paths.size() < paths_of(action)) throw std::runtime_error("practice: a file or folder is missing");
    const Console console;
    switch (action) {
        case PracticeAction::check: return check(arguments, console);
        case PracticeAction::pack: return pack(arguments, console);
        case PracticeAction::install: return install(arguments, console);
        case PracticeAction::diff: return diff(arguments, console);
        case PracticeAction::keygen: return keygen(arguments);
        case PracticeAction::sign: return sign(arguments, console);
        case PracticeAction::trust: return trust(arguments, console);
        case PracticeAction::list: return list(arguments);
    }
    return 1;
}

}  // namespace ryadom::app
