// What is wrong with a package: a value with its place, never a sentence. The sentences are in strings/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/core/refusal.hpp"

namespace ryadom::practices {

struct Problem {
    enum class Level { error, warning };
    Level level = Level::error;
    std::string file;     ///< path inside the package; empty when the archive or folder as a whole is meant
    int line = 0;         ///< from 1; 0 when there is none
    int column = 0;       ///< from 1; 0 when there is none
    std::string pointer;  ///< JSON pointer into practice.yaml, with list indexes
    std::string code;     ///< "practices." and the code of docs/package.md: "practices.field.unknown"
    Arguments arguments;
    bool operator==(const Problem&) const = default;
};

/// The message that puts a problem at its place ("{file}, line {line}, field {field}: {text}").
/// Its arguments are `place_arguments` and `text`, the message of the problem's own code.
std::string_view place_key(const Problem& problem);
Arguments place_arguments(const Problem& problem);

/// Gathers problems of one package, at most 200 of each level: more would help nobody and cost memory.
class Problems {
  public:
    static constexpr std::size_t limit = 200;

    void add(Problem problem);
    /// An error of a whole file, or with an empty path of the whole package.
    void file_error(std::string file, std::string_view code, Arguments arguments = {});
    /// Whether an error stands at this pointer; what depends on that value is then not judged.
    bool has_error(const std::string& pointer) const { return pointers_.contains(pointer); }
    bool has_errors() const { return errors_ > 0; }
    /// Errors and warnings by file, then line.
    std::vector<Problem> take();

  private:
    std::vector<Problem> all_;
    std::set<std::string, std::less<>> pointers_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

}  // namespace ryadom::practices
