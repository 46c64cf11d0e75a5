// What reads as a preset writes and reads back as the same preset.
#include <cstdint>
#include <cstdlib>

#include "pairbook/codec/rules_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const auto preset = codec::read_preset({reinterpret_cast<const char*>(data), size});
  if (!preset) return 0;
  const auto back = codec::read_preset(codec::write_preset(*preset));
  if (!back || *back != *preset) std::abort();
  return 0;
}
