// Compiled for x86-64 with AVX2.
#include "row_kernels_body.hpp"

namespace pairbook::matching {

const RowKernels& avx2_row_kernels() {
  return compiled_here;
}

}  // namespace pairbook::matching
