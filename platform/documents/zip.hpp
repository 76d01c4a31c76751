// Files put together into one, as they come: a ZIP archive of stored members. What is put into it is packed already (PDF), so nothing is
// gained by packing it again, and nothing is kept but the list of members.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::documents {

class Zip {
  public:
    /// The bytes that follow for a member. Throws std::length_error where the format has no room: 65,535 members, 4 GB.
    std::string add(std::string_view name, std::string_view bytes);
    /// The bytes at the end.
    std::string finish();

  private:
    struct Member {
        std::string name;
        std::uint32_t sum;
        std::uint32_t size;
        std::uint32_t at;
    };
    std::vector<Member> members_;
    std::uint64_t written_ = 0;
};

}  // namespace ryadom::documents
