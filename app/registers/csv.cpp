#include "app/registers/registers.hpp"
#include "platform/csv/csv.hpp"

namespace ryadom::registers {

std::string to_csv(const Register& records) {
    csv::Writer writer(',');
    writer.record(records.headings);
    for (const auto& row : records.rows) writer.record(row);
    return writer.take();
}

}  // namespace ryadom::registers
