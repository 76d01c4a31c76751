#include "platform/files/pictures.hpp"

#include "platform/files/files.hpp"
#include "platform/files/test/pictures.hpp"

#include <gtest/gtest.h>

namespace ryadom::files {
namespace {

using namespace std::string_literals;

std::string number(std::size_t value, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xffU);
    return out;
}

std::string little(std::size_t value) {
    const auto big = number(value, 4);
    return {big.rbegin(), big.rend()};
}

std::string segment(unsigned char name, const std::string& content) { return "\xff"s + static_cast<char>(name) + number(content.size() + 2, 2) + content; }

const std::string frame = segment(0xdb, std::string(65, '\x01')) + segment(0xc0, "\x08\0\x01\0\x01\x01\x01\x11\0"s);
const std::string scan = segment(0xda, "\x01\x01\0\0\x3f\0"s) + "coded\xff\0more\xff\xd0more"s;
const std::string jfif = segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s);

/// With two entries, the second of them the way the picture is turned; big end first.
std::string exif(char way) {
    return "Exif\0\0MM\0*\0\0\0\x08\0\x02"s + "\x01\x0f\0\x02\0\0\0\x04Zen\0"s + "\x01\x12\0\x03\0\0\0\x01\0"s + way + "\0\0\0\0\0\0 54.98 N 82.89 E"s;
}

std::string little_exif(char way) { return "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + way + "\0\0\0\0\0\0\0"s; }

std::string jpeg(const std::string& head) { return "\xff\xd8" + head + frame + scan + "\xff\xd9"; }

std::string chunk(const std::string& name, const std::string& content) { return number(content.size(), 4) + name + content + "\0\0\0\0"s; }

std::string webp_chunk(const std::string& name, const std::string& content) {
    return name + little(content.size()) + content + std::string(content.size() % 2, '\0');
}
std::string webp(const std::string& chunks) { return "RIFF" + little(chunks.size() + 4) + "WEBP" + chunks; }

std::string kept(const std::string& content) {
    const auto out = without_metadata(content, content_type(content));
    return out ? *out : out.error().code;
}

TEST(PicturesTest, jpeg_loses_everything_but_the_picture) {
    const auto photo = jpeg(jfif + segment(0xe1, exif(1)) + segment(0xe1, "http://ns.adobe.com/xap/1.0/\0Anna"s) + segment(0xe2, "MPF\0"s) +
                            segment(0xed, "Photoshop 3.0\0caption"s) + segment(0xfe, "by Anna")) +
                       "a film behind the picture";
    EXPECT_EQ(kept(photo), jpeg(jfif));
    EXPECT_EQ(kept(jpeg("")), jpeg(""));
}

TEST(PicturesTest, jpeg_stays_turned_as_it_was) {
    const auto turned = jpeg(jfif + segment(0xe1, "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"s));
    EXPECT_EQ(kept(jpeg(jfif + segment(0xe1, exif(6)))), turned);
    EXPECT_EQ(kept(jpeg(jfif + segment(0xe1, little_exif(6)))), turned);
    EXPECT_EQ(kept(turned), turned);
    EXPECT_EQ(kept(jpeg(jfif + segment(0xe1, exif(9)))), jpeg(jfif)) << "there is no ninth way";
}

TEST(PicturesTest, small_copies_inside_jfif_and_what_others_append_to_it_go) {
    const auto copy = segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01rgb"s) + segment(0xe0, "JFXX\0\x10small"s);
    const auto adobe = segment(0xee, "Adobe\0\x64\0\0\0\0\x01"s);
    EXPECT_EQ(kept(jpeg(copy + adobe)), jpeg(jfif + adobe));
}

TEST(PicturesTest, progressive_jpeg_keeps_all_its_scans) {
    const auto plain = jpeg(segment(0xc4, "table") + scan);
    EXPECT_EQ(kept(plain), plain);
    EXPECT_EQ(kept("\xff\xd8" + frame + scan + segment(0xfe, "between") + scan + "\xff\xff\xd9"), "\xff\xd8" + frame + scan + scan + "\xff\xd9");
}

TEST(PicturesTest, exif_that_points_outside_itself_says_nothing) {
    for (const auto& bad : {"Exif\0\0MM\0*\xff\xff\xff\xff"s, "Exif\0\0MM\0*\0\0\0\x08\xff\xff"s, "Exif\0\0II"s, "Exif\0\0"s, "Exif\0\0MM\0*\0\0\0\x0c"s})
        EXPECT_EQ(kept(jpeg(jfif + segment(0xe1, bad))), jpeg(jfif));
}

TEST(PicturesTest, png_keeps_points_and_colours) {
    const auto head = "\x89PNG\r\n\x1a\n"s + chunk("IHDR", std::string(13, '\1'));
    const auto colours = chunk("gAMA", "\0\0\xb1\x8f"s) + chunk("PLTE", "rgb");
    const auto points = chunk("IDAT", "points") + chunk("IEND", "");
    const auto words = chunk("tEXt", "Author\0Anna"s) + chunk("eXIf", "MM") + chunk("iTXt", "x") + chunk("zTXt", "x") + chunk("tIME", "x") + chunk("prVt", "x");
    EXPECT_EQ(kept(head + words + colours + words + points + "behind"), head + colours + points);
    EXPECT_EQ(kept(tiny_png()), tiny_png());
}

TEST(PicturesTest, webp_keeps_the_picture_and_says_no_longer_that_it_has_exif) {
    const auto sizes = "\0\0\0\0\0\0\0\0\0"s;
    const auto picture = webp_chunk("ICCP", "odd") + webp_chunk("VP8 ", "coded");
    EXPECT_EQ(kept(webp(webp_chunk("VP8X", "\x2c" + sizes) + picture + webp_chunk("EXIF", "MM54.98") + webp_chunk("XMP ", "Anna")) + "behind"),
              webp(webp_chunk("VP8X", "\x20" + sizes) + picture));
    EXPECT_EQ(kept(webp(webp_chunk("VP8L", "coded"))), webp(webp_chunk("VP8L", "coded")));
}

TEST(PicturesTest, picture_that_ends_early_is_refused_wherever_it_ends) {
    const auto sizes = "\0\0\0\0\0\0\0\0\0"s;
    for (const auto& whole : {jpeg(jfif + segment(0xe1, exif(6))), tiny_png(), webp(webp_chunk("VP8X", "\x08" + sizes) + webp_chunk("VP8 ", "coded"))}) {
        const std::string type(content_type(whole));
        ASSERT_TRUE(without_metadata(whole, type));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto refused = without_metadata(whole.substr(0, size), type);
            ASSERT_FALSE(refused) << type << " " << size;
            EXPECT_EQ(refused.error().code, "files.picture_broken");
        }
    }
}

TEST(PicturesTest, sizes_that_lie_are_refused) {
    EXPECT_EQ(kept("\xff\xd8\xff\xe1\0\x01"s + frame + scan + "\xff\xd9"), "files.picture_broken") << "a segment is never shorter than its length";
    EXPECT_EQ(kept("\xff\xd8\xff\xd9"), "files.picture_broken") << "a picture without a picture";
    EXPECT_EQ(kept("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR"s + std::string(40, '\0')), "files.picture_broken");
    EXPECT_EQ(kept("\x89PNG\r\n\x1a\n"s + chunk("IDAT", "points") + chunk("IEND", "")), "files.picture_broken");
    EXPECT_EQ(kept("RIFF\xff\xff\xff\xffWEBPVP8 \x01\0\0\0xx"s), "files.picture_broken");
    EXPECT_EQ(kept(webp(webp_chunk("VP8X", ""))), "files.picture_broken");
    EXPECT_EQ(kept(webp("VP8 \xff\xff\xff\xff""coded"s)), "files.picture_broken");
}

TEST(PicturesTest, heic_is_refused_and_other_contents_stay) {
    EXPECT_EQ(kept("\0\0\0\x18""ftypheic and so on"s), "files.picture_heic");
    EXPECT_EQ(kept("%PDF-1.7\n"), "%PDF-1.7\n");
    EXPECT_EQ(kept(""), "");
}

}  // namespace
}  // namespace ryadom::files
