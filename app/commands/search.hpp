// `ryadom search`: any corpus through the search of the server, so that public sets of questions can be tried.
#pragma once

#include <string>

namespace ryadom::app {

struct SearchArguments {
    std::string documents;  ///< file of lines {"id","text"}
    std::string questions;  ///< the same
    std::string language = "ru";
};
/// Prints a line {"id","top":[ids]} for each question, ten ids at most, the best first.
int search_corpus(const SearchArguments& arguments);

}  // namespace ryadom::app
