#include "modules/practices/test/bank_fixture.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using ::testing::HasSubstr;

class ImportTest : public BankTest {
  protected:
    /// The archive of files as they are, whether they are a package or not.
    static std::string raw(const std::string& document) { return write_archive(files_with(document)); }
    std::string trust(const SigningKey& key) {
        return sign_in(Role::coordinator)
            .post("/api/v1/practices/keys", R"({"title":"Издатель","key":")" + to_text(public_key(key)) + "\"}")
            .at("id");
    }
};

TEST_P(ImportTest, dry_run_says_what_would_happen_and_changes_nothing) {
    const auto before = rows();
    const auto answer = import(archive(), "dry_run=true");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("outcome"), "new_practice");
    EXPECT_EQ(answer.at("signature"), "unsigned");
    EXPECT_EQ(answer.at("services/0/code"), "communicative.walks-walk");
    EXPECT_EQ(answer.at("services/0/added"), "true");
    EXPECT_EQ(answer.at("dependencies/0/met"), "false");
    EXPECT_EQ(answer.at("installed"), "");
    EXPECT_EQ(rows(), before);
}

TEST_P(ImportTest, dry_run_of_a_new_version_tells_the_difference_in_words) {
    import(archive());
    const auto next = archive(with("version: \"1.0.0\"", "version: \"1.1.0\"", with("Ждать недолго", "Ждать совсем недолго")));
    const auto before = rows();
    const auto answer = import(next, "dry_run=true");
    EXPECT_EQ(answer.at("outcome"), "new_version");
    EXPECT_EQ(answer.at("compared_with"), "1.0.0");
    EXPECT_THAT(answer.at("differences/1/text"), HasSubstr("стало «Ждать совсем недолго»"));
    EXPECT_EQ(answer.at("services/0/added"), "false");
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(import(next).at("installed/version"), "1.1.0");
}

TEST_P(ImportTest, version_is_installed_once_and_keeps_its_content) {
    ASSERT_EQ(import(archive()).status, 200);
    const auto before = rows();
    EXPECT_EQ(import(archive()).code(), "practices.installed_already");
    const auto other = archive(with("Ждать недолго", "Ждать совсем недолго"));
    EXPECT_EQ(import(other).code(), "practices.archive.version_taken");
    EXPECT_EQ(import(other, "dry_run=true").at("outcome"), "version_taken");
    EXPECT_EQ(rows(), before);
}

TEST_P(ImportTest, bad_packages_name_their_fault_and_change_nothing) {
    const struct {
        std::string bytes, pointer, problem, detail;
    } bad[] = {
        {"not a zip", "", "practices.archive.form", "Пакет: это не архив пакета"},
        {raw(with("norm_minutes: 60", "norm_minutes: many")), "/services/0/norm_minutes", "practices.field.type",
         "practice.yaml, строка 60, поле services/0/norm_minutes"},
        {raw(with("licence:", "license:")), "/license", "practices.field.unknown", "practice.yaml, строка"},
        {raw(with("\"leaflet.md\"", "\"../leaflet.md\"")), "/document_templates/0/file/ru", "practices.file.name", "practice.yaml, строка"},
        {raw(with("\"leaflet.md\"", "\"absent.md\"")), "/document_templates/0/file/ru", "practices.file.missing", "absent.md"},
    };
    const auto before = rows();
    for (const auto& each : bad) {
        const auto answer = import(each.bytes);
        EXPECT_EQ(answer.status, 422);
        EXPECT_EQ(answer.code(), "practices.package_refused");
        bool named = false;
        for (const auto& error : *answer.body.find("errors")->as<json::Array>()) {
            const auto* arguments = error.find("arguments");
            named = named || (*error.find("pointer")->as<std::string>() == each.pointer &&
                              *arguments->find("problem")->as<std::string>() == each.problem &&
                              error.find("detail")->as<std::string>()->find(each.detail) != std::string::npos);
        }
        EXPECT_TRUE(named) << each.problem << "\n" << answer.text;
    }
    EXPECT_EQ(rows(), before);
}

TEST_P(ImportTest, changed_byte_is_found_and_changes_nothing) {
    const auto before = rows();
    auto bytes = archive();
    bytes[bytes.find("Памятка")] ^= 1;
    EXPECT_EQ(import(bytes).status, 422);
    EXPECT_EQ(rows(), before);
}

TEST_P(ImportTest, mandatory_dependency_must_be_there) {
    auto needing = std::string(example_document);
    needing.replace(needing.rfind("mandatory: false"), 16, "mandatory: true");
    const auto before = rows();
    EXPECT_THAT(import(archive(needing)).errors(), ::testing::ElementsAre("/depends/0 practices.dependency_missing"));
    EXPECT_EQ(rows(), before);
    ASSERT_EQ(import(archive(with("org.example.walks", "org.example.school", with("    code: \"org.example.school\"", "    code: \"org.example.other\"")))).status, 200);
    EXPECT_EQ(import(archive(needing)).status, 200);
}

TEST_P(ImportTest, unsigned_package_needs_the_word_of_the_region) {
    const auto before = rows();
    EXPECT_EQ(import(archive(), "").code(), "practices.unsigned");
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(import(archive(), "accept_unsigned=true").status, 200);
    EXPECT_EQ(database().read_as(db::Caller::system(), [](db::Tx& tx) {
        return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'practices.installed_unsigned'");
    }), 1);
}

TEST_P(ImportTest, signature_of_a_trusted_key_opens_the_door) {
    const auto key = make_signing_key(system_random());
    const auto bytes = archive(std::string(example_document), &key);
    EXPECT_EQ(import(bytes, "").code(), "practices.unknown_key");
    EXPECT_EQ(import(bytes, "dry_run=true").at("signature"), "unknown_key");
    const auto id = trust(key);
    EXPECT_EQ(import(bytes, "dry_run=true").at("signature"), "valid");
    sign_in(Role::coordinator).remove("/api/v1/practices/keys/" + id);
    EXPECT_EQ(import(bytes, "").code(), "practices.unknown_key");
    trust(key);
    const auto done = import(bytes, "");
    EXPECT_EQ(done.status, 200);
    EXPECT_EQ(done.at("installed/signer"), key_id(public_key(key)));
}

TEST_P(ImportTest, forged_signature_is_refused_whatever_is_confirmed) {
    const auto key = make_signing_key(system_random());
    trust(key);
    const auto good = archive(std::string(example_document), &key);
    const auto other = archive(with("Ждать недолго", "Ждать долго"), &key);
    const auto signature = open_archive(good)->signature;
    auto bytes = other;
    const auto own = *open_archive(other)->signature;
    bytes.replace(bytes.find(own), own.size(), *signature);
    EXPECT_EQ(import(bytes, "accept_unsigned=true").status, 422);
}

TEST_P(ImportTest, code_that_the_region_lacks_must_be_added_first) {
    const auto document = with("\"older_people\"", "\"lighthouse_keepers\"");
    const auto before = rows();
    const auto dry = import(archive(document), "dry_run=true");
    EXPECT_EQ(dry.at("unknown_codes/0/vocabulary"), "group");
    EXPECT_EQ(dry.at("unknown_codes/0/code"), "lighthouse_keepers");
    EXPECT_EQ(import(archive(document)).code(), "practices.unknown_codes");
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(import(archive(document), "accept_unsigned=true&add_codes=true").status, 200);
    EXPECT_EQ(import(archive(with("version: \"1.0.0\"", "version: \"1.1.0\"", document))).status, 200) << "the region has it now";
}

TEST_P(ImportTest, only_the_region_installs) {
    for (const auto role : {Role::director, Role::specialist, Role::desk})
        EXPECT_EQ(sign_in(role, 7).post("/api/v1/practices/import?accept_unsigned=true", archive(), {{"Content-Type", "application/zip"}}).status, 403);
}

TEST_P(ImportTest, large_files_come_too) {
    auto files = example_files();
    files["pictures/map.png"] += std::string(600'000, 'x');
    const auto read = read_package(files);
    const auto made = import(write_archive(files_to_pack(*read, files)));
    ASSERT_EQ(made.status, 200) << made.text;
    const auto got = sign_in(Role::desk, 7).get(practice_path(made) + "/versions/1.0.0/files?path=pictures/map.png");
    EXPECT_EQ(got.text, files.at("pictures/map.png"));
}

RYADOM_BOTH_ENGINES(ImportTest);

}  // namespace
}  // namespace ryadom::practices
