// What a template may ask of a value on its way to the paper.
#pragma once

#include "platform/templates/values.hpp"

#include <span>

namespace ryadom::templates {

/// What filters say beside the value they return.
struct Remarks {
    std::vector<std::string> doubts;
};

struct Filter {
    std::string_view name;
    Type takes;
    bool any;  ///< takes every type
    Type gives;
    std::size_t least;  ///< arguments
    std::size_t most;
    bool russian;       ///< says something in Russian only
    std::string_view example;
    Held (*apply)(const Held& value, const std::vector<std::string>& arguments, i18n::Language language, Remarks& remarks);
};

struct Applied {
    const Filter* filter = nullptr;
    std::vector<std::string> arguments;
};

const Filter* find_filter(std::string_view name);

}  // namespace ryadom::templates
