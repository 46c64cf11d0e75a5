// What reads as a programme writes and reads back as the same programme.
#include <cstdint>
#include <cstdlib>

#include "pairbook/codec/programme_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const auto programme =
      codec::read_programme_json({reinterpret_cast<const char*>(data), size});
  if (!programme) return 0;
  const auto back = codec::read_programme_json(codec::write_programme_json(*programme));
  if (!back || *back != *programme) std::abort();
  return 0;
}
