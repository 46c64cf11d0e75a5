#include "cli/solve_file.hpp"

namespace pairbook::cli {

// A module's memory never shrinks.
std::size_t peak_memory_bytes() {
  constexpr std::size_t page = 65536;
  return __builtin_wasm_memory_size(0) * page;
}

}  // namespace pairbook::cli
