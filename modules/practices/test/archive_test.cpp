// The archive: one form, every other one refused with the entry that is to blame.
#include "modules/practices/archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "modules/practices/archive_zip.hpp"
#include "modules/practices/test/package_example.hpp"

namespace ryadom::practices {
namespace {

using namespace test;

SigningKey key(unsigned char seed) {
    return make_signing_key([seed](std::span<std::byte> out) { std::ranges::fill(out, std::byte{seed}); });
}

std::string good_archive(const SigningKey* signing = nullptr) {
    const auto files = example_files();
    return write_archive(files_to_pack(*read_package(files), files), signing);
}

/// The first refusal in short: "file code reason".
std::string refusal(const std::string& bytes, const std::vector<PublicKey>& trusted = {}) {
    const auto read = read_archive(bytes, trusted);
    if (read) return "read";
    const auto first = std::ranges::find(read.error(), Problem::Level::error, &Problem::level);
    const auto reason = first->arguments.find("reason");
    return first->file + " " + first->code.substr(10) +
           (reason == first->arguments.end() ? "" : " " + reason->second);
}

/// The archive of the example with other entries, MANIFEST made anew as an attacker would.
std::string archive_with(const std::string& path, const std::string& content) {
    auto files = example_files();
    files[path] = content;
    return write_archive(files);
}

std::string with_number(std::string bytes, std::size_t at, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes[at + static_cast<std::size_t>(i)] = static_cast<char>((value >> (8 * i)) & 0xffU);
    return bytes;
}

/// Where the directory's record of an entry begins.
std::size_t record_of(const std::string& bytes, const std::string& name) { return bytes.rfind(name) - 46; }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

TEST(Archive, comes_back_as_it_went_out) {
    const auto read = read_archive(good_archive(), {});
    ASSERT_TRUE(read) << shown(read.error());
    EXPECT_EQ(read->files, example_files());
    EXPECT_EQ(read->signature.kind, SignatureState::Kind::unsigned_);
    EXPECT_EQ(shown(read->warnings), "");
    EXPECT_EQ(archive_name(read->package), "org.example.walks-1.0.0.practice");
}

TEST(Archive, is_the_same_bytes_every_time) {
    EXPECT_EQ(good_archive(), good_archive());
    EXPECT_EQ(hex(sha256(good_archive())),
              "a3e68eee4b2ee6eec47c42f5443dd6c0a9f06669cfdc4986c9e98a7c3faadcb1");
}

TEST(Archive, its_digest_is_the_same_signed_and_unsigned) {
    const auto signing = key(1);
    const auto plain = read_archive(good_archive(), {});
    const auto sealed = read_archive(good_archive(&signing), {public_key(signing)});
    ASSERT_TRUE(plain && sealed);
    EXPECT_EQ(plain->digest, sealed->digest);
    EXPECT_EQ(sealed->signature.kind, SignatureState::Kind::valid);
}

TEST(Archive, of_a_loose_folder_is_packed_in_canonical_form_without_unused_files) {
    auto files = files_with(with("schema: 1\n", "schema: 1 # note\n"));
    files["spare.md"] = "x";
    EXPECT_EQ(write_archive(files_to_pack(*read_package(files), files)), good_archive());
}

TEST(Archive, with_an_unknown_key_is_read_with_a_warning_that_names_the_key) {
    const auto signing = key(1);
    const auto read = read_archive(good_archive(&signing), {public_key(key(2))});
    ASSERT_TRUE(read) << shown(read.error());
    ASSERT_EQ(read->warnings.size(), 1U);
    EXPECT_EQ(read->warnings[0].code, "practices.archive.key");
    EXPECT_EQ(read->warnings[0].arguments.at("key"), key_id(public_key(signing)));
}

TEST(Archive, with_a_forged_signature_is_refused) {
    auto entries = example_files();
    const auto manifest = make_manifest(entries);
    entries["MANIFEST"] = manifest;
    entries["SIGNATURE"] = sign_manifest(manifest + " ", key(1));
    EXPECT_EQ(refusal(zip::write(entries), {public_key(key(1))}), "SIGNATURE archive.signature");
    entries["SIGNATURE"] = "ed25519\n";
    EXPECT_EQ(refusal(zip::write(entries), {public_key(key(1))}), "SIGNATURE archive.signature");
}

TEST(Archive, whose_file_differs_from_the_manifest_names_the_file) {
    auto entries = example_files();
    entries["MANIFEST"] = make_manifest(entries);
    entries["leaflet.md"] += "changed";
    EXPECT_EQ(refusal(zip::write(entries)), "leaflet.md archive.manifest differs");
    entries = example_files();
    entries["MANIFEST"] = make_manifest(entries);
    entries["extra.md"] = "x";
    EXPECT_EQ(refusal(zip::write(entries)), "extra.md archive.manifest unlisted");
    entries.erase("extra.md");
    entries.erase("leaflet.md");
    EXPECT_EQ(refusal(zip::write(entries)), "leaflet.md archive.manifest absent");
    entries["MANIFEST"] = "nonsense";
    EXPECT_EQ(refusal(zip::write(entries)), "MANIFEST archive.manifest form");
}

TEST(Archive, whose_manifest_is_in_another_order_is_refused) {
    auto entries = example_files();
    const auto manifest = make_manifest(entries);
    const auto first = manifest.find('\n') + 1;
    entries["MANIFEST"] = manifest.substr(first) + manifest.substr(0, first);
    EXPECT_EQ(refusal(zip::write(entries)), "MANIFEST archive.manifest form");
    entries["MANIFEST"] = manifest + manifest;
    EXPECT_EQ(refusal(zip::write(entries)), "MANIFEST archive.manifest form");
}

TEST(Archive, that_is_cut_anywhere_is_refused) {
    const auto whole = good_archive();
    for (std::size_t size = 0; size < whole.size(); size += 7)
        EXPECT_EQ(refusal(whole.substr(0, size)), " archive.form not_zip") << size;
}

TEST(Archive, with_any_single_bit_changed_is_refused) {
    const auto whole = good_archive();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
        EXPECT_FALSE(open_archive(changed)) << i;
    }
}

TEST(Archive, with_bytes_before_between_or_after_is_refused) {
    const auto whole = good_archive();
    EXPECT_EQ(refusal(whole + "x"), " archive.form not_zip");
    EXPECT_EQ(refusal("%PDF-1.4\n" + whole), " archive.form not_zip");
    // A record of the end that hides a second directory behind the true one.
    EXPECT_EQ(refusal(whole + whole.substr(whole.size() - 22)), " archive.form not_zip");
}

TEST(Archive, with_two_whole_zips_in_one_is_refused) {
    EXPECT_NE(refusal(good_archive() + good_archive()), "read");
}

TEST(Archive, with_an_unsafe_name_is_refused) {
    const auto whole = good_archive();
    EXPECT_EQ(refusal(replaced(whole, "leaflet.md", "../../x.md")), "../../x.md file.name");
    EXPECT_EQ(refusal(replaced(whole, "leaflet.md", "/etc/x.xml")), "/etc/x.xml file.name");
    EXPECT_EQ(refusal(replaced(whole, "leaflet.md", "C:\\leaf.md")), "C:\\leaf.md file.name");
    EXPECT_EQ(refusal(replaced(whole, "leaflet.md", "leaflet.m/")), "leaflet.m/ file.name");
    EXPECT_EQ(refusal(replaced(whole, "leaflet.md", std::string("leaf\0t.md", 9) + "x")),
              "leaf t.mdx file.name");
    EXPECT_EQ(refusal(replaced(whole, "leaflet.md", "manifest.M")), "manifest.M file.name");
}

TEST(Archive, with_a_link_an_encrypted_or_a_compressed_entry_is_refused) {
    const auto whole = good_archive();
    const auto record = record_of(whole, "leaflet.md");
    EXPECT_EQ(refusal(with_number(whole, record + 38, 0xa1ff0000U, 4)), "leaflet.md archive.form link");
    EXPECT_EQ(refusal(with_number(whole, record + 8, 1, 2)), "leaflet.md archive.form encrypted");
    EXPECT_EQ(refusal(with_number(whole, record + 10, 8, 2)), "leaflet.md archive.form compressed");
    EXPECT_EQ(refusal(with_number(whole, record + 10, 99, 2)), "leaflet.md archive.form compressed");
    EXPECT_EQ(refusal(with_number(whole, record + 24, 7, 4)), "leaflet.md archive.form compressed");
    EXPECT_EQ(refusal(with_number(whole, record + 24, 0x7fffffffU, 4)), "leaflet.md archive.too_large");
    EXPECT_EQ(refusal(with_number(whole, record + 20, 0x00100000U, 4)), "leaflet.md archive.form compressed");
    EXPECT_EQ(refusal(with_number(whole, record + 42, 0xfffffff0U, 4)), "leaflet.md archive.form cut");
    EXPECT_EQ(refusal(with_number(whole, record + 12, 0x6000, 2)), " archive.form layout");
}

TEST(Archive, with_one_name_twice_is_refused) {
    auto files = example_files();
    files["leaflee.md"] = "x";
    EXPECT_EQ(refusal(replaced(write_archive(files), "leaflee.md", "leaflet.md")),
              "leaflet.md archive.form twice");
}

TEST(Archive, with_entries_that_share_their_bytes_is_refused) {
    const auto whole = good_archive();
    const auto other = whole.substr(record_of(whole, "practice.yaml") + 42, 4);
    auto bomb = whole;
    bomb.replace(record_of(whole, "leaflet.md") + 42, 4, other);
    EXPECT_NE(refusal(bomb), "read");
}

TEST(Archive, without_a_manifest_or_a_document_is_refused) {
    EXPECT_EQ(refusal(zip::write(example_files())), "MANIFEST archive.form absent");
    EXPECT_EQ(refusal(write_archive({{"leaflet.md", "x"}})), "practice.yaml archive.form absent");
    EXPECT_EQ(refusal(zip::write({})), "MANIFEST archive.form absent");
}

TEST(Archive, beyond_the_limits_is_refused) {
    EXPECT_EQ(refusal(std::string((51U << 20) + 1, 'x')), " archive.too_large");
    EXPECT_EQ(refusal(archive_with("big.png", "\x89PNG\r\n\x1a\n" + std::string(10U << 20, 'x'))),
              "big.png archive.too_large");
    auto files = example_files();
    for (int i = 0; i < 600; ++i) files["f" + std::to_string(i) + ".md"] = "x";
    EXPECT_EQ(refusal(write_archive(files)), " file.too_many");
}

TEST(Archive, with_a_file_that_the_document_does_not_name_or_a_loose_document_is_refused) {
    EXPECT_EQ(refusal(archive_with("spare.md", "x")), "spare.md archive.form unnamed");
    EXPECT_EQ(refusal(write_archive(files_with(with("schema: 1\n", "schema: 1 # note\n")))),
              "practice.yaml archive.form not_canonical");
    EXPECT_EQ(refusal(archive_with("inner.zip", good_archive())), "inner.zip file.type");
    EXPECT_EQ(refusal(write_archive(files_with(with("norm_minutes: 60", "norm_minutes: -1")))),
              "practice.yaml number.range");
}

}  // namespace
}  // namespace ryadom::practices
