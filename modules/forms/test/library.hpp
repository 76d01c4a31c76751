// The starter library as the tests use it: its documents without their files.
#pragma once

#include "modules/forms/forms.hpp"
#include "platform/json/value.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace ryadom::forms {

inline json::Value document_of(const std::string& folder) {
    std::ifstream in(std::string(RYADOM_SOURCE_DIR) + "/practices/" + folder + "/practice.yaml", std::ios::binary);
    auto document = json::parse_yaml(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!document) throw std::runtime_error(folder + ": " + document.error().code);
    return std::move(*document);
}

inline practices::Form library_form(const std::string& folder, const std::string& id) {
    const auto package = practices::read_package_json(document_of(folder));
    if (!package) throw std::runtime_error(folder);
    const auto found = std::ranges::find(package->package.forms, id, &practices::Form::id);
    if (found == package->package.forms.end()) throw std::runtime_error(folder + " has no form " + id);
    return *found;
}

/// "score=1.50" or "score:band", in order.
inline std::vector<std::string> said(const std::vector<Result>& results) {
    std::vector<std::string> out;
    for (const auto& each : results) {
        if (each.band) out.push_back(each.score + ":" + *each.band);
        else out.push_back(each.score + "=" + json::to_json(static_cast<double>(*each.hundredths) / 100));
    }
    return out;
}

}  // namespace ryadom::forms
