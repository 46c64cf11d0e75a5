#include <sys/resource.h>

#include "cli/solve_file.hpp"

namespace pairbook::cli {

std::size_t peak_memory_bytes() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<std::size_t>(used.ru_maxrss) * 1024;
}

}  // namespace pairbook::cli
