// Which full names a given name may stand for: Саша is Александр or Александра.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ryadom::matching {

class GivenNames {
  public:
    /// Lines "Александр: Саша, Шура"; those with # say nothing.
    explicit GivenNames(std::string_view lines);

    /// Numbers of the full names, in order; none for a name that the list does not know.
    const std::vector<std::uint16_t>& full_names(const std::u16string& canonical) const;
    /// One number for all full names that some short name connects.
    std::uint16_t family_of(std::uint16_t full_name) const { return families_[full_name]; }

  private:
    void add(std::string_view name, std::uint16_t number);
    void connect();
    std::unordered_map<std::u16string, std::vector<std::uint16_t>> names_;
    std::vector<std::uint16_t> families_;
};

/// The list that travels in the binary.
const GivenNames& given_names();

}  // namespace ryadom::matching
