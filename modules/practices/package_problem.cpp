#include "modules/practices/package_problem.hpp"

#include <map>
#include <tuple>

namespace ryadom::practices {

std::string_view place_key(const Problem& problem) {
    if (problem.file.empty()) return "practices.place.package";
    if (!problem.pointer.empty())
        return problem.line > 0 ? "practices.place.field" : "practices.place.field_without_line";
    return problem.line > 0 ? "practices.place.line" : "practices.place.file";
}

Arguments place_arguments(const Problem& problem) {
    const auto field = problem.pointer.empty() ? std::string() : problem.pointer.substr(1);
    return {{"file", problem.file}, {"line", std::to_string(problem.line)}, {"field", field}};
}

void Problems::add(Problem problem) {
    const bool error = problem.level == Problem::Level::error;
    if (error) pointers_.insert(problem.pointer);
    if (auto& count = error ? errors_ : warnings_; count++ < limit) all_.push_back(std::move(problem));
}

void Problems::file_error(std::string file, std::string_view code, Arguments arguments) {
    add({Problem::Level::error, std::move(file), 0, 0, "", std::string(code), std::move(arguments)});
}

std::vector<Problem> Problems::take() {
    // A multimap keeps equals in the order of their coming; libstdc++'s stable_sort is deprecated code to
    // clang.
    std::multimap<std::tuple<std::string, int, int>, Problem> sorted;
    for (auto& each : all_) sorted.emplace(std::tuple(each.file, each.line, each.column), std::move(each));
    all_.clear();
    for (auto& [place, each] : sorted) all_.push_back(std::move(each));
    return std::move(all_);
}

}  // namespace ryadom::practices
