// What reads as a match report writes and reads back as the same one, and is checked without
// harm.
#include <cstdint>
#include <cstdlib>

#include "pairbook/codec/match_report_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const auto file = codec::read_match_report({reinterpret_cast<const char*>(data), size});
  if (!file) return 0;
  const auto back = codec::read_match_report(codec::write_match_report(*file));
  if (!back || *back != *file) std::abort();
  (void)std::visit([&](const auto& own) { return matching::check(file->statement, own); },
                   file->own);
  return 0;
}
