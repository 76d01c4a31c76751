#include "app/embedded_data.hpp"

#include "platform/core/embedded.hpp"

#include <stdexcept>

namespace ryadom {
std::span<const EmbeddedFile> embedded_practices();
std::span<const EmbeddedFile> embedded_scales();
}

namespace ryadom::app {

std::map<std::string, std::map<std::string, std::string>> starter_library() {
    std::map<std::string, std::map<std::string, std::string>> out;
    for (const auto& file : embedded_practices())
        if (const auto slash = file.path.find('/'); slash != std::string_view::npos)
            out[std::string(file.path.substr(0, slash))].emplace(file.path.substr(slash + 1), file.content);
    return out;
}

std::string service_catalogue() {
    for (const auto& file : embedded_practices())
        if (file.path == "catalogue.yaml") return std::string(file.content);
    throw std::logic_error("practices/catalogue.yaml is not in the binary");
}

std::map<std::string, std::string> shipped_scales() {
    std::map<std::string, std::string> out;
    for (const auto& file : embedded_scales()) out.emplace(file.path, file.content);
    return out;
}

}  // namespace ryadom::app
