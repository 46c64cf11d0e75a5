// x86-64: asks the processor.
#include "row_kernels.hpp"

namespace pairbook::matching {

const RowKernels& row_kernels() {
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
  return has_avx2 ? avx2_row_kernels() : plain_row_kernels();
}

}  // namespace pairbook::matching
