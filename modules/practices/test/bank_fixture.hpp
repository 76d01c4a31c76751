// The module under test with the catalogue it uses, and packages to try it on.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/practices/archive.hpp"
#include "modules/practices/install.hpp"
#include "modules/practices/module.hpp"
#include "modules/practices/package_folder.hpp"
#include "modules/practices/test/package_example.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <algorithm>
#include <filesystem>

namespace ryadom::practices::test {

using policy::Role;

inline const std::string library = std::string(RYADOM_SOURCE_DIR) + "/practices";

inline std::vector<std::string> starter_folders() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(library))
        if (entry.is_directory()) out.push_back(entry.path().filename().string());
    std::ranges::sort(out);
    return out;
}

inline std::map<std::string, PackageFiles> starter_library() {
    std::map<std::string, PackageFiles> out;
    for (const auto& name : starter_folders()) out.emplace(name, read_folder(library + "/" + name).value());
    return out;
}

/// The archive of the example, its document changed.
inline std::string archive(const std::string& document = std::string(example_document), const SigningKey* key = nullptr) {
    const auto files = files_with(document);
    const auto read = read_package(files);
    if (!read) throw std::runtime_error(shown(read.error()));
    return write_archive(files_to_pack(*read, files), key);
}

class BankTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({{"files", files::schema(), {}, {}, {}}, catalogue::module(), module()});
        const auto kinds = read_file(library + "/catalogue.yaml");
        const auto loaded = database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            return must(catalogue::load_catalogue(tx, *json::parse_yaml(kinds)));
        });
        ASSERT_TRUE(loaded);
    }

    static std::string read_file(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    testing::Answer import(const std::string& bytes, const std::string& query = "accept_unsigned=true", Role role = Role::coordinator) {
        return sign_in(role).post("/api/v1/practices/import?" + query, bytes, {{"Content-Type", "application/zip"}});
    }
    /// The path of the practice that an import installed.
    static std::string practice_path(const testing::Answer& imported) { return "/api/v1/practices/" + imported.at("installed/practice"); }

    /// Rows of every table that an import could touch.
    std::string rows() {
        return database().read_as(db::Caller::system(), [](db::Tx& tx) {
            std::string out;
            const auto count = [&](db::Sql sql) { out += std::to_string(*tx.value<std::int64_t>(sql)) + " "; };
            count("select count(*) from v_practices_practice");
            count("select count(*) from v_practices_version");
            count("select count(*) from v_practices_file");
            count("select count(*) from v_practices_facet");
            count("select count(*) from v_practices_version_service");
            count("select count(*) from v_practices_code");
            count("select count(*) from v_catalogue_service");
            count("select count(*) from v_files_blob");
            return out;
        });
    }
};

}  // namespace ryadom::practices::test
