// Many papers in one file, and many files in one archive.
#include "platform/documents/bundle.hpp"
#include "platform/documents/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>

namespace ryadom::documents {
namespace {

Paper paper(const std::string& name, int paragraphs = 3) {
    Paper out{name, name};
    out.footer = name;
    out.blocks.emplace_back(Heading{1, name, Align::centre});
    for (int i = 0; i < paragraphs; ++i) out.blocks.emplace_back(Paragraph{"Социальные услуги оказаны в указанном объёме, замечаний нет."});
    return out;
}

std::string output_of(const std::string& program, const std::string& pdf) {
    const auto path = ::testing::TempDir() + "bundle-" + std::to_string(::getpid()) + ".pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((program + " '" + path + "' - 2>&1").c_str(), "r"), ::pclose);
    std::string out;
    std::array<char, 4096> block{};
    for (auto count = std::fread(block.data(), 1, block.size(), pipe.get()); count > 0; count = std::fread(block.data(), 1, block.size(), pipe.get()))
        out.append(block.data(), count);
    ::unlink(path.c_str());
    return out;
}

TEST(Bundle, begins_each_paper_on_a_page_of_its_own_and_counts_its_own_sheets) {
    const std::vector<Paper> papers{paper("Первый"), paper("Второй", 90), paper("Третий")};
    const auto text = output_of("pdftotext -layout", render_bundle(papers, "Все"));
    // The reader of the test closes the gaps around a slash.
    const auto first = text.substr(0, text.find('\f'));
    EXPECT_TRUE(first.find("Первый") != std::string::npos && first.find("1/1") != std::string::npos);
    EXPECT_EQ(first.find("Второй"), std::string::npos);
    EXPECT_NE(text.find("3/3"), std::string::npos);
    EXPECT_NE(text.rfind("1/1"), text.find("1/1")) << "the third counts anew";
}

TEST(Bundle, is_the_same_for_the_same_papers) {
    const std::vector<Paper> papers{paper("Первый"), paper("Второй")};
    EXPECT_EQ(render_bundle(papers, "Все"), render_bundle(papers, "Все"));
}

TEST(Bundle, of_one_paper_holds_what_the_paper_alone_does) {
    const std::vector<Paper> papers{paper("Один", 40)};
    EXPECT_EQ(output_of("pdftotext -layout", render_bundle(papers, "Один")), output_of("pdftotext -layout", render_pdf(papers.front())));
}

TEST(Bundle, holds_its_fonts_once) {
    std::vector<Paper> papers;
    for (int i = 0; i < 20; ++i) papers.push_back(paper("Акт " + std::to_string(i)));
    EXPECT_LT(render_bundle(papers, "Все").size(), 4 * render_pdf(papers.front()).size());
}

TEST(Bundle, refuses_papers_that_differ_in_form) {
    auto lying = paper("Лежит");
    lying.orientation = Orientation::landscape;
    const std::vector<Paper> papers{paper("Стоит"), lying};
    EXPECT_THROW(render_bundle(papers, "Все"), std::invalid_argument);
    EXPECT_THROW(render_bundle({}, "Все"), std::invalid_argument);
}

std::map<std::string, std::string> members_of(const std::string& bytes) {
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(reader.get());
    archive_read_set_options(reader.get(), "hdrcharset=UTF-8");
    EXPECT_EQ(archive_read_open_memory(reader.get(), bytes.data(), bytes.size()), ARCHIVE_OK) << archive_error_string(reader.get());
    std::map<std::string, std::string> out;
    // A warning: the locale of the test has no letters for the name.
    const auto next = [&](archive_entry*& entry) {
        const int status = archive_read_next_header(reader.get(), &entry);
        return status == ARCHIVE_OK || status == ARCHIVE_WARN;
    };
    for (archive_entry* entry = nullptr; next(entry);) {
        std::string text(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
        EXPECT_EQ(archive_read_data(reader.get(), text.data(), text.size()), static_cast<la_ssize_t>(text.size())) << archive_error_string(reader.get());
        const auto* name = archive_entry_pathname_utf8(entry);
        out.emplace(name == nullptr ? "" : name, std::move(text));
    }
    return out;
}

TEST(Zip, holds_its_members_under_their_names) {
    Zip zip;
    const std::string many(100'000, 'x');
    auto bytes = zip.add("Акт 1-2026 Иванова.pdf", "%PDF-1.7");
    bytes += zip.add("empty", "");
    bytes += zip.add("many", many);
    bytes += zip.finish();
    const auto members = members_of(bytes);
    EXPECT_EQ(members.size(), 3U);
    EXPECT_EQ(members.at("many"), many);
    EXPECT_EQ(members.at("empty"), "");
}

TEST(Zip, without_members_is_an_archive) { EXPECT_EQ(Zip().finish().size(), 22U); }

}  // namespace
}  // namespace ryadom::documents
