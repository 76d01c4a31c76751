// The scales that come with the program, as the tests use them.
#pragma once

#include "modules/scales/scales.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace ryadom::scales {

inline std::map<std::string, std::string> shipped() {
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(RYADOM_SOURCE_DIR) + "/scales")) {
        std::ifstream in(entry.path(), std::ios::binary);
        out.emplace(entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
    }
    return out;
}

inline practices::Form shipped_form(const std::string& code) {
    const auto read = practices::read_form(shipped().at(code + ".yaml"), code);
    if (!read) throw std::runtime_error(code + ", line " + std::to_string(read.error().front().line) + ": " + read.error().front().code);
    return read->form;
}

}  // namespace ryadom::scales
