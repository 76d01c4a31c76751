#include "modules/practices/test/bank_fixture.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string drafts = "/api/v1/practices/drafts";

class DraftTest : public BankTest {
  protected:
    static std::string document(const std::string& yaml = std::string(example_document)) {
        return json::to_json(read_package(files_with(yaml))->package);
    }
    static std::string body(const std::string& text) { return R"({"document":)" + text + "}"; }
    /// A new draft of the example with all its files; its revision is 5 then.
    static std::string write_example(const testing::Client& author, const std::string& yaml = std::string(example_document)) {
        const auto path = drafts + "/" + author.post(drafts, "{}").at("id");
        auto revision = author.put(path, body(document(yaml)), "\"1\"").header("etag");
        for (const auto& [name, content] : example_files())
            if (name != document_path) revision = author.put(path + "/files?path=" + name, content, revision).header("etag");
        EXPECT_EQ(revision, "\"5\"");
        return path;
    }
    static testing::Answer publish(const testing::Client& author, const std::string& path, const std::string& revision = "\"5\"") {
        return author.post(path + "/publish", "", {{"If-Match", revision}});
    }
};

TEST_P(DraftTest, starter_package_opened_and_saved_unchanged_keeps_its_digest) {
    install_library(database(), starter_library());
    const auto coordinator = sign_in(Role::coordinator);
    const auto cards = coordinator.get("/api/v1/practices");
    for (std::size_t i = 0; i < starter_folders().size(); ++i) {
        const auto card = "items/" + std::to_string(i);
        const auto version = cards.at(card + "/version_id");
        const auto digest = coordinator.get("/api/v1/practices/" + cards.at(card + "/id")).at("versions/0/package_sha256");
        const auto opened = coordinator.post(drafts, R"({"from":")" + version + "\"}");
        ASSERT_EQ(opened.status, 201) << opened.text;
        EXPECT_EQ(opened.at("package_sha256"), digest) << cards.at(card + "/code");
        const auto saved = coordinator.put(drafts + "/" + opened.at("id"), body(opened.at("document")), opened.header("etag"));
        ASSERT_EQ(saved.status, 200) << saved.text;
        EXPECT_EQ(saved.at("package_sha256"), digest) << cards.at(card + "/code");
        EXPECT_THAT(saved.at("problems"), "[]");
    }
}

TEST_P(DraftTest, incomplete_draft_is_saved_with_what_is_missing_beside_it) {
    const auto director = sign_in(Role::director, 7);
    const auto made = director.post(drafts, "{}");
    ASSERT_EQ(made.status, 201) << made.text;
    const auto path = drafts + "/" + made.at("id");
    const auto saved = director.put(path, body(R"({"title":{"ru":"Прогулки"},"code":"org."})"), "\"1\"");
    ASSERT_EQ(saved.status, 200) << saved.text;
    EXPECT_EQ(saved.header("etag"), "\"2\"");
    EXPECT_EQ(saved.at("package_sha256"), "");
    EXPECT_THAT(saved.text, HasSubstr("practices.field.missing"));
    EXPECT_EQ(director.get(path).at("document/title/ru"), "Прогулки");
    EXPECT_EQ(director.get(drafts).at("items/0/title"), "Прогулки");
    EXPECT_EQ(director.post(path + "/check", "").at("readable"), "false");
    EXPECT_EQ(publish(director, path, "\"2\"").code(), "practices.package_refused");
}

TEST_P(DraftTest, second_author_is_told_that_the_first_was_faster) {
    const auto director = sign_in(Role::director, 7);
    const auto path = drafts + "/" + director.post(drafts, "{}").at("id");
    ASSERT_EQ(director.put(path, body("{}"), "\"1\"").status, 200);
    EXPECT_EQ(director.put(path, body("{}"), "\"1\"").code(), "core.stale");
    EXPECT_EQ(director.put(path + "/files?path=a.md", "x", "\"1\"").code(), "core.stale");
    EXPECT_EQ(publish(director, path, "\"1\"").status, 422);
    EXPECT_EQ(director.send(http::Method::put, path, body("{}")).status, 428);
}

TEST_P(DraftTest, published_draft_is_a_version_for_ever) {
    const auto director = sign_in(Role::director, 7);
    const auto path = write_example(director);
    const auto version = publish(director, path);
    ASSERT_EQ(version.status, 200) << version.text;
    EXPECT_EQ(version.at("version"), "1.0.0");
    EXPECT_EQ(director.get(path).status, 404);
    const auto practice = "/api/v1/practices/" + version.at("practice");
    const auto desk = sign_in(Role::desk, 8);
    EXPECT_EQ(desk.get(practice + "/versions/1.0.0").at("package/title/ru"), "Прогулки");
    EXPECT_EQ(desk.get(practice + "/versions/1.0.0/package").text, archive());
}

TEST_P(DraftTest, version_must_grow) {
    const auto director = sign_in(Role::director, 7);
    ASSERT_EQ(publish(director, write_example(director)).status, 200);
    const auto again = write_example(director);
    EXPECT_THAT(publish(director, again).errors(), ElementsAre("/version practices.version_must_grow"));
    ASSERT_EQ(director.put(again, body(document(with("version: \"1.0.0\"", "version: \"1.0.1\""))), "\"5\"").status, 200);
    EXPECT_EQ(publish(director, again, "\"5\"").code(), "core.stale");
    EXPECT_EQ(publish(director, again, "\"6\"").status, 200);
}

TEST_P(DraftTest, practice_has_one_working_draft) {
    const auto director = sign_in(Role::director, 7);
    write_example(director);
    const auto other = drafts + "/" + director.post(drafts, "{}").at("id");
    EXPECT_EQ(director.put(other, body(document()), "\"1\"").code(), "constraint.practices_draft_code_unique");
}

TEST_P(DraftTest, centre_does_not_see_the_drafts_of_another) {
    const auto director = sign_in(Role::director, 7);
    const auto path = write_example(director);
    const auto stranger = sign_in(Role::director, 8);
    EXPECT_EQ(stranger.get(drafts).at("items"), "[]");
    EXPECT_EQ(stranger.get(path).status, 404);
    EXPECT_EQ(stranger.put(path, body("{}"), "\"5\"").status, 404);
    EXPECT_EQ(stranger.get(path + "/files?path=leaflet.md").status, 404);
    EXPECT_EQ(stranger.put(path + "/files?path=leaflet.md", "x", "\"5\"").status, 404);
    EXPECT_EQ(stranger.remove(path + "/files?path=leaflet.md").status, 404);
    EXPECT_EQ(stranger.post(path + "/check", "").status, 404);
    EXPECT_EQ(publish(stranger, path).status, 404);
    EXPECT_EQ(stranger.remove(path).status, 404);
    EXPECT_EQ(sign_in(Role::coordinator).get(path).status, 200);
}

TEST_P(DraftTest, new_versions_come_from_the_owner) {
    const auto director = sign_in(Role::director, 7);
    const auto version = publish(director, write_example(director));
    const auto from = R"({"from":")" + version.at("id") + "\"}";
    const auto stranger = sign_in(Role::director, 8);
    const auto model = stranger.post(drafts, from);
    ASSERT_EQ(model.status, 201) << model.text;
    EXPECT_EQ(model.at("document/code"), "") << "it needs a code of its own";
    EXPECT_EQ(model.at("files/0/path"), "leaflet.md");
    const auto path = write_example(stranger, with("version: \"1.0.0\"", "version: \"2.0.0\""));
    EXPECT_EQ(publish(stranger, path).code(), "practices.not_yours");
    stranger.remove(path);
    EXPECT_EQ(director.post(drafts, from).status, 201);
}

TEST_P(DraftTest, specialists_and_desks_do_not_write_practices) {
    for (const auto role : {Role::specialist, Role::desk}) {
        EXPECT_EQ(sign_in(role, 7).post(drafts, "{}").status, 403);
        EXPECT_EQ(sign_in(role, 7).get(drafts).status, 403);
    }
}

TEST_P(DraftTest, file_of_a_wrong_kind_is_refused) {
    const auto director = sign_in(Role::director, 7);
    const auto path = drafts + "/" + director.post(drafts, "{}").at("id");
    const auto put = [&](const std::string& name, const std::string& content) { return director.put(path + "/files?path=" + name, content, "\"1\""); };
    EXPECT_EQ(put("../a.md", "x").status, 422);
    EXPECT_EQ(put("a.html", "<p>").status, 422);
    EXPECT_EQ(put("a.png", "<svg>").status, 422);
    EXPECT_EQ(put("a.png", files::tiny_png().substr(0, 40)).code(), "files.picture_broken");
    EXPECT_EQ(put("a.md", "\xff").status, 422);
    EXPECT_EQ(director.get(path).at("files"), "[]");
}

TEST_P(DraftTest, files_are_replaced_and_taken_out) {
    const auto director = sign_in(Role::director, 7);
    const auto path = drafts + "/" + director.post(drafts, "{}").at("id");
    ASSERT_EQ(director.put(path + "/files?path=a.md", "one", "\"1\"").status, 200);
    ASSERT_EQ(director.put(path + "/files?path=a.md", "two", "\"2\"").status, 200);
    const auto got = director.get(path + "/files?path=a.md");
    EXPECT_EQ(got.text, "two");
    EXPECT_EQ(got.header("content-security-policy"), "sandbox; default-src 'none'");
    EXPECT_EQ(director.remove(path + "/files?path=a.md").status, 204);
    EXPECT_EQ(director.remove(path + "/files?path=a.md").status, 404);
    EXPECT_EQ(director.get(path).at("revision"), "4");
}

TEST_P(DraftTest, check_says_what_a_complete_package_has) {
    const auto director = sign_in(Role::director, 7);
    const auto checked = director.post(write_example(director) + "/check", "");
    EXPECT_EQ(checked.at("readable"), "true");
    EXPECT_EQ(checked.at("complete"), "false");
    EXPECT_THAT(checked.text, HasSubstr("practices.complete.statements"));
}

TEST_P(DraftTest, starter_package_is_complete_as_a_draft_too) {
    install_library(database(), starter_library());
    const auto coordinator = sign_in(Role::coordinator);
    const auto card = coordinator.get("/api/v1/practices?query=rental-point");
    const auto opened = coordinator.post(drafts, R"({"from":")" + card.at("items/0/version_id") + "\"}");
    const auto checked = coordinator.post(drafts + "/" + opened.at("id") + "/check", "");
    EXPECT_EQ(checked.at("complete"), "true") << checked.text;
}

RYADOM_BOTH_ENGINES(DraftTest);

}  // namespace
}  // namespace ryadom::practices
