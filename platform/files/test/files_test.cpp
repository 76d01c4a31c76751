#include "platform/files/files.hpp"

#include "platform/testing/engine_test.hpp"

namespace ryadom::files {
namespace {

using namespace std::string_literals;

class FilesTest : public testing::EngineTest {};

TEST_P(FilesTest, keeps_a_content_once_by_its_hash) {
    auto& db = open({schema()});
    const auto content = "\0\xff and so on"s;
    const auto hash = hash_of(content);
    EXPECT_EQ(hash.size(), 64U);
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(db.write_now(db::Caller::system(), [=](db::Tx& tx) { put(tx, hash, content); }));
    EXPECT_EQ(db.read_as(db::Caller::system(), [&](db::Tx& tx) { return get(tx, hash); }), content);
    EXPECT_EQ(db.read_as(db::Caller::system(), [](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_files_blob"); }), 1);
}

TEST_P(FilesTest, says_what_is_not_there) {
    auto& db = open({schema()});
    const auto hash = hash_of("nothing");
    EXPECT_FALSE(db.read_as(db::Caller::system(), [&](db::Tx& tx) { return exists(tx, hash); }));
    EXPECT_FALSE(db.read_as(db::Caller::system(), [&](db::Tx& tx) { return get(tx, hash); }));
}

TEST_P(FilesTest, keeps_an_empty_content) {
    auto& db = open({schema()});
    ASSERT_TRUE(db.write_now(db::Caller::system(), [](db::Tx& tx) { put(tx, hash_of(""), ""); }));
    EXPECT_EQ(db.read_as(db::Caller::system(), [](db::Tx& tx) { return get(tx, hash_of("")); }), "");
}

RYADOM_BOTH_ENGINES(FilesTest);

TEST(ContentTypeTest, goes_by_the_bytes) {
    EXPECT_EQ(content_type("\x89PNG\r\n\x1a\n..."), "image/png");
    EXPECT_EQ(content_type("\xff\xd8\xff\xe0"), "image/jpeg");
    EXPECT_EQ(content_type("RIFF\1\2\3\4WEBPVP8L"), "image/webp");
    EXPECT_EQ(content_type("RIFF"), "text/plain; charset=utf-8") << "too short for a picture";
    EXPECT_EQ(content_type("\0\0\0\x18""ftypheic"s), "image/heic");
    EXPECT_EQ(content_type("%PDF-1.7\n"), "application/pdf");
    EXPECT_EQ(content_type("# Памятка\n"), "text/plain; charset=utf-8");
    EXPECT_EQ(content_type(""), "text/plain; charset=utf-8");
}

TEST(ContentTypeTest, never_says_what_a_browser_would_run) {
    EXPECT_EQ(content_type("<html><script>alert(1)</script>"), "text/plain; charset=utf-8");
    EXPECT_EQ(content_type("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "text/plain; charset=utf-8");
    EXPECT_EQ(content_type("\xd1"), "application/octet-stream");
    EXPECT_EQ(content_type("MZ\0\1"s), "application/octet-stream");
}

TEST(PaperTest, is_a_picture_a_pdf_or_a_file_of_an_office) {
    EXPECT_TRUE(is_paper("%PDF-1.7", "scan"));
    EXPECT_TRUE(is_paper("\xff\xd8\xff\xe0", "IMG_1.JPG"));
    EXPECT_TRUE(is_paper("\0\0\0\x18""ftypheic"s, "IMG_1.HEIC"));
    EXPECT_TRUE(is_paper("PK\x03\x04...word/document.xml", "Приказ.DOCX"));
    EXPECT_TRUE(is_paper("PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "смета.ods"));
    EXPECT_TRUE(is_paper("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "акт.doc"));
    EXPECT_TRUE(is_paper("\xd4\xe0\xec\xe8\xeb\xe8\xff;1\r\n", "список.csv")) << "Фамилия, in cp1251";
}

TEST(PaperTest, is_nothing_whose_ending_says_other_than_its_content) {
    EXPECT_FALSE(is_paper("MZ\0\1"s, "приказ.pdf"));
    EXPECT_FALSE(is_paper("MZ\0\1"s, "список.csv"));
    EXPECT_FALSE(is_paper("PK\x03\x04...word/document.xml", "приказ.zip"));
    EXPECT_FALSE(is_paper("PK\x03\x04...run.exe", "приказ.docx"));
    EXPECT_FALSE(is_paper("<html></html>", "приказ.html"));
    EXPECT_FALSE(is_paper("просто текст", "приказ"));
}

}  // namespace
}  // namespace ryadom::files
