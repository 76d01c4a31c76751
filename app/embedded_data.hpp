// The data that travels in the binary.
#pragma once

#include <map>
#include <string>

namespace ryadom::app {

/// The starter library: folder of a practice → path in it → bytes.
std::map<std::string, std::map<std::string, std::string>> starter_library();

/// practices/catalogue.yaml.
std::string service_catalogue();

/// The scales of scales/, by file name.
std::map<std::string, std::string> shipped_scales();

}  // namespace ryadom::app
